import type { Rate, Sourced } from '../../contracts/terms.ts';
import { scale } from '../../shared/money.ts';
import { COUNT, countOf, coverage, spanOf, wordsAfter, wordsBefore } from '../passages/text.ts';
import { type Amount, sumOf } from './amounts.ts';
import { aroundOf } from './around.ts';
import { isCapAlone, isCapped } from './caps.ts';
import { signFits } from './currencies.ts';
import type { Rate as UnitPrice } from './rate.ts';

const UNITS: Record<UnitPrice['unit'], string> = {
  hour: 'hours?|hrs?|h',
  day: 'days?',
  session: 'sessions?|appointments?|lessons?|classes',
  month: 'months?',
};
/** A count that is a guess, a notice, a limit of something else, or comes again and again is no quantity. */
const NOT_FIRM =
  /\b(?:about|around|approx\w*\.?|circa|ca\.?|roughly|estimate[ds]?(?: at| of)?|probably|maybe|perhaps|say|reckon|some|least|than|within|every|each|per|minimum|min\.?|net|in|of notice|last|next|first|after|before|or|to|[-–~≈]) ?$/;
const NOT_COUNTED =
  /^ ?(?:or so\b|of notice\b|['’]? ?notice\b|before\b|after\b|ahead\b|in advance\b|a (?:day|week|month)\b|per\b|each\b|every\b|weekly\b|\/|net\b|prior\b|later\b|to (?:\d|pay|review)|or\b|[-–]|from\b|ago\b|long\b|event\b|workshop\b|shoot\b|wedding\b|conference\b)/;
const LIMIT =
  /\b(?:up to|at most|(?:no|not) more than|max(?:imum)?\.?(?: of)?|cap(?:ped)?(?: at| of)?|limited to|(?:not|never) (?:to )?exceed(?:ing)?) ?$/;
/** "maximum 40 hours" before it, "40 hours max" behind it. */
const LIMITED = /^ ?(?:up to(?= ?(?:[,.;)\n]|$))|max(?:imum)?\b|at most\b|tops\b|cap\b|or less\b)/;

/** How many units the brief says the work has, and the most it may come to; what is a guess stays open. */
export function withQuantity(
  rate: Sourced<UnitPrice> | undefined,
  text: string,
  amounts: readonly Amount[],
): Sourced<Rate> | undefined {
  if (!rate) return undefined;
  const { unit, minor } = rate.value;
  const counts: number[] = [];
  const limits: bigint[] = [];
  const caps: bigint[] = [];
  const pattern = new RegExp(
    `(?<![\\p{L}\\d.,/])(?<count>${COUNT})(?<half>[.,]5)?[ -](?:more )?(?:${UNITS[unit]})(?![\\p{L}])`,
    'giu',
  );
  for (const match of text.matchAll(pattern)) {
    const count = countOf(match.groups?.count ?? '');
    if (!count) continue;
    const milli = count * 1000 + (match.groups?.half ? 500 : 0);
    const before = wordsBefore(text, { start: match.index }, 40);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 30).toLowerCase();
    if (LIMIT.test(before) || LIMITED.test(after)) limits.push(scale(minor, BigInt(milli), 1000n));
    else if (!/^an?$/i.test(match.groups?.count ?? '') && !NOT_FIRM.test(before) && !NOT_COUNTED.test(after))
      counts.push(milli);
  }
  for (const amount of [...amounts, ...bareCaps(text, amounts)]) {
    const capped = LIMIT.test(wordsBefore(text, amount, 40)) || isCapped(aroundOf(text, amount).lead);
    const { currency: named } = amount;
    const own = !named || named === rate.value.currency || signFits(named, rate.value.currency);
    const sum = capped && own ? sumOf(amount, rate.value.currency) : undefined;
    if (sum && sum.minor > minor) caps.push(sum.minor);
  }
  return {
    ...rate,
    // The most hours make a cap only where no sum does.
    value: {
      ...rate.value,
      quantityMilli: only(counts) ?? null,
      capMinor: only(caps.length > 0 ? caps : limits) ?? null,
    },
  };
}

const BARE =
  /(?<![\p{L}\d.,:/€$£-])\d{1,3}(?:[.,'’ ]\d{3})+(?![\d.,]\d)|(?<![\p{L}\d.,:/€$£-])(?!(?:19|20)\d\d(?!\d))\d{4,6}(?![\d.,]\d)/gu;

/** "80 EUR an hour, 40 hours, cap 3,000": a sum in the currency of the rate, where nothing is counted by it. */
function bareCaps(text: string, amounts: readonly Amount[]): Amount[] {
  const seen = coverage(text.length, amounts);
  return [...text.matchAll(BARE)].map(spanOf).flatMap((span): Amount[] => {
    const alone = !seen.has(span) && isCapAlone(wordsBefore(text, span)) && wordsAfter(text, span, 20).trim() === '';
    return alone ? [{ ...span, digits: span.text, times: 1, currency: undefined }] : [];
  });
}

/** The one value that was said, however often; two different ones leave it open. */
function only<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}
