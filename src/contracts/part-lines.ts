import { formatDay } from '../shared/dates.ts';
import { formatMoney, money } from '../shared/money.ts';
import { type Deposit, type Milestone, shareWords } from './terms.ts';

/** A sum as a field of the form has it: its currency stands in another. */
export const plainSum = (minor: bigint, currency: string): string => formatMoney(money(minor, currency)).slice(4);

/** A part of the price as a line of the form: `Concept: 30%; Fri 2 April 2027`. */
export function shownPart({ label, percentMilli, minor, dueOn }: Milestone, currency: string): string {
  const worth = minor === undefined ? shareWords(percentMilli ?? 0) : plainSum(minor, currency);
  return `${label}: ${worth}${dueOn ? `; ${formatDay(dueOn)}` : ''}`;
}

/** How a deposit stands in its field. */
export function shownDeposit(deposit: Deposit, currency: string): string {
  if (deposit.kind === 'none') return 'none';
  return deposit.kind === 'share' ? shareWords(deposit.percentMilli) : plainSum(deposit.minor, currency);
}
