import type { Work } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { invoicesOf, plannedOf } from './read.ts';

/** Within `invoice.paid`: a started project with nothing planned and nothing owed is done. */
export async function finishWhenPaid(work: Work, { projectId }: { projectId: Id<'project'> }): Promise<void> {
  const project = await projectById(work.tx, work.workspaceId, projectId);
  if (project.state !== 'active') return;
  const [invoices, planned] = await Promise.all([
    invoicesOf(work.tx, work.workspaceId, projectId),
    plannedOf(work.tx, work.workspaceId, projectId),
  ]);
  const owed = invoices.some(({ state }) => state === 'open' || state === 'processing');
  if (owed || planned.length > 0) return;
  await work.announce({ event: 'project.finished', projectId, subjectId: projectId, actor: 'system' });
}
