import { addDays, addMonths, type Day, formatDay } from '../shared/dates.ts';
import { type Money, minus, money } from '../shared/money.ts';
import {
  type Booking,
  depositOf,
  endDayOf,
  isPriced,
  isWorked,
  milestoneSums,
  monthsIn,
  slotOf,
  slotsIn,
  type Terms,
  totals,
} from './terms.ts';

/** An invoice that a contract leads to after the deposit: what it is for, when it is issued, and what it comes to. */
export type Part = {
  kind: 'milestone' | 'balance' | 'worked';
  trigger: 'date' | 'button';
  label: string | null;
  dueOn: Day | null;
  /** What the client pays for this part of the work, tax included; the deposit is not yet taken off. */
  gross: Money;
  /** What is left to pay of it; only the last part has a deposit taken off. */
  total: Money;
};

/**
 * The invoices after the deposit, in order: the parts the price was split in, a month each for work by the month, else one
 * balance; work billed as worked has one entry that stays open until its last invoice. Together with the deposit the totals
 * make the price to the last unit. A contract without a price leads to none.
 *
 * @param today the day that stands for the end of the work where the terms name none.
 */
export function scheduleOf(terms: Terms, today: Day): Part[] {
  if (!isPriced(terms)) return [];
  const deposit = depositOf(terms);
  const endOn = invoiceDayOf(terms) ?? today;
  // Extra work has an invoice of its own, which leaves the deposit of the contract to that one's last.
  if (terms.changeOf) {
    const { total } = totals(terms);
    const label = terms.title?.value ?? null;
    return [{ kind: 'milestone', trigger: 'date', label, dueOn: endOn, gross: total, total }];
  }
  if (isWorked(terms)) {
    const nothing = money(0n, deposit.currency);
    return [{ kind: 'worked', trigger: 'button', label: null, dueOn: null, gross: nothing, total: nothing }];
  }
  const split = terms.milestones ? milestoneSums(terms) : monthsOf(terms);
  const last = split.at(-1);
  const { total } = totals(terms);
  const balance = last?.sum ?? total;
  return [
    ...split.slice(0, -1).map(
      ({ label, sum, dueOn }): Part => ({
        ...{ kind: 'milestone', label, gross: sum, total: sum },
        trigger: dueOn ? 'date' : 'button',
        dueOn: dueOn ?? null,
      }),
    ),
    {
      ...{ kind: 'balance', trigger: 'date', label: last?.label ?? null, dueOn: last?.dueOn ?? endOn },
      ...{ gross: balance, total: minus(balance, deposit) },
    },
  ];
}

/**
 * When the last invoice goes out: on the contract's end day, or where a booking is that end, on the first day that begins after
 * it is over. Invoices go out in the morning, and a wedding that starts in the afternoon is not paid for before it.
 */
export function invoiceDayOf(terms: Terms): Day | undefined {
  const end = endDayOf(terms);
  const over = slotsIn(terms)
    .filter(({ on }) => on === end)
    .map(dayAfter);
  return over.sort().at(-1) ?? end;
}

function dayAfter(booking: Booking): Day {
  const [day, time] = slotOf(booking)?.end.split('T') ?? [booking.on];
  return time?.startsWith('00:00') ? (day ?? booking.on) : addDays(day ?? booking.on, 1);
}

/** Work by the month with a known start and number of months is invoiced on the last day of each. */
export function monthsOf(terms: Terms): { label: string; sum: Money; dueOn: Day }[] {
  const count = monthsIn(terms);
  const startOn = terms.startOn?.value;
  if (!count || !startOn) return [];
  const { total } = totals(terms);
  const each = total.minor / BigInt(count);
  return Array.from({ length: count }, (_, index) => ({
    label: monthWords(addMonths(startOn, index), addMonths(startOn, index + 1, -1)),
    // The last month takes what rounding the tax left.
    sum: money(index === count - 1 ? total.minor - each * BigInt(count - 1) : each, total.currency),
    dueOn: addMonths(startOn, index + 1, -1),
  }));
}

function monthWords(from: Day, to: Day): string {
  return from.endsWith('-01')
    ? formatDay(from).split(' ').slice(2).join(' ')
    : `${formatDay(from)} to ${formatDay(to)}`;
}
