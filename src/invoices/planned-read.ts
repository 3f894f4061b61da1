import { z } from 'zod';
import type { Database } from '../platform/database.ts';

/**
 * A deposit that was given back or is disputed, in part even: whether the work goes on, and what is owed then, is for people
 * to say. The same sum as `keptOf`.
 */
const GIVEN_BACK = `
  EXISTS (SELECT 1 FROM "Invoice" d WHERE d."workspaceId" = p."workspaceId" AND d."projectId" = p.id
    AND d.kind = 'deposit' AND d.state = 'paid' AND d."totalMinor" > (
      SELECT sum(y."amountMinor" - CASE WHEN y."disputedAt" IS NULL THEN 0 ELSE coalesce(y."disputedMinor", 0) END
        - coalesce((SELECT sum(r."amountMinor") FROM "Refund" r
          WHERE r."workspaceId" = y."workspaceId" AND r."paymentId" = y.id AND r."failedAt" IS NULL), 0))
      FROM "Payment" y WHERE y."workspaceId" = d."workspaceId" AND y."invoiceId" = d.id))`;

/** Planned balances of started projects where the app is installed, each with the moment it is issued: nine in the morning where the business is. */
const PLANNED = `
  SELECT i."workspaceId", i.id, (i."dueOn" + time '09:00') AT TIME ZONE b."timeZone" AS at
  FROM "Instalment" i
  JOIN "Project" p ON p."workspaceId" = i."workspaceId" AND p.id = i."projectId" AND p.state = 'active'
  JOIN "Workspace" w ON w.id = p."workspaceId" AND w.state = 'installed'
  JOIN "Business" b ON b."workspaceId" = p."workspaceId" AND b.id = p."businessId"
  WHERE i.state = 'planned' AND i.trigger = 'date' AND NOT ${GIVEN_BACK}`;

const Row = z.object({ workspaceId: z.string(), id: z.string() });

export async function duePlanned(db: Database, now: Date, limit: number): Promise<z.infer<typeof Row>[]> {
  const rows = await db.$queryRawUnsafe<unknown[]>(
    `SELECT "workspaceId", id FROM (${PLANNED}) planned WHERE at <= $1 ORDER BY at LIMIT $2`,
    now,
    limit,
  );
  return z.array(Row).parse(rows);
}

export async function countDuePlanned(db: Database, now: Date): Promise<number> {
  return (await duePlanned(db, now, 10_000)).length;
}

export async function nextPlannedAt(db: Database, now: Date): Promise<Date | undefined> {
  const [row] = await db.$queryRawUnsafe<{ at: Date | null }[]>(
    `SELECT min(at) AS at FROM (${PLANNED}) planned WHERE at > $1`,
    now,
  );
  return row?.at ?? undefined;
}
