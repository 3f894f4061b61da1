import type { Span } from '../passages/text.ts';
import { englishBystandersIn } from './english.ts';
import { frenchBystandersIn } from './french.ts';
import { germanBystandersIn } from './german.ts';
import { spanishBystandersIn } from './spanish.ts';

/**
 * The stretches of a brief that are about a bargain of somebody else: the client's landlord, caterer or customers, who did the work
 * before, what was refused or asked in general. Their figures are no terms. Each language knows them by whom a sentence is about,
 * up to where it comes back to the two who agree; all are asked, for people mix languages.
 */
export function bystandersIn(said: string): Span[] {
  const found = [englishBystandersIn, germanBystandersIn, frenchBystandersIn, spanishBystandersIn]
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
