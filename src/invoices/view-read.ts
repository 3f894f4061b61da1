import type { Database } from '../platform/database.ts';
import { type Day, dayIn } from '../shared/dates.ts';
import type { Invoice } from './invoice.ts';
import { frozenOf } from './read.ts';
import { type InvoiceView, invoiceView } from './view.ts';

/** Issued invoices as they stand on a day, each with its document as it was frozen. */
export function invoiceViewsOf(
  db: Database,
  workspaceId: string,
  invoices: readonly Invoice[],
  today: Day,
): Promise<InvoiceView[]> {
  return Promise.all(
    invoices.map(async (invoice) => {
      const paidOn = invoice.paidAt ? dayIn(invoice.zone, invoice.paidAt) : undefined;
      return invoiceView(invoice, await frozenOf(db, workspaceId, invoice.id), paidOn, today);
    }),
  );
}
