import { isNumberWord, tensIn } from '../languages/number-words.ts';
import { coverage, MENTIONS_MAX, type Span, spanOf } from '../passages/text.ts';
import { startsWithEvent } from './part-labels.ts';

export type Share = Span & { readonly percentMilli: number; readonly agreed?: true; readonly rest?: true };

const PERCENT =
  /(?<![\p{L}\d.,])(\d{1,6})(?:[.,](\d{1,3}))? ?(?:%|percent\b|per cent\b|pct\b|vom hundert\b|v\. ?h\.)/giu;
const FRACTION =
  /(?<![\p{L}\d])(?:one[- ]half|half|1\/2|½|(?:a|one)[- ]third(?! part)|1\/3|⅓|two[- ]thirds|2\/3|⅔|(?:a|one)[- ]quarter|1\/4|¼|three[- ]quarters|3\/4|¾|(?:a|one)[- ]fifth|1\/5|(?:a|one)[- ]tenth|1\/10|everything|all|in full|the full (?:fee|price|amount)|full (?:payment|amount|fee|price))(?![\p{L}\d]|-(?!half)\p{L})/giu;
const FRACTIONS: readonly (readonly [RegExp, number])[] = [
  [/three|3\/4|¾/i, 75_000],
  [/two|2\/3|⅔/i, 66_667],
  [/half|1\/2|½/i, 50_000],
  [/third|1\/3|⅓/i, 33_333],
  [/quarter|1\/4|¼/i, 25_000],
  [/fifth|1\/5/i, 20_000],
  [/tenth|1\/10/i, 10_000],
  [/all|full|everything/i, 100_000],
];

/** Percentages and fractions of the text, before anything is known about what they are shares of. */
export function scanShares(text: string, taken: readonly Span[]): Share[] {
  const shares: Share[] = [];
  for (const match of text.matchAll(PERCENT)) {
    const fraction = (match[2] ?? '').padEnd(3, '0');
    shares.push({ ...spanOf(match), percentMilli: Number(match[1]) * 1000 + Number(fraction) });
  }
  for (const match of text.matchAll(FRACTION)) {
    const share = FRACTIONS.find(([pattern]) => pattern.test(match[0]))?.[1];
    if (share) shares.push({ ...spanOf(match), percentMilli: share });
  }
  const seen = coverage(text.length, taken);
  const said = shares
    .filter((share) => !seen.has(share) && !/\bnot (?:an? |the )?$/i.test(text.slice(0, share.start).slice(-8)))
    .sort((a, b) => a.start - b.start)
    .flatMap((share, at, all) => saidOnce(text, share, { before: all[at - 1], after: all[at + 1] }))
    .slice(0, MENTIONS_MAX);
  const [first] = said;
  return first && said.length === 1 && /%|percent|per cent|pct/i.test(first.text) ? withRest(text, first, seen) : said;
}

/** "Thirty percent (30 %)" is one share, with the bracket. */
function saidOnce(
  text: string,
  share: Share,
  { before, after }: { before: Share | undefined; after: Share | undefined },
): Share[] {
  const twice = (first: Share | undefined, second: Share | undefined) =>
    first?.percentMilli === second?.percentMilli && /^ ?\($/.test(text.slice(first?.end, second?.start));
  if (before && twice(before, share)) return [];
  if (!after || !twice(share, after)) return [share];
  const end = after.end + (text[after.end] === ')' ? 1 : 0);
  return [{ ...share, end, text: text.slice(share.start, end) }];
}

/** How far behind a share the others may be said. */
const REST_MAX = 260;
const BARE = /(?<![\p{L}\d.,/:€$£])(?:\d{2}|\p{L}{3,18}(?:-\p{L}{3,6})?)(?![\p{L}\d%:/]|[.,]\d| ?(?:%|€|\$))/gu;

/**
 * "30 percent up front, another thirty on sign-off and the last forty at launch": behind a share in percent bare figures upon which
 * something is due are shares too, where all of them make up the whole. One that does makes the first the part paid ahead.
 */
function withRest(text: string, first: Share, seen: { has: (span: Span) => boolean }): Share[] {
  const all: Share[] = [first];
  let sum = first.percentMilli;
  const window = text.slice(first.end, first.end + REST_MAX).split(/\n\n/)[0] ?? '';
  for (const match of window.matchAll(BARE)) {
    const start = first.end + match.index;
    const span = { start, end: start + match[0].length, text: match[0] };
    const figure = /\d/.test(span.text);
    const value = figure ? Number(span.text) : isNumberWord(span.text) ? tensIn(span.text) : undefined;
    if (!value || seen.has(span)) continue;
    if (
      !startsWithEvent(text.slice(span.end, span.end + 40)) &&
      !/^ the \p{L}+ before/u.test(text.slice(span.end, span.end + 30))
    )
      continue;
    all.push({ ...span, percentMilli: value * 1000 });
    sum += value * 1000;
    if (sum === 100_000) return all.length > 2 ? all : [{ ...first, rest: true }];
  }
  return [first];
}
