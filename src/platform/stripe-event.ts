import type Stripe from 'stripe';

/** What a webhook brought, once its signature was right. Nothing in it is believed before it was read back. */
export type StripeEvent = {
  id: string;
  type: string;
  /** The connected account it is about; undefined is the account of the key. */
  account: string | undefined;
  livemode: boolean;
  objectId: string;
};

const TOLERANCE_S = 300;

/** The event, if one of the secrets signed it within five minutes of now, or undefined. */
export function verifiedEvent(
  webhooks: Stripe['webhooks'],
  secrets: readonly string[],
  delivery: { body: string; signature: string; now: Date },
): StripeEvent | undefined {
  const { body, signature, now } = delivery;
  // The SDK refuses what is too old and takes what is dated ahead, which could be replayed for as long as it is ahead.
  const sentAt = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1]);
  if (!(sentAt * 1000 <= now.getTime() + TOLERANCE_S * 1000)) return undefined;
  for (const secret of secrets) {
    const event = construct(() =>
      webhooks.constructEvent(body, signature, secret, TOLERANCE_S, undefined, now.getTime()),
    );
    if (event) return toEvent(event);
  }
  return undefined;
}

/** The SDK throws on a wrong signature and on a body that is no JSON alike. */
function construct(make: () => Stripe.Event): Stripe.Event | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

export function toEvent(event: Stripe.Event): StripeEvent | undefined {
  const { id } = event.data.object as { id?: unknown };
  if (typeof id !== 'string' || typeof event.id !== 'string') return undefined;
  return { id: event.id, type: event.type, account: event.account, livemode: event.livemode, objectId: id };
}
