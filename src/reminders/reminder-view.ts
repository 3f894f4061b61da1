import type { Database } from '../platform/database.ts';
import { formatInstant } from '../shared/dates.ts';
import type { Pause } from './pause.ts';
import { pausesOf, stepsOf } from './read.ts';
import { goesAt, type Step } from './step.ts';

/** What is planned for a project: the next reminder's local time, that it waits for an answer, or that there is none. */
export type Next = { goes: 'at'; when: string } | { goes: 'when-answered' } | { goes: 'never' };

/** What a post about a reminder says. */
export type ReminderView = {
  projectId: string;
  /** Nobody knows whether it arrived. */
  unknown: boolean;
  /** Whom it went to. */
  name: string;
  email: string;
  /** `Deposit invoice 2027-0001, EUR 2,000.00` or `the contract`. */
  about: string;
  /** `3 days overdue`; a contract has none. */
  standing: string | undefined;
  next: Next;
};

function nextOf(steps: readonly Step[], pauses: readonly Pause[]): Next {
  const planned = steps.filter(({ state }) => state === 'planned');
  if (planned.length === 0) return { goes: 'never' };
  if (pauses.some(({ endsAt }) => endsAt === null)) return { goes: 'when-answered' };
  const ends = pauses.map(({ endsAt }) => endsAt?.getTime() ?? 0);
  const heldUntil = ends.length > 0 ? new Date(Math.max(...ends)) : undefined;
  const [first] = planned
    .map((step) => ({ at: goesAt(step, heldUntil), zone: step.zone }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  return first ? { goes: 'at', when: formatInstant(first.at, first.zone) } : { goes: 'never' };
}

export async function nextPlanned(db: Database, workspaceId: string, projectId: string, now: Date): Promise<Next> {
  const [steps, pauses] = await Promise.all([
    stepsOf(db, workspaceId, projectId),
    pausesOf(db, workspaceId, projectId, now),
  ]);
  return nextOf(steps, pauses);
}
