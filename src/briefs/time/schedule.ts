import { type Booking, type TermName, type Terms, term } from '../../contracts/terms.ts';
import { addDays, compareDays, type Day, weekdayOf } from '../../shared/dates.ts';
import { dayAnswers, orderAnswers } from '../answers.ts';
import { likeliestDay, weighDays } from '../meanings/days.ts';
import type { BriefContext, Note, Span } from '../passages/text.ts';
import { bargainOf, type Turn, turnsIn } from '../passages/turns.ts';
import { eitherWeek, withAskedFree } from './asked-free.ts';
import { CORRECTED, isJoined, NEAR, type Placed, placeDates } from './date-roles.ts';
import type { DateMention } from './dates.ts';
import { withoutDoubted } from './doubted.ts';
import { withMovedTo } from './moved-to.ts';
import { clocksOf, isTimed, type Owned, ownedTimes, type Written } from './owned.ts';
import { withRivals } from './rivals.ts';
import type { Role } from './role-words.ts';
import { quoteOfSlots, readSlots } from './slots.ts';
import { reweighed } from './weighing.ts';

export type ScheduleReading = {
  readonly found: Pick<Terms, 'startOn' | 'endOn' | 'booking'>;
  /** Every dated slot, where the brief has several that are all clear; the terms hold one. */
  readonly bookings: readonly Booking[];
  /** The words of the brief from the first of them to the last. */
  readonly bookingsQuote: string | undefined;
  readonly notes: Note[];
  readonly spans: Span[];
};

/** Gives each date its meaning by the words beside it; a date with two meanings, or none, becomes a question. */
export function readSchedule(
  text: string,
  all: readonly DateMention[],
  taken: readonly Span[],
  context: BriefContext,
  written: Written,
): ScheduleReading {
  const notes: Note[] = [];
  const hours = clocksOf(written);
  const dates = withoutHours(all, hours);
  const turns = turnsIn(text);
  const clocks = ownedTimes(text, hours, dates, taken, written);
  const timed = (day: DateMention) => isTimed(text, clocks, day) || SAME_TIME.test(text.slice(day.end, day.end + 40));
  const told = reweighed(withoutCounted(placeDates(text, dates)), written.said, {
    ...{ text, source: written.source, timed },
  });
  const timely = told.map((one) => withItsTime(text, one, clocks));
  const listed = withItsList(weighDays({ text, dates, clocks }, timely, context.today), text);
  const known = withoutOthersEvents(withMovedTo(listed, text), text, clocks);
  const free = withAskedFree(withRivals(known, written.said, written.source), written.said, written.source);
  const placed = free.placed;
  notes.push(...free.notes);
  const of = (...roles: Role[]) =>
    standing(
      text,
      placed.filter(({ role }) => roles.includes(role)),
      turns,
    );
  const slotted = of('booking').map(({ mention }) => eitherWeek(mention, context.today));
  const slots = readSlots(text, slotted, dates, { taken, clocks }, context, notes);
  const timeOf = (mention: DateMention) =>
    slots.find((slot) => slot.mention.day === mention.day)?.term.value.time ??
    clocks.find(({ of, ends }) => of === mention && !ends)?.time ??
    null;
  const slot = pick(slotted, 'booking', notes, timeOf);
  const finals = of('final').some(({ mention }) => mention.day);
  const attended = slotted.map(({ day }) => day);
  // Where the rules find no day, or several, what was learned may know which.
  const one = (meaning: 'start' | 'end', those: readonly DateMention[], taken: readonly (Day | undefined)[]) => {
    const days = new Set(those.map(({ day }) => day)).size;
    const clear = days === 1 || those.some(({ problem }) => problem);
    const learned = clear ? undefined : likeliestDay(placed, meaning, { taken, several: days > 1 });
    return learned ?? pick(those, `${meaning}On`, notes);
  };
  const begun = one('start', surest(of('start')), attended);
  // What is attended on a day has no first day of its own.
  const start = attended.includes(begun?.day) ? undefined : begun;
  const final = one('end', surest(finals ? of('final') : of('end', 'final')), [...attended, begun?.day]);
  const end = after(begun, final);
  const booking = slot && slots.find(({ mention }) => mention.day === slot.day)?.term;
  const found: ScheduleReading['found'] = booking ? { booking } : {};
  if (start?.day && end?.day && compareDays(end.day, start.day) < 0) {
    const sentence = `The start, “${start.text}”, would be after the end, “${end.text}”.`;
    const answers = orderAnswers(start.day, end.day);
    notes.push({ code: 'brief.order', field: 'startOn', sentence, answers });
    notes.push({ code: 'brief.order-end', field: 'endOn', sentence: 'So the last day is open as well.' });
  } else {
    if (start?.day) found.startOn = term(start.day, 'brief', start.text);
    if (end?.day) found.endOn = term(end.day, 'brief', end.text);
  }
  notes.push(...unexplained(placed, found), ...soonIn(text, found));
  const clear = !slotted.some(({ problem }) => problem);
  const reading = {
    found,
    bookings: clear ? inOrder(slots.map((each) => each.term.value)) : [],
    bookingsQuote: quoteOfSlots(text, slots),
    notes,
    spans: slots.flatMap(({ spans }) => spans),
  };
  return withoutDoubted(reading, { text, placed }, { booking: slotted, startOn: [start], endOn: [end] }, timeOf);
}

/**
 * What is delivered before an event is made for it: such a day is somebody else's, unless a time says when to be there. So is
 * one beside work that has its own beginning and end.
 */
function withoutOthersEvents(placed: readonly Placed[], text: string, clocks: readonly Owned[]): Placed[] {
  const daysOf = (...roles: Role[]) =>
    placed.flatMap(({ role, mention }) => (roles.includes(role) ? (mention.day ?? []) : []));
  const [end] = daysOf('end', 'final');
  const [start] = daysOf('start');
  return placed.map((one) => {
    const { day } = one.mention;
    if (one.role !== 'booking' || !end || !day || (compareDays(day, end) <= 0 && !start)) return one;
    return isTimed(text, clocks, one.mention) ? one : { ...one, role: 'other' };
  });
}

/** What is due the day before something begins is due for it, and that begins none of the work. */
function withoutCounted(placed: readonly Placed[]): Placed[] {
  const from = new Set(
    placed.flatMap(({ mention }) => ((mention.day ?? '') < (mention.from ?? '') ? mention.from : [])),
  );
  return placed.map((one) =>
    from.has(one.mention.day) && one.role === 'start' ? { ...one, role: 'other', strong: true, bare: false } : one,
  );
}

/** "10 bis 12" are hours, not the 12th. */
const withoutHours = (days: readonly DateMention[], hours: readonly Span[]) =>
  days.filter(
    (day) => !/^\d{1,2}\.?$/.test(day.text) || !hours.some(({ start, end }) => start < day.start && day.start < end),
  );

/** Said of a day that has the time of another. */
const SAME_TIME = /^[^.\n\d]{0,20}(?:same time|gleiche[nr]? (?:uhr)?zeit|même heure|misma hora)/i;

/** "14 December and 4 January at 12.15": days of one list that nothing else is said of mean the same. */
const withItsList = (placed: readonly Placed[], text: string): Placed[] =>
  placed.map((one, at) => {
    const [before, behind] = [placed[at - 1], placed[at + 1]];
    const near =
      (before?.role === 'booking' && isJoined(text, before.mention, one.mention)) ||
      (behind?.role === 'booking' && isJoined(text, one.mention, behind.mention));
    return near && one.role === 'open' && one.mention.day ? { ...one, role: 'booking', bare: true } : one;
  });

/** "22 April, kick off 9.30": what begins is the hour's, and the day is one to be there. */
function withItsTime(text: string, one: Placed, clocks: readonly Owned[]): Placed {
  if (one.role === 'booking' || one.mention.part || !one.mention.day) return one;
  const begins = clocks.some(({ of, start, end, ends, time }) => {
    if (of !== one.mention || ends || time === null) return false;
    const lead = text.slice(Math.max(0, start - 30, of.end <= start ? of.end : 0), start);
    return BEGINS_THEN.test(lead) || /^ (?:start|sharp|kick-?off|beginn|anpfiff)\b/i.test(text.slice(end, end + 12));
  });
  return begins ? { ...one, role: 'booking', strong: true, bare: false } : one;
}
/** Right before the hour at which what is booked begins. */
const BEGINS_THEN =
  /(?<![a-zà-ÿ])(?:start|begin|began|kick|commenc|downbeat|on stage|doors|set ?up|plate|open|play|beginn|anfang|fäng|fang|los|auftritt|einsatz|dienst|début|démarr|empez|empiez|empec|comienz|comenz|inici|arranc|misa|ceremon|cérémon)[a-zà-ÿ]*(?: [a-zà-ÿ'’]{1,12}){0,3}[:,]? (?:at |um |from |à |a las? |by )?$/i;

const inOrder = (all: readonly Booking[]) => [...all].sort((a, b) => compareDays(a.on, b.on));

/** "Starting Mon 22 Feb, done by the Friday": the first such day of the week from the start on. */
function after(start: DateMention | undefined, end: DateMention | undefined): DateMention | undefined {
  const [from, day] = [start?.day, end?.day];
  if (!end?.weekday || !from || !day || compareDays(day, from) >= 0) return end;
  return { ...end, day: addDays(from, (weekdayOf(day) - weekdayOf(from) + 7) % 7) };
}

/** Dates that nothing explains: they ask for the end where the brief has none. */
function unexplained(placed: readonly Placed[], found: ScheduleReading['found']): Note[] {
  const known = new Set([found.startOn?.value, found.endOn?.value, found.booking?.value.on]);
  return placed.flatMap(({ mention, role }): Note[] => {
    if (role !== 'open' || mention.past || (mention.day && known.has(mention.day))) return [];
    const sentence = mention.problem ?? `The brief does not say what happens on “${mention.text}”.`;
    const code = mention.problem ? 'brief.date' : 'brief.open-date';
    const days = mention.either ?? (mention.day ? [mention.day] : []);
    const note = { code, sentence, quote: mention.text } as const;
    return [found.endOn ? note : { ...note, field: 'endOn', answers: dayAnswers('endOn', days) }];
  });
}

function soonIn(text: string, found: ScheduleReading['found']): Note[] {
  const soon =
    /\b(?:start\w*|begin\w*|kick-?off):? (?:[a-z]+ ){0,3}(?:soon|asap|shortly|dès que|aussitôt que|quand|une fois que|as soon as)\b|\bsoon (?:[a-z]+ ){0,2}(?:start\w*|begin\w*)\b/i.exec(
      text,
    )?.[0];
  if (!soon || found.startOn) return [];
  return [{ code: 'brief.date', field: 'startOn', sentence: `“${soon}” is not one day.`, quote: soon }];
}

/** The days of one kind that still stand: not those corrected at once, offered and refused in a thread, or over. */
function standing(text: string, placed: readonly Placed[], turns: readonly Turn[]): readonly Placed[] {
  const kept = placed.filter(({ mention }, at) => {
    const next = placed[at + 1]?.mention;
    const between = next && next.start - mention.end < NEAR ? text.slice(mention.end, next.start) : '';
    return !CORRECTED.test(between);
  });
  const now = kept.some(({ mention }) => mention.day) ? kept.filter(({ mention }) => !mention.past) : kept;
  const offers = now.map(({ mention }) => ({ ...mention, key: mention.day ?? mention.text }));
  const bargain = bargainOf(turns, offers);
  return bargain.kind === 'agreed'
    ? now.filter(({ mention }) => (mention.day ?? mention.text) === bargain.agreed.key)
    : now;
}

/** Where several days are named, those that a word makes the start or the end count before those that a preposition does. */
function surest(placed: readonly Placed[]): DateMention[] {
  const strong = placed.filter((one) => one.strong);
  const days = new Set(strong.map(({ mention }) => mention.day));
  return (days.size === 1 && strong[0]?.mention.day ? strong : placed).map(({ mention }) => mention);
}

/** The one date of a role; several different ones, or one that can't be known, are noted and asked. */
function pick(
  those: readonly DateMention[],
  field: TermName,
  notes: Note[],
  timeOf?: (mention: DateMention) => string | null,
): DateMention | undefined {
  const problem = those.find((mention) => mention.problem);
  const days = new Set(those.map((mention) => mention.day));
  const answersFor = (mentions: readonly DateMention[]) => {
    const meant = [...new Set(mentions.flatMap(({ day, either }) => either ?? day ?? []))];
    const [first] = mentions;
    return dayAnswers(field, meant.slice(0, 4), first && timeOf?.(first));
  };
  if (problem?.problem) {
    const [sentence, quote] = [problem.problem, problem.text];
    notes.push({ code: 'brief.date', field, sentence, quote, answers: answersFor([problem]) });
  } else if (days.size > 1) {
    // "4, 5 and 6 May" is said once for three days.
    const list = [...new Set(those.map((mention) => mention.text))].slice(0, 4).join(' and ');
    const sentence = `The brief names more than one day here: ${list}.`;
    notes.push({ code: 'brief.several-dates', field, sentence, answers: answersFor(those) });
  } else return those[0];
  return undefined;
}
