import { versionById } from '../contracts/read.ts';
import { depositOf, slotOf as slotOfTerms } from '../contracts/terms.ts';
import type { Happening, Work } from '../platform/work.ts';
import { holdFor, slotOf } from './booking.ts';
import { bookingsOf } from './read.ts';
import { saveHold } from './store.ts';

/** A slot whose length nobody said. */
const MINUTES = 60;

/**
 * Within `contract.signed`: the agreed slot is kept. Where a deposit is asked it is kept for so long only; otherwise until
 * the seal confirms it.
 */
export async function holdSlots(work: Work, happening: Happening): Promise<void> {
  const version = await versionById(work.tx, work.workspaceId, happening.subjectId);
  const booking = version.terms.booking?.value;
  const walls = booking && slotOfTerms(booking);
  if (!booking || !walls) return;
  const slot = slotOf(walls.start, booking.minutes ?? MINUTES, booking.zone);
  const standing = await bookingsOf(work.tx, work.workspaceId, version.projectId);
  if (standing.some((one) => one.state !== 'released' && one.startAt.getTime() === slot.startAt.getTime())) return;
  const hold = depositOf(version.terms).minor > 0n ? holdFor(work.now, slot.startAt) : undefined;
  const id = await saveHold(work, version.projectId, slot, booking.place, hold);
  await work.announce({
    event: 'booking.held',
    projectId: version.projectId,
    subjectId: id,
    actor: happening.actor,
    detail: { starts: slot.startsWall, zone: slot.zone, until: hold?.holdEndsAt.toISOString() ?? null },
  });
}
