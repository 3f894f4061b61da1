import { context, section, summary } from '../slack/blocks.ts';
import type { SlackMessage } from '../slack/client.ts';
import { type Mrkdwn, md, member } from '../slack/mrkdwn.ts';
import type { PaymentView } from './payment-view.ts';

/** A sentence for everyone in the channel, and what the freelancer has to do about it, if anything. */
function message(words: Mrkdwn, title: string, todo?: Mrkdwn): SlackMessage {
  return {
    text: summary(words),
    blocks: [section(words), ...(todo ? [section(todo)] : []), context(md`${title}`)],
  };
}

export function receivedMessage(view: PaymentView, freelancer: string): SlackMessage {
  const rest = view.invoiceIsVoid
    ? 'That invoice is void.'
    : view.owed
      ? `Still owed on it: ${view.owed}.`
      : 'It is paid in full.';
  const words = md`*${view.amount}* received from ${view.client} ${view.how} for ${view.ofInvoice}. ${rest}`;
  return message(words, view.title, view.unapplied ? tooMuch(view, view.unapplied, freelancer) : undefined);
}

function tooMuch(view: PaymentView, unapplied: string, freelancer: string): Mrkdwn {
  const back = view.atProvider ? 'Give it back in your Stripe dashboard' : 'Send it back';
  return md`${member(freelancer)}, ${unapplied} of this settles nothing, because no more was owed. ${back}, or agree with ${view.client} what it is for.`;
}

export function refundedMessage(view: PaymentView, amount: string): SlackMessage {
  const words = md`*${amount}* given back to ${view.client}, of the ${view.amount} paid ${view.how} for ${view.ofInvoice}.`;
  return message(words, view.title);
}

export function refundFailedMessage(view: PaymentView, amount: string, freelancer: string): SlackMessage {
  const words = md`The refund of *${amount}* did not reach ${view.client}: their bank sent it back.`;
  const todo = md`${member(freelancer)}, the money is in your Stripe balance again. Ask ${view.client} where it should go.`;
  return message(words, view.title, todo);
}

export function disputedMessage(view: PaymentView, freelancer: string): SlackMessage {
  const words = md`${disputedPart(view)} for ${view.ofInvoice} is disputed: ${view.client}’s bank asks for it back.`;
  const todo = md`${member(freelancer)}, answer it in your Stripe dashboard before the date that stands there. The signed contract and its certificate are your evidence.`;
  return message(words, view.title, todo);
}

export function disputeClosedMessage(view: PaymentView): SlackMessage {
  const words =
    view.dispute === 'lost'
      ? md`The dispute over *${view.disputed}* for ${view.ofInvoice} was lost: ${view.client}’s bank keeps the money.`
      : md`The dispute over *${view.disputed}* for ${view.ofInvoice} was won: the money stays with you.`;
  return message(words, view.title);
}

const disputedPart = ({ disputed, amount }: PaymentView) =>
  disputed === amount ? md`The payment of *${amount}*` : md`*${disputed}* of the ${amount} paid`;

/** Of an attempt that has not become a payment. */
export type AttemptView = { client: string; amount: string; ofInvoice: string; title: string; failure: string };

export function processingMessage({ client, amount, ofInvoice, title }: AttemptView): SlackMessage {
  const words = md`${client} has paid *${amount}* for ${ofInvoice} by bank debit. It takes a few days to arrive; nobody is reminded meanwhile.`;
  return message(words, title);
}

export function failedMessage({ client, amount, ofInvoice, title, failure }: AttemptView): SlackMessage {
  const words = md`${client}’s payment of *${amount}* for ${ofInvoice} did not go through. ${failure} They can try again on their page.`;
  return message(words, title);
}
