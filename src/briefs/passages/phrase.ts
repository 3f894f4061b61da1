import type { Language } from '../languages/language.ts';
import { isMade, NO_THING } from '../scope/things.ts';

const WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|hundred';
/** Source of a pattern for how many, in digits or in words. */
export const COUNT = `\\d{1,4}(?! ?[x×] ?\\d+(?:[.,]\\d+)? ?(?:m|cm|mm|px|ft|in|inch|")?(?![\\p{L}\\d.,-]| \\p{L}{2}))(?: ?[x×](?= ))?|(?:${WORDS})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?`;

/** Where a thing's name ends at the latest: a word that begins to say what for, how or when. */
const ENDS =
  / (?:for|by|on|until|from|to|that|which|who|so|because|as an?|via|at|is|are|will|in (?:an?|the|two|three|\d)|each month|per|within) /i;
export function whole(part: string): number {
  const stop = part.search(ENDS);
  return stop < 0 ? part.length : stop;
}

/** "One six-minute film" is no minutes. */
export const withoutLength = (item: string) =>
  item.replace(/(?:seconds?|minutes?|hours?|pages?|days?|seiten|secondes)[ -](?=\p{L})/giu, '');

/** "An album of 40 pages" is an album. */
export const headOf = (item: string) => item.replace(/ (?:de|à|mit|of|with|con|avec) (?:\d|[\p{L}]+ ?\d?).*$/iu, '');

/** A word that is no part of a thing's name. */
const STOP =
  /^(?:and|or|for|in|on|by|from|to|at|as|is|are|was|were|will|would|per|each|a|an|the|that|which|who|if|we|i|you|he|she|they|it|und|oder|für|im|am|pro|je|bis|et|ou|up|off|pour|par|dans|sur|le|la|les|est|sont|au|y|o|para|por|al|en|el|los|las|es|son|que|qui|so|dann|then|with|mit|avec|con|of|de|del|du|des|à|flat|fixed|total|please|bitte|svp|max|only|inkl|incl|including|approved|done|due|total|only)$/iu;

/** "One ninety second promo": how long it is, not what. */
const LENGTH = /^(?:seconds?|minutes?|hours?|pages?|secondes|segundos|minutos|sekunden|minuten)$/i;

/** The end of a counted phrase that names something made: "16 full-colour spreads", "3 capsules verticales de 20 secondes". */
export function phraseEnd(phrase: string, language: Language): number | undefined {
  const words = [...phrase.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*|[^\s\p{L}\p{N}]/gu)];
  let end: number | undefined;
  for (const [at, word] of words.slice(0, 9).entries()) {
    const [text] = word;
    if (at > 0 && end === undefined && /^\d{3,}(?:-\d+)*$/.test(text)) return undefined;
    if (!/^[\p{L}\p{N}]/u.test(text) || (end !== undefined && /^\d/.test(text))) break;
    const after = phrase.slice(word.index + text.length + 1);
    if (at > 0 && isMade(text, words[at - 1]?.[0], after)) end = word.index + text.length;
    else if (at > 0 && STOP.test(text)) break;
    else if (end !== undefined) {
      // Adjectives follow the noun in Romance languages; in English and German the noun ends the phrase.
      if (NO_THING.test(text)) return undefined;
      // "3 spot illustrations", "1 map board": two nouns in a row are one thing.
      if (language !== 'fr' && language !== 'es') {
        if (!isMade(text) || STOP.test(text)) break;
        end = word.index + text.length;
        continue;
      }
      if (/^(?:hundred|two|three|four)$/.test(text)) break;
      end = word.index + text.length;
    } else if (at > 0 && /^\p{L}+$/u.test(text) && NO_THING.test(text) && !LENGTH.test(text)) return undefined;
  }
  if (end === undefined) return undefined;
  const size =
    /^ (?:(?:de|of|à|mit|with|con|avec) (?:\d{1,4} (?:x \d{1,3} )?[\p{L}]{1,}|(?=\p{Ll})(?!la |le |los |las |el |the |nos |vos |nuestr)[\p{L}-]+(?= ?(?:[,.;:\n|█]|$| and| for| on| by| in| to| at| el| le| la| les| al| au| antes| avant))))|^ en (?:ligne|línea|haute définition|HD|alta resolución)|^ in (?:Excel|Word|PDF|PowerPoint|Keynote|InDesign|Figma|Canva)(?![\p{L}])|^ d['’]accueil/u.exec(
      phrase.slice(end),
    );
  return end + (size?.[0].length ?? 0);
}
