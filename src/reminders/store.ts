import type { Work } from '../platform/work.ts';
import { wallToColumn } from '../shared/dates.ts';
import { type Id, newId } from '../shared/ids.ts';
import type { PauseKind } from './pause.ts';
import type { PlannedStep, SkipReason, Step, StepState } from './step.ts';

export type Subject = { versionId: Id<'version'> } | { invoiceId: Id<'invoice'> };

/** Writes the rows that make reminders due; one statement however many. */
export async function saveSteps(
  work: Pick<Work, 'tx' | 'now' | 'workspaceId'>,
  projectId: Id<'project'>,
  subject: Subject,
  steps: readonly PlannedStep[],
): Promise<void> {
  await work.tx.step.createMany({
    data: steps.map((step) => ({
      workspaceId: work.workspaceId,
      id: newId('step', work.now),
      projectId,
      ...subject,
      kind: step.kind,
      position: step.position,
      wallAt: wallToColumn(step.wall),
      zone: step.zone,
      dueAt: step.dueAt,
      state: 'planned',
    })),
    skipDuplicates: true,
  });
}

export async function skipSteps(work: Work, steps: readonly Step[], reason: SkipReason): Promise<void> {
  await work.tx.step.updateMany({
    where: { workspaceId: work.workspaceId, id: { in: steps.map((step) => step.id) }, state: 'planned' },
    data: { state: 'skipped', reason },
  });
}

/** Moves a step from one state to another; answers false when it was not in that state any more. */
export async function moveStep(
  work: Work,
  id: string,
  from: StepState,
  to: StepState,
  reason?: SkipReason,
): Promise<boolean> {
  const times = to === 'claimed' ? { claimedAt: work.now } : to === 'sent' ? { sentAt: work.now } : {};
  const { count } = await work.tx.step.updateMany({
    where: { workspaceId: work.workspaceId, id, state: from },
    data: { state: to, ...times, ...(reason ? { reason } : {}) },
  });
  return count === 1;
}

/** A late step waits for the next allowed hour. */
export async function postponeStep(work: Work, id: string, dueAt: Date): Promise<void> {
  await work.tx.step.updateMany({ where: { workspaceId: work.workspaceId, id, state: 'planned' }, data: { dueAt } });
}

export async function addPause(
  work: Work,
  pause: { projectId: Id<'project'>; kind: PauseKind; endsAt: Date | null; byMemberId?: string; questionId?: string },
): Promise<Id<'pause'>> {
  const id = newId('pause', work.now);
  const { byMemberId = null, questionId = null, ...rest } = pause;
  if (pause.kind === 'stop')
    await work.tx.pause.deleteMany({
      where: { workspaceId: work.workspaceId, projectId: pause.projectId, kind: 'stop' },
    });
  await work.tx.pause.create({
    data: { ...rest, workspaceId: work.workspaceId, id, startsAt: work.now, byMemberId, questionId },
  });
  return id;
}

/** Ends the open pauses of a kind; answers which. */
export async function endPauses(
  work: Work,
  projectId: string,
  kind: PauseKind,
  questionId?: string,
): Promise<Id<'pause'>[]> {
  const where = {
    workspaceId: work.workspaceId,
    projectId,
    kind,
    ...(questionId ? { questionId } : {}),
    OR: [{ endsAt: null }, { endsAt: { gt: work.now } }],
  };
  const open = await work.tx.pause.findMany({ where, select: { id: true } });
  await work.tx.pause.updateMany({
    where: { workspaceId: work.workspaceId, id: { in: open.map((row) => row.id) } },
    data: { endsAt: work.now },
  });
  return open.map((row) => row.id as Id<'pause'>);
}
