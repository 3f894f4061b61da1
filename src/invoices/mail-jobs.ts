import { mainContact } from '../clients/client.ts';
import { clientById } from '../clients/read.ts';
import type { Documents } from '../documents/render.ts';
import type { Effects, Owed } from '../platform/outbox.ts';
import type { Core } from '../platform/work.ts';
import { type Letter, type LetterBody, type Post, sendLetter, type WayIn } from '../projects/letter.ts';
import { projectById } from '../projects/read.ts';
import { sayDue } from '../reminders/step.ts';
import { dayIn, daysBetween } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import { businessById } from '../workspaces/read.ts';
import { issuedMail, reminderMail } from './mail.tsx';
import { invoicePdf, invoiceViewOf } from './paper.ts';
import { invoiceById } from './read.ts';
import type { InvoiceView } from './view.ts';

export type InvoiceMailParts = { core: Core; post: Post; documents: Documents };

export function invoiceEffects(parts: InvoiceMailParts): Effects {
  return { 'invoice.mail': { once: 'at-least', perform: (owed) => mailIssued(parts, owed) } };
}

type Addressed = { view: InvoiceView; letter: Letter; zone: string };

async function addressed(core: Core, owed: Owed, invoiceId: string, kind: string): Promise<Addressed> {
  const { db } = core;
  const { projectId } = await invoiceById(db, owed.workspaceId, invoiceId);
  const project = await projectById(db, owed.workspaceId, projectId);
  const [client, business, view] = await Promise.all([
    clientById(db, owed.workspaceId, project.clientId),
    businessById(db, owed.workspaceId, project.businessId),
    invoiceViewOf(core, owed.workspaceId, invoiceId),
  ]);
  const contact = mainContact(client);
  const to = { name: contact.name, address: contact.email };
  const letter = { projectId, subjectId: invoiceId, kind, to, contactId: contact.id, business };
  return { view, letter, zone: client.timeZone };
}

/** What was paid or voided before its mail could leave is not asked for any more. */
async function mailIssued(parts: InvoiceMailParts, owed: Owed): Promise<void> {
  const { view, letter } = await addressed(parts.core, owed, owed.subjectId, 'invoice.issued');
  if (view.state !== 'open') return;
  await send(parts, owed, { letter, view }, (wayIn) => issuedMail({ view, name: letter.to.name, wayIn }));
}

/** The reminder of a deposit or an invoice; when it goes out is the ladder's to say. */
export function remindInvoice(parts: InvoiceMailParts) {
  return async (owed: Owed, step: { invoiceId: string | null }): Promise<void> => {
    const { view, letter, zone } = await addressed(parts.core, owed, step.invoiceId ?? '', 'invoice.reminder');
    const { dueOn } = await invoiceById(parts.core.db, owed.workspaceId, view.id);
    if (!dueOn) return;
    const today = dayIn(zone, parts.core.clock.now());
    const standing = { due: sayDue(dueOn, today), days: daysBetween(dueOn, today) };
    await send(parts, owed, { letter, view }, (wayIn) =>
      reminderMail({ view, name: letter.to.name, wayIn, ...standing }),
    );
  };
}

async function send(
  { core, post, documents }: InvoiceMailParts,
  owed: Owed,
  { letter, view }: Pick<Addressed, 'letter' | 'view'>,
  body: (wayIn: WayIn) => LetterBody,
): Promise<void> {
  const content = await invoicePdf(core, documents, owed.workspaceId as Id<'workspace'>, view.id);
  const attachments = [{ filename: `${view.name}.pdf`, content, contentType: 'application/pdf' }];
  await sendLetter(post, owed, letter, (wayIn) => ({ ...body(wayIn), attachments }));
}
