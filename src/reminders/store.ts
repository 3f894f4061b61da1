import type { Work } from '../platform/work.ts';
import { wallToColumn } from '../shared/dates.ts';
import { type Id, newId } from '../shared/ids.ts';
import type { PauseKind } from './pause.ts';
import type { PlannedStep, SkipReason, Step } from './step.ts';

export type Subject = { versionId: Id<'version'> } | { invoiceId: Id<'invoice'> };

/**
 * Writes the rows that make reminders due; one statement however many, of as many parameters for five as for ten thousand,
 * since reading and planning one of thousands costs more than the rows. A step that is planned already stays as it is.
 */
export async function saveSteps(
  work: Pick<Work, 'tx' | 'now' | 'workspaceId'>,
  projectId: Id<'project'>,
  subject: Subject,
  steps: readonly PlannedStep[],
): Promise<void> {
  const { versionId = null, invoiceId = null } = { versionId: undefined, invoiceId: undefined, ...subject };
  const each = <T>(column: (step: PlannedStep) => T) => steps.map(column);
  await work.tx.$executeRaw`
    INSERT INTO "Step" ("workspaceId", id, "projectId", "versionId", "invoiceId", kind, position, "wallAt", zone, "dueAt", state)
    SELECT ${work.workspaceId}, id, ${projectId}, ${versionId}::text, ${invoiceId}::text, kind, position, wall, zone, due, 'planned'
    FROM unnest(${each(() => newId('step', work.now))}::text[], ${each((step) => step.kind)}::text[],
      ${each((step) => step.position)}::int[], ${each((step) => wallToColumn(step.wall).toISOString())}::timestamp[],
      ${each((step) => step.zone)}::text[], ${each((step) => step.dueAt.toISOString())}::timestamptz[])
      AS step (id, kind, position, wall, zone, due)
    ON CONFLICT DO NOTHING`;
}

export async function skipSteps(work: Work, steps: readonly Step[], reason: SkipReason): Promise<void> {
  await work.tx.step.updateMany({
    where: { workspaceId: work.workspaceId, id: { in: steps.map((step) => step.id) }, state: 'planned' },
    data: { state: 'skipped', reason },
  });
}

/** Claims a planned step for sending; answers false when it is not planned any more. */
export async function claimStep(work: Work, id: string): Promise<boolean> {
  const { count } = await work.tx.step.updateMany({
    where: { workspaceId: work.workspaceId, id, state: 'planned' },
    data: { state: 'claimed', claimedAt: work.now },
  });
  return count === 1;
}

export type Ending =
  | { state: 'sent'; mailId: Id<'mail'> }
  | { state: 'skipped'; reason: SkipReason }
  /** The reason is what the mail server said last. */
  | { state: 'unknown'; reason: string };

/** Says what became of a claimed step; answers false when that was said before. */
export async function endStep(work: Work, id: string, ending: Ending): Promise<boolean> {
  const { count } = await work.tx.step.updateMany({
    where: { workspaceId: work.workspaceId, id, state: 'claimed' },
    data: { ...ending, ...(ending.state === 'sent' && { sentAt: work.now }) },
  });
  return count === 1;
}

/** A step waits until `dueAt`; one that was claimed is planned again. */
export async function postponeStep(work: Work, id: string, dueAt: Date): Promise<void> {
  await work.tx.step.updateMany({
    where: { workspaceId: work.workspaceId, id, state: { in: ['planned', 'claimed'] } },
    data: { state: 'planned', claimedAt: null, dueAt },
  });
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
