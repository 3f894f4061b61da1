import { sumOf } from '../briefs/money/amounts.ts';
import { currencyIn, depositOf, endDayOf, isPriced, isWorked, totals } from '../contracts/terms.ts';
import { formatDay } from '../shared/dates.ts';
import { formatMoney, money } from '../shared/money.ts';
import { type Against, making } from './custom.ts';
import { acceptedOtherwise } from './custom-accepted.ts';
import { endPaysAll, endsAtOnce, freeEnd } from './custom-ended.ts';
import { allAhead, paidAtOnce } from './custom-paid.ts';
import { clausesNamed, type LintScene } from './finding.ts';
import { CUES, EXTRA, INTERIM } from './own-cues.ts';
import { spokenIn } from './own-facts.ts';
import * as PLAIN from './own-plain-cues.ts';
import { daysOfLength, lengthsSaid } from './own-values.ts';
import type { OwnWords } from './own-words.ts';

type Claim = (scene: LintScene, text: string) => Against | undefined;

/** What is said of a term without a value that a brief's readers would find, by the rule that tells of it. */
const CLAIMS = {
  sum: [priceOff, bareCost, uncapped],
  share: [nothingAhead, allAhead],
  days: [paidLater, paidAtOnce],
  rounds: [endlessRounds, noRounds],
  acceptance: [acceptedOtherwise],
  cancelling: [freeEnd, endsAtOnce, endPaysAll],
  rights: [earlyRights],
  law: [otherPaper],
  day: [unbound, otherYear],
} as const satisfies Record<string, readonly Claim[]>;

type Check = (scene: LintScene, own: OwnWords) => Against | undefined;

/** A check that looks for a value first, and then for what is said plainly of the same term. */
export const orPlainly =
  (about: keyof typeof CLAIMS, check: Check): Check =>
  (scene, own) => {
    const said = check(scene, own);
    return said && !said.grade ? said : (saidPlainly(about)(scene, own) ?? said);
  };

/** What is said plainly of a term, alone. */
export const saidPlainly =
  (about: keyof typeof CLAIMS): Check =>
  (scene, own) => {
    const { text } = spokenIn(scene, own);
    const claims: readonly Claim[] = CLAIMS[about];
    return claims.flatMap((claim) => claim(scene, text) ?? [])[0];
  };

function priceOff({ terms }: LintScene, text: string): Against | undefined {
  if (!isPriced(terms) || EXTRA.test(text) || CUES.cancelling.test(text)) return undefined;
  const words = PLAIN.UNPAID.test(text)
    ? 'asks for nothing'
    : PLAIN.DISCOUNT.test(text)
      ? 'takes something off the price'
      : PLAIN.ONLY_PART.test(text) && !CUES.deposit.test(text) && !INTERIM.test(text)
        ? 'asks for a part of the price'
        : PLAIN.PRICE_MOVES.test(text)
          ? 'lets the price become another one'
          : undefined;
  if (!words) return undefined;
  const now = isWorked(terms)
    ? 'this contract has the work billed at its rate'
    : `the price of this contract is ${formatMoney(totals(terms).net)}`;
  return { sentence: `Your own wording ${words}; ${now}.`, term: terms.fee ? 'fee' : 'rate' };
}

function bareCost(scene: LintScene, text: string): Against | undefined {
  const { terms } = scene;
  const figure = PLAIN.BARE_COST.exec(text)?.groups?.figure;
  const sum = figure && sumOf({ digits: figure, times: 1 }, currencyIn(terms));
  if (!sum || !terms.fee || isWorked(terms)) return undefined;
  const { net, total } = totals(terms);
  if ([net.minor, total.minor, terms.fee.value.minor].includes(sum.minor)) return undefined;
  return {
    sentence: `Your own wording has the work cost ${formatMoney(sum)}; the price of this contract is ${formatMoney(net)}.`,
    term: 'fee',
    make: terms.milestones ? undefined : making(scene, `Make the price ${formatMoney(sum)}`, { fee: sum }),
  };
}

function nothingAhead(scene: LintScene, text: string): Against | undefined {
  const { terms } = scene;
  if (!isPriced(terms) || EXTRA.test(text) || !PLAIN.NOTHING_AHEAD.test(text)) return undefined;
  const deposit = depositOf(terms);
  if (deposit.minor === 0n) return undefined;
  return {
    sentence: `Your own wording has nothing paid ahead; this contract asks for a deposit of ${formatMoney(deposit)}.`,
    term: 'deposit',
    make: making(scene, 'Ask for no deposit', { deposit: { kind: 'none' } }),
  };
}

function paidLater({ terms }: LintScene, text: string): Against | undefined {
  const agreed = terms.netDays?.value;
  if (agreed === undefined || EXTRA.test(text) || !CUES.paying.test(text)) return undefined;
  const against = (says: string): Against => ({
    sentence: `Your own wording ${says}; the clause on payment gives ${agreed} days.`,
    term: 'netDays',
  });
  if (PLAIN.PAID_WHEN_PAID.test(text)) return against('lets payment wait for somebody else’s');
  if (PLAIN.MONTH_END.test(text)) return against('lets payment wait for the end of a later month');
  const [length, ...more] = PLAIN.AFTER_DELIVERY.test(text) ? lengthsSaid(text) : [];
  if (length && more.length === 0 && length.unit !== 'hour' && Math.round(daysOfLength(length)) !== agreed)
    return {
      ...against(`has payment wait ${length.text}`),
      ...(CUES.deposit.test(text) && { grade: 'warns' as const }),
    };
  if (PLAIN.IN_PARTS.test(text) && !terms.milestones && !isWorked(terms))
    return against('lets the price be paid in parts');
  return undefined;
}

function endlessRounds({ terms }: LintScene, text: string): Against | undefined {
  const agreed = terms.revisions?.value;
  if (agreed === undefined || EXTRA.test(text) || !PLAIN.ENDLESS_ROUNDS.test(text)) return undefined;
  return {
    sentence: `Your own wording has rounds of revisions without a limit, and the clause on revisions ${agreed}.`,
    term: 'revisions',
  };
}

function noRounds(scene: LintScene, text: string): Against | undefined {
  const agreed = scene.terms.revisions?.value;
  if (!agreed || !PLAIN.NO_ROUNDS.test(text) || /\d/.test(text) || PLAIN.AFTER_ROUNDS.test(text)) return undefined;
  return {
    sentence: `Your own wording includes no rounds of revisions, and the clause on revisions ${agreed}.`,
    term: 'revisions',
    make: making(scene, 'Include no rounds', { revisions: 0 }),
  };
}

/** “The hours are open-ended”, where all of it has a limit. */
function uncapped({ terms }: LintScene, text: string): Against | undefined {
  const cap = terms.rate?.value.capMinor;
  const speaks = CUES.price.test(text) || CUES.rate.test(text) || PLAIN.HOURS.test(text);
  if (!cap || !speaks || !PLAIN.NO_CAP.test(text)) return undefined;
  return {
    sentence: `Your own wording lets the work cost anything; this contract has it come to ${formatMoney(money(cap, currencyIn(terms)))} at most.`,
    term: 'rate',
  };
}

function earlyRights(scene: LintScene, text: string): Against | undefined {
  if (!PLAIN.RIGHTS_EARLY.test(text) || !isPriced(scene.terms)) return undefined;
  if (clausesNamed(scene, 'ip-assignment', 'licence', 'photo-licence').length === 0) return undefined;
  return {
    sentence: 'Your own wording hands rights over before payment; the clause on rights does so once all is paid.',
    term: 'rights',
  };
}

function otherPaper(_: LintScene, text: string): Against | undefined {
  if (!PLAIN.OTHER_PAPER.test(text)) return undefined;
  return {
    sentence: 'Your own wording lets other conditions hold beside this contract, which is the whole agreement.',
    term: 'governingLaw',
    edit: 'Leave it out: what holds stands in this contract.',
  };
}

function unbound({ terms }: LintScene, text: string): Against | undefined {
  const end = endDayOf(terms);
  if (!end || !PLAIN.UNBOUND.test(text) || INTERIM.test(text)) return undefined;
  return {
    sentence: `Your own wording says that a day does not bind; this contract ends on ${formatDay(end)}.`,
    term: 'endOn',
  };
}

function otherYear({ terms }: LintScene, text: string): Against | undefined {
  const groups = PLAIN.YEAR_NAMED.exec(text)?.groups;
  const year = groups?.feast ?? groups?.year;
  const end = endDayOf(terms);
  const speaks = CUES.end.test(text) || CUES.start.test(text) || CUES.whole.test(text);
  if (!year || !end || !speaks || EXTRA.test(text) || year <= end.slice(0, 4)) return undefined;
  return {
    sentence: `Your own wording speaks of ${year}; this contract ends on ${formatDay(end)}.`,
    term: 'endOn',
    grade: INTERIM.test(text) ? 'warns' : undefined,
  };
}
