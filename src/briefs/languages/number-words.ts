import { LETTERS } from '../passages/letters.ts';
import type { Language } from './language.ts';

type Words = Readonly<Record<string, number>>;

const list = (words: string, from: number, step = 1): Words =>
  Object.fromEntries(words.split(' ').map((word, index) => [word, from + index * step]));

/** Words that stand for one number below a hundred (Spanish has the hundreds as words too). */
const SMALL: Readonly<Record<Language, Words>> = {
  en: {
    ...list('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen', 1),
    ...list('seventeen eighteen nineteen', 17),
    ...list('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  },
  de: {
    ...list('eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn', 1),
    ...list('siebzehn achtzehn neunzehn', 17),
    ...{ ein: 1, eine: 1, dreissig: 30 },
    ...list('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig', 20, 10),
  },
  fr: {
    ...list('un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize', 1),
    ...{ une: 1, septante: 70, huitante: 80, octante: 80, nonante: 90, vingts: 20 },
    ...list('vingt trente quarante cinquante soixante', 20, 10),
  },
  es: {
    ...list('uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis', 1),
    ...{ un: 1, una: 1 },
    ...list('diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco', 17),
    ...list('veintiséis veintisiete veintiocho veintinueve', 26),
    ...list('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10),
    ...list(
      'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
      200,
      100,
    ),
  },
};
const HUNDRED: Readonly<Record<Language, readonly string[]>> = {
  ...{ en: ['hundred'], de: ['hundert'], fr: ['cent', 'cents'], es: ['cien', 'ciento'] },
};
const THOUSAND: Readonly<Record<Language, string>> = { en: 'thousand', de: 'tausend', fr: 'mille', es: 'mil' };
/** "Dos millones trescientos mil": the word for a million, one and several. */
const MILLION: Readonly<Record<Language, readonly string[]>> = {
  ...{
    en: ['million'],
    de: ['millionen', 'million'],
    fr: ['millions', 'million'],
    es: ['millones', 'millón', 'millon'],
  },
};
const AND: Readonly<Record<Language, string>> = { en: 'and', de: 'und', fr: 'et', es: 'y' };

const NUMBER_WORDS = (['en', 'de', 'fr', 'es'] as const).map((language) => {
  const word = [...Object.keys(SMALL[language]), ...HUNDRED[language], THOUSAND[language]].join('|');
  return new RegExp(`^(?:(?:${word})(?:und)?){1,9}$`, 'iu');
});

const wordsOf = (language: Language) =>
  [...Object.keys(SMALL[language]), ...HUNDRED[language], THOUSAND[language], ...MILLION[language]].sort(
    (a, b) => b.length - a.length,
  );

/** A word that is made of nothing but number words of one language: "six", "sechshundertfünfzig". */
export const isNumberWord = (word: string): boolean => NUMBER_WORDS.some((whole) => whole.test(word));

/** What a word for ten, twenty, ... ninety says in any of the languages. */
export function tensIn(word: string): number | undefined {
  for (const language of ['en', 'de', 'fr', 'es'] as const) {
    const number = numberIn(word, language);
    if (number !== undefined && number >= 10 && number <= 90 && number % 5 === 0) return number;
  }
  return undefined;
}

/** Number words in a row, as one match; what they come to is asked of `numberIn`. */
export function numberWords(language: Language): RegExp {
  const word = `(?:${wordsOf(language).join('|')})`;
  const and = AND[language];
  const row = language === 'de' ? `${word}(?: ?(?:und)?${word}){0,9}` : `${word}(?:(?: ${and} |[ -])${word}){0,9}`;
  // "10:11 quinze jours" stands behind the time of a chat.
  return new RegExp(`(?<![${LETTERS}0-9-]|(?<!:[0-9])[0-9] )${row}(?![${LETTERS}0-9])`, 'giu');
}

/** The number that words say; undefined where they are in no order that says one, as in "two five hundred". */
export function numberIn(text: string, language: Language): number | undefined {
  const tokens = text.toLowerCase().match(new RegExp(`${wordsOf(language).join('|')}|${AND[language]}`, 'gu')) ?? [];
  const reader = new Reader(tokens, language);
  const number = reader.whole();
  return number !== undefined && reader.done && number < 1_000_000_000 ? number : undefined;
}

/** "Two and a half grand", "zweieinhalbtausend": thousands as people say them. */
export function thousandWords(language: Language): RegExp {
  const small = Object.keys(SMALL[language])
    .sort((a, b) => b.length - a.length)
    .join('|');
  const source = {
    en: `(?:(?<count>${small}|half a|a|\\d{1,3}(?:\\.\\d)?)(?<half> and a half)?|(?<whole>${small}) point (?<tenth>${small})) (?:grand|thousand|k)`,
    de: `(?:(?<one>anderthalb)|(?<count>${small})(?<half>einhalb)) ?tausend`,
    fr: `(?<count>${small}|\\d{1,3}) mille (?<half>et demi)`,
    es: `(?<count>${small}|\\d{1,3}) mil (?<half>y medio)`,
  }[language];
  return new RegExp(
    `(?<![${LETTERS}0-9.,-]|[0-9] |(?:hundred|lakh|crore|million|thousand)s? )(?:${source})(?![${LETTERS}0-9]| (?:${small}|hundred|and)(?![${LETTERS}]))`,
    'giu',
  );
}

/** Those thousands in digits: "2.5k". */
export function thousandsIn(match: RegExpExecArray, language: Language): string {
  const { count = '', half, whole, tenth, one } = match.groups ?? {};
  if (one) return '1.5k';
  const value = (word: string) => SMALL[language][word.toLowerCase()] ?? Number(word.replace(',', '.'));
  if (whole && tenth) return value(tenth) < 10 ? `${value(whole)}.${value(tenth)}k` : match[0];
  if (/^half a$/i.test(count)) return '0.5k';
  if (/^a$/i.test(count)) return half ? match[0] : '1k';
  return half ? `${value(count)}.5k` : `${value(count)}k`;
}

class Reader {
  private at = 0;
  private readonly tokens: readonly string[];
  private readonly language: Language;

  constructor(tokens: readonly string[], language: Language) {
    this.tokens = tokens;
    this.language = language;
  }

  get done(): boolean {
    return this.at === this.tokens.length;
  }

  whole(): number | undefined {
    const head = this.belowMillion();
    if (head === undefined || !this.takes(MILLION[this.language])) return head;
    this.takes([AND[this.language]]);
    const rest = this.belowMillion() ?? 0;
    // "Un millón ochocientos" leaves out the thousand.
    return (
      head * 1_000_000 + (this.language === 'es' && rest >= 100 && rest < 1000 && rest % 100 === 0 ? rest * 1000 : rest)
    );
  }

  private belowMillion(): number | undefined {
    const head = this.belowThousand();
    if (!this.takes([THOUSAND[this.language]])) return head;
    this.takes([AND[this.language]]);
    return (head ?? 1) * 1000 + (this.belowThousand() ?? 0);
  }

  private belowThousand(): number | undefined {
    const { language } = this;
    const head = this.belowHundred();
    if (head !== undefined && head >= 200) return head + (this.belowHundred() ?? 0);
    // Spanish says "ciento", never "dos ciento"; the others count hundreds, up to "fifteen hundred".
    if ((language === 'es' && head !== undefined) || !this.takes(HUNDRED[language])) return head;
    this.takes([AND[language]]);
    return (head ?? 1) * 100 + (this.belowHundred() ?? 0);
  }

  private belowHundred(): number | undefined {
    const first = this.small();
    if (first === undefined || first >= 200) return first;
    if (this.language === 'de') return this.german(first);
    if (this.language === 'fr' && first === 4 && this.takes(['vingts', 'vingt'])) return 80 + (this.small(19) ?? 0);
    if (first < 20 && !(this.language === 'fr' && first === 10)) return first;
    if (first % 10 !== 0) return first;
    const before = this.at;
    this.takes([AND[this.language]]);
    const unit = this.small(this.language === 'fr' && (first === 60 || first === 80) ? 19 : 9);
    if (unit === undefined) this.at = before;
    return first + (unit ?? 0);
  }

  /** "Vierundzwanzig": the unit comes first. */
  private german(first: number): number {
    const before = this.at;
    if (first > 9 || !this.takes(['und'])) return first;
    const ten = this.small();
    if (ten !== undefined && ten >= 20 && ten % 10 === 0) return ten + first;
    this.at = before;
    return first;
  }

  private small(max = 999): number | undefined {
    const value = SMALL[this.language][this.tokens[this.at] ?? ''];
    if (value === undefined || value > max) return undefined;
    this.at += 1;
    return value;
  }

  private takes(words: readonly string[]): boolean {
    if (!words.includes(this.tokens[this.at] ?? '')) return false;
    this.at += 1;
    return true;
  }
}
