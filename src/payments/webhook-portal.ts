import type { CardPayments } from '../platform/stripe.ts';
import type { Core } from '../platform/work.ts';
import type { Web } from '../portal/web.ts';
import { keepEvent } from './hear.ts';

/** Keeps what Stripe sends, answers at once, and lets a worker act on it. Without Stripe there is nothing here. */
export function webhookRoutes(web: Web, { core, cards }: { core: Core; cards: CardPayments | undefined }): void {
  web.post('/stripe/webhook', async (c) => {
    if (!cards) return c.notFound();
    const signature = c.req.header('stripe-signature') ?? '';
    const event = await cards.readEvent(await c.req.text(), signature, core.clock.machine());
    if (!event) {
      core.log.warn('a webhook came without a signature of ours');
      return c.json({ received: false, reason: 'the signature is wrong' }, 400);
    }
    if (await keepEvent(core, event)) core.ring();
    return c.json({ received: true });
  });
}
