import { isInUse } from '../clients/client.ts';
import { contactById } from '../clients/read.ts';
import type { MailContent } from '../mail/layout.tsx';
import type { Mailbox, Mailer, MailFile } from '../mail/send.ts';
import { hex, sha256 } from '../platform/crypto.ts';
import { EffectFailed, type Owed } from '../platform/outbox.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { workspaceById } from '../workspaces/read.ts';
import { linkUrl, mintLink } from './link.ts';
import { type MailRecord, markMail, recordMail } from './mail-store.ts';
import { lockProject } from './read.ts';

/** What every slice needs to write to people. */
export type Post = { core: Core; mailer: Mailer; publicUrl: string };

/** The way back that a client's mail carries, exactly one: a link, and the code for readers without script. */
export type WayIn = { url: string; code: string };

export type LetterBody = MailContent & { attachments?: readonly MailFile[]; calendar?: string };

export type Letter = {
  projectId: Id<'project'>;
  /** The version or invoice it is about; the link opens on it. */
  subjectId: string;
  /** The X-Retainer-Kind. */
  kind: string;
  to: Mailbox;
  /** The client's contact it goes to, or null for the freelancer's own copy, which carries no portal link. */
  contactId: Id<'contact'> | null;
  business: { name: string; email: string };
};

/** Sends several mails in turn: one that the mail server refuses keeps none of the others back. */
export async function sendEach(...sends: (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const send of sends) await send().catch((error: unknown) => failures.push(error));
  // What may still be sent matters more than what never will.
  const again = failures.find((error) => !(error instanceof EffectFailed && error.outcome === 'dead'));
  if (failures.length > 0) throw again ?? failures[0];
}

/**
 * Sends one mail of an owed effect. Its link and Message-ID are made from the effect's key, so a mail that is made again
 * after a crash is the same mail; one that is known to have left is not sent again.
 *
 * @param part tells the mails of one effect apart.
 * @throws EffectFailed as the mail server answered.
 */
export async function sendLetter(
  post: Post,
  owed: Pick<Owed, 'workspaceId' | 'onceKey'>,
  letter: Letter,
  body: (wayIn: WayIn) => LetterBody,
  part = '',
): Promise<Id<'mail'>> {
  const key = `${owed.workspaceId}/${owed.onceKey}/${part}`;
  const messageId = hex(sha256(key)).slice(0, 40);
  const { mail, wayIn } = await prepare(post, owed.workspaceId as Id<'workspace'>, letter, { key, messageId });
  if (mail.state === 'sent') return mail.id;
  if (mail.state === 'failed') throw new EffectFailed('dead', 'the mail server has refused this mail');
  const { business } = letter;
  const state = await post.mailer
    .send({
      ...body(wayIn),
      to: letter.to,
      from: { name: `${business.name} via Retainer` },
      replyTo: { name: business.name, address: business.email },
      kind: letter.kind,
      messageId,
    })
    .then(() => 'sent' as const)
    .catch(async (error: unknown) => {
      const outcome = error instanceof EffectFailed ? error.outcome : 'retry';
      // What the mail server said counts more than whether it could be written down.
      if (outcome !== 'retry') await mark(outcome === 'dead' ? 'failed' : 'unknown').catch(() => undefined);
      throw error;
    });
  await mark(state).catch((error: Error) => {
    throw new EffectFailed('unknown', `sent, but not recorded: ${error.message}`);
  });
  return mail.id;

  function mark(to: 'sent' | 'failed' | 'unknown') {
    return transact(post.core, owed.workspaceId as Id<'workspace'>, (work) => markMail(work, mail.id, to));
  }
}

async function prepare(
  post: Post,
  workspaceId: Id<'workspace'>,
  letter: Letter,
  made: { key: string; messageId: string },
): Promise<{ mail: MailRecord; wayIn: WayIn }> {
  const { projectId, contactId, subjectId, kind } = letter;
  return transact(post.core, workspaceId, async (work) => {
    // Its links open nothing there. Whoever installs the app again within the two days of tries gets it sent.
    if ((await workspaceById(work.tx, workspaceId)).state !== 'installed')
      throw new EffectFailed('retry', 'the app was removed from the workspace');
    const address = letter.to.address;
    const mail = await recordMail(work, { projectId, contactId, kind, subjectId, address, messageId: made.messageId });
    // A mail that has left, or was refused, needs no other link.
    if (!contactId || mail.state === 'sent' || mail.state === 'failed') return { mail, wayIn: { url: '', code: '' } };
    await checkInUse(work, projectId, contactId);
    const link = await mintLink(work, { projectId, contactId, subjectId, onceKey: made.key });
    return { mail, wayIn: { url: linkUrl(post.publicUrl, link.token), code: link.code } };
  });
}

/**
 * The last lock before a link: an address that was replaced may be a stranger's, and a fresh link would let it in again.
 * Under the project's lock, so that no link is made while the address is being put right.
 */
async function checkInUse(work: Work, projectId: string, contactId: string): Promise<void> {
  const { clientId } = await lockProject(work, projectId);
  if (isInUse(await contactById(work.tx, work.workspaceId, contactId), clientId)) return;
  throw new EffectFailed('dead', 'the address is not in use any more');
}
