import { type Day, formatDay } from '../shared/dates.ts';
import { formatMoney, type Money } from '../shared/money.ts';

/** One press that settles what a brief left open: what the button says, and what it puts into the form, field by field. */
export type Answer = { readonly label: string; readonly set: Readonly<Record<string, string>> };

/** The days a date can mean. A booking needs its time as well, so without one only the form can tell. */
export function dayAnswers(field: string, days: readonly Day[], time?: string | null): Answer[] {
  if (field === 'booking')
    return time
      ? days.map((day) => ({ label: `${formatDay(day)}, ${time}`, set: { bookingAt: `${day}T${time}` } }))
      : [];
  return days.map((day) => ({ label: formatDay(day), set: { [field]: day } }));
}

/** The prices a brief names, each once. */
export function priceAnswers(sums: readonly Money[]): Answer[] {
  const said = new Map(sums.map((sum) => [formatMoney(sum), sum]));
  return [...said].slice(0, 4).map(([label, { currency }]) => ({ label, set: { fee: label.slice(4), currency } }));
}

export function depositAnswers(milli: readonly number[]): Answer[] {
  const shares = [...new Set(milli)].filter((each) => each > 0 && each <= 100_000 && each % 10 === 0).slice(0, 3);
  const given = shares.map((each) => ({ label: `${each / 1000}%`, set: { deposit: `${each / 1000}%` } }));
  return [...given, { label: 'No deposit', set: { deposit: 'none' } }];
}

/** Start and end that the brief has the wrong way round. */
export function orderAnswers(start: Day, end: Day): Answer[] {
  return [{ label: `${formatDay(end)} to ${formatDay(start)}`, set: { startOn: end, endOn: start } }];
}

export const currencyAnswers = (codes: readonly string[]): Answer[] =>
  [...new Set(codes)].slice(0, 4).map((code) => ({ label: code, set: { currency: code } }));
