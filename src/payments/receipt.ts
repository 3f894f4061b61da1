import { issuerLines, recipientLines } from '../invoices/invoice.ts';
import type { frozenOf } from '../invoices/read.ts';
import type { Payment } from './payment.ts';
import type { PaymentView } from './payment-view.ts';
import type { ReceiptPaper } from './receipt-document.ts';

/** What a receipt says in label and value, on paper, in the mail and on the page alike. */
export function receiptRows(view: PaymentView): (readonly [label: string, value: string])[] {
  return [
    ['Received', view.amount],
    ['On', view.receivedOn],
    ['How', view.how.charAt(0).toUpperCase() + view.how.slice(1)],
    ['For', `${view.invoice}, ${view.title}`],
    ['Invoice total', view.invoiceTotal],
    ...(view.refunded ? [['Given back', view.refunded] as const] : []),
  ];
}

/** What is still owed, in one line. */
export function receiptOwed(view: PaymentView): { label: string; value: string } {
  const label = view.invoiceIsVoid ? 'Owed on this invoice, which is void' : 'Still owed on this invoice';
  return { label, value: view.owedInFull };
}

export function receiptNotes(view: PaymentView, business: string): string[] {
  if (!view.unapplied) return [];
  return [`${view.unapplied} of it is more than was owed. ${business} will settle that with you.`];
}

type Frozen = Awaited<ReturnType<typeof frozenOf>>;

/** Both parties as they stand on the invoice. */
export function receiptPaper(view: PaymentView, payment: Payment, frozen: Frozen): ReceiptPaper {
  const { from, to } = frozen;
  const [paid, ...facts] = receiptRows(view).map(([label, value]) => ({ label, value }));
  return {
    id: payment.id,
    from: { name: from.name, lines: issuerLines(from) },
    to: { name: to.name, lines: recipientLines(to) },
    receivedAt: payment.receivedAt,
    paid: paid ?? { label: 'Received', value: view.amount },
    facts,
    owed: receiptOwed(view),
    notes: receiptNotes(view, from.name),
  };
}

export function receiptFile(label: string | null): string {
  return `Receipt for invoice ${label ?? ''}.pdf`;
}
