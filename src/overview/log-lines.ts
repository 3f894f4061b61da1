import { sayWhen } from '../bookings/booking.ts';
import { explainedLine } from '../contracts/explain-cards.ts';
import { explainedIn } from '../contracts/explain-read.ts';
import { inSentence, nameOf } from '../invoices/invoice.ts';
import { formatDay, formatInstant } from '../shared/dates.ts';
import type { EventName } from '../shared/events.ts';
import { formatMoney } from '../shared/money.ts';
import { context, summary } from '../slack/blocks.ts';
import type { SlackMessage } from '../slack/client.ts';
import { type Mrkdwn, md } from '../slack/mrkdwn.ts';
import type { Logged } from './log-read.ts';

type Line = (logged: Logged) => Mrkdwn | undefined;

const words = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Dates that were confirmed or given up together with the one that is named. */
const andMore = ({ also }: Logged['detail']) => (Array.isArray(also) ? md` and ${also.length} more` : md``);

/** A signature that reads otherwise than the name in the contract is for the freelancer to see. */
function signedAs({ typedName, name }: Logged['detail']): Mrkdwn {
  const [typed, named] = [words(typedName), words(name)];
  return typed && named && typed.toLowerCase() !== named.toLowerCase() ? md` as “${typed}”` : md``;
}

const CHANGE_ANSWERS: Record<string, string> = {
  accepted: 'accepted',
  'accepted-in-part': 'accepted part of',
  countered: 'answered with another version',
  declined: 'declined',
};

/** What the thread under the card says of each change; what has a post of its own is left out. */
const LINES: Partial<Record<EventName, Line>> = {
  'contract.drafted': ({ who }) => md`Drafted by ${who ?? 'Retainer'}`,
  'contract.edited': ({ who, version, detail }) =>
    md`${detail.undo ? 'Change undone' : detail.change ? 'Changed' : detail.wording ? 'Another wording taken' : 'New terms'} by ${who ?? 'Retainer'}: version ${version?.number ?? ''} is drafted`,
  'contract.discarded': ({ who, detail }) =>
    detail.sent ? md`Withdrawn by ${who ?? 'Retainer'}` : md`Draft discarded by ${who ?? 'Retainer'}`,
  'contract.sent': ({ who, version, detail }) =>
    md`Signed by ${who ?? 'Retainer'} and sent to ${words(detail.toName)} (${words(detail.to)}), version ${version?.number ?? ''}`,
  'contract.superseded': ({ version }) => md`Version ${version?.number ?? ''} is replaced; its link says so`,
  'link.opened': ({ who }) => md`${who ?? 'The client'} opened the link`,
  'contact.replaced': ({ who, detail }) =>
    md`Address put right by ${who ?? 'Retainer'}: mails go to ${words(detail.to)} now, and links sent to ${words(detail.from)} are closed`,
  'contract.viewed': ({ who, version }) =>
    md`${who ?? 'The client'} viewed the contract, version ${version?.number ?? ''}`,
  'contract.explained': explainLine,
  'contract.declined': ({ who, detail }) => md`*Declined* by ${who ?? 'the client'}: ${words(detail.reason)}`,
  'contract.locked': ({ version, detail }) =>
    md`⚠️ *Locked:* ${words(detail.tries)} wrong codes were typed for version ${version?.number ?? ''}, so nobody can sign it any more. If that was the client, press Edit terms, save, and send it again`,
  'contract.signed': ({ who, detail }) =>
    detail.drafts
      ? md`*Signed* by ${who ?? 'the client'}${signedAs(detail)}, so the draft that was not sent is dropped. A change is a new contract now`
      : md`*Signed* by ${who ?? 'the client'}${signedAs(detail)}`,
  'contract.sealed': () => md`Sealed. Both sides get their copy by mail`,
  'question.answered': ({ who, detail }) =>
    detail.mailed === false
      ? md`Answered by ${who ?? 'Retainer'}; not mailed, because the address that asked is not in use any more`
      : md`Answered by ${who ?? 'Retainer'}; the client has it by mail and on the page`,
  'change.answered': ({ who, detail }) =>
    md`${who ?? 'Retainer'} ${CHANGE_ANSWERS[words(detail.state)] ?? 'answered'} the change the client asked for`,
  'booking.held': ({ booking }) =>
    booking?.holdEndsAt
      ? md`Date kept: ${sayWhen(booking)}, until ${formatInstant(booking.holdEndsAt, booking.zone)}`
      : undefined,
  'booking.warned': ({ booking, client }) =>
    md`The deposit is missing: ${client} was told that the date is free again on ${booking?.holdEndsAt ? formatInstant(booking.holdEndsAt, booking.zone) : 'the agreed day'}`,
  'booking.confirmed': ({ booking, detail }) =>
    md`*Booked:* ${booking ? sayWhen(booking) : ''}${andMore(detail)}. Both sides get a calendar file`,
  'booking.released': ({ booking, detail }) =>
    md`The deposit did not come, so *${booking ? sayWhen(booking) : 'the date'}*${andMore(detail)} is free again`,
  'project.started': ({ detail }) =>
    detail.unpriced
      ? md`In force; there is nothing to pay`
      : md`Contract sealed and deposit settled: the work can start`,
  'project.finished': () => md`Everything is paid. Done`,
  'invoice.issued': ({ invoice }) =>
    invoice &&
    md`${nameOf(invoice)} issued: ${formatMoney(invoice.total)}, due ${invoice.dueOn ? formatDay(invoice.dueOn) : 'on receipt'}`,
  'invoice.viewed': ({ invoice, who }) =>
    invoice && md`${who ?? 'The client'} looked at ${inSentence(nameOf(invoice))}`,
  'invoice.paid': ({ invoice }) => invoice && md`${nameOf(invoice)} is paid`,
  'invoice.voided': ({ invoice }) => invoice && md`${nameOf(invoice)} is void; nothing is owed on it`,
  'payment.started': ({ client }) => md`${client} opened the payment page`,
  'pause.started': pauseLine,
  'reminder.skipped': ({ client, detail }) => undelivered(client, 'the reminder', words(detail.reason)),
  'effect.failed': failedLine,
};

/** What a mail that could not be delivered was. */
const MAILS: Record<string, string> = {
  'contract.mail-link': 'the contract',
  'contract.mail-copies': 'the signed copies',
  'code.mail': 'the code to sign with',
  'invoice.mail': 'the invoice',
  'payment.mail-receipt': 'the receipt',
  'question.mail-answer': 'the answer',
  'booking.mail-confirmed': 'the confirmed date',
  'booking.mail-warning': 'the notice that the date is about to be free again',
  'booking.mail-released': 'the notice that the date is free again',
};

/** Everything else that is done outside, by what a person misses when it is given up. */
const DEEDS: Record<string, string> = {
  'contract.seal': 'the contract could not be sealed',
  'contract.post-pdf': 'the PDF could not be posted here',
  'attempt.expire': 'an open payment page could not be closed',
};

function failedLine({ client, detail }: Logged): Mrkdwn {
  const effect = words(detail.effect);
  const mail = MAILS[effect];
  const reason = words(detail.reason);
  return mail ? undelivered(client, mail, reason) : md`*Given up:* ${DEEDS[effect] ?? effect} (${reason})`;
}

/** A question that was asked of the contract, with what it says; looking at the summary is no news. */
function explainLine({ who, detail }: Logged): Mrkdwn | undefined {
  const explained = detail.posted === true ? explainedIn(detail) : undefined;
  return explained && explainedLine(who ?? 'The client', explained);
}

function undelivered(client: string, what: string, reason: string): Mrkdwn {
  const refusal = /^smtp .*\b(5\d\d)$/.exec(reason)?.[1];
  const why = refusal ? `the mail server refused the address or the mail (${refusal})` : reason;
  return md`⚠️ *Not delivered:* ${what} to ${client}; ${why}. If the address is wrong, correct it with \`/client\`: later mails go to the new one`;
}

function pauseLine({ detail, who, zone }: Logged): Mrkdwn | undefined {
  if (detail.kind === 'stop') return md`Reminders stopped by ${who ?? 'Retainer'}`;
  if (detail.kind !== 'snooze') return undefined;
  const until = new Date(words(detail.until));
  return md`Reminders snoozed by ${who ?? 'Retainer'} until ${formatInstant(until, zone)}`;
}

/** One quiet line, with when it happened; undefined when nobody needs to read it. */
export function logLine(logged: Logged): SlackMessage | undefined {
  const line = LINES[logged.event]?.(logged);
  if (!line) return undefined;
  const when = formatInstant(logged.at, logged.zone).replace(/ \([^)]*\)$/, '');
  return { text: summary(line), blocks: [context(md`${line} · ${when}`)] };
}
