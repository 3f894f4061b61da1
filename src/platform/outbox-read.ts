import type { Database } from './database.ts';
import type { Owed } from './outbox.ts';

/**
 * Whether another worker holds an older claim on the same effect of the same project. Claims are committed before they are
 * performed, so of two that run at once each sees the other, and exactly one of them is the older.
 */
export async function earlierClaim(db: Database, owed: Owed): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "Outbox" WHERE effect = ${owed.effect} AND "projectId" = ${owed.projectId} AND "workspaceId" = ${owed.workspaceId}
      AND state = 'claimed' AND "leaseUntil" > now() AND id < ${owed.id} LIMIT 1`;
  return rows.length > 0;
}

/** Whether one of some effects is still owed for the same project. */
export async function isOwed(db: Database, owed: Owed, effects: readonly string[]): Promise<boolean> {
  const { workspaceId, projectId } = owed;
  const where = { workspaceId, projectId, effect: { in: [...effects] }, state: { in: ['pending', 'claimed'] } };
  return (await db.outbox.count({ where })) > 0;
}
