import { Code, Mail, MailButton, type MailContent, mailHtml, mailText, Small, Text } from '../mail/layout.tsx';
import type { WayIn } from '../projects/letter.ts';
import { formatMoney, type Money } from '../shared/money.ts';
import { CODE_MINUTES } from './code.ts';
import { wayInLines } from './mail.tsx';
import type { ContractView } from './paper.ts';
import { isPriced } from './terms.ts';

/** The code must be the only run of six digits in its mail, so numbers in people's names are left out. */
function quiet(text: string): string {
  return text.replace(/\d{6,}/g, '…');
}

/** The one-time code to sign with. */
export function codeMail(facts: { view: ContractView; digits: string; name: string; wayIn: WayIn }): MailContent {
  const business = quiet(facts.view.parties.freelancer.name);
  const title = quiet(facts.view.title);
  const opening = `Type this code on the page to sign “${title}” with ${business}.`;
  const limits = `It works for ${CODE_MINUTES} minutes, once, for this contract only. Nobody from ${business} or Retainer will ever ask you for it.`;
  const ignore = 'You did not ask for it? Then do nothing: without the code nothing is signed.';
  return {
    subject: `Your code to sign with ${business}`,
    text: mailText(
      business,
      `Hello ${quiet(facts.name)},`,
      opening,
      facts.digits,
      limits,
      ['If you have closed the page, open it again:', facts.wayIn.url],
      ignore,
    ),
    html: mailHtml(
      <Mail business={business} title="Your signing code" preview={opening}>
        <Text>Hello {quiet(facts.name)},</Text>
        <Text>{opening}</Text>
        <Code>{facts.digits}</Code>
        <Text>{limits}</Text>
        <MailButton href={facts.wayIn.url}>Open the page again</MailButton>
        <Small>{ignore}</Small>
      </Mail>,
    ),
  };
}

const KEEP =
  'The file holds the contract and its certificate: who signed, how each was identified, what was shown, and when. Keep it; a PDF reader shows whether it was ever changed.';

/** In groups of eight, which breaks into lines and can be compared by eye. */
function grouped(hash: string): string {
  return hash.replace(/[0-9a-f]{8}(?=[0-9a-f])/g, '$& ');
}

export type CopyMail = { view: ContractView; name: string; sha256: string; deposit: Money | undefined };

/** The client's copy of the sealed contract. */
export function clientCopyMail(copy: CopyMail & { wayIn: WayIn }): MailContent {
  const business = copy.view.parties.freelancer.name;
  const opening = `“${copy.view.title}” is signed by both sides. Your sealed copy is attached.`;
  const next = copy.deposit
    ? `Next is the deposit of ${formatMoney(copy.deposit)}. Its invoice comes in a mail of its own; the page shows how to pay it.`
    : isPriced(copy.view.version.terms)
      ? 'The page keeps the contract and shows what happens next.'
      : 'There is nothing to pay and nothing else to do. The page keeps the contract.';
  return {
    subject: `Signed: ${copy.view.title}`,
    text: mailText(
      business,
      `Hello ${copy.name},`,
      opening,
      KEEP,
      `SHA-256 of the file: ${grouped(copy.sha256)}`,
      next,
      wayInLines(copy.wayIn),
    ),
    html: mailHtml(
      <Mail business={business} title={`Signed: ${copy.view.title}`} preview={opening}>
        <Text>Hello {copy.name},</Text>
        <Text>{opening}</Text>
        <Text>{KEEP}</Text>
        <Small>SHA-256 of the file: {grouped(copy.sha256)}</Small>
        <Text>{next}</Text>
        <MailButton href={copy.wayIn.url} code={copy.wayIn.code}>
          {copy.deposit ? 'Pay the deposit' : 'Open the page'}
        </MailButton>
      </Mail>,
    ),
  };
}

/** The freelancer's copy; what happens next is in Slack, so it carries no link. */
export function freelancerCopyMail(copy: CopyMail): MailContent {
  const business = copy.view.parties.freelancer.name;
  const client = copy.view.parties.client.name;
  const opening = `${client} has signed “${copy.view.title}”. The sealed contract is attached.`;
  const because = 'You get this copy because you signed the contract in Slack.';
  return {
    subject: `Signed by ${client}: ${copy.view.title}`,
    text: mailText(business, `Hello ${copy.name},`, opening, KEEP, `SHA-256 of the file: ${grouped(copy.sha256)}`),
    html: mailHtml(
      <Mail business={business} title={`Signed by ${client}`} preview={opening} because={because}>
        <Text>Hello {copy.name},</Text>
        <Text>{opening}</Text>
        <Text>{KEEP}</Text>
        <Small>SHA-256 of the file: {grouped(copy.sha256)}</Small>
      </Mail>,
    ),
  };
}
