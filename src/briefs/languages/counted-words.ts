import { isSumAhead } from '../money/ahead.ts';
import { currencyBehind } from '../money/currencies.ts';
import type { Language } from './language.ts';
import { numberIn } from './number-words.ts';

/** Number words count where money, a share or a time follows them: "Forty Winks" is a name. */
const COUNTS_SOMETHING =
  /^ ?(?:%|(?:per ?cent|percent|prozent|pour ?cent|por ciento|days?|tagen?|jours|d[ií]as|hours|stunden|heures|horas|weeks|wochen|semaines|semanas)(?![\p{L}]))/iu;

const SHARES = /^ ?(?:%|per ?cent|percent)/i;
/** Enough for a part of a price: "two hundred of it now". */
const HUNDREDS = /hundred|thousand|hundert|tausend|cent|mille|cien|mil$|mil |quinientos/iu;
/** A sum taken back for the next one: "7200 dollars no hang on seven thousand four hundred". */
const TAKEN_BACK =
  /(?:[€$£] ?\d[\d.,]{0,9}\d|[€$£]|euros?|dollars?|pounds?|francs?|pesos|franken|soles|rand) ?,? (?:\p{L}+,? ){0,2}?(?:hang on|hold on|wait|sorry|scrap that|make (?:it|that)|i mean|nein|moment|quatsch|non|attends|attendez|pardon|perdón|mejor dicho|mentira)(?:[ ,]+\p{L}+){0,4}?[ ,]+$/iu;
const SHARE_OF = /(?<![\p{L}])(?:anticipo|adelanto|seña|enganche)(?: (?:es|será|sería|queda|va))? del $/iu;
/** Before a sum in words without a currency: "the fee is twelve hundred". */
const PRICED =
  /\b(?:fee|price|total|quoted?|agreed|settled|deposit|pays?|paying|charge|honorar|preis|prix|tarif|forfait|precio|total|honorarios)(?: (?:is|of|at|on|to|us|me|for it|von|ist|de|est|es|son|a|en))* ?$/i;

/** Number words as digits, where what stands around them says that they are a sum, a share or a time; else as they are. */
export function countedIn(
  before: string,
  match: RegExpExecArray,
  { language, home }: { language: Language; home: string | undefined },
): string {
  const end = match.index + match[0].length;
  const behind = before.slice(end, end + 40);
  const money =
    currencyBehind(behind, home) ??
    // "Cuatro millones redondos"
    (/mill\p{L}+$/iu.test(match[0]) && /^ (?:redond|cerrad|pelad)[oa]s/i.test(behind) ? { length: 0 } : undefined) ??
    // "Dos millones de pesos": behind millions there is a word between.
    (/mill\p{L}+$/iu.test(match[0]) ? currencyBehind(behind.replace(/^ (?:de |d['’])/, ' '), home) : undefined);
  const counted = COUNTS_SOMETHING.exec(behind)?.[0] ?? (money && behind.slice(0, money.length));
  const priced = PRICED.test(before.slice(Math.max(0, match.index - 24), match.index));
  const takenBack = TAKEN_BACK.test(before.slice(Math.max(0, match.index - 60), match.index));
  const ahead =
    !counted &&
    !priced &&
    HUNDREDS.test(match[0]) &&
    !/\b(?:pour|por) $/i.test(before.slice(0, match.index).slice(-5)) &&
    isSumAhead(before, { start: match.index, end, text: match[0] });
  const number = counted || priced || ahead || takenBack ? numberIn(match[0], language) : undefined;
  // "El anticipo es del cuarenta": Spanish says of a share that it is of the forty.
  if (number === undefined && !counted && SHARE_OF.test(before.slice(Math.max(0, match.index - 40), match.index))) {
    const share = numberIn(match[0], language);
    if (share !== undefined && share >= 5 && share <= 100) return `${share} %`;
  }
  const small = (priced || takenBack) && !counted ? 100 : language === 'en' && !SHARES.test(counted ?? '') ? 13 : 0;
  // "Jamais un franc" is no sum.
  return number === undefined || number < Math.max(small, money ? 2 : 0) ? match[0] : String(number);
}
