import { type Core, type Happening, transact, type Work } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import { type Id, isId } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { typedLines } from '../shared/typed.ts';
import type { ChangeRequest } from './change.ts';
import { type Making, makeOf } from './change-make.ts';
import { changeById, clientChangesOf } from './change-read.ts';
import { answerChange, linkDraft } from './change-store.ts';
import type { Version } from './contract.ts';
import { discardWithin } from './discard.ts';
import { versionById } from './read.ts';

/**
 * Drafts what the client asked for, with the answers to what the words left open. The client is told with the version that the
 * freelancer signs and sends, so the request stays open until then. Pressed twice, it answers with the draft that stands.
 */
export function acceptRequest(
  core: Core,
  workspaceId: Id<'workspace'>,
  making: Making & { answers?: Record<string, string> | undefined },
): Promise<Version> {
  return transact(core, workspaceId, async (work) => {
    const request = await openRequest(work, workspaceId, making.changeId);
    checkOpen(request);
    const answers = making.answers ?? {};
    const drafted = await draftOf(work, request);
    if (drafted && sameAnswers(answers, request.answers)) return drafted;
    await dropDraft(work, drafted, making.memberId);
    const version = await makeOf(work, workspaceId, { ...request, answers }, making.memberId);
    await linkDraft(work, request.id, { madeId: version.id, answers });
    return version;
  });
}

/** PostgreSQL gives the keys back in an order of its own. */
function sameAnswers(one: Record<string, string>, other: Record<string, string>): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

/** The freelancer looked at what accepting would send, and closed it: the draft goes, and the request waits as before. */
export async function leaveRequest(core: Core, workspaceId: Id<'workspace'>, leaving: Making): Promise<void> {
  await transact(core, workspaceId, async (work) => {
    const request = await openRequest(work, workspaceId, leaving.changeId);
    if (request.state !== 'open') return;
    await dropDraft(work, await draftOf(work, request), leaving.memberId);
  });
}

/** The draft that accepting a request has made, as long as nobody sent it or made another one of it. */
async function draftOf(work: Work, { workspaceId, madeId }: ChangeRequest): Promise<Version | undefined> {
  const made = madeId ? await versionById(work.tx, workspaceId, madeId) : undefined;
  return made?.state === 'draft' ? made : undefined;
}

async function dropDraft(work: Work, draft: Version | undefined, memberId: Id<'member'>): Promise<void> {
  if (draft) await discardWithin(work, draft, memberId);
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
    await dropDraft(work, await draftOf(work, request), declining.memberId);
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

/**
 * Within what ends a version: requests about it that wait are answered by the version that was made of them, if that is what
 * goes out now; the others have nothing left to ask for.
 */
export async function endRequests(work: Work, happening: Happening): Promise<void> {
  const asked = await clientChangesOf(work.tx, work.workspaceId, happening.projectId);
  const waiting = asked.filter(({ state, versionId }) => state === 'open' && versionId === happening.subjectId);
  for (const request of waiting) {
    const answer = await answerIn(work, request, happening);
    if (answer) await answered(work, request, answer);
    else await overtake(work, request, happening);
  }
}

/** A draft made of the request that was edited before it went out is another version, not what was asked for. */
async function answerIn(
  work: Work,
  request: ChangeRequest,
  { event, actor, detail }: Happening,
): Promise<Answer | undefined> {
  const sent = event === 'contract.superseded' && detail?.by;
  if (!request.madeId || typeof sent !== 'string' || !isId('version', sent) || !isId('member', actor)) return undefined;
  if (request.madeId === sent) return { state: 'accepted', madeId: sent, memberId: actor };
  const { state } = await versionById(work.tx, work.workspaceId, request.madeId);
  return state === 'superseded' ? { state: 'countered', madeId: sent, memberId: actor } : undefined;
}

async function overtake(work: Work, { id, projectId }: ChangeRequest, { event }: Happening): Promise<void> {
  await answerChange(work, id, { state: 'overtaken' });
  await work.announce({
    event: 'change.overtaken',
    projectId,
    subjectId: id,
    actor: 'system',
    detail: { by: event },
  });
}
