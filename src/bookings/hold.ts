import { versionById } from '../contracts/read.ts';
import { depositOf } from '../contracts/terms.ts';
import type { Happening, Work } from '../platform/work.ts';
import { holdFor, slotsAgreed } from './booking.ts';
import { bookingsOf } from './read.ts';
import { saveHold } from './store.ts';

/**
 * Within `contract.signed`: the agreed slots are kept. Where a deposit is asked they are kept for so long only, all of them
 * by the first one's clock; otherwise until the seal confirms them.
 */
export async function holdSlots(work: Work, happening: Happening): Promise<void> {
  const { terms, projectId } = await versionById(work.tx, work.workspaceId, happening.subjectId);
  const slots = slotsAgreed(terms);
  const [first] = slots;
  if (!first) return;
  const standing = await bookingsOf(work.tx, work.workspaceId, projectId);
  const held = new Set(standing.filter(({ state }) => state !== 'released').map(({ startAt }) => startAt.getTime()));
  const hold = depositOf(terms).minor > 0n ? holdFor(work.now, first.startAt) : undefined;
  const fresh = slots.filter(({ startAt }) => !held.has(startAt.getTime()));
  const ids: string[] = [];
  for (const slot of fresh)
    ids.push(await saveHold(work, projectId, slot, slot.place, slot === first ? hold : undefined));
  const [slot, ...more] = fresh;
  if (!slot) return;
  await work.announce({
    event: 'booking.held',
    projectId,
    subjectId: ids[0] ?? projectId,
    actor: happening.actor,
    detail: {
      starts: slot.startsWall,
      zone: slot.zone,
      until: hold?.holdEndsAt.toISOString() ?? null,
      ...(more.length > 0 && { more: more.map(({ startsWall }) => startsWall) }),
    },
  });
}
