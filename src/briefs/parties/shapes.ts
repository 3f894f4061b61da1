import { wordSet } from '../passages/letters.ts';
import { isBodyHead, isBodyWord, isSurnameToo, wordsOf } from './bodies.ts';
import { GIVEN_NAMES } from './given-names.ts';

export type Shape = 'company' | 'person' | 'either';

export const isGiven = (word: string) => GIVEN_NAMES.has(word) || GIVEN_NAMES.has(word.split('-')[0] ?? '');

/** Words that no given name is: colours, sizes, places on the map, what things are made of. A name that begins with one is a firm's. */
const NO_GIVEN = wordSet(
  'blue red black white golden silver grand royal national international public global urban rural happy wild free open first second third central united federal local regional mobile modern smart bright fresh green',
  'ocean sun moon star salt stone iron copper steel wood oak cedar willow birch maple pine fox wolf bear otter heron raven owl swan crow salmon honey sugar pepper lemon apple cherry olive bread butter',
  'alte alter altes neue neuer neues grüne grüner rote roter blaue blauer schwarze weiße goldener goldene kleine kleiner große großer erste erster deutsche deutscher österreichische schweizer freie freier freies',
  'rouge noir noire vert verte blanc blanche deux quatre terre terres lune',
  'gran dos cuatro siete verde rojo roja tierra tierras luna',
  'pro via terra aqua eco bio euro alpen',
);

/** "Quilters' Guild", "pixelwerk.io", "PixelForge": no person is written so. */
const NO_PERSON =
  /s['’](?= )|(?<![\p{L}])[\p{L}\d-]{2,}\.(?:\p{Ll}{2,4})(?![\p{L}])|^(?!Mc|Mac|De|La|Le|Di|Du|Da|Fitz|Van|Von|O['’])\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}+$|^\p{Lu}{2,6} (?:de|du|des|of|der|del) |\d|[&+]/u;
/** "Marcus & Leah Ortiz", who share a name. */
const COUPLE = /^\p{Lu}\p{Ll}+ (?:&|\+) \p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}'’-]+){1,2}$/u;
/** "Friends of the Fen", "Zentrum für Musik", "Amis des Orgues". */
const BELONGS = / (?:of|for|für|zur|zum|im|pour|para|des|aux) |(?<! (?:von|van|de|zu)) (?:der|dem) /iu;

/** Whose a name can be, by its words alone. */
export function shapeOf(name: string, formed = false, titled = false): Shape {
  if (formed) return 'company';
  const words = wordsOf(name);
  const [first = ''] = words;
  if (titled) return 'person';
  if (COUPLE.test(name) && [words[0], words[2]].every((word) => isGiven(word ?? '')) && !words.some(isBodyWord))
    return 'person';
  if (NO_PERSON.test(name) || /^(?:the|les|los|las)$/.test(first)) return 'company';
  const given = isGiven(first) && words.length > 1;
  if (given && words.length < 5) {
    const bodies = words.slice(1).filter(isBodyWord);
    return bodies.every(isSurnameToo) ? 'person' : 'company';
  }
  if (words.length > 1 && isBodyHead(first)) return 'company';
  if (words.some(isBodyWord) || words.length > 4) return 'company';
  // "Kerwin Baptiste-Mohan": two surnames in one.
  if (words.length > 1 && words.length < 4 && /\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(name)) return 'person';
  if (words.length > 1 && (NO_GIVEN.has(first) || BELONGS.test(name))) return 'company';
  return isGiven(first) ? 'person' : 'either';
}

/** Whether a name that could be anybody's is rather a firm's: by the address beside it, else as a single word. */
export function isFirmBy(email: string | undefined, name: string): boolean {
  const words = wordsOf(name);
  const [local = '', domain = ''] = (email ?? '').toLowerCase().split('@');
  const label = domain.split('.').at(-2) === 'co' ? domain.split('.').at(-3) : domain.split('.').at(-2);
  const tail = words.some((_, at) => at > 0 && words.length - at > 1 && words.slice(at).join('') === label);
  if (label && words.length > 2 && tail) return true;
  if (local && words.some((word) => word.length > 1 && local.split(/[._-]/).includes(word))) return false;
  if (label && (words.join('') === label.replaceAll('-', '') || words[0] === label)) return true;
  return words.length === 1 && !isGiven(words[0] ?? '');
}
