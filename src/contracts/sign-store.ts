import type { Work } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import type { Signature, Signer } from './contract.ts';

export async function insertSigner(work: Work, signer: Omit<Signer, 'signature'>): Promise<void> {
  await work.tx.signer.create({ data: { ...signer, workspaceId: work.workspaceId } });
}

export async function insertSignature(work: Work, signerId: string, signature: Signature): Promise<void> {
  await work.tx.signature.create({
    data: {
      ...signature,
      shownSha256: new Uint8Array(signature.shownSha256),
      detailSha256: new Uint8Array(signature.detailSha256),
      workspaceId: work.workspaceId,
      signerId,
    },
  });
}

export async function insertCode(
  work: Work,
  code: { id: Id<'code'>; contactId: Id<'contact'>; subjectId: string; codeHash: Uint8Array; expiresAt: Date },
): Promise<void> {
  await work.tx.oneTimeCode.create({
    data: {
      ...code,
      codeHash: new Uint8Array(code.codeHash),
      workspaceId: work.workspaceId,
      purpose: 'sign',
      createdAt: work.now,
    },
  });
}

/** Ends what was asked for before: of several codes in a mailbox one alone may count, whatever the clock says. */
export async function endCodes(work: Work, contactId: string, versionId: string): Promise<void> {
  await work.tx.oneTimeCode.updateMany({
    where: { workspaceId: work.workspaceId, contactId, subjectId: versionId, usedAt: null },
    data: { usedAt: work.now },
  });
}

export async function countTry(work: Work, codeId: string): Promise<void> {
  await work.tx.oneTimeCode.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id: codeId } },
    data: { attempts: { increment: 1 } },
  });
}

export async function useCode(work: Work, codeId: string): Promise<void> {
  await work.tx.oneTimeCode.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id: codeId } },
    data: { usedAt: work.now },
  });
}

export async function markViewed(work: Work, versionId: string): Promise<boolean> {
  const { count } = await work.tx.version.updateMany({
    where: { workspaceId: work.workspaceId, id: versionId, viewedAt: null },
    data: { viewedAt: work.now },
  });
  return count > 0;
}
