import { isSumAhead } from './ahead.ts';
import { sumOf } from './amounts.ts';
import { aroundOf } from './around.ts';
import { isAside } from './asides.ts';
import { isSerial } from './bare-figures.ts';
import type { Sorted } from './money.ts';
import { netted } from './net.ts';
import { reckoned } from './reckoned.ts';
import { roleOf } from './roles.ts';

/** What the price usually, elsewhere or at first is: no price where the brief has another. */
const USUAL =
  /(?:\b|(?=ü))(?:list price|rrp|usual(?:ly)?|üblich(?:erweise)?|normal(?:ly|e|es|erweise|ement|mente)?|regular(?:ly)?|standard|sonst|eigentlich|habituel\w*|d['’]habitude|habitual\w*|de lista|listenpreis|(?:your|my|our|the|his|her|their) first (?:number|offer|price|quote|figure|idea))(?: (?:is|are|was|at|a|rate|price|fee|quote|costs?|charge|for|it|of|i|we|you|ist|est|es|à|bei|sind)){0,4}[,:=]? ?$/;
/** What was said last: "eleven fifty it is". */
const FINAL_AFTER =
  /^ ?(?:it is\b|is (?:fine|agreed|accepted|final)\b|final\b|(?:und|and) (?:das ist|that['’]?s) (?:fix|final))/;
const FINAL_BEFORE =
  /\b(?:in the end|ended up (?:at|with|on)|landed (?:at|on)|finally|final(?: price| fee| offer)?|this time|so it['’]?s|am ende|schließlich|letztlich|diesmal|au final|finalement|cette fois|al final|finalmente|esta vez)(?: (?:is|it['’]?s|we|i|have|haben|wir|agreed|settled|said|on|at|for|about|with|bei|auf|à|de|en|price|fee|sind|est|son)){0,4}[,:]? ?$/;

const OUTCOME = /^(?:ergebnis|result|outcome|résultat|resultado|acuerdo|accord|einigung|agreed)$/;

const isPrice = ({ role }: Sorted) => role === 'total' || role === 'fee' || role === 'plain';

/** Weaker than a price beside it: a figure without currency that no word calls the fee, and what is merely usual. */
const isWeak = (text: string, { amount, role }: Sorted) =>
  ((role === 'plain' || (role === 'fee' && amount.digits.length < 3)) && !amount.currency && amount.times === 1) ||
  USUAL.test(aroundOf(text, amount).lead.slice(-60));

const isFinal = (text: string, { amount, role }: Sorted) => {
  const { before, after, label } = aroundOf(text, amount);
  if (OUTCOME.test(label)) return true;
  return role !== 'plain' && (FINAL_AFTER.test(after) || FINAL_BEFORE.test(before) || FINAL_BEFORE.test(label));
};

/** What can be the price. Behind a price per piece a figure that nothing calls the fee is another piece's. */
export function pricesAmong(text: string, sorted: readonly Sorted[], thisYear: number): Sorted[] {
  const all = sorted.filter(isPrice);
  const aside = ({ amount, role }: Sorted) => {
    const at = sorted.findIndex((s) => s.amount === amount);
    const [before, after] = [sorted[at - 1]?.amount, sorted[at + 1]?.amount];
    return role === 'plain' && isAside(text, amount, { before, after, thisYear });
  };
  const strong = all.filter((s) => !isWeak(text, s) && !aside(s));
  const those = strong.length > 0 ? strong : all;
  const final = those.filter((s) => isFinal(text, s));
  if (final.length === 1 && those.every((s) => s.role === 'plain' || final.includes(s))) return final;
  // Beside a range a figure that nothing calls the fee is its utmost.
  if (those.every((s) => s.role === 'plain') && sorted.some((s) => s.role === 'range')) return [];
  const rate = sorted.find((s) => s.role === 'rate');
  if (!rate || those.some((s) => s.role !== 'plain')) return those;
  return those.filter((s) => s.amount.start < rate.amount.start);
}

/** "£18.50 a head so £1,110", "150 € each, that makes 600 €": the sum that a price per piece comes to. */
const MAKES =
  /^[^.;\n]{0,50}?[ ,(](?:so|hence|thus|making|makes?|comes to|which is|that is|i\.e\.|total|ergibt|macht|also|soit|donc|o sea|es decir|son|suma|=|→)(?: (?:the |a )?(?:total|altogether|in total|all|zusammen|dann|of|en total|au total))* ?[:=]? ?$/;
/** "1,650 instead of the 1,900 €": the currency stands behind the price that is no more. */
const NO_MORE =
  /^ ?,? ?\(?(?:and |et |y |und )?(?:instead of|rather than|not|statt|nicht|non|pas|no)(?: (?:the|der|die|das|den|les|le|los|las|el|more|mehr))? ?$/;

/** Roles that an amount has by the one beside it. */
export function related(text: string, sorted: readonly Sorted[]): Sorted[] {
  return withAhead(text, reckoned(text, netted(text, corrected(text, besideOne(text, sorted)))));
}

/** What somebody says who takes back a figure for the next one. */
const CORRECTS =
  /(?<![\p{L}])(?:no,? (?:wait|sorry)|(?:oh |no )?wait|(?:no )?(?:hang|hold) on|sorry|scrap that|make (?:that|it)|correction|i mean|(?:nein|nee),? (?:moment|warte|halt|stopp|sorry)|halt stopp|quatsch|moment|korrigiere|(?:euh )?non,? atten(?:ds|dez)|je me trompe|je dis n['’]importe quoi|pardon|je corrige|plutôt|oublie[sz]? (?:le|ça|ma)|perdón|mejor dicho|me equivoqué|no,? mentira|no,? espera|debe decir|corrijo|rectifico)(?![\p{L}])/iu;

/** "Nine hundred, scrap that, it comes to 1,080": the figure that was taken back is no price. */
function corrected(text: string, sorted: readonly Sorted[]): Sorted[] {
  const prices = sorted.filter(
    (s) => isPrice(s) || (s.role === 'bare' && /^\d{3,5}$|[.,]\d{3}$/.test(s.amount.digits)),
  );
  const back = prices.filter((s, at) => {
    const next = prices[at + 1];
    if (!next || !isPrice(s) || next.amount.start - s.amount.end > 160) return false;
    return worth(next) !== worth(s) && CORRECTS.test(text.slice(s.amount.end, next.amount.start));
  });
  const instead = new Set(back.map((s) => prices[prices.indexOf(s) + 1]));
  return sorted.map((s) => {
    if (back.includes(s)) return { ...s, role: 'other' };
    return instead.has(s) && s.role === 'bare' ? { ...s, role: 'fee' } : s;
  });
}

const worth = ({ amount }: Sorted) => sumOf(amount, 'EUR')?.minor ?? 0n;

/** A smaller sum than a price of the brief, in a clause that has it paid ahead, is the deposit. */
function withAhead(text: string, sorted: readonly Sorted[]): Sorted[] {
  const most = sorted.filter(isPrice).reduce((max, s) => (worth(s) > max ? worth(s) : max), 0n);
  return sorted.map((s) => {
    const open = s.role === 'plain' || (s.role === 'bare' && s.amount.digits.length >= 3 && !isSerial(s.amount));
    return open && worth(s) > 0n && worth(s) * 4n <= most * 3n && isSumAhead(text, s.amount)
      ? { ...s, role: 'deposit' }
      : s;
  });
}

/** "A budget of 45,000, of which 6,000 is for the stage": what somebody's budget goes to, beside a price that is called so. */
const OF_BUDGET =
  /^[^.!?\n]{0,60}?[,;:(]? ?(?<!\p{L})(?:davon|darin|darunter|of (?:which|that|this|it)|including|dont|de (?:los|las|lo) cual(?:es)?|de ell[oa]s)(?!\p{L})/iu;
function isOfBudget(text: string, budget: Sorted, { amount, role }: Sorted, all: readonly Sorted[]): boolean {
  const called = all.some((s) => s.role === 'fee' || s.role === 'total');
  // What the rules alone would call a deposit is one.
  const open = role === 'plain' || (role === 'deposit' && roleOf(text, amount) === 'plain');
  return called && open && OF_BUDGET.test(text.slice(budget.amount.end, amount.start));
}

function besideOne(text: string, sorted: readonly Sorted[]): Sorted[] {
  return sorted.map((s, at) => {
    const [before, after] = [sorted[at - 1], sorted[at + 1]];
    // "Our 15% (£165)": what a share comes to is no price.
    if (s.role === 'plain' && /%\s?\($/.test(text.slice(s.amount.start - 4, s.amount.start)))
      return { ...s, role: 'extra' };
    if (before?.role === 'limit' && isOfBudget(text, before, s, sorted)) return { ...s, role: 'extra' };
    const link = (from: Sorted, to: Sorted) => text.slice(from.amount.end, to.amount.start).toLowerCase();
    if (before?.role === 'rate' && isPrice(s) && MAKES.test(link(before, s))) return { ...s, role: 'total' };
    if (s.role === 'bare' && after?.amount.currency && NO_MORE.test(link(s, after)) && after.role === 'other')
      return { ...s, role: 'fee' };
    return s;
  });
}
