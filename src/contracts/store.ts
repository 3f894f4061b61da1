import type { Work } from '../platform/work.ts';
import { checkVersionMove, type Version, type VersionState } from './contract.ts';

export async function moveVersion(
  work: Work,
  version: Pick<Version, 'id' | 'state'>,
  to: VersionState,
  facts: { sentAt?: Date; signedAt?: Date; declineReason?: string } = {},
): Promise<void> {
  checkVersionMove(version.state, to);
  await work.tx.version.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id: version.id } },
    data: { state: to, ...facts },
  });
}
