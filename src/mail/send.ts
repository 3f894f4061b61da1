import type { Transporter } from 'nodemailer';
import { z } from 'zod';
import type { Log } from '../platform/log.ts';
import { EffectFailed } from '../platform/outbox.ts';
import { typedLine } from '../shared/typed.ts';
import type { MailContent } from './layout.tsx';

export type Mailbox = { name: string; address: string };

export type MailFile = { filename: string; content: Uint8Array; contentType: string };

export type OutgoingMail = MailContent & {
  to: Mailbox;
  /** How the sender is named, for instance `Studio via Retainer`; the address is always MAIL_FROM's. */
  from: { name: string };
  replyTo?: Mailbox;
  /** Goes out as `X-Retainer-Kind`. */
  kind: string;
  /** Becomes the Message-ID. The same mail sent again has the same one, and mail programs show it once. */
  messageId: string;
  attachments?: readonly MailFile[];
  /** An iCalendar text; mail programs offer to add it. */
  calendar?: string;
};

export type Mailer = {
  /** Throws only `EffectFailed`. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
};

/** The longest that one try may take. */
const SEND_MS = 45_000;

/** What nodemailer's errors say about one attempt. */
type SmtpError = { code?: string; command?: string; responseCode?: number; message: string };
/** Whether the whole message has left: from then on a broken line leaves it open whether the server took it. */
type Flight = { gone: boolean };

export function createMailer(options: { smtpUrl: string; from: Mailbox; log: Log }): Mailer {
  const flights = new WeakMap<AbortSignal, Flight>();
  let opened: Promise<Transporter> | undefined;
  // nodemailer is loaded with the first mail: the web role may never send one.
  const transport = () => {
    opened ??= open(options.smtpUrl, flights);
    return opened;
  };
  return {
    send: async (mail) => {
      const message = compose(mail, options.from);
      const transporter = await transport();
      const flight: Flight = { gone: false };
      const signal = AbortSignal.timeout(SEND_MS);
      flights.set(signal, flight);
      await transporter.sendMail({ ...message, signal }).catch((error: SmtpError) => {
        throw failure(error, flight);
      });
      options.log.info({ kind: mail.kind, mail: mail.messageId }, 'mail sent');
    },
    close: () => {
      void opened?.then((transporter) => transporter.close());
    },
  };
}

async function open(url: string, flights: WeakMap<AbortSignal, Flight>): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const transporter = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    idleTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transporter.use('stream', (mail, done) => {
    const flight = mail.data.signal && flights.get(mail.data.signal);
    const make = mail.message.createReadStream.bind(mail.message);
    // The message is read to its end only after the server has answered DATA with 354.
    mail.message.createReadStream = (...args) =>
      make(...args).once('end', () => {
        if (flight) flight.gone = true;
      });
    done();
  });
  return transporter;
}

/** A refusal of this mailbox or this mail is final; what is wrong with the server, the line or our credentials is not. */
function failure(error: SmtpError, flight: Flight): EffectFailed {
  const reason = `smtp ${[error.code, error.command, error.responseCode].filter(Boolean).join(' ')}`;
  const answer = error.responseCode ?? 0;
  if (answer >= 400) {
    const ofThisMail = /^(MAIL FROM|RCPT TO|DATA)$/.test(error.command ?? '') && error.code !== 'EAUTH';
    return new EffectFailed(answer >= 500 && ofThisMail ? 'dead' : 'retry', reason);
  }
  if (error.code === 'EENVELOPE') return new EffectFailed('dead', reason);
  return new EffectFailed(flight.gone ? 'unknown' : 'retry', reason);
}

// RFC 5321 4.5.3.1.3, erratum 1690: 254 octets. nodemailer would read `a@x, b@y` and groups as several addresses.
const Address = z.email().max(254);
const Local = z.string().regex(/^[A-Za-z0-9._-]{1,100}$/);

function compose(mail: OutgoingMail, from: Mailbox) {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const id = (local: string) => `<${checked(Local, local, 'message id')}@${domain}>`;
  return {
    from: mailbox({ name: mail.from.name, address: from.address }),
    to: mailbox(mail.to),
    subject: headerText(mail.subject, 200),
    text: mail.text,
    html: mail.html,
    messageId: id(mail.messageId),
    headers: {
      'X-Retainer-Kind': checked(Local, mail.kind, 'kind'),
      // Tells holiday responders and other machines not to answer (RFC 3834).
      'Auto-Submitted': 'auto-generated',
    },
    attachments: (mail.attachments ?? []).map((file) => ({
      filename: headerText(file.filename.replace(/[/\\:]/g, '-'), 120),
      content: Buffer.from(file.content),
      contentType: checked(z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/), file.contentType, 'content type'),
    })),
    ...(mail.replyTo && { replyTo: mailbox(mail.replyTo) }),
    ...(mail.calendar && {
      icalEvent: { method: 'PUBLISH' as const, content: mail.calendar, filename: 'booking.ics' },
    }),
  };
}

function mailbox({ name, address }: Mailbox): Mailbox {
  return { name: headerText(name, 100), address: checked(Address, address, 'address') };
}

/** A line break in a header starts another header, so a text that holds one is refused and not repaired. */
function headerText(text: string, max: number): string {
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) throw new EffectFailed('dead', 'a mail header holds a control character');
  return typedLine(text).slice(0, max);
}

function checked(schema: z.ZodType<string>, value: string, what: string): string {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new EffectFailed('dead', `the ${what} of a mail is malformed`);
  return parsed.data;
}
