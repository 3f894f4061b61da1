import { findOrAddClient } from '../clients/add.ts';
import { type Core, transact } from '../platform/work.ts';
import { changeProject } from '../projects/open.ts';
import { lockProject } from '../projects/read.ts';
import { dayIn } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { businessById } from '../workspaces/read.ts';
import { isSigned, type Version } from './contract.ts';
import { clientOf } from './draft.ts';
import { newestOf } from './draft-read.ts';
import { insertVersion } from './draft-store.ts';
import { draftOf, liveVersionOf, versionById } from './read.ts';
import { moveVersion } from './store.ts';
import { type Terms, termsToJson } from './terms.ts';
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
export async function editTerms(core: Core, workspaceId: Id<'workspace'>, editing: Editing): Promise<Version> {
  return transact(core, workspaceId, async (work) => {
    const seen = await versionById(work.tx, workspaceId, editing.versionId);
    const project = await lockProject(work, seen.projectId);
    const live = await liveVersionOf(work.tx, workspaceId, project.id, seen.contractId);
    if (live && isSigned(live))
      throw new Refusal('contract.signed', 'The client has signed this contract, so its terms stand.');
    if (project.state === 'discarded')
      throw new Refusal('contract.discarded', 'This contract was discarded. Draft a new one: /contract');
    const newest = await newestOf(work.tx, workspaceId, seen.contractId);
    if (newest.id !== seen.id) return answerLater(work.tx, workspaceId, newest.id, editing.terms);
    const { terms } = editing;
    if (sameTerms(terms, seen.terms) && seen.state === 'draft') return seen;
    const business = await businessById(work.tx, workspaceId, project.businessId);
    const made = wordContract(terms, business, dayIn(business.timeZone, work.now));
    const client = await findOrAddClient(work, clientOf(terms, editing.memberId));
    const draft = await draftOf(work.tx, workspaceId, seen.contractId);
    if (draft) await moveVersion(work, draft, 'superseded');
    if (seen.state === 'declined') await moveVersion(work, seen, 'superseded');
    await changeProject(work, project.id, {
      clientId: client.id,
      title: terms.title?.value ?? project.title,
      currency: terms.fee?.value.currency ?? project.currency,
      pricesIncludeTax: terms.taxIncluded?.value ?? false,
    });
    const versionId = await insertVersion(work, {
      contractId: seen.contractId,
      number: newest.number + 1,
      reading: 'form',
      terms,
      made,
    });
    await work.announce({
      event: 'contract.edited',
      projectId: project.id,
      subjectId: versionId,
      actor: editing.memberId,
      detail: { number: newest.number + 1, text: made.textSha256, after: seen.id },
    });
    return versionById(work.tx, workspaceId, versionId);
  });
}

const sameTerms = (a: Terms, b: Terms) => JSON.stringify(termsToJson(a)) === JSON.stringify(termsToJson(b));

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
