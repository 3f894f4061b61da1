import type { Documents } from '../documents/render.ts';
import { createSealer } from '../documents/seal.ts';
import { makeSealKey, type SealKey } from '../documents/seal-key.ts';
import { keepBlob } from '../platform/blobs.ts';
import { hex } from '../platform/crypto.ts';
import { type Core, transact } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { certificatePaper } from './certificate.ts';
import { signedDocument } from './certificate-document.ts';
import { isSigned, type Version } from './contract.ts';
import { detailsOf, mailProofsOf, proofsOf } from './evidence-read.ts';
import { contractPaper } from './paper.ts';
import { changeVersionsOf, signersOf, versionById, versionsOf } from './read.ts';
import { sealedFileOf, sealKeyOf } from './seal-read.ts';
import { insertSeal, keepSealKey } from './seal-store.ts';
import { moveVersion } from './store.ts';
import { contractViewOf } from './view-read.ts';

/**
 * Makes the final file of a signed version, contract and certificate under one seal, and stores it once and for ever.
 * What is sealed already stays as it is.
 */
export async function sealContract(
  core: Core,
  documents: Documents,
  workspaceId: Id<'workspace'>,
  versionId: string,
): Promise<void> {
  const version = await versionById(core.db, workspaceId, versionId);
  if (!isSigned(version)) throw new Error(`version ${versionId} is ${version.state}, so there is nothing to seal`);
  if (await sealedFileOf(core.db, workspaceId, versionId)) return;
  const key = await sealKey(core);
  const bytes = await sealedBytes(core, documents, version, key);
  await transact(core, workspaceId, async (work) => {
    const project = await lockProject(work, version.projectId);
    if (await sealedFileOf(work.tx, workspaceId, versionId)) return;
    const blobSha256 = await keepBlob(work, bytes, 'application/pdf');
    await insertSeal(work, { versionId, blobSha256, keyId: key.keyId });
    await moveVersion(work, await versionById(work.tx, workspaceId, versionId), 'sealed');
    await work.announce({
      event: 'contract.sealed',
      projectId: project.id,
      subjectId: versionId,
      actor: 'system',
      detail: { file: hex(blobSha256), text: hex(version.textSha256), key: key.keyId },
    });
  });
}

async function sealKey(core: Core): Promise<SealKey> {
  const standing = await sealKeyOf(core.db, core.keys);
  if (standing) return standing;
  const now = core.clock.machine();
  return keepSealKey(core.db, core.keys, await makeSealKey(now), now);
}

/** The versions of the project's other contracts: what was done to those is told in their own certificates. */
async function otherContracts({ db }: Core, { workspaceId, projectId, contractId }: Version): Promise<string[]> {
  const all = [
    ...(await versionsOf(db, workspaceId, projectId)),
    ...(await changeVersionsOf(db, workspaceId, projectId)),
  ];
  return all.filter((one) => one.contractId !== contractId).map(({ id }) => id);
}

async function sealedBytes(core: Core, documents: Documents, version: Version, key: SealKey): Promise<Uint8Array> {
  const { workspaceId, projectId, id } = version;
  const signedAt = version.signedAt ?? version.createdAt;
  const signers = await signersOf(core.db, workspaceId, id);
  const records = signers.flatMap(({ signature }) => (signature ? [signature.detailSha256] : []));
  const [view, details, proofs, mails] = await Promise.all([
    contractViewOf(core.db, version),
    detailsOf(core.db, workspaceId, records),
    proofsOf(core.db, workspaceId, projectId, signedAt, await otherContracts(core, version)),
    mailProofsOf(core.db, workspaceId, projectId, signedAt),
  ]);
  const paper = signedDocument(
    contractPaper(view),
    certificatePaper({ view: { ...view, signers }, signedAt, details, proofs, mails, sealKeyId: key.keyId }),
  );
  const name = view.parties.freelancer.name;
  // Business time, like every time in the certificate: a seal older than the signature it covers would look forged.
  const at = core.clock.now();
  return createSealer(documents, key).seal(await documents.render(paper), {
    at,
    reason: 'Contract signed by both parties',
    name,
  });
}
