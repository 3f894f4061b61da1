import { lettered } from '../passages/letters.ts';
import { COUNT, countOf, type Span, spanOf } from '../passages/text.ts';
import { daysInUnit } from './stretches.ts';

const UNIT =
  '(?:hours?|hrs?|hs|h|stunden|std\\.?|heures?|horas|days?|tag(?:en?)?|dog|jours?|d[ií]as|weeks?|wochen?|semaines?|semanas?|months?)';
/** A count in the words of four languages. */
export const NUMBER = `(?:\\d{1,3}|a|an|eine[rn]?|une?|una|${COUNT.split('|').slice(1).join('|')}|zehn|acht|zwei|drei|vier|fünf|sechs|sieben|neun)`;
const SMALL: Readonly<Record<string, number>> = {
  ...{ zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10 },
};
export const numberOf = (word: string) =>
  /^(?:eine[rn]?|une?|una)$/iu.test(word) ? 1 : (SMALL[word.toLowerCase()] ?? countOf(word) ?? 0);

const count = (form: string) => `(?<${form}>${NUMBER})`;
const unit = (form: string) => `(?<${form}Unit>${UNIT})`;
/** How long before the work, in the forms in which it is said; what is owed then stands before or behind it. */
const FORMS = {
  within: `(?:(?<![\\p{L}])(?:within|less than|under|fewer than|below|inside|in|about|no later than|later than|später als|plus tard que|más tarde de|after|moins de|(?:à|dans) moins de|menos de|weniger als|unter|kurzfristiger als|kürzer als|inferior a|inférieur à|dans|en|dentro de|faltando(?: menos de)?|ab(?: dem)?|keine|no quedan|in den|innerhalb(?: von)?|innert|binnen)|<)(?: ?(?:the|de|los|las|les)? ?(?:last|final|letzten|derni[eè]re?s|últim[oa]s)(?: of)?| les| las| los| der| den| it['’]?s| un préavis de| un preaviso de)* ${count('within')}(?: (?:derni[eè]re?s|letzten|últim[oa]s|full|calendar))?\\.?[ -]?${unit('within')}`,
  orLess: `(?<![\\p{L}\\d])${count('orLess')} ?${unit('orLess')} (?:or (?:less|fewer)|o menos|ou moins|oder weniger)`,
  last: `(?<![\\p{L}\\d])(?:les|los|las|the|den|in) ${count('last')} ?(?:(?:last|derni[eè]re?s|letzten|últim[oa]s) )?${unit('last')}(?: (?:previ[oa]s|précédant|before|vor|prior)|(?<=(?:last|derni[eè]re?s|letzten|últim[oa]s) \\p{L}+))`,
  // "30 days before 25 %, 7 days before 100 %": what is owed stands right behind.
  ahead: `(?<![\\p{L}\\d])${count('ahead')} ?${unit('ahead')} (?:before(?:hand)?|by|prior|ahead|vorher|davor|zuvor|vor|avant|antes|previos)(?: (?:the|dem|der|le|la|el|del?|per) \\p{L}+)? ?[:=–—-]? ?(?=\\d{1,3} ?(?:%|per ?cent|prozent))`,
  // "Free up to 14 days before, 50 % after that".
  until: `(?:up to|bis|until|before|by|jusqu['’]à|hasta) ${count('until')} ?${unit('until')}(?: (?:before|vorher|davor|avant|antes|ahead|vor))?`,
  // "Within 14 days 50 %, within 7 100 %": in the unit above.
  again: `(?<=(?:inside|within|under|fewer than|less than) \\d{1,3} (?:days|hours)[^.;\\n]{0,60})(?<![\\p{L}])(?:inside|within|under|less than|menos de|moins de|in den letzten) (?<again>\\d{1,3})(?![\\d%€$£.]| ?(?:${UNIT}|per ?cent|prozent|jan|feb|mar|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])(?![\\p{L}]))`,
};
type Form = keyof typeof FORMS;
const NAMES = Object.keys(FORMS) as Form[];
const WINDOW = lettered(Object.values(FORMS).join('|'), 'giu');

export type SaidWindow = Span & { readonly form: Form; readonly within: number; readonly unit: 'days' | 'hours' };

/** Every length of time that may be a window before the work, by how it is said. */
export function windowsIn(text: string): SaidWindow[] {
  let word = 'd';
  return [...text.matchAll(WINDOW)].flatMap((match): SaidWindow[] => {
    const groups = match.groups ?? {};
    const form = NAMES.find((name) => groups[name] !== undefined);
    if (!form) return [];
    word = groups[`${form}Unit`] ?? word;
    const hours = /^(?:h|st)/i.test(word);
    const each = hours ? 1 : daysInUnit(word);
    return [{ ...spanOf(match), form, within: numberOf(groups[form] ?? '') * each, unit: hours ? 'hours' : 'days' }];
  });
}

export const hasWindow = (words: string): boolean => words.search(WINDOW) >= 0;
