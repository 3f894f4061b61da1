import { clauseAround, type Span } from '../passages/text.ts';

/** What speaks for a meaning of a figure or a day, each piece by a name of its own: `before:by`, `near:deadl`. */
export type Evidence = ReadonlySet<string>;

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const TOKEN = /[\p{L}]+(?:['’][\p{L}]+)?|\d[\d.,:/]*|[€$£%?:!|>@=-]|\n/gu;
/** How much of a word counts: endings differ, stems seldom. */
const STEM = 5;

/** Words as the weights know them: figures, months and days of the week are alike. */
function wordsIn(text: string): string[] {
  return (text.toLowerCase().match(TOKEN) ?? []).map((word) => {
    if (/^\d/.test(word)) return '#';
    if (word === '\n') return '¶';
    return MONTH.test(word) ? '<month>' : WEEKDAY.test(word) ? '<weekday>' : word;
  });
}

/**
 * The evidence around one of several figures of a kind: the words of its sentence up to the next of its kind on either side, the
 * label of its line, the question or line above it. Looks at 160 characters to either side and no further.
 */
export function evidenceAround(text: string, span: Span, others: readonly Span[]): Set<string> {
  const found = new Set<string>();
  const clause = clauseAround(text, span.start, span.end);
  const previous = Math.max(0, ...others.filter(({ end }) => end <= span.start).map(({ end }) => end));
  const next = Math.min(text.length, ...others.filter(({ start }) => start >= span.end).map(({ start }) => start));
  const from = Math.max(span.start - clause.before.length, previous);
  const to = Math.min(span.end + clause.after.length, next);
  if (from === previous && previous > 0) found.add('follows');
  if (to === next && next < text.length) found.add('leads');
  addBefore(found, wordsIn(text.slice(from, span.start)));
  addAfter(found, wordsIn(text.slice(span.end, to)));
  addLine(found, text, span);
  return found;
}

function addBefore(found: Set<string>, words: readonly string[]): void {
  const last = words.toReversed();
  for (const [at, word] of last.slice(0, 4).entries()) found.add(`b${at}:${word}`);
  if (last.length > 1) found.add(`bb:${last[1]} ${last[0]}`);
  if (last.length > 2) found.add(`bbb:${last[2]} ${last[1]} ${last[0]}`);
  last.slice(0, 28).forEach((word, at) => {
    found.add(`B:${word}`);
    found.add(`S:${word.slice(0, STEM)}`);
    if (at < 7) found.add(`N:${word.slice(0, STEM)}`);
  });
  if (last.length === 0) found.add('first');
}

function addAfter(found: Set<string>, words: readonly string[]): void {
  for (const [at, word] of words.slice(0, 3).entries()) found.add(`a${at}:${word}`);
  if (words.length > 1) found.add(`aa:${words[0]} ${words[1]}`);
  for (const word of words.slice(0, 10)) {
    found.add(`A:${word}`);
    found.add(`AS:${word.slice(0, STEM)}`);
  }
  if (words.length === 0) found.add('last');
}

const LABEL = /^[\s>*•|·–—[\]\d.)-]*([\p{L}][^:|=\n]{0,40})(?:[:|=]|\.{3,})/u;

function addLine(found: Set<string>, text: string, { start, end }: Span): void {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const lead = text.slice(Math.max(line, start - 160), start);
  const label = LABEL.exec(lead)?.[1];
  if (label) {
    found.add('labelled');
    for (const word of wordsIn(label)) found.add(`L:${word.slice(0, STEM)}`);
  }
  const above = text.slice(Math.max(0, line - 121), Math.max(0, line - 1));
  const words = wordsIn(above.slice(above.lastIndexOf('\n') + 1));
  const asked = above.trimEnd().endsWith('?');
  for (const word of words.slice(-8)) found.add(`${asked ? 'Q' : 'U'}:${word.slice(0, STEM)}`);
  if (/^\s*>/.test(text.slice(line, line + 4))) found.add('quoted');
  if (/^\s*\[?\d/.test(text.slice(line, line + 4))) found.add('stamped');
  const below = text.indexOf('\n', end);
  if (below > 0)
    for (const word of wordsIn(text.slice(below + 1, below + 60)).slice(0, 6)) found.add(`W:${word.slice(0, STEM)}`);
}
