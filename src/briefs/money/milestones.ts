import type { Money } from '../../shared/money.ts';
import type { Span } from '../passages/text.ts';
import type { Turn } from '../passages/turns.ts';
import type { DateMention } from '../time/dates.ts';
import { isShareAhead, isSumAhead } from './ahead.ts';
import { type Amount, sumOf } from './amounts.ts';
import { readInstalments } from './instalments.ts';
import { NO_PART, partsNamed } from './part-names.ts';
import { makesWhole, type Part, type PartsReading, sumOfParts, type Worth, wholeOf } from './parts.ts';
import { isPriceList } from './price-list.ts';
import { saysPaid } from './received.ts';
import type { Share } from './share-scan.ts';

/** More than this between two parts is another sentence, not the name of one. */
const GAP_MAX = 110;

type PartsGiven = {
  readonly shares: readonly Share[];
  /** The sums of the text, and every figure that may be one. */
  readonly amounts: readonly Amount[];
  readonly figures: readonly Amount[];
  readonly dates: readonly DateMention[];
  readonly fee: Money | undefined;
  readonly turns: readonly Turn[];
};

/**
 * The price split into parts that make it up exactly, each with a name, an event or a day: "30% concept, 40% design and 30%
 * handover", "script EUR 1,500, shoot EUR 3,500", "50% up front, 25% on 1 April, 25% on delivery". A deposit and the rest are no
 * parts. Parts that do not make up the price, or of which nothing says when they are due, stay open.
 */
export function readMilestones(text: string, given: PartsGiven): PartsReading | undefined {
  const { fee, dates, shares } = given;
  const sums = (amounts: readonly Amount[]) =>
    amounts.flatMap((amount) => {
      const sum = fee && sumOf(amount, fee.currency);
      return sum && sum.minor < fee.minor ? [{ ...amount, minor: sum.minor }] : [];
    });
  const [said, all] = [sums(given.amounts), sums(given.figures)];
  const found =
    partsOf(text, withRest(text, shares), dates, fee) ??
    partsOf(text, withRest(text, said), dates, fee) ??
    // Figures without a currency count only where each of them is followed by what it waits for.
    partsOf(text, all, dates, fee, true) ??
    readInstalments(text, { shares, sums: all, dates, fee });
  if (found && !found.open) return saysPaid(clauseTo(text, found.quote)) ? { ...found, open: 'paid' } : found;
  // What several people haggle over is no plan yet.
  if (given.turns.length > 0) return undefined;
  if (found?.open === 'sum') return found;
  return unsummed(text, shares, dates, fee) ?? unsummed(text, all, dates, fee) ?? found ?? unnamed(text, shares);
}

/** A plan's words to the end of its sentence. */
const clauseTo = (text: string, { start, end }: Span) =>
  text.slice(start, end) + (text.slice(end, end + 60).split(/[.;](?=\s|$)|\n/)[0] ?? '');

const REST =
  /(?<![\p{L}])(?:balance|rest|remainder|remaining|Rest|Restbetrag|reste|solde|resto|saldo)(?![\p{L}])(?! ?(?:of |de |von )?(?:\d|half|a third))/gu;

/** Behind two parts and more the rest is one too, whatever it comes to. */
function withRest(text: string, spans: readonly Worth[]): Worth[] {
  const rests = [...text.matchAll(REST)].map((match): Worth => {
    const start = match.index;
    return { start, end: start + match[0].length, text: match[0], rest: true };
  });
  const beside = rests.filter(
    ({ start, end }) => !spans.some((span) => span.start < end + 14 && span.end > start - 1 && span.start >= start),
  );
  return beside.length === 0 ? [...spans] : [...spans, ...beside].sort((a, b) => a.start - b.start);
}

/** A run whose rest, if it ends with one, is what the others leave. */
function filled(run: readonly Worth[], fee: bigint | undefined): readonly Worth[] | undefined {
  const rests = run.filter(({ rest }) => rest).length;
  if (rests === 0) return run;
  const others = run.slice(0, -1);
  const last = run.at(-1);
  const whole = wholeOf(others, fee);
  if (rests > 1 || !last?.rest || others.length < 2 || whole === undefined) return undefined;
  const left = whole - sumOfParts(others);
  if (left <= 0n) return undefined;
  return [
    ...others,
    others[0]?.minor === undefined ? { ...last, percentMilli: Number(left) } : { ...last, minor: left },
  ];
}

/** The longest run of neighbours that add up, each with a name before or behind it. */
function partsOf(
  text: string,
  spans: readonly Worth[],
  dates: readonly DateMention[],
  fee: Money | undefined,
  eventful = false,
): PartsReading | undefined {
  for (let from = 0; from < spans.length; from += 1) {
    for (let to = spans.length; to >= from + 2; to -= 1) {
      const run = filled(spans.slice(from, to), fee?.minor);
      if (!run || (eventful && run.length < 3) || !makesWhole(run, fee?.minor) || !isPlan(text, run)) continue;
      const parts = partsNamed(text, run, dates, { eventful });
      if (parts) return { parts, span: spanOfRun(text, run), quote: quoteOf(text, run, parts) };
    }
  }
  return undefined;
}

/** Neighbours that are no table of prices, and no deposit with what is left of the price. */
const isPlan = (text: string, run: readonly Worth[], open = false): boolean =>
  !isPriceList(text, run) &&
  (open || !isDepositAndRest(text, run)) &&
  !run.some((part, at) => at > 0 && part.start - (run[at - 1]?.end ?? 0) > GAP_MAX) &&
  // Two figures in two sentences are hardly two of one thing.
  (run.length > 2 || !/[.!?]\s/.test(text.slice(run[0]?.end, run[1]?.start)));

/** Two parts of which the first is paid ahead. */
function isDepositAndRest(text: string, run: readonly Worth[]): boolean {
  const [first] = run;
  if (!first || run.length > 2) return false;
  // What is said of the first part ends where the second begins.
  const until = text.slice(0, run[1]?.start).replace(/[ ,;]+(?:(?:and|und|et|y|then) )?$/, '');
  if (first.percentMilli !== undefined && isShareAhead(until, first)) return true;
  return first.percentMilli === undefined ? isSumAhead(text, first) : isShareAhead(text, first);
}

function spanOfRun(text: string, run: readonly Span[]): Span {
  const [start, end] = [Math.min(...run.map((one) => one.start)), Math.max(...run.map((one) => one.end))];
  return { start, end, text: text.slice(start, end) };
}

/** The parts with their names, which may stand before the first figure and behind the last. */
const quoteOf = (text: string, run: readonly Span[], parts: readonly Part[]): Span =>
  spanOfRun(text, [...run, ...parts.flatMap(({ at }) => at ?? [])]);

/** Named parts that come to more or less than the price: three and more, or two that both say what they wait for. */
function unsummed(
  text: string,
  spans: readonly Worth[],
  dates: readonly DateMention[],
  fee: Money | undefined,
): PartsReading | undefined {
  if (!fee) return undefined;
  for (let from = 0; from < spans.length; from += 1) {
    for (let to = spans.length; to >= from + 2; to -= 1) {
      const run = spans.slice(from, to);
      const span = spanOfRun(text, run);
      const before =
        text
          .slice(Math.max(0, span.start - 24), span.start)
          .split(/[.;:\n]\s/)
          .at(-1) ?? '';
      const after = text.slice(span.end, span.end + 40).split(/[.;](?=\s|$)|\n/)[0] ?? '';
      if (makesWhole(run, fee.minor) || !isPlan(text, run, true)) continue;
      if (NO_PART.test(`${before}${span.text}${after}`)) continue;
      if (run.some(({ percentMilli }) => (percentMilli ?? 0) >= 100_000)) continue;
      const strict = run.length === 2 || run[0]?.minor !== undefined;
      const parts = partsNamed(text, run, dates, { eventful: strict, open: true });
      if (parts) return { parts, span, quote: quoteOf(text, run, parts), open: 'sum' };
    }
  }
  return undefined;
}

const BARE = /(?<![\d/.,-])(\d{1,2})(?: ?%)?(?: ?[/–-] ?\d{1,2}(?: ?%)?){2,5}(?![\d/]|[.,-]\d)/g;

/** Shares that make up the price and say nothing else: "30/40/30", "in parts of 25%, 25% and 50%". */
function unnamed(text: string, shares: readonly Share[]): PartsReading | undefined {
  const open = (values: readonly number[], span: Span): PartsReading | undefined => {
    const parts = values.map((percentMilli): Part => ({ label: '', percentMilli }));
    return makesWhole(parts, undefined) ? { parts, span, quote: span, open: 'names' } : undefined;
  };
  for (const match of text.matchAll(BARE)) {
    const values = (match[0].match(/\d{1,2}/g) ?? []).map((figure) => Number(figure) * 1000);
    const span = { start: match.index, end: match.index + match[0].length, text: match[0] };
    const read = values.every((each) => each >= 5000) ? open(values, span) : undefined;
    if (read) return read;
  }
  const near = shares.every((share, at) => at === 0 || share.start - (shares[at - 1]?.end ?? 0) < 12);
  if (shares.length < 3 || !near) return undefined;
  return open(
    shares.map(({ percentMilli }) => percentMilli),
    spanOfRun(text, shares),
  );
}
