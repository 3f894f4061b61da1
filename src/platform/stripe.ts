import type Stripe from 'stripe';
import type { StripeConfig } from './config-vendors.ts';
import type { Log } from './log.ts';
import { type Checkout, EXPAND, toCheckout } from './stripe-checkout.ts';
import { type StripeEvent, toEvent, verifiedEvent } from './stripe-event.ts';
import { stripeFailed } from './stripe-failure.ts';

/** A page at Stripe where a sum is paid. Everything in it must be the same for the same key. */
export type CheckoutOrder = {
  /** The same key is the same page, however often it is asked for. */
  key: string;
  reference: string;
  metadata: Readonly<Record<string, string>>;
  amountMinor: bigint;
  currency: string;
  name: string;
  email: string | undefined;
  successUrl: string;
  cancelUrl: string;
  /** By machine time; 30 minutes to 24 hours ahead. */
  expiresAt: Date;
};

export type GivenBack = {
  id: string;
  amountMinor: bigint;
  /** `pending` may still become either. */
  state: 'pending' | 'arrived' | 'failed';
};

/** `amount` is in minor units of the charge's currency, and may be a part of it. */
export type Dispute = { chargeId: string; amount: bigint; state: 'open' | 'won' | 'lost' };

/** Every call throws only `StripeFailed`. */
export type CardPayments = {
  livemode: boolean;
  openCheckout(order: CheckoutOrder): Promise<Checkout>;
  readCheckout(sessionId: string): Promise<Checkout>;
  /** Ends a page that nobody has paid on. Throws `refused` when it is complete or has ended. */
  expireCheckout(sessionId: string): Promise<void>;
  /** The page a payment intent belongs to, if it belongs to one. */
  checkoutOf(intentId: string): Promise<Checkout | undefined>;
  intentOf(chargeId: string): Promise<string | undefined>;
  refundsOf(chargeId: string): Promise<GivenBack[]>;
  chargeOfRefund(refundId: string): Promise<string | undefined>;
  readDispute(disputeId: string): Promise<Dispute>;
  /** What happened since then, of some types; Stripe keeps 30 days. */
  eventsSince(since: Date, types: readonly string[]): Promise<StripeEvent[]>;
  /** Undefined when no secret of ours has signed it. */
  readEvent(body: string, signature: string, now: Date): Promise<StripeEvent | undefined>;
};

export type StripeOptions = { log: Log; timeoutMs?: number };

/** A person waits for the page, and the SDK tries once more. */
const TIMEOUT_MS = 5_000;

/** Cards, and debits that a bank confirms later: what the words on our pages fit. Stripe offers those the account has. */
const WAYS = ['card', 'sepa_debit', 'bacs_debit', 'us_bank_account', 'acss_debit', 'au_becs_debit', 'nz_bank_account'];

/** The SDK is loaded with the first call: most processes start without one. It is pinned to its own API version. */
export function connectStripe(config: StripeConfig, { log, timeoutMs = TIMEOUT_MS }: StripeOptions): CardPayments {
  let made: Promise<Stripe> | undefined;
  const client = () => {
    made ??= clientOf(config, timeoutMs);
    return made;
  };
  const call = async <T>(name: string, ask: (stripe: Stripe) => Promise<T>): Promise<T> => {
    const stripe = await client();
    return ask(stripe).catch((error: object) => {
      const failed = stripeFailed(name, error);
      log.warn({ fault: failed.fault, reason: failed.message }, 'stripe did not do what was asked');
      throw failed;
    });
  };
  return {
    livemode: config.livemode,
    ...pages(call),
    ...money(call),
    eventsSince: (since, types) =>
      call('event.list', async ({ events }) => {
        const created = { gte: Math.floor(since.getTime() / 1000) };
        const found = await events
          .list({ created, types: [...types], limit: 100 })
          .autoPagingToArray({ limit: EVENTS_MAX });
        return found.flatMap((event) => toEvent(event) ?? []);
      }),
    readEvent: async (body, signature, now) =>
      verifiedEvent((await client()).webhooks, config.webhookSecrets, { body, signature, now }),
  };
}

/** More than any business here takes in a month; what is beyond is found by the next look. */
const EVENTS_MAX = 5_000;

type Call = <T>(name: string, ask: (stripe: Stripe) => Promise<T>) => Promise<T>;

function pages(call: Call): Pick<CardPayments, 'openCheckout' | 'readCheckout' | 'expireCheckout' | 'checkoutOf'> {
  return {
    openCheckout: (order) =>
      call('checkout.create', async ({ checkout }) =>
        toCheckout(await checkout.sessions.create(parameters(order), { idempotencyKey: order.key })),
      ),
    readCheckout: (sessionId) =>
      call('checkout.read', async ({ checkout }) =>
        toCheckout(await checkout.sessions.retrieve(sessionId, { expand: EXPAND })),
      ),
    expireCheckout: (sessionId) =>
      call('checkout.expire', async ({ checkout }) => {
        await checkout.sessions.expire(sessionId);
      }),
    checkoutOf: (intentId) =>
      call('checkout.find', async ({ checkout }) => {
        const expand = EXPAND.map((path) => `data.${path}`);
        const { data } = await checkout.sessions.list({ payment_intent: intentId, limit: 1, expand });
        return data[0] && toCheckout(data[0]);
      }),
  };
}

function money(call: Call): Pick<CardPayments, 'intentOf' | 'refundsOf' | 'chargeOfRefund' | 'readDispute'> {
  return {
    intentOf: (chargeId) =>
      call('charge.read', async ({ charges }) => idOf((await charges.retrieve(chargeId)).payment_intent)),
    refundsOf: (chargeId) =>
      call('refund.list', async ({ refunds }) => {
        const { data } = await refunds.list({ charge: chargeId, limit: 100 });
        return data.map(({ id, amount, status }) => ({ id, amountMinor: BigInt(amount), state: refundState(status) }));
      }),
    chargeOfRefund: (refundId) =>
      call('refund.read', async ({ refunds }) => idOf((await refunds.retrieve(refundId)).charge)),
    readDispute: (disputeId) =>
      call('dispute.read', async ({ disputes }) => {
        const { charge, amount, status } = await disputes.retrieve(disputeId);
        return { chargeId: idOf(charge) ?? '', amount: BigInt(amount), state: disputeState(status) };
      }),
  };
}

async function clientOf(config: StripeConfig, timeout: number): Promise<Stripe> {
  const { default: Client } = await import('stripe');
  const base = config.apiUrl ? new URL(config.apiUrl) : undefined;
  return new Client(config.secretKey, {
    timeout,
    maxNetworkRetries: 1,
    telemetry: false,
    ...(base && {
      host: base.hostname,
      port: base.port || (base.protocol === 'http:' ? 80 : 443),
      protocol: base.protocol === 'http:' ? ('http' as const) : ('https' as const),
    }),
  });
}

function parameters(order: CheckoutOrder): Stripe.Checkout.SessionCreateParams {
  const { metadata } = order;
  return {
    mode: 'payment',
    client_reference_id: order.reference,
    metadata: { ...metadata },
    payment_intent_data: { metadata: { ...metadata }, description: order.name },
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: order.currency.toLowerCase(),
          unit_amount: Number(order.amountMinor),
          product_data: { name: order.name },
        },
      },
    ],
    allowed_payment_method_types: [...WAYS],
    expires_at: Math.floor(order.expiresAt.getTime() / 1000),
    success_url: order.successUrl,
    cancel_url: order.cancelUrl,
    ...(order.email && { customer_email: order.email }),
  };
}

function idOf(held: string | { id: string } | null | undefined): string | undefined {
  return typeof held === 'string' ? held : held?.id;
}

function refundState(status: string | null): GivenBack['state'] {
  if (status === 'succeeded') return 'arrived';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}

/** An inquiry (`warning_...`) counts as open while it is, though no money has moved yet. */
function disputeState(status: string): Dispute['state'] {
  if (status === 'lost') return 'lost';
  return status === 'won' || status === 'warning_closed' || status === 'prevented' ? 'won' : 'open';
}
