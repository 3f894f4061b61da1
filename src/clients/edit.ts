import { fingerprint } from '../platform/crypto.ts';
import { type Core, transact } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { lockWorkspace } from '../workspaces/read.ts';
import { type Adding, noteTick } from './add.ts';
import { type Client, factsOf, parseEmail } from './client.ts';
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
    await lockWorkspace(work);
    const client = await clientById(work.tx, workspaceId, id);
    const facts = { ...edit.facts, email: parseEmail(edit.facts.email) };
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
    return clientById(work.tx, workspaceId, id);
  });
}
