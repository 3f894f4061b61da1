import { countApart, quantityIn } from '../briefs/scope/quantities.ts';
import type { Deliverable } from './deliverable.ts';
import { wordsAsked } from './explain-question.ts';
import { foldedText, stemOf, wordsIn } from './explain-topics.ts';

/** How people ask for something, in four languages. */
export const ASKING =
  /\?|\b(?:can|could|would|will) (?:you|we)\b|\bplease\b|\balso\b|\badd(?:ing|itional)?\b|\bneed(?:s|ed)?\b|\bwant(?:s|ed)?\b|\bwould (?:like|love|be)\b|\bhow about\b|\bwhat about\b|\bany chance\b|\bonce more\b|\binclude\b|\bextra\b|\banother\b|\bbitte\b|\bkonn(?:t|en|test|ten)\b|\bbrauch|\bnoch\b|\bauch\b|\bzusatzlich|\bs'?il (?:te|vous) plait\b|\bpouv(?:ez|ons)\b|\bpourr(?:iez|ais)\b|\bpeux-tu\b|\baussi\b|\bajout|\bbesoin\b|\bpor favor\b|\bpued(?:es?|en|as)\b|\bpodr(?:ia|ias|ian)\b|\btambien\b|\banad|\bnecesit/;

/** One more of what is there is more than what is there. */
export const MORE =
  /^(?:another|second|third|additional|extra|more|further|weiter|zusatz|zweite|autre|deuxieme|supplement|otr[oa]|segund|adicional)/;
/** Changing what was shown: a round of revisions, as long as there are any. */
export const REWORK =
  /^(?:tweak|adjust|chang|revis|redo|rework|bigger|smaller|larger|colou?r|darker|lighter|brighter|move|swap|replace|fix|correct|edit|rename|font|align|shorten|ander|anpass|korrig|grosser|kleiner|farbe|modif|corrig|plus|couleur|cambi|ajust|correg|grande|color)/;

/** Words of every message, which name nothing. */
const CHATTER = new Set(
  `hi hello hey dear thanks thank cheers best regards great nice love like really think maybe just quick quickly small little
  bit add adding adds include including make made making create creating build design designing write writing send sending
  provide giving want wants wanted need needs needed please also another extra additional more further chance possible
  today tomorrow monday tuesday wednesday thursday friday saturday sunday soon asap week month everyone everything anything
  one two three four five six seven eight nine ten would could can help new sure okay wonder wondering question team boss
  bitte danke hallo noch auch mal gerne schnell neue neuen merci bonjour aussi vite nouveau gracias hola tambien nuevo`
    .split(/\s+/)
    .map(stemOf),
);

export const BULLET = /^\s*(?:[-*•]|\d{1,2}[.)])\s+/;

/** The words of a message that name a thing. */
export function namesIn(words: string): string[] {
  return wordsAsked(words).filter((word) => !CHATTER.has(stemOf(word)) && !REWORK.test(word) && word.length > 2);
}

export function shares(item: string, names: readonly string[]): boolean {
  const stems = wordsIn(item).map(stemOf);
  return names.some((name) => stems.includes(stemOf(name)) && !GENERAL.has(stemOf(name)));
}

/** Where what follows only says more of it: `Logo as SVG`, `Website for Acme`. */
const AND_MORE = /\s+(?:as|in|for|of|with|to|from|on|als|fur|mit|von|pour|avec|de|en|para|con)\s+|[,(:;]/;

/** Whether words speak of an item: they have the thing it is, and name no other kind of it right before. */
export function isMeant(item: string, words: readonly string[]): boolean {
  const stems = wordsIn(item).map(stemOf);
  const head = stemOf(wordsIn(foldedText(item).split(AND_MORE)[0] ?? '').at(-1) ?? '');
  const at = words.findIndex((word) => stemOf(word) === head);
  if (at < 0 || head.length < 3 || GENERAL.has(head)) return false;
  const [kind] = namesIn(words[at - 1] ?? '');
  return kind === undefined || MORE.test(kind) || stems.includes(stemOf(kind));
}

/** In titles and lists, but no thing of their own. */
const GENERAL = new Set(
  ['brand', 'design', 'identity', 'project', 'work', 'version', 'file', 'format', 'client', 'business'].map(stemOf),
);

const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const numbersIn = (text: string) =>
  wordsIn(text).flatMap((word) =>
    /^\d{1,4}$/.test(word) ? [Number(word)] : NUMBER_WORDS.includes(word) ? [NUMBER_WORDS.indexOf(word)] : [],
  );

/** How many more are asked for than agreed: two where the list says three and the words say five. */
export function excessOf(words: string, { text, quantity }: Deliverable): number | undefined {
  // "At least three" has no end that could be passed.
  if (quantity && quantity.most === undefined) return undefined;
  const asked = countOfIn(words, text) ?? numbersIn(words)[0];
  const agreed = quantity?.most ?? numbersIn(text)[0];
  return asked !== undefined && agreed !== undefined && asked > agreed ? asked - agreed : undefined;
}

/** How many of a thing words speak of, wherever in them: "for our 3 shops, 25 photos" has 25. */
function countOfIn(words: string, item: string): number | undefined {
  for (const { index } of words.matchAll(/(?<![\p{L}\p{N}.,'’-])[\p{L}\d]/gu)) {
    const said = words.slice(index, index + 100);
    const apart = countApart(said);
    if (apart && isMeant(countApart(item)?.name ?? item, wordsIn(apart.name).slice(0, 4)))
      return quantityIn(said)?.most;
  }
  return undefined;
}
