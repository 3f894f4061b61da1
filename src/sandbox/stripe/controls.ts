import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxStripe } from './stripe.ts';
import { ApiError } from './wire.ts';

const Refund = z.object({ amount: z.int().positive().optional() });
const Dispute = z.object({ amount: z.int().positive().optional(), reason: z.string().optional() });
const Close = z.object({ how: z.enum(['won', 'lost']) });
const Again = z.object({ times: z.int().min(1).max(50).default(1) });
const Withhold = z.object({ on: z.boolean() });
const Release = z.object({ events: z.array(z.string()).optional() });
const Fault = z.object({
  match: z.string(),
  kind: z.enum([
    '429',
    '5xx',
    'timeout',
    'timeout-after-accept',
    'drop-after-accept',
    'slow',
    'duplicate',
    'reorder',
    'withhold',
  ]),
  times: z.int().min(1).max(1000).default(1),
  status: z.int().min(500).max(599).default(503),
  retryAfter: z.int().min(0).default(1),
});

/** The drawer's levers over card payments, as JSON under /ui/stripe. */
export function controlRoutes(stripe: SandboxStripe): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>().basePath('/ui/stripe');
  app.use(async (c, next) => {
    // A form on another site can't send JSON without the browser asking first.
    const json = c.req.header('content-type')?.startsWith('application/json');
    if (c.req.method === 'POST' && !json) return c.json({ error: 'Send JSON.' }, 415);
    return next();
  });
  app.onError((fault, c) => {
    const status = fault instanceof ApiError ? fault.status : 400;
    return c.json({ error: fault.message }, status as 400);
  });
  app.get('/', (c) =>
    c.json({
      sessions: stripe.sessions(),
      intents: stripe.intents(),
      charges: stripe.charges(),
      refunds: stripe.refunds(),
      disputes: stripe.disputes(),
      deliveries: stripe.deliveries(),
      faults: stripe.faults.list().map((fault) => ({ ...fault, match: String(fault.match) })),
    }),
  );
  app.post('/sessions/:id/settle', (c) => c.json(stripe.settleDebit(c.req.param('id'))));
  app.post('/sessions/:id/fail', (c) => c.json(stripe.failDebit(c.req.param('id'))));
  app.post('/sessions/:id/expire', (c) => c.json(stripe.expire(c.req.param('id'))));
  app.post('/charges/:id/refund', async (c) => {
    const { amount } = Refund.parse(await c.req.json());
    return c.json(stripe.refund(c.req.param('id'), amount));
  });
  app.post('/charges/:id/dispute', async (c) => {
    const { amount, reason } = Dispute.parse(await c.req.json());
    const ask = { ...(amount === undefined ? {} : { amount }), ...(reason === undefined ? {} : { reason }) };
    return c.json(stripe.dispute(c.req.param('id'), ask));
  });
  app.post('/disputes/:id/close', async (c) =>
    c.json(stripe.closeDispute(c.req.param('id'), Close.parse(await c.req.json()).how)),
  );
  app.post('/events/:id/deliver', async (c) =>
    c.json(await stripe.deliver(c.req.param('id'), Again.parse(await c.req.json()).times)),
  );
  app.post('/withhold', async (c) => {
    await stripe.withhold(Withhold.parse(await c.req.json()).on);
    return c.json({ withheld: stripe.withheld().map((delivery) => delivery.event.id) });
  });
  app.post('/release', async (c) => {
    const { events } = Release.parse(await c.req.json());
    await stripe.releaseInOrder(events ?? stripe.withheld().map((delivery) => delivery.event.id));
    return c.json({ withheld: stripe.withheld().map((delivery) => delivery.event.id) });
  });
  app.post('/faults', async (c) => {
    stripe.faults.add(Fault.parse(await c.req.json()));
    return c.json({ ok: true });
  });
  app.delete('/faults', (c) => {
    stripe.faults.clear();
    return c.json({ ok: true });
  });
  return app;
}
