import { z } from 'zod';
import type { Database, Tx } from '../platform/database.ts';
import { notFound } from '../shared/refusal.ts';
import { CHANGE_STATES, type ChangeRequest, Said } from './change.ts';
import type { Version } from './contract.ts';
import { versionById } from './read.ts';

const SELECT = {
  workspaceId: true,
  id: true,
  projectId: true,
  versionId: true,
  memberId: true,
  contactId: true,
  body: true,
  answers: true,
  said: true,
  state: true,
  reason: true,
  left: true,
  postChannel: true,
  postTs: true,
  madeId: true,
  askedAt: true,
  answeredAt: true,
  member: { select: { name: true } },
  contact: { select: { name: true } },
  answeredBy: { select: { name: true } },
} as const;

const Answers = z.record(z.string(), z.string());

type Named = { name: string } | null;
type Row = {
  state: string;
  answers: unknown;
  said: unknown;
  left: unknown;
  postChannel: string | null;
  postTs: string | null;
} & Record<'member' | 'contact' | 'answeredBy', Named>;

function toChange({ member, contact, answeredBy, postChannel: channel, postTs: ts, ...row }: Row): ChangeRequest {
  return {
    ...row,
    left: row.left === null ? [] : z.array(z.string()).parse(row.left),
    post: channel && ts ? { channel, ts } : null,
    state: z.enum(CHANGE_STATES).parse(row.state),
    answers: Answers.parse(row.answers),
    said: row.said === null ? null : Said.parse(row.said),
    askedBy: contact?.name ?? member?.name ?? '',
    answeredBy: answeredBy?.name ?? null,
  } as unknown as ChangeRequest;
}

export async function changeById(db: Database | Tx, workspaceId: string, id: string): Promise<ChangeRequest> {
  const row = await db.changeRequest.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: SELECT });
  if (!row) throw notFound('request');
  return toChange(row);
}

/** The change that a version was made of, undefined for one made otherwise. */
export async function changeThatMade(
  db: Database | Tx,
  workspaceId: string,
  versionId: string,
): Promise<ChangeRequest | undefined> {
  const row = await db.changeRequest.findFirst({
    where: { workspaceId, madeId: versionId },
    select: SELECT,
    orderBy: { askedAt: 'desc' },
  });
  return row ? toChange(row) : undefined;
}

/** Whether a version was made of a member's own words, rather than of the client's. */
export async function isOwnWords(db: Database | Tx, workspaceId: string, versionId: string): Promise<boolean> {
  return (await ownWordsOf(db, workspaceId, versionId)) !== undefined;
}

/** A member's words that a version was made of. */
export async function ownWordsOf(
  db: Database | Tx,
  workspaceId: string,
  versionId: string,
): Promise<ChangeRequest | undefined> {
  const where = { workspaceId, madeId: versionId, memberId: { not: null } };
  const row = await db.changeRequest.findFirst({ where, select: SELECT, orderBy: { askedAt: 'desc' } });
  return row ? toChange(row) : undefined;
}

/** What the client asked for on the page, oldest first. */
export async function clientChangesOf(
  db: Database | Tx,
  workspaceId: string,
  projectId: string,
): Promise<ChangeRequest[]> {
  const rows = await db.changeRequest.findMany({
    where: { workspaceId, projectId, contactId: { not: null } },
    select: SELECT,
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: 200,
  });
  return rows.map(toChange);
}

/** The version of a contract that the client looked at last before this one. */
export async function lastSeenBefore(
  db: Database | Tx,
  { workspaceId, contractId, number }: Pick<Version, 'workspaceId' | 'contractId' | 'number'>,
): Promise<Version | undefined> {
  const row = await db.version.findFirst({
    where: { workspaceId, contractId, number: { lt: number }, viewedAt: { not: null } },
    select: { id: true },
    orderBy: { number: 'desc' },
  });
  return row ? versionById(db, workspaceId, row.id) : undefined;
}
