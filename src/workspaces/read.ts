import { z } from 'zod';
import { decrypt, type Keyring } from '../platform/crypto.ts';
import type { Database, Tx } from '../platform/database.ts';
import type { Work } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { notFound } from '../shared/refusal.ts';
import { BankDetails, type Business, type Member, PLATFORM_ACCOUNT, type Visit, type Workspace } from './workspace.ts';

const Address = z.object({ lines: z.array(z.string()) });

const WORKSPACE = { id: true, slackTeamId: true, name: true, state: true } as const;
const MEMBER = {
  workspaceId: true,
  id: true,
  slackUserId: true,
  role: true,
  name: true,
  timeZone: true,
  state: true,
} as const;
const BUSINESS = {
  workspaceId: true,
  id: true,
  name: true,
  address: true,
  email: true,
  country: true,
  timeZone: true,
  currency: true,
  taxId: true,
  taxRateMilli: true,
  taxReason: true,
  depositMilli: true,
  netDays: true,
  testMode: true,
  bankKeyId: true,
} as const;

function toBusiness(row: { address: unknown; bankKeyId: string | null }): Business {
  const { bankKeyId, address, ...rest } = row;
  return { ...rest, address: Address.parse(address).lines, hasBankDetails: bankKeyId !== null } as Business;
}

export async function workspaceById(db: Database | Tx, id: string): Promise<Workspace> {
  const row = await db.workspace.findUnique({ where: { id }, select: WORKSPACE });
  if (!row) throw notFound('workspace');
  return row as Workspace;
}

export async function workspaceByTeam(db: Database | Tx, slackTeamId: string): Promise<Workspace | undefined> {
  const row = await db.workspace.findUnique({ where: { slackTeamId }, select: WORKSPACE });
  return (row ?? undefined) as Workspace | undefined;
}

/** In one-token mode: the workspace there is. */
export async function firstWorkspace(db: Database | Tx): Promise<Workspace | undefined> {
  const row = await db.workspace.findFirst({
    where: { state: 'installed' },
    select: WORKSPACE,
    orderBy: { id: 'asc' },
  });
  return (row ?? undefined) as Workspace | undefined;
}

export async function memberById(db: Database | Tx, workspaceId: string, id: string): Promise<Member> {
  const row = await db.member.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: MEMBER });
  if (!row) throw notFound('member');
  return row as Member;
}

export async function memberBySlackUser(
  db: Database | Tx,
  workspaceId: string,
  slackUserId: string,
): Promise<Member | undefined> {
  const row = await db.member.findUnique({
    where: { workspaceId_slackUserId: { workspaceId, slackUserId } },
    select: MEMBER,
  });
  return (row ?? undefined) as Member | undefined;
}

export async function ownersOf(db: Database | Tx, workspaceId: string): Promise<Member[]> {
  const rows = await db.member.findMany({
    where: { workspaceId, role: 'owner', state: 'active' },
    select: MEMBER,
    orderBy: { id: 'asc' },
    take: 10,
  });
  return rows as Member[];
}

/** The first business of the workspace, which is the one its commands act for. */
export async function businessOf(db: Database | Tx, workspaceId: string): Promise<Business | undefined> {
  const row = await db.business.findFirst({ where: { workspaceId }, select: BUSINESS, orderBy: { id: 'asc' } });
  return row ? toBusiness(row) : undefined;
}

export async function businessById(db: Database | Tx, workspaceId: string, id: string): Promise<Business> {
  const row = await db.business.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: BUSINESS });
  if (!row) throw notFound('business');
  return toBusiness(row);
}

const VisitRow = z.object({
  id: z.string(),
  slackTeamId: z.string(),
  name: z.string(),
  state: z.enum(['installed', 'removed']),
  member: z.custom<Member>().nullable(),
  business: z.custom<Parameters<typeof toBusiness>[0]>().nullable(),
});

/** Workspace, member and business of one Slack user in one round trip, since every press of a button asks for them. */
export async function visitRow(
  db: Database | Tx,
  slackTeamId: string,
  slackUserId: string,
): Promise<{ workspace: Workspace; member: Member | undefined; business: Business | undefined } | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT w.id, w."slackTeamId", w.name, w.state,
      CASE WHEN m.id IS NOT NULL THEN jsonb_build_object('workspaceId', w.id, 'id', m.id, 'slackUserId', m."slackUserId",
        'role', m.role, 'name', m.name, 'timeZone', m."timeZone", 'state', m.state) END AS member,
      CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('workspaceId', w.id, 'id', b.id, 'name', b.name,
        'address', b.address, 'email', b.email, 'country', b.country, 'timeZone', b."timeZone", 'currency', b.currency,
        'taxId', b."taxId", 'taxRateMilli', b."taxRateMilli",
        'taxReason', b."taxReason", 'depositMilli', b."depositMilli", 'netDays', b."netDays",
        'testMode', b."testMode", 'bankKeyId', b."bankKeyId") END AS business
    FROM "Workspace" w
    LEFT JOIN "Member" m ON m."workspaceId" = w.id AND m."slackUserId" = ${slackUserId}
    LEFT JOIN LATERAL (SELECT * FROM "Business" WHERE "workspaceId" = w.id ORDER BY id LIMIT 1) b ON true
    WHERE w."slackTeamId" = ${slackTeamId}`;
  const row = z.array(VisitRow).parse(rows)[0];
  if (!row) return undefined;
  const { member, business, ...workspace } = row;
  return {
    workspace: workspace as Workspace,
    member: member ?? undefined,
    business: business ? toBusiness(business) : undefined,
  };
}

/** The same for a member known by id, as a desk session names them. */
export async function visitOfMember(db: Database | Tx, workspaceId: string, memberId: string): Promise<Visit> {
  const [workspace, member, business] = await Promise.all([
    workspaceById(db, workspaceId),
    memberById(db, workspaceId, memberId),
    businessOf(db, workspaceId),
  ]);
  return { workspace, member, business };
}

/**
 * Locks the workspace's row, which orders its own evidence chain, until the transaction ends; rows that point at the
 * workspace can be inserted meanwhile.
 */
export async function lockWorkspace(work: Work): Promise<void> {
  await work.tx.$queryRaw`SELECT id FROM "Workspace" WHERE id = ${work.workspaceId} FOR NO KEY UPDATE`;
}

export type PaymentAccount = {
  workspaceId: Id<'workspace'>;
  id: Id<'account'>;
  businessId: Id<'business'>;
  provider: 'stripe' | 'manual';
  externalId: string;
  livemode: boolean;
};

export async function paymentAccountsOf(
  db: Database | Tx,
  workspaceId: string,
  businessId: string,
): Promise<PaymentAccount[]> {
  const rows = await db.paymentAccount.findMany({
    where: { workspaceId, businessId },
    select: { workspaceId: true, id: true, businessId: true, provider: true, externalId: true, livemode: true },
    orderBy: { id: 'asc' },
  });
  return rows as PaymentAccount[];
}

/** The account on which a business takes cards, if the key in the configuration is its key. */
export async function cardAccountOf(
  db: Database | Tx,
  workspaceId: string,
  businessId: string,
  cards: { livemode: boolean } | undefined,
): Promise<PaymentAccount | undefined> {
  if (!cards) return undefined;
  const accounts = await paymentAccountsOf(db, workspaceId, businessId);
  return accounts.find(
    ({ provider, externalId, livemode }) =>
      provider === 'stripe' && externalId === PLATFORM_ACCOUNT && livemode === cards.livemode,
  );
}

/** A deposit can be asked for only where it can be paid: by card, or by transfer to an account we can print. */
export async function hasWayToPay(
  db: Database | Tx,
  config: { stripe?: { livemode: boolean } | undefined },
  business: Pick<Business, 'workspaceId' | 'id'>,
): Promise<boolean> {
  const { hasBankDetails } = await businessById(db, business.workspaceId, business.id);
  if (hasBankDetails) return true;
  return (await cardAccountOf(db, business.workspaceId, business.id, config.stripe)) !== undefined;
}

export const bankPlace = (workspaceId: string, businessId: string) =>
  `Business/${workspaceId}/${businessId}/bankCipher`;

export async function bankDetailsOf(
  { db, keys }: { db: Database | Tx; keys: Keyring },
  workspaceId: string,
  businessId: string,
): Promise<BankDetails | undefined> {
  const row = await db.business.findUnique({
    where: { workspaceId_id: { workspaceId, id: businessId } },
    select: { bankCipher: true, bankKeyId: true },
  });
  if (!row) throw notFound('business');
  if (!row.bankCipher || !row.bankKeyId) return undefined;
  const sealed = { cipher: row.bankCipher, keyId: row.bankKeyId };
  return BankDetails.parse(JSON.parse(decrypt(keys, sealed, bankPlace(workspaceId, businessId))));
}
