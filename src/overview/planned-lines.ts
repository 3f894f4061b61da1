import { balanceIssuedAt, type Instalment } from '../invoices/invoice.ts';
import { compareDays, formatInstant } from '../shared/dates.ts';
import { formatMoney } from '../shared/money.ts';

/** The next invoice that goes out by itself, and what waits for someone to say that it is done. */
export function plannedLines(planned: readonly Instalment[], zone: string): string[] {
  const dated = planned.filter(({ dueOn, total }) => dueOn && total.minor > 0n);
  const [next] = [...dated].sort((a, b) => compareDays(a.dueOn ?? '', b.dueOn ?? ''));
  const open = planned.filter(({ trigger, kind }) => trigger === 'button' && kind === 'milestone');
  return [
    ...(next?.dueOn
      ? [`Next invoice ${formatInstant(balanceIssuedAt(next.dueOn, zone), zone)}: ${formatMoney(next.total)}`]
      : []),
    ...(dated.length > 1 ? [`${dated.length - 1} more planned after it`] : []),
    ...open.map(({ label, total }) => `To invoice when done: ${label}, ${formatMoney(total)} (/invoice)`),
    ...(planned.some(({ kind }) => kind === 'worked') ? ['Bill the work with /invoice'] : []),
  ];
}
