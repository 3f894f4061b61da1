import { type Invoice, isOverdue, nameOf } from '../invoices/invoice.ts';
import { type Day, dayIn, formatDay } from '../shared/dates.ts';
import { formatMoney, type Money } from '../shared/money.ts';
import type { OwedLine, PaidLine } from './desk-read.ts';
import { type Payment, sayMethod, unappliedOf } from './payment.ts';

/** Everything the desk says of payments, as it is shown. */
export type DeskPayments = {
  today: Day;
  owed: {
    invoiceId: string;
    name: string;
    client: string;
    title: string;
    owed: string;
    total: string;
    due: string;
    overdue: boolean;
    processing: boolean;
  }[];
  paid: { day: string; name: string; client: string; how: string; amount: string }[];
};

export function deskPayments(owed: readonly OwedLine[], paid: readonly PaidLine[], zone: string, now: Date) {
  const today = dayIn(zone, now);
  return {
    today,
    owed: owed.map(({ invoice, state, ...line }) => ({
      ...line,
      name: nameOf(invoice),
      owed: formatMoney(line.owed),
      total: formatMoney(line.total),
      due: line.dueOn ? formatDay(line.dueOn) : '',
      overdue: isOverdue({ state, dueOn: line.dueOn }, today),
      processing: state === 'processing',
    })),
    paid: paid.map(({ invoice, client, method, amount, receivedAt }) => ({
      day: formatDay(dayIn(zone, receivedAt)),
      name: nameOf(invoice),
      client,
      how: sayMethod(method),
      amount: formatMoney(amount),
    })),
  } satisfies DeskPayments;
}

/** What the last form did: what is owed now, and what was too much. */
export function sayRecorded(payment: Payment, invoice: Invoice, owed: Money): string {
  const over = unappliedOf(payment);
  return [
    `${formatMoney(payment.amount)} recorded for ${nameOf(invoice)}.`,
    sayOwed(invoice, owed),
    over.minor > 0n ? `${formatMoney(over)} is more than was owed: settle that with the client.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function sayOwed(invoice: Invoice, owed: Money): string {
  if (invoice.state === 'void') return 'It is void.';
  return owed.minor > 0n ? `${formatMoney(owed)} is still owed on it.` : 'It is paid in full.';
}
