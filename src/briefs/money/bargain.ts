import { type Answer, priceAnswers } from '../answers.ts';
import { toldDeal } from '../passages/deal.ts';
import { type Note, wordsAfter } from '../passages/text.ts';
import { bargainOf, type Offer, type Turn } from '../passages/turns.ts';
import { type Amount, multiplied, sumOf } from './amounts.ts';
import { aroundOf } from './around.ts';
import { isSerial, namesAThing } from './bare-figures.ts';
import type { Sorted } from './money.ts';
import { isOthers } from './others.ts';

/** A bare figure that ends what is said, or is followed by a condition, is an offer in a thread: "could you do 1,200?" */
const OFFERED =
  /^ ?(?:$|paid\b|incl\w*|with\b|w\/|with light\b|then\b|total\b|all in\b|fixed\b|plus\b|if\b|and\b|but\b|for (?:it|that|all|everything|the)\b|then\b|all\b|flat|it is\b|without\b|und\b|ohne\b|mais\b|sans\b|sin\b|pero\b|max\b)/;

/** In a thread the last price that one side named and the other took is the price; the ones before it were offers. */
export function bargained(text: string, roles: readonly Sorted[], turns: readonly Turn[], notes: Note[]): Sorted[] {
  const told = toldPrice(text, roles, notes);
  if (told) return told;
  const settled = settledPrice(text, roles, turns, notes);
  return turns.length > 0 ? settledRate(settled, turns) : settled;
}

/** What may be one side's price where two are told of: also what the rules would take for a limit or for somebody else's. */
const isTold = (text: string, { amount, role }: Sorted, least: number) =>
  /^(?:plain|fee|total|other|limit|rate|bare)$/.test(role) &&
  (role !== 'bare' || (figure(amount).length >= least && !/^(?:19|20)\d\d$/.test(amount.digits))) &&
  !isSerial(amount) &&
  !namesAThing(text, amount.start);

/** "I asked for 5,000, they have 4,000, let's say 4,500": the price of a deal that one side tells; undefined where none is told. */
function toldPrice(text: string, roles: readonly Sorted[], notes: Note[]): Sorted[] | undefined {
  const least = roles.some(({ role }) => role === 'rate') ? 2 : 3;
  const told = roles.filter((one) => isTold(text, one, least));
  const deal = toldDeal(
    text,
    told.map(({ amount }) => ({ start: amount.start, end: amount.end, text: amount.text, key: figure(amount) })),
  );
  if (deal.kind === 'none') return undefined;
  const offers = new Set((deal.kind === 'open' ? deal.offers : [deal.agreed, ...deal.given]).map(({ start }) => start));
  const unit = told.find(({ amount, role }) => role === 'rate' && offers.has(amount.start))?.amount;
  if (deal.kind === 'open') {
    const sums = told.flatMap(({ amount }) => (offers.has(amount.start) ? amount : []));
    notes.push({ ...severalPrices(deal.offers), ...(!unit && { answers: answersFor(sums) }) });
  }
  return roles.map((one) => {
    if (!offers.has(one.amount.start)) return one;
    if (deal.kind === 'open' || one.amount.start !== deal.agreed.start) return { ...one, role: 'other' };
    return unit ? { ...one, role: 'rate', like: unit } : { ...one, role: 'fee' };
  });
}

function severalPrices(offers: readonly Offer[]): Note {
  const names = [...new Set(offers.map((offer) => offer.text.trim()))].slice(-4).join(', ');
  const sentence = `The brief names several prices (${names}) and does not say which was agreed.`;
  return { code: 'brief.several-fees', field: 'fee', sentence };
}

/** Each sum in the currency that stands beside it, or else beside the other one. */
function answersFor(amounts: readonly Amount[]): Answer[] {
  const codes = [...new Set(amounts.flatMap(({ currency }) => (/^[A-Z]{3}$/.test(currency ?? '') ? currency : [])))];
  if (codes.length !== 1) return [];
  return priceAnswers(amounts.flatMap((one) => sumOf(one, codes[0] ?? '') ?? []));
}

const figure = ({ digits }: Amount) => digits.replace(/[.,]00?$/, '').replace(/[.,'’ ]/g, '');

/** "70 an hour?" - "I am at 78 now" - "ok, 78": a bare figure that two say is the price of the unit that was named. */
function settledRate(roles: readonly Sorted[], turns: readonly Turn[]): Sorted[] {
  const rates = roles.filter(({ role }) => role === 'rate');
  const unit = rates[0];
  if (!unit || roles.some(({ role }) => role === 'total' || role === 'fee')) return [...roles];
  const turnOf = ({ amount }: Sorted) =>
    turns.findIndex(({ start, end }) => amount.start >= start && amount.end <= end);
  const said = roles.filter(
    (s) =>
      turnOf(s) >= 0 &&
      (s.role === 'rate' || ((s.role === 'bare' || s.role === 'plain') && s.amount.start > unit.amount.start)),
  );
  const by = (key: string) =>
    new Set(said.filter(({ amount }) => figure(amount) === key).map((s) => turns[turnOf(s)]?.who));
  const last = said.findLast((s) => figure(s.amount).length >= 2 && by(figure(s.amount)).size > 1);
  if (!last || figure(last.amount) === figure(unit.amount)) return [...roles];
  const like = unit.amount;
  return roles.map((s) => {
    if (s === last) return { ...s, role: 'rate' as const, like };
    return s.role === 'rate' || said.includes(s) ? { ...s, role: 'other' as const } : s;
  });
}

function settledPrice(text: string, roles: readonly Sorted[], turns: readonly Turn[], notes: Note[]): Sorted[] {
  const speaker = ({ start, end }: Amount) => turns.find((turn) => start >= turn.start && end <= turn.end)?.who;
  const saidBy = new Map<string, Set<string | undefined>>();
  for (const { amount } of roles) {
    const who = saidBy.get(figure(amount)) ?? new Set();
    saidBy.set(figure(amount), who.add(speaker(amount)));
  }
  const repeated = (amount: Amount) => (saidBy.get(figure(amount))?.size ?? 0) > 1 && figure(amount).length >= 3;
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
      (OFFERED.test(wordsAfter(text, amount, 30)) || repeated(amount)));
  const offers = roles.filter(isOffer);
  // After "900 thousand" an answer of "780" means thousands too.
  const times = Math.max(1, ...offers.map(({ amount }) => amount.times));
  const key = (amount: Amount) => {
    const short = times > 1 && amount.times === 1 && figure(amount).length <= 3;
    return short || amount.times > 1 ? multiplied(amount.digits, short ? times : amount.times) : figure(amount);
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
