import { scale } from '../../shared/money.ts';
import { priceAnswers } from '../answers.ts';
import type { Note } from '../passages/text.ts';
import { type Amount, sumOf } from './amounts.ts';
import { aroundOf } from './around.ts';
import { listedIn, listedTotal } from './listed.ts';
import type { Sorted } from './money.ts';
import { type Pieces, piecesBefore } from './pieces.ts';
import type { Role } from './role-words.ts';
import { type Currency, codeOf } from './stated-currency.ts';

const WHY: Partial<Record<Role, string>> = {
  rate: 'is a price for one unit; say what the whole work costs.',
  limit: 'is a limit or an estimate, not yet a price.',
  range: 'is one end of a range, not yet a price.',
  part: 'is a part of the price; say what the whole work costs.',
};

/** Why no sum of a brief is the whole price, with what one press may say it is. */
export function unpriced(text: string, sorted: readonly Sorted[], money: Currency): Note[] {
  return [...new Set(sorted.map(({ role }) => role))].flatMap((role): Note[] => {
    const those = sorted.filter((s) => s.role === role);
    const [why, amount] = [WHY[role], those[0]?.amount];
    if (!why || !amount) return [];
    const pieces = role === 'rate' && those.length === 1 ? piecesOf(text, amount) : undefined;
    const open = pieces?.whole
      ? `can be the price of one of ${pieces.count} or of all; say what the whole work costs.`
      : why;
    const sentence = `“${amount.text}” ${open}`;
    const priced = role === 'limit' || role === 'range';
    const answers = pieces
      ? allOf(pieces, amount, money)
      : priced
        ? pricesOf(those, money)
        : role === 'part'
          ? allListed(text, amount, money)
          : [];
    return [{ code: `brief.fee-${role}`, field: 'fee', sentence, quote: amount.text, answers }];
  });
}

/** What one press may say the price is. A range is written with its currency once: "EUR 2,000 to 3,000", "4-5k". */
export function pricesOf(those: readonly Sorted[], money: Currency) {
  const kilo = those.some(({ amount, role }) => role === 'range' && amount.times > 1);
  return priceAnswers(those.flatMap(({ amount }) => sumIn({ ...amount, times: kilo ? 1000 : amount.times }, money)));
}

function piecesOf(text: string, amount: Amount): Pieces | undefined {
  const { lead, after } = aroundOf(text, amount);
  return piecesBefore(lead, after);
}

/** What so many things come to at the price of each, and that price where it may be the one of all of them. */
function allOf({ count, whole }: Pieces, amount: Amount, money: Currency) {
  return [sumIn(amount, money)].flat().flatMap((sum) => {
    const all = { ...sum, minor: scale(sum.minor, BigInt(count), 1n) };
    return priceAnswers(whole ? [all, sum] : [all]);
  });
}

/** What a list of things with a price each comes to. */
function allListed(text: string, amount: Amount, money: Currency) {
  const [list, code] = [listedIn(text), codeOf(amount, money)];
  const total = list && code && amount.start >= list.start ? listedTotal(list, code) : undefined;
  return total ? priceAnswers([total]) : [];
}

const sumIn = (amount: Amount, money: Currency) => {
  const code = codeOf(amount, money);
  return (code && sumOf(amount, code)) || [];
};
