import { z } from 'zod';
import { INVOICE_KINDS, type InvoiceKind } from '../invoices/invoice.ts';
import type { Database } from '../platform/database.ts';
import { columnToDay, type Day } from '../shared/dates.ts';
import { type Money, money } from '../shared/money.ts';

const PROJECT = { select: { title: true, client: { select: { name: true, company: true } } } } as const;

const partyOf = (client: { name: string; company: string | null }) => client.company ?? client.name;

export type InvoiceRow = {
  number: string;
  kind: InvoiceKind;
  state: string;
  issuedOn: Day | null;
  dueOn: Day | null;
  paidAt: Date | null;
  client: string;
  project: string;
  net: Money;
  tax: Money;
  total: Money;
  settled: Money;
};

/** Every invoice of a business that has a number, in the order of issue. */
export async function invoiceRows(db: Database, workspaceId: string, businessId: string): Promise<InvoiceRow[]> {
  const rows = await db.invoice.findMany({
    where: { workspaceId, project: { businessId }, label: { not: null } },
    select: {
      label: true,
      kind: true,
      state: true,
      issuedOn: true,
      dueOn: true,
      paidAt: true,
      currency: true,
      netMinor: true,
      taxMinor: true,
      totalMinor: true,
      project: PROJECT,
      applications: { select: { amountMinor: true } },
    },
    orderBy: [{ issuedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    number: row.label ?? '',
    kind: z.enum(INVOICE_KINDS).parse(row.kind),
    state: row.state,
    issuedOn: row.issuedOn && columnToDay(row.issuedOn),
    dueOn: row.dueOn && columnToDay(row.dueOn),
    paidAt: row.paidAt,
    client: partyOf(row.project.client),
    project: row.project.title,
    net: money(row.netMinor, row.currency),
    tax: money(row.taxMinor, row.currency),
    total: money(row.totalMinor, row.currency),
    settled: money(
      row.applications.reduce((all, { amountMinor }) => all + amountMinor, 0n),
      row.currency,
    ),
  }));
}

export type PaymentRow = {
  receivedAt: Date;
  method: string;
  client: string;
  project: string;
  invoice: string;
  amount: Money;
  applied: Money;
  refunded: Money;
  disputed: Money;
  reference: string;
};

/** Every payment a business received, in the order of arrival. */
export async function paymentRows(db: Database, workspaceId: string, businessId: string): Promise<PaymentRow[]> {
  const rows = await db.payment.findMany({
    where: { workspaceId, account: { businessId } },
    select: {
      receivedAt: true,
      method: true,
      currency: true,
      amountMinor: true,
      disputedAt: true,
      disputeLostAt: true,
      disputedMinor: true,
      externalId: true,
      invoice: { select: { label: true, project: PROJECT } },
      applications: { select: { amountMinor: true } },
      refunds: { select: { amountMinor: true, failedAt: true } },
    },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => {
    const sum = (parts: readonly { amountMinor: bigint }[]) =>
      money(
        parts.reduce((all, { amountMinor }) => all + amountMinor, 0n),
        row.currency,
      );
    const disputed = row.disputedAt || row.disputeLostAt ? (row.disputedMinor ?? row.amountMinor) : 0n;
    return {
      receivedAt: row.receivedAt,
      method: row.method,
      client: partyOf(row.invoice.project.client),
      project: row.invoice.project.title,
      invoice: row.invoice.label ?? '',
      amount: money(row.amountMinor, row.currency),
      applied: sum(row.applications),
      refunded: sum(row.refunds.filter(({ failedAt }) => failedAt === null)),
      disputed: money(disputed, row.currency),
      reference: row.externalId,
    };
  });
}
