import { lettered } from '../passages/letters.ts';
import { type Amount, sumOf } from './amounts.ts';
import { MINUS, OFF, ON, PERCENT } from './changed-price.ts';
import type { Sorted } from './money.ts';

/** How far apart a price and what it comes to may stand, and how far before the first what is taken off may be said. */
const NEAR = 140;
const AHEAD = 60;
const TAX_AHEAD = 24;
const TAX_BEHIND = 24;

const VAT = '(?:vat|gst|hst|pst|qst|tva|iva|mwst|ust|umsatzsteuer|mehrwertsteuer|igv|itbis|tps|tvq|tax)';
const THE = "(?:(?:the|der|die|la|el|l[’']) ?)?";
/** Beside the smaller sum: it is without a tax. */
const NET = lettered(
  `(?<![\\p{L}])(?:net|netto|ht|hors taxes?|(?:ex(?:cl)?|before|without|plus|ohne|zzgl|sans|sin|más|hors|avant)\\.? ?${THE}(?:\\d{1,2}(?:[.,]\\d)? ?% ?)?${VAT})(?![\\p{L}])|\\+ ?(?:\\d{1,2}(?:[.,]\\d)? ?% ?)?${VAT}`,
  'iu',
);
/** Beside the larger one: it is with it. */
const WITH_TAX = `(?:(?:with|incl(?:uding|usive)?|inkl(?:usive)?|mit|avec|con)\\.? ?${THE}(?:\\d{1,2}(?:[.,]\\d)? ?% ?)?${VAT})`;
const GROSS = lettered(`(?<![\\p{L}])(?:ttc|brutto|gross|${WITH_TAX})(?![\\p{L}])`, 'iu');
/** "2,000, with VAT 2,400". */
const STRAIGHT = lettered(`^[ ,;(–—-]*(?:(?:so|also|or|bzw\\.?|das sind|soit|o sea|i\\.e\\.)[ ,]*)?${WITH_TAX}`, 'iu');
/** The rates of value added tax that are in use somewhere, in thousandths of a percent. */
const RATES = [...Array.from({ length: 23 }, (_, at) => (at + 5) * 1000), ...[2600, 5500, 7700, 8100, 14_975, 25_500]];
const LESS = lettered(`(?<![\\p{L}])(?:${OFF}|${MINUS})(?![\\p{L}])|(?<=[€\\p{L}] ?,? ?)[-–−] ?(?=[€$£]? ?\\d)`, 'iu');
const MORE = lettered(`(?<![\\p{L}])${ON}(?![\\p{L}])`, 'iu');
/** Only if something comes to pass. */
const IF = lettered(
  '(?<![\\p{L}])(?:if|when|provided|unless|within|early|prompt(?:ly)?|cash|otherwise|or|wenn|falls|bei|sofern|sonst|oder|si|en cas|sinon|ou|dentro|pronto|siempre que|o)(?![\\p{L}])',
  'iu',
);
const FIGURES = new RegExp(`(?<percent>${PERCENT})|(?<sum>\\d[\\d.,'’ ]*\\d|\\d)`, 'giu');

const isPrice = ({ role }: Sorted) => role === 'total' || role === 'fee' || role === 'plain';
/** "... less £200 discount = £1,800": what is said before belongs to what was taken off. */
const isResult = (text: string, one: Sorted) =>
  isPrice(one) || (one.role === 'extra' && /= ?$/.test(text.slice(0, one.amount.start).slice(-2)));
const minorOf = (amount: Pick<Amount, 'digits' | 'times'>) => Number(sumOf(amount, 'EUR')?.minor ?? 0n);
/** People round what they reckon to whole units. */
const isNearly = (one: number, other: number) => Math.abs(one - other) < 100;

/**
 * Two prices of which the brief reckons one from the other: the net is the price and no rival of what stands on the invoice ("2,000
 * net, with VAT 2,380"), and what is left of a list price is ("1,500, minus 10 % for regulars, so 1,350").
 */
export function reckoned(text: string, sorted: readonly Sorted[]): Sorted[] {
  const roles = sorted.map(({ role }) => role);
  const prices = [...sorted.keys()].filter((at) => isResult(text, sorted[at] as Sorted));
  for (const [at, left] of prices.entries()) {
    // What is taken off may be a sum between the two.
    for (const right of prices.slice(at + 1, at + 3)) {
      const [first, second] = [sorted[left]?.amount, sorted[right]?.amount];
      if (!first || !second || second.start - first.end > NEAR) continue;
      if (/\n\n/.test(text.slice(first.end, second.start))) continue;
      // The tax itself may stand between the two or behind them.
      const tax = Math.abs(minorOf(first) - minorOf(second));
      const isTax = (one: number) =>
        one !== left && one !== right && isTaxOf(text, (sorted[one] as Sorted).amount, tax);
      if (prices.slice(at + 1, prices.indexOf(right)).every(isTax) && isTaxed(text, first, second)) {
        roles[minorOf(first) > minorOf(second) ? left : right] = 'other';
        for (const one of prices.slice(at, at + 4).filter(isTax)) roles[one] = 'extra';
      } else if (isChanged(text, first, second)) {
        for (const one of prices.slice(at, prices.indexOf(right))) roles[one] = 'other';
        roles[right] = 'fee';
      }
    }
  }
  return sorted.map((one, at) => ({ ...one, role: roles[at] ?? one.role }));
}

const NAMED_TAX = lettered(`(?<![\\p{L}])${VAT}(?![\\p{L}])`, 'iu');
const isTaxOf = (text: string, one: Amount, tax: number) =>
  minorOf(one) === tax && NAMED_TAX.test(text.slice(Math.max(0, one.start - 16), one.end + 16));

/** Whether the larger of two sums is the other with a tax, by what stands beside each of them. */
function isTaxed(text: string, first: Amount, second: Amount): boolean {
  const [net, gross] = minorOf(first) < minorOf(second) ? [first, second] : [second, first];
  const fits = RATES.some((milli) => isNearly((minorOf(net) * (100_000 + milli)) / 100_000, minorOf(gross)));
  if (!fits) return false;
  const link = text.slice(first.end, second.start);
  const beside = (one: Amount) =>
    `${one === first ? text.slice(Math.max(0, one.start - TAX_AHEAD), one.start) : link} █ ${one === first ? link : text.slice(one.end, one.end + TAX_BEHIND)}`;
  return GROSS.test(beside(gross)) && (NET.test(beside(net)) || (net === first && STRAIGHT.test(link)));
}

/** Whether the second of two sums is what the first comes to, less or with a share or a sum that the brief names. */
function isChanged(text: string, first: Amount, second: Amount): boolean {
  const lead = /[^.!?\n]*$/.exec(text.slice(Math.max(0, first.start - AHEAD), first.start))?.[0] ?? '';
  const said = `${lead} █ ${text.slice(first.end, second.start)}`;
  if (IF.test(said)) return false;
  const [from, to] = [minorOf(first), minorOf(second)];
  const [word, sign] = to < from ? [LESS, -1] : [MORE, 1];
  return [...said.matchAll(FIGURES)].some(({ groups, index, 0: figure }) => {
    // In the line or the cell of the figure: "Voice-off" in the next row takes nothing off.
    const before = /[^\n|]*$/.exec(said.slice(0, index))?.[0] ?? '';
    const after = /^[^\n|]*/.exec(said.slice(index + figure.length))?.[0] ?? '';
    if (!word.test(`${before}${figure}${after}`)) return false;
    const percent = /\d+(?:[.,]\d+)?/.exec(groups?.percent ?? '')?.[0];
    const by = percent
      ? (from * Number(percent.replace(',', '.'))) / 100
      : minorOf({ digits: groups?.sum ?? '', times: 1 });
    return by > 0 && isNearly(from + sign * by, to);
  });
}
