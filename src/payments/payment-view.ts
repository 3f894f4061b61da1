import { type Invoice, inSentence, nameOf } from '../invoices/invoice.ts';
import { dayIn, formatDay } from '../shared/dates.ts';
import { formatMoney, type Money, money } from '../shared/money.ts';
import { type Payment, sayMethod, unappliedOf } from './payment.ts';

/** Everything the surfaces say of a payment, as it is shown. What is zero is undefined. */
export type PaymentView = {
  id: string;
  /** `Deposit invoice 2027-0001`, and the same within a sentence. */
  invoice: string;
  ofInvoice: string;
  /** Of the project. */
  title: string;
  client: string;
  amount: string;
  /** `by card`, `in cash`. */
  how: string;
  receivedOn: string;
  invoiceTotal: string;
  /** On that invoice, now. */
  owed: string | undefined;
  /** The same, zero spelt out. */
  owedInFull: string;
  /** Settles nothing. */
  unapplied: string | undefined;
  invoiceIsVoid: boolean;
  refunded: string | undefined;
  dispute: 'open' | 'lost' | undefined;
  /** What of it is or was disputed. */
  disputed: string;
  /** Cards and debits are given back at the provider, everything else by hand. */
  atProvider: boolean;
};

export type PaymentFacts = {
  payment: Payment;
  invoice: Invoice;
  owed: Money;
  title: string;
  client: string;
};

export function paymentView({ payment, invoice, owed, title, client }: PaymentFacts): PaymentView {
  const left = invoice.state === 'void' ? money(0n, invoice.currency) : owed;
  return {
    id: payment.id,
    invoice: nameOf(invoice),
    ofInvoice: inSentence(nameOf(invoice)),
    title,
    client,
    amount: formatMoney(payment.amount),
    how: sayMethod(payment.method),
    receivedOn: formatDay(dayIn(invoice.zone, payment.receivedAt)),
    invoiceTotal: formatMoney(invoice.total),
    owed: unlessZero(left),
    owedInFull: formatMoney(left),
    unapplied: unlessZero(unappliedOf(payment)),
    invoiceIsVoid: invoice.state === 'void',
    refunded: unlessZero(payment.refunded),
    dispute: payment.disputeLostAt ? 'lost' : payment.disputedAt ? 'open' : undefined,
    disputed: formatMoney(payment.disputed),
    atProvider: payment.method === 'card' || payment.method === 'debit',
  };
}

function unlessZero(sum: Money): string | undefined {
  return sum.minor > 0n ? formatMoney(sum) : undefined;
}
