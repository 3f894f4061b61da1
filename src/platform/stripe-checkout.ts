import type Stripe from 'stripe';

/** A Checkout Session with what was tried in it, as Stripe tells it now. */
export type Checkout = {
  id: string;
  url: string | null;
  livemode: boolean;
  /** What we called it when we opened it. */
  reference: string | null;
  metadata: Readonly<Record<string, string>>;
  amountMinor: bigint;
  /** Upper case. */
  currency: string;
  /** `open` may have a failure: a card was declined, and another one may be tried on the same page. */
  outcome: 'open' | 'processing' | 'paid' | 'failed' | 'expired';
  /** The money that moved: of `paid` only. `createdAt`, by machine time, is when a card paid, and a debit was begun. */
  charge: { id: string; amountMinor: bigint; currency: string; kind: 'card' | 'debit'; createdAt: Date } | undefined;
  failure: { code: string; chargeId: string | null } | undefined;
};

/** What has to be asked for with every session. */
export const EXPAND = ['payment_intent.latest_charge'];

export function toCheckout(session: Stripe.Checkout.Session): Checkout {
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null;
  const charge = intent && typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  const outcome = outcomeOf(session, intent, charge);
  const error = outcome === 'paid' ? null : intent?.last_payment_error;
  return {
    id: session.id,
    url: session.url,
    livemode: session.livemode,
    reference: session.client_reference_id,
    metadata: session.metadata ?? {},
    amountMinor: BigInt(session.amount_total ?? 0),
    currency: (session.currency ?? '').toUpperCase(),
    outcome,
    charge:
      outcome === 'paid' && charge
        ? {
            id: charge.id,
            amountMinor: BigInt(charge.amount),
            currency: charge.currency.toUpperCase(),
            kind: charge.payment_method_details?.type === 'card' ? 'card' : 'debit',
            createdAt: new Date(charge.created * 1000),
          }
        : undefined,
    failure: error
      ? { code: error.decline_code ?? error.code ?? 'unknown', chargeId: error.charge ?? null }
      : undefined,
  };
}

/** `complete` says only that the page is done: a bank debit arrives, or bounces, days later. */
function outcomeOf(
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent | null,
  charge: Stripe.Charge | null,
): Checkout['outcome'] {
  if (session.status === 'expired') return 'expired';
  if (session.status === 'open') return 'open';
  if (session.payment_status === 'paid' && charge?.status === 'succeeded') return 'paid';
  return intent?.status === 'requires_payment_method' || intent?.status === 'canceled' ? 'failed' : 'processing';
}
