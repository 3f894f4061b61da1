import { appendEvidence, type Detail } from '../platform/evidence.ts';
import type { Work } from '../platform/work.ts';
import { type Id, newId } from '../shared/ids.ts';
import type { Client, ClientFacts } from './client.ts';

/** Clients are written on the workspace's own evidence chain; the caller holds the workspace's lock. */
export async function noteClient(
  work: Work,
  note: { kind: string; clientId: string; actor: string; detail: Detail },
): Promise<void> {
  await appendEvidence(work.tx, {
    workspaceId: work.workspaceId,
    chain: work.workspaceId,
    kind: note.kind,
    subjectId: note.clientId,
    actor: note.actor,
    at: work.now,
    detail: note.detail,
  });
}

export async function createClient(work: Work, facts: ClientFacts): Promise<Id<'client'>> {
  const { contactName, email, ...rest } = facts;
  const id = newId('client', work.now);
  await work.tx.client.create({ data: { workspaceId: work.workspaceId, id, createdAt: work.now, ...rest } });
  await addContact(work, id, { name: contactName, email });
  return id;
}

async function addContact(work: Work, clientId: string, contact: { name: string; email: string }): Promise<void> {
  await work.tx.contact.create({
    data: { workspaceId: work.workspaceId, id: newId('contact', work.now), clientId, ...contact },
  });
}

/**
 * Saves what changed. A new address is a new contact; the old one can neither sign nor get mail from now on, and whoever
 * changes a client that was written to closes its links.
 */
export async function updateClient(work: Work, client: Client, facts: ClientFacts): Promise<void> {
  const { contactName, email, ...rest } = facts;
  const { workspaceId, tx } = work;
  await tx.client.update({ where: { workspaceId_id: { workspaceId, id: client.id } }, data: rest });
  await tx.contact.updateMany({
    where: { workspaceId, clientId: client.id, email: { not: email } },
    data: { maySign: false, getsInvoices: false },
  });
  const { count } = await tx.contact.updateMany({
    where: { workspaceId, clientId: client.id, email },
    data: { name: contactName, maySign: true, getsInvoices: true },
  });
  if (count === 0) await addContact(work, client.id, { name: contactName, email });
}
