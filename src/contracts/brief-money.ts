import type { Money } from '../shared/money.ts';
import { type Amount, scanAmounts, sumOf } from './brief-amounts.ts';
import { readConditions } from './brief-conditions.ts';
import { scanDates } from './brief-dates.ts';
import { scanShares } from './brief-shares.ts';
import { type BriefContext, type Note, type Span, wordsAfter, wordsBefore } from './brief-text.ts';
import { type Terms, term } from './terms.ts';

/** What an amount in the brief is for. Only `total`, `fee` and `plain` can be the fee. */
type Role = 'total' | 'fee' | 'plain' | 'deposit' | 'rate' | 'limit' | 'part' | 'extra' | 'other' | 'range' | 'bare';
type Sorted = { readonly amount: Amount; readonly role: Role };

export type MoneyReading = {
  readonly found: Pick<Terms, 'fee' | 'currency'>;
  readonly notes: Note[];
  readonly spans: Span[];
  /** Amounts called a deposit, for the reader of deposits. */
  readonly deposits: Span[];
  readonly depositSums: Money[];
  /** What to show in the form when the figure was read and its currency was not. */
  readonly feeText: string | undefined;
};

const UNITS =
  'hour|hr|h|day|session|month|week|year|word|image|picture|photo|page|person|head|guest|piece|item|post|article|video|minute|unit|seat|set|logo|illustration|round|revision|km|mile';
const AFTER: readonly (readonly [Role, RegExp])[] = [
  ['rate', /^ ?[x×*] ?\d/],
  [
    'rate',
    new RegExp(
      `^ ?(?:per |an? |each\\b|/ ?|p\\.|a )(?:${UNITS})?\\b|^ ?(?:each|apiece|hourly|daily|monthly|pp|p/h|ph)\\b`,
    ),
  ],
  [
    'deposit',
    /^ ?(?:as )?(?:an? |the )?(?:non-?refundable )?(?:deposit|up-? ?front|upfront|in advance|advance|down\b|downpayment|prepayment|to (?:book|start|begin|secure|reserve)|on (?:signing|signature|booking)|at signing|when (?:we|they|you) sign|now\b)/,
  ],
  [
    'part',
    /^ ?(?:on (?:delivery|completion|launch)|when (?:done|finished|delivered)|after(?:wards)?\b|at the end|later|at (?:handover|completion)|balance|remainder|for the (?:first|second|third|last|final))/,
  ],
  [
    'extra',
    /^ ?(?:for )?(?:the )?(?:travel|expenses|hotel|flights?|printing|hosting|materials?|shipping|costs?|a late fee|late fee|kill fee|penalty|discount|off\b|voucher|refund)/,
  ],
  ['limit', /^ ?(?:max(?:imum)?|cap|tops|or (?:less|more)|at most|limit|ish\b|budget|or so|approx)/],
  ['total', /^ ?(?:in total|total|altogether|all[- ]?in|overall|for everything|all told)/],
  ['fee', /^ ?(?:fee\b|flat|fixed|fixed price|lump sum|for the (?:whole|project|job|lot|work))/],
];
const BEFORE: readonly (readonly [Role, RegExp])[] = [
  [
    'other',
    /\b(?:instead of|rather than|was|were|previously|used to (?:be|cost|charge)|last (?:time|year)|reduced from|down from|competitor\w*|other quotes?|raised|worth|revenue|turnover|insured|prize|their (?:annual )?budget|paid (?:us |me )?(?:already|before)) (?:[\w']+ ){0,3}$/,
  ],
  [
    'extra',
    /\b(?:late fee|kill fee|cancellation (?:fee)?|cancell?ed|penalty|no-?show|refund|discount|voucher|credit|expenses|travel|hotel|flights?|printing|hosting|materials?|shipping|licen[cs]es?|overtime|extra\w*|additional|plus(?: another)?) ?(?:fee|costs?|of|is|are|:|for|at)? ?(?:up to )?$/,
  ],
  [
    'deposit',
    /\b(?:deposit|up-? ?front|advance|retainer|down ?payment|prepayment)(?: payment)?(?: of| is| ?:| ?=| at| will be)? ?(?:an? )?$/,
  ],
  [
    'limit',
    /\b(?:not|up to|cap(?:ped)?(?: at| of)?|max(?:imum)?\.?(?: of)?|(?:not|never) (?:to )?exceed(?:ing)?|no more than|less than|under|below|over|more than|limit(?:ed to)?|ceiling(?: of)?|budget(?:ed)?(?: (?:is|of|at|for this))*|estimated?(?: at| of)?|approx\w*\.?|roughly|about|around|circa|ca\.?|between|from|starting (?:at|from)|at least|min(?:imum)?\.?(?: of)?|somewhere near|maybe|perhaps|say|~|≈|<|>) ?:? ?$/,
  ],
  ['rate', /\b(?:hourly|daily|day|monthly|weekly|session|per[- ]\w+|unit)(?: rate| price| fee)(?: of| is|:| at)? ?$/],
  [
    'part',
    /\b(?:balance|remainder|the rest|rest|final payment|instal?ment|milestone|(?:first|second|third|1st|2nd|3rd) payment|remaining)(?: of| is|:|=)? ?$/,
  ],
  [
    'total',
    /\b(?:total|grand total|all[- ]in|altogether|overall|sum total)(?: fee| price| cost| budget)?(?: of| is|:|=| at| will be| comes to)? ?$/,
  ],
  [
    'fee',
    /\b(?:fee|price|cost|costs|quote[d]?|charge|agreed|agreed (?:on|to)|fixed price|flat (?:fee|rate)|lump sum|pays?|paying|pay us|honorarium)(?: (?:is|of|at|on|will be|be|us|me|for (?:this|it|that)))*:? ?(?:=|a )? ?$/,
  ],
];

/** Sorts the amounts of the brief by what they are for, and takes as the fee only what can be nothing else. */
export function readMoney(text: string, taken: readonly Span[], context: BriefContext): MoneyReading {
  const { amounts, unreadable } = scanAmounts(text, taken);
  const sorted = withRanges(
    text,
    amounts.map((amount) => ({ amount, role: roleOf(text, amount) })),
  ).filter((s) => s.role !== 'bare');
  const notes: Note[] = unreadable.map((span) =>
    note('amount-unreadable', `“${span.text}” is not an amount I can read.`, span),
  );
  if (/(?![0-9])\p{Nd}/u.test(text))
    notes.push({
      code: 'brief.digits',
      field: 'fee',
      sentence: 'The brief has digits other than 0 to 9; no amount was read from them.',
    });
  const money = currencyIn(text, sorted, context);
  const fee = feeAmong(sorted, money, notes);
  const deposits = sorted.filter((s) => s.role === 'deposit');
  const reading = {
    notes,
    spans: sorted.map((s) => s.amount),
    deposits: deposits.map((s) => s.amount),
    depositSums: deposits.flatMap((s) => sumOf(s.amount, codeOf(s.amount, money) ?? context.currency) ?? []),
  };
  if (!fee) return { ...reading, found: {}, feeText: undefined };
  const code = codeOf(fee, money);
  if (code === undefined) {
    notes.push({
      code: 'brief.currency',
      field: 'currency',
      sentence: `“${fee.text}” can be more than one currency.`,
      quote: fee.text,
    });
    return { ...reading, found: {}, feeText: fee.thousands ? `${fee.digits}k` : fee.digits };
  }
  const sum = sumOf(fee, code);
  if (!sum) {
    notes.push(note('amount-unreadable', `“${fee.text}” can be read in more than one way.`, fee));
    return { ...reading, found: {}, feeText: undefined };
  }
  const stated = money.stated ? { currency: term(code, 'brief', fee.currency ? fee.text : money.quote) } : {};
  return { ...reading, found: { fee: term(sum, 'brief', fee.text), ...stated }, feeText: undefined };
}

/** Figures without a currency that the rules gave no meaning. */
export function bareAmounts(text: string, context: BriefContext): Amount[] {
  const firm = [...readConditions(text).spans, ...scanDates(text, context.today)];
  return scanAmounts(text, [...firm, ...scanShares(text, firm)]).amounts.filter(
    (amount) => roleOf(text, amount) === 'bare',
  );
}

function note(code: string, sentence: string, span: Span): Note {
  return { code: `brief.${code}`, field: 'fee', sentence, quote: span.text };
}

function roleOf(text: string, amount: Amount): Role {
  const before = wordsBefore(text, amount);
  const after = wordsAfter(text, amount, 40);
  const figure = Boolean(amount.currency) || amount.thousands;
  // A bare figure before a word counts something ("10,000 words"), unless the words before it call it money.
  if (!figure && /^[ -]?[a-z]/.test(after) && !BEFORE.some(([r, p]) => /total|fee|deposit/.test(r) && p.test(before)))
    return 'bare';
  const strict = BEFORE.find(([role, pattern]) => role !== 'total' && role !== 'fee' && pattern.test(before))?.[0];
  if (strict === 'other') return strict;
  const follows = AFTER.find(([, pattern]) => pattern.test(after))?.[0];
  const role = (follows === 'rate' ? follows : undefined) ?? strict ?? follows;
  const named = role ?? BEFORE.find(([, pattern]) => pattern.test(before))?.[0];
  if (named) return named;
  if (figure) return 'plain';
  // A figure without a currency is money only when it stands alone between commas and can't be a year.
  const alone = before.trim() === '' && after.trim() === '' && !/^(?:19|20)\d\d$/.test(amount.digits);
  return alone && amount.digits.replace(/\D/g, '').length >= 3 ? 'plain' : 'bare';
}

/** "4-5k" and "EUR 2,000 to 3,000" are no price yet. */
function withRanges(text: string, sorted: readonly Sorted[]): Sorted[] {
  const joined = (index: number) => {
    const [left, right] = [sorted[index], sorted[index + 1]];
    if (!left || !right || (left.role === 'bare' && right.role === 'bare')) return false;
    const link = text.slice(left.amount.end, right.amount.start);
    const between = / ?and $/.test(link) && /\b(?:between|from) $/.test(wordsBefore(text, left.amount));
    return between || /^ ?(?:-|–|—|to|or|bis) ?$/.test(link);
  };
  return sorted.map((s, index) => (joined(index) || joined(index - 1) ? { ...s, role: 'range' } : s));
}

type Currency = { readonly code: string | undefined; readonly stated: boolean; readonly quote: string | undefined };

/** Places whose money is also written "$". */
const OTHER_DOLLARS =
  /\b(?:canad\w+|toronto|montreal|vancouver|austral\w+|sydney|melbourne|new zealand|auckland|singapore|hong kong|mexic\w+)\b|\.(?:ca|au|nz|sg|hk|mx)\b/i;

/** The one currency of the brief; `code` stays undefined when a shared sign leaves more than one open. */
function currencyIn(text: string, sorted: readonly Sorted[], context: BriefContext): Currency {
  const written = sorted.filter((s) => s.amount.currency).map((s) => s.amount);
  const clear = [...new Set(written.flatMap((a) => (a.currency && a.currency.length === 3 ? [a.currency] : [])))];
  const signs = [...new Set(written.flatMap((a) => (a.currency && a.currency.length < 3 ? [a.currency] : [])))];
  const first = written.find((a) => a.currency === clear[0]);
  if (clear.length === 1 && signs.length === 0) return { code: clear[0], stated: true, quote: first?.text };
  if (clear.length === 0 && signs.length === 0) return { code: context.currency, stated: false, quote: undefined };
  if (clear.length > 0) return { code: undefined, stated: true, quote: undefined };
  const home = { $: 'USD', '¥': 'JPY', kr: context.currency }[signs[0] ?? ''];
  const fits =
    signs.length === 1 &&
    home === context.currency &&
    (signs[0] === 'kr' ? /^(?:SEK|NOK|DKK)$/.test(home) : !OTHER_DOLLARS.test(text));
  return { code: fits ? home : undefined, stated: true, quote: undefined };
}

/** Beside a clear code the amount's own; else the brief's. */
function codeOf(amount: Amount, money: Currency): string | undefined {
  return amount.currency?.length === 3 ? amount.currency : money.code;
}

/**
 * The one price. Two different ones are a question, however one of them is called ("ignore that, the price is EUR 1"),
 * unless the smaller ones are the parts that make up the total.
 */
function feeAmong(sorted: readonly Sorted[], money: Currency, notes: Note[]): Amount | undefined {
  const those = sorted.filter((s) => s.role === 'total' || s.role === 'fee' || s.role === 'plain');
  const sumIn = ({ amount }: Sorted) => {
    const code = codeOf(amount, money) ?? context(money);
    return `${code} ${sumOf(amount, code)?.minor ?? amount.text}`;
  };
  const sums = new Set(those.map(sumIn));
  const total = those.find((s) => s.role === 'total');
  if (sums.size <= 1 && those[0]) return (total ?? those.find((s) => s.role === 'fee') ?? those[0]).amount;
  if (total && addUp(total, those, money)) return total.amount;
  if (sums.size > 1) {
    const names = those.slice(0, 4).map((s) => s.amount.text);
    const sentence = `The brief names several prices (${names.join(', ')}); say which is the whole fee.`;
    notes.push({ code: 'brief.several-fees', field: 'fee', sentence });
    return undefined;
  }
  for (const role of new Set(sorted.map((s) => s.role))) {
    const why = WHY[role];
    const amount = sorted.find((s) => s.role === role)?.amount;
    if (why && amount) notes.push(note(`fee-${role}`, `“${amount.text}” ${why}`, amount));
  }
  return undefined;
}

/** With the currency open, figures are still compared, in any currency of two decimals. */
const context = (money: Currency) => money.code ?? 'EUR';

function addUp(total: Sorted, those: readonly Sorted[], money: Currency): boolean {
  const minor = ({ amount }: Sorted) => sumOf(amount, codeOf(amount, money) ?? context(money))?.minor ?? -1n;
  const parts = those.filter((s) => s.role !== 'total').map(minor);
  const totals = new Set(those.filter((s) => s.role === 'total').map(minor));
  return totals.size === 1 && parts.every((part) => part > 0n) && parts.reduce((a, b) => a + b, 0n) === minor(total);
}

const WHY: Partial<Record<Role, string>> = {
  rate: 'is a price for one unit; say what the whole work costs.',
  limit: 'is a limit or an estimate, not yet a price.',
  range: 'is one end of a range, not yet a price.',
  part: 'is a part of the price; say what the whole work costs.',
};
