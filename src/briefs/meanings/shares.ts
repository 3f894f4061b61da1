import type { Share } from '../money/share-scan.ts';
import { evidenceAround } from './evidence.ts';
import { learned } from './learned.ts';
import { chancesIn } from './weights.ts';

/** The meanings a share of the price can have. */
export const SHARE_MEANINGS = ['none', 'deposit', 'part'] as const;

/** From here on a share is a deposit, and down to here it is none, whatever a rule says. */
const SURE = 0.7;
const UNLIKELY = 0.15;

/** What speaks for the meaning of each share of a brief, in the order of the shares. */
export function evidenceOfShares(text: string, shares: readonly Share[]): Set<string>[] {
  const all = shares.reduce((sum, { percentMilli }) => sum + percentMilli, 0);
  return shares.map((share) => {
    const found = evidenceAround(text, share, shares);
    found.add(`shares:${Math.min(5, shares.length)}`);
    if (shares.length > 1 && all === 100_000) found.add('whole');
    if (shares.some((other) => other !== share && other.percentMilli + share.percentMilli === 100_000))
      found.add('rest');
    found.add(`size:${Math.round(share.percentMilli / 10_000)}`);
    if (!/\d/.test(share.text)) found.add(`word:${share.text.toLowerCase()}`);
    return found.add('any');
  });
}

/** Whether each share is a deposit; undefined where what was learned does not say. */
export function depositsAmong(text: string, shares: readonly Share[]): (boolean | undefined)[] {
  return evidenceOfShares(text, shares).map((evidence) => {
    const deposit = chancesIn(learned('shares'), evidence)[SHARE_MEANINGS.indexOf('deposit')] ?? 0;
    if (deposit >= SURE) return true;
    return deposit <= UNLIKELY ? false : undefined;
  });
}
