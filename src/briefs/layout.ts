import { isBodyHead, isBodyWord, wordsOf } from './bodies.ts';
import type { Mention } from './mentions.ts';

/** Of bodies that are seldom only the place where something happens, the name says as much. */
export const isBody = (name: string) => {
  const words = wordsOf(name);
  return words.length > 1 && !VENUE.test(name) && (words.some(isBodyWord) || isBodyHead(words[0] ?? ''));
};

const VENUE =
  /(?<![\p{L}])(?:hotel|hôtel|lodge|barn|hall|manor|manoir|château|castle|schloss|scheune|saal|salón|church|kirche|house|park|hacienda|finca|stadium|arena|centre|center|zentrum)(?![\p{L}])/iu;
/** A name that stands alone between commas says for whom, unless it says where. */
export function aloneIn(said: string, { start, end, name, shape, formed }: Mention): number {
  if (!name.includes(' ') || shape === 'either') return 0;
  const alone =
    /(?:^|\n|[,:–—-] |[•*] ?)$/u.test(said.slice(Math.max(0, start - 3), start)) &&
    /^(?:[,(;]| [(–—-]|\.?(?:\n|$|\s\p{Lu}))/u.test(said.slice(end));
  if (!alone) return 0;
  if (shape === 'person') return 2;
  return formed || isBody(name) || /[&]|s['’] /.test(name) ? 3 : 0;
}

/** "Kunde: Stadtwerke Ahrental GmbH, Personalentwicklung, Birgit Neuhaus": the last on the client's line is who to speak to. */
export function listedIn(said: string, { start, shape }: Mention): number {
  if (shape !== 'person') return 0;
  const line = said.slice(said.lastIndexOf('\n', start - 1) + 1, start);
  return LISTED.test(line) ? 6 : 0;
}
const LISTED =
  /^[\s•*–-]*(?:client(?:e|a)?|customer|kund(?:e|in)|auftraggeber(?:in)?|mandant(?:in)?|contratante|firma|empresa|company|société) ?[:=] ?[^\n:]{3,90}(?:[,–—-] )$/iu;

/** The first line says what the work is and ends with whom it is for. */
export const isHeading = (said: string, { start, end }: Mention) =>
  said.lastIndexOf('\n', start) < 0 &&
  /[,–—-] $/.test(said.slice(0, start)) &&
  /^[.]?(?: \([^)\n]{2,30}\))?(?:\n|$)/.test(said.slice(end));
