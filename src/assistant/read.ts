import type { Database, Tx } from '../platform/database.ts';
import type { Id } from '../shared/ids.ts';
import { LOST_MS } from './call.ts';

type Row = { workspaceId: Id<'workspace'>; id: Id<'call'> };

/** Whether the owner turned on that what models are told and say is kept. */
export async function keepsWords(db: Database | Tx, workspaceId: Id<'workspace'>): Promise<boolean> {
  const { keepsModelWords } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { keepsModelWords: true },
  });
  return keepsModelWords;
}

/** Calls under way for so long that their process must have ended, oldest first. */
export async function lostCalls(db: Database, now: Date, take: number): Promise<Row[]> {
  const rows = await db.modelCall.findMany({
    where: { outcome: 'asked', askedAt: { lt: new Date(now.getTime() - LOST_MS) } },
    select: { workspaceId: true, id: true },
    orderBy: { askedAt: 'asc' },
    take,
  });
  return rows as Row[];
}

/** Words whose time is over, oldest first. */
export async function dueWords(db: Database, now: Date, take: number): Promise<Row[]> {
  const rows = await db.modelWords.findMany({
    where: { deleteAt: { lte: now } },
    select: { workspaceId: true, id: true },
    orderBy: { deleteAt: 'asc' },
    take,
  });
  return rows as Row[];
}
