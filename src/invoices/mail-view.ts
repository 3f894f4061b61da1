import { type Booking, sayWhen } from '../bookings/booking.ts';
import { sayDue } from '../reminders/step.ts';
import { type Day, daysBetween, formatInstant } from '../shared/dates.ts';
import { formatMoney, type Money, minus } from '../shared/money.ts';
import type { Invoice } from './invoice.ts';
import type { InvoiceView } from './view.ts';

type Rows = (readonly [label: string, value: string])[];

/** What the mails about an invoice say of it on the day they leave. */
export type InvoiceMailView = {
  invoice: InvoiceView;
  /** Whom the mail greets. */
  name: string;
  /** What is still to pay, parts that came before taken off. */
  toPay: string;
  /** What it is for and how its sum is reached. */
  facts: Rows;
  /** What a transfer needs; empty where the invoice names no account. */
  transfer: Rows;
  /** The date that waits for this deposit, and until when it is kept. */
  kept: string | undefined;
  /** `due in 3 days`, `due today`, `3 days overdue`. */
  due: string;
  /** Days since it was due; below zero before. */
  late: number;
};

export type MailFacts = {
  invoice: Pick<Invoice, 'kind' | 'total' | 'dueOn'>;
  view: InvoiceView;
  owed: Money;
  name: string;
  bookings: readonly Booking[];
  today: Day;
  zone: string;
};

export function invoiceMailView({ invoice, view, owed, name, bookings, today, zone }: MailFacts): InvoiceMailView {
  const paid = minus(invoice.total, owed);
  const toPay = formatMoney(owed);
  const dueOn = invoice.dueOn ?? today;
  return {
    invoice: view,
    name,
    toPay,
    facts: [
      ['Invoice', view.label],
      ['For', view.title],
      ...(view.deductions.length > 0 ? view.totals.slice(0, -1) : []),
      ...(paid.minor > 0n ? ([['Paid so far', formatMoney(paid)]] as const) : []),
      ['To pay', toPay],
      ['Due', view.dueOn],
    ],
    transfer: transferOf(view, toPay),
    kept: invoice.kind === 'deposit' ? keptWords(bookings, zone) : undefined,
    due: sayDue(dueOn, today),
    late: daysBetween(dueOn, today),
  };
}

/** A transfer needs to say what it is for, or nobody can tell whose it is. */
function transferOf({ payTo, label }: InvoiceView, toPay: string): Rows {
  if (payTo.length === 0) return [];
  return [...payTo.map((line) => [line.label, line.value] as const), ['Amount', toPay], ['Reference', label]];
}

function keptWords(bookings: readonly Booking[], zone: string): string | undefined {
  const held = bookings.find(({ state, holdEndsAt }) => state === 'held' && holdEndsAt !== null);
  if (!held?.holdEndsAt) return undefined;
  return `Your date, ${sayWhen(held)}, is kept until ${formatInstant(held.holdEndsAt, zone)}.`;
}
