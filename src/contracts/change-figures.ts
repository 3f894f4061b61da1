import { Temporal } from 'temporal-polyfill';
import { lengthsIn } from '../briefs/agreed/lengths.ts';
import type { Language } from '../briefs/languages/language.ts';
import { numberWords } from '../briefs/languages/number-words.ts';
import { type Amount, scanAmounts, sumOf } from '../briefs/money/amounts.ts';
import { scanShares } from '../briefs/money/share-scan.ts';
import { COUNT, type Span, spanOf } from '../briefs/passages/text.ts';
import { type DateMention, scanDates } from '../briefs/time/dates.ts';
import type { Day } from '../shared/dates.ts';
import { type Money, money } from '../shared/money.ts';
import { currencyIn, type Terms } from './terms.ts';

const FIGURE = String.raw`(?:[€$£]|\b[A-Z]{3} )?\d[\d.,' ]*(?: ?(?:%|percent|k|EUR|euros?))?|half|a third|a quarter|${COUNT}`;
const DATED = `[^,;]{1,40}?`;

const HOUR = String.raw`\d{1,2}(?:[:.h]\d{2}| ?(?:h|uhr)(?!\p{L}))?(?: ?[ap]\.?m\.?)?`;
/** "From 14:00 to 18:00" is how long it takes, unless something goes from one hour to the other. */
const OF_HOURS = new RegExp(
  `(?<![\\p{L}])from (?=${HOUR} to ${HOUR}(?![\\p{L}\\d]))(?=[^,;]*?\\d ?(?::\\d\\d|h(?!\\p{L})|uhr|[ap]\\.?m))`,
  'iu',
);
const GOES =
  /(?<![\p{L}])(?:mov(?:e[sd]?|ing)|chang(?:e[sd]?|ing)|shift\w*|push\w*|postpon\w*|delay\w*|bring\w*|resched\w*|goes|go|put)(?![\p{L}])/iu;
/** "Move it to 29 May from 2 to 6 pm" has gone somewhere already. */
const GONE = /(?<![\p{L}])(?:to|on|auf|au|al) [^;]*(?<![\p{L}])from \d/iu;
const saysHours = (text: string) => OF_HOURS.test(text) && (!GOES.test(text) || GONE.test(text));

/** The words without what they say it was: "40% instead of 50%", "from 2 to 3 rounds", "not 50% but 40%". */
export function withoutOld(text: string): string {
  return text
    .replace(/^(?:instead of|rather than|not) [^,]+?(?:, ?| but )/i, '')
    .replace(
      new RegExp(
        String.raw`\b(?:used to be|was|were)(?: at)? (?:${FIGURE})[,;]? +(?=(?:please |now |but |so )*(?:make|set|let|it should)\b)`,
        'i',
      ),
      '',
    )
    .replace(/[, ]*\b(?:instead of|rather than|in place of|in lieu of)\b.*$/i, '')
    .replace(
      saysHours(text)
        ? /$^/
        : new RegExp(String.raw`\bfrom (?:the )?(?:${FIGURE}|(?=[^,;]*\d)${DATED}) to (?=\S)`, 'i'),
      'to ',
    )
    .replace(new RegExp(String.raw`[, (]+(?:and )?not (?:the )?(?:${FIGURE})(?![a-z])(?:\s?%)?[^,;]*$`, 'i'), '')
    .trim();
}

/** Shares in thousandths of a percent, each once; "all" and "everything" are no figures here. */
export function sharesIn(text: string): number[] {
  const shares = scanShares(text, []).filter((share) => !/^(?:all|everything|in full)$/i.test(share.text));
  return [...new Set(shares.map(({ percentMilli }) => percentMilli))];
}

const POINTS =
  /(?<n>\d{1,3}(?:[.,]\d)?) ?(?:percentage points?|points?(?: de pourcentage)?|prozentpunkte?n?|pp|puntos?(?: porcentuales)?)(?![\p{L}])/iu;

/** "5 percentage points", in thousandths of a percent. */
export function pointsIn(text: string): number | undefined {
  const said = POINTS.exec(text)?.groups?.n;
  return said === undefined ? undefined : Number(said.replace(',', '.')) * 1_000;
}

export type Sum = {
  readonly sum: Money;
  readonly amount: Amount /** Written beside another currency than the contract's. */;
  readonly foreign: string | undefined;
};

/** "From 2 to 6 pm", "16 a 20 h", "14 Uhr": hours of the day. */
const CLOCKED =
  /\d{1,2}(?:[:.]\d{2})?(?: ?(?:h|uhr|[ap]\.?m\.?))? ?(?:to|-|–|à|a|by|bis|and) ?\d{1,2}(?:[:.]\d{2})? ?(?:h|uhr|[ap]\.?m)(?!\p{L})|\d{1,2} ?uhr(?!\p{L})/giu;

/** Amounts in the contract's currency; days, dates, shares and counts of things are none. */
export function sumsIn(text: string, terms: Terms, context: { today: Day }): Sum[] {
  const counted = [
    ...text.matchAll(
      /\d+(?:[.,]\d+)?[- ]?(?:calendar |working |business )?(?:days?|weeks?|months?|years?|hours?|hrs?|h|rounds?|revisions?|minutes?|am|pm|images?|photos?|pages?|words?|sessions?|posts?|pieces?)\b|\bnet \d+|\d{1,2}:\d{2}/gi,
    ),
    ...text.matchAll(CLOCKED),
  ].map(spanOf);
  const taken: Span[] = [...counted, ...scanDates(text, context.today), ...scanShares(text, [])];
  const own = currencyIn(terms);
  return scanAmounts(text, taken, own).amounts.flatMap((amount) => {
    const written = amount.currency;
    const same = written === undefined || written === own || SHARED[written]?.includes(own);
    const sum = sumOf(amount, same ? own : written);
    return sum
      ? [{ sum: money(sum.minor, same ? own : sum.currency), amount, foreign: same ? undefined : written }]
      : [];
  });
}

/** Signs that several currencies share. */
const SHARED: Record<string, readonly string[]> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'],
  '¥': ['JPY'],
  kr: ['SEK', 'NOK', 'DKK'],
};

export function datesIn(text: string, today: Day): DateMention[] {
  return scanDates(text, today).filter(({ text: words }) => !/^in (?:a|an|\d+|one|two|three)\b/i.test(words));
}

/** Put off, in the four languages that clients write; what moves either way ("verlegen", "décaler", "mover") is none. */
const PUTS_OFF =
  /(?<![\p{L}\d])(?:put(?:ting|s)? (?:(?!off\b)\p{L}+ ){0,4}off|verschieb\p{L}*|verschoben|aufschieb\p{L}*|aufgeschoben|hinausschieb\p{L}*|hinausgeschoben|nach hinten|report(?:er|ez|ons|ée?s?)|repouss\p{L}+|retard(?:er|ez|ons)|aplaz\p{L}+|aplace[ns]?|pospon\p{L}+|pospuesto|retras(?:ar|en|emos))(?![\p{L}\d])/iu;
const LATER =
  /(?<![\p{L}\d])(?:later|longer|more|after|extra|extend\w*|postpone\w*|delay\w*|push\w*|back|additional|out|später|plus tard|más tarde)(?![\p{L}\d])/iu;
const EARLIER =
  /(?<![\p{L}\d])(?:earlier|sooner|before|ahead|bring|less|shorten\w*|shorter|up|vorzieh\p{L}*|vorgezogen|früher|nach vorne?|avanc(?:er|ez|ons)|plus tôt|adelant\p{L}+|antes)(?![\p{L}\d])/iu;

/** Whether words put something off, without yet saying to when. */
export const putsOff = (text: string): boolean => PUTS_OFF.test(text);

/** "A week later", "push it back by 3 days", "two days earlier"; which way must be plain. */
export function shiftIn(text: string): Temporal.Duration | undefined {
  const [first, ...more] = lengthsIn(text);
  if (!first || more.length > 0 || first.working || first.unit === 'hour' || /\bforward\b/i.test(text))
    return undefined;
  const [later, earlier] = [LATER.test(text) || putsOff(text), EARLIER.test(text)];
  if (later === earlier) return undefined;
  return Temporal.Duration.from({ [`${first.unit}s`]: later ? first.count : -first.count });
}

export function shifted(day: Day, by: Temporal.Duration): Day {
  return Temporal.PlainDate.from(day).add(by).toString();
}

/** A figure that is said to be only about right. */
export const VAGUE =
  /\b(?:about|around|approx\w*|roughly|something like|or so|somewhere|ish|up to maybe|a (?:bit|little)|slightly|somewhat|between|at least|at most|max(?:imum)?|min(?:imum)?|no more than|or)\b|~|≈|\d ?[-–] ?\d+ ?%/i;

/** A number of them tells the language of words too few to tell it: “Laufzeit 5 Jahre”. */
const LENGTHS: readonly (readonly [Language, string])[] = [
  ['de', 'Jahre?n?|Monate?n?|Wochen?|Tage?n?|Stunden?'],
  ['fr', 'ans|années?|mois|semaines?|jours?|heures?'],
  ['es', 'años?|mes(?:es)?|semanas?|días?|horas?'],
];

export function languageOfLengths(words: string): Language | undefined {
  const found = LENGTHS.filter(([language, units]) => {
    const numbers = numberWords(language).source;
    return new RegExp(`(?<![\\p{L}\\d])(?:\\d+|${numbers}) ?(?:${units})(?![\\p{L}])`, 'iu').test(words);
  });
  return found.length === 1 ? found[0]?.[0] : undefined;
}
