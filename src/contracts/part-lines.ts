import { formatDay } from '../shared/dates.ts';
import { formatAmount, money } from '../shared/money.ts';
import { type Deposit, type Milestone, shareWords } from './terms.ts';

/** A part of the price as a line of the form: `Concept: 30%; Fri 2 April 2027`. */
export function shownPart({ label, percentMilli, minor, dueOn }: Milestone, currency: string): string {
  const worth = minor === undefined ? shareWords(percentMilli ?? 0) : formatAmount(money(minor, currency));
  return `${label}: ${worth}${dueOn ? `; ${formatDay(dueOn)}` : ''}`;
}

/** How a deposit stands in its field. */
export function shownDeposit(deposit: Deposit, currency: string): string {
  if (deposit.kind === 'none') return 'none';
  return deposit.kind === 'share' ? shareWords(deposit.percentMilli) : formatAmount(money(deposit.minor, currency));
}
