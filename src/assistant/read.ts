import type { Database, Tx } from '../platform/database.ts';
import type { Id } from '../shared/ids.ts';
import { LOST_MS, type Outcome, usedOn } from './call.ts';
import { type CallMade, monthOf, type Use } from './use.ts';

type Row = { workspaceId: Id<'workspace'>; id: Id<'call'> };

/** Whether the owner turned on that what models are told and say is kept. */
export async function keepsWords(db: Database | Tx, workspaceId: Id<'workspace'>): Promise<boolean> {
  const { keepsModelWords } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { keepsModelWords: true },
  });
  return keepsModelWords;
}

/** Whether somebody called a call off that is under way. */
export async function isStopping(db: Database, workspaceId: string, id: string): Promise<boolean> {
  const call = await db.modelCall.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { outcome: true },
  });
  return call?.outcome === 'stopping';
}

/** The member a call was made for, null where it was for nobody here; undefined for a call that was never made. */
export async function askedBy(db: Database | Tx, workspaceId: string, id: string): Promise<string | null | undefined> {
  const call = await db.modelCall.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { memberId: true },
  });
  return call?.memberId;
}

/** Calls under way for so long that their process must have ended, oldest first. */
export async function lostCalls(db: Database, now: Date, take: number): Promise<Row[]> {
  const rows = await db.modelCall.findMany({
    where: { outcome: { in: ['asked', 'stopping'] }, askedAt: { lt: new Date(now.getTime() - LOST_MS) } },
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

type Used = { today: Use; month: Use; calls: CallMade[]; keeps: boolean };

/** Shown one by one; what they come to is counted over all. */
const LAST_CALLS = 20;

/** What a workspace's calls came to, today and this month, the last ones first. */
export async function useOf(db: Database, workspaceId: Id<'workspace'>, now: Date): Promise<Used> {
  const day = usedOn(now);
  const [today, month, rows, keeps] = await Promise.all([
    useSince(db, workspaceId, day),
    useSince(db, workspaceId, monthOf(day)),
    db.modelCall.findMany({
      where: { workspaceId },
      include: { words: { select: { told: true, said: true } } },
      orderBy: { id: 'desc' },
      take: LAST_CALLS,
    }),
    keepsWords(db, workspaceId),
  ]);
  return { today, month, calls: rows.map((row) => ({ ...row, outcome: row.outcome as Outcome })), keeps };
}

async function useSince(db: Database, workspaceId: Id<'workspace'>, day: string): Promise<Use> {
  const made = { workspaceId, usedOn: { gte: new Date(`${day}T00:00:00Z`) } };
  const asked = { ...made, outcome: { not: 'spent' } };
  const [sums, answered, unasked, uncounted] = await Promise.all([
    db.modelCall.aggregate({ where: asked, _count: { id: true }, _sum: { tokens: true, costMicros: true } }),
    db.modelCall.count({ where: { ...made, outcome: 'answered' } }),
    db.modelCall.count({ where: { ...made, outcome: 'spent' } }),
    db.modelCall.count({ where: { ...asked, tokensIn: null, tokens: { gt: 0 } } }),
  ]);
  return {
    calls: sums._count.id,
    answered,
    unasked,
    uncounted,
    tokens: sums._sum.tokens ?? 0,
    costMicros: sums._sum.costMicros ?? 0n,
  };
}
