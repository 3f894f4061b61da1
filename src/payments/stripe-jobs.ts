import type { DueSource } from '../platform/due.ts';
import { failpoint } from '../platform/failpoint.ts';
import {
  claimDeliveries,
  type Delivery,
  type Ending,
  endDelivery,
  nextDeliveryIn,
  waitingDeliveries,
} from '../platform/inbox.ts';
import { EffectFailed, waitAfter } from '../platform/outbox.ts';
import { attemptById, dueChecks } from './attempt-read.ts';
import { claimChecks } from './attempt-store.ts';
import { type Cards, checkAttempt } from './expire.ts';
import { HEARD, hearStripe, keepEvent } from './hear.ts';

const BATCH = 16;

/** What comes due at the payment provider: its webhooks, and attempts to ask it about. */
export function stripeDue(parts: Cards): DueSource[] {
  return [stripeInbox(parts), attemptChecks(parts), lostEvents(parts)];
}

/** Webhooks that were kept and are to be acted on. */
function stripeInbox(parts: Cards): DueSource {
  const { core } = parts;
  return {
    name: 'payment.hear-stripe',
    run: async () => {
      const taken = await claimDeliveries(core.db, 'stripe', BATCH);
      await Promise.all(taken.map((delivery) => act(parts, delivery)));
      return taken.length;
    },
    nextAt: async () => {
      const wait = await nextDeliveryIn(core.db, 'stripe');
      return wait === undefined ? undefined : new Date(core.clock.now().getTime() + wait);
    },
    owed: () => waitingDeliveries(core.db, 'stripe'),
  };
}

async function act(parts: Cards, delivery: Delivery): Promise<void> {
  const { db, log } = parts.core;
  const about = { event: delivery.externalId, kind: delivery.kind };
  const ending = await heard(parts, delivery).catch((error: unknown) => endingOf(error, delivery.attempts));
  if (ending.state === 'parked') log.error({ ...about, reason: ending.reason }, 'webhook set aside');
  if (ending.state === 'new') log.warn({ ...about, reason: ending.reason }, 'webhook will be tried again');
  await endDelivery(db, delivery, ending);
}

async function heard(parts: Cards, delivery: Delivery): Promise<Ending> {
  const settled = await hearStripe(parts, delivery);
  failpoint('payment.after-hear');
  return settled === 'settled' ? { state: 'done' } : { state: 'parked', reason: settled.parked };
}

function endingOf(error: unknown, attempts: number): Ending {
  const reason = error instanceof Error ? error.message : String(error);
  const wait = waitAfter(attempts);
  if (wait === undefined || (error instanceof EffectFailed && error.outcome === 'dead'))
    return { state: 'parked', reason };
  const asked = error instanceof EffectFailed ? (error.retryAfterMs ?? 0) / 1000 : 0;
  return { state: 'new', reason, seconds: Math.max(wait, asked) };
}

/**
 * Attempts whose webhooks may have been lost: the provider is asked by machine time, seldom, and however often that fails
 * the next turn is put off first. Waiting is no debt, so nothing is owed and nothing is next.
 */
function attemptChecks(parts: Cards): DueSource {
  const { core } = parts;
  return {
    name: 'attempt.check',
    run: async () => {
      const taken = await claimChecks(core.db, BATCH);
      await Promise.all(
        taken.map(async ({ workspaceId, id }) => {
          const attempt = await attemptById(core.db, workspaceId, id);
          await checkAttempt(parts, attempt).catch((error: Error) =>
            core.log.warn({ attempt: id, reason: error.message }, 'could not ask about a payment, will ask again'),
          );
        }),
      );
      return taken.length;
    },
    nextAt: async () => undefined,
    owed: () => dueChecks(core.db),
  };
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Events whose webhooks never came, refunds and disputes too: Stripe gives up after three days, and now and then sends
 * none at all. A while after the start all that it still keeps is looked through, then each hour the last days. By
 * machine time; what is known already is not kept again.
 */
function lostEvents({ core, cards }: Cards): DueSource {
  const machine = () => core.clock.machine().getTime();
  let look = { at: machine() + 10 * MINUTE_MS, back: 30 * DAY_MS };
  return {
    name: 'payment.find-lost',
    run: async () => {
      const now = machine();
      if (now < look.at) return 0;
      const since = new Date(now - look.back);
      look = { at: now + 60 * MINUTE_MS, back: look.back };
      const found = await cards.eventsSince(since, HEARD).catch((error: Error) => {
        core.log.warn({ reason: error.message }, 'could not ask Stripe for lost events, will ask again');
      });
      if (!found) return 0;
      look = { ...look, back: 4 * DAY_MS };
      // The newest come first, and are acted on in any order.
      const kept = await Promise.all(found.map((event) => keepEvent(core, event)));
      return kept.filter(Boolean).length;
    },
    nextAt: async () => undefined,
    owed: async () => 0,
  };
}
