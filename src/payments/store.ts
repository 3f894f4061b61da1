import type { Work } from '../platform/work.ts';
import { type Id, newId } from '../shared/ids.ts';
import type { Money } from '../shared/money.ts';
import type { Payment } from './payment.ts';

export type NewPayment = Pick<
  Payment,
  'clientId' | 'accountId' | 'invoiceId' | 'externalId' | 'method' | 'receivedAt'
> & {
  amount: Money;
  /** The owner who says that it came; null when the payment provider says so. */
  recordedById: Id<'member'> | null;
};

export async function insertPayment(work: Work, made: NewPayment): Promise<Id<'payment'>> {
  const { amount, ...row } = made;
  const id = newId('payment', work.now);
  await work.tx.payment.create({
    data: { ...row, workspaceId: work.workspaceId, id, amountMinor: amount.minor, currency: amount.currency },
  });
  return id;
}

export async function insertApplication(
  work: Work,
  made: { paymentId: Id<'payment'>; invoiceId: Id<'invoice'>; amount: Money },
): Promise<void> {
  const { amount, ...row } = made;
  await work.tx.application.create({
    data: { ...row, workspaceId: work.workspaceId, id: newId('application', work.now), amountMinor: amount.minor },
  });
}

export async function insertRefund(
  work: Work,
  made: { paymentId: Id<'payment'>; externalId: string; amount: Money },
): Promise<Id<'refund'>> {
  const { amount, ...row } = made;
  const id = newId('refund', work.now);
  await work.tx.refund.create({
    data: { ...row, workspaceId: work.workspaceId, id, amountMinor: amount.minor, refundedAt: work.now },
  });
  return id;
}

export async function markRefundFailed(work: Work, id: Id<'refund'>): Promise<void> {
  await work.tx.refund.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id } },
    data: { failedAt: work.now },
  });
}

export async function saveDispute(
  work: Work,
  paymentId: Id<'payment'>,
  dispute:
    | { disputedAt: Date; disputedMinor: bigint }
    | { disputedAt: null }
    | { disputeLostAt: Date; disputedMinor: bigint },
): Promise<void> {
  await work.tx.payment.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id: paymentId } },
    data: dispute,
  });
}
