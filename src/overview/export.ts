import { stringify } from 'csv-stringify/sync';
import { dayIn } from '../shared/dates.ts';
import { decimal } from '../shared/money.ts';
import { typedLine } from '../shared/typed.ts';
import type { InvoiceRow, PaymentRow } from './export-read.ts';

/**
 * A table as spreadsheets open it: UTF-8 with its mark, line ends of RFC 4180, and no cell that a spreadsheet would compute
 * (OWASP, CSV injection): what begins like a formula is text. Sums are plain decimals, `4000.00`, in a column of their own.
 */
function table(head: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const words = rows.map((row) => row.map(typedLine));
  const text = stringify([[...head], ...words], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
  return new TextEncoder().encode(text);
}

const INVOICE_HEAD = [
  'Number',
  'Kind',
  'State',
  'Issued on',
  'Due on',
  'Paid on',
  'Client',
  'Project',
  'Currency',
  'Net',
  'Tax',
  'Total',
  'Received',
  'Still owed',
];

/** `zone` is the business's: days are counted there. */
export function invoicesCsv(rows: readonly InvoiceRow[], zone: string): Uint8Array {
  return table(
    INVOICE_HEAD,
    rows.map(({ total, settled, ...row }) => [
      row.number,
      row.kind,
      row.state,
      row.issuedOn ?? '',
      row.dueOn ?? '',
      row.paidAt ? dayIn(zone, row.paidAt) : '',
      row.client,
      row.project,
      total.currency,
      decimal(row.net),
      decimal(row.tax),
      decimal(total),
      decimal(settled),
      decimal({ ...total, minor: row.state === 'void' ? 0n : total.minor - settled.minor }),
    ]),
  );
}

const PAYMENT_HEAD = [
  'Received on',
  'Method',
  'Client',
  'Project',
  'Invoice',
  'Currency',
  'Amount',
  'Counted',
  'Refunded',
  'Disputed',
  'Reference',
];

export function paymentsCsv(rows: readonly PaymentRow[], zone: string): Uint8Array {
  return table(
    PAYMENT_HEAD,
    rows.map((row) => [
      dayIn(zone, row.receivedAt),
      row.method,
      row.client,
      row.project,
      row.invoice,
      row.amount.currency,
      decimal(row.amount),
      decimal(row.applied),
      decimal(row.refunded),
      decimal(row.disputed),
      row.reference,
    ]),
  );
}
