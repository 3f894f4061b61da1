import { type Core, transact, type Work } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { isSigned, type Version } from './contract.ts';
import { versionById } from './read.ts';
import { moveVersion } from './store.ts';

/** Throws a draft away, or takes back what the client has not signed. Doing it twice changes nothing more. */
export async function discardContract(
  core: Core,
  workspaceId: Id<'workspace'>,
  input: { versionId: string; memberId: Id<'member'> },
): Promise<Version> {
  return transact(core, workspaceId, async (work) => {
    const found = await versionById(work.tx, workspaceId, input.versionId);
    await lockProject(work, found.projectId);
    const version = await versionById(work.tx, workspaceId, input.versionId);
    if (version.state === 'discarded') return version;
    if (isSigned(version))
      throw new Refusal('contract.signed', 'The client has signed this contract, so it can’t be taken back here.');
    if (version.state === 'superseded')
      throw new Refusal(
        'contract.replaced',
        'A newer version of this contract exists. Use the buttons of the card as it is now.',
      );
    await discardWithin(work, version, input.memberId);
    return { ...version, state: 'discarded' as const };
  });
}

/** The same within a transaction that does more and holds the project's lock. */
export async function discardWithin(work: Work, version: Version, memberId: Id<'member'>): Promise<void> {
  await moveVersion(work, version, 'discarded');
  await work.announce({
    event: 'contract.discarded',
    projectId: version.projectId,
    subjectId: version.id,
    actor: memberId,
    detail: { sent: version.sentAt !== null },
  });
}
