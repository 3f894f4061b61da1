import { keepDelivery } from '../platform/inbox.ts';
import type { CardPayments } from '../platform/stripe.ts';
import type { Core } from '../platform/work.ts';
import type { Web } from '../portal/web.ts';
import { PLATFORM_ACCOUNT } from '../workspaces/workspace.ts';
import { isHeard } from './hear.ts';

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
    if (isHeard(event.type)) {
      const kept = await keepDelivery(core.db, {
        source: 'stripe',
        account: event.account ?? PLATFORM_ACCOUNT,
        externalId: event.id,
        kind: event.type,
        objectId: event.objectId,
        livemode: event.livemode,
      });
      if (kept === 'new') core.ring();
    }
    return c.json({ received: true });
  });
}
