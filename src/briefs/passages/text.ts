import { plainText } from '../../clauses/clause.ts';
import type { TermName } from '../../contracts/terms.ts';
import type { Day } from '../../shared/dates.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Answer } from '../answers.ts';
import { shownOf, withoutStrokes } from './markup.ts';

/** Enough for a long mail thread; beyond it the reader's time and the model's price are not bounded by anything. */
export const BRIEF_MAX = 12_000;

/** More figures, dates or percentages of one kind than this are a table or an attack, not a brief. */
export const MENTIONS_MAX = 80;

/** What the reader may know besides the brief. It never becomes a value "from the brief". */
export type BriefContext = {
  readonly today: Day;
  readonly currency: string;
  readonly zone: string;
  readonly country: string;
  readonly depositPercentMilli: number | null;
  readonly netDays: number | null;
  /** What the business and the member are called: a letter of theirs, pasted, is no client's. */
  readonly ownNames?: readonly string[];
};

/** Something a person should know about the reading: what was unclear and why it is asked. */
export type Note = {
  readonly code: `brief.${string}`;
  readonly sentence: string;
  readonly field?: TermName;
  readonly quote?: string;
  /** What one press may answer. */
  readonly answers?: readonly Answer[];
};

/** A stretch of the brief that was understood as one thing. */
export type Span = { readonly start: number; readonly end: number; readonly text: string };

/** The brief as its readers see it: bounded, one kind of line end and space, nothing invisible. Quotes are cut from this. */
export function readableBrief(text: string): string {
  if (text.length > BRIEF_MAX)
    throw new Refusal(
      'brief.too-long',
      `That brief has ${text.length.toLocaleString('en')} characters; ${BRIEF_MAX.toLocaleString('en')} is the most Retainer reads. Paste the part that says what, for whom, by when and for how much.`,
      'brief',
    );
  return withoutStrokes(plainText(shownOf(text)).replace(/ {2,}/g, ' ')).trim();
}

/** Ends a stretch of words that belong together: a comma that is not inside a number, a full stop, a line end, a bracket. */
const BREAK = /[;\n()[\]|]|,(?!\d{3}(?!\d))|(?<!\b(?:ref|nr|no))[.!?](?=\s|$)|\s[-–—]\s/g;

/** The words before a span in the same stretch, at most `size` characters. */
export function wordsBefore(text: string, span: { start: number }, size = 60): string {
  const window = text.slice(Math.max(0, span.start - size), span.start);
  let from = 0;
  for (const match of window.matchAll(BREAK)) from = match.index + match[0].length;
  return window.slice(from).toLowerCase();
}

/** The words after a span in the same stretch, at most `size` characters. */
export function wordsAfter(text: string, span: { end: number }, size = 60): string {
  const window = text.slice(span.end, span.end + size);
  return window.slice(0, window.search(BREAK) < 0 ? size : window.search(BREAK)).toLowerCase();
}

/** Ends a sentence: no full stop of a number or of a short form. */
const SENTENCE_END =
  /[;\n!?]|(?<!\.)\.(?=\s|$)(?<!(?<![\p{L}])(?:ref|no|nr|nº|approx|ca|max|min|incl|inkl|st|mr|mrs|dr|art|tel|std|tg|p\. ?m|a\. ?m)\.)/giu;

/** The sentence around a stretch, on either side of it and at most 160 characters of each. */
export function clauseAround(text: string, start: number, end: number): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - 160), start);
  const after = text.slice(end, end + 160);
  const from = [...before.matchAll(SENTENCE_END)].at(-1);
  const stop = after.search(SENTENCE_END);
  return { before: from ? before.slice(from.index + 1) : before, after: stop < 0 ? after : after.slice(0, stop) };
}

export type Coverage = {
  readonly has: (span: { start: number; end: number }) => boolean;
  readonly add: (span: { start: number; end: number }) => void;
};

/** Which characters are already understood; asking and adding cost the length of a span, however many there are. */
export function coverage(length: number, spans: readonly Span[]): Coverage {
  const taken = new Uint8Array(length);
  const add = ({ start, end }: { start: number; end: number }) => void taken.fill(1, start, end);
  spans.forEach(add);
  return { add, has: ({ start, end }) => taken.subarray(start, end).includes(1) };
}

export function spanOf(match: RegExpMatchArray): Span {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length, text: match[0] };
}

/** The brief with the given spans blanked out, so that positions stay what they were. */
export function masked(text: string, spans: readonly Span[]): string {
  let out = '';
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= out.length) continue;
    out += text.slice(out.length, Math.max(start, out.length));
    out += '█'.repeat(end - out.length);
  }
  return out + text.slice(out.length);
}

const COUNTS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** Source of a pattern for a small count, in digits or as a word. */
export const COUNT = `\\d{1,4}|${COUNTS.join('|')}|a|an|zero`;

/** A small count, `2` or `two`; undefined for anything else. */
export function countOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (/^\d{1,4}$/.test(lower)) return Number(lower);
  if (lower === 'a' || lower === 'an') return 1;
  if (lower === 'zero') return 0;
  const index = COUNTS.indexOf(lower);
  return index < 0 ? undefined : index;
}

/** What was read, with every word in it put back as the brief has it; where only some properties are words of the brief, those. */
export function withWords<T>(
  read: T,
  back: (words: string) => string,
  isWords: (names: string[]) => boolean = () => true,
): T {
  const put = (value: unknown, names: string[]): unknown => {
    if (typeof value === 'string') return isWords(names) ? back(value) : value;
    if (Array.isArray(value)) return value.map((each) => put(each, names));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, put(each, [...names, key])]));
  };
  return put(read, []) as T;
}
