import { type CancellationPolicy, callingOffLine } from '../contracts/calling-off.ts';
import { type Day, formatDay } from '../shared/dates.ts';
import { formatAmount, formatMoney, type Money } from '../shared/money.ts';
import { TAX_REASON_WORDS, type TaxReason } from '../shared/tax.ts';
import { cut } from '../shared/typed.ts';

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
  return [...said]
    .slice(0, 4)
    .map(([label, sum]) => ({ label, set: { fee: formatAmount(sum), currency: sum.currency } }));
}

/** The deposits a brief names, as shares in thousandths of a percent and as sums; there may also be none. */
export function depositAnswers(milli: readonly number[], sums: readonly Money[] = []): Answer[] {
  const shares = [...new Set(milli)].filter((each) => each > 0 && each <= 100_000 && each % 10 === 0).slice(0, 3);
  const given = shares.map((each) => ({ label: `${each / 1000}%`, set: { deposit: `${each / 1000}%` } }));
  const asSums = priceAnswers(sums).map(({ label, set }) => ({ label, set: { deposit: set.fee ?? '' } }));
  return [...given, ...asSums, { label: 'No deposit', set: { deposit: 'none' } }].slice(-5);
}

/** The laws a brief names. */
export const lawAnswers = (places: readonly string[]): Answer[] =>
  places.slice(0, 4).map((place) => ({ label: cut(upperFirst(place), 70), set: { law: place } }));

/** The numbers of days within which a brief wants invoices paid; more than half a year is a slip. */
export const payAnswers = (days: readonly number[]): Answer[] =>
  counts(days, 180).map((count) => ({
    label: count === 0 ? 'On receipt' : `${count} ${count === 1 ? 'day' : 'days'}`,
    set: { netDays: String(count) },
  }));

export const roundAnswers = (rounds: readonly number[]): Answer[] =>
  counts(rounds, 50).map((count) => ({
    label: `${count} ${count === 1 ? 'round' : 'rounds'}`,
    set: { revisions: String(count) },
  }));

/** What a brief may mean by its words on calling off, and what is usual for the kind of work. */
export function callingOffAnswers(policies: readonly CancellationPolicy[], currency: string): Answer[] {
  const said = [...new Set(policies.map((policy) => callingOffLine(policy, currency)))].slice(0, 3);
  const given = said.map((words) => ({ label: cut(upperFirst(words), 70), set: { cancellation: words } }));
  return [...given, { label: 'As usual for this kind of work', set: { cancellation: 'as usual' } }];
}

const counts = (all: readonly number[], most: number) =>
  [...new Set(all)].filter((count) => count >= 0 && count <= most).slice(0, 4);
const upperFirst = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The reasons a brief may mean where no tax is added, the rate it has besides, and what else may be so. */
export function taxAnswers(of: { reasons: readonly TaxReason[]; rate?: number | undefined; other?: string }): Answer[] {
  const { reasons, rate = 0, other } = of;
  const taxed = `${rate / 1000}`;
  return [
    ...reasons.map((reason) => ({
      label: `No tax: ${TAX_REASON_WORDS[reason]}`,
      set: { taxReason: reason, taxRate: '0' },
    })),
    ...(rate > 0 ? [{ label: `${taxed}% tax`, set: { taxReason: 'none', taxRate: taxed } }] : []),
    ...(other && rate === 0 ? [{ label: other, set: { taxReason: 'none' } }] : []),
  ];
}

/** Start and end that the brief has the wrong way round. */
export function orderAnswers(start: Day, end: Day): Answer[] {
  return [{ label: `${formatDay(end)} to ${formatDay(start)}`, set: { startOn: end, endOn: start } }];
}

export const currencyAnswers = (codes: readonly string[]): Answer[] =>
  [...new Set(codes)].slice(0, 4).map((code) => ({ label: code, set: { currency: code } }));
