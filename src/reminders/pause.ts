import { clientById } from '../clients/read.ts';
import { type Core, type Happening, transact, type Work } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import { dayIn } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { pausesOf, stepsOf } from './read.ts';
import { addPause, endPauses, skipSteps } from './store.ts';

/** What stops a project's ladder: `snooze` for some days, `question` until it is answered, `stop` for good. */
export type PauseKind = 'snooze' | 'question' | 'stop';

export type Pause = {
  workspaceId: Id<'workspace'>;
  id: Id<'pause'>;
  projectId: Id<'project'>;
  kind: PauseKind;
  questionId: string | null;
  startsAt: Date;
  endsAt: Date | null;
};

export const SNOOZE_DAYS = [1, 3, 7] as const;
const DAY_MS = 86_400_000;

/**
 * Holds a project's reminders back for 1, 3 or 7 days, counted from now; the last snooze is the one that counts. One that
 * would end on the day on which a running one ends stands as it is, so a double click is one snooze. Answers its end.
 */
export async function snoozeReminders(
  core: Core,
  workspaceId: Id<'workspace'>,
  input: { projectId: string; days: number; memberId: string },
): Promise<Date> {
  if (!SNOOZE_DAYS.includes(input.days as 1)) throw new Refusal('reminder.days', 'Snooze for 1, 3 or 7 days.');
  return transact(core, workspaceId, async (work) => {
    const project = await lockProject(work, input.projectId);
    const endsAt = new Date(work.now.getTime() + input.days * DAY_MS);
    const { timeZone } = await clientById(work.tx, workspaceId, project.clientId);
    const running = (await pausesOf(work.tx, workspaceId, project.id, work.now)).find(({ kind }) => kind === 'snooze');
    if (running?.endsAt && dayIn(timeZone, running.endsAt) === dayIn(timeZone, endsAt)) return running.endsAt;
    await endPauses(work, project.id, 'snooze');
    const id = await addPause(work, { projectId: project.id, kind: 'snooze', endsAt, byMemberId: input.memberId });
    await work.announce({
      event: 'pause.started',
      projectId: project.id,
      subjectId: id,
      actor: input.memberId,
      detail: { kind: 'snooze', until: endsAt.toISOString() },
    });
    return endsAt;
  });
}

/** Ends a project's reminders for good: what is planned is skipped, and a later invoice starts a ladder of its own. */
export async function stopReminders(
  core: Core,
  workspaceId: Id<'workspace'>,
  input: { projectId: string; memberId: string },
): Promise<number> {
  return transact(core, workspaceId, async (work) => {
    const project = await lockProject(work, input.projectId);
    const steps = await stepsOf(work.tx, workspaceId, project.id);
    const planned = steps.filter((step) => step.state === 'planned');
    // One that is claimed may be waiting for a mail server: it looks for this stop before it goes.
    if (planned.length === 0 && !steps.some((step) => step.state === 'claimed')) return 0;
    const id = await addPause(work, {
      projectId: project.id,
      kind: 'stop',
      endsAt: work.now,
      byMemberId: input.memberId,
    });
    await skipSteps(work, planned, 'stopped');
    await work.announce({
      event: 'pause.started',
      projectId: project.id,
      subjectId: id,
      actor: input.memberId,
      detail: { kind: 'stop', skipped: planned.length },
    });
    return planned.length;
  });
}

/** Within `question.asked`: nobody is chased while an answer is owed to them. */
export async function pauseForQuestion(work: Work, happening: Happening): Promise<void> {
  const id = await addPause(work, {
    projectId: happening.projectId,
    kind: 'question',
    endsAt: null,
    questionId: happening.subjectId,
  });
  await work.announce({
    event: 'pause.started',
    projectId: happening.projectId,
    subjectId: id,
    actor: 'system',
    detail: { kind: 'question' },
  });
}

/** Within `question.answered`. */
export async function endQuestionPause(work: Work, happening: Happening): Promise<void> {
  const ended = await endPauses(work, happening.projectId, 'question', happening.subjectId);
  for (const id of ended) {
    await work.announce({
      event: 'pause.ended',
      projectId: happening.projectId,
      subjectId: id,
      actor: 'system',
      detail: { kind: 'question' },
    });
  }
}
