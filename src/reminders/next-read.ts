import { invoicesOf } from '../invoices/read.ts';
import type { Database } from '../platform/database.ts';
import { formatInstant } from '../shared/dates.ts';
import { pausesOf, stepsOf, stoppedAt } from './read.ts';
import { goesAt } from './step.ts';

/**
 * What is planned for a project: the next reminder's local time, and whether a pause moved it there; that it waits for an
 * answer; that someone stopped them while something is owed; or that there is none.
 */
export type Next =
  | { goes: 'at'; when: string; paused: boolean }
  | { goes: 'when-answered' }
  | { goes: 'stopped' | 'never' };

/** A payment that is on its way is reminded of only when it fails, so till then nothing of it counts as planned. */
export async function nextPlanned(db: Database, workspaceId: string, projectId: string, now: Date): Promise<Next> {
  const [steps, pauses, invoices] = await Promise.all([
    stepsOf(db, workspaceId, projectId),
    pausesOf(db, workspaceId, projectId, now),
    invoicesOf(db, workspaceId, projectId),
  ]);
  const onItsWay = invoices.filter(({ state }) => state === 'processing').map(({ id }) => id);
  const planned = steps.filter(
    ({ state, invoiceId }) => state === 'planned' && (invoiceId === null || !onItsWay.includes(invoiceId)),
  );
  if (planned.length === 0) {
    const open = invoices.some(({ state }) => state === 'open');
    return { goes: open && (await stoppedAt(db, workspaceId, projectId)) ? 'stopped' : 'never' };
  }
  if (pauses.some(({ endsAt }) => endsAt === null)) return { goes: 'when-answered' };
  const ends = pauses.map(({ endsAt }) => endsAt?.getTime() ?? 0);
  const heldUntil = ends.length > 0 ? new Date(Math.max(...ends)) : undefined;
  const [first] = planned
    .map((step) => ({ at: goesAt(step, heldUntil), zone: step.zone }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  if (!first) return { goes: 'never' };
  return { goes: 'at', when: formatInstant(first.at, first.zone), paused: heldUntil !== undefined };
}
