import type { Variables } from '../clauses/clause.ts';
import { formatMoney, money } from '../shared/money.ts';
import { MOVING_MONTHS, timesWords } from './calling-off.ts';
import { currencyIn, isWorked, shareOfTotal, shareWords, slotsIn, type Terms, totals } from './terms.ts';
import { hoursOf, type Rescheduling, spanWords } from './tiers.ts';

type Before = { readonly within: number; readonly unit: 'days' | 'hours' };

/**
 * What the clause on moving a booking says; without a term of its own it is once, before the first step of calling off.
 *
 * @param usual How long before the booking a move is asked for where nobody said.
 */
export function movingWords(terms: Terms, usual: Before): Variables {
  const said: Rescheduling = terms.rescheduling?.value ?? {};
  const { free, notice, fee } = said;
  const never = free === 0;
  const lines = feeLines(terms);
  return {
    rescheduleNotice: spanWords(notice ?? usual),
    movingBarred: never && !fee,
    movingTimes: never ? null : timesWords(free),
    movingOnce: (free ?? (free === null ? 0 : 1)) === 1,
    movingAsOften: free === null,
    movingAnyTime: notice ? notice.within === 0 : never,
    movingMonths: countWords(said.months ?? MOVING_MONTHS, 'month'),
    movingFee: lines.length === 1 ? (lines[0] ?? null) : null,
    movingFees: lines.length > 1 ? lines : [],
  };
}

export const countWords = (count: number, word: string) => `${count} ${count === 1 ? word : `${word}s`}`;

/** What moves cost that are not free: one line for all of them, or one for each time at which a request may come. */
function feeLines(terms: Terms): string[] {
  const { fee, free, notice, tiers = [] } = terms.rescheduling?.value ?? {};
  if (!fee) return [];
  const later = [...tiers].sort((a, b) => hoursOf(b) - hoursOf(a));
  const [first] = later;
  if (!first) return [feeWords(fee, terms)];
  const from = free === null && notice ? `less than ${spanWords(notice)} but ` : '';
  return [
    `${from}at least ${spanWords(first)} before: ${feeWords(fee, terms)}`,
    ...later.map((tier, at) => {
      const next = later[at + 1];
      const until = next ? ` but at least ${spanWords(next)}` : '';
      return `less than ${spanWords(tier)}${until} before: ${feeWords(tier, terms)}`;
    }),
  ];
}

type Worth = { readonly percentMilli?: number | undefined; readonly minor?: bigint | undefined };

/** A share is of what is moved: of one booking among several its part, and of work billed as worked its time. */
function feeWords({ percentMilli = 0, minor }: Worth, terms: Terms): string {
  if (minor !== undefined) return formatMoney(money(minor, currencyIn(terms)));
  const share = shareWords(percentMilli);
  if (isWorked(terms)) return `${share} of what the booked time would have cost`;
  if (slotsIn(terms).length > 1) return `${share} of the part of the total price that falls to that booking`;
  return `${formatMoney(shareOfTotal(totals(terms).total, percentMilli))} (${share} of the total price)`;
}
