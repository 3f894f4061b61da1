import { LETTERS } from '../passages/letters.ts';
import type { Language } from './language.ts';

const TENS_EN = 'first second third fourth fifth sixth seventh eighth ninth';
const ONES_ES = 'uno dos tres cuatro cinco seis siete ocho nueve';
const compound = (ten: string, ones: string) => ones.split(' ').map((one) => `${ten}[- ]?${one}`);

/** The days of a month in words, the first to the thirty-first, as sources of patterns. */
const DAYS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    ...`${TENS_EN} tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`.split(' '),
    ...compound('twenty', TENS_EN),
    'thirtieth',
    'thirty[- ]?first',
  ],
  de: [
    ...'erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst'.split(' '),
    ...'ein zwei drei vier fünf sechs sieben acht neun'.split(' ').map((one) => `${one}undzwanzigst`),
    'drei(?:ß|ss)igst',
    'einunddrei(?:ß|ss)igst',
  ].map((stem) => `${stem}(?:er|en|es|em|e)`),
  fr: [
    ...'premier deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' '),
    ...'dix[- ]sept dix[- ]huit dix[- ]neuf vingt vingt[- ]et[- ]un'.split(/ (?=dix|vingt)/),
    ...compound('vingt', 'deux trois quatre cinq six sept huit neuf'),
    'trente',
    'trente[- ]et[- ]un',
  ],
  es: [
    '(?:primero|uno)',
    ...ONES_ES.split(' ').slice(1),
    ...'diez once doce trece catorce quince diecis[eé]is diecisiete dieciocho diecinueve veinte'.split(' '),
    ...'veintiuno veintid[oó]s veintitr[eé]s veinticuatro veinticinco veintis[eé]is veintisiete veintiocho veintinueve'.split(' '),
    'treinta',
    'treinta y uno',
  ],
}; // biome-ignore format: a table of words

const MONTHS: Readonly<Record<Language, string>> = {
  en: '(?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)',
  de: '(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)',
  fr: '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)',
  es: 'de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)',
};

export type DayWords = { readonly pattern: RegExp; readonly digits: (words: string) => string };
const cache = new Map<Language, DayWords>();

/** A day of a month in words, before its month and in English behind it as well: "the twenty-first of August". */
export function dayWords(language: Language): DayWords {
  const known = cache.get(language);
  if (known) return known;
  // The longest first: "twenty first" is no first.
  const days = DAYS[language]
    .map((source, at) => ({ source, day: at + 1 }))
    .sort((a, b) => b.source.length - a.source.length);
  const any = `(?:${days.map(({ source }) => source).join('|')})`;
  const behind =
    language === 'en'
      ? `|(?<=(?<![${LETTERS}])${MONTHS.en.replace('(?:of )?', '')} (?:the )?)${any}(?![${LETTERS}-])`
      : '';
  const made: DayWords = {
    pattern: new RegExp(`(?<![${LETTERS}0-9-])${any}(?= ${MONTHS[language]}(?![${LETTERS}]))${behind}`, 'giu'),
    digits: (words) => {
      const day = days.find(({ source }) => new RegExp(`^${source}$`, 'iu').test(words))?.day;
      return day === undefined ? words : `${day}${language === 'de' ? '.' : ''}`;
    },
  };
  cache.set(language, made);
  return made;
}
