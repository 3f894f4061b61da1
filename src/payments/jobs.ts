import { contactsOf } from '../clients/read.ts';
import type { Documents } from '../documents/render.ts';
import { inSentence, nameOf } from '../invoices/invoice.ts';
import { frozenOf } from '../invoices/read.ts';
import type { Database } from '../platform/database.ts';
import type { Effects, Owed } from '../platform/outbox.ts';
import type { CardPayments } from '../platform/stripe.ts';
import type { Core } from '../platform/work.ts';
import { type Post, sendLetter } from '../projects/letter.ts';
import type { Project } from '../projects/project.ts';
import { postToThread } from '../projects/thread.ts';
import type { EventName } from '../shared/events.ts';
import { isId } from '../shared/ids.ts';
import { formatMoney } from '../shared/money.ts';
import type { SlackClients, SlackMessage } from '../slack/client.ts';
import { businessById, memberById } from '../workspaces/read.ts';
import {
  disputeClosedMessage,
  disputedMessage,
  failedMessage,
  processingMessage,
  receivedMessage,
  refundedMessage,
  refundFailedMessage,
} from './cards.ts';
import { expireStale } from './expire.ts';
import { receiptMail } from './mail.tsx';
import { paymentById, refundById } from './read.ts';
import { receiptFile, receiptPaper } from './receipt.ts';
import { receiptDocument } from './receipt-document.ts';
import { attemptScene, paymentScene } from './scene-read.ts';

export type PaymentParts = {
  core: Core;
  post: Post;
  documents: Documents;
  slack: Pick<SlackClients, 'post'>;
  /** Undefined while cards are not configured. */
  cards: CardPayments | undefined;
};

/** What money that came, or did not come, owes to the outside: a receipt, and a word in the channel. */
export function paymentEffects({ core, post, documents, slack, cards }: PaymentParts): Effects {
  return {
    'payment.mail-receipt': { once: 'at-least', perform: (owed) => mailReceipt(post, documents, owed) },
    // What was paid or voided meanwhile must not be paid again on a page that is still open.
    'attempt.expire': {
      once: 'at-least',
      perform: async ({ workspaceId, subjectId }) => {
        if (cards) await expireStale({ core, cards }, workspaceId, await invoiceIdOf(core.db, workspaceId, subjectId));
      },
    },
    'payment.post': {
      once: 'at-least',
      perform: async (owed) => {
        const said = await sayOf(owed.event)?.(core.db, owed);
        if (!said) return;
        const { slackUserId } = await memberById(core.db, owed.workspaceId, said.project.freelancerId);
        // Money on its way is for the log; money that came, or is in danger, is for everyone who waits for it.
        const broadcast = owed.event !== 'payment.processing';
        await postToThread(slack, said.project, slackUserId, said.message(slackUserId), { broadcast });
      },
    },
  };
}

/** The effect is owed for a payment as well as for an invoice. */
async function invoiceIdOf(db: Database, workspaceId: string, subjectId: string): Promise<string> {
  return isId('payment', subjectId) ? (await paymentById(db, workspaceId, subjectId)).invoiceId : subjectId;
}

type Said = { project: Project; message(freelancer: string): SlackMessage };
type Say = (db: Database, owed: Owed) => Promise<Said>;

/** What is said of an event, read when it is said. */
function sayOf(event: string): Say | undefined {
  switch (event as EventName) {
    case 'payment.received':
      return ofPayment(receivedMessage);
    case 'payment.disputed':
      return ofPayment(disputedMessage);
    case 'payment.dispute-closed':
      return ofPayment(disputeClosedMessage);
    case 'payment.refunded':
      return ofRefund(refundedMessage);
    case 'payment.refund-failed':
      return ofRefund(refundFailedMessage);
    case 'payment.processing':
      return ofAttempt(processingMessage);
    case 'payment.failed':
      return ofAttempt(failedMessage);
    default:
      return undefined;
  }
}

type Scene = Awaited<ReturnType<typeof paymentScene>>;

function ofPayment(message: (view: Scene['view'], freelancer: string) => SlackMessage): Say {
  return async (db, { workspaceId, subjectId }) => {
    const { project, view } = await paymentScene(db, workspaceId, subjectId);
    return { project, message: (freelancer) => message(view, freelancer) };
  };
}

function ofRefund(message: (view: Scene['view'], amount: string, freelancer: string) => SlackMessage): Say {
  return async (db, { workspaceId, subjectId }) => {
    const refund = await refundById(db, workspaceId, subjectId);
    const { project, view } = await paymentScene(db, workspaceId, refund.paymentId);
    return { project, message: (freelancer) => message(view, formatMoney(refund.amount), freelancer) };
  };
}

function ofAttempt(message: typeof failedMessage): Say {
  return async (db, { workspaceId, subjectId }) => {
    const { project, client, invoice, attempt } = await attemptScene(db, workspaceId, subjectId);
    const view = {
      client: client.name,
      amount: formatMoney(attempt.amount),
      ofInvoice: inSentence(nameOf(invoice)),
      title: project.title,
      failure: attempt.failure ?? '',
    };
    return { project, message: () => message(view) };
  };
}

/** To the contact in use; a client without one has the receipt on the page. */
async function mailReceipt(post: Post, documents: Documents, owed: Owed): Promise<void> {
  const { db } = post.core;
  const { payment, view, invoice, project } = await paymentScene(db, owed.workspaceId, owed.subjectId);
  const [frozen, business, [contact]] = await Promise.all([
    frozenOf(db, owed.workspaceId, invoice.id),
    businessById(db, owed.workspaceId, project.businessId),
    contactsOf(db, owed.workspaceId, project.clientId),
  ]);
  if (!contact) return;
  const content = await documents.render(receiptDocument(receiptPaper(view, payment, frozen)));
  const file = { filename: receiptFile(invoice.label), content, contentType: 'application/pdf' };
  await sendLetter(
    post,
    owed,
    {
      projectId: project.id,
      subjectId: invoice.id,
      kind: 'payment.receipt',
      to: { name: contact.name, address: contact.email },
      contactId: contact.id,
      business,
    },
    (wayIn) => ({
      ...receiptMail({ view, name: contact.name, business: business.name, wayIn }),
      attachments: [file],
    }),
  );
}
