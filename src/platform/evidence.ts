import { hex, sha256 } from './crypto.ts';
import type { Tx } from './database.ts';

/** JSON kept beside the chain: it may name people, so it can be erased; the chain holds only its hash. */
export type Detail = { [key: string]: string | number | boolean | null | Detail | Detail[] | string[] };

export type EvidenceEntry = {
  workspaceId: string;
  chain: string;
  kind: string;
  subjectId: string;
  actor: string;
  at: Date;
  detail: Detail;
};

const GENESIS = sha256('retainer evidence');

/**
 * Appends one link to a chain and answers its sequence number. The caller holds the lock that orders the chain (the
 * project's row, or the workspace's), so reading the last link and writing the next one can't interleave.
 */
export async function appendEvidence(tx: Tx, entry: EvidenceEntry): Promise<number> {
  const body = canonical(entry.detail);
  const detailSha256 = sha256(body);
  await tx.evidenceDetail.createMany({
    data: [{ workspaceId: entry.workspaceId, sha256: detailSha256, body: JSON.parse(body) }],
    skipDuplicates: true,
  });
  const last = await tx.evidence.findFirst({
    where: { workspaceId: entry.workspaceId, chain: entry.chain },
    orderBy: { seq: 'desc' },
    select: { seq: true, hash: true },
  });
  const seq = (last?.seq ?? 0) + 1;
  const previous = last?.hash ?? GENESIS;
  const hash = linkHash(seq, entry, detailSha256, previous);
  await tx.evidence.create({
    data: {
      workspaceId: entry.workspaceId,
      chain: entry.chain,
      seq,
      kind: entry.kind,
      subjectId: entry.subjectId,
      actor: entry.actor,
      detailSha256,
      previous: new Uint8Array(previous),
      hash,
      at: entry.at,
    },
  });
  return seq;
}

/** `sha-256(seq | kind | subject | actor | time in ms | detail hash | previous hash)`, the parts joined by newlines. */
export function linkHash(
  seq: number,
  link: { kind: string; subjectId: string; actor: string; at: Date },
  detail: Uint8Array,
  previous: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return sha256([seq, link.kind, link.subjectId, link.actor, link.at.getTime(), hex(detail), hex(previous)].join('\n'));
}

/** JSON with sorted keys, so that equal details have equal hashes. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
