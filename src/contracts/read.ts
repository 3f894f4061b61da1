import { z } from 'zod';
import type { Database, Tx } from '../platform/database.ts';
import { notFound } from '../shared/refusal.ts';
import { type Signer, VERSION_STATES, type Version, VersionClause } from './contract.ts';
import { isPriced, Terms } from './terms.ts';

const SELECT = {
  workspaceId: true,
  id: true,
  contractId: true,
  number: true,
  state: true,
  reading: true,
  terms: true,
  clauses: true,
  text: true,
  textSha256: true,
  createdAt: true,
  sentAt: true,
  viewedAt: true,
  signedAt: true,
  declineReason: true,
  contract: { select: { projectId: true, templateId: true } },
} as const;

type Row = { state: string; terms: unknown; clauses: unknown; contract: { projectId: string; templateId: string } };

function toVersion({ contract, ...row }: Row): Version {
  return {
    ...row,
    ...contract,
    state: z.enum(VERSION_STATES).parse(row.state),
    terms: Terms.parse(row.terms),
    clauses: z.array(VersionClause).parse(row.clauses),
  } as unknown as Version;
}

export async function versionById(db: Database | Tx, workspaceId: string, id: string): Promise<Version> {
  const row = await db.version.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: SELECT });
  if (!row) throw notFound('contract');
  return toVersion(row);
}

/** The version that a contract began with; undefined where there is no such contract. */
export async function firstVersionOf(
  db: Database | Tx,
  workspaceId: string,
  contractId: string,
): Promise<Version | undefined> {
  const row = await db.version.findFirst({
    where: { workspaceId, contractId },
    select: SELECT,
    orderBy: { number: 'asc' },
  });
  return row ? toVersion(row) : undefined;
}

/** All versions of a project's own contract, newest first; those of change orders are not among them. */
export async function versionsOf(db: Database | Tx, workspaceId: string, projectId: string): Promise<Version[]> {
  const rows = await db.version.findMany({
    where: { workspaceId, contract: { projectId, parentId: null } },
    select: SELECT,
    orderBy: [{ createdAt: 'desc' }, { number: 'desc' }],
    take: 100,
  });
  return rows.map(toVersion);
}

/** All versions of the change orders on a project's contract, newest first. */
export async function changeVersionsOf(db: Database | Tx, workspaceId: string, projectId: string): Promise<Version[]> {
  const rows = await db.version.findMany({
    where: { workspaceId, contract: { projectId, parentId: { not: null } } },
    select: SELECT,
    orderBy: [{ createdAt: 'desc' }, { number: 'desc' }],
    take: 200,
  });
  return rows.map(toVersion);
}

/**
 * The version that counts with the client: sent, signed or sealed. At most one of a contract is; the newest wins.
 *
 * @param contractId left out, it is the project's own contract and no change order.
 */
export async function liveVersionOf(
  db: Database | Tx,
  workspaceId: string,
  projectId: string,
  contractId?: string,
): Promise<Version | undefined> {
  const row = await db.version.findFirst({
    where: {
      workspaceId,
      contract: { projectId, ...(contractId ? { id: contractId } : { parentId: null }) },
      state: { in: ['sent', 'signed', 'sealed'] },
    },
    select: SELECT,
    orderBy: { createdAt: 'desc' },
  });
  return row ? toVersion(row) : undefined;
}

/** What both sides signed of a project's work, the newest; undefined where no contract with a price was signed. */
export async function signedTermsOf(
  db: Database | Tx,
  workspaceId: string,
  projectId: string,
): Promise<Terms | undefined> {
  const rows = await db.version.findMany({
    where: { workspaceId, contract: { projectId, parentId: null }, state: { in: ['signed', 'sealed'] } },
    select: SELECT,
    orderBy: [{ createdAt: 'desc' }, { number: 'desc' }],
    take: 20,
  });
  return rows.map((row) => toVersion(row).terms).find(isPriced);
}

/** Who signs a version, in order. */
export async function signersOf(db: Database | Tx, workspaceId: string, versionId: string): Promise<Signer[]> {
  const rows = await db.signer.findMany({
    where: { workspaceId, versionId },
    select: {
      id: true,
      versionId: true,
      position: true,
      party: true,
      memberId: true,
      contactId: true,
      name: true,
      email: true,
      signature: {
        select: {
          shownSha256: true,
          consentId: true,
          method: true,
          typedName: true,
          detailSha256: true,
          signedAt: true,
        },
      },
    },
    orderBy: { position: 'asc' },
  });
  return rows as unknown as Signer[];
}

/**
 * The version the client's page shows: the live one, else the newest that ended without a successor.
 *
 * @throws Refusal `contract.not-found` when none was.
 */
export async function shownVersionOf(db: Database | Tx, workspaceId: string, projectId: string): Promise<Version> {
  const live = await liveVersionOf(db, workspaceId, projectId);
  if (live) return live;
  const row = await db.version.findFirst({
    where: {
      workspaceId,
      contract: { projectId, parentId: null },
      sentAt: { not: null },
      state: { in: ['declined', 'discarded'] },
    },
    select: SELECT,
    orderBy: [{ sentAt: 'desc' }, { number: 'desc' }],
  });
  if (!row) throw notFound('contract');
  return toVersion(row);
}
