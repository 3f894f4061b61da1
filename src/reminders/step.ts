import {
  addDays,
  compareDays,
  type Day,
  dayIn,
  daysBetween,
  instantOf,
  type Wall,
  wallAt,
  wallIn,
  weekdayOf,
} from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';

/** What a ladder is about: a contract nobody signed, a deposit or an invoice nobody paid. */
export type LadderKind = 'unsigned' | 'deposit' | 'invoice';

/** Days from the anchor: from the day of sending, from the day of signature, from the day an invoice is due. */
const LADDERS: Record<LadderKind, readonly number[]> = {
  unsigned: [2, 5],
  deposit: [2, 4, 6],
  invoice: [-3, 0, 3, 7, 14],
};

const HOUR = '09:00';
/** A late step may go out on a weekday from 09:00 until before 18:00, where the client is. */
const HOUR_LAST = '18:00';

export const STEP_STATES = ['planned', 'claimed', 'sent', 'skipped', 'unknown'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** One reminder of a ladder. `wall` in `zone` is the truth; `dueAt` follows from them. */
export type PlannedStep = { kind: LadderKind; position: number; wall: Wall; zone: string; dueAt: Date };

export type Step = PlannedStep & {
  workspaceId: Id<'workspace'>;
  id: Id<'step'>;
  projectId: Id<'project'>;
  versionId: Id<'version'> | null;
  invoiceId: Id<'invoice'> | null;
  state: StepState;
  reason: string | null;
  claimedAt: Date | null;
  sentAt: Date | null;
};

/** Why a step was not sent. */
export type SkipReason =
  | 'superseded'
  | 'signed'
  | 'declined'
  | 'withdrawn'
  | 'replaced'
  | 'other address'
  | 'too late'
  | 'locked'
  | 'paid'
  | 'void'
  | 'stopped'
  | 'undeliverable';

/** What a step is about: one ladder each. */
export function subjectOf(step: Pick<Step, 'invoiceId' | 'versionId'>): string {
  return step.invoiceId ?? step.versionId ?? '';
}

/**
 * The steps of a ladder at 09:00 in the client's zone. A step on a weekend moves to Friday when it comes before the
 * anchor day, else to Monday; of two on one day the later stays, and one on the day after another waits a day more; a step
 * whose moment has passed is not planned.
 */
export function planLadder(kind: LadderKind, anchorOn: Day, zone: string, now: Date): PlannedStep[] {
  const byDay = new Map<Day, PlannedStep>();
  let before: Day | undefined;
  for (const [index, offset] of LADDERS[kind].entries()) {
    const day = apart(offWeekend(addDays(anchorOn, offset), anchorOn), before);
    before = day;
    const wall = wallAt(day, HOUR);
    byDay.set(day, { kind, position: index + 1, wall, zone, dueAt: instantOf(wall, zone) });
  }
  return [...byDay.values()].filter((step) => step.dueAt > now);
}

function offWeekend(day: Day, anchorOn: Day): Day {
  const weekday = weekdayOf(day);
  if (weekday < 6) return day;
  const friday = addDays(day, 5 - weekday);
  return compareDays(day, anchorOn) < 0 ? friday : addDays(friday, 3);
}

/** Nobody is reminded two days running of the same thing. */
function apart(day: Day, before: Day | undefined): Day {
  if (!before || day !== addDays(before, 1)) return day;
  const next = addDays(day, 1);
  return offWeekend(next, next);
}

/**
 * When a step that is due may go out: at once in the allowed hours of a weekday where the client is, else at the next
 * such day's 09:00.
 */
export function nextAllowed(zone: string, now: Date): Date {
  const day = dayIn(zone, now);
  const wall = wallIn(zone, now);
  const weekday = weekdayOf(day);
  if (weekday < 6 && wall >= wallAt(day, HOUR) && wall < wallAt(day, HOUR_LAST)) return now;
  const first = weekday < 6 && wall < wallAt(day, HOUR) ? day : addDays(day, 1);
  return instantOf(wallAt(offWeekend(first, first), HOUR), zone);
}

/** When a planned step goes: at its time, or at the first allowed hour after what holds it back until then. */
export function goesAt(step: Pick<PlannedStep, 'dueAt' | 'zone'>, heldUntil: Date | undefined): Date {
  return heldUntil && step.dueAt < heldUntil ? nextAllowed(step.zone, heldUntil) : step.dueAt;
}

/** Of the steps due for one subject only the last goes; the others are superseded by it. */
export function pickLast<S extends PlannedStep>(due: readonly S[]): { last: S; others: S[] } | undefined {
  const ordered = [...due].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.position - b.position);
  const last = ordered.pop();
  return last ? { last, others: ordered } : undefined;
}

/** `3 days overdue`, `due today`, `due in 3 days`, as reminder mails and posts say it. */
export function sayDue(dueOn: Day, today: Day): string {
  const days = daysBetween(dueOn, today);
  if (days === 0) return 'due today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `${count} overdue` : `due in ${count}`;
}
