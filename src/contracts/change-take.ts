import { type Core, transact } from '../platform/work.ts';
import { type Id, newId } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { CHANGE_MAX, type ChangeRequest, type Said } from './change.ts';
import { changeById } from './change-read.ts';
import { insertChange } from './change-store.ts';
import type { Version } from './contract.ts';
import { versionById } from './read.ts';

/** @throws Refusal when the terms of a version stand. */
export function checkChangeable({ state }: Pick<Version, 'state'>): void {
  if (state === 'superseded' || state === 'discarded')
    throw new Refusal('contract.replaced', 'That version was replaced. Use the buttons of the card as it is now.');
  if (state === 'signed' || state === 'sealed')
    throw new Refusal('contract.signed', 'The client has signed this contract, so its terms stand.');
}

/** Keeps a member's words about a version, before anything is made of them. */
export async function takeChange(
  core: Core,
  workspaceId: Id<'workspace'>,
  asked: {
    versionId: string;
    memberId: Id<'member'>;
    body: string;
    answers: Record<string, string>;
    said: Said | null;
  },
): Promise<ChangeRequest> {
  const { versionId, memberId, body, answers, said } = asked;
  if (body.length > CHANGE_MAX)
    throw new Refusal('change.too-long', `Keep it under ${CHANGE_MAX.toLocaleString('en')} characters.`, 'body');
  const id = newId('change', core.clock.now());
  await transact(core, workspaceId, async (work) => {
    const version = await versionById(work.tx, workspaceId, versionId);
    checkChangeable(version);
    const { projectId } = version;
    await insertChange(work, { id, projectId, versionId: version.id, memberId, contactId: null, body, answers, said });
  });
  return changeById(core.db, workspaceId, id);
}
