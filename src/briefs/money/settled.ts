import { bareIn, toldDeal } from '../passages/deal.ts';
import { countOf, wordsBefore } from '../passages/text.ts';
import { aroundOf } from './around.ts';
import { unsaidAhead } from './none-ahead.ts';
import type { Share } from './share-scan.ts';

/** "She said 40, we closed at 35": what was said before it was a proposal. */
const SETTLED =
  /\b(?:settled|closed|landed|agreed|met|ended up|shook hands|geeinigt|einig|treffen uns|einigen uns|entendus?|convenu|tombés? d['’]accord|quedamos|cerramos|quedó) (?:(?:on|at|for|auf|bei|sur|pour|en|à|uns) )*$/;

/** "I said net 30 and 40%, and they agreed": what one side answered and the other took. */
const TAKEN =
  /^[^.!?\n]{0,30}?,? (?:and|which|so) (?:they|she|he|the client|both) (?:have |has |then |just |all )?(?:agreed|accepted|said (?:yes|ok|okay|fine)|took (?:it|that)|(?:is|are|was|were) (?:fine|ok|okay|happy|good)(?: with)?)(?= ?(?:[.!,;]|$|\n|(?:to|with) (?:it|that|this)\b))(?!.{0,30}\bif\b)/;
const ANSWERED =
  /(?<![\p{L}])(?:i|we) (?:then |have |just )?(?:said|told|countered|replied|answered|offered|proposed|suggested|asked)(?![\p{L}])/iu;
/** What somebody wished for and the brief's writer answered. */
const WISHED =
  /(?<![\p{L}])(?:they|she|he|the client) (?:first |originally |initially |had )?(?:asked(?: for)?|wanted|proposed|suggested|offered|preferred|would (?:like|prefer|rather))(?![\p{L}])/iu;

/**
 * Where one side wished for a share ahead and the other answered with another one: the share that was taken, or `open` where
 * nobody says which it is.
 */
function answeredAmong(text: string, shares: readonly Share[]): Share[] | 'open' | undefined {
  const sentence = (share: Share) =>
    /[^.!?\n]*$/.exec(text.slice(Math.max(0, share.start - REACH), share.start))?.[0] ?? '';
  const wished = shares.filter((share) => WISHED.test(sentence(share)) && !ANSWERED.test(sentence(share)));
  const answered = shares.filter((share) => ANSWERED.test(sentence(share)));
  const [wish] = wished;
  const [one] = answered;
  if (!wish || !one || answered.length > 1 || !AHEAD.test(aroundOf(text, wish).sentence)) return undefined;
  if (!TAKEN.test(text.slice(one.end, one.end + 90).toLowerCase())) return 'open';
  return shares.flatMap((share) =>
    share === one ? { ...share, agreed: true as const } : wished.includes(share) ? [] : share,
  );
}
/** How far back a sentence is looked for. */
const REACH = 200;
const AHEAD = /deposit|up-? ?front|advance|down ?payment|anzahlung|acompte|anticipo/;

/** A deal that is told of shares paid ahead: the one that was taken, also where it is said without its unit. */
function dealtAmong(text: string, shares: readonly Share[]): Share[] | 'open' | undefined {
  const bare = bareIn(text, shares).flatMap((span): Share[] => {
    const percent = countOf(span.text) ?? 0;
    return percent > 0 && percent <= 100 && /\d/.test(span.text) ? [{ ...span, percentMilli: percent * 1000 }] : [];
  });
  const all = [...shares, ...bare].sort((a, b) => a.start - b.start);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last || !AHEAD.test(text.slice(Math.max(0, first.start - 60), last.end + 60).toLowerCase()))
    return undefined;
  const deal = toldDeal(
    text,
    all.map((share) => ({ ...share, key: String(share.percentMilli) })),
  );
  if (deal.kind !== 'agreed') return deal.kind === 'open' ? 'open' : undefined;
  const given = new Set(deal.given.map(({ start }) => start));
  return all.flatMap((share) => {
    if (given.has(share.start)) return [];
    if (share.start === deal.agreed.start) return { ...share, agreed: true as const };
    return bare.includes(share) ? [] : share;
  });
}

/** The shares without those that were proposed in the same sentence as the one that was settled on. */
export function settledAmong(text: string, shares: readonly Share[]): Share[] | 'open' | undefined {
  const dealt = dealtAmong(text, shares);
  if (dealt) return dealt;
  const settled = shares.filter((share) => SETTLED.test(wordsBefore(text, share, 40)));
  const [one] = settled;
  if (!one || settled.length > 1) return answeredAmong(text, shares);
  const { lead } = aroundOf(text, one);
  if (!unsaidAhead(lead) && !/up-? ?front/.test(lead)) return undefined;
  const proposed = (share: Share) => share.start >= one.start - lead.length && share.end <= one.start;
  return shares.flatMap((share) =>
    share === one ? { ...share, agreed: true as const } : proposed(share) ? [] : share,
  );
}
