import { bookingsOf } from '../bookings/read.ts';
import { mainContact } from '../clients/client.ts';
import { clientById } from '../clients/read.ts';
import type { Documents } from '../documents/render.ts';
import { owedOn } from '../payments/read.ts';
import { EffectFailed, type Effects, type Owed } from '../platform/outbox.ts';
import { isOwed } from '../platform/outbox-read.ts';
import type { Core } from '../platform/work.ts';
import { type Letter, type LetterBody, type Post, sendLetter, type WayIn } from '../projects/letter.ts';
import { wasMailed } from '../projects/mail-read.ts';
import { projectById } from '../projects/read.ts';
import { dayIn } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import { businessById } from '../workspaces/read.ts';
import type { Invoice } from './invoice.ts';
import { issuedMail, reminderMail } from './mail.tsx';
import { type InvoiceMailView, invoiceMailView } from './mail-view.ts';
import { invoicePdf } from './paper.ts';
import { invoiceById } from './read.ts';
import { invoiceViewsOf } from './view-read.ts';

/** The kind of the mail that brings an issued invoice. */
const ISSUED_MAIL = 'invoice.issued';

export type InvoiceMailParts = { core: Core; post: Post; documents: Documents };

export function invoiceEffects(parts: InvoiceMailParts): Effects {
  return { 'invoice.mail': { once: 'at-least', perform: (owed) => mailIssued(parts, owed) } };
}

/**
 * What was paid or voided before its mail could leave is not asked for any more; what a debit is on its way for is mailed
 * when that fails.
 */
async function mailIssued(parts: InvoiceMailParts, owed: Owed): Promise<void> {
  const invoice = await invoiceById(parts.core.db, owed.workspaceId, owed.subjectId);
  if (invoice.state !== 'open' || (await wasMailed(parts.core.db, invoice.workspaceId, invoice.id, ISSUED_MAIL)))
    return;
  await waitForCopies(parts.core, owed, invoice);
  const { view, letter } = await addressed(parts.core, invoice, ISSUED_MAIL);
  await send(parts, owed, { letter, view }, (wayIn) => issuedMail({ view, wayIn }));
}

/** The reminder of a deposit or an invoice; when it goes out is the ladder's to say. */
export function remindInvoice(parts: InvoiceMailParts) {
  return async (owed: Owed, step: { invoiceId: string | null; position: number }): Promise<Id<'mail'> | undefined> => {
    const invoice = await invoiceById(parts.core.db, owed.workspaceId, step.invoiceId ?? '');
    if (invoice.state !== 'open') return undefined;
    const { position } = step;
    const { view, letter } = await addressed(parts.core, invoice, 'invoice.reminder');
    return send(parts, owed, { letter, view }, (wayIn) => reminderMail({ view, wayIn, position }));
  };
}

const COPIES = ['contract.seal', 'contract.mail-copies'];
const PATIENCE_MS = 60_000;

/**
 * Whoever signs gets the signed contract first and the deposit's invoice after it. Where the seal has trouble the invoice
 * waits a minute, no longer.
 */
async function waitForCopies({ db, clock }: Core, owed: Owed, { kind, issuedAt }: Invoice): Promise<void> {
  if (kind !== 'deposit' || !issuedAt) return;
  const since = Math.abs(clock.now().getTime() - issuedAt.getTime());
  if (since < PATIENCE_MS && (await isOwed(db, owed, COPIES)))
    throw new EffectFailed('busy', 'the signed contract goes out first', 200);
}

type Addressed = { view: InvoiceMailView; letter: Letter };

async function addressed({ db, clock }: Core, invoice: Invoice, kind: string): Promise<Addressed> {
  const { workspaceId, projectId } = invoice;
  const project = await projectById(db, workspaceId, projectId);
  const [client, business, owed, bookings] = await Promise.all([
    clientById(db, workspaceId, project.clientId),
    businessById(db, workspaceId, project.businessId),
    owedOn(db, workspaceId, invoice),
    bookingsOf(db, workspaceId, projectId),
  ]);
  const zone = client.timeZone;
  const today = dayIn(zone, clock.now());
  const [view] = await invoiceViewsOf(db, workspaceId, [invoice], today);
  if (!view) throw new Error(`invoice ${invoice.id} has no view`);
  const contact = mainContact(client);
  const to = { name: contact.name, address: contact.email };
  return {
    view: invoiceMailView({ invoice, view, owed, name: contact.name, bookings, today, zone }),
    letter: { projectId, subjectId: invoice.id, kind, to, contactId: contact.id, business },
  };
}

async function send(
  { core, post, documents }: InvoiceMailParts,
  owed: Owed,
  { letter, view: { invoice } }: Addressed,
  body: (wayIn: WayIn) => LetterBody,
): Promise<Id<'mail'>> {
  const content = await invoicePdf(core, documents, owed.workspaceId as Id<'workspace'>, invoice.id);
  const attachments = [{ filename: `${invoice.name}.pdf`, content, contentType: 'application/pdf' }];
  return sendLetter(post, owed, letter, (wayIn) => ({ ...body(wayIn), attachments }));
}
