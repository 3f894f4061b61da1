import { type Sourced, term } from '../../contracts/terms.ts';
import type { Money } from '../../shared/money.ts';
import { lettered } from '../passages/letters.ts';
import type { Span } from '../passages/text.ts';
import type { DateMention } from '../time/dates.ts';
import { isShareAhead, isSumAhead } from './ahead.ts';
import { type Amount, sumOf } from './amounts.ts';
import { bareLabel, startsWithEvent } from './part-labels.ts';
import type { Share } from './share-scan.ts';

/** A named part of the price: a share of it in thousandths of a percent, or a sum in minor units. */
export type Milestone = { label: string; percentMilli?: number; minor?: bigint; dueOn?: string };

type Part = Span & { readonly percentMilli?: number; readonly minor?: bigint };

/** More than this between two parts is another sentence, not the name of one. */
const GAP_MAX = 110;
/** Words that make a part a deposit, a balance or something else that is no milestone. */
const NO_NAME =
  /\b(?:deposit|up-? ?front|advance|balance|rest|remainder|vat|discount|cancel\w*|total|zusammen|late|immediately)\b/i;
/** Of three parts the first may be called what of two makes it a deposit. */
const FIRST_NAME = /^(?:up-? ?front|deposit|in advance|advance)$/i;
/** Of two parts, one when it starts and one when it is done, the first is a deposit; of three, each is a part. */
const DEPOSIT_NAME =
  /\b(?:now|end|beginning|signing|signature|delivery|booking|completion|order|acceptance|start|before we start|done|finished)\b/i;
/** What counts the parts and names none. */
const UNNAMED =
  /^(?:(?:the )?(?:first|second|third|last|other)|(?:sie|du|ihr|ich|wir) [a-zà-ÿ]+|primer[oa]?|segund[oa]|premi(?:er|ère)|erste[nrs]?|zweite[nrs]?|[\d.,]+ ?(?:euros?|€|eur|chf|francs?|pesos|dollars?))$/i;
/** Talk between two figures, or another one's turn, is no name of a part. */
const SPOKEN =
  /^(?:but|aber|mais|pero)(?![\p{L}])|(?<![\p{L}])(?:sorry|pardon|perdón|no wait|non|nein|c['’]est ça|too (?:much|high|steep)|zu (?:viel|hoch)|trop|demasiado)(?![\p{L}])|\p{L}: /iu;
const LINKS =
  /^[\s,;:()–—-]*(?:(?:and|then|plus|is|are|the|for|on|at|by|after|with|as|of|in)\b[\s,:]*)*|[\s,;:()–—-]*(?:\b(?:and|then|plus|the|for|of|is|are|in|by|on)\b[\s,:]*)*$/gi;

/**
 * The price split into named parts that make it up exactly: "30% concept, 40% design and 30% handover", "script EUR 1,500, shoot
 * EUR 3,500". A deposit and the rest are no milestones.
 */
export function readMilestones(
  text: string,
  given: {
    shares: readonly Share[];
    amounts: readonly Amount[];
    dates: readonly DateMention[];
    fee: Money | undefined;
  },
): Sourced<Milestone[]> | undefined {
  const { fee, dates } = given;
  const sums = given.amounts.flatMap((amount) => {
    const sum = fee && sumOf(amount, fee.currency);
    return sum && sum.minor < fee.minor ? [{ ...amount, minor: sum.minor }] : [];
  });
  return (
    partsOf(text, given.shares, dates, (parts) => total(parts, 'percentMilli') === 100_000) ??
    partsOf(text, sums, dates, (parts) => fee !== undefined && totalMinor(parts) === fee.minor)
  );
}

const total = (parts: readonly Part[], key: 'percentMilli') => parts.reduce((all, part) => all + (part[key] ?? 0), 0);
const totalMinor = (parts: readonly Part[]) => parts.reduce((all, { minor }) => all + (minor ?? 0n), 0n);

/** The longest run of neighbours that add up, each with a name before or behind it. */
function partsOf(
  text: string,
  spans: readonly Part[],
  dates: readonly DateMention[],
  addsUp: (parts: readonly Part[]) => boolean,
): Sourced<Milestone[]> | undefined {
  for (let from = 0; from < spans.length; from += 1) {
    for (let to = spans.length; to >= from + 2; to -= 1) {
      const run = spans.slice(from, to);
      if (
        !addsUp(run) ||
        isPriceList(text, run) ||
        isDepositAndRest(text, run) ||
        run.some((part, at) => at > 0 && part.start - (run[at - 1]?.end ?? 0) > GAP_MAX)
      )
        continue;
      const named = behind(text, run, dates) ?? before(text, run, dates);
      const [first, last] = [run[0], run.at(-1)];
      if (named && first && last) return term(named, 'brief', text.slice(first.start, last.end));
    }
  }
  return undefined;
}

/** Two parts of which the first is paid ahead. */
function isDepositAndRest(text: string, run: readonly Part[]): boolean {
  const [first] = run;
  if (!first || run.length > 2) return false;
  // What is said of the first part ends where the second begins.
  const until = text.slice(0, run[1]?.start).replace(/[ ,;]+(?:(?:and|und|et|y|then) )?$/, '');
  if (first.percentMilli !== undefined && isShareAhead(until, first)) return true;
  return first.percentMilli === undefined ? isSumAhead(text, first) : isShareAhead(text, first);
}

/** Rows of a table of prices are what the work is made of, not when it is paid. */
function isPriceList(text: string, run: readonly Part[]): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return false;
  const rows = text.slice(first.start, last.end);
  // Each on a line of its own with its name before it: what the work is made of, unless it is said how it is paid.
  if (first.minor !== undefined && isColumn(text, run) && !saysHowPaid(text, run)) return true;
  // A price for each above a total: "60 bowls @ £14.00   £840.00".
  if (/[@×]|\bx ?[£$€]/.test(text.slice(text.lastIndexOf('\n', first.start) + 1, first.start) + rows)) return true;
  const table = text.slice(Math.max(0, text.lastIndexOf('\n', first.start) - 160), last.end);
  return (
    /\|/.test(table) &&
    !/\b(?:milestones?|stages?|phases?|instal\w+|hitos?|étapes?|tranches?|abschl[aä]\w+|meilenstein\w*)\b/iu.test(text)
  );
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

/** One to a line, at the end of it. */
function isColumn(text: string, run: readonly Part[]): boolean {
  const own = new Set(run.map(({ start }) => lineStart(text, start)));
  const ends = ({ end }: Part) => /^[^\p{L}\d\n]{0,6}(?:\n|$)/u.test(text.slice(end, end + 8));
  return own.size === run.length && run.every((part) => ends(part));
}

/** A word of stages or of paying in the lines above or in one of them, or what each is paid upon. */
function saysHowPaid(text: string, run: readonly Part[]): boolean {
  const first = run[0]?.start ?? 0;
  const above = text.slice(Math.max(0, lineStart(text, first) - 160), run.at(-1)?.end);
  return (
    STAGES.test(above) || run.every((part) => startsWithEvent(text.slice(lineStart(text, part.start), part.start)))
  );
}
const STAGES = lettered(
  String.raw`(?<![\p{L}])(?:milestones?|stages?|phases?|instal\p{L}+|in (?:two|three|four|\d) parts|paid in|payments?|pay|due|rat(?:e|en)|etappen?|abschl[aä]g\p{L}*|meilenstein\p{L}*|teilzahlung\p{L}*|zahlungsplan|zahlbar|fällig|étapes?|tranches?|échelonn\p{L}+|échéanc\p{L}+|jalons?|versements?|hitos?|plazos?|cuotas?|pagos|payable|pagader\p{L}*|abonar\p{L}*)(?![\p{L}])`,
  'iu',
);

/** "30% concept, 40% design": the name follows, a day may follow that. */
function behind(text: string, run: readonly Part[], dates: readonly DateMention[]): Milestone[] | undefined {
  return named(run, (part, at) => {
    const end = run[at + 1]?.start ?? part.end + stretch(text.slice(part.end, part.end + GAP_MAX));
    const due = dates.find((date) => date.start >= part.end && date.end <= end + 1);
    return { label: text.slice(part.end, due?.start ?? end).split('\n')[0] ?? '', due };
  });
}

/** "concept 30% (by 3 May), design 40%": the name comes first, a day may follow the figure. */
function before(text: string, run: readonly Part[], dates: readonly DateMention[]): Milestone[] | undefined {
  return named(run, (part, at) => {
    const from = run[at - 1]?.end ?? Math.max(0, part.start - 60);
    const earlier = dates.filter((date) => date.start >= from && date.end <= part.start).at(-1);
    const lead = text.slice(earlier ? earlier.end : from, part.start);
    const cut =
      at === 0
        ? Math.max(
            lead.lastIndexOf(':'),
            lead.lastIndexOf('. '),
            lead.trimEnd().lastIndexOf(', '),
            [...lead.matchAll(/\b(?:into|in|as|namely) /g)].at(-1)?.index ?? -1,
          )
        : -1;
    const label = cut >= 0 ? lead.slice(cut).replace(/^(?::|\.|,|into|in|as|namely) ?/, '') : lead;
    const end = run[at + 1]?.start ?? part.end + stretch(text.slice(part.end, part.end + GAP_MAX));
    const line = label.trimEnd().split('\n').at(-1) ?? '';
    return { label: line, due: dates.find((date) => date.start >= part.end && date.end <= end + 1) };
  });
}

const stretch = (text: string) => {
  const stop = text.search(/[.;](?=\s|$)|\n|$/);
  return stop < 0 ? text.length : stop;
};

/** A name without the marks of lists and tables around it. */
const tidied = (words: string): string =>
  words
    .replace(/^[\s|>*•·▪–—.-]*(?:\(?\d{1,2}[.)] ?)?/u, '')
    .replace(/[\s|•·▪.…–—(]*(?:\bdue)?[\s|:]*$/u, '')
    .replace(LINKS, '')
    .replace(LINKS, '')
    .trim();

function named(
  run: readonly Part[],
  place: (part: Part, at: number) => { label: string; due: DateMention | undefined },
): Milestone[] | undefined {
  const found: Milestone[] = [];
  for (const [at, part] of run.entries()) {
    const { label: words, due } = place(part, at);
    const label = tidied(words);
    if (UNNAMED.test(bareLabel(label))) return undefined;
    if (label.length < 3 || label.length > 60 || !/\p{L}{3}/u.test(label) || NO_NAME.test(label))
      if (at > 0 || run.length < 3 || !FIRST_NAME.test(bareLabel(label))) return undefined;
    if (SPOKEN.test(label)) return undefined;
    if (run.length < 3 && DEPOSIT_NAME.test(label)) return undefined;
    const { percentMilli, minor } = part;
    found.push({
      label,
      ...(percentMilli !== undefined && { percentMilli }),
      ...(minor !== undefined && { minor }),
      ...(due?.day && { dueOn: due.day }),
    });
  }
  return found;
}

/** From the first part to the last, and the day that may follow it. */
export const MILESTONE_TAIL = 40;
