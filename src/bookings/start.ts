import { liveVersionOf } from '../contracts/read.ts';
import { isPriced } from '../contracts/terms.ts';
import { invoicesOf } from '../invoices/read.ts';
import type { Happening, Work } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { bookingsOf } from './read.ts';
import { moveBooking } from './store.ts';

/**
 * The gate, within `contract.sealed` and `invoice.paid`: a project starts when its contract is sealed and its deposit
 * settled, or none was asked. Its held slots are confirmed in the same moment.
 */
export async function startWhenReady(work: Work, happening: Happening): Promise<void> {
  const project = await projectById(work.tx, work.workspaceId, happening.projectId);
  if (project.state !== 'agreed') return;
  const version = await liveVersionOf(work.tx, work.workspaceId, project.id);
  if (version?.state !== 'sealed') return;
  const invoices = await invoicesOf(work.tx, work.workspaceId, project.id);
  if (invoices.some((invoice) => invoice.kind === 'deposit' && invoice.state !== 'paid')) return;
  await work.announce({
    event: 'project.started',
    projectId: project.id,
    subjectId: project.id,
    actor: 'system',
    detail: isPriced(version.terms) ? {} : { unpriced: true },
  });
  const confirmed: Id<'booking'>[] = [];
  for (const { id } of await bookingsOf(work.tx, work.workspaceId, project.id))
    if (await moveBooking(work, id, 'confirmed')) confirmed.push(id);
  const [first, ...also] = confirmed;
  if (!first) return;
  // One mail, with one file for all of them, however many slots there are.
  await work.announce({
    event: 'booking.confirmed',
    projectId: project.id,
    subjectId: first,
    actor: 'system',
    ...(also.length > 0 && { detail: { also } }),
  });
}
