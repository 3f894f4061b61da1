import type { Language } from './language.ts';

/** Words for the hours of a clock, 1 to 12, and on to 24 where people count so in words. */
const HOURS: Readonly<Record<Language, string>> = {
  en: 'one two three four five six seven eight nine ten eleven twelve',
  de: 'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig einundzwanzig zweiundzwanzig dreiundzwanzig vierundzwanzig',
  fr: 'une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt vingt-et-une vingt-deux vingt-trois vingt-quatre',
  es: 'una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuna veintidós veintitrés veinticuatro',
};
/** Words for minutes behind an hour. */
const MINUTES: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  en: { fifteen: 15, thirty: 30, 'forty-five': 45, 'forty five': 45, twenty: 20, ten: 10, forty: 40, fifty: 50 },
  de: { fünfzehn: 15, dreißig: 30, dreissig: 30, fünfundvierzig: 45, zehn: 10, zwanzig: 20, vierzig: 40, fünfzig: 50 },
  fr: { quinze: 15, trente: 30, 'quarante-cinq': 45, 'quarante cinq': 45, dix: 10, vingt: 20, quarante: 40, cinquante: 50 },
  es: { quince: 15, treinta: 30, 'cuarenta y cinco': 45, diez: 10, veinte: 20, cuarenta: 40, cincuenta: 50, cinco: 5 },
}; // biome-ignore format: a table of words

/** Hours from four on as Austrians and Bavarians say them. */
const SPOKEN_GERMAN = 'viere fünfe sechse siebene achte neune zehne elfe zwölfe'.split(' ');

const hours = Object.fromEntries(
  Object.entries(HOURS).map(([language, words]) => [
    language,
    new Map([
      ...words.split(' ').map((word, at) => [word, at + 1] as const),
      ...(language === 'de' ? [['ein', 1] as const, ...SPOKEN_GERMAN.map((word, at) => [word, at + 4] as const)] : []),
      ...(language === 'fr' ? [['vingt et une', 21] as const] : []),
    ]),
  ]),
) as Record<Language, Map<string, number>>;

const sourceOf = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|');

/** Sources of patterns for an hour and for minutes in one language, in digits or as words. */
export const hourWords = (language: Language): string => sourceOf(hours[language].keys());
export const minuteWords = (language: Language): string => sourceOf(Object.keys(MINUTES[language]));

/** What such words or digits say; undefined for anything else. */
export function hourOf(word: string, language: Language): number | undefined {
  const hour = /^\d{1,2}$/.test(word) ? Number(word) : hours[language].get(word.toLowerCase());
  return hour !== undefined && hour <= 24 ? hour : undefined;
}
export function minuteOf(word: string, language: Language): number | undefined {
  const minute = /^\d{1,2}$/.test(word) ? Number(word) : MINUTES[language][word.toLowerCase()];
  return minute !== undefined && minute < 60 ? minute : undefined;
}
