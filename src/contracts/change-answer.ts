import type { Database, Tx } from '../platform/database.ts';
import { type Core, type Happening, transact, type Work } from '../platform/work.ts';
import { lockProject, projectById } from '../projects/read.ts';
import { type Id, isId } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { typedLines } from '../shared/typed.ts';
import { businessById } from '../workspaces/read.ts';
import type { ChangeRequest } from './change.ts';
import { type Making, makeOf } from './change-make.ts';
import { changeById, clientChangesOf, isOwnWords, ownWordsOf } from './change-read.ts';
import { showChange } from './change-show.ts';
import { answerChange, linkDraft } from './change-store.ts';
import { shownAs, type Version } from './contract.ts';
import { discardWithin } from './discard.ts';
import { versionById } from './read.ts';

/**
 * Drafts what the client asked for, with the answers to what the words left open. The client is told with the version that the
 * freelancer signs and sends, so the request stays open until then. Pressed twice, it answers with the draft that stands.
 */
export function acceptRequest(
  core: Core,
  workspaceId: Id<'workspace'>,
  making: Making & { answers?: Record<string, string> | undefined } & Knowing,
): Promise<Version> {
  return transact(core, workspaceId, async (work) => {
    const request = await openRequest(work, workspaceId, making.changeId);
    checkOpen(request);
    const answers = making.answers ?? {};
    const drafted = await draftOf(work.tx, request);
    const counter = await checkKnown(work.tx, request, making);
    if (drafted && !counter && sameAnswers(answers, request.answers)) return drafted;
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
export async function leaveRequest(
  core: Core,
  workspaceId: Id<'workspace'>,
  leaving: Making & { shown: string },
): Promise<void> {
  await transact(core, workspaceId, async (work) => {
    const request = await openRequest(work, workspaceId, leaving.changeId);
    if (request.state !== 'open') return;
    const draft = await draftOf(work.tx, request);
    // What a colleague made or edited meanwhile is not what was looked at.
    if (!draft || shownAs(draft) !== leaving.shown || (await isOwnWords(work.tx, workspaceId, draft.id))) return;
    await dropDraft(work, draft, leaving.memberId);
  });
}

/** The draft that an answer to a request has made, as long as nobody sent it or made another one of it. */
async function draftOf(db: Database | Tx, { workspaceId, madeId }: ChangeRequest): Promise<Version | undefined> {
  const made = madeId ? await versionById(db, workspaceId, madeId) : undefined;
  return made?.state === 'draft' ? made : undefined;
}

/** The counter that whoever answers was shown, as `shownAs` has it; another answer throws it away. */
type Knowing = { knows?: string | undefined };
/** A version that waits to be sent as the counter to a request, and who drafted it. */
export type Counter = { version: Version; by: string };

export async function counterTo(db: Database | Tx, request: ChangeRequest): Promise<Counter | undefined> {
  const version = await draftOf(db, request);
  const made = version && (await ownWordsOf(db, request.workspaceId, version.id));
  return version && made && { version, by: made.askedBy };
}

/** @throws Refusal when a counter is drafted that whoever answers has not seen, so that it goes without a word to nobody. */
async function checkKnown(tx: Tx, request: ChangeRequest, { knows }: Knowing): Promise<Counter | undefined> {
  const counter = await counterTo(tx, request);
  if (!counter || shownAs(counter.version) === knows) return counter;
  throw new Refusal(
    'change.countered',
    `${counter.by} has drafted another version as the answer meanwhile. Close this and press the button again to see it.`,
  );
}

async function dropDraft(work: Work, draft: Version | undefined, memberId: Id<'member'>): Promise<void> {
  if (draft) await discardWithin(work, draft, memberId);
}

/** The freelancer says no, with a reason; the first answer stands. */
export function declineRequest(
  core: Core,
  workspaceId: Id<'workspace'>,
  declining: Making & { reason: string } & Knowing,
): Promise<ChangeRequest> {
  const reason = typedLines(declining.reason);
  return transact(core, workspaceId, async (work) => {
    const request = await openRequest(work, workspaceId, declining.changeId);
    if (request.state === 'declined' && request.reason === reason) return request;
    checkOpen(request);
    if (reason.length < 2) throw new Refusal('change.no-reason', 'Say in a few words why not.', 'reason');
    await checkKnown(work.tx, request, declining);
    await dropDraft(work, await draftOf(work.tx, request), declining.memberId);
    await answered(work, request, { state: 'declined', reason, memberId: declining.memberId });
    return changeById(work.tx, workspaceId, request.id);
  });
}

/**
 * Another version is drafted as the answer, which the client hears of once it is sent; until then the request is open.
 *
 * @throws Refusal when it was answered meanwhile, so that the version is not made either.
 */
export async function counterRequest(
  work: Work,
  workspaceId: Id<'workspace'>,
  { changeId, madeId }: { changeId: string; madeId: Id<'version'> },
): Promise<void> {
  const request = await openRequest(work, workspaceId, changeId);
  checkOpen(request);
  await linkDraft(work, request.id, { madeId, answers: request.answers });
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
  const did = state === 'accepted-in-part' ? 'accepted part of' : state;
  const sentence =
    state === 'overtaken'
      ? 'The contract has gone on since, so there is nothing to answer any more.'
      : `${who} has ${did} this request already.`;
  throw new Refusal('change.answered', sentence);
}

type Answer = {
  state: 'accepted' | 'accepted-in-part' | 'countered' | 'declined';
  memberId: Id<'member'>;
  madeId?: Id<'version'>;
  reason?: string;
  left?: string[];
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

/**
 * A draft made of the request says yes to as much of it as was read. One that was edited before it went out, or made of the
 * freelancer's own words, is another version, not what was asked for.
 */
async function answerIn(
  work: Work,
  request: ChangeRequest,
  { event, actor, detail }: Happening,
): Promise<Answer | undefined> {
  const sent = event === 'contract.superseded' && detail?.by;
  if (!request.madeId || typeof sent !== 'string' || !isId('version', sent) || !isId('member', actor)) return undefined;
  const answer = { madeId: sent, memberId: actor };
  if (request.madeId === sent) {
    if (await isOwnWords(work.tx, work.workspaceId, sent)) return { ...answer, state: 'countered' };
    const left = await leftOut(work.tx, request);
    return left.length > 0 ? { ...answer, state: 'accepted-in-part', left } : { ...answer, state: 'accepted' };
  }
  const { state } = await versionById(work.tx, work.workspaceId, request.madeId);
  return state === 'superseded' ? { ...answer, state: 'countered' } : undefined;
}

/** The words of a request that accepting it with its answers leaves out. */
export async function leftOut(db: Database | Tx, request: ChangeRequest): Promise<string[]> {
  const { workspaceId, projectId, versionId } = request;
  const version = await versionById(db, workspaceId, versionId);
  const { businessId } = await projectById(db, workspaceId, projectId);
  const { open } = await showChange(db, version, request, await businessById(db, workspaceId, businessId));
  return open.map(({ quote }) => quote);
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
