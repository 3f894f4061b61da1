import { isCode } from '../briefs/money/amounts.ts';
import { currencyBehind, signFits } from '../briefs/money/currencies.ts';
import { currencyIn } from '../contracts/terms.ts';
import { formatMoney, money } from '../shared/money.ts';
import { firstAgainst, making } from './custom.ts';
import type { LintScene, Rule } from './finding.ts';
import { BESIDE, CUES } from './own-cues.ts';
import { factsOf, type OwnFacts } from './own-facts.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against the currency of every sum. */
export const OWN_CURRENCY: Rule = {
  id: 'custom.other-currency',
  title: 'Another currency in your own words',
  grade: 'blocks',
  check: firstAgainst(ownWording, otherCurrency),
};

const NAMES_IT = /\b(?:currency|währung|devise|monnaie|moneda|divisa)\b/i;

/** The currencies the words name: beside a figure, of all sums, or behind “the currency is”. */
function currenciesIn(text: string, facts: OwnFacts, own: string): string[] {
  const { found, amounts } = facts.money();
  const beside = amounts.flatMap(({ currency }) =>
    currency === undefined || signFits(currency, own) ? [] : [currency],
  );
  const named = NAMES_IT.test(text)
    ? [...text.matchAll(/ (?=\p{L})/gu)].flatMap(({ index }) => currencyBehind(text.slice(index), own)?.currency ?? [])
    : [];
  const all = found.currency && !found.fee ? [found.currency.value] : [];
  return [...all, ...beside, ...named].filter((each) => each !== own && !signFits(each, own));
}

function otherCurrency(scene: LintScene, own: OwnWords) {
  const { terms } = scene;
  if (!CUES.currency.test(own.text) || (BESIDE.test(own.text) && !NAMES_IT.test(own.text))) return undefined;
  const agreed = currencyIn(terms);
  const facts = factsOf(own.text, scene);
  // A price in another currency is another sum.
  const [said] = facts.money().found.fee ? [] : currenciesIn(own.text, facts, agreed);
  if (!said) return undefined;
  const { fee, deposit, expenses } = terms;
  const alone =
    fee && !terms.rate && !terms.milestones && deposit?.value.kind !== 'sum' && expenses?.value.kind !== 'capped';
  return {
    sentence: `Your own wording names ${said}; every sum of this contract is in ${agreed}.`,
    term: 'currency' as const,
    make:
      alone && isCode(said)
        ? making(scene, `Make the price ${formatMoney(money(fee.value.minor, said))}`, {
            fee: { minor: fee.value.minor, currency: said },
            currency: said,
          })
        : undefined,
  };
}
