import type { Booking } from '../bookings/booking.ts';
import { bookingsOf } from '../bookings/read.ts';
import type { Client } from '../clients/client.ts';
import { clientById } from '../clients/read.ts';
import type { ChangeRequest } from '../contracts/change.ts';
import type { Redline } from '../contracts/change-portal.tsx';
import { clientChangesOf, lastSeenBefore } from '../contracts/change-read.ts';
import { showVersions } from '../contracts/change-show.ts';
import { TRIES_MAX } from '../contracts/code.ts';
import type { Version } from '../contracts/contract.ts';
import { type Explained, explainedTo } from '../contracts/explain-read.ts';
import type { ContractView } from '../contracts/paper.ts';
import { changeVersionsOf, liveVersionOf, shownVersionOf, signersOf, versionById } from '../contracts/read.ts';
import type { SignSurface } from '../contracts/sign-portal.tsx';
import { newestCode } from '../contracts/sign-read.ts';
import { whyUnsignable } from '../contracts/unsignable-read.ts';
import { contractViewOf } from '../contracts/view-read.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { invoicesOf, plannedOf } from '../invoices/read.ts';
import { owedOnEach, paymentsOf } from '../payments/read.ts';
import type { Database } from '../platform/database.ts';
import type { PortalVisit } from '../projects/link-read.ts';
import type { Project } from '../projects/project.ts';
import type { Question } from '../projects/question.ts';
import { questionsOf } from '../projects/question-read.ts';
import { projectById } from '../projects/read.ts';
import { type Id, isId } from '../shared/ids.ts';
import type { Money } from '../shared/money.ts';
import { Refusal } from '../shared/refusal.ts';
import { businessById } from '../workspaces/read.ts';
import type { Business } from '../workspaces/workspace.ts';
import { type ToCome, toCome } from './to-come.tsx';

/** Everything the client's page is made from, read once. */
export type PageScene = {
  visit: PortalVisit;
  project: Project;
  business: Business;
  client: Client;
  contract: ContractView | undefined;
  /** What else was signed, or came to an end: the contract itself while a change order is shown, and other change orders. */
  others: ContractView[];
  /** The version whose mail was opened, when another one of the same contract has replaced it. */
  replaced: { opened: Version; counts: Version | undefined } | undefined;
  invoices: Invoice[];
  /** What is still owed on each. */
  owed: ReadonlyMap<Id<'invoice'>, Money>;
  /** What is agreed and not invoiced yet, once the client has signed. */
  toCome: ToCome | undefined;
  bookings: Booking[];
  now: Date;
  questions: Question[];
  /** What the client asked to have changed, and what is other than in the version they saw before this one. */
  changes: ChangeRequest[];
  redline: Redline | undefined;
  /** What whoever looks has asked about this version. */
  explained: Explained[];
  signing: Omit<SignSurface, 'refused'>;
};

export async function pageScene(db: Database, visit: PortalVisit, now: Date): Promise<PageScene> {
  const { workspaceId, projectId } = visit;
  const project = await projectById(db, workspaceId, projectId);
  const [business, client, { version, others }, invoices, planned, payments, bookings, questions] = await Promise.all([
    businessById(db, workspaceId, project.businessId),
    clientById(db, workspaceId, project.clientId),
    shownVersions(db, visit),
    invoicesOf(db, workspaceId, projectId),
    plannedOf(db, workspaceId, projectId),
    paymentsOf(db, workspaceId, projectId),
    bookingsOf(db, workspaceId, projectId),
    questionsOf(db, workspaceId, projectId),
  ]);
  return {
    visit,
    now,
    project,
    business,
    client,
    contract: version && (await contractViewOf(db, version)),
    others: await Promise.all(others.map((one) => contractViewOf(db, one))),
    replaced: version && (await replacedVersion(db, visit, version)),
    invoices: invoices.filter(({ state }) => state !== 'draft'),
    owed: await owedOnEach(db, workspaceId, invoices),
    toCome: toCome({ planned, invoices, payments }, project.currency),
    bookings,
    questions,
    changes: await clientChangesOf(db, workspaceId, projectId),
    redline: version?.state === 'sent' ? await redlineFor(db, version) : undefined,
    explained: version ? await explainedTo(db, version, visit.contactId) : [],
    signing: await signing(db, visit, { version, now, business: business.name, zone: client.timeZone }),
  };
}

async function redlineFor(db: Database, version: Version): Promise<Redline | undefined> {
  const before = await lastSeenBefore(db, version);
  return before && { before, ...showVersions(before, version) };
}

/** A project opened by an invoice alone has no contract. */
function shownVersion(db: Database, visit: PortalVisit): Promise<Version | undefined> {
  return shownVersionOf(db, visit.workspaceId, visit.projectId).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
}

/** A change order that waits for its signature comes first; else the contract, with what was added to it. */
async function shownVersions(
  db: Database,
  visit: PortalVisit,
): Promise<{ version: Version | undefined; others: Version[] }> {
  const [agreed, all] = await Promise.all([
    shownVersion(db, visit),
    changeVersionsOf(db, visit.workspaceId, visit.projectId),
  ]);
  const contracts = new Set(all.map(({ contractId }) => contractId));
  const sent = all.filter(({ sentAt, state }) => sentAt !== null && state !== 'superseded');
  const changes = [...contracts].reverse().flatMap((id) => sent.find(({ contractId }) => contractId === id) ?? []);
  const waiting = changes.filter(({ state }) => state === 'sent');
  const version = waiting.find(({ id }) => id === visit.subjectId) ?? waiting[0] ?? agreed;
  return { version, others: [...(agreed ? [agreed] : []), ...changes].filter(({ id }) => id !== version?.id) };
}

async function replacedVersion(db: Database, visit: PortalVisit, shown: Version): Promise<PageScene['replaced']> {
  if (!isId('version', visit.subjectId) || visit.subjectId === shown.id) return undefined;
  const opened = await versionById(db, visit.workspaceId, visit.subjectId);
  if (opened.state !== 'superseded') return undefined;
  const { workspaceId, projectId, contractId } = opened;
  return { opened, counts: await liveVersionOf(db, workspaceId, projectId, contractId) };
}

async function signing(
  db: Database,
  visit: PortalVisit,
  at: { version: Version | undefined; now: Date; business: string; zone: string },
): Promise<PageScene['signing']> {
  const { version, now, business, zone } = at;
  const signers = version ? await signersOf(db, visit.workspaceId, version.id) : [];
  const named = signers.find(({ party }) => party === 'client');
  const code = version && (await newestCode(db, visit.workspaceId, visit.contactId, version.id));
  const counts = code && !code.usedAt && code.expiresAt > now && code.attempts < TRIES_MAX;
  return {
    project: visit.projectId,
    business,
    zone,
    named: named?.name ?? 'the client',
    signer: named?.contactId === visit.contactId ? named : undefined,
    unsignable: version && (await whyUnsignable(db, version, now))?.sentence,
    codeSentAt: counts ? code.createdAt : undefined,
  };
}
