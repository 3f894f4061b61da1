import { type Core, type Happening, transact, type Work } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { typedLines } from '../shared/typed.ts';
import type { ChangeRequest } from './change.ts';
import { type Making, makeOf } from './change-make.ts';
import { changeById, clientChangesOf } from './change-read.ts';
import { answerChange } from './change-store.ts';
import type { Version } from './contract.ts';
import { versionById } from './read.ts';

/**
 * Makes the next version of what the client asked for, with the answers to what the words left open; the freelancer signs it anew. Accepted twice, it answers with the version
 * that stands.
 */
export function acceptRequest(
  core: Core,
  workspaceId: Id<'workspace'>,
  making: Making & { answers?: Record<string, string> | undefined },
): Promise<Version> {
  return transact(core, workspaceId, async (work) => {
    const request = await openRequest(work, workspaceId, making.changeId);
    if (request.state === 'accepted' && request.madeId) return versionById(work.tx, workspaceId, request.madeId);
    checkOpen(request);
    const answers = making.answers ?? request.answers;
    const version = await makeOf(work, workspaceId, { ...request, answers }, making.memberId);
    await answered(work, request, { state: 'accepted', madeId: version.id, memberId: making.memberId, answers });
    return version;
  });
}

/** The freelancer says no, with a reason; the first answer stands. */
export function declineRequest(
  core: Core,
  workspaceId: Id<'workspace'>,
  declining: Making & { reason: string },
): Promise<ChangeRequest> {
  const reason = typedLines(declining.reason);
  return transact(core, workspaceId, async (work) => {
    const request = await openRequest(work, workspaceId, declining.changeId);
    if (request.state === 'declined' && request.reason === reason) return request;
    checkOpen(request);
    if (reason.length < 2) throw new Refusal('change.no-reason', 'Say in a few words why not.', 'reason');
    await answered(work, request, { state: 'declined', reason, memberId: declining.memberId });
    return changeById(work.tx, workspaceId, request.id);
  });
}

/** Another version is the answer. One that was answered meanwhile keeps its answer. */
export async function counterRequest(
  work: Work,
  workspaceId: Id<'workspace'>,
  countering: Making & { madeId: Id<'version'> },
): Promise<void> {
  const request = await changeById(work.tx, workspaceId, countering.changeId);
  if (request.state !== 'open') return;
  await answered(work, request, { state: 'countered', madeId: countering.madeId, memberId: countering.memberId });
}

async function openRequest(work: Work, workspaceId: Id<'workspace'>, id: string): Promise<ChangeRequest> {
  const { projectId, contactId } = await changeById(work.tx, workspaceId, id);
  if (!contactId) throw new Refusal('change.own', 'That is no client’s request.');
  await lockProject(work, projectId);
  return changeById(work.tx, workspaceId, id);
}

/** @throws Refusal when somebody was quicker, or the contract went on without it. */
export function checkOpen({ state, answeredBy }: ChangeRequest): void {
  if (state === 'open') return;
  const who = answeredBy ?? 'A colleague';
  const sentence =
    state === 'overtaken'
      ? 'The contract has gone on since, so there is nothing to answer any more.'
      : `${who} has ${state} this request already.`;
  throw new Refusal('change.answered', sentence);
}

type Answer = {
  state: 'accepted' | 'countered' | 'declined';
  memberId: Id<'member'>;
  madeId?: Id<'version'>;
  reason?: string;
  answers?: Record<string, string>;
};

async function answered(work: Work, request: ChangeRequest, { memberId, ...answer }: Answer): Promise<void> {
  await answerChange(work, request.id, { ...answer, answeredById: memberId });
  await work.announce({
    event: 'change.answered',
    projectId: request.projectId,
    subjectId: request.id,
    actor: memberId,
    detail: { ...answer },
  });
}

/** Within what ends a version: requests about it that wait have nothing left to ask for. */
export async function overtakeRequests(work: Work, happening: Happening): Promise<void> {
  const asked = await clientChangesOf(work.tx, work.workspaceId, happening.projectId);
  for (const { id, projectId } of asked.filter(
    ({ state, versionId }) => state === 'open' && versionId === happening.subjectId,
  )) {
    await answerChange(work, id, { state: 'overtaken' });
    await work.announce({
      event: 'change.overtaken',
      projectId,
      subjectId: id,
      actor: 'system',
      detail: { by: happening.event },
    });
  }
}
