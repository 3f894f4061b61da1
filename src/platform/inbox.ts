import { z } from 'zod';
import type { Database } from './database.ts';

export type InboxSource = 'slack' | 'stripe';

/** A delivery whose process died before it was settled counts as new again after this long. */
const ABANDONED_SECONDS = 10;

/**
 * Keeps a delivery durably, once: a second one with the same id is `seen`, unless the first failed or was abandoned.
 * What is kept of a Slack request is only that it came; its words are not ours to store.
 */
export async function remember(
  db: Database,
  source: InboxSource,
  account: string,
  externalId: string,
): Promise<'new' | 'seen'> {
  const rows = await db.$queryRaw<{ state: string }[]>`
    INSERT INTO "Inbox" (source, account, "externalId", kind, body, state) VALUES (${source}, ${account}, ${externalId}, '', ''::bytea, 'new')
    ON CONFLICT (source, account, "externalId") DO UPDATE SET state = 'new', attempts = "Inbox".attempts + 1, "receivedAt" = now()
      WHERE "Inbox".state = 'failed' OR ("Inbox".state = 'new' AND "Inbox"."receivedAt" < now() - make_interval(secs => ${ABANDONED_SECONDS}))
    RETURNING state`;
  return rows.length === 1 ? 'new' : 'seen';
}

export async function settle(
  db: Database,
  source: InboxSource,
  account: string,
  externalId: string,
  outcome: 'done' | 'failed',
): Promise<void> {
  await db.inbox.updateMany({ where: { source, account, externalId }, data: { state: outcome } });
}

/** A webhook as it is kept: what it was about, and nothing of what it said, since that is read back. */
export type Delivery = {
  source: InboxSource;
  account: string;
  externalId: string;
  kind: string;
  objectId: string;
  livemode: boolean;
  attempts: number;
};

const Body = z.object({ objectId: z.string(), livemode: z.boolean() });

/** Keeps a webhook for a worker to act on; one that is known is `seen`, whatever became of it. */
export async function keepDelivery(db: Database, made: Omit<Delivery, 'attempts'>): Promise<'new' | 'seen'> {
  const { objectId, livemode, ...row } = made;
  const body = new TextEncoder().encode(JSON.stringify({ objectId, livemode }));
  const { count } = await db.inbox.createMany({ data: [{ ...row, body }], skipDuplicates: true });
  return count === 1 ? 'new' : 'seen';
}

const Claimed = z.object({
  account: z.string(),
  externalId: z.string(),
  kind: z.string(),
  body: z.instanceof(Uint8Array),
  attempts: z.number(),
});

/** Longer than anything a worker does with one webhook; if it dies, another takes it up after this. */
const LEASE_SECONDS = 60;

/** Takes webhooks to act on; while one is taken nobody else gets it. */
export async function claimDeliveries(db: Database, source: InboxSource, limit: number): Promise<Delivery[]> {
  const rows = await db.$queryRaw<unknown[]>`
    UPDATE "Inbox" SET attempts = attempts + 1, "availableAt" = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE (source, account, "externalId") IN (
      SELECT source, account, "externalId" FROM "Inbox" WHERE source = ${source} AND state = 'new' AND "availableAt" <= now()
      ORDER BY "receivedAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING account, "externalId", kind, body, attempts`;
  return z
    .array(Claimed)
    .parse(rows)
    .map(({ body, ...row }) => ({ ...row, source, ...Body.parse(JSON.parse(new TextDecoder().decode(body))) }));
}

export type Ending =
  | { state: 'done' }
  | { state: 'parked'; reason: string }
  | { state: 'new'; reason: string; seconds: number };

/** How a taken webhook ended: done, set aside for a person with the reason, or to be tried again. */
export async function endDelivery(db: Database, delivery: Delivery, ending: Ending): Promise<void> {
  const { source, account, externalId, attempts } = delivery;
  const failure = ending.state === 'done' ? null : ending.reason.slice(0, 500);
  const seconds = ending.state === 'new' ? ending.seconds : 0;
  await db.$executeRaw`
    UPDATE "Inbox" SET state = ${ending.state}, failure = ${failure}, "availableAt" = now() + make_interval(secs => ${seconds})
    WHERE source = ${source} AND account = ${account} AND "externalId" = ${externalId} AND attempts = ${attempts} AND state = 'new'`;
}

/** Webhooks kept and not ended, whether they wait for a worker or for another try. */
export function waitingDeliveries(db: Database, source: InboxSource): Promise<number> {
  return db.inbox.count({ where: { source, state: 'new' } });
}

/** Milliseconds until the next one may be taken, undefined when none waits. */
export async function nextDeliveryIn(db: Database, source: InboxSource): Promise<number | undefined> {
  const [row] = await db.$queryRaw<{ wait: number | null }[]>`
    SELECT (extract(epoch FROM min("availableAt") - now()) * 1000)::float8 AS wait FROM "Inbox" WHERE source = ${source} AND state = 'new'`;
  return row?.wait == null ? undefined : Math.max(0, row.wait);
}
