import { COUNT, countOf, type Span, spanOf } from './text.ts';

export type TimeReading = {
  readonly time: string | null;
  readonly minutes: number | null;
  readonly spans: Span[];
  /** What could not be told: "at 3" may be day or night. */
  readonly problem: string | undefined;
};

const CLOCK = (n: number) => `(?<h${n}>\\d{1,2})(?:[:.h](?<m${n}>\\d{2}))?(?: ?(?<half${n}>am|pm|a\\.m\\.|p\\.m\\.))?`;
const RANGE = new RegExp(
  `(?<![\\p{L}\\d.,:])(?:from |at )?${CLOCK(1)} ?(?:-|–|to|until|till) ?${CLOCK(2)}(?<mark> ?(?:h|hrs|uhr))?(?![\\p{L}\\d%]|[.,:]\\d)`,
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

/** The time of day and the length that stand beside a date, up to 90 characters after it or 30 before. */
export function readTime(text: string, date: Span, taken: readonly Span[]): TimeReading {
  const from = Math.max(0, date.start - 30);
  const stretch = blank(text, taken).slice(from, date.end + WINDOW);
  const length = lengthIn(stretch, from);
  for (const match of stretch.matchAll(RANGE)) {
    const read = rangeOf(match);
    if (read) return { ...read, spans: [moved(match, from)], problem: undefined };
  }
  const word = [...stretch.matchAll(WORD)][0];
  if (word?.[1]) {
    const time = word[1].toLowerCase() === 'midnight' ? '00:00' : '12:00';
    return { time, minutes: length.minutes, spans: [moved(word, from), ...length.spans], problem: undefined };
  }
  for (const match of stretch.matchAll(SINGLE)) {
    const { h1, m1, half1, mark, at } = match.groups ?? {};
    const time = clock(h1, m1, half1);
    if (!time) continue;
    // "3 x 2hrs" is a length.
    if (/hrs/i.test(mark ?? '') && !at && !m1) continue;
    const plain = !half1 && !mark && !(m1 && match[0].includes(':'));
    if (plain && !at) continue;
    const spans = [moved(match, from), ...length.spans];
    if (plain && !m1 && Number(h1) <= 12)
      return { time: null, minutes: length.minutes, spans, problem: `“${match[0].trim()}” may be morning or evening.` };
    return { time, minutes: length.minutes, spans, problem: undefined };
  }
  return { time: null, minutes: length.minutes, spans: length.spans, problem: undefined };
}

function blank(text: string, taken: readonly Span[]): string {
  return taken.reduce((out, s) => out.slice(0, s.start) + ';'.repeat(s.end - s.start) + out.slice(s.end), text);
}

function moved(match: RegExpMatchArray, by: number): Span {
  const span = spanOf(match);
  return { start: span.start + by, end: span.end + by, text: span.text };
}

function lengthIn(stretch: string, from: number): { minutes: number | null; spans: Span[] } {
  const match = [...stretch.matchAll(LENGTH)][0];
  const count = countOf(match?.groups?.n ?? '');
  if (!match || !count) return { minutes: null, spans: [] };
  const hours = /^h/i.test(match.groups?.unit ?? '');
  const minutes = Math.round((count + (match.groups?.half ? 0.5 : 0)) * (hours ? 60 : 1));
  return minutes >= 5 && minutes <= 20_160 ? { minutes, spans: [moved(match, from)] } : { minutes: null, spans: [] };
}

/** `3pm-9pm`, `3-9pm`, `10-2pm`, `15:00-21:00`, `8pm to 1am`; two bare numbers are no times. */
function rangeOf(match: RegExpMatchArray): { time: string; minutes: number } | undefined {
  const { h1 = '', m1, half1, h2 = '', m2, half2, mark } = match.groups ?? {};
  if (!half1 && !half2 && !mark && !/:/.test(match[0])) return undefined;
  const half = half1 ?? (half2 && Number(h1) <= 12 ? inferredHalf(Number(h1), Number(h2), half2) : undefined);
  const start = clock(h1, m1, half);
  const end = clock(h2, m2, half2);
  if (!start || !end) return undefined;
  const span = minutesOf(end) - minutesOf(start);
  return { time: start, minutes: span > 0 ? span : span + 1_440 };
}

function inferredHalf(first: number, second: number, half: string): string {
  const afternoon = /^p/i.test(half);
  const earlier = first % 12 < second % 12;
  return afternoon === earlier ? 'pm' : 'am';
}

function clock(hour = '', minute = '00', half?: string): string | undefined {
  let h = Number(hour);
  if (half) {
    if (h < 1 || h > 12) return undefined;
    h = (h % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  if (hour === '' || h > 23 || Number(minute) > 59) return undefined;
  return `${String(h).padStart(2, '0')}:${minute}`;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
