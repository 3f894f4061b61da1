import { versionById } from '../contracts/read.ts';
import { invoiceById } from '../invoices/read.ts';
import type { Owed } from '../platform/outbox.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { stepById, stepsOf } from './read.ts';
import { nextAllowed, pickLast, type SkipReason, type Step } from './step.ts';
import { moveStep, postponeStep, skipSteps } from './store.ts';

/**
 * Settles what is due in one project. Per subject the last due step goes, the ones before it are superseded; a step
 * found outside the allowed hours waits for the next. The claim and the debt of its mail are one transaction, and the
 * subject's state is read inside it: paid means silence.
 */
export async function claimDueSteps(core: Core, workspaceId: Id<'workspace'>, projectId: string): Promise<number> {
  return transact(core, workspaceId, async (work) => {
    await lockProject(work, projectId);
    const due = (await stepsOf(work.tx, workspaceId, projectId)).filter(
      (step) => step.state === 'planned' && step.dueAt <= work.now,
    );
    const subjects = new Set(due.map(subjectOf));
    for (const subject of subjects) {
      await settleSubject(
        work,
        due.filter((step) => subjectOf(step) === subject),
      );
    }
    return due.length;
  });
}

async function settleSubject(work: Work, due: Step[]): Promise<void> {
  const picked = pickLast(due);
  if (!picked) return;
  const { last, others } = picked;
  const silence = await silenceOf(work, last);
  if (silence) return skipSteps(work, due, silence);
  if (others.length > 0) await skipSteps(work, others, 'superseded');
  const allowed = nextAllowed(last.zone, work.now);
  if (allowed > work.now) return postponeStep(work, last.id, allowed);
  if (await moveStep(work, last.id, 'planned', 'claimed')) {
    await work.owe({
      effect: 'reminder.mail',
      subjectId: last.id,
      projectId: last.projectId,
      onceKey: `reminder.mail/${last.id}`,
    });
  }
}

/** Why a step must not go out now, or undefined. */
async function silenceOf(work: Work, step: Step): Promise<SkipReason | undefined> {
  if (step.invoiceId) {
    const { state } = await invoiceById(work.tx, work.workspaceId, step.invoiceId);
    return state === 'open' ? undefined : state === 'processing' ? 'processing' : state === 'void' ? 'void' : 'paid';
  }
  const { state } = await versionById(work.tx, work.workspaceId, step.versionId ?? '');
  if (state === 'sent') return undefined;
  return state === 'declined' ? 'declined' : state === 'superseded' || state === 'discarded' ? 'replaced' : 'signed';
}

function subjectOf(step: Step): string {
  return step.invoiceId ?? step.versionId ?? '';
}

/** Whether a claimed step may still go out; when not, it is skipped with the reason. Asked right before the mail is sent. */
export async function stillWanted(core: Core, owed: Owed): Promise<Step | undefined> {
  const workspaceId = owed.workspaceId as Id<'workspace'>;
  return transact(core, workspaceId, async (work) => {
    await lockProject(work, owed.projectId ?? '');
    const step = await stepById(work.tx, workspaceId, owed.subjectId);
    if (step.state !== 'claimed') return undefined;
    const silence = await silenceOf(work, step);
    if (!silence) return step;
    await moveStep(work, step.id, 'claimed', 'skipped', silence);
    return undefined;
  });
}

export async function recordReminder(
  core: Core,
  owed: Owed,
  outcome: 'sent' | 'unknown' | 'skipped',
  reason = '',
): Promise<void> {
  const workspaceId = owed.workspaceId as Id<'workspace'>;
  await transact(core, workspaceId, async (work) => {
    const project = await lockProject(work, owed.projectId ?? '');
    const why = outcome === 'skipped' ? 'undeliverable' : undefined;
    if (!(await moveStep(work, owed.subjectId, 'claimed', outcome, why))) return;
    await work.announce({
      event: `reminder.${outcome}`,
      projectId: project.id,
      subjectId: owed.subjectId,
      actor: 'system',
      detail: { reason },
    });
  });
}
