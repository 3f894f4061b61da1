import { expensesOf } from '../briefs/agreed/agreed.ts';
import { monthsOf } from '../briefs/agreed/lengths.ts';
import { TOPICS } from '../briefs/agreed/topics.ts';
import { ACCEPTANCE_DAYS, SECRET_YEARS, spanOf } from '../contracts/rights-wording.ts';
import { currencyIn, type Terms } from '../contracts/terms.ts';
import { formatMoney, money } from '../shared/money.ts';
import { firstAgainst, making } from './custom.ts';
import { orPlainly } from './custom-plain.ts';
import { clausesNamed, type LintScene, type Rule } from './finding.ts';
import {
  CHECKED,
  COSTS_OF,
  ENDLESS_SECRET,
  NARROWED,
  NO_DUTY,
  SILENCE,
  STORED,
  TOLD_FREELY,
  UNBOUND_DUTY,
  UNLIMITED,
  WE_BEAR,
  YOU_BEAR,
} from './own-agreed-cues.ts';
import { spokenIn } from './own-facts.ts';
import { BY_US, daysOfLength, isStep, lengthsSaid, partWith } from './own-values.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against what the contract agrees on the work once it is there, on costs and on secrets. */
export const OWN_AGREED_RULES: readonly Rule[] = [
  {
    id: 'custom.other-acceptance',
    title: 'Other days to check the work in your own words',
    grade: 'blocks',
    check: firstAgainst(ownWording, orPlainly('acceptance', otherAcceptance)),
  },
  {
    id: 'custom.other-expenses',
    title: 'Other expenses in your own words',
    grade: 'blocks',
    check: firstAgainst(ownWording, otherExpenses),
  },
  {
    id: 'custom.other-secrecy',
    title: 'Another time of secrecy in your own words',
    grade: 'blocks',
    check: firstAgainst(ownWording, otherSecrecy),
  },
];

const daysSaid = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`;

function otherAcceptance(scene: LintScene, own: OwnWords) {
  const agreed =
    scene.terms.acceptanceDays?.value ?? (clausesNamed(scene, 'acceptance').length > 0 ? ACCEPTANCE_DAYS : undefined);
  if (agreed === undefined || !CHECKED.test(own.text)) return undefined;
  const { text } = spokenIn(scene, own);
  const part = partWith(
    text,
    (words) => CHECKED.test(words),
    (words) => lengthsSaid(words).length > 0,
  );
  if (!part || isStep(part) || BY_US.test(part)) return undefined;
  const lengths = lengthsSaid(part).filter(({ unit }) => unit !== 'hour' && unit !== 'year');
  // Ten working days are two weeks.
  const days = lengths.map((length) => Math.round(daysOfLength(length) * (length.working ? 1.4 : 1)));
  const [said] = days;
  if (said === undefined || days.includes(agreed)) return undefined;
  return {
    sentence: `Your own wording gives ${daysSaid(said)} to check the work, and the clause on accepting it ${daysSaid(agreed)}.`,
    term: 'acceptanceDays' as const,
    make: said >= 1 && said <= 60 ? making(scene, `Make it ${daysSaid(said)}`, { acceptanceDays: said }) : undefined,
    grade: lengths.some(({ working }) => working) ? ('warns' as const) : undefined,
  };
}

type Expenses = NonNullable<Terms['expenses']>['value'];

function otherExpenses(scene: LintScene, own: OwnWords) {
  const agreed = scene.terms.expenses?.value;
  if (!agreed || !(TOPICS.expenses.test(own.text) || COSTS_OF.test(own.text))) return undefined;
  const { text } = spokenIn(scene, own);
  const part = partWith(text, (words) => TOPICS.expenses.test(words) || COSTS_OF.test(words));
  const currency = currencyIn(scene.terms);
  const said = part && expensesSaid(part, currency);
  if (!said || isSame(said, agreed, part)) return undefined;
  const words = (value: Expenses) =>
    value.kind === 'capped'
      ? `paid up to ${formatMoney(money(value.minor, currency))}`
      : value.kind === 'included'
        ? 'in the price'
        : 'paid at cost';
  const label = said.kind === 'capped' ? `Cap them at ${words(said).slice(11)}` : `Make expenses ${words(said)}`;
  return {
    sentence: `Your own wording has expenses ${words(said)}${said.kind === 'at-cost' && agreed.kind === 'capped' ? ' without a limit' : ''}; the clause on expenses has them ${words(agreed)}.`,
    term: 'expenses' as const,
    make: making(scene, label, { expenses: said }),
    grade: NARROWED.test(part) ? ('warns' as const) : undefined,
  };
}

/** What words say of expenses: who bears them counts as much as how they are billed. */
function expensesSaid(words: string, currency: string): Expenses | undefined {
  const read = expensesOf(words, currency);
  if (read?.kind === 'capped') return read;
  if (WE_BEAR.test(words)) return { kind: 'included' };
  if (YOU_BEAR.test(words) || UNLIMITED.test(words)) return { kind: 'at-cost' };
  return read;
}

function isSame(said: Expenses, agreed: Expenses, words: string): boolean {
  if (said.kind === 'capped') return agreed.kind === 'capped' && said.minor === agreed.minor;
  // At cost and with the receipt they are within their limit too.
  if (said.kind === 'at-cost' && agreed.kind === 'capped') return !UNLIMITED.test(words);
  return said.kind === agreed.kind;
}

const speaksOfSecrets = (words: string) => SILENCE.test(words) || TOLD_FREELY.test(words);

function otherSecrecy(scene: LintScene, own: OwnWords) {
  const { terms } = scene;
  const months = secretMonths(scene);
  if (months === undefined || !speaksOfSecrets(own.text)) return undefined;
  const { text } = spokenIn(scene, own);
  const part = partWith(text, speaksOfSecrets);
  if (!part || STORED.test(part)) return undefined;
  const lengths = lengthsSaid(part).flatMap((length) => monthsOf(length) ?? []);
  const [length] = lengths;
  const none = length === undefined && [NO_DUTY, UNBOUND_DUTY, TOLD_FREELY].some((cue) => cue.test(part));
  const ever = length === undefined && ENDLESS_SECRET.test(part);
  if (lengths.includes(months) || (length === undefined && !none && !ever) || (none && months === 0)) return undefined;
  const said = none ? 0 : length;
  const words = said === undefined ? 'for ever' : said === 0 ? 'no duty of secrecy' : `${spanOf(said)} of secrecy`;
  const now = months === 0 ? 'no duty of secrecy' : `${spanOf(months)} of it`;
  const years = said === undefined ? undefined : said / 12;
  const make =
    terms.unpriced || years === undefined || !Number.isInteger(years) || years > 10
      ? undefined
      : making(scene, years === 0 ? 'Agree on no secrecy' : `Make it ${spanOf(years * 12)}`, {
          confidentialityYears: years,
        });
  return {
    sentence: `Your own wording names ${words === 'for ever' ? 'secrecy that never ends' : words}; this contract has ${now}.`,
    term: terms.unpriced ? ('secretMonths' as const) : ('confidentialityYears' as const),
    make: terms.unpriced && said ? making(scene, `Make it ${spanOf(said)}`, { secretMonths: said }) : make,
  };
}

/** For how long the contract keeps things confidential; undefined where it says nothing of it. */
function secretMonths(scene: LintScene): number | undefined {
  const { confidentialityYears: years, secretMonths: months } = scene.terms;
  if (months) return months.value;
  if (years) return years.value * 12;
  return clausesNamed(scene, 'confidentiality').length > 0 ? SECRET_YEARS * 12 : undefined;
}
