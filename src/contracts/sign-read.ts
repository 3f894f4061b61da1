import type { Database, Tx } from '../platform/database.ts';
import type { Id } from '../shared/ids.ts';
import { notFound } from '../shared/refusal.ts';

export type OneTimeCode = {
  id: Id<'code'>;
  contactId: Id<'contact'>;
  subjectId: Id<'version'>;
  codeHash: Uint8Array;
  attempts: number;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
};

const CODE = {
  id: true,
  contactId: true,
  subjectId: true,
  codeHash: true,
  attempts: true,
  createdAt: true,
  expiresAt: true,
  usedAt: true,
} as const;

/**
 * The code that counts: the one this contact asked for last for this version. Every other one was ended when that was
 * made, so it is found also when the clock went back in between.
 */
export async function newestCode(
  db: Database | Tx,
  workspaceId: string,
  contactId: string,
  versionId: string,
): Promise<OneTimeCode | undefined> {
  const row = await db.oneTimeCode.findFirst({
    where: { workspaceId, contactId, subjectId: versionId, purpose: 'sign' },
    select: CODE,
    orderBy: [{ usedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }, { id: 'desc' }],
  });
  return (row ?? undefined) as OneTimeCode | undefined;
}

export async function codeById(db: Database | Tx, workspaceId: string, id: string): Promise<OneTimeCode> {
  const row = await db.oneTimeCode.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: CODE });
  if (!row) throw notFound('code');
  return row as unknown as OneTimeCode;
}

/** How many wrong codes were typed for a version, over all that were asked for. */
export async function wrongTriesOf(db: Database | Tx, workspaceId: string, versionId: string): Promise<number> {
  const { _sum } = await db.oneTimeCode.aggregate({
    where: { workspaceId, subjectId: versionId, purpose: 'sign' },
    _sum: { attempts: true },
  });
  return _sum.attempts ?? 0;
}

/** How many codes a contact asked for since a moment, whatever for. */
export function codesSince(db: Database | Tx, workspaceId: string, contactId: string, since: Date): Promise<number> {
  return db.oneTimeCode.count({ where: { workspaceId, contactId, createdAt: { gt: since } } });
}

/** The hash under which the evidence keeps the details of the newest event of a kind about a subject. */
export async function detailHashOf(
  db: Database | Tx,
  workspaceId: string,
  of: { projectId: string; kind: string; subjectId: string },
): Promise<Uint8Array> {
  const link = await db.evidence.findFirstOrThrow({
    where: { workspaceId, chain: of.projectId, kind: of.kind, subjectId: of.subjectId },
    select: { detailSha256: true },
    orderBy: { seq: 'desc' },
  });
  return link.detailSha256;
}
