import type { Delivery } from '../platform/inbox.ts';
import { type StripeAccount, stripeAccount } from './account-read.ts';
import { bookDispute } from './dispute.ts';
import type { Cards } from './expire.ts';
import { bookRefunds } from './refund.ts';
import { type Settled, settleCheckout } from './settle.ts';

/** Reads one kind of object back, by its id, and takes over how it stands. */
type Hear = (parts: Cards, account: StripeAccount, objectId: string) => Promise<Settled>;

const BY_TYPE: readonly (readonly [type: RegExp, hear: Hear])[] = [
  [/^checkout\.session\./, hearSession],
  [/^payment_intent\.(succeeded|payment_failed|processing|canceled)$/, hearIntent],
  [/^charge\.refunded$/, bookRefunds],
  [/^(charge\.refund|refund)\.(created|updated|failed)$/, hearRefund],
  [/^charge\.dispute\.(created|updated|closed|funds_withdrawn|funds_reinstated)$/, bookDispute],
];

function hearerOf(type: string): Hear | undefined {
  return BY_TYPE.find(([pattern]) => pattern.test(type))?.[1];
}

/** Whether an event of this type can change anything here; the others are answered and forgotten. */
export function isHeard(type: string): boolean {
  return hearerOf(type) !== undefined;
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
  const hear = hearerOf(kind);
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
