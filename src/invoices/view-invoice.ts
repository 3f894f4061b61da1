import { type Core, transact } from '../platform/work.ts';
import type { PortalVisit } from '../projects/link-read.ts';
import { lockProject } from '../projects/read.ts';
import type { Invoice } from './invoice.ts';
import { markViewed } from './store.ts';

/** The client sees invoices for the first time; every later look changes nothing. */
export async function viewInvoices(core: Core, visit: PortalVisit, shown: readonly Invoice[]): Promise<void> {
  const fresh = shown.filter(({ state, viewedAt }) => state !== 'draft' && viewedAt === null);
  if (fresh.length === 0) return;
  await transact(core, visit.workspaceId, async (work) => {
    const project = await lockProject(work, visit.projectId);
    for (const { id } of fresh) {
      if (!(await markViewed(work, id))) continue;
      await work.announce({
        event: 'invoice.viewed',
        projectId: project.id,
        subjectId: id,
        actor: visit.contactId,
        detail: { link: visit.linkId },
      });
    }
  });
}
