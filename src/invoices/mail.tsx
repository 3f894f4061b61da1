import { Mail, MailButton, type MailContent, MailFacts, mailHtml, mailText, Small, Text } from '../mail/layout.tsx';
import type { WayIn } from '../projects/letter.ts';
import type { InvoiceMailView } from './mail-view.ts';

export type InvoiceMail = { view: InvoiceMailView; wayIn: WayIn };

type Words = { subject: string; title: string; opening: string; button: string; closing: string };

const lines = (rows: InvoiceMailView['facts']) => rows.map(([label, value]) => `${label}: ${value}`);

function letter({ view, wayIn }: InvoiceMail, words: Words): MailContent {
  const { invoice, name, facts, transfer, kept } = view;
  const business = invoice.from.name;
  return {
    subject: words.subject,
    text: mailText(
      business,
      `Hello ${name},`,
      words.opening,
      kept,
      lines(facts),
      ['See it and pay it on your page:', wayIn.url],
      `The link is yours alone. If the page asks for a code, it is ${wayIn.code}`,
      transfer.length > 0 && ['Or pay by bank transfer:', ...lines(transfer)],
      words.closing,
    ),
    html: mailHtml(
      <Mail business={business} title={words.title} preview={`${view.toPay}, due ${invoice.dueOn}`}>
        <Text>Hello {name},</Text>
        <Text>{words.opening}</Text>
        {kept && <Text>{kept}</Text>}
        <MailFacts rows={facts} />
        <MailButton href={wayIn.url} code={wayIn.code}>
          {words.button}
        </MailButton>
        {transfer.length > 0 && <Small>Or pay by bank transfer:</Small>}
        {transfer.length > 0 && <MailFacts rows={transfer} />}
        <Small>{words.closing}</Small>
      </Mail>,
    ),
  };
}

const ATTACHED = 'The invoice is attached as a PDF. If something in it is not right, ask on the page.';

/** The invoice goes out, with its PDF. */
export function issuedMail(mail: InvoiceMail): MailContent {
  const { invoice, toPay } = mail.view;
  const subject = `${invoice.name} from ${invoice.from.name}: ${toPay}`;
  const closing = ATTACHED;
  switch (invoice.kind) {
    case 'deposit':
      return letter(mail, {
        subject,
        title: 'One step left: the deposit',
        opening: `Thank you for signing “${invoice.title}”. With the deposit of ${toPay} paid, it is settled that we start.`,
        button: 'Pay the deposit',
        closing,
      });
    case 'final':
      return letter(mail, {
        subject,
        title: 'Your final invoice',
        opening: `Here is the final invoice for “${invoice.title}”: ${toPay}, due ${invoice.dueOn}.${invoice.deductions.length > 0 ? ' What you have paid as a deposit is taken off.' : ''}`,
        button: 'See and pay the invoice',
        closing,
      });
    case 'standard':
      return letter(mail, {
        subject,
        title: 'Your invoice',
        opening: `Here is the invoice for “${invoice.title}”: ${toPay}, due ${invoice.dueOn}.`,
        button: 'See and pay the invoice',
        closing,
      });
  }
}

const CROSSED =
  'If you have paid already, thank you: this mail and your payment have crossed. The invoice is attached.';

/**
 * The reminder of an invoice: friendly before it is due, plain on the day, and firmer the later it gets, never rude.
 *
 * @param position which step of its ladder it is, counted from 1.
 */
export function reminderMail({ position, ...mail }: InvoiceMail & { position: number }): MailContent {
  const { invoice, toPay, late } = mail.view;
  const deposit = invoice.kind === 'deposit';
  return letter(mail, {
    subject: `${late > 0 ? 'Overdue' : 'Reminder'}: ${invoice.name}, ${toPay}`,
    title: titleOf(late, deposit ? 'deposit' : 'invoice'),
    opening: deposit ? depositWords(mail.view, position) : invoiceWords(mail.view),
    button: deposit ? 'Pay the deposit' : 'See and pay the invoice',
    closing: CROSSED,
  });
}

function titleOf(late: number, what: string): string {
  if (late < 0) return what === 'deposit' ? 'The deposit is still open' : 'A friendly reminder';
  return late === 0 ? `The ${what} is due today` : `The ${what} is overdue`;
}

function depositWords({ invoice, toPay, due, late }: InvoiceMailView, position: number): string {
  const sum = `The deposit of ${toPay} for “${invoice.title}”`;
  const when = late > 0 ? `It was due ${invoice.dueOn}` : late === 0 ? 'It is due today' : `It is due ${invoice.dueOn}`;
  if (position === 1) return `${sum} has not arrived yet. ${when}, and we start once it is paid.`;
  if (position === 2) return `${sum} is still open, ${due}. We can only start once it is paid.`;
  return `${sum} is still missing, ${due}. Please pay it now, or tell us if your plans have changed.`;
}

function invoiceWords({ invoice, toPay, due, late }: InvoiceMailView): string {
  const sum = `${toPay} for “${invoice.title}”`;
  if (late < 0) return `Just so that it is not forgotten: ${sum} is ${due}, on ${invoice.dueOn}.`;
  if (late === 0) return `${sum} is due today.`;
  if (late < 7) return `${sum} is ${due}. It was due ${invoice.dueOn}; please pay it in the next few days.`;
  if (late < 14) return `${sum} is still open, ${due}. Please pay it now, or tell us what holds it up.`;
  return `${sum} is still open, ${due}, and we have not heard from you. Please pay it this week, or write to us today so that we find a way.`;
}
