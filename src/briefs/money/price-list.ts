import { lettered } from '../passages/letters.ts';
import { startsWithEvent } from './part-labels.ts';
import type { Worth } from './parts.ts';

/** Rows of a table of prices are what the work is made of, not when it is paid. */
export function isPriceList(text: string, run: readonly Worth[]): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return false;
  const rows = text.slice(first.start, last.end);
  // Each on a line of its own with its name before it: what the work is made of, unless it is said how it is paid.
  if (first.minor !== undefined && isColumn(text, run) && !saysHowPaid(text, run)) return true;
  // A price for each above a total: "60 bowls @ £14.00   £840.00".
  if (
    /(?<!\S)@(?= ?[£$€\d])|×|\bx ?[£$€]/.test(text.slice(text.lastIndexOf('\n', first.start) + 1, first.start) + rows)
  )
    return true;
  const table = text.slice(Math.max(0, text.lastIndexOf('\n', first.start) - 160), last.end);
  return (
    /\|/.test(table) &&
    !/\b(?:milestones?|stages?|phases?|instal\w+|hitos?|étapes?|tranches?|abschl[aä]\w+|meilenstein\w*)\b/iu.test(text)
  );
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

/** One to a line, at the end of it. */
function isColumn(text: string, run: readonly Worth[]): boolean {
  const own = new Set(run.map(({ start }) => lineStart(text, start)));
  const ends = ({ end }: Worth) => /^[^\p{L}\d\n]{0,6}(?:\n|$)/u.test(text.slice(end, end + 8));
  return own.size === run.length && run.every((part) => ends(part));
}

/** A word of stages or of paying in the lines above or in one of them, or what each is paid upon. */
function saysHowPaid(text: string, run: readonly Worth[]): boolean {
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
