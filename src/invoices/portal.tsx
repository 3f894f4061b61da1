import type { VNode } from 'preact';
import { Card, Facts } from '../portal/layout.tsx';
import { type Day, dayIn } from '../shared/dates.ts';
import { formatMoney } from '../shared/money.ts';
import { type Invoice, nameOf } from './invoice.ts';
import { standingOf } from './view.ts';

/** The client's invoices, oldest first: what each is, how much, and how it stands. */
export function InvoicesCard({
  invoices,
  today,
  now,
}: {
  invoices: readonly Invoice[];
  today: Day;
  now: boolean;
}): VNode | undefined {
  if (invoices.length === 0) return undefined;
  const rows = invoices.map((invoice) => {
    const paidOn = invoice.paidAt ? dayIn(invoice.zone, invoice.paidAt) : undefined;
    return [nameOf(invoice), `${formatMoney(invoice.total)}. ${standingOf(invoice, paidOn, today)}.`] as const;
  });
  return (
    <Card title="Invoices" now={now}>
      <Facts rows={rows} />
    </Card>
  );
}
