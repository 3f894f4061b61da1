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
    /^(?:[,(;:]| [(–—-]|\.?(?:\n|$|\s\p{Lu}))/u.test(said.slice(end));
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

/** "Mrs Carmen Zammit Tabona: 1 balloon arch": who it is for, before everything else. */
export const isOpening = (said: string, { start, end, name, shape, titled }: Mention): boolean =>
  (titled || shape !== 'either' || name.includes(' ')) &&
  /^(?:[\p{L}.]{1,12} ){0,2}$/u.test(said.slice(0, start)) &&
  /^ ?:\s/.test(said.slice(end));

/** The first line of a letter, above an address or a blank line, says who sends it. */
export const isLetterhead = (said: string, { start, end }: Mention): boolean =>
  /^(?:[^\p{L}\n]|\p{Lu}\p{Ll}{1,4}\. )*$/u.test(said.slice(0, start)) &&
  /^[ \t]*\n[^\n]{0,80}\n/.test(said.slice(end)) &&
  /\n(?:dear|sehr geehrte|liebe|lieber|guten tag|madame|monsieur|cher|chère|bonjour|estimad|muy señor|hola|hi |hello)/i.test(
    said.slice(end),
  );

const GERMAN_ARTICLE =
  /(?<![\p{L}])(?:der|die|das|den|dem|des|eine?|einem|einen|einer|eines|unsere?[mnrs]?|meine?[mnrs]?|deine?[mnrs]?|seine?[mnrs]?|ihre?[mnrs]?|euer|eure[mnrs]?|keine?[mnrs]?|beim|zum|zur|im|am|vom) (?:\p{Ll}+ )?$/u;
/** German writes every noun with a capital: one behind an article is a thing, "die Clique", "unsere Rechnungsabteilung". */
export const isNoun = (said: string, { start, name, shape, formed }: Mention): boolean =>
  !formed &&
  shape !== 'person' &&
  /^\p{Lu}[\p{Ll}-]+$/u.test(name) &&
  GERMAN_ARTICLE.test(said.slice(Math.max(0, start - 30), start));
