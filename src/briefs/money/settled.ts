import { wordsBefore } from '../passages/text.ts';
import { aroundOf } from './around.ts';
import { unsaidAhead } from './none-ahead.ts';
import type { Share } from './share-scan.ts';

/** "She said 40, we closed at 35": what was said before it was a proposal. */
const SETTLED =
  /\b(?:settled|closed|landed|agreed|met|ended up|shook hands|geeinigt|einig|treffen uns|einigen uns|entendus?|convenu|tombés? d['’]accord|quedamos|cerramos|quedó) (?:(?:on|at|for|auf|bei|sur|pour|en|à|uns) )*$/;

/** The shares without those that were proposed in the same sentence as the one that was settled on. */
export function settledAmong(text: string, shares: readonly Share[]): Share[] | undefined {
  const settled = shares.filter((share) => SETTLED.test(wordsBefore(text, share, 40)));
  const [one] = settled;
  if (!one || settled.length > 1) return undefined;
  const { lead } = aroundOf(text, one);
  if (!unsaidAhead(lead) && !/up-? ?front/.test(lead)) return undefined;
  const proposed = (share: Share) => share.start >= one.start - lead.length && share.end <= one.start;
  return shares.flatMap((share) =>
    share === one ? { ...share, agreed: true as const } : proposed(share) ? [] : share,
  );
}
