import type { Ledger } from '../ledger.ts';

export interface StripeOptions {
  ledger: Ledger;
  /** What the app sends as its key, e.g. `sk_test_sandbox`. */
  secretKey: string;
  /** The first signs the account's own events, the second (if any) those of connected accounts. */
  webhookSecrets: readonly string[];
  /** The app's `/stripe/webhook`; a function, or `setWebhookUrl`, when the app's port is known later. */
  webhookUrl?: string | (() => string | undefined);
  /** Machine time: sessions expire and signatures age by it. */
  now?: () => Date;
  /** Who is paid, as the hosted page says it. */
  businessName?: string;
  /** Which events the endpoint gets; `['*']` for all. */
  webhookEvents?: readonly string[];
  /** Milliseconds before each further try of a webhook the app did not answer with 2xx. */
  webhookRetries?: readonly number[];
  /** Milliseconds until a bank debit arrives by itself; never when unset. */
  debitDelay?: number;
}

/** What a production endpoint for one-time payments subscribes to. */
export const SUBSCRIBED = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'charge.refunded',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.closed',
];
export const RETRIES = [500, 2_000, 5_000, 10_000, 30_000];
