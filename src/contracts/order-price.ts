import { COUNTS } from '../briefs/agreed/lengths.ts';
import { englished } from '../briefs/languages/language.ts';
import { lettered } from '../briefs/passages/letters.ts';
import { COUNT, countOf } from '../briefs/passages/text.ts';
import type { Day } from '../shared/dates.ts';
import { formatMoney, type Money, money, scale } from '../shared/money.ts';
import { cut } from '../shared/typed.ts';
import { sumsIn } from './change-figures.ts';
import type { Version } from './contract.ts';
import { deliverableLines } from './deliverable.ts';
import { wordsIn } from './explain-topics.ts';
import { EVERY, isNoPrice, UNWANTED } from './order-price-words.ts';
import { isMeant, MORE } from './scope-words.ts';
import type { Rate } from './terms.ts';

/** A price that added work may have, and how it was reached; nobody’s until a person takes it. */
export type PriceOffer = { readonly price: Money; readonly how: string };

/** More are no help to whoever chooses one. */
const OFFERS_MAX = 5;

/**
 * What added work may cost, as far as the contract or the words themselves say: a price they name, units at the contract’s
 * rate, or more of the one thing that a whole price was for. In the currency given and nothing else; where several things are
 * asked for and each has one price, what they come to as well.
 */
export function priceOffers(
  asked: readonly string[],
  signed: readonly Pick<Version, 'terms'>[],
  at: { currency: string; today: Day },
): PriceOffer[] {
  const each = asked.map((words) => offersFor(words, signed, at));
  const offers = each.flat();
  const all = each.flatMap(([only, ...more]) => (only && more.length === 0 ? [only] : []));
  const together =
    asked.length > 1 && all.length === asked.length
      ? [
          {
            price: money(
              all.reduce((sum, { price }) => sum + price.minor, 0n),
              at.currency,
            ),
            how: `All of it: ${all.map(({ price }) => formatMoney(price)).join(' + ')}`,
          },
        ]
      : [];
  const known = new Set<string>();
  return [...together, ...offers]
    .filter(({ price, how }) => price.minor > 0n && !known.has(how) && known.add(how))
    .slice(0, OFFERS_MAX);
}

function offersFor(
  words: string,
  signed: readonly Pick<Version, 'terms'>[],
  { currency, today }: { currency: string; today: Day },
): PriceOffer[] {
  const english = englished(words).text;
  const named = namedPrices(english, currency, today);
  const parts = signed.filter(({ terms }) => (terms.rate ?? terms.fee)?.value.currency === currency);
  return [
    ...named,
    ...parts.flatMap(({ terms }) => atRate(words, terms.rate?.value)),
    ...parts.flatMap(({ terms }) => ofTheSame(words, english, terms)),
  ];
}

/** A price in the words; one for each thing counts as often as there are things. */
function namedPrices(words: string, currency: string, today: Day): PriceOffer[] {
  const terms = { currency: { value: currency, origin: 'form' as const } };
  return sumsIn(words, terms, { today }).flatMap(({ sum, amount, foreign }, _, all) => {
    // A bare figure is a number of things as often as a price.
    if (foreign || amount.currency === undefined || isNoPrice(clauseAt(words, amount.start))) return [];
    const before = words.slice(0, amount.start);
    const after = words.slice(amount.end);
    if (!EACH.test(after) && !EACH_BEFORE.test(before)) {
      const named = /\bbudget|presupuesto/iu.test(clauseAt(words, amount.start)) ? 'A budget named' : 'Named';
      return [{ price: sum, how: `${named} in the words: “${amount.text.trim()}”` }];
    }
    // "3 banners at 10 each and 100 flyers at 1 each": each thing has a count of its own.
    const one = all.length > 1;
    const [ahead, behind] = one ? [before.split(JOINS).at(-1) ?? '', after.split(JOINS)[0] ?? ''] : [before, after];
    const count = countIn(`${ahead} ${behind.replace(EACH, '')}`);
    return count === undefined || count < 2 ? [] : [times(sum, count, 'as the words say')];
  });
}

/** The part between two marks in which a figure stands. */
function clauseAt(words: string, at: number): string {
  const before =
    words
      .slice(0, at)
      .split(/[.;!?\n](?:\s|$)/)
      .at(-1) ?? '';
  return before + (words.slice(at).split(/[;!?\n]|\.(?:\s|$)/)[0] ?? '');
}

const JOINS = /(?<![\p{L}])(?:and|und|et|y|plus)(?![\p{L}])|[&;+\n]/iu;
const EACH =
  /^[,)]?\s*(?:each|apiece|a piece|per\s+\p{L}+|\/\s?\p{L}+|an?\s+\p{L}+|pro\s+\p{L}+|je\b|par\s+\p{L}+|por\s+\p{L}+)/iu;
const EACH_BEFORE = /\b(?:je|each|jeweils|chacune?|cada un[ao])\s*$/iu;

const UNIT: Record<Rate['unit'], string> = {
  hour: 'hours?|hrs?|h|stunden?|std|heures?|horas?',
  day: 'days?|tage?n?|jours?|journées?|d[ií]as?',
  session: 'sessions?|sitzung(?:en)?|termine?|séances?|sesi[oó]n(?:es)?',
  month: 'months?|monate?n?|mois|mes(?:es)?',
};
const MORE_UNITS = '(?:more|extra|additional|further|weitere[nr]?|zusätzliche[nr]?|autres?|otr[oa]s?)';
/** How soon or for how long since is no work: "within three days", "two days before". */
const NO_WORK =
  /\b(?:within|in|after|before|every|per|last|next|past|first|than|until|by|binnen|innerhalb|nach|vor|dans|sous|après|avant|en|dentro de|antes de|tras)\s+(?:(?:the|den|les|los)\s+)?(?:(?:next|last|nächsten|letzten)\s+)?$/iu;
const NO_WORK_AFTER =
  /^\s*(?:of (?:\p{L}+ )?(?:footage|material|video|audio|recordings?|rushes|tape|interviews?)|less|fewer|weniger|de moins|menos|later|ago|before|after|earlier|notice|to pay|from|old|an?(?= )|per|each|vorher|später|am(?= Tag)|plus tard|par|avant|al(?= d[ií]a)|por|antes|después)(?![\p{L}])/iu;
/** "At 18 h" is a time of the day. */
const CLOCK_BEFORE =
  /(?<![\p{L}])(?:at|from|to|until|till|around|um|ab|gegen|von|bis|à|vers|dès|jusqu['’]à|las|la)\s*$/iu;
/** How long something of theirs lasts is no work. */
const LASTS =
  /(?<![\p{L}])(?:lasts?|takes|took|dauert|dure|dura|open|opened|geöffnet|ouverte?s?|abiert[oa]s?|ago|there (?:are|is)|has|closed|geschlossen|fermée?s?|cerrad[oa]s?|away|shut)\s+(?:(?:only|about|for|up to|full|nur|etwa|ca\.|environ|unas?)\s+)?$/iu;

/** Units of work that the words name, at the contract’s rate. */
function atRate(words: string, rate: Rate | undefined): PriceOffer[] {
  if (!rate) return [];
  const counted = lettered(
    `(?<![\\p{L}\\d.,])(?<n>\\d{1,3}(?:[.,]5)?|${COUNT}|another|${SMALL.join('|')})\\s*(?:${MORE_UNITS} )?(?:${UNIT[rate.unit]})(?![\\p{L}\\d])`,
    'giu',
  );
  return [...words.matchAll(counted)].flatMap((match) => {
    const before = words.slice(0, match.index);
    const after = words.slice(match.index + match[0].length);
    const milli = milliOf(match.groups?.n ?? '');
    if (NO_WORK.test(before) || NO_WORK_AFTER.test(after) || LASTS.test(before) || UNWANTED.test(before)) return [];
    if (/h$/i.test(match[0]) && CLOCK_BEFORE.test(before)) return [];
    if (milli === undefined || milli <= 0) return [];
    const each = money(rate.minor, rate.currency);
    const price = money(scale(rate.minor, BigInt(milli), 1000n), rate.currency);
    const units = `${milli / 1000} ${rate.unit}${milli === 1000 ? '' : 's'}`;
    return [{ price, how: `${units} at ${formatMoney(each)}, the contract’s rate` }];
  });
}

const SMALL = Object.keys(COUNTS);

/** Thousandths of a unit. */
function milliOf(words: string): number | undefined {
  if (/^another$/i.test(words)) return 1000;
  if (/^\d+[.,]5$/.test(words)) return Number(words.replace(',', '.')) * 1000;
  const count = countOf(words) ?? COUNTS[words.toLowerCase()];
  return count === undefined ? undefined : count * 1000;
}

const ONE_MORE =
  /(?<![\p{L}])(?:another|one more|an? (?:more|extra|additional|further|second|third)|noch eine?n?|encore une?|une? autre|otr[oa])(?![\p{L}])/iu;

/** "One more website", and not one more page on it. */
function oneMoreOf(text: string, item: string): boolean {
  const more = ONE_MORE.exec(text);
  return more !== null && isMeant(item, wordsIn(thingAfter(text.slice(more.index + more[0].length))).slice(0, 5));
}

/** The thing itself, before the words on where it goes and what it is for. */
const thingAfter = (text: string): string =>
  text.split(
    /[,.;!?\n]|(?<![\p{L}])(?:on|in|for|to|at|with|auf|für|im|zu|an|sur|pour|dans|avec|en|para|con)(?![\p{L}])/iu,
  )[0] ?? '';

/** More of the one thing that a fixed price was for. Of a price for several things nobody can say what one costs. */
function ofTheSame(words: string, english: string, { fee, deliverables }: Version['terms']): PriceOffer[] {
  const [item, ...others] = deliverableLines({ deliverables });
  if (!fee || !item || others.length > 0) return [];
  const agreed = countIn(item) ?? 1;
  const all = wordsIn(words);
  if (agreed < 1 || !isMeant(item, all)) return [];
  const more = all.some((word) => MORE.test(word)) || /\b(?:more|another|extra|additional)\b/i.test(english);
  const said = countBefore(words, item);
  const one = [words, english].some((text) => oneMoreOf(text, item)) ? 1 : undefined;
  const count = more ? (said ?? one) : said !== undefined && said > agreed ? said - agreed : undefined;
  if (count === undefined || count < 1) return [];
  const { minor, currency } = fee.value;
  const price = money(scale(minor, BigInt(count), BigInt(agreed)), currency);
  const whole = formatMoney(money(minor, currency));
  const how =
    agreed === 1
      ? `${count} more at ${whole} each`
      : `${count} more: ${whole} for ${agreed}, so ${whole} ÷ ${agreed} × ${count}`;
  return [{ price, how }];
}

const times = (sum: Money, count: number, why: string): PriceOffer => ({
  price: money(sum.minor * BigInt(count), sum.currency),
  how: `${count} at ${formatMoney(sum)} each, ${why}`,
});

const NUMBER = new RegExp(String.raw`(?<![\p{L}\d.,])(?:${COUNT})(?![\p{L}\d]|[.,]\d)`, 'giu');

/** How large a thing is, or how many it is for: "a 40-page booklet", "for 20 people". */
const MEASURES =
  /^(?:[- ](?:pages?|pp|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?|words?|cm|mm|m|inch|seiten|sekunden|minuten|wörter|mots|palabras|segundos|minutos|páginas)(?![\p{L}])(?! (?:at|for)\b)|[- ](?:people|persons?|guests?|employees|staff|shops?|stores?|personen|gäste|leute|mitarbeite\p{L}*|personnes|invités|personas|invitados))/iu;

/** The first count of things in the words; "a" and "an" count none. */
function countIn(words: string): number | undefined {
  const read = englished(words).text;
  const [first] = [...read.matchAll(NUMBER)].filter(
    ({ 0: word, index }) => !/^an?$/i.test(word) && !MEASURES.test(read.slice(index + word.length)),
  );
  return first && countOf(first[0]);
}

/** The count that stands before the thing itself: of "two more portraits for our 30 people" two. */
function countBefore(words: string, item: string): number | undefined {
  const read = englished(words).text;
  for (const match of read.matchAll(NUMBER)) {
    if (/^an?$/i.test(match[0])) continue;
    const thing = thingAfter(read.slice(match.index + match[0].length));
    if (!EVERY.test(thing) && isMeant(item, wordsIn(thing).slice(0, 4))) return countOf(match[0]);
  }
  return undefined;
}

/** How an offer stands in a list, each once: the sum, and under it how it was reached. */
export function offerChoices(offers: readonly PriceOffer[]): Record<string, { label: string; about: string }> {
  return Object.fromEntries(
    offers.map(({ price, how }, at) => [keyOf(price, at), { label: formatMoney(price), about: cut(how, 75) }]),
  );
}

const keyOf = (price: Money, at: number) => `${price.minor}.${at}`;

/** The price of a chosen offer, which only counts where it is offered for the same words again. */
export function offerChosen(offers: readonly PriceOffer[], chosen: string | undefined): Money | undefined {
  return offers.find(({ price }, at) => keyOf(price, at) === chosen)?.price;
}
