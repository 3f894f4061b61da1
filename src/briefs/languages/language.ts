import { codeBeside } from '../money/amounts.ts';
import { currencyBehind } from '../money/currencies.ts';
import { firmsIn } from '../parties/mentions.ts';
import { LETTERS } from '../passages/letters.ts';
import { coverage, type Span } from '../passages/text.ts';
import { accentsOptional, withPlain } from './accents.ts';
import { countedIn } from './counted-words.ts';
import { dayWords } from './day-words.ts';
import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import { numberIn, numberWords, thousandsIn, thousandWords } from './number-words.ts';
import { SPANISH } from './spanish.ts';
import { IN_WORDS, WRITING } from './writing.ts';

export type Language = 'en' | 'de' | 'fr' | 'es';

/**
 * How one language's briefs are put into the words the readers know. `marks` are words that only this language has; each
 * rule is the source of a pattern, matched as whole words whatever their case, and what stands for it in English.
 */
export type Lexicon = {
  readonly marks: string;
  readonly rules: readonly (readonly [pattern: string, english: string])[];
};

const LEXICONS: Readonly<Record<Language, Lexicon>> = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH };

/** A brief in the readers' words, and the way back: what is read is quoted in the words it was written in. */
export type Englished = {
  readonly language: Language;
  readonly text: string;
  /** The written words that a stretch of `text` stands for; the nearest to `near` where it occurs more than once. */
  written(words: string, near?: string): string;
  /** Where in `text` a stretch of the written brief stands. */
  placed(span: Span): Span;
  /** The stretch of the written brief that one of `text` stands for. */
  origin(span: Span): Span;
};

/** Marks per hundred words below which a brief counts as English. */
const MARKED = 4;

export function languageOf(text: string): Language {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const others = Object.entries(LEXICONS).filter(([language]) => language !== 'en');
  const counts = others.map(([language, { marks }]) => {
    const known = new Set(withPlain(marks.split(' ')));
    return { language: language as Language, count: words.filter((word) => known.has(word)).length };
  });
  const best = counts.sort((a, b) => b.count - a.count)[0];
  const english = new Set(
    'the and for with of to is are by we our you this that from will on at their she he gets get not my half two three days weeks rounds deposit due each then needs wants'.split(
      ' ',
    ),
  );
  const rival = words.filter((word) => english.has(word)).length;
  return best && best.count > rival && best.count * 100 >= words.length * MARKED ? best.language : 'en';
}

/** What each character of a text under translation stands for in the written one, which has at most `BRIEF_MAX`. */
type Aligned = { readonly text: string; readonly from: Uint16Array; readonly to: Uint16Array };

export function englished(
  written: string,
  language: Language = languageOf(written),
  /** The workspace's currency, for words that are money only there: "rand". */
  home?: string,
  /** What else is put into English, before the words of the language. */
  more?: Lexicon['rules'],
): Englished {
  let aligned: Aligned = {
    text: written,
    from: Uint16Array.from({ length: written.length }, (_, index) => index),
    to: Uint16Array.from({ length: written.length }, (_, index) => index + 1),
  };
  aligned = replaced(aligned, IN_WORDS, (match) => (saysOtherwise(match, language) ? match[0] : ''));
  for (const [pattern, plain] of WRITING) aligned = replaced(aligned, pattern, plain);
  aligned = replaced(aligned, thousandWords(language), (match) => thousandsIn(match, language));
  const days = dayWords(language);
  aligned = replaced(aligned, days.pattern, ([words]) => days.digits(words));
  const { text: before } = aligned;
  aligned = replaced(aligned, numberWords(language), (match) => countedIn(before, match, { language, home }));
  const names = coverage(written.length, firmsIn(written));
  const isName = ({ from, to }: Aligned, start: number, end: number) =>
    names.has({ start: from[start] ?? 0, end: to[end - 1] ?? 0 });
  for (const { pattern, english } of [...(more ? compiled(language, more) : []), ...compiled(language)]) {
    const now = aligned;
    aligned = replaced(now, pattern, (match) =>
      language !== 'en' && isName(now, match.index, match.index + match[0].length)
        ? match[0]
        : // "85 €/Tag": the sign and the word behind the stroke stay two words.
          (match[0].startsWith('/') ? ' ' : '') + filledIn(english, match),
    );
  }
  const { text, from, to } = aligned;
  if (text === written)
    return { language, text, written: (words) => words, placed: (span) => span, origin: (span) => span };
  return {
    language,
    text,
    written: (words, near) => {
      const anchor = near === undefined ? 0 : Math.max(0, indexIn(text, near, 0));
      const at = indexIn(text, words, anchor);
      if (at < 0 || words.length === 0) return words;
      const start = from[at] ?? 0;
      const end = to[at + words.length - 1] ?? written.length;
      return likeFirst(written.slice(start, end), words);
    },
    placed: ({ start, end }) => {
      const first = Math.max(
        0,
        to.findIndex((at) => at > start),
      );
      const behind = from.findIndex((at) => at >= end);
      const last = behind < 0 ? text.length : behind;
      return { start: first, end: last, text: text.slice(first, last) };
    },
    origin: ({ start, end }) => {
      const [first, last] = [from[start] ?? 0, to[Math.max(start, end - 1)] ?? written.length];
      return { start: first, end: last, text: written.slice(first, last) };
    },
  };
}

/** Words that come to another sum than the figures before them stay, and the price is asked. */
function saysOtherwise({ index, input, groups }: RegExpExecArray, language: Language): boolean {
  const figures = /\d[\d.,'’ ]*(?=\D*$)/.exec(input.slice(Math.max(0, index - 30), index))?.[0] ?? '';
  const units = Number(figures.replace(/[.,]\d{1,2}\D*$/, '').replace(/\D/g, ''));
  const words = [...(groups?.words ?? '').matchAll(numberWords(language))][0]?.[0];
  const number = words && numberIn(words, language);
  if (figures === '' || number === undefined || number === '') return false;
  const [beside, said] = [codeBeside(input.slice(Math.max(0, index - 30), index)), codeSaid(groups?.words ?? '')];
  return number !== units || Boolean(beside && said && beside !== said);
}

/** The currency that a sum in words ends with: "neunhundert Franken". */
const codeSaid = (words: string) =>
  currencyBehind(
    ` ${/(?:(?:us|american|amerikanische|canadian) )?\p{L}+(?: américains| estadounidenses)?[ .]*$/iu.exec(words)?.[0].trim() ?? ''}`,
  )?.currency;

function indexIn(text: string, words: string, from: number): number {
  const [all, part] = [text.toLowerCase(), words.toLowerCase()];
  // Where lower case is longer than upper case, positions would shift.
  if (all.length !== text.length) return text.indexOf(words);
  const behind = all.indexOf(part, from);
  return behind >= 0 ? behind : all.indexOf(part);
}

const likeFirst = (text: string, model: string) =>
  /^\p{Lu}/u.test(model) ? text.charAt(0).toUpperCase() + text.slice(1) : text;

type Compiled = { readonly pattern: RegExp; readonly english: string };
const cache = new Map<Lexicon['rules'], readonly Compiled[]>();
const accented: readonly Language[] = ['fr', 'es'];

function compiled(language: Language, rules = LEXICONS[language].rules): readonly Compiled[] {
  const known = cache.get(rules);
  if (known) return known;
  // Not inside an address or a longer word.
  const made = rules.map(([source, english]) => ({
    pattern: new RegExp(
      `(?:(?<![${LETTERS}0-9@_])|(?<=\\d|(?<![${LETTERS}])(?:eur|euros?|chf|usd|gbp|cad|fr|franken|francs|pesos))(?=/))(?:${accented.includes(language) ? accentsOptional(source) : source})(?:(?<= )|(?![${LETTERS}0-9@_]|-[${LETTERS}]))`,
      'giu',
    ),
    english,
  }));
  cache.set(rules, made);
  return made;
}

type Put = string | ((match: RegExpExecArray) => string);

const filledIn = (english: string, match: RegExpExecArray) =>
  english.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? '');

function replaced(aligned: Aligned, pattern: RegExp, put: Put): Aligned {
  const { text, from, to } = aligned;
  const changes = [...text.matchAll(pattern)].flatMap((match) => {
    const words = typeof put === 'string' ? filledIn(put, match) : put(match);
    return match[0].length === 0 || words === match[0] ? [] : [{ at: match.index, old: match[0].length, words }];
  });
  if (changes.length === 0) return aligned;
  const length = changes.reduce((sum, { old, words }) => sum + words.length - old, text.length);
  const out = { from: new Uint16Array(length), to: new Uint16Array(length) };
  const pieces: string[] = [];
  let [read, wrote] = [0, 0];
  const keep = (end: number) => {
    pieces.push(text.slice(read, end));
    out.from.set(from.subarray(read, end), wrote);
    out.to.set(to.subarray(read, end), wrote);
    wrote += end - read;
    read = end;
  };
  for (const { at, old, words } of changes) {
    keep(at);
    pieces.push(words);
    out.from.fill(from[at] ?? 0, wrote, wrote + words.length);
    out.to.fill(to[at + old - 1] ?? 0, wrote, wrote + words.length);
    wrote += words.length;
    read = at + old;
  }
  keep(text.length);
  return { ...out, text: pieces.join('') };
}
