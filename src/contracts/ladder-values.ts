import type { Measure } from '../clauses/value-ladders-read.ts';
import { depositOf, isPriced, isWorked, monthsIn, type Terms, totals } from './terms.ts';
import { lawOf } from './terms-defaults.ts';

/** What of terms a ladder of values measures; undefined where there is nothing of the kind to measure. */
type Look = (terms: Terms, country: string) => number | undefined;

const MEASURE: { readonly [Name in Measure]: Look } = {
  'deposit-share': depositShare,
  'days-to-pay': ({ netDays }) => netDays?.value,
  'kill-fee-share': ({ killFee, cancellation }) =>
    killFee?.value.percentMilli ?? (cancellation?.value.kind === 'tiers' ? undefined : 0),
  'calling-off-share': callingOffShare,
  'expenses-kind': ({ expenses }) => expenses && { included: 1, capped: 2, 'at-cost': 3 }[expenses.value.kind],
  'law-place': lawPlace,
};

/** A value as its ladder counts it: shares in thousandths of a percent, days, or ranks of what has no figure. */
export function measured(measure: Measure, terms: Terms, country: string): number | undefined {
  return isPriced(terms) || measure === 'law-place' ? MEASURE[measure](terms, country) : undefined;
}

/** Work billed as worked, in parts or by the month has its own first payment, which is no deposit. */
function depositShare(terms: Terms): number | undefined {
  const planned = isWorked(terms) || terms.milestones !== undefined || monthsIn(terms) !== undefined;
  if (planned || !(terms.fee ?? terms.rate)) return undefined;
  const deposit = terms.deposit?.value;
  if (deposit?.kind === 'share') return deposit.percentMilli;
  const { total } = totals(terms);
  return total.minor === 0n ? undefined : Number((depositOf(terms).minor * 100_000n) / total.minor);
}

/** What the last step of a scale comes to; a sum of money counts as its share of the price. */
function callingOffShare(terms: Terms): number | undefined {
  const policy = terms.cancellation?.value;
  if (policy?.kind !== 'tiers') return undefined;
  const total = isWorked(terms) || !(terms.fee ?? terms.rate) ? 0n : totals(terms).total.minor;
  const shares = policy.tiers.map(({ percentMilli, minor }) =>
    minor === undefined ? percentMilli : total > 0n ? Number((minor * 100_000n) / total) : undefined,
  );
  return shares.includes(undefined) ? undefined : Math.max(...shares.map((share) => share ?? 0));
}

/** Only one's own law and the client's can be told apart from afar; any other is for a person to weigh. */
function lawPlace({ governingLaw, clientCountry }: Terms, country: string): number | undefined {
  const law = governingLaw?.value;
  if (law === undefined || law === lawOf(country)) return law === undefined ? undefined : 3;
  return clientCountry && law === lawOf(clientCountry.value) ? 1 : undefined;
}
