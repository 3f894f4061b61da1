import { z } from 'zod';
import type { Database, Tx } from '../platform/database.ts';
import type { Id } from '../shared/ids.ts';
import { type Money, money } from '../shared/money.ts';
import { notFound } from '../shared/refusal.ts';
import { PAYMENT_METHODS, type Payment, type Refund } from './payment.ts';

const SELECT = {
  workspaceId: true,
  id: true,
  clientId: true,
  accountId: true,
  invoiceId: true,
  externalId: true,
  method: true,
  amountMinor: true,
  currency: true,
  receivedAt: true,
  disputedAt: true,
  disputeLostAt: true,
  disputedMinor: true,
  refunds: { select: { amountMinor: true, failedAt: true } },
  applications: { select: { invoiceId: true, amountMinor: true }, orderBy: { id: 'asc' } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(db: Database | Tx, workspaceId: string, id: string) {
  return db.payment.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: SELECT });
}

function toPayment({ amountMinor, currency, refunds, applications, disputedMinor, ...row }: Row): Payment {
  const sum = (minor: bigint) => money(minor, currency);
  const kept = refunds.filter((refund) => refund.failedAt === null);
  return {
    ...row,
    method: z.enum(PAYMENT_METHODS).parse(row.method),
    amount: sum(amountMinor),
    disputed: sum(disputedMinor ?? 0n),
    refunded: sum(kept.reduce((all, refund) => all + refund.amountMinor, 0n)),
    applied: applications.map((one) => ({ invoiceId: one.invoiceId, amount: sum(one.amountMinor) })),
  } as Payment;
}

export async function paymentById(db: Database | Tx, workspaceId: string, id: string): Promise<Payment> {
  const row = await findRow(db, workspaceId, id);
  if (!row) throw notFound('payment');
  return toPayment(row);
}

/** What was paid for a project's invoices, oldest first, whether it settled anything or not. */
export async function paymentsOf(db: Database | Tx, workspaceId: string, projectId: string): Promise<Payment[]> {
  const rows = await db.payment.findMany({
    where: { workspaceId, invoice: { projectId } },
    select: SELECT,
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toPayment);
}

/** The payment of a charge, or of a key of ours, on one account. */
export async function paymentByExternalId(
  db: Database | Tx,
  workspaceId: string,
  accountId: string,
  externalId: string,
): Promise<Payment | undefined> {
  const row = await db.payment.findUnique({
    where: { workspaceId_accountId_externalId: { workspaceId, accountId, externalId } },
    select: SELECT,
  });
  return row ? toPayment(row) : undefined;
}

/** What is still owed on each of some invoices, by id: its total less what was applied to it. */
export async function owedOnEach(
  db: Database | Tx,
  workspaceId: string,
  invoices: readonly { id: Id<'invoice'>; total: Money }[],
): Promise<Map<Id<'invoice'>, Money>> {
  const ids = invoices.map(({ id }) => id);
  const applied = await db.application.groupBy({
    by: ['invoiceId'],
    where: { workspaceId, invoiceId: { in: ids } },
    _sum: { amountMinor: true },
  });
  const sums = new Map(applied.map((row) => [row.invoiceId, row._sum.amountMinor ?? 0n]));
  return new Map(
    invoices.map(({ id, total }) => [id, money(total.minor - (sums.get(id) ?? 0n), total.currency)] as const),
  );
}

/** What is still owed on an invoice. Refunds and lost disputes don't bring a debt back: that is for people to settle. */
export async function owedOn(
  db: Database | Tx,
  workspaceId: string,
  invoice: { id: Id<'invoice'>; total: Money },
): Promise<Money> {
  return (await owedOnEach(db, workspaceId, [invoice])).get(invoice.id) ?? invoice.total;
}

const REFUND = {
  workspaceId: true,
  id: true,
  paymentId: true,
  externalId: true,
  amountMinor: true,
  refundedAt: true,
  failedAt: true,
  payment: { select: { currency: true } },
} as const;

export async function refundById(db: Database | Tx, workspaceId: string, id: string): Promise<Refund> {
  const row = await db.refund.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: REFUND });
  if (!row) throw notFound('refund');
  return toRefund(row);
}

export async function refundsOf(db: Database | Tx, workspaceId: string, paymentId: string): Promise<Refund[]> {
  const rows = await db.refund.findMany({ where: { workspaceId, paymentId }, select: REFUND, orderBy: { id: 'asc' } });
  return rows.map(toRefund);
}

function toRefund({ payment, amountMinor, ...row }: { amountMinor: bigint; payment: { currency: string } }): Refund {
  return { ...row, amount: money(amountMinor, payment.currency) } as Refund;
}
