import { Mail, MailButton, type MailContent, MailFacts, mailHtml, mailText, Small, Text } from '../mail/layout.tsx';
import type { WayIn } from '../projects/letter.ts';
import type { InvoiceView } from './view.ts';

export type InvoiceMail = { view: InvoiceView; name: string; wayIn: WayIn };

function wayInLines({ url, code }: WayIn): string[] {
  return [url, `The link is yours alone. If the page asks for a code, it is ${code}`];
}

function factsOf(view: InvoiceView): [label: string, value: string][] {
  return [
    ['Invoice', view.label],
    ['For', view.title],
    ['To pay', view.total],
    ['Due', view.dueOn],
  ];
}

/** A transfer needs to say what it is for, or nobody can tell whose it is. */
function transferFacts(view: InvoiceView): [label: string, value: string][] {
  const rows = view.payTo.map(({ label, value }): [string, string] => [label, value]);
  return rows.length > 0 ? [...rows, ['Reference', view.label]] : [];
}

type Words = { subject: string; title: string; opening: string; button: string; closing: string };

function letter({ view, name, wayIn }: InvoiceMail, words: Words): MailContent {
  const business = view.from.name;
  const transfer = transferFacts(view);
  return {
    subject: words.subject,
    text: mailText(
      business,
      `Hello ${name},`,
      words.opening,
      factsOf(view).map(([label, value]) => `${label}: ${value}`),
      transfer.length > 0 && ['By bank transfer:', ...transfer.map(([label, value]) => `${label}: ${value}`)],
      words.closing,
      wayInLines(wayIn),
    ),
    html: mailHtml(
      <Mail business={business} title={words.title} preview={`${view.total}, due ${view.dueOn}`}>
        <Text>Hello {name},</Text>
        <Text>{words.opening}</Text>
        <MailFacts rows={factsOf(view)} />
        <MailButton href={wayIn.url} code={wayIn.code}>
          {words.button}
        </MailButton>
        {transfer.length > 0 && <Small>Or by bank transfer:</Small>}
        {transfer.length > 0 && <MailFacts rows={transfer} />}
        <Small>{words.closing}</Small>
      </Mail>,
    ),
  };
}

const ATTACHED = 'The invoice is attached as a PDF. You can pay and ask on the page; no account is needed.';

/** The invoice goes out, with its PDF. */
export function issuedMail(mail: InvoiceMail): MailContent {
  const { view } = mail;
  const business = view.from.name;
  const deposit = view.kind === 'deposit';
  return letter(mail, {
    subject: `${view.name} from ${business}: ${view.total}`,
    title: deposit ? 'The deposit' : 'Your invoice',
    opening: deposit
      ? `thank you for signing “${view.title}”. With the deposit of ${view.total} paid, it is settled that we start.`
      : `here is the invoice for “${view.title}”: ${view.total}, due ${view.dueOn}.`,
    button: deposit ? 'Pay the deposit' : 'See and pay the invoice',
    closing: ATTACHED,
  });
}

/**
 * The reminder of an invoice: friendly before it is due, plain on the day, and firmer the later it gets, never rude.
 *
 * @param due how it stands on the day the mail leaves: `due in 3 days`, `due today`, `3 days overdue`.
 */
export function reminderMail(mail: InvoiceMail & { due: string; days: number }): MailContent {
  const { view, due, days } = mail;
  return letter(mail, {
    subject: `${days > 0 ? 'Overdue' : 'Reminder'}: ${view.name}, ${view.total}`,
    title: days > 0 ? 'This invoice is overdue' : days === 0 ? 'This invoice is due today' : 'A friendly reminder',
    opening: reminderWords(view, due, days),
    button: 'See and pay the invoice',
    closing:
      'If you have paid already, thank you; then this mail crossed your payment. If something is wrong, ask on the page.',
  });
}

function reminderWords(view: InvoiceView, due: string, days: number): string {
  const sum = `${view.total} for “${view.title}”`;
  if (view.kind === 'deposit')
    return `the deposit of ${sum} has not arrived yet. It is due on ${view.dueOn}, and the work starts once it is paid.`;
  if (days < 0) return `just so that it is not forgotten: ${sum} is ${due}, on ${view.dueOn}.`;
  if (days === 0) return `${sum} is due today.`;
  if (days < 7) return `${sum} is ${due}. It was due on ${view.dueOn}; please pay it in the next days.`;
  return `${sum} is still open, ${due}. Please pay it now, or tell us what holds it up.`;
}
