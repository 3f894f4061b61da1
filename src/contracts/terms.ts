import { z } from 'zod';
import { addMinutes, addMonths, type Day, type Wall, wallAt } from '../shared/dates.ts';
import { type Money, money, scale, shareOf } from '../shared/money.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Sums, sumsOf, TAX_REASONS } from '../shared/tax.ts';
import { ChangeOf } from './change-of.ts';
import { Deliverable } from './deliverable.ts';
import { Rights } from './rights.ts';
import { Area, Country, Currency, line, Minor, PercentMilli, TaxNumber } from './term-values.ts';
import { Cancellation, Rescheduling } from './tiers.ts';
import { Purpose, SecretMonths } from './unpriced.ts';

/** Where a value came from: what was read, typed, or taken from a default; words a model wrote say so. */
export const Origin = z.enum(['brief', 'form', 'workspace', 'template', 'client', 'model']);
export type Origin = z.infer<typeof Origin>;

const Fee = z.strictObject({ minor: Minor, currency: Currency });
const CalendarDay = z.iso.date();

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

/** What one unit of the work costs. With a quantity (thousandths of a unit) it makes the fee; without, work is billed as worked. */
export const Rate = z.strictObject({
  unit: z.enum(['hour', 'day', 'session', 'month']),
  minor: Minor,
  currency: Currency,
  quantityMilli: z.int().min(1).max(10_000_000).nullable(),
  /** What work billed as worked may come to at most, before tax if prices are plus tax. */
  capMinor: Minor.nullable(),
});
export type Rate = z.infer<typeof Rate>;

/** A named part of the price, a share or a sum of it; without a day it is invoiced when it is done. */
export const Milestone = z.strictObject({
  label: line(80),
  percentMilli: PercentMilli.min(1).optional(),
  minor: Minor.optional(),
  dueOn: CalendarDay.optional(),
});
export type Milestone = z.infer<typeof Milestone>;

const Expenses = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('included') }),
  z.strictObject({ kind: z.literal('at-cost') }),
  z.strictObject({ kind: z.literal('capped'), minor: Minor }),
]);

const sourced = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, origin: Origin, quote: z.string().max(500).optional() });

/** Longest custom wording of each slot, in characters. */
export const NOTES_MAX = { scopeNotes: 1_200, acceptanceNotes: 600, specialTerms: 1_500 } as const;

/** The typed facts of an agreement, each with its origin and, when it was read, the words it was read from. */
export const Terms = z.strictObject({
  /** Nothing is to be paid under it: the template has no price, and neither has the contract. */
  unpriced: sourced(z.literal(true)).optional(),
  title: sourced(line(120)).optional(),
  template: sourced(line(40)).optional(),
  clientName: sourced(line(120)).optional(),
  clientCompany: sourced(line(120)).optional(),
  clientEmail: sourced(z.email().max(254)).optional(),
  clientAddress: sourced(line(300)).optional(),
  clientTaxId: sourced(TaxNumber).optional(),
  clientKind: sourced(z.enum(['business', 'private'])).optional(),
  clientCountry: sourced(Country).optional(),
  /** The part of the country that a law may be of, as law packs name it: `US-CA`, `US-NY-NYC`. */
  clientArea: sourced(Area).optional(),
  clientZone: sourced(line(60)).optional(),
  /** The whole fixed price; a contract that bills work as worked has a rate and no fee. */
  fee: sourced(Fee).optional(),
  rate: sourced(Rate).optional(),
  milestones: sourced(z.array(Milestone).min(1).max(20)).optional(),
  currency: sourced(Currency).optional(),
  taxIncluded: sourced(z.boolean()).optional(),
  taxRateMilli: sourced(PercentMilli).optional(),
  /** Why no tax is added; with one the rate is zero. */
  taxReason: sourced(z.enum(TAX_REASONS)).optional(),
  deposit: sourced(Deposit).optional(),
  startOn: sourced(CalendarDay).optional(),
  endOn: sourced(CalendarDay).optional(),
  booking: sourced(Booking).optional(),
  /** The slots after the first, in order. */
  laterBookings: sourced(z.array(Booking).min(1).max(60)).optional(),
  revisions: sourced(z.int().min(0).max(50)).optional(),
  deliverables: sourced(z.array(Deliverable).max(40)).optional(),
  netDays: sourced(z.int().min(0).max(365)).optional(),
  cancellation: sourced(Cancellation).optional(),
  rescheduling: sourced(Rescheduling).optional(),
  /** The share of the price of the work not yet done that a client owes who ends it early. */
  killFee: sourced(z.strictObject({ percentMilli: PercentMilli.min(1) })).optional(),
  expenses: sourced(Expenses).optional(),
  /** Days after which delivered work that nobody objected to is accepted. */
  acceptanceDays: sourced(z.int().min(1).max(60)).optional(),
  rights: sourced(Rights).optional(),
  portfolio: sourced(z.enum(['yes', 'after-publication', 'no'])).optional(),
  confidentialityYears: sourced(z.int().min(0).max(10)).optional(),
  governingLaw: sourced(line(80)).optional(),
  scopeNotes: sourced(z.string().trim().min(1).max(NOTES_MAX.scopeNotes)).optional(),
  acceptanceNotes: sourced(z.string().trim().min(1).max(NOTES_MAX.acceptanceNotes)).optional(),
  specialTerms: sourced(z.string().trim().min(1).max(NOTES_MAX.specialTerms)).optional(),
  purpose: sourced(Purpose).optional(),
  secretMonths: sourced(SecretMonths).optional(),
  changeOf: sourced(ChangeOf).optional(),
  /** Which clause of a family stands, where it is not the template's own: family to clause id. */
  variants: sourced(z.record(line(40), line(40))).optional(),
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

/** Whether the work is billed as it is worked: there is a rate, and nobody knows yet what it comes to. */
export function isWorked({ fee, rate }: Pick<Terms, 'fee' | 'rate'>): boolean {
  return fee === undefined && rate !== undefined;
}

/** Whether anything is to be paid under a contract; one without a price has no fee, no deposit and no invoices. */
export const isPriced = ({ unpriced }: Pick<Terms, 'unpriced'>) => unpriced === undefined;

/** Net, tax and total of the fixed price, as the invoices will come to; nothing where there is none to know. */
export function totals(terms: Terms): Sums {
  const none = terms.rate || !isPriced(terms) ? money(0n, currencyIn(terms)) : undefined;
  const fee = terms.fee?.value ?? none;
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

/** The currency a figure without one is in. */
export function currencyIn({ fee, rate, currency }: Terms): string {
  return fee?.value.currency ?? rate?.value.currency ?? currency?.value ?? 'EUR';
}

export type MilestoneSum = { label: string; sum: Money; dueOn: Day | undefined };

/**
 * What each part of the price comes to, tax included. Every part but the last is its share; the last is what is left of the
 * whole, so that the parts make the price to the last unit. A deposit is taken off the last part.
 */
export function milestoneSums(terms: Terms): MilestoneSum[] {
  const { total } = totals(terms);
  const parts = terms.milestones?.value ?? [];
  let left = total.minor;
  return parts.map((part, index) => {
    const sum = index === parts.length - 1 ? left : partSum(terms, part);
    left -= sum;
    return { label: part.label, sum: money(sum, total.currency), dueOn: part.dueOn };
  });
}

/** What a part comes to as it was said, tax included, in minor units. */
export function partSum(terms: Terms, part: Milestone | undefined): bigint {
  const { total } = totals(terms);
  if (!part) return 0n;
  if (part.minor === undefined) return shareOfTotal(total, part.percentMilli ?? 0).minor;
  const { taxRateMilli, taxIncluded } = terms;
  return sumsOf(money(part.minor, total.currency), taxRateMilli?.value ?? 0, taxIncluded?.value ?? false).total.minor;
}

/** Every slot of the contract, the first one first. */
export function slotsIn(terms: Pick<Terms, 'booking' | 'laterBookings'>): Booking[] {
  return terms.booking ? [terms.booking.value, ...(terms.laterBookings?.value ?? [])] : [];
}

/** When a booking starts and ends, as wall times in its zone; undefined until its time is known. */
export function slotOf(booking: Booking): { start: Wall; end: Wall } | undefined {
  if (!booking.time) return undefined;
  const start = wallAt(booking.on, booking.time);
  return { start, end: addMinutes(start, booking.minutes ?? 60) };
}

/** How many whole months work by the month with a known start is agreed for; undefined for any other work. */
export function monthsIn({ rate, startOn, milestones }: Terms): number | undefined {
  const count = (rate?.value.quantityMilli ?? 0) / 1000;
  if (rate?.value.unit !== 'month' || !startOn || milestones) return undefined;
  return Number.isInteger(count) && count >= 2 && count <= 60 ? count : undefined;
}

/** The contract's end day: the deadline, else the end of the last month or of the last booking. */
export function endDayOf(terms: Terms): Day | undefined {
  const months = monthsIn(terms);
  const lastMonth = months && terms.startOn ? addMonths(terms.startOn.value, months, -1) : undefined;
  const days = slotsIn(terms).map(({ on }) => on);
  return terms.endOn?.value ?? lastMonth ?? days.sort().at(-1);
}

/** Who the contract is with: the company if there is one, else the person. */
export function partyOf(terms: Terms): string | undefined {
  return terms.clientCompany?.value ?? terms.clientName?.value;
}
