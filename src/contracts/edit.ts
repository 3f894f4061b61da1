import { templateFor } from '../clauses/template-read.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import { changeProject } from '../projects/open.ts';
import { lockProject } from '../projects/read.ts';
import { dayIn } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { businessById } from '../workspaces/read.ts';
import { isChangeOrder } from './change-order.ts';
import { isAiHelped, isSigned, type Version } from './contract.ts';
import { newestOf } from './draft-read.ts';
import { insertVersion } from './draft-store.ts';
import { factsIn, renameClient } from './name-client.ts';
import { liveVersionOf, versionById } from './read.ts';
import { reconcile } from './reconcile.ts';
import { moveVersion } from './store.ts';
import { Terms, termsToJson } from './terms.ts';
import { whyUnsignable } from './unsignable-read.ts';
import { wordContract } from './wording.ts';

export type Editing = {
  /** The version the form showed. */
  versionId: string;
  memberId: Id<'member'>;
  terms: Terms;
};

/**
 * Makes the next version of other terms. The text anyone may be looking at is never changed: a draft gives way to the new
 * draft, and a version that is out with the client stays out until the new one is sent.
 *
 * @throws Refusal `contract.edited-meanwhile` when someone made a newer version while the form was open.
 */
export function editTerms(core: Core, workspaceId: Id<'workspace'>, editing: Editing): Promise<Version> {
  return transact(core, workspaceId, (work) => makeVersion(work, workspaceId, editing));
}

/** The same within a transaction that does more. `reading` says how the terms came about. */
export async function makeVersion(
  work: Work,
  workspaceId: Id<'workspace'>,
  editing: Editing & { reading?: string; detail?: Record<string, string> },
): Promise<Version> {
  const { projectId } = await versionById(work.tx, workspaceId, editing.versionId);
  const project = await lockProject(work, projectId);
  const seen = await versionById(work.tx, workspaceId, editing.versionId);
  const live = await liveVersionOf(work.tx, workspaceId, project.id, seen.contractId);
  if (live && isSigned(live))
    throw new Refusal('contract.signed', 'The client has signed this contract, so its terms stand.');
  if (seen.state === 'discarded' || project.state === 'discarded')
    throw new Refusal('contract.discarded', 'This contract was discarded. Draft a new one: /contract');
  const newest = await newestOf(work.tx, workspaceId, seen.contractId);
  if (newest.id !== seen.id) return answerLater(work.tx, workspaceId, newest.id, editing.terms);
  const { terms, memberId } = editing;
  const business = await businessById(work.tx, workspaceId, project.businessId);
  const asItIs = sameTerms(terms, seen.terms) && !(seen.state === 'draft' && reconcile(seen, business));
  if (asItIs && !(await isOverAsItIs(work, seen))) return seen;
  const template = await templateFor(work.tx, workspaceId, terms.template?.value ?? '');
  const made = wordContract(terms, business, dayIn(business.timeZone, work.now), template);
  const client = isChangeOrder(seen)
    ? undefined
    : await renameClient(work, project, seen, { terms, by: memberId, anySent: newest.anySent });
  if (seen.state === 'draft') await moveVersion(work, seen, 'superseded');
  // While a version is out the project stays what that one says: its client may still sign it. A change order never
  // says what the project is.
  if (client && !live) await changeProject(work, project.id, factsIn(terms, client.id));
  const versionId = await insertVersion(work, {
    contractId: seen.contractId,
    number: newest.lastNumber + 1,
    // What a model helped with once stays marked in every later version.
    reading: `${isAiHelped(seen) ? 'model/' : ''}${editing.reading ?? 'form'}`,
    terms,
    made,
  });
  await work.announce({
    event: 'contract.edited',
    projectId: project.id,
    subjectId: versionId,
    actor: memberId,
    detail: { number: newest.lastNumber + 1, text: made.textSha256, after: seen.id, ...editing.detail },
  });
  return versionById(work.tx, workspaceId, versionId);
}

/** Whether a version is worth making anew without a change: one that was declined, or locked by wrong codes. */
async function isOverAsItIs(work: Work, seen: Version): Promise<boolean> {
  return seen.state === 'declined' || (await whyUnsignable(work.tx, seen, work.now))?.reason === 'locked';
}

/** Terms come in the order they were put together in; the schema has one of its own. */
const inOrder = (terms: Terms) => JSON.stringify(termsToJson(Terms.parse(termsToJson(terms))));
const sameTerms = (a: Terms, b: Terms) => inOrder(a) === inOrder(b);

/** The same form sent twice finds the version it made; any other newer version is somebody else's. */
async function answerLater(
  db: Parameters<typeof versionById>[0],
  workspaceId: string,
  newestId: string,
  terms: Terms,
): Promise<Version> {
  const newest = await versionById(db, workspaceId, newestId);
  if (sameTerms(newest.terms, terms)) return newest;
  throw new Refusal(
    'contract.edited-meanwhile',
    'Someone changed this contract while the form was open. Close it and press Edit terms on the card to see what stands.',
  );
}
