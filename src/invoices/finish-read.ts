import { z } from 'zod';
import type { Database } from '../platform/database.ts';

/** Started projects that are paid in full and only wait for their last slot to end, each with that moment. */
const WAITING = `
  SELECT p."workspaceId", p.id, max(b."endAt") AS at
  FROM "Project" p
  JOIN "Booking" b ON b."workspaceId" = p."workspaceId" AND b."projectId" = p.id AND b.state <> 'released'
  WHERE p.state = 'active'
    AND NOT EXISTS (SELECT 1 FROM "Instalment" i
      WHERE i."workspaceId" = p."workspaceId" AND i."projectId" = p.id AND i.state = 'planned')
    AND NOT EXISTS (SELECT 1 FROM "Invoice" v
      WHERE v."workspaceId" = p."workspaceId" AND v."projectId" = p.id AND v.state IN ('open', 'processing'))
  GROUP BY p."workspaceId", p.id`;

const Row = z.object({ workspaceId: z.string(), id: z.string() });

export async function finishedProjects(db: Database, now: Date, limit: number): Promise<z.infer<typeof Row>[]> {
  const rows = await db.$queryRawUnsafe<unknown[]>(
    `SELECT "workspaceId", id FROM (${WAITING}) waiting WHERE at <= $1 ORDER BY at LIMIT $2`,
    now,
    limit,
  );
  return z.array(Row).parse(rows);
}

export async function nextFinishAt(db: Database, now: Date): Promise<Date | undefined> {
  const [row] = await db.$queryRawUnsafe<{ at: Date | null }[]>(
    `SELECT min(at) AS at FROM (${WAITING}) waiting WHERE at > $1`,
    now,
  );
  return row?.at ?? undefined;
}
