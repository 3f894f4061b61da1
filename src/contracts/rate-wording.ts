import type { Variables } from '../clauses/clause.ts';
import { formatDay } from '../shared/dates.ts';
import { formatMoney, formatPercent, minus, money } from '../shared/money.ts';
import { TAX_REASON_WORDS } from '../shared/tax.ts';
import { monthsOf } from './schedule.ts';
import {
  depositOf,
  isWorked,
  milestoneSums,
  type Rate,
  shareOfTotal,
  shareWords,
  type Terms,
  totals,
} from './terms.ts';

/** `10 hours`, `1 session`, `2.5 days`. */
export function quantityWords(quantityMilli: number, unit: Rate['unit']): string {
  return `${quantityMilli / 1000} ${quantityMilli === 1000 ? unit : `${unit}s`}`;
}

/** `EUR 90.00 per hour`. */
export function unitPriceWords({ minor, currency, unit }: Rate): string {
  return `${formatMoney(money(minor, currency))} per ${unit}`;
}

/** Why no tax is added to a price, behind it; empty where no reason is known. */
export const untaxedWords = ({ taxReason }: Terms): string =>
  taxReason ? `, no tax added (${TAX_REASON_WORDS[taxReason.value]})` : '';

/** The price of work that is billed as worked: `EUR 90.00 per hour plus 19% tax, at most EUR 4,500.00`. */
export function workedWords(terms: Terms): string {
  const { rate: each, taxRateMilli, taxIncluded } = terms;
  if (!each) return '';
  const { capMinor, currency } = each.value;
  const tax = taxRateMilli?.value ?? 0;
  const how =
    tax === 0 ? untaxedWords(terms) : `${taxIncluded?.value ? ', including' : ' plus'} ${formatPercent(tax)} tax`;
  const cap =
    capMinor === null ? '' : `, at most ${formatMoney(money(capMinor, currency))}${tax === 0 ? '' : ' before tax'}`;
  return `${unitPriceWords(each.value)}${how}${taxIncluded?.value ? cap.replace(' before tax', '') : cap}, as worked`;
}

/** What clauses say of a rate: the price of a unit, how many, and the most it may come to. */
export function rateWords(terms: Terms): Variables {
  const each = terms.rate?.value;
  return {
    worked: isWorked(terms),
    rate: each ? unitPriceWords(each) : null,
    rateUnit: each?.unit ?? null,
    rateQuantity: each?.quantityMilli ? quantityWords(each.quantityMilli, each.unit) : null,
    rateCap: each?.capMinor != null ? formatMoney(money(each.capMinor, each.currency)) : null,
  };
}

/** What clauses say of work that is invoiced month by month: how much, how often, and from when to when. */
export function monthlyWords(terms: Terms): Variables {
  const months = isWorked(terms) ? [] : monthsOf(terms);
  const [first, last] = [months[0], months.at(-1)];
  const lastSum = last && minus(last.sum, depositOf(terms));
  return {
    byMonth: months.length > 0,
    monthCount: months.length || null,
    monthSum: first ? formatMoney(first.sum) : null,
    monthFirstOn: first ? formatDay(first.dueOn) : null,
    monthLastOn: last ? formatDay(last.dueOn) : null,
    monthLastSum: lastSum && lastSum.minor !== first?.sum.minor ? formatMoney(lastSum) : null,
  };
}

/** Each part of the price with its sum and when it is invoiced; the last one with the deposit taken off. */
export function milestoneLines(terms: Terms): string[] {
  const parts = terms.milestones?.value ?? [];
  const { total } = totals(terms);
  const deposit = depositOf(terms);
  return milestoneSums(terms).map(({ label, sum, dueOn }, index) => {
    const share = parts[index]?.percentMilli;
    const last = index === parts.length - 1;
    const plain = share !== undefined && shareOfTotal(total, share).minor === sum.minor;
    const worth = `${formatMoney(sum)}${plain ? ` (${shareWords(share)} of the total price)` : ''}`;
    const less = last && deposit.minor > 0n ? `, less the deposit of ${formatMoney(deposit)}` : '';
    const when = dueOn ? `on ${formatDay(dueOn)}` : last ? 'at the end of the work' : 'when it is done';
    return `${label}: ${worth}${less}, invoiced ${when}`;
  });
}
