import { readLaw } from '../conditions/laws.ts';
import { numberWords } from '../languages/number-words.ts';
import { lettered } from '../passages/letters.ts';
import type { Note, Span } from '../passages/text.ts';

const SIGN = /\d|%|€|£|\$/;
/** A share, a currency or one unit of time in words. */
const WORD = lettered(
  String.raw`(?<![\p{L}])(?:half|halves|thirds?|quarters?|fortnight|dozen|hälfte|halbe[nrs]?|drittel|viertel|moitié|tiers|quart|quinzaine|mitad|tercio|cuarta parte|quincena|EUR|USD|GBP|CHF|CAD|AUD|NZD|SGD|euros?|pounds?|dollars?|dólares|franken|francs|pesos|per ?cent|prozent|pour ?cent|por ciento|(?:one|ein(?:e[nmr]?)?|une?|una?) (?:(?:full|whole|ganze[nr]?|entière?|enter[oa]) )?(?:days?|weeks?|months?|rounds?|tag|woche|monat|runde|jour|semaine|mois|día|semana|mes))(?![\p{L}])`,
  'iu',
);
/** "Eine Kaution", "un préavis": an article in three languages, and no figure. */
const ARTICLE = /^(?:one|eins?|eine|une?|una|uno)$/i;

/** Whether words hold a length, a share or a sum, in figures or in words of any of the four languages. */
export function holdsFigure(text: string): boolean {
  if (SIGN.test(text) || WORD.test(text)) return true;
  return (['en', 'de', 'fr', 'es'] as const).some((language) =>
    [...text.matchAll(numberWords(language))].some(([word]) => !ARTICLE.test(word)),
  );
}

const SAID_MAX = 120;
export const quotedAside = (text: string): string => {
  const words = text.trim().replace(/[.,;:!?]+$/, '');
  return words.length > SAID_MAX ? `${words.slice(0, SAID_MAX - 1)}…` : words;
};

/** Each piece that is about somebody else and could have been a term; names and days alone are none that anyone would miss. */
export function asidesIn(pieces: readonly Span[]): Note[] {
  return pieces.flatMap(({ text }): Note[] => {
    if (!holdsFigure(text) && !readLaw(text).found.governingLaw) return [];
    const sentence = `“${quotedAside(text)}” seems to be about somebody else, so it sets no term.`;
    return [{ code: 'brief.bystander', sentence }];
  });
}
