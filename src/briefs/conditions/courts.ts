import { lawAnswers } from '../answers.ts';
import { lettered, words } from '../passages/letters.ts';
import type { Note } from '../passages/text.ts';

/** A court that is to decide, with the town behind it. */
const COURT = lettered(
  String.raw`(?<![\p{L}])(?:gerichtsstand|(?:place|seat|forum) of jurisdiction|jurisdiction|(?:courts?|tribunal|tribunaux|tribunales|juzgados?)(?= (?:of|in|von|de|des|du|compétent|competente|exclusiv)| ?[:=])|fuero|juridiction|for juridique)(?: ?[:=]| is| are| ist| est| es| son)?(?: (?:exclusive|ausschließlich|compétente?s?|competentes?|exclusivo))?(?: (?:of|in|von|de|des|du|à|los|las|la|the|courts?|tribunaux|tribunales|juzgados)(?![\p{L}]))* ?(?<town>[\p{L}][\p{L}’'-]+(?: [\p{L}][\p{L}’'-]+)?)`,
  'giu',
);
/** A court to play on, or to work for. */
const OTHER = lettered(
  '(?<![\\p{L}])(?:tennis|squash|food|basketball|padel|badminton|sports?|volleyball|at|before|for|für|pour|para|zum|beim|interpret\\p{L}*|report\\p{L}*|hearing|sketch\\p{L}*|traduc\\p{L}*|dolmetsch\\p{L}*|client|kunde|cliente)(?: (?:the|le|la|den|dem|der|das|el))? ?[:-]? ?$',
  'iu',
);
/** Towns that courts are mostly named after, by whose law they go. */
const TOWNS: readonly (readonly [string, RegExp])[] = [
  [
    'Germany',
    words(
      'berlin|hamburg|münchen|munich|köln|cologne|frankfurt|stuttgart|düsseldorf|leipzig|dresden|bremen|hannover|nürnberg',
    ),
  ],
  ['Austria', words('wien|vienna|graz|linz|salzburg|innsbruck|vienne|viena')],
  ['Switzerland', words('zürich|zurich|bern|berne|basel|bâle|genf|genève|geneva|lausanne|luzern|lucerne')],
  ['France', words('paris|lyon|marseille|toulouse|nantes|bordeaux|lille|strasbourg|rennes|nice|montpellier|grenoble')],
  ['Spain', words('madrid|barcelona|valencia|sevilla|seville|bilbao|zaragoza|málaga')],
  ['Belgium', words('bruxelles|brussels|brüssel|bruselas|liège|namur|antwerp(?:en)?')],
  ['England and Wales', words('london|londres|manchester|birmingham|leeds|bristol|liverpool|cardiff')],
  ['Scotland', words('edinburgh|glasgow|aberdeen')],
  ['Ireland', words('dublin|cork|galway|limerick')],
  ['Netherlands', words('amsterdam|rotterdam|utrecht|den haag')],
];

/** Where disputes go says nothing of whose law applies: it is asked, with the law of the court's place where that is known. */
export function courtNotes(text: string): Note[] {
  for (const { 0: said, index, groups } of text.matchAll(COURT)) {
    const town = groups?.town ?? '';
    if (!/^\p{Lu}/u.test(town) || OTHER.test(text.slice(Math.max(0, index - 24), index))) continue;
    const answers = lawAnswers(TOWNS.flatMap(([place, towns]) => (towns.test(town) ? [place] : [])));
    const sentence = `“${said}” says which court decides. Say whose law applies.`;
    return [{ code: 'brief.law', field: 'governingLaw', sentence, quote: said, answers }];
  }
  return [];
}
