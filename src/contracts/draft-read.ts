import { z } from 'zod';
import { type Client, type Contact, mainContact, partyName } from '../clients/client.ts';
import { clientByEmail, clientById } from '../clients/read.ts';
import type { Database, Tx } from '../platform/database.ts';
import type { Id } from '../shared/ids.ts';
import { notFound, Refusal } from '../shared/refusal.ts';
import type { Version } from './contract.ts';
import { Terms } from './terms.ts';

const AnswerJson = z.object({ label: z.string(), set: z.record(z.string(), z.string()) });
const NoteJson = z.object({
  code: z.string(),
  sentence: z.string(),
  field: z.string().optional(),
  /** What one press may answer. */
  answers: z.array(AnswerJson).optional(),
});

/** What was read from a brief and by whom; `terms` is what the form showed. */
export const StoredReading = z.object({
  source: z.enum(['parser', 'model', 'form']),
  why: z.string().optional(),
  terms: Terms,
  questions: z.array(z.string()),
  notes: z.array(NoteJson),
  hints: z.record(z.string(), z.string()),
  /** What was typed into fields that the kind of contract chosen now does not have. */
  aside: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});
export type StoredReading = z.infer<typeof StoredReading>;

export type Brief = {
  id: Id<'brief'>;
  memberId: Id<'member'>;
  body: string;
  channelId: string | null;
  reading: StoredReading;
};

export async function briefById(db: Database | Tx, workspaceId: string, id: string): Promise<Brief> {
  const row = await db.brief.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { id: true, memberId: true, body: true, channelId: true, reading: true },
  });
  if (!row) throw notFound('brief');
  return { ...row, reading: StoredReading.parse(row.reading) } as Brief;
}

/** Whether a brief's reading stands, so that nobody waits for a model any more. */
export async function isRead(db: Database, workspaceId: string, id: string): Promise<boolean> {
  const read = await db.brief.count({ where: { workspaceId, id, readAt: { not: null } } });
  return read > 0;
}

/** The first version of the contract that was made of a brief, if one was. */
export async function draftedFrom(
  db: Database | Tx,
  workspaceId: string,
  briefId: string,
): Promise<{ projectId: Id<'project'>; versionId: Id<'version'> } | undefined> {
  const row = await db.contract.findFirst({
    where: { workspaceId, briefId },
    select: { projectId: true, versions: { select: { id: true }, orderBy: { number: 'asc' }, take: 1 } },
  });
  const [version] = row?.versions ?? [];
  return row && version
    ? { projectId: row.projectId as Id<'project'>, versionId: version.id as Id<'version'> }
    : undefined;
}

/** The newest version of a contract that was not thrown away, the last number given, and whether any ever went out. */
export async function newestOf(
  db: Database | Tx,
  workspaceId: string,
  contractId: string,
): Promise<{ id: Id<'version'>; lastNumber: number; anySent: boolean }> {
  const rows = await db.version.findMany({
    where: { workspaceId, contractId },
    select: { id: true, number: true, state: true, sentAt: true },
    orderBy: { number: 'desc' },
  });
  const [last] = rows;
  // Drafts that a draft took the place of are nothing to go back to once that one is thrown away: what is out stands then.
  const standing = rows.find(({ state }) => state !== 'discarded' && state !== 'superseded');
  const newest = standing ?? rows.find(({ state }) => state !== 'discarded') ?? last;
  if (!last || !newest) throw notFound('contract');
  return { id: newest.id as Id<'version'>, lastNumber: last.number, anySent: rows.some((row) => row.sentAt !== null) };
}

/** The version that one was made of: the last before it that was not thrown away. */
export async function versionBefore(
  db: Database | Tx,
  { workspaceId, contractId, number }: Pick<Version, 'workspaceId' | 'contractId' | 'number'>,
): Promise<Id<'version'> | undefined> {
  const row = await db.version.findFirst({
    where: { workspaceId, contractId, number: { lt: number }, state: { not: 'discarded' } },
    select: { id: true },
    orderBy: { number: 'desc' },
  });
  return row ? (row.id as Id<'version'>) : undefined;
}

/** Versions that the client has been sent and that wait, or were declined: what the next one that goes out replaces. */
export async function replacedBy(
  db: Database | Tx,
  workspaceId: string,
  next: { id: string; contractId: string },
): Promise<{ id: Id<'version'>; state: 'sent' | 'declined' }[]> {
  const rows = await db.version.findMany({
    where: { workspaceId, contractId: next.contractId, id: { not: next.id }, state: { in: ['sent', 'declined'] } },
    select: { id: true, state: true },
    orderBy: { number: 'asc' },
  });
  return rows as { id: Id<'version'>; state: 'sent' | 'declined' }[];
}

/** Versions of a contract that were written and not sent. */
export async function draftsOf(
  db: Database | Tx,
  workspaceId: string,
  contractId: string,
): Promise<{ id: Id<'version'>; state: 'draft' }[]> {
  const rows = await db.version.findMany({
    where: { workspaceId, contractId, state: 'draft' },
    select: { id: true },
    orderBy: { number: 'asc' },
  });
  return rows.map(({ id }) => ({ id: id as Id<'version'>, state: 'draft' }));
}

/** The client that a version is for and the address it goes to, with the name its terms give to whoever signs. */
type Addressee = { client: Client; contact: Contact };

/**
 * Whom a version is sent to: the address its terms name, read out in its text. Mostly the project's own client; while
 * another version is out, an edited one may name somebody else.
 *
 * @throws Refusal `contract.other-address` when nobody uses that address any more.
 */
export async function addresseeOf(
  db: Database | Tx,
  workspaceId: string,
  version: Pick<Version, 'terms'>,
  clientId: string,
): Promise<Addressee> {
  const email = version.terms.clientEmail?.value.toLowerCase() ?? '';
  const own = await clientById(db, workspaceId, clientId);
  const uses = (client: Client | undefined) =>
    client?.contacts.find((contact) => contact.email === email && contact.maySign);
  for (const client of [own, await clientByEmail(db, workspaceId, email)]) {
    const contact = uses(client);
    if (client && contact)
      return { client, contact: { ...contact, name: version.terms.clientName?.value ?? contact.name } };
  }
  throw new Refusal(
    'contract.other-address',
    `The contract names ${email || 'no e-mail address'}, but ${partyName(own)} now uses ${mainContact(own).email}. Put it right with Edit terms, then send.`,
  );
}

/** Whether the client was sent an earlier version of this contract. */
export async function wasSentBefore(
  db: Database | Tx,
  version: { workspaceId: string; contractId: string; number: number },
): Promise<boolean> {
  const { workspaceId, contractId, number } = version;
  const before = await db.version.count({
    where: { workspaceId, contractId, number: { lt: number }, sentAt: { not: null } },
  });
  return before > 0;
}
