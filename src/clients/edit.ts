import { fingerprint } from '../platform/crypto.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import { revokeLinks } from '../projects/link-store.ts';
import { lockProject, projectIdsOf } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { lockWorkspace } from '../workspaces/read.ts';
import { type Adding, noteTick } from './add.ts';
import { type Client, factsOf, mainContact, parseEmail } from './client.ts';
import { clientByEmail, clientById, isTicked } from './read.ts';
import { noteClient, updateClient } from './store.ts';

/**
 * Changes a client. What was sent, signed or issued keeps the name and address it was made with.
 *
 * @param edit.seen The fingerprint of what the form showed when it was opened.
 * @throws Refusal `client.changed` when someone saved another change meanwhile.
 */
export function editClient(
  core: Core,
  workspaceId: Id<'workspace'>,
  id: string,
  edit: Adding & { seen?: string },
): Promise<Client> {
  return transact(core, workspaceId, async (work) => {
    const facts = { ...edit.facts, email: parseEmail(edit.facts.email) };
    // Projects before the workspace, as everywhere: two that wait for each other would both be undone.
    const projectIds = await projectIdsOf(work.tx, workspaceId, id);
    for (const projectId of projectIds) await lockProject(work, projectId);
    await lockWorkspace(work);
    const client = await clientById(work.tx, workspaceId, id);
    const before = fingerprint(factsOf(client));
    const ticked = Boolean(edit.channelTicked && facts.channelId);
    if (ticked && facts.channelId && !(await isTicked(work.tx, workspaceId, id, facts.channelId)))
      await noteTick(work, id, edit.by, facts.channelId);
    if (before === fingerprint(facts)) return client;
    if (edit.seen !== undefined && edit.seen !== before)
      throw new Refusal(
        'client.changed',
        'Someone changed this client while the form was open. Close it and open it again to see what stands.',
        'client',
      );
    const known = await clientByEmail(work.tx, workspaceId, facts.email);
    if (known && known.id !== id)
      throw new Refusal('client.known', `${known.name} already has this address. Use another one.`, 'email');
    await updateClient(work, client, facts);
    await noteClient(work, { kind: 'client.edited', clientId: id, actor: edit.by, detail: { ...facts } });
    const saved = await clientById(work.tx, workspaceId, id);
    if (facts.email !== mainContact(client).email) await closeOut(work, projectIds, { client, saved, by: edit.by });
    return saved;
  });
}

/** Whoever reads at an address that was put right may be a stranger: what was mailed there opens nothing any more. */
async function closeOut(
  work: Work,
  projectIds: readonly Id<'project'>[],
  { client, saved, by }: { client: Client; saved: Client; by: Id<'member'> },
): Promise<void> {
  const [from, to] = [mainContact(client), mainContact(saved)];
  for (const projectId of projectIds) {
    if ((await revokeLinks(work, projectId, to.id)) === 0) continue;
    await work.announce({
      event: 'contact.replaced',
      projectId,
      subjectId: to.id,
      actor: by,
      detail: { from: from.email, to: to.email },
    });
  }
}
