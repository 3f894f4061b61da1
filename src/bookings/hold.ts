import { versionById } from '../contracts/read.ts';
import { depositOf } from '../contracts/terms.ts';
import type { Happening, Work } from '../platform/work.ts';
import { holdFor, slotAgreed } from './booking.ts';
import { bookingsOf } from './read.ts';
import { saveHold } from './store.ts';

/**
 * Within `contract.signed`: the agreed slot is kept. Where a deposit is asked it is kept for so long only; otherwise until
 * the seal confirms it.
 */
export async function holdSlots(work: Work, happening: Happening): Promise<void> {
  const version = await versionById(work.tx, work.workspaceId, happening.subjectId);
  const slot = slotAgreed(version.terms);
  if (!slot) return;
  const standing = await bookingsOf(work.tx, work.workspaceId, version.projectId);
  if (standing.some((one) => one.state !== 'released' && one.startAt.getTime() === slot.startAt.getTime())) return;
  const hold = depositOf(version.terms).minor > 0n ? holdFor(work.now, slot.startAt) : undefined;
  const id = await saveHold(work, version.projectId, slot, version.terms.booking?.value.place ?? null, hold);
  await work.announce({
    event: 'booking.held',
    projectId: version.projectId,
    subjectId: id,
    actor: happening.actor,
    detail: { starts: slot.startsWall, zone: slot.zone, until: hold?.holdEndsAt.toISOString() ?? null },
  });
}
