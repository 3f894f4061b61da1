import { invoicesOf } from '../invoices/read.ts';
import { owedOnEach } from '../payments/read.ts';
import { type Core, transact } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { bookingById } from './read.ts';
import { markWarned, moveBooking } from './store.ts';

/**
 * Gives the one notice before a hold ends, or releases the date at its end. A deposit that came, in part
 * even, or is on its way (a bank debit takes days), keeps the date: who has paid something is not sent away by a clock.
 */
export async function tendHold(core: Core, workspaceId: Id<'workspace'>, bookingId: string): Promise<void> {
  const seen = await bookingById(core.db, workspaceId, bookingId);
  await transact(core, workspaceId, async (work) => {
    const project = await lockProject(work, seen.projectId);
    const booking = await bookingById(work.tx, workspaceId, bookingId);
    if (booking.state !== 'held' || !booking.holdEndsAt) return;
    const say = { projectId: project.id, subjectId: booking.id, actor: 'system' };
    const deposits = (await invoicesOf(work.tx, workspaceId, project.id)).filter(
      (invoice) => invoice.kind === 'deposit',
    );
    const owed = await owedOnEach(work.tx, workspaceId, deposits);
    const onItsWay = deposits.some(
      ({ id, state, total }) =>
        state === 'processing' || state === 'paid' || (owed.get(id) ?? total).minor < total.minor,
    );
    if (booking.holdEndsAt <= work.now) {
      if (onItsWay || !(await moveBooking(work, booking.id, 'released'))) return;
      await work.announce({
        ...say,
        event: 'booking.released',
        detail: { held_until: booking.holdEndsAt.toISOString() },
      });
      return;
    }
    if (booking.warnedAt || !booking.warnAt || booking.warnAt > work.now) return;
    await markWarned(work, booking.id);
    if (!onItsWay)
      await work.announce({
        ...say,
        event: 'booking.warned',
        detail: { held_until: booking.holdEndsAt.toISOString() },
      });
  });
}
