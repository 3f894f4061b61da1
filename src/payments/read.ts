import type { Database, Tx } from '../platform/database.ts';
import { money } from '../shared/money.ts';
import { notFound } from '../shared/refusal.ts';
import type { Payment } from './payment.ts';

const SELECT = {
  workspaceId: true,
  id: true,
  clientId: true,
  accountId: true,
  externalId: true,
  method: true,
  amountMinor: true,
  currency: true,
  receivedAt: true,
  disputedAt: true,
  disputeLostAt: true,
  refunds: { select: { amountMinor: true } },
  applications: { select: { invoiceId: true, amountMinor: true }, orderBy: { id: 'asc' } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(db: Database | Tx, workspaceId: string, id: string) {
  return db.payment.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: SELECT });
}

function toPayment({ amountMinor, refunds, applications, ...row }: Row): Payment {
  const sum = (minor: bigint) => money(minor, row.currency);
  return {
    ...row,
    amount: sum(amountMinor),
    refunded: sum(refunds.reduce((all, refund) => all + refund.amountMinor, 0n)),
    applied: applications.map((one) => ({ invoiceId: one.invoiceId, amount: sum(one.amountMinor) })),
  } as unknown as Payment;
}

export async function paymentById(db: Database | Tx, workspaceId: string, id: string): Promise<Payment> {
  const row = await findRow(db, workspaceId, id);
  if (!row) throw notFound('payment');
  return toPayment(row);
}

/** What was paid on a project's invoices, oldest first. */
export async function paymentsOf(db: Database | Tx, workspaceId: string, projectId: string): Promise<Payment[]> {
  const rows = await db.payment.findMany({
    where: { workspaceId, applications: { some: { invoice: { projectId } } } },
    select: SELECT,
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toPayment);
}
