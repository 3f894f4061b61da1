import { bookingsOf } from '../bookings/read.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import { lockProject, projectById } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { invoicesOf, plannedOf } from './read.ts';

/** Within `invoice.paid`: a started project with nothing planned, nothing owed and no slot ahead is done. */
export async function finishWhenPaid(work: Work, { projectId }: { projectId: Id<'project'> }): Promise<void> {
  const project = await projectById(work.tx, work.workspaceId, projectId);
  if (project.state !== 'active') return;
  const [invoices, planned, bookings] = await Promise.all([
    invoicesOf(work.tx, work.workspaceId, projectId),
    plannedOf(work.tx, work.workspaceId, projectId),
    bookingsOf(work.tx, work.workspaceId, projectId),
  ]);
  const owed = invoices.some(({ state }) => state === 'open' || state === 'processing');
  const ahead = bookings.some(({ state, endAt }) => state !== 'released' && endAt > work.now);
  if (owed || ahead || planned.length > 0) return;
  await work.announce({ event: 'project.finished', projectId, subjectId: projectId, actor: 'system' });
}

/** The end of the last slot of a project that was paid before it. */
export function finishProject(core: Core, workspaceId: Id<'workspace'>, id: string): Promise<void> {
  return transact(core, workspaceId, async (work) => {
    const { id: projectId } = await lockProject(work, id);
    await finishWhenPaid(work, { projectId });
  });
}
