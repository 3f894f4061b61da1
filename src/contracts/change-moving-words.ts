import { movingIn } from '../briefs/conditions/moving-terms.ts';
import { FREE, moveIn } from '../briefs/conditions/moving-words.ts';
import type { Rescheduling } from './tiers.ts';

const FIGURE = String.raw`(?:(?:EUR|USD|GBP|CHF|[€$£]) ?)?\d[\d.,]*(?: ?(?:%|percent|EUR|USD|GBP|CHF|[€$£]))?`;
/** How a value is asked for, in the words that come with one and add nothing to it. */
const ASKING =
  /(?<![\p{L}])(?:please|kindly|bitte|s['’]il vous plaît|por favor|(?:make|set|let) (?:it|that|this)(?: be| at| to)?|set at|should(?: be)?|shall(?: be)?|must(?: be)?|soll(?:en|te|ten)?|doi(?:t|vent)|devrai(?:t|ent)|mettez|mettre|sein?|être|deber?[ií]?an?|que sea(?: del?)?)(?![\p{L}]):?/giu;
const FIRST =
  /^(?:(?:make|set|put|add|introduce|include|change(?! of)|raise|increase|lower|reduce|cut|drop|keep|leave|bring down|let|allow|give|we want|wir wollen|nous voulons|queremos|augmenter|baisser|réduire|subir|bajar|reducir|fijar|fixer)(?: it| us| them| me)?(?::| (?=\P{L}|\p{L}))\s*)+/iu;
const LAST = /(?<![\p{L}])(?:erhöhen|anheben|senken|reduzieren|setzen|ändern|können|kosten)[.! ]*$/iu;
/** "The fee used to be 25%, make it 10%": what it was is no part of what it should be. */
const WAS = new RegExp(
  String.raw`(?<![\p{L}])(?:used to be|was|were|is currently|is now|war(?:en)?|était|étaient|era|eran)(?: at| de| del| bei)? ${FIGURE}`,
  'giu',
);

/** Whether words speak of giving a booking another day. */
export const speaksOfMoving = (words: string): boolean => moveIn(words) !== undefined;

/** What words ask to be agreed on moving, whatever they ask it with; undefined where a part of them has no place in it. */
export function movingAsked(words: string, currency: string): Rescheduling | undefined {
  const said = words.replace(WAS, ' ').replace(ASKING, ' ').trim().replace(FIRST, '').replace(LAST, '');
  return movingIn(said.replace(/ {2,}/g, ' ').trim(), currency);
}

/** "Fee EUR 50" behind a new day: what moving costs, this time or any time, or what the work does. */
const FEE_BESIDE =
  /^(?:(?:the|an?|with|for|at|and|es|die|eine|les?|el|la|un|con|avec|mit) )*(?:new |extra |additional )?(?:fee|charge|surcharge|cost|price|gebühr|aufpreis|(?:travel )?expenses|frais|recargo|cargo|tarifa|coste)s?(?: is| of| then|:)? ?(?=[€$£\d]|EUR|USD|GBP|CHF)/iu;
const SAID_AGAIN =
  /^(?:please |then |now |but |so |bitte )*(?:make (?:it|that)|set (?:it|that)|it (?:should|must) be|mettez|mettre|que sea|macht?|soll|jetzt)(?![\p{L}])[^.;]*\d/iu;

/** Whether a part of a sentence goes on about the move that the one before it asks for. */
export const goesOnMoving = (before: string, part: string): boolean =>
  speaksOfMoving(before) &&
  !speaksOfMoving(part) &&
  ((FEE_BESIDE.test(part) && !/\bprice\b/i.test(part)) || (/\d/.test(before) && SAID_AGAIN.test(part)));

/** Whether words say that moving is free, without a fee. */
export const saysFree = (words: string): boolean => FREE.test(words);
