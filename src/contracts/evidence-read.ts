import { z } from 'zod';
import type { Database, Tx } from '../platform/database.ts';

/** One link of a project's evidence with its details, which are null once they were erased. */
export type Proof = {
  kind: string;
  subjectId: string;
  actor: string;
  at: Date;
  detailSha256: Uint8Array;
  detail: Record<string, unknown> | null;
};

const Body = z.record(z.string(), z.unknown()).nullable();

/** A project's evidence in the order it was written. */
export async function proofsOf(db: Database | Tx, workspaceId: string, projectId: string): Promise<Proof[]> {
  const links = await db.evidence.findMany({
    where: { workspaceId, chain: projectId },
    select: { kind: true, subjectId: true, actor: true, at: true, detailSha256: true },
    orderBy: { seq: 'asc' },
    take: 2000,
  });
  const details = await db.evidenceDetail.findMany({
    where: { workspaceId, sha256: { in: links.map((link) => link.detailSha256) } },
    select: { sha256: true, body: true },
  });
  const bodies = new Map(details.map(({ sha256, body }) => [Buffer.from(sha256).toString('hex'), Body.parse(body)]));
  return links.map((link) => ({ ...link, detail: bodies.get(Buffer.from(link.detailSha256).toString('hex')) ?? null }));
}

export type MailProof = { kind: string; address: string; messageId: string; sentAt: Date };

/** The mails of a project that the mail server took, oldest first. */
export async function mailProofsOf(db: Database | Tx, workspaceId: string, projectId: string): Promise<MailProof[]> {
  const rows = await db.mail.findMany({
    where: { workspaceId, projectId, state: 'sent', sentAt: { not: null } },
    select: { kind: true, address: true, messageId: true, sentAt: true },
    orderBy: { sentAt: 'asc' },
    take: 500,
  });
  return rows as MailProof[];
}
