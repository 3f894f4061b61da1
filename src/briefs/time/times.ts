import { minutesBetween } from '../../shared/dates.ts';
import { COUNT, countOf, type Span, spanOf } from '../passages/text.ts';

export type TimeReading = {
  readonly time: string | null;
  readonly minutes: number | null;
  readonly spans: Span[];
  /** What could not be told: "at 3" may be day or night. */
  readonly problem: string | undefined;
};

const CLOCK = (n: number) => `(?<h${n}>\\d{1,2})(?:[:.h](?<m${n}>\\d{2}))?(?: ?(?<half${n}>am|pm|a\\.m\\.|p\\.m\\.))?`;
const RANGE = new RegExp(
  `(?<![\\p{L}\\d.,:])(?:(?<lead>from |de (?:las? )?|von |desde las? )|at )?${CLOCK(1)}(?<mark1> ?(?:h|hrs|uhr))? ?(?:-|–|(?<=[ \\d])(?:to|until|till|bis|à|a|at|hasta)(?= )) ?(?:las? |um )?${CLOCK(2)}(?<mark> ?(?:h|hrs|uhr))?(?![\\p{L}\\d%]|[.,:]\\d)`,
  'giu',
);
const SINGLE = new RegExp(
  `(?<![\\p{L}\\d.,:])(?<at>at |from |@ ?)?${CLOCK(1)}(?<mark> ?(?:h|hrs|uhr|o'clock))?(?![\\p{L}\\d%]|[.,:]\\d)`,
  'giu',
);
const WORD = /\b(?:at |from )?(noon|midday|midnight)\b/giu;
const LENGTH = new RegExp(
  `(?<![\\p{L}\\d])(?:for )?(?:about )?(?<n>${COUNT})(?:[.,](?<half>5))?[ -]?(?<unit>hours?|hrs?|h|minutes?|mins?)(?![\\p{L}\\d])`,
  'giu',
);
const WINDOW = 90;

/**
 * The time of day and the length beside a date in one line that somebody typed into a form or a request; what a whole brief says
 * of times is read by `clocks.ts`. Up to 90 characters after it, before the next one, or 30 before it.
 */
export function readTime(text: string, date: Span, taken: readonly Span[]): TimeReading {
  const next = taken.filter((span) => isDate(span) && span.start >= date.end).map(({ start }) => start);
  const before = taken.filter((span) => isDate(span) && span.end <= date.start).map(({ end }) => end);
  const end = Math.min(date.end + WINDOW, ...next);
  const behind = timeWithin(text, date.end, end, taken);
  if (behind.time || behind.problem) return behind;
  const start = Math.max(0, date.start - 30, ...before);
  const ahead = timeWithin(text, start, date.start, taken);
  return ahead.time || ahead.problem
    ? { ...ahead, minutes: ahead.minutes ?? behind.minutes }
    : { ...behind, minutes: behind.minutes ?? ahead.minutes };
}

/** The length that is said beside a date. */
export function lengthBeside(text: string, date: Span, taken: readonly Span[]): Pick<TimeReading, 'minutes' | 'spans'> {
  const next = taken.filter((span) => isDate(span) && span.start >= date.end).map(({ start }) => start);
  const before = taken.filter((span) => isDate(span) && span.end <= date.start).map(({ end }) => end);
  const behind = lengthIn(blank(text, date.end, Math.min(date.end + WINDOW, ...next), taken), date.end);
  if (behind.minutes) return behind;
  const start = Math.max(0, date.start - 30, ...before);
  return lengthIn(blank(text, start, date.start, taken), start);
}

const isDate = (span: Span) => 'day' in span || 'problem' in span;

function timeWithin(text: string, from: number, to: number, taken: readonly Span[]): TimeReading {
  const stretch = blank(text, from, to, taken);
  for (const match of stretch.matchAll(RANGE)) {
    const read = rangeOf(match);
    if (read) return { ...read, spans: [moved(match, from)], problem: undefined };
  }
  const times = [...wordsIn(stretch, from), ...singlesIn(stretch, from)].sort((a, b) => a.span.start - b.span.start);
  const first = times[0];
  const hours = times.filter(({ time }) => time === first?.time).slice(0, 1);
  const length = lengthIn(blank(text, from, to, [...taken, ...hours.map(({ span }) => span)]), from);
  if (!first) return { time: null, minutes: length.minutes, spans: length.spans, problem: undefined };
  const spans = [first.span, ...length.spans];
  if (!first.time)
    return {
      time: null,
      minutes: length.minutes,
      spans,
      problem: `“${first.span.text.trim()}” may be morning or evening.`,
    };
  if (new Set(times.map(({ time }) => time)).size < 2)
    return { time: first.time, minutes: length.minutes, spans, problem: undefined };
  const all = times.map(({ span }) => span.text.trim()).join(' and ');
  return { time: null, minutes: length.minutes, spans, problem: `More than one time: ${all}.` };
}

type Told = { readonly time: string | null; readonly span: Span };

function wordsIn(stretch: string, from: number): Told[] {
  return [...stretch.matchAll(WORD)].flatMap((match) => {
    if (NO_BEGINNING.test(stretch.slice(Math.max(0, match.index - 24), match.index))) return [];
    return [{ time: match[1]?.toLowerCase() === 'midnight' ? '00:00' : '12:00', span: moved(match, from) }];
  });
}

function singlesIn(stretch: string, from: number): Told[] {
  return [...stretch.matchAll(SINGLE)].flatMap((match): Told[] => {
    const { h1, m1, half1, mark, at } = match.groups ?? {};
    const time = clock(h1, m1, half1 ?? (mark || /h/i.test(match[0]) ? undefined : usualHalf(h1)));
    if (!time || NO_BEGINNING.test(stretch.slice(Math.max(0, match.index - 24), match.index))) return [];
    // "3 x 2hrs" is a length.
    if (/hrs/i.test(mark ?? '') && !at && !m1) return [];
    if (/^ ?h$/i.test(mark ?? '') && !m1 && isLong(stretch, match)) return [];
    const plain = !half1 && !mark && !(m1 && /[:h]/i.test(match[0]));
    if (plain && !at) return [];
    return [{ time: plain && !m1 && Number(h1) <= 12 ? null : time, span: moved(match, from) }];
  });
}

/** "For 4 h", "4 h lang", and "4 h" alone: at that hour nobody begins. */
function isLong(stretch: string, { 0: said, index, groups }: RegExpExecArray): boolean {
  const before = stretch.slice(0, index + said.search(/\d/));
  if (HOUR_OF_DAY.test(before)) return false;
  return LASTS.test(before) || LONG.test(stretch.slice(index + said.length)) || /^[1-5]$/.test(groups?.h1 ?? '');
}

/** Before a time that is an end, a habit or someone else's: "until 6pm", "office open from 9:00". */
const NO_BEGINNING =
  /\b(?:until|till|by|before|ends? at|over by|closes?|office hours|open(?:ing)?(?: from)?|lines|reach me|call me|leaves?|bis|fin à|hasta) ?(?:at |um )?$/i;

/** The text from one place to another, without what is understood as something else. */
function blank(text: string, from: number, to: number, taken: readonly Span[]): string {
  let out = text.slice(from, to);
  for (const span of taken) {
    const [start, end] = [Math.max(span.start - from, 0), Math.min(span.end - from, out.length)];
    if (end > start) out = out.slice(0, start) + ';'.repeat(end - start) + out.slice(end);
  }
  return out;
}

function moved(match: RegExpMatchArray, by: number): Span {
  const span = spanOf(match);
  return { start: span.start + by, end: span.end + by, text: span.text };
}

/** Right before a number of hours that is one of the day: "um 18 h", "at 18 hours". */
const HOUR_OF_DAY =
  /(?<![\p{L}])(?:at|@|um|à|las|ab|dès|from|since|gegen|vers|by|until|till|bis|hasta|jusqu['’]à)(?: (?:about|ca\.?|etwa|environ))? ?$/iu;
/** Before a number of hours that says how long, and behind one. */
const LASTS =
  /(?<![\p{L}])(?:for|over|lasting|lasts?|takes?|pendant|durant|durante|während|dauer[nt]?|dure(?:ra)?|durée(?: de)?|duration(?: of)?|length(?: of)?|dura(?:ción)?(?: de)?)[ :]{1,2}$/iu;
const LONG = /^ ?-?(?:lang|long|coverage|shoots?|shootings?|sessions?|workshops?|am stück)(?![\p{L}])/iu;

function lengthIn(stretch: string, from: number): { minutes: number | null; spans: Span[] } {
  const match = [...stretch.matchAll(LENGTH)].find(
    ({ index, groups }) => !/^h/i.test(groups?.unit ?? '') || !HOUR_OF_DAY.test(stretch.slice(0, index)),
  );
  const count = countOf(match?.groups?.n ?? '');
  if (!match || !count) return { minutes: null, spans: [] };
  const hours = /^h/i.test(match.groups?.unit ?? '');
  const minutes = Math.round((count + (match.groups?.half ? 0.5 : 0)) * (hours ? 60 : 1));
  return minutes >= 5 && minutes <= 20_160 ? { minutes, spans: [moved(match, from)] } : { minutes: null, spans: [] };
}

/** `3pm-9pm`, `3-9pm`, `10-2pm`, `15:00-21:00`, `8pm to 1am`; two bare numbers are no times. */
function rangeOf(match: RegExpMatchArray): { time: string; minutes: number } | undefined {
  const { h1 = '', m1, half1, h2 = '', m2, half2, mark, mark1, lead } = match.groups ?? {};
  // What the readers put for "de 14 h à 20 h".
  if (/\d(?: ?h)? at /i.test(match[0]) && !lead) return undefined;
  if (!half1 && !half2 && !mark && !mark1 && !/:/.test(match[0])) return undefined;
  const half = half1 ?? (half2 && Number(h1) <= 12 ? inferredHalf(Number(h1), Number(h2), half2) : undefined);
  const start = clock(h1, m1, half);
  const end = clock(h2, m2, half2);
  if (!start || !end) return undefined;
  return { time: start, minutes: minutesBetween(start, end) || 1_440 };
}

function inferredHalf(first: number, second: number, half: string): string {
  const afternoon = /^p/i.test(half);
  const earlier = first % 12 < second % 12;
  return afternoon === earlier ? 'pm' : 'am';
}

/** "At 4:15": nobody is called out at a quarter past four in the morning; "04:15" and "4h15" count to 24. */
const usualHalf = (hour = ''): 'pm' | undefined => (/^[1-5]$/.test(hour) ? 'pm' : undefined);

function clock(hour = '', minute = '00', half?: string): string | undefined {
  let h = Number(hour);
  if (half) {
    if (h < 1 || h > 12) return undefined;
    h = (h % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  if (hour === '' || h > 23 || Number(minute) > 59) return undefined;
  return `${String(h).padStart(2, '0')}:${minute}`;
}
