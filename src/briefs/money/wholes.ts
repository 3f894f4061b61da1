import { sumOf } from './amounts.ts';
import type { Sorted } from './money.ts';

type Minor = (sorted: Sorted) => bigint;

/** What may be a part of a price. */
const PART = /^(?:plain|fee|deposit|part|total)$/;

/**
 * The one price that others in the brief make up: neighbours that come to it exactly ("5,400: 1,400, 1,600, 2,400"), or the rows
 * of a table above its total, with a discount between them.
 */
export function wholeAmong(
  text: string,
  { sorted, those }: { sorted: readonly Sorted[]; those: readonly Sorted[] },
  minor: Minor,
): Sorted | undefined {
  const ranked = [...those].sort((a, b) => rank(a) - rank(b));
  for (const whole of ranked) {
    const parts = partsOf(text, whole, sorted, minor);
    // What nothing calls the price is no rival of a fee that its parts make up.
    const called = whole.role === 'total' || whole.role === 'fee';
    const fits = (one: Sorted) => minor(one) === minor(whole) || parts?.has(one) || (called && one.role === 'plain');
    if (parts && those.every(fits)) return whole;
  }
  return undefined;
}

const rank = ({ role }: Sorted) => (role === 'total' ? 0 : role === 'fee' ? 1 : 2);

function partsOf(
  text: string,
  whole: Sorted,
  sorted: readonly Sorted[],
  minor: Minor,
): ReadonlySet<Sorted> | undefined {
  const others = sorted.filter((one) => PART.test(one.role) && minor(one) !== minor(whole));
  const run = runOf(others, minor(whole), minor);
  if (run) return new Set(run);
  // In a table the last figure of a row is the row's; the others are unit prices.
  const line = ({ amount }: Sorted) => text.lastIndexOf('\n', amount.start);
  const above = sorted.filter((one) => one.amount.start < whole.amount.start && line(one) !== line(whole));
  const rows = above.filter(
    (one, at) => PART.test(one.role) && (!above[at + 1] || line(above[at + 1] as Sorted) !== line(one)),
  );
  const sums = above.filter(({ amount }) =>
    /\bsub-?total[^\n]{0,30}$/i.test(text.slice(amount.start - 45, amount.start)),
  );
  for (const sum of [minor(whole), ...sums.map(minor)]) {
    const found = runOf(rows, sum, minor);
    const first = found?.[0];
    if (found && first) return new Set(above.filter((one) => line(one) >= line(first)));
  }
  const reduced = above.filter(({ amount }) =>
    /\b(?:discount|reduction|off)\b/i.test(text.slice(amount.end, whole.amount.start)),
  );
  return whole.role === 'total' && reduced.length === 1 ? new Set(reduced) : undefined;
}

/** Neighbours, at least two, that come to the sum exactly. */
function runOf(those: readonly Sorted[], sum: bigint, minor: Minor): Sorted[] | undefined {
  for (let from = 0; from < those.length - 1; from += 1) {
    let all = 0n;
    for (const [at, one] of those.slice(from).entries()) {
      all += minor(one);
      if (all > sum || minor(one) <= 0n) break;
      if (all === sum && at > 0) return those.slice(from, from + at + 1);
    }
  }
  return undefined;
}

/** Smaller, on a line of its own shortly above the total. */
export function isRowOf(text: string, { amount }: Sorted, { amount: total }: Sorted): boolean {
  const between = text.slice(amount.end, total.start);
  const [row, whole] = [amount, total].map((one) => sumOf(one, 'EUR')?.minor ?? 0n);
  return (
    between.length < 400 &&
    /^[^\p{L}\d]{0,6}\n/u.test(between) &&
    !between.includes('\n\n') &&
    (row ?? 0n) < (whole ?? 0n)
  );
}
