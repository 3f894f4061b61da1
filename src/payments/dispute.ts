import { invoiceById } from '../invoices/read.ts';
import type { Dispute } from '../platform/stripe.ts';
import { transact, type Work } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import type { StripeAccount } from './account-read.ts';
import type { Cards } from './expire.ts';
import type { Payment } from './payment.ts';
import { paymentById } from './read.ts';
import { bookAsItStands } from './read-back.ts';
import { paymentOf } from './refund.ts';
import type { Settled } from './settle.ts';
import { saveDispute } from './store.ts';

/** Takes over how a dispute stands, as it was read back: open, won or lost. A lost one stays lost. */
export async function bookDispute(parts: Cards, account: StripeAccount, disputeId: string): Promise<Settled> {
  const { core, cards } = parts;
  const { chargeId } = await cards.readDispute(disputeId);
  const found = await paymentOf(parts, account, chargeId);
  if (!found) return { parked: `no payment of this account has the charge ${chargeId}` };
  const { projectId } = await invoiceById(core.db, account.workspaceId, found.invoiceId);
  await bookAsItStands(
    () => cards.readDispute(disputeId),
    (dispute) =>
      transact(core, account.workspaceId, async (work) => {
        await lockProject(work, projectId);
        await follow(work, projectId, await paymentById(work.tx, account.workspaceId, found.id), dispute);
      }),
  );
  return 'settled';
}

async function follow(work: Work, projectId: Id<'project'>, payment: Payment, dispute: Dispute): Promise<void> {
  if (payment.disputeLostAt) return;
  const { state, amount } = dispute;
  // A bank counts in its own currency; it can't take more than was paid.
  const disputedMinor = amount < payment.amount.minor ? amount : payment.amount.minor;
  const announce = (event: 'payment.disputed' | 'payment.dispute-closed') =>
    work.announce({ event, projectId, subjectId: payment.id, actor: 'system', detail: { state } });
  // A dispute that was decided before we heard of it is still two things that happened.
  if (state !== 'won' && !payment.disputedAt) {
    await saveDispute(work, payment.id, { disputedAt: work.now, disputedMinor });
    await announce('payment.disputed');
  }
  if (state === 'lost') {
    await saveDispute(work, payment.id, { disputeLostAt: work.now, disputedMinor });
    await announce('payment.dispute-closed');
  }
  if (state === 'won' && payment.disputedAt) {
    await saveDispute(work, payment.id, { disputedAt: null });
    await announce('payment.dispute-closed');
  }
}
