import { type Core, transact } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { versionById } from './read.ts';

/** Orders the PDF of a version into the thread of its card; ordered twice within a minute it is one file. */
export async function orderPdf(
  core: Core,
  workspaceId: Id<'workspace'>,
  order: { versionId: string; memberId: Id<'member'> },
): Promise<void> {
  const { id, projectId } = await versionById(core.db, workspaceId, order.versionId);
  await transact(core, workspaceId, (work) =>
    work.owe({
      effect: 'contract.post-pdf',
      subjectId: id,
      projectId,
      onceKey: `contract.post-pdf/${id}/${order.memberId}/${Math.floor(work.now.getTime() / 60_000)}`,
    }),
  );
}
