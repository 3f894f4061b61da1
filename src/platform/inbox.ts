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
