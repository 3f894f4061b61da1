import { dayAnswers, priceAnswers } from '../answers.ts';
import { readLaw } from '../conditions/laws.ts';
import { numberWords } from '../languages/number-words.ts';
import { isCode, scanAmounts, sumOf } from '../money/amounts.ts';
import { signFits } from '../money/currencies.ts';
import { lettered } from '../passages/letters.ts';
import type { BriefContext, Note, Span } from '../passages/text.ts';
import type { DateMention } from '../time/dates.ts';

const SIGN = /\d|%|€|£|\$/;
/** A share, a currency or one unit of time in words. */
const WORD = lettered(
  String.raw`(?<![\p{L}])(?:half|halves|thirds?|quarters?|fortnight|dozen|hälfte|halbe[nrs]?|drittel|viertel|moitié|tiers|quart|quinzaine|mitad|tercio|cuarta parte|quincena|EUR|USD|GBP|CHF|CAD|AUD|NZD|SGD|euros?|pounds?|dollars?|dólares|franken|francs|pesos|per ?cent|prozent|pour ?cent|por ciento|(?:one|ein(?:e[nmr]?)?|une?|una?) (?:(?:full|whole|ganze[nr]?|entière?|enter[oa]) )?(?:days?|weeks?|months?|rounds?|tag|woche|monat|runde|jour|semaine|mois|día|semana|mes))(?![\p{L}])`,
  'iu',
);
/** "Eine Kaution", "un préavis": an article in three languages, and no figure. */
const ARTICLE = /^(?:one|eins?|eine|une?|una|uno)$/i;

/** Whether words hold a length, a share or a sum, in figures or in words of any of the four languages. */
function holdsFigure(text: string): boolean {
  if (SIGN.test(text) || WORD.test(text)) return true;
  return (['en', 'de', 'fr', 'es'] as const).some((language) =>
    [...text.matchAll(numberWords(language))].some(([word]) => !ARTICLE.test(word)),
  );
}

const SAID_MAX = 120;
const quotedAside = (text: string): string => {
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

/** The price of a brief that names none but those of other people is asked, and theirs are answers: the client may be one of them. */
export function askedFee(text: string, theirs: readonly Span[], { currency }: BriefContext): Note[] {
  if (theirs.length === 0) return [];
  const sums = scanAmounts(text, outside(text, theirs), currency).amounts.flatMap((amount) => {
    const said = amount.currency;
    const code = said && (isCode(said) ? said : signFits(currency, said) ? currency : undefined);
    return code ? (sumOf(amount, code) ?? []) : [];
  });
  const answers = priceAnswers(sums);
  const [first, ...more] = answers;
  if (!first) return [];
  const sentence =
    more.length > 0
      ? 'The prices in the brief seem to be somebody else’s. Is one of them the fee?'
      : `The only price in the brief, ${first.label}, seems to be somebody else’s. Is it the fee?`;
  return [{ code: 'brief.bystander-fee', field: 'fee', sentence, answers }];
}

/** So is the day the work is due: "our printer needs it by 3 May" may say it, and "our lease ends on 3 May" does not. */
export function askedDay(days: readonly DateMention[]): Note[] {
  const known = [...new Set(days.flatMap(({ day }) => day ?? []))].slice(0, 2);
  const answers = dayAnswers('endOn', known);
  const [first, ...more] = answers;
  if (!first) return [];
  const sentence =
    more.length > 0
      ? 'The days in the brief seem to be somebody else’s. Is the work due on one of them?'
      : `The only day in the brief, ${first.label}, seems to be somebody else’s. Is the work due then?`;
  return [{ code: 'brief.bystander-day', field: 'endOn', sentence, answers }];
}

/** All that stands around the given stretches. */
function outside(text: string, spans: readonly Span[]): Span[] {
  const ends = [0, ...spans.map(({ end }) => end)];
  return ends.flatMap((start, at) => {
    const end = spans[at]?.start ?? text.length;
    return end > start ? [{ start, end, text: text.slice(start, end) }] : [];
  });
}
