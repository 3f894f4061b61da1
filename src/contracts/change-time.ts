import { MOST_DAYS } from '../briefs/agreed/acceptance.ts';
import { secrecyYearsIn } from '../briefs/agreed/confidentiality.ts';
import { daysIn, lengthsIn, withoutLengths } from '../briefs/agreed/lengths.ts';
import { readConditions } from '../briefs/conditions/conditions.ts';
import { readTime } from '../briefs/time/times.ts';
import { formatDay } from '../shared/dates.ts';
import { ask, type ChangeContext, type Choice, type Patch, type Read, type Reader } from './change.ts';
import { datesIn, putsOff, sharesIn, shifted, shiftIn, VAGUE } from './change-figures.ts';
import { hoursBeside, placeOf, readEndHour, saysRange } from './change-hours.ts';
import { DROPS } from './change-parts.ts';
import { type Booking, slotsIn, type Terms } from './terms.ts';

const DAYS: Record<'netDays' | 'acceptanceDays', { most: number; what: string }> = {
  netDays: { most: 365, what: 'Within how many days should invoices be paid?' },
  acceptanceDays: { most: MOST_DAYS, what: 'How many days should the client have to accept the work?' },
};

function daysFor(name: 'netDays' | 'acceptanceDays', part: string, days: number | undefined): Read {
  const { most, what } = DAYS[name];
  const lengths = lengthsIn(part);
  if (lengths.some(({ working }) => working))
    return ask(
      `${what} The contract counts calendar days.`,
      choicesOf(
        name,
        lengths.map(({ count }) => count),
      ),
      name,
    );
  if (days === undefined || days > most || (days === 0 && name === 'acceptanceDays'))
    return ask(
      what,
      choicesOf(
        name,
        days === undefined && lengths.length === 0
          ? [14, 30]
          : lengths.filter(({ unit }) => unit === 'day').map(({ count }) => count),
      ),
      name,
    );
  if (VAGUE.test(part) && !/\b(?:at most|max(?:imum)?|no more than|or)\b/i.test(part))
    return ask(what, choicesOf(name, [days]), name);
  return { patch: { [name]: days } as Patch };
}

const choicesOf = (name: 'netDays' | 'acceptanceDays', counts: readonly number[]): Choice[] =>
  [...new Set(counts)]
    .filter((count) => count > 0 && count <= DAYS[name].most)
    .slice(0, 4)
    .map((count) => ({ label: `${count} days`, patch: { [name]: count } as Patch }));

/** "Net 30", "30 days to pay", "due on receipt". */
export const readPay: Reader = (part) => {
  if (/\bon receipt\b|\bimmediately\b/i.test(part)) return { patch: { netDays: 0 } };
  const net = /\bnet[ -]?(\d{1,3})\b/i.exec(part)?.[1];
  if (
    net &&
    [...part.matchAll(/\bnet[ -]?\d{1,3}\b/gi)].length === 1 &&
    lengthsIn(part.replace(/\bnet[ -]?\d{1,3}(?:[ -]days?)?\b/i, '')).length === 0
  )
    return daysFor('netDays', part.replace(/\bnet/i, ''), Number(net));
  if (lengthsIn(part).length === 0 && sharesIn(part).length > 0) return undefined;
  return daysFor('netDays', part, daysIn(part));
};

/** "Seven days to accept the work". */
export const readAcceptance: Reader = (part) =>
  lengthsIn(part).length === 0 && !/\bdays?\b|\bperiod\b|\btime\b/i.test(part)
    ? undefined
    : daysFor('acceptanceDays', part, daysIn(part));

/** "Confidential for 3 years", "no NDA", "add an NDA". */
export const readConfidentiality: Reader = (part) => {
  const years = secrecyYearsIn(part);
  if (years !== undefined && (years > 0 || DROPS.test(part))) return { patch: { confidentialityYears: years } };
  const choices = [2, 3, 5].map(
    (count): Choice => ({ label: `${count} years`, patch: { confidentialityYears: count } }),
  );
  return ask('For how many whole years should both sides keep things confidential?', choices, 'confidentialityYears');
};

/** "50% if cancelled within 7 days", "30 days’ notice". */
export const readCancellation: Reader = (part) => {
  const counted = part.replace(
    /\b(two|three|four|six|eight|a) (weeks?|days?|months?)/gi,
    (all, word: string, unit: string) => {
      const count = { two: 2, three: 3, four: 4, six: 6, eight: 8, a: 1 }[word.toLowerCase()];
      return count === undefined ? all : `${count} ${unit}`;
    },
  );
  const days = /\bnotice\b/i.test(part) ? daysIn(counted) : undefined;
  if (days !== undefined && days <= 365 && sharesIn(part).length === 0 && !VAGUE.test(part))
    return { patch: { cancellation: { kind: 'notice', days } } };
  const { found } = readConditions(/\bcancel/i.test(counted) ? counted : `cancelling: ${counted}`);
  const { cancellation, rescheduling } = found;
  if (cancellation)
    return {
      patch: {
        cancellation: cancellation.value,
        ...(rescheduling && { rescheduling: rescheduling.value }),
      },
    };
  return ask(
    'Say what cancelling costs like “50% if cancelled within 7 days”, or how long ahead either side may end it, like “14 days’ notice”.',
    [],
    'cancellation',
  );
};

type Dated = 'startOn' | 'endOn';
const LABELS: Record<Dated, string> = { startOn: 'Start', endOn: 'Done by' };

const FINISHES = /\b(?:finish\w*|done|ready|complet\w+|deliver(?:ed|ing)?|hand(?:ed)? over)\b/i;
const MOVES = /\b(?:mov\w+|push\w*|extend\w*|postpon\w+|delay\w*|shift\w*|bring|put|deadline|back|earlier|sooner)\b/i;

function readDay(name: Dated, part: string, terms: Terms, { today }: ChangeContext): Read | undefined {
  const dates = datesIn(part, today);
  const [first, ...more] = dates;
  const days = [...new Set(dates.flatMap(({ day }) => (day ? [day] : [])))];
  const choices = days
    .slice(0, 4)
    .map((day): Choice => ({ label: `${LABELS[name]}: ${formatDay(day)}`, patch: { [name]: day } }));
  if (first?.problem) return ask(first.problem, choices, name);
  if (first?.day && more.length === 0 && !/\b(?:around|about|roughly|approximately)\b/i.test(part))
    return { patch: { [name]: first.day } };
  if (first) return ask('Which day exactly?', choices, name);
  const by = shiftIn(part);
  const stands = terms[name]?.value;
  // "Start on 15 March and finish four weeks later": later than the start, or than the deadline was.
  if (by && stands && name === 'endOn' && terms.startOn && FINISHES.test(part) && !MOVES.test(part) && !putsOff(part))
    return ask(
      'Later than what?',
      [stands, terms.startOn.value].map((from): Choice => {
        const day = shifted(from, by);
        return { label: `${LABELS[name]}: ${formatDay(day)}`, patch: { [name]: day } };
      }),
      name,
    );
  if (by && stands) return { patch: { [name]: shifted(stands, by) }, builds: true };
  if (by) return ask('The contract has no such day yet. Say which day it should be.', [], name);
  if (name === 'startOn' && DROPS.test(part)) return { patch: { startOn: null } };
  return lengthsIn(part).length > 0 || /\b(?:later|earlier|sooner|postpone|delay|move|extend|push)\b/i.test(part)
    ? ask('Which day should it be?', [], name)
    : undefined;
}

export const readStart: Reader = (part, terms, context) =>
  isBooked(part, terms) ? readBooking(part, terms, context) : readDay('startOn', part, terms, context);
export const readEnd: Reader = (part, terms, context) => readDay('endOn', part, terms, context);

/** Where work is booked for a day, a time of day is the booking's. */
const isBooked = (part: string, terms: Terms) =>
  terms.booking !== undefined &&
  /\d(?::\d\d)? ?(?:am|pm)\b|\d{1,2}:\d\d|\bnoon\b/i.test(part) &&
  terms.startOn === undefined;

/** "Move the shoot to 14 June at 2pm", "make it 6 hours", "the venue is Town hall". */
export const readBooking: Reader = (part, terms, context) => {
  const dates = datesIn(part, context.today);
  const [date, ...more] = dates;
  if (date?.problem) return ask(date.problem, [], 'booking');
  if (more.length > 0) return ask('On which day should the booking be?', [], 'booking');
  const now = terms.booking?.value;
  // "um zwei Wochen" is no time of day.
  const ends = readEndHour(part, terms);
  if (ends && !date) return ends;
  const timed = !date && putsOff(part) ? withoutLengths(part) : part;
  const { time, minutes, problem } = hoursBeside(timed, context.today);
  const place = placeOf(part, context.today);
  const by = date || time ? undefined : shiftIn(part);
  if (!date && !time && !minutes && !place && !by) return undefined;
  if (problem && !time) return ask(problem, [], 'booking');
  if (slotsIn(terms).length > 1)
    return ask('The contract has several bookings. Change their days and times with Edit terms.', [], 'booking');
  if (!now && !date) return undefined;
  const next: Booking = {
    on: date?.day ?? (by && now ? shifted(now.on, by) : (now?.on ?? '')),
    time: time ?? now?.time ?? null,
    minutes: minutes ?? now?.minutes ?? null,
    zone: now?.zone ?? context.zone,
    place: place ?? now?.place ?? null,
  };
  if (now) return { patch: { booking: next }, builds: true };
  const label = `Booking: ${formatDay(next.on)}${next.time ? `, ${next.time}` : ''}`;
  return ask('Should the contract book this day?', [{ label, patch: { booking: next } }], 'booking');
};

const NO_BOOKING = ask(
  'The contract has no booking that these hours could be of. Say its day as well, like “session on 14 June from 2 to 6 pm”.',
  [],
  'booking',
);

/** A day or a length of time whose term nobody named. */
export function readBareTime(part: string, terms: Terms, context: ChangeContext): Read | undefined {
  const { today } = context;
  if (saysRange(part)) return readBooking(part, terms, context) ?? NO_BOOKING;
  const ends = readEndHour(part, terms);
  if (ends) return ends;
  const [date] = datesIn(part, today);
  const by = shiftIn(part);
  const time = terms.booking && readTime(part, { start: 0, end: 0, text: '' }, []).time;
  const moves =
    /^(?:make|move|shift|postpone|delay|push|change|set|bring|put|extend)\b/i.test(part) ||
    putsOff(part) ||
    part.split(' ').length <= 4;
  if (moves && (date || by || time)) {
    const names = [
      ...(terms.booking ? ['booking' as const] : []),
      ...(terms.startOn ? ['startOn' as const] : []),
      ...(terms.endOn ? ['endOn' as const] : []),
    ];
    const reads = names.map(
      (name) =>
        [name, name === 'booking' ? readBooking(part, terms, context) : readDay(name, part, terms, context)] as const,
    );
    const [only, ...others] = reads;
    if (only && others.length === 0) return only[1];
    return ask(
      'Which day should that be?',
      reads.flatMap(([name, read]) => choicesIn(name, read)),
    );
  }
  const days = daysIn(part);
  if (days === undefined || days === 0) return undefined;
  return ask(`What should be ${days} days?`, [
    { label: `${days} days to pay`, patch: { netDays: days } },
    ...(days <= 60 ? [{ label: `${days} days to accept the work`, patch: { acceptanceDays: days } }] : []),
    ...(days <= 365
      ? [{ label: `${days} days’ notice`, patch: { cancellation: { kind: 'notice' as const, days } } }]
      : []),
  ]);
}

function choicesIn(name: 'booking' | Dated, read: Read | undefined): Choice[] {
  if (!read || !('patch' in read)) return [];
  const { patch } = read;
  const day = name === 'booking' ? patch.booking?.on : patch[name];
  return day ? [{ label: `${name === 'booking' ? 'Booking' : LABELS[name]}: ${formatDay(day)}`, patch }] : [];
}
