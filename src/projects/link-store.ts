import { sha256 } from '../platform/crypto.ts';
import type { Work } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';

export type NewLink = {
  id: Id<'link'>;
  projectId: Id<'project'>;
  contactId: Id<'contact'>;
  subjectId: string;
  expiresAt: Date;
  token: string;
  code: string;
};

export async function insertLink(work: Work, link: NewLink): Promise<void> {
  const { token, code, ...row } = link;
  await work.tx.portalLink.createMany({
    data: [
      {
        ...row,
        workspaceId: work.workspaceId,
        tokenHash: sha256(token),
        codeHash: sha256(code),
        createdAt: work.now,
      },
    ],
    skipDuplicates: true,
  });
}

export async function markOpened(work: Work, linkId: string): Promise<void> {
  await work.tx.portalLink.updateMany({
    where: { workspaceId: work.workspaceId, id: linkId, openedAt: null },
    data: { openedAt: work.now },
  });
}

/**
 * Ends the links and sessions of everyone but one contact: an address that was wrong must not see the next version.
 * Answers how many links could still be opened.
 */
export async function revokeLinks(work: Work, projectId: string, exceptContactId?: string): Promise<number> {
  const others = {
    workspaceId: work.workspaceId,
    projectId,
    ...(exceptContactId && { contactId: { not: exceptContactId } }),
  };
  const standing = { ...others, revokedAt: null };
  const live = await work.tx.portalLink.count({ where: { ...standing, expiresAt: { gt: work.now } } });
  await work.tx.portalLink.updateMany({ where: standing, data: { revokedAt: work.now } });
  await work.tx.portalSession.deleteMany({ where: others });
  return live;
}

export type NewSession = {
  id: Id<'session'>;
  projectId: Id<'project'>;
  contactId: Id<'contact'>;
  linkId: Id<'link'>;
  secret: string;
  expiresAt: Date;
};

export async function insertSession(work: Work, session: NewSession): Promise<void> {
  const { secret, ...row } = session;
  await work.tx.portalSession.create({
    data: { ...row, workspaceId: work.workspaceId, secretHash: sha256(secret), createdAt: work.now },
  });
}
