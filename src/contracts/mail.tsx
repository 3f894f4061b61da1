import { Mail, MailButton, type MailContent, MailFacts, mailHtml, mailText, Small, Text } from '../mail/layout.tsx';
import type { WayIn } from '../projects/letter.ts';
import { formatDay } from '../shared/dates.ts';
import { whatIs } from './change-order.ts';
import type { ContractView } from './paper.ts';
import { summaryLines } from './terms-summary.ts';

/** What every mail about a contract says of it. */
export type ContractMail = {
  view: ContractView;
  wayIn: WayIn;
  untilOn: string;
  /** The client was sent an earlier version, which this one replaces. */
  again: boolean;
};

const SHOWN = ['fee', 'deposit', 'purpose', 'secretMonths', 'startOn', 'booking', 'endOn'];

function factsOf(view: ContractView): [label: string, value: string][] {
  return summaryLines(view.version.terms)
    .filter(({ field }) => SHOWN.includes(field))
    .map(({ label, value }) => [label, value]);
}

function clientOf(view: ContractView): string {
  return view.signers.find(({ party }) => party === 'client')?.name ?? view.parties.client.name;
}

/** The lines under every portal link in a text part. */
export function wayInLines({ url, code }: WayIn): string[] {
  return [url, `The link is yours alone. If the page asks for a code, it is ${code}`];
}

/** The contract is ready to be read and signed. A version sent again after an edit says so. */
export function contractMail({ view, wayIn, untilOn, again }: ContractMail): MailContent {
  const business = view.parties.freelancer.name;
  const name = clientOf(view);
  const kind = whatIs(view.version);
  const title = again ? `The ${kind} has changed: ${view.title}` : `A ${kind} for you: ${view.title}`;
  const opening = again
    ? `${business} has changed the ${kind} for “${view.title}”. This version replaces the one before it.`
    : `${business} has sent you ${kind === 'contract' ? 'the contract' : `a change order to the contract “${view.version.terms.changeOf?.value.title}”`} for “${view.title}” and has signed it already.`;
  const what = 'Read it, download it, ask a question, or sign it. It takes a few minutes and needs no account.';
  const until = `The link works until ${formatDay(untilOn)}.`;
  const facts = factsOf(view);
  return {
    subject: again
      ? `Changed ${kind} to sign: ${view.title}`
      : `${kind.charAt(0).toUpperCase()}${kind.slice(1)} to sign: ${view.title}`,
    text: mailText(
      business,
      `Hello ${name},`,
      opening,
      facts.map(([label, value]) => `${label}: ${value}`),
      what,
      wayInLines(wayIn),
      until,
    ),
    html: mailHtml(
      <Mail business={business} title={title} preview={opening}>
        <Text>Hello {name},</Text>
        <Text>{opening}</Text>
        <MailFacts rows={facts} />
        <Text>{what}</Text>
        <MailButton href={wayIn.url} code={wayIn.code}>
          Read the {kind}
        </MailButton>
        <Small>{until}</Small>
      </Mail>,
    ),
  };
}

/** Nobody has signed yet. */
export function unsignedMail({ view, wayIn, untilOn }: Omit<ContractMail, 'again'>): MailContent {
  const business = view.parties.freelancer.name;
  const name = clientOf(view);
  const opening = `The ${whatIs(view.version)} for “${view.title}” is still waiting for your signature.`;
  const what = 'If something in it does not fit, ask on the page or say no there; either is fine and helps us both.';
  return {
    subject: `Still to sign: ${view.title}`,
    text: mailText(
      business,
      `Hello ${name},`,
      opening,
      what,
      wayInLines(wayIn),
      `The link works until ${formatDay(untilOn)}.`,
    ),
    html: mailHtml(
      <Mail business={business} title={`Still to sign: ${view.title}`} preview={opening}>
        <Text>Hello {name},</Text>
        <Text>{opening}</Text>
        <Text>{what}</Text>
        <MailButton href={wayIn.url} code={wayIn.code}>
          Read and sign
        </MailButton>
        <Small>The link works until {formatDay(untilOn)}.</Small>
      </Mail>,
    ),
  };
}
