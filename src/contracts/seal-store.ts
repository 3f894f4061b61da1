import type { SealKey } from '../documents/seal-key.ts';
import { encrypt, type Keyring } from '../platform/crypto.ts';
import type { Database } from '../platform/database.ts';
import type { Work } from '../platform/work.ts';
import { keyPlace, sealKeyOf } from './seal-read.ts';

/** Keeps a new key unless another worker was quicker; answers the one that counts. */
export async function keepSealKey(db: Database, keys: Keyring, made: SealKey, now: Date): Promise<SealKey> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('retainer.seal-key'))`;
    const standing = await sealKeyOf(tx, keys);
    if (standing) return standing;
    const { cipher, keyId } = encrypt(keys, made.privateKeyPem, keyPlace(made.keyId));
    await tx.sealKey.create({
      data: { id: made.keyId, certificatePem: made.certificatePem, privateCipher: cipher, keyId, createdAt: now },
    });
    return made;
  });
}

export async function insertSeal(
  work: Work,
  seal: { versionId: string; blobSha256: Uint8Array<ArrayBuffer>; keyId: string },
): Promise<void> {
  await work.tx.seal.create({ data: { ...seal, workspaceId: work.workspaceId, sealedAt: work.now } });
}
