import { type Core, transact, type Work } from '../platform/work.ts';
import { lockProject, projectById } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { businessById } from '../workspaces/read.ts';
import type { ChangeRequest } from './change.ts';
import { changeById, changeThatMade } from './change-read.ts';
import { showChange } from './change-show.ts';
import { answerChange } from './change-store.ts';
import { checkChangeable } from './change-take.ts';
import { isAiHelped, isUndoable, type Version } from './contract.ts';
import { newestOf, versionBefore } from './draft-read.ts';
import { makeVersion } from './edit.ts';
import { versionById } from './read.ts';

export type Making = { changeId: string; memberId: Id<'member'> };
/** What else is done once the version stands, in the same transaction. */
type AndThen = (work: Work, version: Version) => Promise<void>;

/**
 * Makes the next version of what a member's words were shown to change; sent twice, it answers with the version that stands.
 *
 * @throws Refusal `change.meanwhile` when someone made another version since.
 */
export function makeChange(
  core: Core,
  workspaceId: Id<'workspace'>,
  making: Making,
  andThen?: AndThen,
): Promise<Version> {
  return transact(core, workspaceId, async (work) => {
    const { projectId } = await changeById(work.tx, workspaceId, making.changeId);
    await lockProject(work, projectId);
    const change = await changeById(work.tx, workspaceId, making.changeId);
    if (change.madeId) return versionById(work.tx, workspaceId, change.madeId);
    const version = await makeOf(work, workspaceId, change, making.memberId);
    await answerChange(work, change.id, { state: 'accepted', madeId: version.id, answeredById: making.memberId });
    await andThen?.(work, version);
    return version;
  });
}

/** The version that a request makes of the one it is about, by the same gate as the form's. */
export async function makeOf(
  work: Work,
  workspaceId: Id<'workspace'>,
  change: ChangeRequest,
  memberId: Id<'member'>,
): Promise<Version> {
  const version = await versionById(work.tx, workspaceId, change.versionId);
  const { businessId } = await projectById(work.tx, workspaceId, change.projectId);
  const shown = await showChange(work.tx, version, change, await businessById(work.tx, workspaceId, businessId));
  if (!shown.makes)
    throw new Refusal(
      'change.nothing',
      shown.problems[0] ?? 'Nothing in these words changes the contract. Say what should change, like “deposit 40%”.',
      'body',
    );
  await checkNewest(work, workspaceId, version);
  const made = {
    versionId: version.id,
    memberId,
    terms: shown.terms,
    reading: shown.helped && !isAiHelped(version) ? 'model/change' : 'change',
    detail: { change: change.id },
  };
  return makeVersion(work, workspaceId, made);
}

async function checkNewest(work: Work, workspaceId: string, version: Version): Promise<void> {
  const newest = await newestOf(work.tx, workspaceId, version.contractId);
  if (newest.id === version.id) return;
  throw new Refusal(
    'change.meanwhile',
    'This contract has a newer version by now. Close this and press Ask for a change on the card to see what stands.',
    'body',
  );
}

/**
 * Takes a change back: the next version has the terms from before it, and what was stays in the history. Pressed twice it
 * answers with the version that stands.
 */
export function undoChange(
  core: Core,
  workspaceId: Id<'workspace'>,
  undoing: { versionId: string; memberId: Id<'member'> },
): Promise<Version> {
  return transact(core, workspaceId, async (work) => {
    const { versionId, memberId } = undoing;
    const { projectId } = await versionById(work.tx, workspaceId, versionId);
    await lockProject(work, projectId);
    const version = await versionById(work.tx, workspaceId, versionId);
    const change = await changeThatMade(work.tx, workspaceId, version.id);
    const before = change?.versionId ?? (isUndoable(version) && (await versionBefore(work.tx, version)));
    if (!before)
      throw new Refusal('change.no-undo', 'That version was not made by a change, so there is none to undo.');
    if (version.state !== 'superseded') checkChangeable(version);
    const { terms } = await versionById(work.tx, workspaceId, before);
    const made = {
      versionId: version.id,
      memberId,
      terms,
      reading: 'undo',
      detail: { undo: change?.id ?? version.id },
    };
    return makeVersion(work, workspaceId, made);
  });
}
