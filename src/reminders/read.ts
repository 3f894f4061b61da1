import { z } from 'zod';
import type { Database, Tx } from '../platform/database.ts';
import { columnToWall } from '../shared/dates.ts';
import { notFound } from '../shared/refusal.ts';
import type { Pause } from './pause.ts';
import { STEP_STATES, type Step } from './step.ts';

type Row = NonNullable<Awaited<ReturnType<typeof findStep>>>;

function findStep(db: Database | Tx, workspaceId: string, id: string) {
  return db.step.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
}

function toStep(row: Row): Step {
  return {
    workspaceId: row.workspaceId,
    id: row.id,
    projectId: row.projectId,
    versionId: row.versionId,
    invoiceId: row.invoiceId,
    kind: z.enum(['unsigned', 'deposit', 'invoice']).parse(row.kind),
    position: row.position,
    wall: columnToWall(row.wallAt),
    zone: row.zone,
    dueAt: row.dueAt,
    state: z.enum(STEP_STATES).parse(row.state),
    reason: row.reason,
    claimedAt: row.claimedAt,
    sentAt: row.sentAt,
  } as Step;
}

export async function stepById(db: Database | Tx, workspaceId: string, id: string): Promise<Step> {
  const row = await findStep(db, workspaceId, id);
  if (!row) throw notFound('reminder');
  return toStep(row);
}

/** A project's steps in the order they fall due. */
export async function stepsOf(db: Database | Tx, workspaceId: string, projectId: string): Promise<Step[]> {
  const rows = await db.step.findMany({
    where: { workspaceId, projectId },
    orderBy: [{ dueAt: 'asc' }, { position: 'asc' }],
  });
  return rows.map(toStep);
}

function toPause(row: { kind: string }): Pause {
  return { ...row, kind: z.enum(['snooze', 'question', 'stop']).parse(row.kind) } as unknown as Pause;
}

/**
 * The pauses that hold back a project's steps. One holds from the moment it is made, also when the clock was moved back
 * behind that moment since. A stop holds nothing back: it has skipped what was planned.
 */
export async function pausesOf(db: Database | Tx, workspaceId: string, projectId: string, now: Date): Promise<Pause[]> {
  const rows = await db.pause.findMany({
    where: { workspaceId, projectId, kind: { not: 'stop' }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    orderBy: { startsAt: 'asc' },
  });
  return rows.map(toPause);
}

/** When someone last stopped a project's reminders. */
export async function stoppedAt(db: Database | Tx, workspaceId: string, projectId: string): Promise<Date | undefined> {
  const row = await db.pause.findFirst({
    where: { workspaceId, projectId, kind: 'stop' },
    select: { startsAt: true },
    orderBy: { startsAt: 'desc' },
  });
  return row?.startsAt;
}

const DueRow = z.object({ workspaceId: z.string(), projectId: z.string() });
export type DueProject = z.infer<typeof DueRow>;

/**
 * Projects with a step that is due, the longest waiting first. What is held back is none: by a pause, by a debit that is
 * on its way, by a workspace that removed the app.
 */
export async function dueProjects(db: Database, now: Date, limit: number): Promise<DueProject[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT s."workspaceId", s."projectId" FROM "Step" s
    JOIN "Workspace" w ON w.id = s."workspaceId" AND w.state = 'installed'
    LEFT JOIN "Invoice" i ON i."workspaceId" = s."workspaceId" AND i.id = s."invoiceId"
    WHERE s.state = 'planned' AND s."dueAt" <= ${now} AND i.state IS DISTINCT FROM 'processing' AND NOT EXISTS (
      SELECT 1 FROM "Pause" p WHERE p."workspaceId" = s."workspaceId" AND p."projectId" = s."projectId"
        AND p.kind <> 'stop' AND (p."endsAt" IS NULL OR p."endsAt" > ${now}))
    GROUP BY s."workspaceId", s."projectId" ORDER BY min(s."dueAt") LIMIT ${limit}`;
  return z.array(DueRow).parse(rows);
}

/** How many projects have a step that is due and may go now. */
export async function countDue(db: Database, now: Date): Promise<number> {
  return (await dueProjects(db, now, 10_000)).length;
}

/** The next moment a step falls due, or a pause that holds one back ends. */
export async function nextDueAt(db: Database, now: Date): Promise<Date | undefined> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT least(
      (SELECT min("dueAt") FROM "Step" WHERE state = 'planned' AND "dueAt" > ${now}),
      (SELECT min(p."endsAt") FROM "Pause" p JOIN "Step" s ON s."workspaceId" = p."workspaceId" AND s."projectId" = p."projectId"
        WHERE s.state = 'planned' AND s."dueAt" <= ${now} AND p.kind <> 'stop' AND p."endsAt" > ${now})) AS at`;
  return row?.at ?? undefined;
}
