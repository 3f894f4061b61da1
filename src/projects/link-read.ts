import { sha256 } from '../platform/crypto.ts';
import type { Database, Tx } from '../platform/database.ts';
import type { Id } from '../shared/ids.ts';
import type { Link } from './link.ts';

const SELECT = {
  workspaceId: true,
  id: true,
  projectId: true,
  contactId: true,
  subjectId: true,
  openedAt: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
  project: { select: { business: { select: { workspace: { select: { state: true } } } } } },
} as const;

type Row = Omit<Link, 'workspaceId' | 'id' | 'projectId' | 'contactId'> & {
  workspaceId: string;
  id: string;
  projectId: string;
  contactId: string;
  project: { business: { workspace: { state: string } } };
};

/** A workspace that removed the app has no links. */
function toLink(row: Row | null): Link | undefined {
  if (row?.project.business.workspace.state !== 'installed') return undefined;
  const { project: _, ...link } = row;
  return link as Link;
}

/** The workspace of a link is not known before it is found: a secret of 256 bits is what tells it. */
export async function linkByToken(db: Database | Tx, token: string): Promise<Link | undefined> {
  return toLink(await db.portalLink.findUnique({ where: { tokenHash: sha256(token) }, select: SELECT }));
}

export async function linkByCode(db: Database | Tx, letters: string): Promise<Link | undefined> {
  return toLink(await db.portalLink.findFirst({ where: { codeHash: sha256(letters) }, select: SELECT }));
}

/** What a session's cookie stands for: one contact looking at one project. */
export type PortalVisit = {
  workspaceId: Id<'workspace'>;
  projectId: Id<'project'>;
  contactId: Id<'contact'>;
  linkId: Id<'link'>;
  /** The version or invoice whose mail was opened. */
  subjectId: string;
};

export async function visitBySecret(db: Database | Tx, secret: string, now: Date): Promise<PortalVisit | undefined> {
  const row = await db.portalSession.findUnique({
    where: { secretHash: sha256(secret) },
    select: { expiresAt: true, link: { select: SELECT } },
  });
  const link = row && toLink(row.link);
  if (!link || row.expiresAt <= now || link.revokedAt !== null) return undefined;
  const { workspaceId, projectId, contactId, subjectId } = link;
  return { workspaceId, projectId, contactId, linkId: link.id, subjectId };
}

/** Whether an opening of this link was announced since a moment. */
export async function wasOpened(db: Database | Tx, link: Link, since: Date): Promise<boolean> {
  const row = await db.evidence.findFirst({
    where: {
      workspaceId: link.workspaceId,
      chain: link.projectId,
      kind: 'link.opened',
      subjectId: link.id,
      at: { gt: since },
    },
    select: { seq: true },
  });
  return row !== null;
}

/** When a person first opened a link that was mailed for something, since a moment; links to anything else don't count. */
export async function openedAt(
  db: Database | Tx,
  workspaceId: string,
  { projectId, subjectId }: { projectId: string; subjectId: string },
  since: Date,
): Promise<Date | undefined> {
  const row = await db.portalLink.findFirst({
    where: { workspaceId, projectId, subjectId, openedAt: { gte: since } },
    select: { openedAt: true },
    orderBy: { openedAt: 'asc' },
  });
  return row?.openedAt ?? undefined;
}
