import { scanDates } from '../briefs/time/dates.ts';
import { readTime } from '../briefs/time/times.ts';
import type { Day } from '../shared/dates.ts';
import { addMinutes, formatDay, wallAt, wallIn } from '../shared/dates.ts';
import { formatAmount, money, parseMoney, scale } from '../shared/money.ts';
import { Refusal } from '../shared/refusal.ts';
import { shownPart } from './part-lines.ts';
import type { Booking, Milestone, Rate, Terms } from './terms.ts';

/** What the form says of how the price is reached and split, and of slots after the first; as it was typed. */
export type PlanValues = {
  unit?: PriceUnit | undefined;
  quantity?: string | undefined;
  cap?: string | undefined;
  milestones?: string | undefined;
  moreDates?: string | undefined;
};

/** The first slot, as it was typed. */
export type BookedValues = {
  bookingAt?: Date | undefined;
  hours?: string | undefined;
  place?: string | undefined;
};

/** What the price in the form is for. */
export const PRICE_UNITS = {
  whole: 'the whole work',
  hour: 'each hour',
  day: 'each day',
  session: 'each session',
  month: 'each month',
} as const;
export type PriceUnit = keyof typeof PRICE_UNITS;

const SHARE = /(?:^|[\s:,(])(\d{1,3})(?:[.,](\d{1,3}))?\s*(?:%|percent\b)/;
const THIRD = /\b(one|a|two) (third|thirds|sixth)\b/i;
const LINES_MAX = 60;

/** How terms stand in these fields. */
export function shownPlan({ rate, milestones, laterBookings, currency }: Terms): PlanValues {
  const code = rate?.value.currency ?? currency?.value ?? 'EUR';
  return {
    unit: rate?.value.unit ?? 'whole',
    quantity: rate?.value.quantityMilli ? String(rate.value.quantityMilli / 1000) : undefined,
    cap: rate && rate.value.capMinor !== null ? formatAmount(money(rate.value.capMinor, code)) : undefined,
    milestones: milestones?.value.map((part) => shownPart(part, code)).join('\n'),
    moreDates: laterBookings?.value.map(shownSlot).join('\n'),
  };
}

function shownSlot({ on, time, minutes, place }: Booking): string {
  const until = time && minutes ? `-${addMinutes(wallAt(on, time), minutes).slice(11, 16)}` : '';
  return [formatDay(on), time && `${time}${until}`, place].filter(Boolean).join('; ');
}

/** The rate that a price for each unit means; undefined when the price is for the whole work. */
export function rateFrom(
  filled: PlanValues & { fee?: string | undefined; currency?: string | undefined },
): Rate | undefined {
  const { unit = 'whole', quantity, cap, currency = '', fee = '' } = filled;
  if (unit === 'whole') {
    if (quantity)
      throw new Refusal('terms.no-unit', 'Choose what the price is for: each hour, day, session or month.', 'unit');
    return undefined;
  }
  const { minor } = parseMoney(fee, currency, 'fee');
  const capMinor = cap ? parseMoney(cap, currency, 'cap').minor : null;
  const quantityMilli = quantityFrom(quantity);
  if (capMinor !== null && quantityMilli !== null)
    throw new Refusal('terms.cap-fixed', 'The number is agreed, so the price is: leave “At most” empty.', 'cap');
  return { unit, minor, currency, quantityMilli, capMinor };
}

/** What a rate with a known quantity comes to, in minor units. */
export function feeOf({ minor, quantityMilli }: Rate): bigint | undefined {
  return quantityMilli === null ? undefined : scale(minor, BigInt(quantityMilli), 1000n);
}

function quantityFrom(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  const parts = /^(\d{1,4})(?:[.,](\d{1,3}))?$/.exec(typed.trim());
  const milli = parts ? Number(parts[1]) * 1000 + Number((parts[2] ?? '').padEnd(3, '0')) : 0;
  if (milli > 0) return milli;
  throw new Refusal('terms.bad-quantity', 'Write how many as a number, like 10 or 2.5, or leave it empty.', 'quantity');
}

const linesIn = (typed: string | undefined) =>
  (typed ?? '')
    .split('\n')
    .map((text) => text.replace(/^[-•*]\s*/, '').trim())
    .filter(Boolean);

/** `Concept: 30%; 2 March`, a part on each line. */
export function partsFrom(typed: string | undefined, currency: string, today: Day): Milestone[] | undefined {
  const lines = linesIn(typed);
  if (lines.length === 0) return undefined;
  if (lines.length > 20) throw new Refusal('terms.too-many', 'Twenty parts at most.', 'milestones');
  return lines.map((text) => partFrom(text, currency, today));
}

function partFrom(text: string, currency: string, today: Day): Milestone {
  const [, label = '', rest = ''] = /^(.*\S)\s*:\s*([^:]+)$/.exec(text) ?? [];
  const [worth = '', ...when] = rest.split(/;|,\s(?=\D)/);
  const dueOn = when.length > 0 ? dayIn(when.join(' '), today, text, 'milestones') : undefined;
  if (label.length === 0 || label.length > 80)
    throw new Refusal(
      'terms.bad-part',
      `“${text.slice(0, 60)}”: write each part like “Concept: 30%” or “Concept: 1,200; 2 March”.`,
      'milestones',
    );
  const share = SHARE.exec(` ${worth}`);
  const third = THIRD.exec(worth);
  const dated = dueOn ? { dueOn } : {};
  if (third) return { label, percentMilli: THIRDS[third[0].toLowerCase().replace('one', 'a')] ?? 0, ...dated };
  if (share)
    return { label, percentMilli: Number(share[1]) * 1000 + Number((share[2] ?? '').padEnd(3, '0')), ...dated };
  return { label, minor: parseMoney(worth.trim(), currency, 'milestones').minor, ...dated };
}

const THIRDS: Record<string, number> = { 'a third': 33_333, 'two thirds': 66_667, 'a sixth': 16_667 };

function dayIn(words: string, today: Day, text: string, field: string): Day {
  const [date, ...more] = scanDates(words, today);
  if (date?.day && more.length === 0) return date.day;
  throw new Refusal(
    'terms.bad-day',
    date?.problem ?? `“${text.slice(0, 60)}” has no day I can read. Write it like 12 June 2027.`,
    field,
  );
}

/** `19 June 2027; 15:00-18:00; Town hall`, a slot on each line; length and place are the first slot's where a line has none. */
export function laterSlotsFrom(
  typed: string | undefined,
  first: Booking | undefined,
  today: Day,
): Booking[] | undefined {
  const lines = linesIn(typed);
  if (lines.length === 0) return undefined;
  if (!first)
    throw new Refusal('terms.no-booking', 'Say first when the first booking is, under “Booked for”.', 'bookingAt');
  if (lines.length > LINES_MAX) throw new Refusal('terms.too-many', 'Sixty more dates at most.', 'moreDates');
  return lines.map((text) => {
    const [date, ...more] = scanDates(text, today);
    if (!date?.day || more.length > 0) throw new Refusal('terms.bad-day', badSlot(text, date?.problem), 'moreDates');
    const read = readTime(text, date, []);
    if (read.problem || !(read.time ?? first.time))
      throw new Refusal('terms.bad-time', badSlot(text, read.problem), 'moreDates');
    const taken = Math.max(date.end, ...read.spans.map(({ end }) => end));
    const place = text
      .slice(taken)
      .replace(/^[\s;,]+/, '')
      .trim();
    return {
      on: date.day,
      time: read.time ?? first.time,
      minutes: read.minutes ?? first.minutes,
      zone: first.zone,
      place: place ? place.slice(0, 200) : first.place,
    };
  });
}

function badSlot(text: string, problem: string | undefined): string {
  return problem ?? `“${text.slice(0, 60)}”: write each date like “19 June 2027; 15:00-18:00”.`;
}

/** The slot in its own zone; Slack gives the instant in the zone of whoever fills the form. */
export function bookingFrom(filled: BookedValues, shown: Booking | undefined, zone: string): Booking | undefined {
  if (!filled.bookingAt) {
    if (!filled.hours && !filled.place) return undefined;
    throw new Refusal('terms.no-booking', 'Say when it is booked, or empty “Hours booked” and “Where”.', 'bookingAt');
  }
  const at = shown?.zone ?? zone;
  const wall = wallIn(at, filled.bookingAt);
  return {
    on: wall.slice(0, 10),
    time: wall.slice(11, 16),
    minutes: minutesFrom(filled.hours),
    zone: at,
    place: filled.place ?? null,
  };
}

function minutesFrom(hours: string | undefined): number | null {
  if (hours === undefined) return null;
  const parts = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(hours.trim());
  const minutes = parts ? Number(parts[1]) * 60 + Math.round(Number(`0.${parts[2] ?? '0'}`) * 60) : Number.NaN;
  if (minutes >= 5 && minutes <= 20_160) return minutes;
  throw new Refusal('terms.bad-hours', 'Write the hours as a number, like 6 or 1.5.', 'hours');
}
