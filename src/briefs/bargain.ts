import { type Amount, multiplied } from './amounts.ts';
import { aroundOf } from './around.ts';
import type { Sorted } from './money.ts';
import { isOthers } from './others.ts';
import { isSerial, namesAThing } from './roles.ts';
import { type Note, wordsAfter } from './text.ts';
import { bargainOf, type Turn } from './turns.ts';

/** A bare figure that ends what is said, or is followed by a condition, is an offer in a thread: "could you do 1,200?" */
const OFFERED =
  /^ ?(?:$|paid\b|incl\w*|with\b|w\/|with light\b|then\b|total\b|all in\b|fixed\b|plus\b|if\b|and\b|but\b|for (?:it|that|all|everything|the)\b|then\b|all\b|flat|it is\b|without\b|und\b|ohne\b|mais\b|sans\b|sin\b|pero\b|max\b)/;

/** In a thread the last price that one side named and the other took is the price; the ones before it were offers. */
export function bargained(text: string, roles: readonly Sorted[], turns: readonly Turn[], notes: Note[]): Sorted[] {
  const isOffer = ({ amount, role }: Sorted) =>
    role === 'plain' ||
    role === 'fee' ||
    role === 'total' ||
    (role === 'bare' &&
      amount.digits.replace(/\D/g, '').length >= 3 &&
      !/^(?:19|20)\d\d$|[.:]\d\d?$/.test(amount.digits) &&
      !isSerial(amount) &&
      !namesAThing(text, amount.start) &&
      !isOthers(aroundOf(text, amount)) &&
      OFFERED.test(wordsAfter(text, amount, 30)));
  const offers = roles.filter(isOffer);
  // After "900 thousand" an answer of "780" means thousands too.
  const times = Math.max(1, ...offers.map(({ amount }) => amount.times));
  const key = (amount: Amount) => {
    const plain = amount.digits.replace(/[.,]00?$/, '').replace(/[.,'’ ]/g, '');
    const short = times > 1 && plain.length <= 3;
    return short ? plain : amount.times > 1 ? multiplied(amount.digits, amount.times) : plain;
  };
  const bargain = bargainOf(
    turns,
    offers.map(({ amount }) => ({ start: amount.start, end: amount.end, text: amount.text, key: key(amount) })),
  );
  if (bargain.kind === 'none') return [...roles];
  if (bargain.kind === 'open') {
    const names = [...new Set(bargain.offers.map((offer) => offer.text.trim()))].slice(-4).join(', ');
    const sentence = `The thread names several prices (${names}) and does not say which was agreed.`;
    notes.push({ code: 'brief.several-fees', field: 'fee', sentence });
    return roles.map((s) => (isOffer(s) ? { ...s, role: 'other' } : s));
  }
  const { agreed } = bargain;
  const same = offers.filter(({ amount }) => key(amount) === agreed.key).map(({ amount }) => amount);
  const whole = same.filter(({ times }) => times > 1);
  const settled = new Set(whole.length > 0 ? whole : same);
  return roles.map((s) => {
    if (!isOffer(s)) return s;
    return { ...s, role: settled.has(s.amount) ? 'fee' : 'other' };
  });
}
