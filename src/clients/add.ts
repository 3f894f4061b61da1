import { fingerprint } from '../platform/crypto.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { businessOf, lockWorkspace } from '../workspaces/read.ts';
import { type Client, type ClientFacts, factsOf, parseEmail, UNKNOWN_COUNTRY } from './client.ts';
import { clientByEmail, clientById } from './read.ts';
import { createClient, noteClient, updateClient } from './store.ts';

export type Adding = {
  facts: ClientFacts;
  by: Id<'member'>;
  /** The freelancer ticked that everyone in the channel may see this client's prices. */
  channelTicked?: boolean;
};

/**
 * Adds a client. Adding the same one twice answers with what stands.
 *
 * @throws Refusal `client.known` when another client of the workspace has the address.
 */
export function addClient(core: Core, workspaceId: Id<'workspace'>, adding: Adding): Promise<Client> {
  return transact(core, workspaceId, async (work) => {
    await lockWorkspace(work);
    const email = parseEmail(adding.facts.email);
    const facts = { ...adding.facts, email };
    const known = await clientByEmail(work.tx, workspaceId, email);
    if (known && fingerprint(factsOf(known)) === fingerprint(facts)) return known;
    if (known)
      throw new Refusal(
        'client.known',
        `${known.name} already has this address. Edit that client instead, or use another address.`,
        'email',
      );
    return save(work, { ...adding, facts });
  });
}

export type Finding = {
  name: string;
  email: string;
  by: Id<'member'>;
  /** What is not said is taken from the business, but for the country: that stands on paper, and nobody invents an address. */
  more?: Partial<Omit<ClientFacts, 'name' | 'email'>>;
};

/** The client with this contact address, or a new one; for verbs that start from a brief or a form of their own. */
export async function findOrAddClient(work: Work, found: Finding): Promise<Client> {
  const email = parseEmail(found.email);
  const known = await clientByEmail(work.tx, work.workspaceId, email);
  if (known) return known;
  await lockWorkspace(work);
  const meanwhile = await clientByEmail(work.tx, work.workspaceId, email);
  if (meanwhile) return meanwhile;
  const business = await businessOf(work.tx, work.workspaceId);
  return save(work, {
    by: found.by,
    facts: {
      company: null,
      kind: 'business',
      contactName: found.name,
      country: UNKNOWN_COUNTRY,
      timeZone: business?.timeZone ?? 'UTC',
      language: 'en',
      currency: business?.currency ?? 'EUR',
      channelId: null,
      address: null,
      taxId: null,
      ...found.more,
      name: found.name,
      email,
    },
  });
}

/** Puts right what is wrong with a client that nothing has been sent to. */
export async function correctClient(
  work: Work,
  client: Client,
  by: Id<'member'>,
  right: Partial<ClientFacts>,
): Promise<Client> {
  const facts = { ...factsOf(client), ...right };
  if (fingerprint(facts) === fingerprint(factsOf(client))) return client;
  await lockWorkspace(work);
  await updateClient(work, client, { ...facts, email: parseEmail(facts.email) });
  await noteClient(work, { kind: 'client.edited', clientId: client.id, actor: by, detail: { ...facts } });
  return clientById(work.tx, work.workspaceId, client.id);
}

async function save(work: Work, { facts, by, channelTicked }: Adding): Promise<Client> {
  const id = await createClient(work, facts);
  await noteClient(work, { kind: 'client.added', clientId: id, actor: by, detail: { ...facts } });
  if (channelTicked && facts.channelId) await noteTick(work, id, by, facts.channelId);
  return clientById(work.tx, work.workspaceId, id);
}

export async function noteTick(work: Work, clientId: string, by: string, channelId: string): Promise<void> {
  await noteClient(work, { kind: 'client.channel-ticked', clientId, actor: by, detail: { channelId } });
}
