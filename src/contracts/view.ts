import { type Core, transact } from '../platform/work.ts';
import type { PortalVisit } from '../projects/link-read.ts';
import { lockProject } from '../projects/read.ts';
import { shownAs, type Version } from './contract.ts';
import { plainDetail } from './explain.ts';
import { plainLines } from './explain-summary.ts';
import { markViewed } from './sign-store.ts';

/** The client sees a version for the first time; every later look changes nothing. */
export async function viewContract(core: Core, visit: PortalVisit, version: Version): Promise<void> {
  if (version.viewedAt !== null) return;
  await transact(core, visit.workspaceId, async (work) => {
    const project = await lockProject(work, visit.projectId);
    if (!(await markViewed(work, version.id))) return;
    await work.announce({
      event: 'contract.viewed',
      projectId: project.id,
      subjectId: version.id,
      actor: visit.contactId,
      detail: { link: visit.linkId, shown: shownAs(version), ...plainDetail(plainLines(version)) },
    });
  });
}
