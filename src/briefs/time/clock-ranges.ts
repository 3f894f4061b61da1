import { hourOf, hourWords, minuteOf } from '../languages/hours.ts';
import type { Language } from '../languages/language.ts';
import { lettered } from '../passages/letters.ts';
import { AFTER_NOON, BEFORE_NOON, type Said } from './clock-forms.ts';

/** From when to when, as it is said. */
export type SaidRange = { readonly from: Said; readonly to: Said };

const MARK = String.raw`uhr|hs|hrs|heures?|horas|h(?![\p{L}])|o['’]clock|[ap]\.? ?m\.?(?![\p{L}])`;
const LEADS = 'from|between|von|zwischen|de|entre|desde las?|de las?|from the';
const END = (n: number, words: string) =>
  String.raw`(?<h${n}>\d{1,2}${words})(?: ?(?:[:.]|h(?:eures?)?|uhr) ?(?<m${n}>[0-5]\d))?(?: ?(?<k${n}>${MARK}))?`;
const JOIN = String.raw`(?: ?(?<join>[-–—]|(?<=[ \d])(?:to|till?|'til|until|bis|[àa]|hasta|jusqu['’][àa]|and|und|et|y)(?= )) ?(?:um |las? )?)`;
/** Behind two bare numbers that are hours: the clause ends or says where. */
const CLOSED = String.raw`(?=\s*(?:$|[,.;!?)\n])| (?:in|im|en|at|bei|à|au|am|on|el|with|mit|for|every|each|jeweils|geh(?:t|n|en)|spiel\p{L}*|auflegen|da|arbeiten|dauern)(?![\p{L}]))`;

/** Hours with a name, which say of themselves which half of the day they are in. */
const NAMED: Readonly<Record<string, number>> = {
  ...{ midnight: 24, mitternacht: 24, minuit: 24, medianoche: 24 },
  ...{ noon: 12, midday: 12, midi: 12, mediodía: 12 },
};
const hourSaid = (word: string, language: Language) => NAMED[word.toLowerCase()] ?? hourOf(word, language);

const cache = new Map<Language, RegExp>();
function rangePattern(language: Language): RegExp {
  const words = `|${[...Object.keys(NAMED), hourWords(language)].join('|')}`;
  const made =
    cache.get(language) ??
    lettered(
      String.raw`(?<![\p{L}\d.,:/+€$£-])(?:(?<lead>${LEADS}) )?${END(1, words)}${JOIN}${END(2, words)}(?: (?:(?<am>${BEFORE_NOON})|(?<pm>${AFTER_NOON})))?(?:(?<closed>${CLOSED})|)(?![\p{L}\d%€$£]|[.,:]\d| ?(?:%|€|euros?(?![\p{L}])|eur(?![\p{L}])))`,
      'giu',
    );
  cache.set(language, made);
  return made;
}

const SPAN_WORD = /^(?:till?|'til|until|bis|hasta)$/i;
const AND = /^(?:and|und|et|y)$/i;

/** "18-22 Uhr", "de 5 a 7 de la tarde", "from 6 to 9", "10 bis 12": the hours of a stretch of time. */
export function rangesIn(text: string, language: Language): { match: RegExpExecArray; range: SaidRange }[] {
  return [...text.matchAll(rangePattern(language))].flatMap((match) => {
    const range = rangeOf(match, language);
    return range ? [{ match, range }] : [];
  });
}

function rangeOf(
  { groups = {}, input = '', index, 0: all }: RegExpExecArray,
  language: Language,
): SaidRange | undefined {
  const { lead, h1 = '', m1, k1 = '', join = '', h2 = '', m2, k2 = '', am, pm, closed } = groups;
  const [first, last] = [hourSaid(h1, language), hourSaid(h2, language)];
  const named = [h1, h2].map((word) => word.toLowerCase() in NAMED);
  if (first === undefined || last === undefined) return undefined;
  if (AND.test(join) && !/^(?:between|zwischen|entre)$/i.test(lead ?? '')) return undefined;
  // "L'une à 10 heures" is one of several.
  if (/^[-–—]$/.test(join) && !/^\d/.test(h1 + h2)) return undefined;
  if (/^\p{L}/u.test(h1) && !named[0] && !lead && !k1 && !SPAN_WORD.test(join)) return undefined;
  const marked = named.includes(true) || Boolean(k1 || k2 || am || pm || /\d(?::|h)[0-5]\d/i.test(all));
  const before = input.slice(Math.max(0, index - 3), index);
  const alone =
    closed !== undefined && (lead !== undefined || (SPAN_WORD.test(join) && /(?:^|[,:(\n] ?)$/.test(before)));
  if (!marked && !alone) return undefined;
  // "2h à 3h" and "1 to 2 hrs" are lengths, and so are hours that are only counted.
  if (/^(?:hrs|heures?|horas|hs)$/i.test(k2) && !lead && !k1 && last < 7) return undefined;
  const halves = [k1, k2].map((mark) => (/^a/i.test(mark) ? 'am' : /^p/i.test(mark) ? 'pm' : undefined)) as Half[];
  const end = halves[1] ?? (am ? 'am' : pm ? 'pm' : undefined);
  // What goes on until midnight began after noon, what goes on until noon before it.
  const till = named[1] && !named[0] && first <= 12 ? (last === 24 ? 'pm' : 'am') : undefined;
  const start = halves[0] ?? till ?? (end && first <= 12 ? halfBefore(first, last, end) : undefined);
  const sign = /^(?:uhr|h|heures?|horas|hs)$/i;
  const full = (hour: number, word: string) => hour > 12 || hour === 0 || /^0\d/.test(word);
  return {
    from: {
      hour: first % 24,
      minute: minuteOf(m1 ?? '0', language) ?? 0,
      half: start,
      full: named[0] || full(first, h1) || (!end && !named[1] && last > 12),
      plain: !marked,
    },
    to: {
      hour: last % 24,
      minute: minuteOf(m2 ?? '0', language) ?? 0,
      // From noon on it goes on after noon: "noon till ten".
      half: end ?? (named[0] && !named[1] && last < 12 ? (first === 12 ? 'pm' : 'am') : undefined),
      full: named[1] || full(last, h2) || sign.test(k2),
    },
  };
}

type Half = 'am' | 'pm' | undefined;

/** "10-2pm" begins in the morning, "3-9pm" after noon. */
const halfBefore = (first: number, last: number, half: 'am' | 'pm'): Half =>
  (half === 'pm') === first % 12 < last % 12 ? 'pm' : 'am';
