import type { Work } from '../platform/work.ts';
import { type Id, newId } from '../shared/ids.ts';

export type MailState = 'sending' | 'sent' | 'failed' | 'unknown';
export type MailRecord = { id: Id<'mail'>; state: MailState };

export type NewMail = {
  projectId: Id<'project'>;
  contactId: Id<'contact'> | null;
  /** The X-Retainer-Kind it carries. */
  kind: string;
  subjectId: string;
  address: string;
  /** The local part of its Message-ID, the same for every try of one owed effect. */
  messageId: string;
};

/** The record of one mail, made once; a later try finds the first one and what became of it. */
export async function recordMail(work: Work, mail: NewMail): Promise<MailRecord> {
  await work.tx.mail.createMany({
    data: [
      { ...mail, workspaceId: work.workspaceId, id: newId('mail', work.now), state: 'sending', createdAt: work.now },
    ],
    skipDuplicates: true,
  });
  const row = await work.tx.mail.findUniqueOrThrow({
    where: { messageId: mail.messageId, workspaceId: work.workspaceId },
    select: { id: true, state: true },
  });
  return row as MailRecord;
}

export async function markMail(work: Work, id: Id<'mail'>, state: MailState): Promise<void> {
  await work.tx.mail.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id } },
    data: { state, ...(state === 'sent' && { sentAt: work.now }) },
  });
}
