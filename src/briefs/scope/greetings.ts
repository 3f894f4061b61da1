import { lettered } from '../passages/letters.ts';

/** How a message begins in four languages and their regions: said to somebody, and no name of any work. */
const HELLO =
  "(?:moin(?:sen)?|servus|serwus|grüezi|gr[üu]e?zi|grüe?ß? ?(?:gott|dich|sie|euch)|grüss ?(?:gott|dich|sie|euch)|hoi|sali|salü|tach|tag(?! der)|guten? (?:morgen|tag|abend|mittag)|habe die ehre|ahoi|mahlzeit|hallo|hallöchen|huhu|liebe[rs]?|sehr geehrte[rs]?|hi|hiya|hey|heya|hello|howdy|g['’]day|yo(?! )|dear|ay up|alright|wotcha|good (?:morning|afternoon|evening|day)|greetings|salut|slt|coucou|cc(?! ?:)|bonjour|bonsoir|bjr|allô|chère?s?|hola|holi|buenas(?: (?:tardes|noches))?|buenos días|buen día|qué tal|que tal|qué onda|quiubo|estimad[oa]s?|querid[oa]s?|kaixo|bon dia|egun on|ola)";
/** Whom it is said to, where that is nobody's name. */
const ALL =
  "(?:zusammen|allerseits|leute|ihr(?: lieben)?|alle|mit(?:e|ei)?nand(?:er)?|beinand|there|all|team|everyone|folks|guys|mate|love|again|nochmal|tout le monde|les (?:amis?|copains|gars|filles)|la team|l['’]équipe|à tous|toi|vous|toute l['’]équipe|a tod[oa]s|equipo|amig[oa]s?|che|wie geht['’]?s|how are you|how['’]s it going|ça va|comment ça va|cómo estás?|cómo va)";
const GREETING = lettered(`^[\\s¡¿"„«-]*${HELLO}(?:[ ,!?¡¿.]+(?:${HELLO}|${ALL}))*(?![\\p{L}\\d'’-])`, 'iu');
/** A name behind a greeting ends where the words begin: "Hallo Frau Meier-Lind,", "Hi Sam!". */
const NAMED = lettered(
  "^(?: (?:Frau|Herrn?|client|person|family|Dr\\.|Mrs?\\.?|Ms\\.?|Mme|M\\.|Madame|Monsieur|Sra?\\.?|doña|don|und|and|et|y|&|\\p{Lu}[\\p{L}.'’-]*)){1,6}(?= ?(?:[,!:;\\n]|[–—-] ))",
  'u',
);
const SEAM = /^[\s,!?.:;…–—👋🙂😊-]+/u;

/** How long the greeting is with which a text begins, with the name behind it; 0 where none stands there. */
export function greetingLength(text: string): number {
  const hello = GREETING.exec(text)?.[0].length ?? 0;
  if (hello === 0) return 0;
  const named = hello + (NAMED.exec(text.slice(hello, hello + 90))?.[0].length ?? 0);
  const seam = SEAM.exec(text.slice(named, named + 20))?.[0].length ?? 0;
  // A greeting is a word by itself.
  return seam > 0 || named >= text.length ? named + seam : 0;
}

/** Whether words are a greeting and nothing else. */
export const isGreeting = (words: string): boolean => greetingLength(`${words},`) >= words.length;
