import {
  Mail,
  MailButton,
  type MailContent,
  MailFacts,
  mailHtml,
  mailText,
  Quote,
  Small,
  Text,
} from '../mail/layout.tsx';
import type { WayIn } from '../projects/letter.ts';
import type { ChangeRequest } from './change.ts';
import { wayInLines } from './mail.tsx';
import type { TermLine } from './redline.ts';

/** What an answer means for the client, in two sentences; the page says the same. */
export function answerWords(
  { state, answeredBy }: Pick<ChangeRequest, 'state' | 'answeredBy'>,
  business: string,
): readonly [string, string] {
  const who = answeredBy ?? business;
  if (state === 'accepted')
    return [
      `${who} has accepted the change.`,
      'The new version is signed and in a mail of its own, ready for you to sign.',
    ];
  if (state === 'accepted-in-part')
    return [
      `${who} has accepted part of the change.`,
      'The new version is signed and in a mail of its own. Read what changed, and what did not, before you sign.',
    ];
  if (state === 'countered')
    return [
      `${who} answers with another version.`,
      'It is signed and in a mail of its own. Read what changed before you sign.',
    ];
  return [
    `${who} would rather leave the contract as it is.`,
    'The contract you have still stands: sign it, ask a question, or ask for something else.',
  ];
}

/** What an accepted request changed; its words that changed nothing stand in the request. */
export type Taken = { readonly lines: readonly TermLine[] };

const CHANGED = 'What is different now:';
/** Before the words that a yes in part is no yes to. */
export const LEFT = 'Not part of it; ask about it if it matters to you:';

/** The freelancer's answer to a request, with the request it is to. */
export function answeredMail(facts: {
  request: ChangeRequest;
  title: string;
  business: string;
  taken: Taken | undefined;
  wayIn: WayIn;
}): MailContent {
  const { request, title, business, taken, wayIn } = facts;
  const [what, next] = answerWords(request, business);
  const { body, reason, askedBy, left } = request;
  const quoted = (words: string) => words.split('\n').map((line) => `> ${line}`);
  return {
    subject: `Your request for a change: ${title}`,
    text: mailText(
      business,
      `Hello ${askedBy},`,
      what,
      ...(reason ? [quoted(reason)] : []),
      next,
      ...(taken?.lines.length ? [CHANGED, taken.lines.map(({ label, words }) => `${label}: ${words}`)] : []),
      ...(left.length > 0 ? [LEFT, left.flatMap(quoted)] : []),
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
        {taken && taken.lines.length > 0 && (
          <>
            <Text>{CHANGED}</Text>
            <MailFacts rows={taken.lines.map(({ label, words }) => [label, words] as const)} />
          </>
        )}
        {left.length > 0 && (
          <>
            <Text>{LEFT}</Text>
            <Quote>{left.join('\n')}</Quote>
          </>
        )}
        <Small>You asked for:</Small>
        <Quote>{body}</Quote>
        <MailButton href={wayIn.url} code={wayIn.code}>
          Back to the page
        </MailButton>
      </Mail>,
    ),
  };
}
