import { encrypt } from '../platform/crypto.ts';
import type { Database, Tx } from '../platform/database.ts';
import { appendEvidence, type Detail } from '../platform/evidence.ts';
import type { Work } from '../platform/work.ts';
import { type Id, newId } from '../shared/ids.ts';
import { tokenPlace } from './installation-read.ts';
import { bankPlace, lockWorkspace, memberBySlackUser } from './read.ts';
import {
  type BankDetails,
  type Business,
  type Member,
  type Person,
  PLATFORM_ACCOUNT,
  type Role,
  type Workspace,
} from './workspace.ts';

/** Settings and installations are written on the workspace's own evidence chain. */
export async function noteSetting(
  work: Work,
  note: { kind: string; subjectId: string; actor: string; detail?: Detail },
): Promise<void> {
  await lockWorkspace(work);
  await appendEvidence(work.tx, {
    workspaceId: work.workspaceId,
    chain: work.workspaceId,
    kind: note.kind,
    subjectId: note.subjectId,
    actor: note.actor,
    at: work.now,
    detail: note.detail ?? {},
  });
}

/** The row of a Slack team, made on first sight; it counts as removed until an installation is saved. */
export async function workspaceIdFor(
  db: Database,
  team: { slackTeamId: string; name: string },
  now: Date,
): Promise<Id<'workspace'>> {
  await db.workspace.createMany({
    data: [{ id: newId('workspace', now), ...team, state: 'removed', createdAt: now }],
    skipDuplicates: true,
  });
  const row = await db.workspace.findUniqueOrThrow({
    where: { slackTeamId: team.slackTeamId },
    select: { id: true },
  });
  return row.id as Id<'workspace'>;
}

export type NewInstallation = {
  name: string;
  token: string;
  scopes: string[];
  botUserId: string;
  appId: string | null;
};

/** Saves a first or repeated installation; the older token is overwritten. */
export async function saveInstallation(work: Work, made: NewInstallation): Promise<void> {
  const { workspaceId } = work;
  const sealed = encrypt(work.keys, made.token, tokenPlace(workspaceId));
  const row = {
    tokenCipher: sealed.cipher,
    keyId: sealed.keyId,
    scopes: made.scopes,
    botUserId: made.botUserId,
    appId: made.appId,
    revokedAt: null,
  };
  await work.tx.installation.upsert({
    where: { workspaceId },
    create: { workspaceId, ...row },
    update: { ...row, generation: { increment: 1 } },
  });
  await work.tx.workspace.update({ where: { id: workspaceId }, data: { state: 'installed', name: made.name } });
}

/** Makes the token unreadable at once; answers whether there was one. */
export async function wipeToken(work: Work): Promise<boolean> {
  const { count } = await work.tx.installation.updateMany({
    where: { workspaceId: work.workspaceId, revokedAt: null },
    data: { revokedAt: work.now, tokenCipher: new Uint8Array(), keyId: '' },
  });
  return count > 0;
}

/** Answers whether it still counted as installed. */
export async function markRemoved(work: Work): Promise<boolean> {
  const { count } = await work.tx.workspace.updateMany({
    where: { id: work.workspaceId, state: 'installed' },
    data: { state: 'removed' },
  });
  await work.tx.deskSession.deleteMany({ where: { workspaceId: work.workspaceId } });
  return count > 0;
}

/** Writes what Slack says of a person now; the row's id stays. */
export async function saveMember(work: Work, person: Person, role: Role): Promise<Member> {
  const { workspaceId } = work;
  const seen = {
    name: person.name,
    timeZone: person.timeZone,
    role,
    state: person.hasLeft ? 'left' : 'active',
  };
  await work.tx.member.createMany({
    data: [{ workspaceId, id: newId('member', work.now), slackUserId: person.slackUserId, ...seen }],
    skipDuplicates: true,
  });
  await work.tx.member.update({
    where: { workspaceId_slackUserId: { workspaceId, slackUserId: person.slackUserId } },
    data: seen,
  });
  const member = await memberBySlackUser(work.tx, workspaceId, person.slackUserId);
  if (!member) throw new Error('a member just saved is not there');
  return member;
}

export type Profile = Omit<Business, 'workspaceId' | 'id' | 'testMode' | 'hasBankDetails'>;

/** Saves the first business's profile, or makes it together with the account that cash and transfers are booked on. */
export async function saveProfile(work: Work, profile: Profile, known?: Id<'business'>): Promise<Id<'business'>> {
  const { workspaceId, tx } = work;
  const { address, ...plain } = profile;
  const row = { ...plain, address: { lines: address } };
  if (known) {
    await tx.business.update({ where: { workspaceId_id: { workspaceId, id: known } }, data: row });
    return known;
  }
  const id = newId('business', work.now);
  await tx.business.create({ data: { workspaceId, id, ...row } });
  await saveAccount(work, { businessId: id, provider: 'manual', externalId: id, livemode: true });
  return id;
}

type NewAccount = { businessId: Id<'business'>; provider: 'stripe' | 'manual'; externalId: string; livemode: boolean };

async function saveAccount(work: Work, account: NewAccount): Promise<void> {
  await work.tx.paymentAccount.createMany({
    data: [{ workspaceId: work.workspaceId, id: newId('account', work.now), ...account }],
    skipDuplicates: true,
  });
}

/** The account of the key in the configuration; the one it had before it was retired, if it had one. */
export async function saveStripeAccount(work: Work, businessId: Id<'business'>, livemode: boolean): Promise<void> {
  const { workspaceId, tx } = work;
  const own = { workspaceId, businessId, provider: 'stripe', livemode };
  const { count } = await tx.paymentAccount.updateMany({ where: own, data: { externalId: PLATFORM_ACCOUNT } });
  if (count === 0) await saveAccount(work, { businessId, provider: 'stripe', externalId: PLATFORM_ACCOUNT, livemode });
}

/**
 * Of every workspace, as the configuration is: only `except` has the account of the key. The others keep theirs, because
 * their payments were made on it, under a name that no event carries.
 */
export async function retireStripeAccounts(
  db: Database | Tx,
  except: Pick<Workspace, 'id'> | undefined,
): Promise<void> {
  await db.$executeRaw`
    UPDATE "PaymentAccount" SET "externalId" = 'former:' || id
    WHERE provider = 'stripe' AND "externalId" = ${PLATFORM_ACCOUNT} AND "workspaceId" <> ${except?.id ?? ''}`;
}

export async function saveTestMode(work: Work, businessId: Id<'business'>, testMode: boolean): Promise<void> {
  const where = { workspaceId: work.workspaceId, id: businessId, testMode: !testMode };
  await work.tx.business.updateMany({ where, data: { testMode } });
}

/** Of every workspace, as the configuration is every workspace's: only this business may still take test cards. */
export async function endTestMode(db: Database, except: Pick<Business, 'id'> | undefined): Promise<void> {
  await db.business.updateMany({
    where: { testMode: true, ...(except ? { id: { not: except.id } } : {}) },
    data: { testMode: false },
  });
}

export async function saveBankDetails(work: Work, businessId: Id<'business'>, details: BankDetails): Promise<void> {
  const { workspaceId } = work;
  const sealed = encrypt(work.keys, JSON.stringify(details), bankPlace(workspaceId, businessId));
  await work.tx.business.update({
    where: { workspaceId_id: { workspaceId, id: businessId } },
    data: { bankCipher: sealed.cipher, bankKeyId: sealed.keyId },
  });
}
