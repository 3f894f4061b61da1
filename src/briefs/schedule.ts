import { type Booking, type TermName, type Terms, term } from '../contracts/terms.ts';
import { compareDays, type Day, isZone } from '../shared/dates.ts';
import { dayAnswers, orderAnswers } from './answers.ts';
import type { DateMention } from './dates.ts';
import { type BriefContext, type Note, type Span, wordsAfter, wordsBefore } from './text.ts';
import { readTime } from './times.ts';

type Role = 'start' | 'end' | 'final' | 'booking' | 'other' | 'open';
type Placed = { readonly mention: DateMention; readonly role: Role };

const ROLES: readonly (readonly [Role, RegExp])[] = [
  [
    'other',
    /\b(?:invoice\w*|pay(?:s|ment|able|ing)?|paid|valid|expires?|offer|born|founded|met|spoke|talked|wrote|written|sent|since|dated|signed|holiday|away|vacation|closed|mailed|called|draft|first version|milestone|feedback|review)\b/g,
  ],
  [
    'booking',
    /\b(?:wedding|events?|shoot\w*|sessions?|workshops?|booked|booking|ceremony|party|conference|concert|takes? place|happen\w*|held|gig|keynote|talk|training|reception|birthday|photograph\w*)\b/g,
  ],
  [
    'start',
    /\b(?:start(?:s|ing|ed)?|begin(?:s|ning)?|kick(?:s|ing)?[- ]?off|commenc\w*|from|as of|onwards|between)\b/g,
  ],
  [
    'end',
    /\b(?:done|due|deadline|finish\w*|complet\w*|deliver\w*|until|till|to|ends?|ending|ready|before|by|no later than|latest|hand(?:ed|ing)?[- ]?over|launch\w*|live|wrap\w*|through|submit\w*|needs?|needed)\b/g,
  ],
  ['final', /\b(?:final|everything|all (?:done|files)|whole|last)\b/g],
];
/** Words that link without saying anything: "start on the", "deadline is". */
const FILLER = /(?:\b(?:on|the|of|is|at|for|a|date|day|will be|be|set for|planned for|no later than|and)|[:=,]) ?$/;
const ABOUT = /\b(?:around|about|approx\w*\.?|circa|ca\.?|roughly|sometime|maybe|perhaps|probably|or so) ?$/;
const AFTER: readonly (readonly [Role, RegExp])[] = [
  ['start', /^ ?(?:start|kick-?off|to begin|-|–|to\b|until\b|till\b|through\b)/],
  ['end', /^ ?(?:deadline|delivery|at the latest|latest|launch|due)/],
  ['booking', /^ ?(?:wedding|shoot|session|workshop|event|ceremony|concert|party)/],
];

export type ScheduleReading = {
  readonly found: Pick<Terms, 'startOn' | 'endOn' | 'booking'>;
  /** Every dated slot, where the brief has several that are all clear; the terms hold one. */
  readonly bookings: readonly Booking[];
  readonly notes: Note[];
  readonly spans: Span[];
};

/** Gives each date its meaning by the words beside it; a date with two meanings, or none, becomes a question. */
export function readSchedule(
  text: string,
  dates: readonly DateMention[],
  taken: readonly Span[],
  context: BriefContext,
): ScheduleReading {
  const notes: Note[] = [];
  const dated = isDated(text);
  const placed = dates.map((mention) => ({ mention, role: roleOf(text, mention, dated) }));
  const timeOf = (mention: DateMention) => readTime(text, mention, [...taken, ...dates]).time;
  const slot = pick(placed, ['booking'], 'booking', notes, timeOf);
  const booking = readBooking(text, slot, dates, taken, context, notes);
  const finals = placed.filter((p) => p.role === 'final' && p.mention.day);
  const end = pick(placed, finals.length > 0 ? ['final'] : ['end', 'final'], 'endOn', notes);
  const start = pick(placed, ['start'], 'startOn', notes);
  const found: ScheduleReading['found'] = booking.found ? { booking: booking.found } : {};
  if (start?.day && end?.day && compareDays(end.day, start.day) < 0) {
    const sentence = `The start, “${start.text}”, would be after the end, “${end.text}”.`;
    const answers = orderAnswers(start.day, end.day);
    notes.push({ code: 'brief.order', field: 'startOn', sentence, answers });
    notes.push({ code: 'brief.order-end', field: 'endOn', sentence: 'So the last day is open as well.' });
  } else {
    if (start?.day) found.startOn = term(start.day, 'brief', start.text);
    if (end?.day) found.endOn = term(end.day, 'brief', end.text);
  }
  for (const { mention, role } of placed) {
    if (role !== 'open') continue;
    const sentence = mention.problem ?? `The brief does not say what happens on “${mention.text}”.`;
    const code = mention.problem ? 'brief.date' : 'brief.open-date';
    const days = mention.either ?? (mention.day ? [mention.day] : []);
    notes.push({ code, field: 'endOn', sentence, quote: mention.text, answers: dayAnswers('endOn', days) });
  }
  const slots = placed.filter((p) => p.role === 'booking').map((p) => p.mention);
  const each = slots.map((mention) => readBooking(text, mention, dates, taken, context, []).found?.value);
  const soon =
    /\b(?:start\w*|begin\w*|kick-?off):? (?:[a-z]+ ){0,3}(?:soon|asap|shortly)\b|\bsoon (?:[a-z]+ ){0,2}(?:start\w*|begin\w*)\b/i.exec(
      text,
    )?.[0];
  if (soon && !found.startOn)
    notes.push({ code: 'brief.date', field: 'startOn', sentence: `“${soon}” is not one day.`, quote: soon });
  return { found, bookings: each.every((slot) => slot !== undefined) ? each : [], notes, spans: booking.spans };
}

/** Work that is tied to a day: there a date without other words is the day itself. */
function isDated(text: string): boolean {
  return /\b(?:wedding|photo(?:graph\w*)?s?|shoot|ceremony|concert|workshops?|sessions?|keynote|talk|events?|coaching|training|portraits?|headshots?|gig|conference|birthday)\b/i.test(
    text,
  );
}

function roleOf(text: string, mention: DateMention, dated: boolean): Role {
  if (mention.part)
    return dated && /\b(?:shoot|event|session)/i.test(text) ? 'open' : mention.part === 'first' ? 'start' : 'end';
  let before = wordsBefore(text, mention, 50);
  if (/\bbetween .{3,30} and (?:the )?$/.test(before)) return 'end';
  if (mention.problem) before += mention.text.toLowerCase().replace(/\d.*$/, '');
  for (let rest = before; ; before = rest) {
    rest = before.replace(FILLER, '').trimEnd();
    if (rest === before) break;
  }
  if (ABOUT.test(`${before} `)) return 'open';
  let best: { role: Role; index: number } | undefined;
  for (const [role, pattern] of ROLES) {
    const last = [...before.matchAll(pattern)].at(-1);
    if (last && last.index >= (best?.index ?? -1)) best = { role, index: last.index };
  }
  if (best && (best.role === 'end' || best.role === 'start')) {
    if (/\b(?:invoice|pay|valid|expires?|offer|draft|feedback|review|sign)\w*\b/.test(before)) return 'other';
    if (best.role === 'end' && /\b(?:final|everything|all)\b/.test(before)) return 'final';
  }
  if (best) return best.role === 'final' ? 'end' : best.role;
  const follows = AFTER.find(([, pattern]) => pattern.test(wordsAfter(text, mention, 40)))?.[0];
  const timed = /^[, ]{1,3}(?:(?:at|from|on|à|de|a las) )?\d{1,2}(?:[:.h]\d{2}|h\b| ?(?:am|pm|uhr|h)\b)/i.test(
    text.slice(mention.end, mention.end + 16),
  );
  return follows ?? (dated || timed ? 'booking' : 'open');
}

/** The one date of a role; several different ones, or one that can't be known, are noted and asked. */
function pick(
  placed: readonly Placed[],
  roles: readonly Role[],
  field: TermName,
  notes: Note[],
  timeOf?: (mention: DateMention) => string | null,
): DateMention | undefined {
  const those = placed.filter((p) => roles.includes(p.role)).map((p) => p.mention);
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
    const list = those
      .slice(0, 4)
      .map((mention) => mention.text)
      .join(' and ');
    const sentence = `The brief names more than one day here: ${list}.`;
    notes.push({ code: 'brief.several-dates', field, sentence, answers: answersFor(those) });
  } else return those[0];
  return undefined;
}

const PLACE =
  /^[ ,;]*(?:(?:in|at) )(?:the )?(\p{Lu}[\p{L}\p{N}'’.& -]{1,80}(?:, \p{Lu}[\p{L}-]{2,30}(?= *(?:$|[,.;\n])))?)/u;

function readBooking(
  text: string,
  mention: DateMention | undefined,
  dates: readonly DateMention[],
  taken: readonly Span[],
  context: BriefContext,
  notes: Note[],
): { found: Terms['booking']; spans: Span[] } {
  if (!mention?.day) return { found: undefined, spans: [] };
  const others = [...taken, ...dates];
  const read = readTime(text, mention, others);
  if (read.problem) notes.push({ code: 'brief.time', field: 'booking', sentence: read.problem, quote: mention.text });
  const last = [mention, ...read.spans].sort((a, b) => b.end - a.end)[0] ?? mention;
  const place = PLACE.exec(text.slice(last.end, last.end + 140));
  const placeText =
    place?.[1]?.replace(/[ .,-]+$/, '').replace(/ (?:for|with|from|to|and|at|on|by)(?: .*)?$/, '') ?? null;
  const spans: Span[] = [...read.spans];
  if (place && placeText) {
    const start = last.end + place[0].length - (place[1]?.length ?? 0);
    spans.push({ start, end: start + placeText.length, text: placeText });
  }
  const value: Booking = {
    on: mention.day as Day,
    time: read.time,
    minutes: read.minutes,
    zone: zoneIn(text) ?? context.zone,
    place: placeText,
  };
  const end = Math.max(mention.end, ...spans.map((s) => s.end));
  const quote = text.slice(Math.min(mention.start, ...spans.map((s) => s.start)), end);
  return { found: term(value, 'brief', quote.length <= 200 ? quote : mention.text), spans };
}

/** A zone the brief names as the tz database does; city times are left to the form. */
function zoneIn(text: string): string | undefined {
  const zone =
    /\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z][A-Za-z_/-]{2,30}|\bUTC\b/.exec(
      text,
    )?.[0];
  return zone && isZone(zone) ? zone : undefined;
}
