import { z } from 'zod';
import { hex } from '../platform/crypto.ts';
import type { Database, Tx } from '../platform/database.ts';

const Body = z.record(z.string(), z.unknown()).nullable();

export type Details = ReadonlyMap<string, Record<string, unknown>>;

/** The details kept under these hashes, by the hash in hex; those that were erased are missing. */
export async function detailsOf(
  db: Database | Tx,
  workspaceId: string,
  hashes: readonly Uint8Array[],
): Promise<Details> {
  const rows = await db.evidenceDetail.findMany({
    where: { workspaceId, sha256: { in: hashes.map((hash) => new Uint8Array(hash)) } },
    select: { sha256: true, body: true },
  });
  return new Map(
    rows.flatMap(({ sha256, body }) => {
      const detail = Body.parse(body);
      return detail ? [[hex(sha256), detail] as const] : [];
    }),
  );
}

/** How often someone did one kind of thing to one subject, with the first and the last time. */
export type Proof = { kind: string; subjectId: string; actor: string; first: Date; last: Date; count: number };

/**
 * A project's evidence up to a moment, in the order it was written. Counted by the database: a link that is opened a
 * hundred thousand times must not crowd out what else happened.
 *
 * @param without subjects that are told of elsewhere.
 */
export async function proofsOf(
  db: Database | Tx,
  workspaceId: string,
  projectId: string,
  until: Date,
  without: readonly string[] = [],
): Promise<Proof[]> {
  const rows = await db.evidence.groupBy({
    by: ['kind', 'subjectId', 'actor'],
    where: { workspaceId, chain: projectId, at: { lte: until }, subjectId: { notIn: [...without] } },
    _count: { _all: true },
    _min: { at: true, seq: true },
    _max: { at: true },
    orderBy: { _min: { seq: 'asc' } },
  });
  return rows.map(({ kind, subjectId, actor, _count, _min, _max }) => ({
    kind,
    subjectId,
    actor,
    first: _min.at ?? until,
    last: _max.at ?? until,
    count: _count._all,
  }));
}

/** The mails of one kind that the mail server took for one address, with the Message-ID of the last. */
export type MailProof = { kind: string; address: string; messageId: string; first: Date; last: Date; count: number };

const MailRow = z.object({
  kind: z.string(),
  address: z.string(),
  messageId: z.string(),
  first: z.date(),
  last: z.date(),
  count: z.int(),
});

/** The mails of a project that the mail server took up to a moment, oldest first. */
export async function mailProofsOf(
  db: Database | Tx,
  workspaceId: string,
  projectId: string,
  until: Date,
): Promise<MailProof[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT kind, address, (array_agg("messageId" ORDER BY "sentAt" DESC, id DESC))[1] AS "messageId",
      min("sentAt") AS first, max("sentAt") AS last, count(*)::int AS count
    FROM "Mail"
    WHERE "workspaceId" = ${workspaceId} AND "projectId" = ${projectId} AND state = 'sent' AND "sentAt" <= ${until}
    GROUP BY kind, address ORDER BY min("sentAt"), kind, address`;
  return z.array(MailRow).parse(rows);
}
