import type { Work } from '../platform/work.ts';
import { wallToColumn } from '../shared/dates.ts';
import { type Id, newId } from '../shared/ids.ts';
import type { BookingState, Hold, Slot } from './booking.ts';

export async function saveHold(
  work: Work,
  projectId: Id<'project'>,
  slot: Slot,
  place: string | null,
  hold: Hold | undefined,
): Promise<Id<'booking'>> {
  const id = newId('booking', work.now);
  await work.tx.booking.create({
    data: {
      workspaceId: work.workspaceId,
      id,
      projectId,
      startsWall: wallToColumn(slot.startsWall),
      endsWall: wallToColumn(slot.endsWall),
      zone: slot.zone,
      startAt: slot.startAt,
      endAt: slot.endAt,
      place,
      state: 'held',
      holdEndsAt: hold?.holdEndsAt ?? null,
      warnAt: hold?.warnAt ?? null,
    },
  });
  return id;
}

export async function moveBooking(work: Work, id: string, to: BookingState): Promise<boolean> {
  const { count } = await work.tx.booking.updateMany({
    where: { workspaceId: work.workspaceId, id, state: 'held' },
    data: { state: to },
  });
  return count === 1;
}

/** The notice is given, and says until when the slot is held. */
export async function saveNotice(work: Work, id: string, holdEndsAt: Date): Promise<void> {
  await work.tx.booking.updateMany({
    where: { workspaceId: work.workspaceId, id, warnedAt: null },
    data: { warnedAt: work.now, holdEndsAt },
  });
}

/** The slot is held for longer, and its notice falls due now. */
export async function noticeAgain(work: Work, id: string, holdEndsAt: Date): Promise<void> {
  await work.tx.booking.updateMany({
    where: { workspaceId: work.workspaceId, id, state: 'held' },
    data: { warnedAt: null, warnAt: work.now, holdEndsAt },
  });
}
