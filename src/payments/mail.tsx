import { Mail, MailButton, type MailContent, MailFacts, mailHtml, mailText, Small, Text } from '../mail/layout.tsx';
import type { WayIn } from '../projects/letter.ts';
import type { PaymentView } from './payment-view.ts';
import { receiptNotes, receiptOwed, receiptRows } from './receipt.ts';

/** The client's receipt: when, how, for which invoice, and what is still owed. The paper is attached. */
export function receiptMail(facts: { view: PaymentView; name: string; business: string; wayIn: WayIn }): MailContent {
  const { view, name, business, wayIn } = facts;
  const thanks = `Thank you. ${business} has received ${view.amount} ${view.how} for ${view.ofInvoice}.`;
  const owed = receiptOwed(view);
  const rows = [...receiptRows(view), [owed.label, owed.value] as const];
  const notes = receiptNotes(view, business);
  const attached = 'Your receipt is attached. The page keeps it too, with everything else about this project.';
  return {
    subject: `Receipt: ${view.amount} for ${view.ofInvoice}`,
    text: mailText(
      business,
      `Hello ${name},`,
      thanks,
      rows.map(([label, value]) => `${label}: ${value}`),
      ...notes,
      attached,
      [wayIn.url, `The link is yours alone. If the page asks for a code, it is ${wayIn.code}`],
    ),
    html: mailHtml(
      <Mail
        business={business}
        title={`${view.amount} received`}
        preview={`For ${view.ofInvoice}. ${owed.label}: ${owed.value}.`}
      >
        <Text>Hello {name},</Text>
        <Text>{thanks}</Text>
        <MailFacts rows={rows} />
        {notes.map((note) => (
          <Text>{note}</Text>
        ))}
        <Small>{attached}</Small>
        <MailButton href={wayIn.url} code={wayIn.code}>
          Open the page
        </MailButton>
      </Mail>,
    ),
  };
}
