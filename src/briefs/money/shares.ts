import { type Deposit, type Terms, term } from '../../contracts/terms.ts';
import { toCompare } from '../../shared/same.ts';
import { depositAnswers } from '../answers.ts';
import { depositsAmong } from '../meanings/shares.ts';
import { type Note, type Span, spanOf, wordsAfter, wordsBefore } from '../passages/text.ts';
import { bargainOf, type Turn } from '../passages/turns.ts';
import { isShareAhead, pastSum } from './ahead.ts';
import type { MoneyReading } from './money.ts';
import { nothingAhead, saysAll, unsaidAhead } from './none-ahead.ts';
import { isReceived } from './received.ts';
import { settledAmong } from './settled.ts';
import type { Share } from './share-scan.ts';
import { isTaxRate, readTax } from './tax.ts';

const EARLY =
  'deposit|booking (?:payment|fee)|(?:first|initial) payment|up-? ?front|in advance|ahead\\b|today\\b|tomorrow\\b|advance\\b|down\\b|down ?payment|prepayment|prepaid|retainer|on (?:signing|signature|booking|order|acceptance|contract)|at (?:signing|signature|booking|the (?:start|beginning)|start)|to (?:start|begin|book|confirm|secure|reserve|get started)|when (?:we|they|you|i|she|he) (?:sign|start|book|begin)|before (?:(?:we|i|you) (?:start|begin)|(?:the )?start|work starts)|now\\b|immediately|first\\b';
const DEPOSIT_AFTER = new RegExp(
  `^ ?(?:of (?:it|this|that|the (?:fee|price|total|amount|sum|project))\\b ?)?(?:(?:is )?(?:due|payable|paid|as|for) )?(?:an? |the )?(?:non-?refundable )?(?:${EARLY})`,
);
const DEPOSIT_BEFORE =
  /\b(?:deposit|down ?payment|up-? ?front|advance|retainer|prepayment)(?: payment)?(?:(?: (?:of|is|at|will be|es|est|ist|sera|será|beträgt|del|de|von))+|:|=|,)? ?(?:an? )?$|\b(?:on (?:signing|booking)|up-? ?front)(?: (?:is|ist|est|es|sind|son|we pay|payable|of|the|die|we|i))* ?$/;
/** Two halves, however they are called. */
const EVEN =
  /(?<![\d/])50 ?\/ ?50(?![\d/])|(?<![a-zà-ÿ])(?:fifty[- ]fifty|half and half|halb[- ]halb|moitié[- ]moitié|mitad y mitad|half y half|half et half|half[- ]half)(?![a-zà-ÿ])/i;
const NEGATED = /\b(?:not?|without|instead of|rather than|isn't|never)(?: an?| the)? ?$/;
const DEPOSITS = '(?:deposits?|down ?payments?|up-? ?front(?: payments?)?|prepayments?|advances?(?: payments?)?)';
const NONE = new RegExp(
  `\\b(?:no|without(?: an?| any)?|zero|skip the|waive the) ${DEPOSITS}\\b|\\b(?:deposit|advance|down ?payment) ?(?:: ?|= ?|is |\\| ?|\\.{2,} ?)(?:none|no|zero|0|nil|nothing|n/a|keine?|nein|entfällt|aucune?|rien|néant|non|ninguno|nada|no hay)\\b(?![.,]?\\d|%| ?%| (?:or|oder|ou|o) )|\\bnothing (?:(?:to pay )?(?:un)?till? (?:delivery|completion|the end|(?:it|everything)['’]?s? (?:done|finished|ready|delivered)|you(?:['’]re| are| have|['’]ve) (?:done|finished))|up-? ?front)\\b|\\b(?:do|does|wo|ca|did)n['’]?t (?:pay|do|take|make|ask for|charge|want|need|require|give|expect) (?:any |an? |our |your )?${DEPOSITS}\\b(?!(?: of)? ?[\\d€£$])|\\b(?:do|does|will|can) ?not (?:pay|do|take|make|ask for|charge|want|need|require|give|expect) (?:any |an? )?${DEPOSITS}\\b(?!(?: of)? ?[\\d€£$])`,
  'giu',
);
/** "EUR 450 paid up front": the whole price is. */
const PAID_AHEAD =
  /\b(?:paid|payable|due) (?:(?:all|in full|fully|everything|entirely) )?(?:up-? ?front|in advance)\b/giu;
const ELSEWHERE =
  /\b(?:cancel\w*|kill fee|no-?show|late|interest|discount|commission|royalt\w+|penalty|refund\w*|surcharge|rush fee|recargo|majoration)\b|zuschlag/;

export type ShareReading = {
  readonly found: Pick<Terms, 'deposit' | 'taxIncluded' | 'taxRateMilli'>;
  readonly notes: Note[];
  readonly spans: Span[];
};

/** Deposit and tax: what the brief says in percent, in fractions, as a sum, or as "no deposit". */
export function readShares(
  text: string,
  all: readonly Share[],
  money: MoneyReading,
  turns: readonly Turn[] = [],
  usual: number | null = null,
): ShareReading {
  const notes: Note[] = [];
  const shares = bargained(text, all, turns, notes);
  const price = money.amounts.find(({ text: words }) => words === money.found.fee?.quote);
  const tax = readTax(text, shares, notes, price);
  const deposits: { value: Deposit; span: Span }[] = [];
  // Three shares and more that make up the whole are its parts, not one a deposit.
  const parts = shares.length > 2 && shares.reduce((all, { percentMilli }) => all + percentMilli, 0) === 100_000;
  const learned = depositsAmong(text, shares);
  notes.push(...receivedIn(text, shares, money));
  for (const [at, share] of (parts ? [] : shares).entries()) {
    if (!share.agreed && !isDeposit(text, share, learned[at])) continue;
    const span = share;
    if (/[-−]$/.test(text.slice(0, share.start)) || share.percentMilli > 100_000)
      notes.push({
        ...note('deposit-share', `A deposit of “${share.text}” can't be.`, share),
        answers: depositAnswers([usual ?? 50_000, 100_000]),
      });
    else if (share.percentMilli > 0)
      deposits.push({ value: { kind: 'share', percentMilli: share.percentMilli }, span });
    else deposits.push({ value: { kind: 'none' }, span });
  }
  money.deposits.forEach((span, index) => {
    const sum = money.depositSums[index];
    const fee = money.found.fee?.value;
    if (sum && fee && sum.currency !== fee.currency)
      notes.push(note('deposit-currency', `The deposit “${span.text}” is in another currency than the price.`, span));
    else if (sum) deposits.push({ value: { kind: 'sum', minor: sum.minor }, span });
  });
  for (const span of [...[...text.matchAll(NONE)].map(spanOf), ...nothingAhead(text)])
    deposits.push({ value: { kind: 'none' }, span });
  const fee = money.found.fee?.quote;
  for (const match of text.matchAll(PAID_AHEAD)) {
    const before = text.slice(0, match.index).trimEnd();
    if (fee && deposits.length === 0 && before.endsWith(fee))
      deposits.push({ value: { kind: 'share', percentMilli: 100_000 }, span: spanOf(match) });
  }
  const even = EVEN.exec(text);
  // Halves of a price are one before the work and one after it.
  if (even && deposits.length === 0)
    deposits.push({ value: { kind: 'share', percentMilli: 50_000 }, span: spanOf(even) });
  const unsaid = deposits.length + notes.length === 0 ? unsaidAhead(text) : null;
  if (unsaid)
    notes.push({
      ...note('deposit-unsaid', `“${unsaid[0]}” does not say how much.`, spanOf(unsaid)),
      answers: depositAnswers([...new Set([usual ?? 50_000, ...(saysAll(unsaid[0]) ? [100_000] : [])])]),
    });
  const found = depositAmong(text, deposits, money, notes);
  return { found: { ...tax.found, ...found }, notes, spans: [...tax.spans, ...deposits.map((d) => d.span)] };
}

/** What has been paid already is asked for again by nobody: whether another part is to be paid ahead is asked. */
function receivedIn(text: string, shares: readonly Share[], { received }: MoneyReading): Note[] {
  const part = shares.find((share, at) => isReceived(text, share, { before: shares[at - 1], after: shares[at + 1] }));
  const first = received[0]?.span ?? part;
  if (!first) return [];
  const sentence = `“${first.text}” has been paid already. Take it as the deposit and record its payment, or say what is still to be paid ahead.`;
  const answers = depositAnswers(
    part ? [part.percentMilli] : [],
    received.flatMap(({ sum }) => sum ?? []),
  );
  return [{ ...note('deposit-received', sentence, first), answers }];
}

/** In a thread the last share that one side named and the other took; with none taken, the deposit is asked. */
function bargained(text: string, shares: readonly Share[], turns: readonly Turn[], notes: Note[]): readonly Share[] {
  const settled = settledAmong(text, shares);
  if (settled === 'open') {
    const [first] = shares;
    if (first)
      notes.push({
        ...note('deposit-several', 'The brief names several deposits and does not say which was agreed.', first),
        answers: depositAnswers(shares.filter((share) => !isTaxRate(text, share)).map((share) => share.percentMilli)),
      });
    return shares.filter((share) => isTaxRate(text, share));
  }
  if (settled) return settled;
  const asked = shares.map((share) => (answers(turns, share) ? { ...share, agreed: true as const } : share));
  if (asked.some(({ agreed }) => agreed)) return asked;
  const offers = shares.filter(
    (share) =>
      isDeposit(text, share) || (/%|\d/.test(share.text) && !isElsewhere(text, share) && !isTaxRate(text, share)),
  );
  if (!offers.some((share) => isDeposit(text, share))) return shares;
  const bargain = bargainOf(
    turns,
    offers.map((share) => ({ start: share.start, end: share.end, text: share.text, key: String(share.percentMilli) })),
  );
  if (bargain.kind === 'none') return shares;
  const last = offers.at(-1);
  if (bargain.kind === 'open' || !last) {
    if (last)
      notes.push(note('deposit-several', 'The thread names several deposits and does not say which was agreed.', last));
    return shares.filter((share) => !offers.includes(share));
  }
  const given = new Set(bargain.given.map(({ start }) => start));
  return shares
    .filter(({ start }) => !given.has(start))
    .map((share) => (String(share.percentMilli) === bargain.agreed.key ? { ...share, agreed: true as const } : share));
}

/** "Deposit?" – "30%, rest net 14". */
function answers(turns: readonly Turn[], share: Share): boolean {
  const at = turns.findIndex((turn) => share.start >= turn.start && share.start - turn.start <= 4);
  return (
    at > 0 && /\b(?:deposit(?: of)?|up-? ?front|down ?payment)\b[^.!?\n]{0,20}\?\s*$/i.test(turns[at - 1]?.text ?? '')
  );
}

function isElsewhere(text: string, share: Share): boolean {
  const before = wordsBefore(text, share, 40);
  return (
    ELSEWHERE.test(before) ||
    /^ ?(?:late|kill|cancel\w*|discount|off|balance|rest|remainder)\b/.test(wordsAfter(text, share, 60))
  );
}

/** "A third of the rooms are being painted": a part of something else than the price. */
const OF_ANOTHER =
  /^ (?:of|der|des|von|du|de la|des|de los|de las|del) (?:the |our |my |your |his |her |their )?(?!the |our |my |your |his |her |their |fee|price|total|amount|sum|it\b|that|this|which|cost|money|invoice|payment|quote|balance|honor|preis|summe|betrag|gage|auftrag|rechnung|prix|montant|devis|forfait|cachet|tarif|valor|paquete|importe|presupuesto)[a-zà-ÿ]{3}/;
const isOfAnother = (share: Share, after: string) => !/\d/.test(share.text) && OF_ANOTHER.test(after);

function isDeposit(text: string, share: Share, learned?: boolean): boolean {
  const before = wordsBefore(text, share, 40);
  const after = wordsAfter(text, pastSum(text, share), 60);
  if (NEGATED.test(before) || ELSEWHERE.test(before) || /^ ?(?:late|kill|cancel\w*|discount|off)\b/.test(after))
    return false;
  // "All" and "in full" are everyday words: only "all up front" makes them a deposit.
  if (/^(?:all|everything)$/i.test(share.text))
    return /^ ?(?:of it )?(?:paid |payable |due )?(?:up-? ?front|in advance)/.test(after);
  if (isOfAnother(share, after)) return false;
  if (DEPOSIT_AFTER.test(after) || DEPOSIT_BEFORE.test(before)) return true;
  if (isTaxRate(text, share)) return false;
  if (learned !== undefined) return learned && share.percentMilli <= 100_000;
  if (share.rest) return true;
  return share.percentMilli < 100_000 && isShareAhead(text, share);
}

function depositAmong(
  text: string,
  deposits: readonly { value: Deposit; span: Span }[],
  money: MoneyReading,
  notes: Note[],
): Pick<Terms, 'deposit'> {
  const first = deposits[0];
  if (!first || notes.some((n) => n.field === 'deposit')) return {};
  const kinds = new Set(deposits.map(({ value }) => toCompare(value)));
  const fee = money.found.fee?.value;
  const twice = kinds.size > 1 && sameDeposit(deposits, money);
  if (kinds.size > 1 && !twice) {
    const shares = deposits.flatMap(({ value }) => (value.kind === 'share' ? value.percentMilli : []));
    const code = fee?.currency ?? money.depositSums.find((sum) => sum)?.currency ?? 'EUR';
    const sums = deposits.flatMap(({ value }) => (value.kind === 'sum' ? { minor: value.minor, currency: code } : []));
    notes.push({
      ...note('deposit-several', 'The brief names more than one deposit.', first.span),
      answers: depositAnswers(shares, sums),
    });
    return {};
  }
  if (/^ ?(?:is |was )?(?:not|isn't)\b/.test(wordsAfter(text, first.span))) {
    notes.push(note('deposit-negated', 'It is not clear whether a deposit was agreed.', first.span));
    return {};
  }
  // A third is no whole share: the sum that is named for it is the deposit.
  const exact = first.value.kind !== 'share' || first.value.percentMilli % 1000 === 0;
  const chosen = twice && exact ? first : (deposits.find((d) => d.value.kind === 'sum') ?? first);
  if (chosen.value.kind === 'sum' && fee && chosen.value.minor > fee.minor) {
    notes.push(note('deposit-large', `The deposit “${chosen.span.text}” is more than the price.`, chosen.span));
    return {};
  }
  return { deposit: term(chosen.value, 'brief', quoteOf(text, chosen.span)) };
}

/** "50% deposit (EUR 2,000)" says the same thing twice when the price is EUR 4,000. */
function sameDeposit(deposits: readonly { value: Deposit }[], money: MoneyReading): boolean {
  const fee = money.found.fee?.value.minor;
  const sums = deposits.map(({ value }) => {
    if (value.kind === 'sum') return value.minor;
    return value.kind === 'share' && fee !== undefined ? (fee * BigInt(value.percentMilli)) / 100_000n : -1n;
  });
  const [one = -1n, other = -1n] = sums;
  const off = one > other ? one - other : other - one;
  // Thousandths of a percent can't hold a third.
  return deposits.length === 2 && one >= 0n && other >= 0n && off <= (fee ?? 0n) / 50_000n;
}

/** The figure with the word that makes it a deposit, as it stands in the brief. */
function quoteOf(text: string, span: Span): string {
  const after = wordsAfter(text, span, 60);
  const tail = DEPOSIT_AFTER.exec(after) ?? /^ ?(?:deposit|up-? ?front|upfront|in advance|advance)/.exec(after);
  const head = /\b[a-z- ]{3,20}(?: of| is|:| at)? $/.exec(wordsBefore(text, span, 24));
  if (tail) return text.slice(span.start, span.end + tail[0].length);
  return head ? text.slice(span.start - head[0].length, span.end).trim() : span.text;
}

function note(code: string, sentence: string, span: Span): Note {
  return { code: `brief.${code}`, field: 'deposit', sentence, quote: span.text };
}
