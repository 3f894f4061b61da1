import { z } from 'zod';
import type { Database, Tx } from '../platform/database.ts';
import type { Id } from '../shared/ids.ts';
import { notFound } from '../shared/refusal.ts';
import { Terms } from './terms.ts';

const NoteJson = z.object({ code: z.string(), sentence: z.string(), field: z.string().optional() });

/** What was read from a brief and by whom; `terms` is what the form showed. */
export const StoredReading = z.object({
  source: z.enum(['parser', 'model', 'form']),
  why: z.string().optional(),
  terms: Terms,
  questions: z.array(z.string()),
  notes: z.array(NoteJson),
  hints: z.record(z.string(), z.string()),
});
export type StoredReading = z.infer<typeof StoredReading>;

export type Brief = {
  id: Id<'brief'>;
  memberId: Id<'member'>;
  body: string;
  channelId: string | null;
  reading: StoredReading;
};

export async function briefById(db: Database | Tx, workspaceId: string, id: string): Promise<Brief> {
  const row = await db.brief.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { id: true, memberId: true, body: true, channelId: true, reading: true },
  });
  if (!row) throw notFound('brief');
  return { ...row, reading: StoredReading.parse(row.reading) } as Brief;
}

/** The first version of the contract that was made of a brief, if one was. */
export async function draftedFrom(
  db: Database | Tx,
  workspaceId: string,
  briefId: string,
): Promise<{ projectId: Id<'project'>; versionId: Id<'version'> } | undefined> {
  const row = await db.contract.findFirst({
    where: { workspaceId, briefId },
    select: { projectId: true, versions: { select: { id: true }, orderBy: { number: 'asc' }, take: 1 } },
  });
  const [version] = row?.versions ?? [];
  return row && version
    ? { projectId: row.projectId as Id<'project'>, versionId: version.id as Id<'version'> }
    : undefined;
}

/** The newest version of a contract, whatever its state, and whether any of them ever went out. */
export async function newestOf(
  db: Database | Tx,
  workspaceId: string,
  contractId: string,
): Promise<{ id: Id<'version'>; number: number; anySent: boolean }> {
  const rows = await db.version.findMany({
    where: { workspaceId, contractId },
    select: { id: true, number: true, sentAt: true },
    orderBy: { number: 'desc' },
    take: 200,
  });
  const [newest] = rows;
  if (!newest) throw notFound('contract');
  return { id: newest.id as Id<'version'>, number: newest.number, anySent: rows.some((row) => row.sentAt !== null) };
}

/** Whether the client was sent an earlier version of this contract. */
export async function wasSentBefore(
  db: Database | Tx,
  version: { workspaceId: string; contractId: string; number: number },
): Promise<boolean> {
  const { workspaceId, contractId, number } = version;
  const before = await db.version.count({
    where: { workspaceId, contractId, number: { lt: number }, sentAt: { not: null } },
  });
  return before > 0;
}
