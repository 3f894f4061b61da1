import { type Invoice, inSentence, nameOf } from '../invoices/invoice.ts';
import type { frozenOf } from '../invoices/read.ts';
import { compareDays, type Day, formatDay } from '../shared/dates.ts';
import { formatMoney, type Money, minus } from '../shared/money.ts';
import type { Attempt } from './payment.ts';

/** Everything the page says of paying one invoice. */
export type PayView = {
  invoiceId: string;
  /** Within a sentence. */
  ofInvoice: string;
  owed: string;
  /** When it is due; what of it is paid already. */
  note: string;
  processing: boolean;
  cards: boolean;
  /** Where a transfer goes, with sum and reference; empty where the invoice names no account. */
  transfer: { label: string; value: string }[];
  /** Why the last try did not work, as long as nothing came of it. */
  failure: string | undefined;
};

export type PayFacts = {
  invoice: Invoice;
  payTo: Awaited<ReturnType<typeof frozenOf>>['payTo'];
  owed: Money;
  attempts: readonly Attempt[];
  cards: boolean;
  today: Day;
};

export function payView({ invoice, payTo, owed, attempts, cards, today }: PayFacts): PayView {
  const last = attempts.at(-1);
  const paid = minus(invoice.total, owed);
  return {
    invoiceId: invoice.id,
    ofInvoice: inSentence(nameOf(invoice)),
    owed: formatMoney(owed),
    note: [
      sayDue(invoice.dueOn, today),
      paid.minor > 0n ? `${formatMoney(paid)} of ${formatMoney(invoice.total)} is paid.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    processing: invoice.state === 'processing',
    cards,
    transfer:
      payTo.length > 0
        ? [...payTo, { label: 'Amount', value: formatMoney(owed) }, { label: 'Reference', value: invoice.label ?? '' }]
        : [],
    failure: last && (last.state === 'open' || last.state === 'failed') ? (last.failure ?? undefined) : undefined,
  };
}

function sayDue(dueOn: Day | null, today: Day): string {
  if (!dueOn) return '';
  return compareDays(dueOn, today) < 0 ? `Was due ${formatDay(dueOn)}.` : `Due ${formatDay(dueOn)}.`;
}
