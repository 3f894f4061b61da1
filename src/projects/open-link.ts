import { isSecret, newSecret } from '../platform/crypto.ts';
import { type Core, transact } from '../platform/work.ts';
import { type Id, newId } from '../shared/ids.ts';
import { codeLetters, isLive, type Link, linkNotFound, SESSION_MS } from './link.ts';
import { linkByCode, linkByToken, wasOpened } from './link-read.ts';
import { insertSession, markOpened } from './link-store.ts';
import { lockProject } from './read.ts';

/** Where a request came from, as far as it can be known; kept as evidence, erased on request. */
export type Seen = { ip: string; userAgent: string };

export type OpenedLink = {
  workspaceId: Id<'workspace'>;
  projectId: Id<'project'>;
  /** The session's secret, for the cookie and for nothing else. */
  secret: string;
  expiresAt: Date;
};

/** Openings closer together than this are one to whoever reads of them; each is a session of its own. */
const ONE_OPENING_MS = 3_600_000;

/**
 * Exchanges what a mail carries, the link's token or the printed code, for a session that sees one project. It signs
 * nothing: a scanner that presses the button has only looked. Refuses with `link.not-found` whatever is wrong with it, and
 * with whatever `admit` throws on being told which link it is.
 */
export async function openLink(
  core: Core,
  typed: string,
  seen: Seen,
  admit: (linkId: Id<'link'>) => Promise<void> = async () => {},
): Promise<OpenedLink> {
  const found = await findLink(core, typed);
  if (!found) throw linkNotFound('token');
  await admit(found.id);
  return transact(core, found.workspaceId, async (work) => {
    const project = await lockProject(work, found.projectId);
    const link = await findLink({ db: work.tx }, typed);
    if (!link || !isLive(link, work.now)) throw linkNotFound('token');
    const secret = newSecret();
    const expiresAt = new Date(work.now.getTime() + SESSION_MS);
    const { contactId } = link;
    await insertSession(work, {
      id: newId('session', work.now),
      projectId: project.id,
      contactId,
      linkId: link.id,
      secret,
      expiresAt,
    });
    await markOpened(work, link.id);
    if (!(await wasOpened(work.tx, link, new Date(work.now.getTime() - ONE_OPENING_MS))))
      await work.announce({
        event: 'link.opened',
        projectId: project.id,
        subjectId: link.id,
        actor: contactId,
        detail: { ip: seen.ip, userAgent: seen.userAgent.slice(0, 300), subject: link.subjectId },
      });
    return { workspaceId: project.workspaceId, projectId: project.id, secret, expiresAt };
  });
}

/** What is no token can only be the printed code. */
async function findLink(core: { db: Parameters<typeof linkByToken>[0] }, typed: string): Promise<Link | undefined> {
  const trimmed = typed.trim();
  if (isSecret(trimmed)) return linkByToken(core.db, trimmed);
  const letters = codeLetters(trimmed);
  return trimmed.length <= 20 && letters.length === 10 ? linkByCode(core.db, letters) : undefined;
}
