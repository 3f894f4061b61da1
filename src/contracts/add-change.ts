import { templateOf } from '../clauses/read.ts';
import { mainContact } from '../clients/client.ts';
import { clientById } from '../clients/read.ts';
import { type Core, transact } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import { dayIn } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import { businessById } from '../workspaces/read.ts';
import { CHANGE_ORDER, type ChangeFilled, changeTerms, checkParent } from './change-order.ts';

import type { Version } from './contract.ts';
import { insertContract, insertVersion } from './draft-store.ts';
import { firstVersionOf, versionById } from './read.ts';
import { wordContract } from './wording.ts';

export type AddingChange = {
  /** The signed version it is added to. */
  parentId: string;
  /** The id of the contract to be: the form, sent twice, makes one. */
  key: Id<'contract'>;
  memberId: Id<'member'>;
  filled: ChangeFilled;
};

/** Drafts a change order on a signed contract, in its project. The parent is read, and never written. */
export async function addChange(core: Core, workspaceId: Id<'workspace'>, adding: AddingChange): Promise<Version> {
  return transact(core, workspaceId, async (work) => {
    const seen = await versionById(work.tx, workspaceId, adding.parentId);
    const project = await lockProject(work, seen.projectId);
    const standing = await firstVersionOf(work.tx, workspaceId, adding.key);
    if (standing) return standing;
    const parent = await versionById(work.tx, workspaceId, adding.parentId);
    checkParent(parent, project);
    const client = await clientById(work.tx, workspaceId, project.clientId);
    const business = await businessById(work.tx, workspaceId, project.businessId);
    const { timeZone: zone } = business;
    const terms = changeTerms(parent, adding.filled, { contact: mainContact(client), zone });
    const made = wordContract(terms, business, dayIn(zone, work.now), templateOf(CHANGE_ORDER));
    const contractId = await insertContract(work, {
      id: adding.key,
      projectId: project.id,
      templateId: CHANGE_ORDER,
      briefId: null,
      parentId: parent.contractId,
    });
    const versionId = await insertVersion(work, { contractId, number: 1, reading: 'form', terms, made });
    await work.announce({
      event: 'contract.drafted',
      projectId: project.id,
      subjectId: versionId,
      actor: adding.memberId,
      detail: { number: 1, text: made.textSha256, reading: 'form', changes: parent.id },
    });
    return versionById(work.tx, workspaceId, versionId);
  });
}
