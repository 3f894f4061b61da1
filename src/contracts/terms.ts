import { z } from 'zod';
import { addMinutes, type Day, type Wall, wallAt } from '../shared/dates.ts';
import { type Money, money, scale, shareOf } from '../shared/money.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Sums, sumsOf } from '../shared/tax.ts';

/** Where a value came from: what was read, typed, or taken from a default. */
const ORIGINS = ['brief', 'form', 'workspace', 'template', 'client'] as const;
export const Origin = z.enum(ORIGINS);
export type Origin = z.infer<typeof Origin>;

/** Minor units: a bigint in the program, decimal digits in stored JSON, which has no bigint. */
const Minor = z.union([z.bigint().nonnegative(), z.string().regex(/^\d{1,14}$/)]).transform((minor) => BigInt(minor));
const Currency = z.string().regex(/^[A-Z]{3}$/);
const Fee = z.strictObject({ minor: Minor, currency: Currency });
/** Thousandths of a percent: 50 % is 50_000, 8.875 % is 8_875. */
const PercentMilli = z.int().min(0).max(100_000);
const CalendarDay = z.iso.date();
const Country = z.string().regex(/^[A-Z]{2}$/);
const line = (max: number) => z.string().trim().min(1).max(max);

export const Deposit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('share'), percentMilli: PercentMilli.min(1) }),
  z.strictObject({ kind: z.literal('sum'), minor: Minor }),
]);
export type Deposit = z.infer<typeof Deposit>;

/** A dated slot. A brief may name the day alone: then `time` is null until someone says it. */
export const Booking = z.strictObject({
  on: CalendarDay,
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  minutes: z.int().min(5).max(20_160).nullable(),
  zone: line(60),
  place: line(200).nullable(),
});
export type Booking = z.infer<typeof Booking>;

/** What is owed when the client cancels less than this long before: a share of the total price, or a sum. */
export const CancellationTier = z.strictObject({
  within: z.int().min(1).max(1_000),
  unit: z.enum(['days', 'hours']),
  percentMilli: PercentMilli.optional(),
  minor: Minor.optional(),
});
export type CancellationTier = z.infer<typeof CancellationTier>;
const Cancellation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notice'), days: z.int().min(0).max(365) }),
  z.strictObject({ kind: z.literal('tiers'), tiers: z.array(CancellationTier).min(1).max(8) }),
]);

const sourced = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, origin: Origin, quote: z.string().max(500).optional() });

/** The typed facts of an agreement, each with its origin and, when it was read, the words it was read from. */
export const Terms = z.strictObject({
  title: sourced(line(120)).optional(),
  template: sourced(line(40)).optional(),
  clientName: sourced(line(120)).optional(),
  clientCompany: sourced(line(120)).optional(),
  clientEmail: sourced(z.email().max(254)).optional(),
  clientAddress: sourced(line(300)).optional(),
  clientKind: sourced(z.enum(['business', 'private'])).optional(),
  clientCountry: sourced(Country).optional(),
  clientZone: sourced(line(60)).optional(),
  fee: sourced(Fee).optional(),
  currency: sourced(Currency).optional(),
  taxIncluded: sourced(z.boolean()).optional(),
  taxRateMilli: sourced(PercentMilli).optional(),
  deposit: sourced(Deposit).optional(),
  startOn: sourced(CalendarDay).optional(),
  endOn: sourced(CalendarDay).optional(),
  booking: sourced(Booking).optional(),
  revisions: sourced(z.int().min(0).max(50)).optional(),
  deliverables: sourced(z.array(line(300)).max(40)).optional(),
  netDays: sourced(z.int().min(0).max(365)).optional(),
  cancellation: sourced(Cancellation).optional(),
  governingLaw: sourced(line(80)).optional(),
  specialTerms: sourced(z.string().trim().min(1).max(1_500)).optional(),
});
export type Terms = z.infer<typeof Terms>;
export type TermName = keyof Terms;

/** A value with where it came from and, when it was read, the words it was read from. */
export type Sourced<T> = { value: T; origin: Origin; quote?: string | undefined };

export function term<T>(value: T, origin: Origin, quote?: string): Sourced<T> {
  return quote ? { value, origin, quote: quote.slice(0, 500) } : { value, origin };
}

/** Terms as JSON can hold them; `Terms.parse` brings them back. */
export function termsToJson(terms: Terms): Record<string, unknown> {
  return JSON.parse(JSON.stringify(terms, (_key, value) => (typeof value === 'bigint' ? value.toString() : value)));
}

/** Net, tax and total of the fee, as the invoices will come to. */
export function totals(terms: Terms): Sums {
  const fee = terms.fee?.value;
  if (!fee) throw new Refusal('contract.no-fee', 'Say what the work costs.', 'fee');
  return sumsOf(money(fee.minor, fee.currency), terms.taxRateMilli?.value ?? 0, terms.taxIncluded?.value ?? false);
}

/** Shares that thousandths of a percent can't hold, and what people mean by them. */
const FRACTIONS: Record<number, readonly [bigint, bigint, string]> = {
  33333: [1n, 3n, 'one third'],
  66667: [2n, 3n, 'two thirds'],
  16667: [1n, 6n, 'one sixth'],
};

/** A share of the total price including tax: "a third" of 1,500.00 is 500.00, of 4,000.00 is 1,333.33. */
export function shareOfTotal(total: Money, percentMilli: number): Money {
  const fraction = FRACTIONS[percentMilli];
  return fraction ? money(scale(total.minor, fraction[0], fraction[1]), total.currency) : shareOf(total, percentMilli);
}

/** How a share is said: `50%`, `one third`. */
export function shareWords(percentMilli: number): string {
  return FRACTIONS[percentMilli]?.[2] ?? `${percentMilli / 1000}%`;
}

/** The deposit as a sum; it is part of the total price, and zero when none was agreed. */
export function depositOf(terms: Terms): Money {
  const { total } = totals(terms);
  const deposit = terms.deposit?.value ?? { kind: 'none' };
  if (deposit.kind === 'none') return money(0n, total.currency);
  return deposit.kind === 'sum' ? money(deposit.minor, total.currency) : shareOfTotal(total, deposit.percentMilli);
}

/** When a booking starts and ends, as wall times in its zone; undefined until its time is known. */
export function slotOf(booking: Booking): { start: Wall; end: Wall } | undefined {
  if (!booking.time) return undefined;
  const start = wallAt(booking.on, booking.time);
  return { start, end: addMinutes(start, booking.minutes ?? 60) };
}

/** The contract's end day: the deadline, else the day of the booking. The balance is invoiced on it. */
export function endDayOf(terms: Terms): Day | undefined {
  return terms.endOn?.value ?? terms.booking?.value.on;
}

/** Who the contract is with: the company if there is one, else the person. */
export function partyOf(terms: Terms): string | undefined {
  return terms.clientCompany?.value ?? terms.clientName?.value;
}
