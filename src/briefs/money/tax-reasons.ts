import { type Terms, term } from '../../contracts/terms.ts';
import type { TaxReason } from '../../shared/tax.ts';
import { inShort } from '../agreed/words.ts';
import { taxAnswers } from '../answers.ts';
import { clauseAround, type Note, type Span, spanOf } from '../passages/text.ts';
import { type How, howSaid } from './tax-said.ts';
import { NONE, REASONS } from './tax-words.ts';

type Untaxed = Pick<Terms, 'taxRateMilli' | 'taxReason' | 'taxIncluded'>;
export type TaxReasonReading = { readonly found: Untaxed; readonly notes: Note[] };

type Mention = Span & { readonly reason: TaxReason; readonly how: How };

/**
 * Why no tax is added, in the words as written and beside what was read of rates and prices. A reason that a rate or a price
 * with its tax contradicts, that depends on something, or that may be the client's own is asked; so is which reason, where
 * there is only no tax.
 *
 * @param pasted Whether the words are a letter: "I" may be the client then.
 */
export function readTaxReason(spoken: string, read: Terms, pasted = false): TaxReasonReading {
  const mentions = REASONS.flatMap(([reason, words]) =>
    [...spoken.matchAll(words)].map((match): Mention => {
      const span = spanOf(match);
      return { ...span, reason, how: howSaid(spoken, span, reason, pasted) };
    }),
  );
  const said = mentions.filter(({ how }) => how === 'said');
  const reasons = [...new Set(said.map(({ reason }) => reason))];
  const untold = [...spoken.matchAll(NONE)]
    .map(spanOf)
    .filter((span) => !mentions.some((each) => overlaps(each, span)));
  const none = untold.find((span) => howSaid(spoken, span, 'none', pasted) === 'said');
  const unsaid = untold.find((span) => howSaid(spoken, span, 'none', pasted) === 'asked');
  const open = mentions.find(({ how }) => how === 'asked');
  const notes = mentions.filter(({ how }) => how === 'theirs').map(asideOf);
  const [first, second] = reasons.map((reason) => said.find((each) => each.reason === reason));
  const against = contradicting(read, [...said, ...(none ? [none] : [])]);
  if (first && second) return { found: UNSAID, notes: [...notes, bothNote(first, second)] };
  if (first && against) return { found: UNSAID, notes: [...notes, againstNote(first, against, read)] };
  if (first) return { found: untaxed(first), notes };
  if (open) return { found: UNSAID, notes: [...notes, openNote(open)] };
  if (!none && unsaid) return { found: UNSAID, notes: [...notes, whyNote(unsaid)] };
  if (!none) return { found: {}, notes: [...notes, ...zeroNotes(spoken, read)] };
  if (against) return { found: UNSAID, notes: [...notes, againstNone(none, against, read)] };
  const small = nearSmall(spoken, none);
  if (small) return { found: untaxed({ ...none, reason: 'small-business' }), notes };
  const found = { taxRateMilli: term(0, 'brief' as const, none.text) };
  // Where no tax is usual nothing has to be said of it; a law on value added tax wants the reason.
  return { found, notes: VALUE_ADDED.test(none.text) ? [...notes, whyNote(none)] : notes };
}

/** What is asked takes nothing from the words, also no rate. */
const UNSAID: Untaxed = { taxRateMilli: undefined, taxReason: undefined };
const VALUE_ADDED = /vat|gst|mwst|ust|steuer|tva|iva/i;
const KIND = '(?:vat|gst|mwst\\.?|ust\\.?|umsatzsteuer|mehrwertsteuer|tva|iva)';
const ZERO_AHEAD = new RegExp(`(?<!\\p{L})${KIND}(?: rate| of| at| is|:| del?| von| à| al| zu)* ?[([]? ?$`, 'iu');
const ZERO_BEHIND = new RegExp(`^ ?(?:of |de |d['’])?${KIND}(?!\\p{L})`, 'iu');

const untaxed = ({ reason, text }: Pick<Mention, 'reason' | 'text'>): Untaxed => ({
  taxRateMilli: term(0, 'brief', text),
  taxReason: term(reason, 'brief', text),
});

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** "VAT 0%" is no tax without a reason as well. */
function zeroNotes(spoken: string, { taxRateMilli }: Terms): Note[] {
  const { value, quote } = taxRateMilli ?? {};
  const start = value === 0 && quote ? spoken.indexOf(quote) : -1;
  if (start < 0 || !quote) return [];
  const end = start + quote.length;
  const [ahead, behind] = [spoken.slice(Math.max(0, start - 16), start), spoken.slice(end, end + 16)];
  const text = spoken.slice(
    start - (ZERO_AHEAD.exec(ahead)?.[0].length ?? 0),
    end + (ZERO_BEHIND.exec(behind)?.[0].length ?? 0),
  );
  return VALUE_ADDED.test(text) ? [whyNote({ start, end, text })] : [];
}

/** "I'm a small business, no VAT": the reason stands in the same sentence. */
function nearSmall(spoken: string, none: Span): boolean {
  const { before, after } = clauseAround(spoken, none.start, none.end);
  return /\bsmall[- ]business\b|\bsole trader\b/i.test(`${before.slice(-60)} ${after.slice(0, 60)}`)
    ? !/\b(?:their|the client|they|your|a client)\b/i.test(before.slice(-60))
    : false;
}

/** The words on a rate above zero, or on a price with its tax, that go with no reason. */
function contradicting({ taxRateMilli, taxIncluded }: Terms, said: readonly Span[]): string | undefined {
  if (said.length === 0) return undefined;
  if (taxRateMilli && taxRateMilli.value > 0) return taxRateMilli.quote;
  if (!taxIncluded?.quote || said.some(({ text }) => taxIncluded.quote?.includes(text))) return undefined;
  const added = /plus|\+|zzgl|zuzüglich|más|en sus/i.test(taxIncluded.quote);
  return taxIncluded.value || added ? taxIncluded.quote : undefined;
}

const FIELD = { code: 'brief.tax', field: 'taxReason' } as const;

const bothNote = (first: Mention, second: Mention): Note => ({
  ...FIELD,
  sentence: `The brief gives two reasons for no tax: “${inShort(first.text)}” and “${inShort(second.text)}”. Which one is it?`,
  quote: first.text,
  answers: taxAnswers({ reasons: [first.reason, second.reason] }),
});

const againstNote = ({ text, reason }: Mention, against: string, { taxRateMilli }: Terms): Note => ({
  ...FIELD,
  sentence: `The brief says both “${inShort(against)}” and “${inShort(text)}”. Is tax added or not?`,
  quote: text,
  answers: taxAnswers({ reasons: [reason], rate: taxRateMilli?.value, other: 'Tax is added' }),
});

const againstNone = ({ text }: Span, against: string, { taxRateMilli }: Terms): Note => ({
  ...FIELD,
  sentence: `The brief says both “${inShort(against)}” and “${inShort(text)}”. Is tax added or not?`,
  quote: text,
  answers: taxAnswers({
    reasons: ['reverse-charge', 'small-business', 'exempt'],
    rate: taxRateMilli?.value,
    other: 'Tax is added',
  }),
});

const openNote = ({ text, reason }: Mention): Note => ({
  ...FIELD,
  sentence: `“${inShort(text)}” does not say for certain that you add no tax. Is it so?`,
  quote: text,
  answers: taxAnswers({ reasons: [reason], other: 'Tax is added' }),
});

const whyNote = ({ text }: Span): Note => ({
  ...FIELD,
  sentence: `“${inShort(text)}” does not say why. An invoice without the tax has to say it.`,
  quote: text,
  answers: taxAnswers({ reasons: ['reverse-charge', 'small-business', 'exempt'], other: 'No reason needed' }),
});

const asideOf = ({ text }: Mention): Note => ({
  code: 'brief.bystander',
  sentence: `“${inShort(text)}” seems to be about somebody else, so it sets no term.`,
});
