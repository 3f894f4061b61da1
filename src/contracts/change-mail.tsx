import { Mail, MailButton, type MailContent, mailHtml, mailText, Quote, Small, Text } from '../mail/layout.tsx';
import type { WayIn } from '../projects/letter.ts';
import type { ChangeRequest } from './change.ts';
import { wayInLines } from './mail.tsx';

/** What an answer means for the client, in two sentences; the page says the same. */
export function answerWords(
  { state, answeredBy }: Pick<ChangeRequest, 'state' | 'answeredBy'>,
  business: string,
): readonly [string, string] {
  const who = answeredBy ?? business;
  if (state === 'accepted')
    return [
      `${who} has accepted the change.`,
      'The contract is put into a new version; it comes in a mail of its own once it is ready to be signed.',
    ];
  if (state === 'countered')
    return [
      `${who} answers with another version.`,
      'It comes in a mail of its own once it is ready to be signed. Read what changed before you sign.',
    ];
  return [
    `${who} would rather leave the contract as it is.`,
    'The contract you have still stands: sign it, ask a question, or ask for something else.',
  ];
}

/** The freelancer's answer to a request, with the request it is to. */
export function answeredMail(facts: {
  request: ChangeRequest;
  title: string;
  business: string;
  wayIn: WayIn;
}): MailContent {
  const { request, title, business, wayIn } = facts;
  const [what, next] = answerWords(request, business);
  const { body, reason, askedBy } = request;
  const quoted = (words: string) => words.split('\n').map((line) => `> ${line}`);
  return {
    subject: `Your request for a change: ${title}`,
    text: mailText(
      business,
      `Hello ${askedBy},`,
      what,
      ...(reason ? [quoted(reason)] : []),
      next,
      'You asked for:',
      quoted(body),
      wayInLines(wayIn),
    ),
    html: mailHtml(
      <Mail business={business} title="Your request for a change" preview={what}>
        <Text>Hello {askedBy},</Text>
        <Text>{what}</Text>
        {reason && <Quote>{reason}</Quote>}
        <Text>{next}</Text>
        <Small>You asked for:</Small>
        <Quote>{body}</Quote>
        <MailButton href={wayIn.url} code={wayIn.code}>
          Back to the page
        </MailButton>
      </Mail>,
    ),
  };
}
