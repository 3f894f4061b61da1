import { type Delivery, keepDelivery } from '../platform/inbox.ts';
import type { StripeEvent } from '../platform/stripe-event.ts';
import type { Core } from '../platform/work.ts';
import { PLATFORM_ACCOUNT } from '../workspaces/workspace.ts';
import { type StripeAccount, stripeAccount } from './account-read.ts';
import { bookDispute } from './dispute.ts';
import type { Cards } from './expire.ts';
import { bookRefunds } from './refund.ts';
import { type Settled, settleCheckout } from './settle.ts';

/** Reads one kind of object back, by its id, and takes over how it stands. */
type Hear = (parts: Cards, account: StripeAccount, objectId: string) => Promise<Settled>;

/** The events a webhook endpoint has to be subscribed to; all others are answered and forgotten. */
const BY_TYPE: ReadonlyMap<string, Hear> = new Map([
  ['checkout.session.completed', hearSession],
  ['checkout.session.async_payment_succeeded', hearSession],
  ['checkout.session.async_payment_failed', hearSession],
  ['checkout.session.expired', hearSession],
  ['payment_intent.succeeded', hearIntent],
  ['payment_intent.payment_failed', hearIntent],
  ['charge.refunded', bookRefunds],
  ['refund.created', hearRefund],
  ['refund.updated', hearRefund],
  ['refund.failed', hearRefund],
  ['charge.dispute.created', bookDispute],
  ['charge.dispute.closed', bookDispute],
]);

export const HEARD: readonly string[] = [...BY_TYPE.keys()];

/** Keeps an event for a worker, once; answers whether there is something new to act on. */
export async function keepEvent(core: Core, event: StripeEvent): Promise<boolean> {
  if (!BY_TYPE.has(event.type)) return false;
  const kept = await keepDelivery(core.db, {
    source: 'stripe',
    account: event.account ?? PLATFORM_ACCOUNT,
    externalId: event.id,
    kind: event.type,
    objectId: event.objectId,
    livemode: event.livemode,
  });
  return kept === 'new';
}

/**
 * Acts on a webhook that was kept. Its account says whose it is, its object is read back from there, and what it says
 * itself is believed in nothing else.
 */
export async function hearStripe(parts: Cards, delivery: Delivery): Promise<Settled> {
  const { account: externalId, livemode, kind, objectId } = delivery;
  if (livemode !== parts.cards.livemode)
    return { parked: livemode ? 'a live event, but the key is a test key' : 'a test event, but the key is live' };
  const account = await stripeAccount(parts.core.db, externalId, livemode);
  if (!account) return { parked: `no business here has the account ${externalId}` };
  const hear = BY_TYPE.get(kind);
  return hear ? hear(parts, account, objectId) : { parked: `nobody hears ${kind}` };
}

async function hearSession({ core, cards }: Cards, account: StripeAccount, id: string): Promise<Settled> {
  return settleCheckout(core, account, await cards.readCheckout(id));
}

async function hearIntent({ core, cards }: Cards, account: StripeAccount, id: string): Promise<Settled> {
  const checkout = await cards.checkoutOf(id);
  return checkout ? settleCheckout(core, account, checkout) : { parked: `the payment ${id} was not made on a page` };
}

async function hearRefund(parts: Cards, account: StripeAccount, id: string): Promise<Settled> {
  const chargeId = await parts.cards.chargeOfRefund(id);
  return chargeId ? bookRefunds(parts, account, chargeId) : { parked: `the refund ${id} is of no charge` };
}
