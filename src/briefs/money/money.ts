import { type Sourced, type Terms, term } from '../../contracts/terms.ts';
import type { Money } from '../../shared/money.ts';
import { readConditions } from '../conditions/conditions.ts';
import { likeliestFee, weighSums } from '../meanings/sums.ts';
import { type BriefContext, type Note, type Span, wordsBefore } from '../passages/text.ts';
import type { Turn } from '../passages/turns.ts';
import { scanDates } from '../time/dates.ts';
import { added } from './added.ts';
import { type Amount, codeBeside, multiplied, scanAmounts, sumOf } from './amounts.ts';
import { isOfOtherOrder, isOthersBill } from './asides.ts';
import { bargained } from './bargain.ts';
import { pricesAmong, related } from './candidates.ts';
import { changedPrice } from './changed-price.ts';
import { dollarsMeant } from './dollars.ts';
import { listedIn } from './listed.ts';
import { countsThings, endsRange } from './ranges.ts';
import { type Rate, readRate } from './rate.ts';
import { isReceived } from './received.ts';
import type { Role } from './role-words.ts';
import { roleOf } from './roles.ts';
import { scanShares } from './share-scan.ts';
import { type Currency, codeOf, currencyIn, currencyNote, unclearSign } from './stated-currency.ts';
import { withoutTakenBack } from './taken-back.ts';
import { inEither, twiceNamed } from './twice-named.ts';
import { pricesOf, unpriced } from './unpriced.ts';
import { isRowOf, wholeAmong } from './wholes.ts';

export type Sorted = {
  readonly amount: Amount;
  readonly role: Role;
  /** The amount whose unit and currency this one has, where it was named as its successor. */
  readonly like?: Amount;
  /** How likely each meaning of a sum is, where it was weighed. */
  readonly chances?: readonly number[];
};

export type MoneyReading = {
  readonly found: Pick<Terms, 'fee' | 'currency'>;
  readonly notes: Note[];
  readonly spans: Span[];
  readonly amounts: readonly Amount[];
  /** Every figure that may be a sum, whatever it is for. */
  readonly figures: readonly Amount[];
  /** Amounts called a deposit, for the reader of deposits. */
  readonly deposits: Span[];
  readonly depositSums: Money[];
  /** What has been paid already, for the reader of deposits. */
  readonly received: readonly { readonly span: Span; readonly sum: Money | undefined }[];
  /** The price of one unit of the work, where the brief has exactly one. */
  readonly rate: Sourced<Rate> | undefined;
  /** The price of a unit beyond what the work covers. */
  readonly overage: Sourced<Rate> | undefined;
  /** What to show in the form when the figure was read and its currency was not. */
  readonly feeText: string | undefined;
};

/** Sorts the amounts of the brief by what they are for, and takes as the fee only what can be nothing else. */
export function readMoney(
  text: string,
  taken: readonly Span[],
  context: BriefContext,
  turns: readonly Turn[] = [],
): MoneyReading {
  const { amounts, unreadable } = scanAmounts(text, taken, context.currency);
  const notes: Note[] = unreadableNotes(text, unreadable);
  const every = bargained(text, rolesIn(text, amounts), turns, notes);
  const paid = receivedAmong(text, every);
  const all = every.filter((s) => s.role !== 'bare');
  const sorted = all.map((s): Sorted => (paid.includes(s) ? { ...s, role: 'other' } : s));
  if (/(?![0-9])\p{Nd}/u.test(text))
    notes.push({
      code: 'brief.digits',
      field: 'fee',
      sentence: 'The brief has digits other than 0 to 9; no amount was read from them.',
    });
  const twice = twiceNamed(text, sorted);
  const money = twice ? inEither(twice, text, context.currency) : currencyIn(text, sorted, context);
  const named = twice
    ? twice.amounts[0]
    : added(text, sorted, notes)
      ? undefined
      : feeAmong(text, sorted, { money, notes, thisYear: Number(context.today.slice(0, 4)) });
  const changed = named && changedPrice(text, named, sorted, codeOf(named, money));
  if (changed) notes.push(changed);
  const fee = changed ? undefined : named;
  const ofRole = (role: Role) => sorted.filter((s) => s.role === role);
  const deposits = ofRole('deposit');
  const rates = ofRole('rate').filter((s) => !(fee && isOthersBill(text, s.amount)));
  const codeIn = (amount: Amount) => codeOf(amount, money);
  const reading = {
    notes,
    spans: sorted.map((s) => s.amount),
    amounts: sorted.map((s) => s.amount),
    figures: amounts,
    deposits: deposits.map((s) => s.amount),
    rate: readRate(text, rates, codeIn),
    overage: readRate(text, ofRole('overage'), codeIn),
    received: paid.map(({ amount }) => ({
      span: amount,
      sum: sumOf(amount, codeOf(amount, money) ?? context.currency),
    })),
    depositSums: deposits.flatMap((s) => sumOf(s.amount, codeOf(s.amount, money) ?? context.currency) ?? []),
  };
  if (!fee) {
    const codes = new Set(unreadable.flatMap((span) => codeBeside(span.text, context.currency) ?? []));
    const [beside] = codes;
    if (!money.stated && beside && codes.size === 1)
      return { ...reading, found: { currency: term(beside, 'brief', unreadable[0]?.text) }, feeText: undefined };
    const known =
      money.stated && money.code && !notes.some(({ code }) => code === 'brief.two-currencies')
        ? { currency: term(money.code, 'brief' as const, money.quote) }
        : {};
    if (money.open) notes.push(currencyNote(`The brief names ${money.open.join(' and ')}.`, money.open, money.quote));
    else if (!money.code) notes.push(...unclearSign(text, sorted, context.currency));
    return { ...reading, found: known, feeText: undefined };
  }
  const code = twice ? undefined : codeOf(fee, money);
  if (code === undefined) {
    const codes = money.open ?? dollarsMeant(text, context.currency);
    notes.push(currencyNote(`“${fee.text}” can be more than one currency.`, codes, fee.text));
    return { ...reading, found: {}, feeText: figureOf(fee) };
  }
  const sum = sumOf(fee, code);
  if (!sum) {
    notes.push(note('amount-unreadable', `“${fee.text}” can be read in more than one way.`, fee));
    return { ...reading, found: {}, feeText: undefined };
  }
  const stated = money.stated ? { currency: term(code, 'brief', fee.currency ? fee.text : money.quote) } : {};
  return { ...reading, found: { fee: term(sum, 'brief', fee.text), ...stated }, feeText: undefined };
}

function rolesIn(text: string, amounts: readonly Amount[]): Sorted[] {
  const alone = amounts.map((amount) => ({ amount, role: roleOf(text, amount) }));
  const list = listedIn(text);
  const isListed = ({ amount }: Sorted) => list && amount.start >= list.start && amount.end <= list.end;
  const known = related(text, weighSums(text, withRanges(text, alone)));
  return withoutTakenBack(text, known).map((one) => (isListed(one) ? { ...one, role: 'part' } : one));
}

/** Figures without a currency that the rules gave no meaning. */
export function bareAmounts(text: string, context: BriefContext): Amount[] {
  const firm = [...readConditions(text).spans, ...scanDates(text, context.today)];
  return scanAmounts(text, [...firm, ...scanShares(text, firm)], context.currency).amounts.filter(
    (amount) => roleOf(text, amount) === 'bare',
  );
}

const receivedAmong = (text: string, all: readonly Sorted[]) =>
  all.filter(
    ({ amount }, at) =>
      isReceived(text, amount, { before: all[at - 1]?.amount, after: all[at + 1]?.amount }) &&
      !isOfOtherOrder(text, amount),
  );

const unreadableNotes = (text: string, spans: readonly Span[]) =>
  spans
    .filter(
      ({ start }) => !/\b(?:discount|off|reduction)\b[^\n]{0,40}$/i.test(text.slice(Math.max(0, start - 60), start)),
    )
    .map((span) => unreadableNote(text, span));

function unreadableNote(text: string, span: Span): Note {
  const about = /\bdeposit(?: of| is|:)? ?$/.test(wordsBefore(text, span, 20)) ? 'deposit' : 'fee';
  return { ...note('amount-unreadable', `“${span.text}” is not an amount I can read.`, span), field: about };
}

function note(code: string, sentence: string, span: Span): Note {
  return { code: `brief.${code}`, field: 'fee', sentence, quote: span.text };
}

/** "4-5k" and "EUR 2,000 to 3,000" are no price yet. */
function withRanges(text: string, sorted: readonly Sorted[]): Sorted[] {
  const joined = (index: number) => {
    const [left, right] = [sorted[index], sorted[index + 1]];
    if (!left || !right || (left.role === 'bare' && right.role === 'bare')) return false;
    const link = text.slice(left.amount.end, right.amount.start);
    const between = / ?(?:and|und|et|y) $/.test(link) && BETWEEN.test(wordsBefore(text, left.amount));
    return (
      between ||
      /^ ?(?:-|–|—|to|or|bis|by|oder|ou|o|u|à|a|maybe|(?:could|might|may)(?: also)? be|(?:or|oder|ou|o|u|and|und|et|y),? (?:maybe|even|perhaps|possibly|vielleicht|evtl\.?|eventuell|auch|peut-être|éventuellement|quizás?|tal vez|a lo mejor|acaso)) ?$/.test(
        link,
      )
    );
  };
  return sorted.map((s, index) => {
    if (countsThings(text, s.amount, s.amount.currency)) return s.role === 'limit' ? { ...s, role: 'bare' } : s;
    return joined(index) || joined(index - 1) || endsRange(text, s.amount) ? { ...s, role: 'range' } : s;
  });
}

const BETWEEN = /\b(?:between|from|zwischen|von|entre|de) $/;

/** A figure as the form takes it: "4.5k" in digits and without its currency. */
const figureOf = ({ digits, times }: Amount) =>
  times === 1000 ? `${digits}k` : times > 1 ? multiplied(digits, times) : digits;

/**
 * The one price. Two different ones are a question, however one of them is called ("ignore that, the price is EUR 1"),
 * unless the smaller ones are the parts that make up the total.
 */
function feeAmong(
  text: string,
  sorted: readonly Sorted[],
  { money, notes, thisYear }: { money: Currency; notes: Note[]; thisYear: number },
): Amount | undefined {
  const those = pricesAmong(text, sorted, thisYear);
  const sumIn = ({ amount }: Sorted) => {
    const code = codeOf(amount, money) ?? context(money);
    return `${code} ${sumOf(amount, code)?.minor ?? amount.text}`;
  };
  const sums = new Set(those.map(sumIn));
  const total = those.find((s) => s.role === 'total');
  if (sums.size <= 1 && those[0]) return (total ?? those.find((s) => s.role === 'fee') ?? those[0]).amount;
  // Rows stand above their total, whatever they are.
  const rows = those.every((s) => s.role === 'total' || (s.role === 'plain' && total && isRowOf(text, s, total)));
  if (total && rows && new Set(those.filter((s) => s.role === 'total').map(sumIn)).size === 1) return total.amount;
  const whole = wholeAmong(
    text,
    { sorted, those },
    (one) => sumOf(one.amount, codeOf(one.amount, money) ?? context(money))?.minor ?? -1n,
  );
  if (whole) return whole.amount;
  // Two sums that the brief calls the price contradict each other, however likely one of them is.
  const called = new Set(those.filter((s) => s.role !== 'plain' && roleOf(text, s.amount) === s.role).map(sumIn));
  const likeliest = called.size > 1 && total ? undefined : likeliestFee(sorted, sumIn, sums.size > 1);
  if (likeliest) return likeliest.amount;
  if (sums.size > 1) {
    const names = those.slice(0, 4).map((s) => s.amount.text);
    const sentence = `The brief names several prices (${names.join(', ')}); say which is the whole fee.`;
    notes.push({ code: 'brief.several-fees', field: 'fee', sentence, answers: pricesOf(those, money) });
    return undefined;
  }
  notes.push(...unpriced(text, sorted, money));
  return undefined;
}

/** With the currency open, figures are still compared, in any currency of two decimals. */
const context = (money: Currency) => money.code ?? 'EUR';
