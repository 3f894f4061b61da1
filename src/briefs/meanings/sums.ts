import { type Amount, sumOf } from '../money/amounts.ts';
import { isOfOtherOrder } from '../money/asides.ts';
import type { Sorted } from '../money/money.ts';
import { countsThings } from '../money/ranges.ts';
import type { Role } from '../money/role-words.ts';
import { evidenceAround } from './evidence.ts';
import { learned } from './learned.ts';
import { chancesIn, likeliest, outstanding } from './weights.ts';

/** The meanings a sum can have. */
export const SUM_MEANINGS = ['none', 'fee', 'deposit', 'rate', 'part'] as const;

/** From here on a sum that the rules leave open is what was learned. */
const SURE = 0.8;
const SURE_OF_DEPOSIT = 0.45;
/** What changes a rule's word. */
const SURER_THAN_A_RULE = 0.8;
/** The price: likely by itself, and by so much more than the next sum. */
const OUTSTANDING = { sure: 0.75, odds: 6 };
/** Where the rules found several prices. */
const FAR_AHEAD = { sure: 0.9, odds: 30 };
/** A bare figure of fewer digits counts something. */
const BARE_DIGITS = 3;

const FEES: readonly Role[] = ['total', 'fee', 'plain'];
const ROLES: readonly Role[] = ['other', 'fee', 'deposit', 'rate', 'part'];
const meaningOf = (role: Role) => (FEES.includes(role) ? 1 : Math.max(0, ROLES.indexOf(role)));
/** Extras and set-aside sums that may be a deposit nobody calls so. */
const DEPOSIT_INSTEAD: readonly Role[] = ['extra', 'other'];

/** What a sum comes to in hundredths, whatever its currency: only to be compared with its neighbours. */
const worth = (amount: Amount) => Number(sumOf(amount, 'EUR')?.minor ?? 0n);
const digitsOf = ({ digits }: Amount) => digits.replace(/\D/g, '').length;

/** What speaks for the meaning of each sum of a brief, in the order of the sums. */
export function evidenceOfSums(text: string, amounts: readonly Amount[]): Set<string>[] {
  const worths = amounts.map(worth);
  const most = Math.max(0, ...worths);
  const all = worths.reduce((sum, one) => sum + one, 0);
  return amounts.map((amount, at) => {
    const found = evidenceAround(text, amount, amounts);
    const mine = worths[at] ?? 0;
    found.add(`sums:${Math.min(4, new Set(worths).size)}`);
    if (!amount.currency) found.add('bare');
    if (amount.times > 1) found.add('kilo');
    found.add(mine === most ? 'most' : `share:${Math.min(9, Math.floor((mine * 10) / most))}`);
    if (mine * 2 === all && amounts.length > 2) found.add('sum-of-others');
    if (worths.filter((one) => one === mine).length > 1) found.add('again');
    found.add(`digits:${digitsOf(amount)}`);
    return found.add('any');
  });
}

/** The sums with their meaning corrected by what was learned, where that is surer than the rules. */
export function weighSums(text: string, sorted: readonly Sorted[]): Sorted[] {
  const evidence = evidenceOfSums(
    text,
    sorted.map(({ amount }) => amount),
  );
  return sorted.map((one, at) => {
    const chances = chancesIn(learned('sums'), evidence[at] ?? new Set());
    const role = corrected(one, chances);
    // Money for another order is no deposit on this one, and "450 edited images" are none.
    const isNone = isOfOtherOrder(text, one.amount) || countsThings(text, one.amount, one.amount.currency);
    const meant = role !== 'deposit' || role === one.role || !isNone;
    return { ...one, chances, role: meant ? role : one.role };
  });
}

/**
 * Only what the rules could not place, or took for the price because nothing spoke against it, is placed anew. What is no price
 * by what was learned stays one: two prices are asked about.
 */
function corrected({ role, amount }: Sorted, chances: readonly number[]): Role {
  const open = role === 'plain' || role === 'bare';
  if (isCount(amount) || !(open || DEPOSIT_INSTEAD.includes(role))) return role;
  const { at, chance } = likeliest(chances);
  const found = ROLES[at] ?? role;
  if (at === 0 || at === meaningOf(role)) return role;
  if (found === 'deposit') return chance >= (open ? SURE_OF_DEPOSIT : SURER_THAN_A_RULE) ? found : role;
  return open && chance >= SURE ? found : role;
}

const isCount = (amount: Amount) => !amount.currency && amount.times === 1 && digitsOf(amount) < BARE_DIGITS;

/** The one sum that stands out as the price; `keyOf` is the same for sums that are the same. */
export function likeliestFee(
  sorted: readonly Sorted[],
  keyOf: (one: Sorted) => string,
  several: boolean,
): Sorted | undefined {
  const those = sorted
    .filter(({ amount, role }) => FEES.includes(role) && !isCount(amount))
    .map((one) => ({ of: one, key: keyOf(one), chance: one.chances?.[1] ?? 0 }));
  return outstanding(those, several ? FAR_AHEAD : OUTSTANDING);
}
