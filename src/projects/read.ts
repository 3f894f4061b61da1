import { z } from 'zod';
import type { Database, Tx } from '../platform/database.ts';
import type { Work } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { notFound } from '../shared/refusal.ts';
import { PROJECT_STATES, type Project } from './project.ts';

const SELECT = {
  workspaceId: true,
  id: true,
  businessId: true,
  clientId: true,
  freelancerId: true,
  title: true,
  currency: true,
  pricesIncludeTax: true,
  state: true,
  channelId: true,
  cardTs: true,
  cardRevision: true,
  revision: true,
  createdAt: true,
  movedAt: true,
} as const;

type Row = { [K in keyof Project]: Project[K] extends string | null ? string | null : Project[K] };

function toProject(row: Omit<Row, 'state'> & { state: string }): Project {
  return { ...row, state: z.enum(PROJECT_STATES).parse(row.state) } as Project;
}

export async function projectById(db: Database | Tx, workspaceId: string, id: string): Promise<Project> {
  const row = await db.project.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: SELECT });
  if (!row) throw notFound('project');
  return toProject(row as never);
}

const LOCK = `SELECT ${Object.keys(SELECT)
  .map((column) => `"${column}"`)
  .join(', ')} FROM "Project" WHERE "workspaceId" = $1 AND id = $2 FOR UPDATE`;

/**
 * Locks the project's row until the transaction ends. Every verb that changes a project does this first, so two tabs, a
 * webhook and a void take turns.
 */
export async function lockProject(work: Work, id: string): Promise<Project> {
  const [row] = await work.tx.$queryRawUnsafe<unknown[]>(LOCK, work.workspaceId, id);
  if (!row) throw notFound('project');
  return toProject(row as never);
}

export async function projectsOf(db: Database | Tx, workspaceId: string, limit = 50): Promise<Project[]> {
  const rows = await db.project.findMany({
    where: { workspaceId },
    select: SELECT,
    orderBy: { movedAt: 'desc' },
    take: limit,
  });
  return rows.map((row) => toProject(row as never));
}

/** The projects of a client, in the order in which whoever locks several of them does it. */
export async function projectIdsOf(db: Database | Tx, workspaceId: string, clientId: string): Promise<Id<'project'>[]> {
  const rows = await db.project.findMany({
    where: { workspaceId, clientId },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id as Id<'project'>);
}

export function countProjectsOf(db: Database | Tx, workspaceId: string, clientId: string): Promise<number> {
  return db.project.count({ where: { workspaceId, clientId } });
}
