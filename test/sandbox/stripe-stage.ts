import { Hono } from 'hono';
import Stripe from 'stripe';
import { createLedger } from '../../src/sandbox/ledger.ts';
import { listen } from '../../src/sandbox/listen.ts';
import type { StripeOptions } from '../../src/sandbox/stripe/options.ts';
import { createStripe } from '../../src/sandbox/stripe/stripe.ts';

export const SECRETS = ['whsec_own', 'whsec_connected'];

/** The payments server, the vendor's own SDK pointed at it, and an app that keeps what webhooks bring. */
export async function stripeStage(options: Partial<StripeOptions> = {}) {
  const ledger = createLedger();
  const received: { event: Stripe.Event; signature: string; body: string }[] = [];
  let answer: (event: Stripe.Event) => number | Promise<number> = () => 200;
  const app = new Hono().post('/stripe/webhook', async (c) => {
    const body = await c.req.text();
    const event = JSON.parse(body) as Stripe.Event;
    received.push({ event, signature: c.req.header('stripe-signature') ?? '', body });
    return c.body(null, (await answer(event)) as 200);
  });
  const receiver = await listen(app.fetch);
  const server = createStripe({
    ledger,
    secretKey: 'sk_test_sandbox',
    webhookSecrets: SECRETS,
    webhookUrl: `${receiver.url}/stripe/webhook`,
    webhookRetries: [20, 40],
    ...options,
  });
  const door = await listen(server.routes.fetch);
  const client = (more: Partial<ConstructorParameters<typeof Stripe>[1]> = {}, key = 'sk_test_sandbox') =>
    new Stripe(key, {
      host: 'localhost',
      port: door.port,
      protocol: 'http',
      maxNetworkRetries: 0,
      telemetry: false,
      ...more,
    });
  return {
    server,
    ledger,
    url: door.url,
    received,
    types: () => received.map(({ event }) => event.type),
    answerWebhooks: (how: typeof answer) => {
      answer = how;
    },
    client,
    stripe: client(),
    async stop() {
      await server.stop();
      await door.close();
      await receiver.close();
    },
  };
}

export type StripeStage = Awaited<ReturnType<typeof stripeStage>>;

/** The parameters of an ordinary deposit. */
export function deposit(more: Partial<Stripe.Checkout.SessionCreateParams> = {}): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    client_reference_id: 'inv_1',
    customer_email: 'dana@acme.test',
    metadata: { invoice: 'inv_1', attempt: 'att_1', workspace: 'wsp_1' },
    line_items: [
      { quantity: 1, price_data: { currency: 'eur', unit_amount: 200_000, product_data: { name: 'Deposit 50 %' } } },
    ],
    payment_intent_data: { metadata: { invoice: 'inv_1' }, description: 'Deposit' },
    success_url: 'http://localhost:3000/portal/paid?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://localhost:3000/portal/back',
    ...more,
  };
}
