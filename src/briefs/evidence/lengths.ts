import { type Terms, term } from '../../contracts/terms.ts';
import { daysOf, lengthsIn } from '../conditions/lengths.ts';
import { canBeNet } from '../conditions/net-days.ts';
import { coverage, type Span, spanOf } from '../passages/text.ts';
import { evidenceAround } from './evidence.ts';
import weights from './learned/lengths.json' with { type: 'json' };
import { chancesIn, outstanding, type Weights } from './weights.ts';

/** The meanings a length of time can have. */
export const LENGTH_MEANINGS = ['none', 'net', 'notice', 'within'] as const;

/** Likely by itself, and by so much more than the next. */
const OUTSTANDING = { sure: 0.6, odds: 4 };
const DAYS_MAX = 180;

/** A length with what it comes to in days. */
export type Length = Span & { readonly days: number };

/** The lengths of time in a brief, in the readers' words, that can be a term. */
export const termLengths = (text: string): Length[] =>
  lengthsIn(text)
    .map((match) => ({ ...spanOf(match), days: daysOf(match) }))
    .filter(({ days }) => days <= DAYS_MAX);

/** What speaks for the meaning of each length of a brief, in the order of the lengths. */
export const evidenceOfLengths = (text: string, lengths: readonly Length[]): Set<string>[] =>
  lengths.map((length) =>
    evidenceAround(text, length, lengths)
      .add(`said:${length.text.toLowerCase().slice(0, 12)}`)
      .add('any'),
  );

/** Days to pay and notice that no rule has read and no note asks about, with where they stand. */
export function likeliestLengths(
  text: string,
  taken: readonly Span[],
  open: { readonly net: boolean; readonly notice: boolean },
): { found: Pick<Terms, 'netDays' | 'cancellation'>; spans: Span[] } {
  const seen = coverage(text.length, taken);
  const lengths = termLengths(text).filter((length) => !seen.has(length));
  const evidence = evidenceOfLengths(text, lengths);
  const likeliest = (meaning: (typeof LENGTH_MEANINGS)[number], can: (length: Length) => boolean) => {
    const at = LENGTH_MEANINGS.indexOf(meaning);
    const chances = lengths.map((of, index) => ({
      ...{ of, key: String(of.days) },
      chance: can(of) ? (chancesIn(weights as Weights, evidence[index] ?? new Set())[at] ?? 0) : 0,
    }));
    return outstanding(chances, OUTSTANDING);
  };
  const net = open.net ? likeliest('net', (length) => canBeNet(text, length)) : undefined;
  const notice = open.notice ? likeliest('notice', () => true) : undefined;
  return {
    found: {
      ...(net && { netDays: term(net.days, 'brief', net.text) }),
      ...(notice && { cancellation: term({ kind: 'notice', days: notice.days }, 'brief', notice.text) }),
    },
    spans: [net, notice].flatMap((one) => one ?? []),
  };
}
