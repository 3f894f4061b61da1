import { unitPriceWords } from '../contracts/rate-wording.ts';
import { type Rate, type Sourced, type Terms, term } from '../contracts/terms.ts';
import { addMonths } from '../shared/dates.ts';
import { formatMoney, money, scale } from '../shared/money.ts';
import type { ParsedBrief } from './brief.ts';
import { type Part, partsAsTerms } from './money/parts.ts';
import type { Note } from './passages/text.ts';

type Read = Pick<ParsedBrief, 'found' | 'questions' | 'notes' | 'beyond'>;

/**
 * A brief's reading as the terms of one contract: a rate with a known number of units makes the price, several slots follow
 * one another, a price that was split keeps its parts. What fits no term is said in a note.
 */
export function contractTerms<R extends Read>(read: R): R {
  const { found, beyond } = read;
  const more: Terms = {};
  // The question what the whole comes to is answered by a rate that stands in the terms, and a limit by its cap.
  const rated = beyond.rate && !found.fee;
  const capped = rated && beyond.rate.value.capMinor !== null;
  // Several clear slots are no question which of their days is meant.
  const slotted = beyond.bookings.length > 1 && beyond.bookings.every(({ time }) => time !== null);
  const notes = read.notes.filter(
    ({ code, field }) =>
      !(rated && code === 'brief.fee-rate') &&
      !(capped && code === 'brief.fee-limit') &&
      !(slotted && code === 'brief.several-dates' && field === 'booking'),
  );
  const first = beyond.bookings[0];
  if (first && beyond.bookings.length > 1) {
    more.booking = found.booking ?? term(first, 'brief', beyond.bookingsQuote);
    more.laterBookings = term(beyond.bookings.slice(1), 'brief', beyond.bookingsQuote);
  }
  if (beyond.milestones && found.fee) Object.assign(more, partsFor(beyond.milestones, found));
  const rate = beyond.rate && { ...beyond.rate, value: counted(beyond.rate.value, { ...found, ...more }) };
  const whole = rate && wholeOf(rate.value);
  if (rate && !found.fee) {
    more.rate = rate;
    if (whole) more.fee = term(whole, 'brief', rate.quote);
  } else if (rate && whole && whole.minor === found.fee?.value.minor) more.rate = rate;
  else if (rate && found.fee) notes.push(besideNote(rate.value, found));
  if (beyond.overage) notes.push(besideNote(beyond.overage.value, found));
  const terms = { ...found, ...more };
  const settled = (name: string) =>
    (terms.rate &&
      ((name === 'fee' && !notes.some(({ field }) => field === 'fee')) || (name === 'endOn' && !terms.fee))) ||
    (name === 'booking' && more.laterBookings && terms.booking?.value.time) ||
    (name === 'endOn' && more.laterBookings);
  return { ...read, found: terms, notes, questions: read.questions.filter((name) => !settled(name)) };
}

/** The parts of the price; the first is the deposit where it is paid ahead and nothing else is said of one. */
function partsFor({ value, quote }: Sourced<Part[]>, { deposit }: Terms): Terms {
  const parts = partsAsTerms(deposit ? value.map(({ ahead: _, ...part }) => part) : value);
  return {
    milestones: term(parts.milestones, 'brief', quote),
    ...(parts.deposit && { deposit: term(parts.deposit, 'brief', quote) }),
  };
}

function besideNote(rate: Rate, { fee }: Terms): Note {
  const price = fee ? ` The price is taken as fixed at ${formatMoney(fee.value)};` : ' It is not the price;';
  return {
    code: 'brief.rate-beside',
    sentence: `The brief also has ${unitPriceWords(rate)}.${price} put the rate into Special terms if it should stand.`,
  };
}

/** Units that need no counting by anyone: the slots that are booked, the months between two days. */
function counted(rate: Rate, { booking, laterBookings, startOn, endOn }: Terms): Rate {
  // What may come to less than a cap has no price yet, and the number beside it is a guess.
  if (rate.capMinor !== null) return { ...rate, quantityMilli: null };
  if (rate.quantityMilli !== null) return rate;
  if (rate.unit === 'session' && booking && laterBookings)
    return { ...rate, quantityMilli: 1000 * (1 + laterBookings.value.length) };
  if (rate.unit === 'month' && startOn && endOn) {
    const months = monthsBetween(startOn.value, endOn.value);
    if (months) return { ...rate, quantityMilli: 1000 * months };
  }
  return rate;
}

/** Whole months from one day to the other, the last day included; undefined when they are not whole. */
function monthsBetween(from: string, to: string): number | undefined {
  for (let months = 1; months <= 60; months += 1) {
    const end = addMonths(from, months);
    // From the 1st to the last of a month, and from the 1st to the 1st.
    if (end === to || addMonths(from, months, -1) === to) return months;
    if (end > to) return undefined;
  }
  return undefined;
}

function wholeOf({ minor, quantityMilli, currency }: Rate) {
  return quantityMilli === null ? undefined : money(scale(minor, BigInt(quantityMilli), 1000n), currency);
}
