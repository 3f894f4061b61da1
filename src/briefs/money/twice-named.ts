import { type Amount, isCode } from './amounts.ts';
import { signFits } from './currencies.ts';
import { dollarsMeant } from './dollars.ts';
import type { Sorted } from './money.ts';
import type { Currency } from './stated-currency.ts';

/** Words that say a sum again: "€900 (so nine hundred US dollars)", "900 € (also 900 Dollar)". */
const AGAIN = /^[\s,;:(/=–—-]*(?:\p{L}[\p{L}.]{0,9}[\s:]*){0,3}[\s(]*$/u;

type Twice = { readonly codes: readonly string[]; readonly amounts: readonly Amount[] };

/** Two currencies of which one sum is said to be: the same figure twice, one beside the other. */
export function twiceNamed(text: string, sorted: readonly Sorted[]): Twice | undefined {
  for (const [at, { amount }] of sorted.entries()) {
    const next = sorted[at + 1]?.amount;
    if (!next || !amount.currency || !next.currency || !isPrice(sorted[at]) || !isPrice(sorted[at + 1])) continue;
    const same = amount.digits === next.digits && amount.times === next.times;
    const between = text.slice(amount.end, next.start);
    if (same && between.length < 30 && AGAIN.test(between) && !isLike(amount.currency, next.currency))
      return { codes: [amount.currency, next.currency], amounts: [amount, next] };
  }
  return undefined;
}

const isPrice = (one: Sorted | undefined) => one !== undefined && /^(?:total|fee|plain|other|extra)$/.test(one.role);

const isLike = (one: string, other: string) =>
  one === other || (!isCode(one) && signFits(one, other)) || (!isCode(other) && signFits(other, one));

/** One sum in two currencies is in neither for sure. */
export function inEither({ codes, amounts }: Twice, text: string, home: string): Currency {
  const open = [...new Set(codes.flatMap((code) => (isCode(code) ? [code] : dollarsMeant(text, home).slice(0, 1))))];
  return { code: undefined, stated: true, quote: amounts[0]?.text, open };
}
