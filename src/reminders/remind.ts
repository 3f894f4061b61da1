import { versionById } from '../contracts/read.ts';
import { whyUnsignable } from '../contracts/unsignable-read.ts';
import { invoiceStateOf } from '../invoices/read.ts';
import type { Owed } from '../platform/outbox.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import { type Id, newId } from '../shared/ids.ts';
import { workspaceById } from '../workspaces/read.ts';
import { pausesOf, stepById, stepsOf, stoppedAt } from './read.ts';
import { nextAllowed, pickLast, type SkipReason, type Step, subjectOf } from './step.ts';
import { claimStep, type Ending, endStep, postponeStep, skipSteps } from './store.ts';

/**
 * Settles what is due in one project. Per subject the last due step goes, the ones before it are superseded; a step
 * found outside the allowed hours waits for the next. The claim and the debt of its mail are one transaction, and the
 * subject's state is read inside it: paid means silence.
 */
export async function claimDueSteps(core: Core, workspaceId: Id<'workspace'>, projectId: string): Promise<number> {
  return transact(core, workspaceId, async (work) => {
    await lockProject(work, projectId);
    if ((await pausesOf(work.tx, workspaceId, projectId, work.now)).length > 0) return 0;
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
  if (silence === 'on its way') return;
  if (silence) return skipSteps(work, due, silence);
  if (others.length > 0) await skipSteps(work, others, 'superseded');
  const allowed = nextAllowed(last.zone, work.now);
  if (allowed > work.now) return postponeStep(work, last.id, allowed);
  if (!(await claimStep(work, last.id))) return;
  await work.owe({
    effect: 'reminder.mail',
    subjectId: last.id,
    projectId: last.projectId,
    // A step that was put back is claimed anew, and that claim owes a mail of its own.
    onceKey: `reminder.mail/${last.id}/${newId('mail', work.now)}`,
  });
}

/** Why nothing may be said about what a step is about, for good or while a payment is on its way; or undefined. */
async function silenceOf(work: Work, step: Step): Promise<SkipReason | 'on its way' | undefined> {
  if (step.invoiceId) {
    const state = await invoiceStateOf(work.tx, work.workspaceId, step.invoiceId);
    return state === 'open' ? undefined : state === 'processing' ? 'on its way' : state === 'void' ? 'void' : 'paid';
  }
  const version = await versionById(work.tx, work.workspaceId, step.versionId ?? '');
  const { state } = version;
  if (state === 'sent') return (await whyUnsignable(work.tx, version, work.now))?.reason;
  if (state === 'declined') return 'declined';
  return state === 'superseded' ? 'replaced' : state === 'discarded' ? 'withdrawn' : 'signed';
}

/**
 * Whether a claimed step may still go out, asked right before every try to send it. Between the claim and a mail server
 * that answers again may lie hours: then it is skipped with the reason, or put back until it may go.
 */
export async function stillWanted(core: Core, owed: Owed): Promise<Step | undefined> {
  const workspaceId = owed.workspaceId as Id<'workspace'>;
  return transact(core, workspaceId, async (work) => {
    await lockProject(work, owed.projectId ?? '');
    const step = await stepById(work.tx, workspaceId, owed.subjectId);
    if (step.state !== 'claimed') return undefined;
    const silence = await silenceOf(work, step);
    const reason = silence === 'on its way' ? await overtaken(work, step) : (silence ?? (await overtaken(work, step)));
    if (reason) {
      await endStep(work, step.id, { state: 'skipped', reason });
      return undefined;
    }
    const held = silence !== undefined || (await isHeldBack(work, step.projectId));
    const allowed = nextAllowed(step.zone, work.now);
    if (!held && allowed <= work.now) return step;
    await postponeStep(work, step.id, allowed > work.now ? allowed : step.dueAt);
    return undefined;
  });
}

async function isHeldBack({ tx, workspaceId, now }: Work, projectId: string): Promise<boolean> {
  if ((await workspaceById(tx, workspaceId)).state !== 'installed') return true;
  return (await pausesOf(tx, workspaceId, projectId, now)).length > 0;
}

/** What happened to the ladder since a step was claimed: someone stopped it, or a later step of it is on its way. */
async function overtaken(work: Work, step: Step): Promise<SkipReason | undefined> {
  const stopped = await stoppedAt(work.tx, work.workspaceId, step.projectId);
  if (stopped && step.claimedAt && stopped >= step.claimedAt) return 'stopped';
  const steps = await stepsOf(work.tx, work.workspaceId, step.projectId);
  const later = steps.some(
    (other) =>
      subjectOf(other) === subjectOf(step) &&
      other.position > step.position &&
      ['claimed', 'sent', 'unknown'].includes(other.state),
  );
  return later ? 'superseded' : undefined;
}

/**
 * What became of a claimed step, once; whoever says it second changes nothing.
 *
 * @param said what the mail server answered.
 */
export async function recordReminder(core: Core, owed: Owed, ending: Ending, said = ''): Promise<void> {
  const workspaceId = owed.workspaceId as Id<'workspace'>;
  await transact(core, workspaceId, async (work) => {
    const project = await lockProject(work, owed.projectId ?? '');
    if (!(await endStep(work, owed.subjectId, ending))) return;
    await work.announce({
      event: `reminder.${ending.state}`,
      projectId: project.id,
      subjectId: owed.subjectId,
      actor: 'system',
      detail: { reason: said },
    });
  });
}
