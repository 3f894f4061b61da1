import { z } from 'zod';
import type { Database, Tx } from '../platform/database.ts';
import { notFound } from '../shared/refusal.ts';
import { CLIENT_KINDS, type Client, type Contact } from './client.ts';

const CONTACT = {
  workspaceId: true,
  id: true,
  clientId: true,
  name: true,
  email: true,
  maySign: true,
  getsInvoices: true,
  mailState: true,
} as const;
const SELECT = {
  workspaceId: true,
  id: true,
  name: true,
  company: true,
  kind: true,
  country: true,
  timeZone: true,
  language: true,
  currency: true,
  channelId: true,
  address: true,
  taxId: true,
  createdAt: true,
  contacts: { select: CONTACT, orderBy: { id: 'asc' } },
} as const;
const Kind = z.enum(Object.keys(CLIENT_KINDS) as [keyof typeof CLIENT_KINDS]);

function toClient(row: { kind: string }): Client {
  return { ...row, kind: Kind.parse(row.kind) } as Client;
}

export async function clientById(db: Database | Tx, workspaceId: string, id: string): Promise<Client> {
  const row = await db.client.findUnique({
    where: { workspaceId_id: { workspaceId, id }, erasedAt: null },
    select: SELECT,
  });
  if (!row) throw notFound('client');
  return toClient(row);
}

export async function contactById(db: Database | Tx, workspaceId: string, id: string): Promise<Contact> {
  const row = await db.contact.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: CONTACT });
  if (!row) throw notFound('contact');
  return row as Contact;
}

/** The one in use first. */
export async function contactsOf(db: Database | Tx, workspaceId: string, clientId: string): Promise<Contact[]> {
  const rows = await db.contact.findMany({
    where: { workspaceId, clientId },
    select: CONTACT,
    orderBy: [{ maySign: 'desc' }, { getsInvoices: 'desc' }, { id: 'asc' }],
  });
  return rows as Contact[];
}

/** The youngest client of the workspace that uses this address. */
export async function clientByEmail(
  db: Database | Tx,
  workspaceId: string,
  email: string,
): Promise<Client | undefined> {
  const row = await db.client.findFirst({
    where: { workspaceId, erasedAt: null, contacts: { some: { email: email.trim().toLowerCase(), maySign: true } } },
    select: SELECT,
    orderBy: { id: 'desc' },
  });
  return row ? toClient(row) : undefined;
}

/** Newest first. */
export async function clientsOf(db: Database | Tx, workspaceId: string, limit = 100): Promise<Client[]> {
  const rows = await db.client.findMany({
    where: { workspaceId, erasedAt: null },
    select: SELECT,
    orderBy: { id: 'desc' },
    take: limit,
  });
  return rows.map(toClient);
}

export function countClients(db: Database | Tx, workspaceId: string): Promise<number> {
  return db.client.count({ where: { workspaceId, erasedAt: null } });
}

/** Prisma hands `%` and `_` on to LIKE, where they stand for anything. */
const literal = (words: string) => words.replace(/[\\%_]/g, '\\$&');

/** The one client whose name or company this is, to the letter but for its case; of two neither. */
export async function clientCalled(db: Database | Tx, workspaceId: string, name: string): Promise<Client | undefined> {
  const called = { equals: literal(name), mode: 'insensitive' } as const;
  const where = { workspaceId, erasedAt: null, OR: [{ name: called }, { company: called }] };
  const [row, other] = await db.client.findMany({ where, select: SELECT, take: 2 });
  return row && !other ? toClient(row) : undefined;
}

/** By name, company or address, as a person would type a part of one. */
export async function clientsLike(
  db: Database | Tx,
  workspaceId: string,
  words: string,
): Promise<{ clients: Client[]; count: number }> {
  const like = { contains: literal(words), mode: 'insensitive' } as const;
  const where = {
    workspaceId,
    erasedAt: null,
    OR: [{ name: like }, { company: like }, { contacts: { some: { email: like } } }],
  };
  const [rows, count] = await Promise.all([
    db.client.findMany({ where, select: SELECT, orderBy: { id: 'desc' }, take: 20 }),
    db.client.count({ where }),
  ]);
  return { clients: rows.map(toClient), count };
}

/** Whether a freelancer ticked that everyone in this channel may see this client's prices. */
export async function isTicked(
  db: Database | Tx,
  workspaceId: string,
  clientId: string,
  channelId: string,
): Promise<boolean> {
  const link = await db.evidence.findFirst({
    where: { workspaceId, chain: workspaceId, kind: 'client.channel-ticked', subjectId: clientId },
    orderBy: { seq: 'desc' },
    select: { detailSha256: true },
  });
  if (!link) return false;
  const detail = await db.evidenceDetail.findUnique({
    where: { workspaceId_sha256: { workspaceId, sha256: link.detailSha256 } },
    select: { body: true },
  });
  return z.object({ channelId: z.literal(channelId) }).safeParse(detail?.body).success;
}
