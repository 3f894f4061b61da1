import { type CancellationTier, type Terms, term } from '../contracts/terms.ts';
import { exponentOf } from '../shared/money.ts';
import { scanAmounts, sumOf } from './amounts.ts';
import { readNet } from './net-days.ts';
import { readRevisions } from './revisions.ts';
import { COUNT, countOf, type Note, type Span, spanOf } from './text.ts';
import { turnsIn } from './turns.ts';

export type ConditionReading = {
  readonly found: Pick<Terms, 'revisions' | 'netDays' | 'cancellation'>;
  readonly notes: Note[];
  readonly spans: Span[];
};

/** Conditions that stand in a brief in set phrases: rounds of revisions, days to pay, what cancelling costs. */
export function readConditions(text: string, home = 'EUR'): ConditionReading {
  const notes: Note[] = [];
  const rounds = readRevisions(text);
  notes.push(...rounds.notes);
  const turns = turnsIn(text);
  const net = readNet(text, turns, notes);
  const cancel = readCancellation(text, notes, home);
  return {
    found: { ...rounds.found, ...net.found, ...cancel.found },
    notes,
    spans: [...rounds.spans, ...net.spans, ...cancel.spans],
  };
}

const NOTICE = new RegExp(
  `(?<![\\p{L}\\d.,])(?<n>${COUNT})[ -](?:calendar )?(?<unit>days?|weeks?|months?)(?:'|’)?s?(?:'|’)? (?:written |prior )?notice\\b|\\bnotice(?: period)?(?: is| of|:)* (?<m>${COUNT})[ -](?<span>days?|weeks?|months?)\\b`,
  'iu',
);
const DAYS_IN: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30 };
const CANCEL =
  /\b(?:cancell?\w*|kill fee|call(?:ed|ing|s)? (?:it )?off|pull(?:s|ed)? out|back(?:s|ed)? out|annullierung)\b/i;
/** How long before, and what is owed then; each stands before or behind the other. */
const WINDOW =
  /(?:within|less than|under|fewer than|inside|in(?= the last))(?: the last| of)? (?<n>\d{1,3}) ?(?<unit>hours?|hrs?|h|days?|weeks?|months?)(?![\p{L}\d])|(?<![\p{L}\d])(?<m>\d{1,3}) ?(?<span>hours?|hrs?|h|days?|weeks?) or (?:less|fewer)\b/giu;
const SHARE_OWED =
  /(?<![\d.,])(?<p>\d{1,3}) ?(?:%|per ?cent\b)|\b(?<half>half)\b|\b(?:in full|full [€£$] ?\d[\d.,]*|(?:the )?full (?:fee|price|amount|rate)|the whole (?:fee|price|session)|all of it)\b/giu;

/** "50% if cancelled within 7 days", "cancelling: 100% within 48 hours", "two weeks' notice". Anything else is asked. */
function readCancellation(
  text: string,
  notes: Note[],
  home: string,
): { found: Pick<Terms, 'cancellation'>; spans: Span[] } {
  const sentence = sentencesWith(text, CANCEL);
  const spans: Span[] = [];
  const tiers: CancellationTier[] = [];
  for (const part of sentence) {
    for (const { tier, start, end } of tiersIn(part.text, home)) {
      spans.push({ start: start + part.start, end: end + part.start, text: part.text.slice(start, end) });
      tiers.push(tier);
    }
  }
  const quote = text.slice(Math.min(...spans.map((s) => s.start)), Math.max(...spans.map((s) => s.end)));
  const sane = tiers.every(
    (tier) =>
      tier.within > 0 &&
      tier.within <= 1_000 &&
      ((tier.minor ?? 0n) > 0n || ((tier.percentMilli ?? 0) > 0 && (tier.percentMilli ?? 0) <= 100_000)),
  );
  if (tiers.length > 0 && tiers.length <= 8 && sane)
    return { found: { cancellation: term({ kind: 'tiers', tiers }, 'brief', quote) }, spans };
  const notice = NOTICE.exec(text);
  if (notice && tiers.length === 0) {
    const { n, unit, m, span = 'd' } = notice.groups ?? {};
    const days = (countOf(n ?? m ?? '') ?? 0) * (DAYS_IN[(unit ?? span).charAt(0).toLowerCase()] ?? 1);
    if (days > 0 && days <= 365)
      return { found: { cancellation: term({ kind: 'notice', days }, 'brief', notice[0]) }, spans: [spanOf(notice)] };
  }
  if (sentence[0])
    notes.push({
      code: 'brief.cancellation',
      field: 'cancellation',
      sentence: 'The brief says something about cancelling that needs your own wording.',
      quote: sentence[0].text.trim().slice(0, 200),
    });
  return { found: {}, spans };
}

type Owed = Span & { readonly percentMilli?: number; readonly minor?: bigint };

/** Pairs each window with what is owed within it, in the order in which the sentence has them. */
function tiersIn(sentence: string, home: string): { tier: CancellationTier; start: number; end: number }[] {
  const windows = [...sentence.matchAll(WINDOW)].map((match) => ({ ...spanOf(match), groups: match.groups ?? {} }));
  const owed = owedIn(sentence, home);
  const leads = (windows[0]?.start ?? 0) < (owed[0]?.start ?? 0);
  return windows.flatMap((window, at) => {
    const next = windows[at + 1]?.start ?? sentence.length;
    const before = windows[at - 1]?.end ?? 0;
    const fee = leads
      ? owed.find((one) => one.start >= window.end && one.start < next)
      : owed.findLast((one) => one.end <= window.start && one.start >= before);
    if (!fee) return [];
    const { n = window.groups.m, unit = window.groups.span ?? '' } = window.groups;
    const within = Number(n) * (/^h/i.test(unit) ? 1 : (DAYS_IN[unit.charAt(0).toLowerCase()] ?? 1));
    const { percentMilli, minor } = fee;
    const tier: CancellationTier = {
      within,
      unit: /^h/i.test(unit) ? 'hours' : 'days',
      ...(percentMilli !== undefined && { percentMilli }),
      ...(minor !== undefined && { minor }),
    };
    return [{ tier, start: Math.min(window.start, fee.start), end: Math.max(window.end, fee.end) }];
  });
}

function owedIn(sentence: string, home: string): Owed[] {
  const shares = [...sentence.matchAll(SHARE_OWED)].map(
    (match): Owed => ({
      ...spanOf(match),
      percentMilli: match.groups?.p ? Number(match.groups.p) * 1000 : match.groups?.half ? 50_000 : 100_000,
    }),
  );
  // What stands before the word is the price of something else.
  const from = CANCEL.exec(sentence)?.index ?? 0;
  const sums = scanAmounts(sentence, shares, home).amounts.flatMap((amount): Owed[] => {
    if (amount.start < from) return [];
    const code = amount.currency === '$' && exponentOf(home) === 2 ? 'USD' : amount.currency;
    const sum = code?.length === 3 ? sumOf(amount, code) : undefined;
    return sum ? [{ start: amount.start, end: amount.end, text: amount.text, minor: sum.minor }] : [];
  });
  return [...shares, ...sums].sort((a, b) => a.start - b.start);
}

function sentencesWith(text: string, word: RegExp): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(/[^.\n]+(?:\.\d[^.\n]*)*/g)) {
    const last = found.at(-1);
    const goes =
      last &&
      match.index - last.end <= 2 &&
      /^ ?(?:and |or |if )?(?:within|less than|under|fewer than|inside)\b/i.test(match[0]);
    // "Cancel within 60 days: 50%. Within 14 days: 100%." goes on in the next sentence.
    if (goes) found[found.length - 1] = joined(text, last, spanOf(match));
    else if (word.test(match[0])) found.push(spanOf(match));
  }
  return found;
}

const joined = (text: string, from: Span, to: Span): Span => ({
  ...{ start: from.start, end: to.end },
  text: text.slice(from.start, to.end),
});
