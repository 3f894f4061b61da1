import type { SealKey } from '../documents/seal-key.ts';
import { decrypt, type Keyring } from '../platform/crypto.ts';
import type { Database, Tx } from '../platform/database.ts';

export const keyPlace = (id: string) => `SealKey/${id}/privateCipher`;

/** The server's newest sealing key, undefined before the first seal. */
export async function sealKeyOf(db: Database | Tx, keys: Keyring): Promise<SealKey | undefined> {
  const row = await db.sealKey.findFirst({ orderBy: { createdAt: 'desc' } });
  if (!row) return undefined;
  const privateKeyPem = decrypt(keys, { cipher: row.privateCipher, keyId: row.keyId }, keyPlace(row.id));
  return { keyId: row.id, certificatePem: row.certificatePem, privateKeyPem };
}

/** The sealed file of a version, as it was stored. */
export async function sealedFileOf(
  db: Database | Tx,
  workspaceId: string,
  versionId: string,
): Promise<{ bytes: Uint8Array; sha256: Uint8Array; sealedAt: Date } | undefined> {
  const seal = await db.seal.findUnique({
    where: { workspaceId_versionId: { workspaceId, versionId } },
    select: { blobSha256: true, sealedAt: true, blob: { select: { bytes: true } } },
  });
  return seal ? { bytes: seal.blob.bytes, sha256: seal.blobSha256, sealedAt: seal.sealedAt } : undefined;
}
