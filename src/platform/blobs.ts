import { sha256 } from './crypto.ts';
import type { Database, Tx } from './database.ts';
import type { Work } from './work.ts';

/** Stores bytes under their own hash, for good; the same bytes twice are one row. */
export async function keepBlob(work: Work, bytes: Uint8Array, mediaType: string): Promise<Uint8Array<ArrayBuffer>> {
  const hash = sha256(bytes);
  await work.tx.blob.createMany({
    data: [
      { workspaceId: work.workspaceId, sha256: hash, mediaType, bytes: new Uint8Array(bytes), createdAt: work.now },
    ],
    skipDuplicates: true,
  });
  return hash;
}

export async function blobOf(
  db: Database | Tx,
  workspaceId: string,
  hash: Uint8Array,
): Promise<Uint8Array | undefined> {
  const row = await db.blob.findUnique({
    where: { workspaceId_sha256: { workspaceId, sha256: new Uint8Array(hash) } },
    select: { bytes: true },
  });
  return row?.bytes;
}
