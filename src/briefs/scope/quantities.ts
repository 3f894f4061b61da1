import type { Language } from '../languages/language.ts';
import { numberIn, numberWords } from '../languages/number-words.ts';
import { LETTERS, lettered } from '../passages/letters.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import { isMade, isNoThing } from './things.ts';

/** How many of a thing: both bounds the same for a plain count, one of them left out where it is open to that side. */
export type Quantity = {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  /** Where it is so many each time: `8 posts a month`. */
  readonly per?: 'week' | 'month' | undefined;
};

const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
/** More than anybody hands over; what is longer is a number of another kind. */
const MOST = 99_999;

const LEAST_AHEAD =
  'at least|no fewer than|not fewer than|no less than|(?:a )?min(?:imum)?\\.?(?: of)?|mindestens|wenigstens|au moins|(?:un )?minimum(?: de)?|au minimum|al menos|por lo menos|como mínimo|mínimo';
const MOST_AHEAD =
  "up to|at most|no more than|not more than|(?:a )?max(?:imum)?\\.?(?: of)?|bis zu|höchstens|maximal|jusqu['’]à|au maximum|au plus|hasta|como máximo|máximo";
const AHEAD = lettered(`^(?:(?<least>${LEAST_AHEAD})|(?<most>${MOST_AHEAD}))(?![\\p{L}]) ?`, 'iu');
/** "Au plus tard le 31 mai", "como máximo el viernes": that is a day. */
const NO_DAY = '(?! (?:tard|later|by|until|before|on|el|le|l[ao]s?|am|bis|antes|avant|before|hasta|para el|por|\\d))';
const LEAST_BEHIND = lettered(
  ` (?:or more|at least|minimum|mindestens|oder mehr|ou plus|au moins|au minimum|o más|mínimo|como mínimo)(?![\\p{L}])${NO_DAY}`,
  'iu',
);
const MOST_BEHIND = lettered(
  ` (?:or (?:fewer|less)|at most|max(?:imum)?|höchstens|maximal|oder weniger|au maximum|au plus|o menos|máximo|como máximo)(?![\\p{L}])${NO_DAY}`,
  'iu',
);

/** "1,200", "1.200", "1’200": thousands are told from decimals by their three digits. */
const FIGURE = "\\d{1,2}[.,'’]\\d{3}|\\d{1,5}";
const BETWEEN = ' ?[-–—] ?| (?:to|or|bis|oder|à|ou|a|o) ';
const COUNTED = lettered(
  `^(?:(?:between|zwischen|entre) (?<from>${FIGURE}) (?:and|und|et|y) (?<to>${FIGURE})|(?<low>${FIGURE})(?:${BETWEEN})(?<high>${FIGURE})|(?<count>${FIGURE})(?<plus>\\+)?)(?<times> ?[x×])? (?=[\\p{L}\\d„“"«])`,
  'iu',
);

const SPAN_AHEAD = `(?:(?:between|zwischen|entre) (?:${FIGURE}) (?:and|und|et|y) |(?:${FIGURE})(?:${BETWEEN}))`;
const LEAD = lettered(
  `(?:(?<![\\p{L}\\d])(?:${LEAST_AHEAD}|${MOST_AHEAD}) |(?<![\\p{L}\\d.,-])${SPAN_AHEAD})`,
  'iu',
).source;
const LEAD_AT = new RegExp(`^${LEAD}(?=\\d)`, 'iu');
const LEAD_BEFORE = new RegExp(`${LEAD}$`, 'iu');

/** How long the words at the start of a text are that a count stands behind: `at least `, `between 20 and `. */
export const leadLength = (text: string): number => LEAD_AT.exec(text)?.[0].length ?? 0;

/** How long such words are at the end of a text; a span only before a figure. */
export const leadBefore = (ahead: string): number => LEAD_BEFORE.exec(ahead)?.[0].length ?? 0;

/** How long the words right behind a counted thing are that make its count a bound: ` minimum`. */
export const boundBehind = (behind: string): number => BOUND_BEHIND.exec(behind)?.[0].length ?? 0;
const BOUND_BEHIND = new RegExp(`^(?:${LEAST_BEHIND.source}|${MOST_BEHIND.source})`, 'iu');

/** A counted thing by its count alone: "20 photos" of "at least 20 photos". */
export const withoutBound = (words: string): string =>
  words.slice(leadLength(words)).replace(LEAST_BEHIND, '').replace(MOST_BEHIND, '');

/** What is counted then is no thing to hand over but a length, a size, a kind, a deadline, or what is in the picture. */
const NO_COUNT = lettered(
  '^(?:-|\\d+(?:[.,]\\d+)? ?(?:mm|cm|m|km|px|ft|in|")(?![\\p{L}\\d])|(?:secs?|seconds?|seg|mins?|sekunden|hrs?|px|pixels?|mm|cm|m|km|ft|in|inch(?:es)?|dpi|ppi|fps|mb|gb|kb|kg|g|mp|bit|hz|khz|am|pm|uhr|h|%|percent|prozent|pour|por|x|×|degrees?|grad|degrés|grados|stars?|sterne?|étoiles|estrellas|colou?rs?|farben?|farbig\\p{L}*|couleurs?|colores|columns?|spalten|panels?|folds?|sided|seitig\\p{L}*|teilig\\p{L}*|jährig\\p{L}*|tägig\\p{L}*|pack|piece|letters?|lines?|st|nd|rd|th|er|ère|ème|años|ans|jahre|years?|thirds?|hal(?:f|ves)|drittel|tiers|tercios?|' +
    'cats?|dogs?|horses?|ponies|pony|pets?|animals?|birds?|bab(?:y|ies)|famil(?:y|ies)|couples?|kittens?|puppies|katzen?|hunde?|pferde?|tiere?|vögel|babys|familien?|paare?|chats?|chiens?|chevaux|cheval|animaux|animal|oiseaux|bébés?|familles?|gatos?|gatas?|perros?|perras?|caballos?|animales|mascotas|bebés?|familias?|parejas?)(?![\\p{L}]))',
  'iu',
);
/** "360 video" is a kind of video; a year is no number of calendars. */
const KIND = /^360 /;
const YEAR = /^(?:19|20)\d\d$/;

const PER = lettered(
  '(?<![\\p{L}])(?:(?:each|per|a|every|pro|je|im|par|chaque|al|por|cada) (?:(?<month>month|monat|mois|mes)|(?<week>week|woche|semaine|semana)))(?![\\p{L}])',
  'iu',
);
/** "4 weekly reports" may be four of them, or four a week. */
const RHYTHM =
  /(?:^| )(?:daily|weekly|monthly|yearly|täglich\S*|wöchentlich\S*|monatlich\S*|quotidien\S*|hebdomadaires?|mensuel\S*|diari[oa]s?|semanal\S*|mensual\S*)(?= |$|[,.;])/iu;

/**
 * How many there are of the thing that words name, where they begin by saying so: `20 photos`, `at least 20 photos`, `two or three
 * logos`. Undefined where the number says something else (a length, a size, a year) or nobody can tell.
 */
export function quantityIn(words: string): Quantity | undefined {
  const bound = AHEAD.exec(words);
  const rest = inFigures(words.slice(bound?.[0].length ?? 0));
  const counted = rest && COUNTED.exec(rest);
  if (!rest || !counted) return undefined;
  const { from, to, low = from, high = to, count, plus, times } = counted.groups ?? {};
  const behind = rest.slice(counted[0].length);
  const first = numberOf(low ?? count ?? '');
  const last = numberOf(high ?? count ?? '');
  if (first < 1 || last > MOST || first > last || KIND.test(rest) || RHYTHM.test(rest)) return undefined;
  // "2027 calendar", and "2027 calendars" too; only a round thousand is surely no year.
  if ([low, high, count].some((figure) => figure && YEAR.test(figure) && figure !== '2000')) return undefined;
  if (NO_COUNT.test(behind) || !isThing(behind, last, times !== undefined)) return undefined;
  const per = PER.exec(behind)?.groups;
  const each = per ? { per: per.month ? ('month' as const) : ('week' as const) } : {};
  const open = bound?.groups ?? {};
  const [least, most] = [
    Boolean(open.least || plus) || LEAST_BEHIND.test(behind),
    Boolean(open.most) || MOST_BEHIND.test(behind),
  ];
  // "At least 20–30" says two things.
  if ((least || most) && (first !== last || (least && most))) return undefined;
  return { ...(!most && { least: first }), ...(!least && { most: last }), ...each };
}

/** A counted thing in two: the words that count it, with their bound, and its name; undefined where no quantity is said. */
export function countApart(words: string): { count: string; name: string } | undefined {
  if (!quantityIn(words)) return undefined;
  const bound = AHEAD.exec(words)?.[0].length ?? 0;
  const rest = inFigures(words.slice(bound)) ?? '';
  // Words for a number are put in figures at the start alone, so what is behind them is what was written.
  const name = rest.slice(COUNTED.exec(rest)?.[0].length ?? 0);
  return { count: words.slice(0, words.length - name.length).trim(), name };
}

const numberOf = (figure: string) => Number(figure.replace(/[.,'’]/g, ''));

/** Made once: a long text is looked at from each of its words. */
const ROWS = { en: numberWords('en'), de: numberWords('de'), fr: numberWords('fr'), es: numberWords('es') } as const;
/** The first number words of a text, near its start. */
function rowAt(words: string, language: Language): RegExpExecArray | null {
  ROWS[language].lastIndex = 0;
  return ROWS[language].exec(words.slice(0, 60));
}

/** Number words at the start, and behind the sign of a range, in figures: `two or three logos` is `2 or 3 logos`. */
function inFigures(words: string): string | undefined {
  if (/^\d/.test(words) || /^(?:between|zwischen|entre) \d/i.test(words)) return words;
  for (const language of LANGUAGES) {
    // An article is no count, "once" is a number in Spanish alone, and "seize" a verb in English.
    if (/^(?:an?|une?|una?|eine?[nmrs]?|once|seize|mil) /i.test(words)) return undefined;
    const row = rowAt(words, language);
    const value = row?.index === 0 ? numberIn(row[0], language) : undefined;
    if (!row || value === undefined) continue;
    const rest = words.slice(row[0].length);
    const seam = new RegExp(`^(?:${BETWEEN})`, 'iu').exec(rest)?.[0];
    const next = seam ? rowAt(rest.slice(seam.length), language) : undefined;
    const high = next?.index === 0 ? numberIn(next[0], language) : undefined;
    return seam && next && high !== undefined
      ? `${value}${seam}${high}${rest.slice(seam.length + next[0].length)}`
      : `${value}${rest}`;
  }
  return undefined;
}

/** The name of a thing: words up to one that begins to say more of it. */
const NAME = lettered(
  '^[\\p{L}\\d’-]+(?: (?!(?:as|for|of|in|with|to|from|by|on|a|per|each|als|für|von|mit|in|im|à|pour|avec|de|en|para|con|por)(?![\\p{L}]))[\\p{L}\\d’-]+)*',
  'iu',
);
const ONE_MADE = /^\p{Ll}.*[^sxn]$/u;

/** Whether words begin with the name of what is counted, in one of the languages. */
function isThing(behind: string, count: number, times: boolean): boolean {
  const line = behind.replace(/^[„“"«]/, '');
  const words = NAME.exec(line)?.[0].split(' ') ?? [];
  const [first = '', last = ''] = [words[0], words.at(-1)];
  // "12 month calendar", "7 deadly sins poster": one thing, with a number in its name.
  if (isNoThing(first) || (count > 1 && !times && words.length > 1 && ONE_MADE.test(last) && isMade(last)))
    return false;
  // "3x logo": the sign says that it is counted, whatever the number of the noun.
  if (times) return new RegExp(`^[${LETTERS}\\d]`).test(line) && !NO_COUNT.test(line);
  return LANGUAGES.some((language) => nounPhraseAt(`${count} ${line}`, language) !== undefined);
}
