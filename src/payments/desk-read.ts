import { z } from 'zod';
import { INVOICE_KINDS, INVOICE_STATES, type Invoice } from '../invoices/invoice.ts';
import type { Database } from '../platform/database.ts';
import { columnToDay, type Day } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import { type Money, money } from '../shared/money.ts';
import { PAYMENT_METHODS, type PaymentMethod } from './payment.ts';

type Named = Pick<Invoice, 'kind' | 'label'>;

/** An invoice on which money is still owed, as the desk lists it. */
export type OwedLine = {
  invoiceId: Id<'invoice'>;
  invoice: Named;
  state: Invoice['state'];
  title: string;
  client: string;
  total: Money;
  owed: Money;
  dueOn: Day | null;
};

const LINES_MAX = 100;

function named(row: { kind: string; label: string | null }): Named {
  return { kind: z.enum(INVOICE_KINDS).parse(row.kind), label: row.label };
}

const PROJECT = { select: { title: true, client: { select: { name: true, company: true } } } } as const;

/** The longest due first. */
export async function owedLines(db: Database, workspaceId: string, businessId: string): Promise<OwedLine[]> {
  const rows = await db.invoice.findMany({
    where: { workspaceId, state: { in: ['open', 'processing'] }, project: { businessId } },
    select: {
      id: true,
      kind: true,
      label: true,
      state: true,
      totalMinor: true,
      currency: true,
      dueOn: true,
      project: PROJECT,
      applications: { select: { amountMinor: true } },
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: LINES_MAX,
  });
  return rows
    .map((row) => ({
      invoiceId: row.id as Id<'invoice'>,
      invoice: named(row),
      state: z.enum(INVOICE_STATES).parse(row.state),
      title: row.project.title,
      client: row.project.client.company ?? row.project.client.name,
      total: money(row.totalMinor, row.currency),
      owed: money(row.totalMinor - row.applications.reduce((all, one) => all + one.amountMinor, 0n), row.currency),
      dueOn: row.dueOn && columnToDay(row.dueOn),
    }))
    .filter(({ owed }) => owed.minor > 0n);
}

export type PaidLine = {
  id: Id<'payment'>;
  invoice: Named;
  client: string;
  method: PaymentMethod;
  amount: Money;
  receivedAt: Date;
};

/** What came in last, so that nobody records it a second time. */
export async function paidLines(db: Database, workspaceId: string, businessId: string): Promise<PaidLine[]> {
  const rows = await db.payment.findMany({
    where: { workspaceId, account: { businessId } },
    select: {
      id: true,
      method: true,
      amountMinor: true,
      currency: true,
      receivedAt: true,
      invoice: { select: { kind: true, label: true, project: PROJECT } },
    },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: 10,
  });
  return rows.map(({ invoice, amountMinor, currency, ...row }) => ({
    ...row,
    id: row.id as Id<'payment'>,
    invoice: named(invoice),
    method: z.enum(PAYMENT_METHODS).parse(row.method),
    client: invoice.project.client.company ?? invoice.project.client.name,
    amount: money(amountMinor, currency),
  }));
}
