import { lettered } from '../passages/letters.ts';
import type { Span } from '../passages/text.ts';
import { englishBystandersIn } from './english.ts';
import { frenchBystandersIn } from './french.ts';
import { germanBystandersIn } from './german.ts';
import { rivalsIn } from './rivals.ts';
import { spanishBystandersIn } from './spanish.ts';

/** A question what is usual says nothing: "Wäre eine Anzahlung von 40 % üblich?" */
const USUAL = lettered(
  "(?<![\\p{L}])(?<!(?:as|wie|como es|como|comme) )(?:üblich|gängig|normal(?:erweise)?|(?:dans|de) (?:vos|tes) habitudes|d['’]usage|habituel(?:le)?s?|habitual(?:es)?|de costumbre|acostumbra\\p{L}*|usual|customary)(?![\\p{L}])",
  'giu',
);
const FIGURE = lettered('\\d|(?<![\\p{L}])(?:two|three|zwei|drei|deux|trois|dos|tres)(?![\\p{L}])', 'iu');
/** Longer ones are no questions. */
const QUESTION_MAX = 200;

function usualIn(said: string): Span[] {
  return [...said.matchAll(USUAL)].flatMap(({ index }) => {
    const ahead = said.slice(Math.max(0, index - QUESTION_MAX), index);
    const start = index - ahead.length + ahead.search(/[^.;!?\n]*$/);
    const asked = /^[^.;!\n?]*\?/.exec(said.slice(index, index + QUESTION_MAX))?.[0];
    if (asked === undefined) return [];
    const span = { start, end: index + asked.length, text: said.slice(start, index + asked.length) };
    return FIGURE.test(span.text) ? [span] : [];
  });
}

/**
 * The stretches of a brief that are about a bargain of somebody else: the client's landlord, caterer or customers, who did the work
 * before, what was refused or asked in general. Their figures are no terms. Each language knows them by whom a sentence is about,
 * up to where it comes back to the two who agree; all are asked, for people mix languages.
 */
export function bystandersIn(said: string): Span[] {
  const found = [englishBystandersIn, germanBystandersIn, frenchBystandersIn, spanishBystandersIn, usualIn, rivalsIn]
    .flatMap((spansIn) => spansIn(said))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Span[] = [];
  for (const span of found) {
    const last = apart.at(-1);
    // "The venue wants …, and their caterer …" is known twice and told once.
    if (!last || span.start >= last.end) apart.push(span);
    else if (span.end > last.end)
      apart[apart.length - 1] = { start: last.start, end: span.end, text: said.slice(last.start, span.end) };
  }
  return apart;
}
