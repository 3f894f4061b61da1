import { invoiceById } from '../invoices/read.ts';
import type { GivenBack } from '../platform/stripe.ts';
import { transact, type Work } from '../platform/work.ts';
import type { Project } from '../projects/project.ts';
import { lockProject } from '../projects/read.ts';
import { money } from '../shared/money.ts';
import type { StripeAccount } from './account-read.ts';
import type { Cards } from './expire.ts';
import type { Payment, Refund } from './payment.ts';
import { paymentByExternalId, refundsOf } from './read.ts';
import { bookAsItStands } from './read-back.ts';
import { type Settled, settleCheckout } from './settle.ts';
import { insertRefund, markRefundFailed } from './store.ts';

/**
 * Books what was given back of a charge, from the provider's own list: each refund once, whatever event told of it and
 * however often. One that is still pending waits for its end.
 */
export async function bookRefunds(parts: Cards, account: StripeAccount, chargeId: string): Promise<Settled> {
  const { core, cards } = parts;
  const payment = await paymentOf(parts, account, chargeId);
  if (!payment) return { parked: `no payment of this account has the charge ${chargeId}` };
  const { projectId } = await invoiceById(core.db, account.workspaceId, payment.invoiceId);
  await bookAsItStands(
    () => cards.refundsOf(chargeId),
    (given) =>
      transact(core, account.workspaceId, async (work) => {
        const project = await lockProject(work, projectId);
        const booked = await refundsOf(work.tx, account.workspaceId, payment.id);
        // The list has the newest first; the books are written in the order in which it happened.
        for (const each of given.toReversed()) await follow(work, project, payment, booked, each);
      }),
  );
  return 'settled';
}

async function follow(
  work: Work,
  project: Project,
  payment: Payment,
  booked: readonly Refund[],
  given: GivenBack,
): Promise<void> {
  const known = booked.find(({ externalId }) => externalId === given.id);
  if (given.state === 'arrived' && !known) await arrived(work, project, payment, given);
  if (given.state === 'failed' && known && !known.failedAt) {
    await markRefundFailed(work, known.id);
    await announce(work, project, 'payment.refund-failed', known.id, given);
  }
}

/** The payment of a charge; a refund that is heard of before its charge settles the charge first. */
export async function paymentOf(
  { core, cards }: Cards,
  account: StripeAccount,
  chargeId: string,
): Promise<Payment | undefined> {
  const { workspaceId, id } = account;
  const known = await paymentByExternalId(core.db, workspaceId, id, chargeId);
  if (known) return known;
  const intentId = await cards.intentOf(chargeId);
  const checkout = intentId && (await cards.checkoutOf(intentId));
  if (!checkout) return undefined;
  await settleCheckout(core, account, checkout);
  return paymentByExternalId(core.db, workspaceId, id, chargeId);
}

async function arrived(work: Work, project: Project, payment: Payment, given: GivenBack): Promise<void> {
  const amount = money(given.amountMinor, payment.amount.currency);
  const id = await insertRefund(work, { paymentId: payment.id, externalId: given.id, amount });
  await announce(work, project, 'payment.refunded', id, given);
}

async function announce(
  work: Work,
  project: Project,
  event: 'payment.refunded' | 'payment.refund-failed',
  subjectId: string,
  given: GivenBack,
): Promise<void> {
  const detail = { amount: given.amountMinor.toString(), currency: project.currency };
  await work.announce({ event, projectId: project.id, subjectId, actor: 'system', detail });
}
