import { parseMoney } from '../shared/money.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Deposit } from './terms.ts';

const SHARES: Record<string, number> = {
  'one third': 33_333,
  'a third': 33_333,
  'two thirds': 66_667,
  'one sixth': 16_667,
  half: 50_000,
  'a half': 50_000,
  'one half': 50_000,
};

/** `50%`, `a third`, `1,000`, `none`. */
export function depositFrom(typed: string, currency: string): Deposit {
  const words = typed.trim().toLowerCase();
  if (/^(none|no|nothing|0\s*%?|-)$/.test(words)) return { kind: 'none' };
  const share = SHARES[words];
  if (share) return { kind: 'share', percentMilli: share };
  const percent = /^(\d{1,3})(?:[.,](\d{1,3}))?\s*(?:%|percent)$/.exec(words);
  if (!percent) return { kind: 'sum', minor: parseMoney(typed, currency, 'deposit').minor };
  const percentMilli = Number(percent[1]) * 1000 + Number((percent[2] ?? '').padEnd(3, '0'));
  if (percentMilli > 100_000)
    throw new Refusal('terms.deposit-share', 'A deposit is at most 100% of the price.', 'deposit');
  return percentMilli === 0 ? { kind: 'none' } : { kind: 'share', percentMilli };
}
