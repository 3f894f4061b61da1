import { invoiceById } from '../invoices/read.ts';
import { attemptById } from '../payments/attempt-read.ts';
import { type Core, type Happening, transact, type Work } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { lateHold } from './booking.ts';
import { isPaidFor } from './paid-read.ts';
import { bookingById, bookingsOf } from './read.ts';
import { moveBooking, noticeAgain, saveNotice } from './store.ts';

/**
 * Gives the one notice before a hold ends, or releases the date at its end. A deposit that came, in part even, or is on
 * its way (a bank debit takes days), keeps the date: who has paid something is not sent away by a clock. Nobody loses a
 * date without notice: where it comes late, the hold ends later.
 */
export async function tendHold(core: Core, workspaceId: Id<'workspace'>, bookingId: string): Promise<void> {
  const seen = await bookingById(core.db, workspaceId, bookingId);
  await transact(core, workspaceId, async (work) => {
    const project = await lockProject(work, seen.projectId);
    const booking = await bookingById(work.tx, workspaceId, bookingId);
    if (booking.state !== 'held' || !booking.holdEndsAt || (await isPaidFor(work.tx, booking))) return;
    const say = { projectId: project.id, subjectId: booking.id, actor: 'system' };
    const endsAt = booking.warnedAt ? booking.holdEndsAt : lateHold(booking, booking.holdEndsAt, work.now);
    const detail = { held_until: endsAt.toISOString() };
    if (endsAt <= work.now) {
      if (!(await moveBooking(work, booking.id, 'released'))) return;
      // One contract's slots are kept together, and given up together.
      const also: Id<'booking'>[] = [];
      for (const { id } of await bookingsOf(work.tx, workspaceId, project.id))
        if (await moveBooking(work, id, 'released')) also.push(id);
      const others = also.length > 0 && { also };
      await work.announce({ ...say, event: 'booking.released', detail: { ...detail, ...others } });
      return;
    }
    if (booking.warnedAt || !booking.warnAt || booking.warnAt > work.now) return;
    await saveNotice(work, booking.id, endsAt);
    await work.announce({ ...say, event: 'booking.warned', detail });
  });
}

/**
 * Within `payment.failed`, before the invoice is open again: a deposit that was on its way has kept the date, perhaps
 * beyond the hold's end. Now that it does not come there is a notice, and a day to pay in another way.
 */
export async function noticeOfFailure(work: Work, happening: Happening): Promise<void> {
  const attempt = await attemptById(work.tx, work.workspaceId, happening.subjectId);
  const { kind, state } = await invoiceById(work.tx, work.workspaceId, attempt.invoiceId);
  // A card that is declined at once has kept nothing.
  if (kind !== 'deposit' || state !== 'processing') return;
  for (const booking of await bookingsOf(work.tx, work.workspaceId, happening.projectId)) {
    const { id, holdEndsAt } = booking;
    if (booking.state !== 'held' || !holdEndsAt) continue;
    const endsAt = lateHold(booking, holdEndsAt, work.now);
    if (endsAt > holdEndsAt) await noticeAgain(work, id, endsAt);
  }
}
