import {
  currencyIn,
  depositOf,
  isWorked,
  milestoneSums,
  shareOfTotal,
  type Terms,
  totals,
} from '../contracts/terms.ts';
import { type Money, money } from '../shared/money.ts';

/** Every sum that the contract's own clauses name: net, tax and total first, and then what they are made of. */
export function sumsOf(terms: Terms): Money[] {
  const { net, tax, total } = totals(terms);
  const rate = terms.rate?.value;
  const expenses = terms.expenses?.value;
  const tiers = terms.cancellation?.value.kind === 'tiers' ? terms.cancellation.value.tiers : [];
  const minors = [
    terms.fee?.value.minor,
    rate?.minor,
    rate?.capMinor,
    total.minor - depositOf(terms).minor,
    ...(expenses?.kind === 'capped' ? [expenses.minor] : []),
    ...tiers.map(({ minor, percentMilli }) => minor ?? shareOfTotal(total, percentMilli ?? 0).minor),
    ...(terms.milestones?.value ?? []).map(({ minor }) => minor),
  ];
  const parts = isWorked(terms) ? [] : milestoneSums(terms).map(({ sum }) => sum);
  const more = minors.flatMap((minor) => (minor ? [money(minor, currencyIn(terms))] : []));
  return [net, tax, total, depositOf(terms), ...parts, ...more];
}

/** One sum, in the same currency. */
export const isSameSum = (a: Money, b: Money): boolean => a.minor === b.minor && a.currency === b.currency;
