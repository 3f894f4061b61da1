import { clauseById } from '../clauses/read.ts';
import { templateFor } from '../clauses/template-read.ts';
import { type Core, transact } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { checkChangeable } from './change-take.ts';
import type { Version } from './contract.ts';
import { newestOf } from './draft-read.ts';
import { makeVersion } from './edit.ts';
import { versionById } from './read.ts';
import { familyIn, withWording } from './wordings.ts';

export type Taking = {
  /** A version of the contract; the wording is taken in the newest one, whoever changed something else meanwhile. */
  versionId: string;
  clauseId: string;
  memberId: Id<'member'>;
};

/**
 * Makes the next version with another wording of one clause, by the gate of every edit. One that stands already stays.
 *
 * @returns the version that stands, and the one before it; the same one where nothing had to be done.
 * @throws Refusal `clause.not-there`, `clause.no-variant`, and as every edit does.
 */
export function takeWording(
  core: Core,
  workspaceId: Id<'workspace'>,
  { versionId, clauseId, memberId }: Taking,
): Promise<{ version: Version; before: Version }> {
  return transact(core, workspaceId, async (work) => {
    const seen = await versionById(work.tx, workspaceId, versionId);
    await lockProject(work, seen.projectId);
    const newest = await newestOf(work.tx, workspaceId, seen.contractId);
    const before = await versionById(work.tx, workspaceId, newest.id);
    checkChangeable(before);
    const clause = clauseById(clauseId);
    const template = await templateFor(work.tx, workspaceId, before.terms.template?.value ?? '');
    const standing = clause && before.clauses.find((each) => familyIn(each) === clause.family);
    if (!clause || !template || !standing)
      throw new Refusal('clause.not-there', 'That clause is not in this contract any more. Press Clauses on the card.');
    if (standing.id === clause.id) return { version: before, before };
    const terms = withWording(before.terms, template, clause);
    const made = { versionId: before.id, memberId, terms, reading: 'wording', detail: { wording: clause.id } };
    return { version: await makeVersion(work, workspaceId, made), before };
  });
}
