import type { AddressInfo } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { createFaults, type Faults } from '../faults.ts';
import type { Ledger } from '../ledger.ts';
import { type MailFault, type MailFilter, matchesMail, type SandboxMail, sixDigits, soleLink } from './mail.ts';
import { readMail } from './read-mail.ts';
import { mailRoutes } from './routes.ts';

export interface MailboxOptions {
  ledger: Ledger;
  /** 0 takes any free port. */
  port?: number;
  host?: string;
  now?: () => Date;
  /** Only links under this count as the portal's; any `/portal#` link when unset. */
  portalBase?: () => string | undefined;
}

const LARGEST = 40 * 1024 * 1024;
const QUIT = 'quit-without-answer';

/** A mail server that keeps every mail it accepts, and refuses, stalls or drops when told to. */
export class SandboxMailbox {
  readonly faults: Faults<MailFault> = createFaults<MailFault>();
  readonly routes: Hono<{ Bindings: HttpBindings }>;
  readonly #options: MailboxOptions;
  readonly #server: SMTPServer;
  readonly #waiting = new Set<() => void>();
  readonly #stalled = new Set<(error: Error) => void>();
  #mails: SandboxMail[] = [];
  #count = 0;
  #port = 0;

  constructor(options: MailboxOptions) {
    this.#options = options;
    this.routes = mailRoutes(this);
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      size: LARGEST,
      disableReverseLookup: true,
      closeTimeout: 500,
      onRcptTo: (address, _session, done) => this.#recipient(address.address, done),
      onData: (stream, session, done) => this.#data(stream, session, done),
    });
    // A sender that hangs up mid-way is the sender's affair.
    this.#server.on('error', () => undefined);
  }

  async start(): Promise<void> {
    const { port = 0, host = '127.0.0.1' } = this.#options;
    await new Promise<void>((done, fail) => {
      this.#server.once('error', fail);
      this.#server.listen(port, host, () => {
        this.#server.off('error', fail);
        done();
      });
    });
    this.#port = (this.#server.server.address() as AddressInfo).port;
  }

  /** For `SMTP_URL`. */
  get smtpUrl(): string {
    return `smtp://${this.#options.host ?? '127.0.0.1'}:${this.#port}`;
  }

  /** Oldest first. `to` and `from` match an address whole, without regard to case. */
  mails(filter: MailFilter = {}): SandboxMail[] {
    return this.#mails.filter((mail) => matchesMail(mail, filter));
  }

  newest(to?: string): SandboxMail | undefined {
    return this.mails(to === undefined ? {} : { to }).at(-1);
  }

  mail(id: string): SandboxMail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  /** The mail's portal link. Throws when there is none, or more than one. */
  link(mail: SandboxMail): string {
    return soleLink(mail, this.#options.portalBase?.());
  }

  /** The mail's code. Throws unless its text has exactly one run of six digits. */
  code(mail: SandboxMail): string {
    return sixDigits(mail);
  }

  /** The first mail that fits, there already or yet to come. Fails after `timeout` milliseconds with what did come. */
  async waitFor(filter: MailFilter, timeout = 5_000): Promise<SandboxMail> {
    const ends = performance.now() + timeout;
    for (;;) {
      const found = this.mails(filter).at(-1);
      if (found) return found;
      const left = ends - performance.now();
      if (left <= 0) break;
      await this.#nextMail(left);
    }
    const here = this.#mails.map(
      (mail) => `${mail.kind ?? 'no kind'} to ${mail.to.map((one) => one.address).join(', ')}`,
    );
    throw new Error(`No mail like ${JSON.stringify(filter)} within ${timeout} ms. Here: ${here.join('; ') || 'none'}.`);
  }

  clear(): void {
    this.#mails = [];
  }

  async stop(): Promise<void> {
    for (const done of this.#stalled) done(quit());
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  #nextMail(within: number): Promise<void> {
    return new Promise((done) => {
      const end = () => {
        clearTimeout(timer);
        this.#waiting.delete(end);
        done();
      };
      const timer = setTimeout(end, within);
      this.#waiting.add(end);
    });
  }

  #recipient(address: string, done: (error?: Error | null) => void): void {
    const fault = this.faults.take(address, ['smtp-4xx', 'smtp-5xx', 'timeout']);
    if (!fault) {
      done();
      return;
    }
    this.#options.ledger.add({ source: 'mail', kind: 'fault', summary: `${fault.kind} for ${address}`, detail: fault });
    if (fault.kind === 'timeout') {
      this.#stalled.add(done);
      return;
    }
    const greylisted = fault.kind === 'smtp-4xx';
    const text = greylisted ? '4.7.1 Greylisted, please try again later' : '5.1.1 No such user here';
    done(Object.assign(new Error(text), { responseCode: fault.status ?? (greylisted ? 451 : 550) }));
  }

  #data(stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error | null) => void): void {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (stream.sizeExceeded) {
        done(Object.assign(new Error('5.3.4 Message too big'), { responseCode: 552 }));
        return;
      }
      this.#accept(Buffer.concat(chunks), session).then(
        (error) => done(error),
        (error: Error) => done(Object.assign(error, { responseCode: 554 })),
      );
    });
  }

  async #accept(source: Buffer, session: SMTPServerSession): Promise<Error | undefined> {
    const recipients = session.envelope.rcptTo.map((one) => one.address);
    const fault = this.#dataFault(recipients);
    if (fault?.kind === 'data-4xx')
      return Object.assign(new Error('4.3.0 Try again later'), { responseCode: fault.status ?? 421 });
    if (fault?.kind === 'data-5xx')
      return Object.assign(new Error('5.7.1 Message refused'), { responseCode: fault.status ?? 554 });
    if (fault?.kind === 'data-timeout') return new Promise((done) => this.#stalled.add(done));
    const mail = await readMail(source, {
      id: `mail_${++this.#count}`,
      at: (this.#options.now ?? (() => new Date()))(),
      envelope: { from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '', to: recipients },
    });
    this.#mails.push(mail);
    const summary = `${mail.kind ?? 'mail'} to ${recipients.join(', ')}: ${mail.subject}`;
    const detail = { id: mail.id, kind: mail.kind, messageId: mail.messageId, to: recipients, subject: mail.subject };
    this.#options.ledger.add({ source: 'mail', kind: 'mail', summary, detail });
    for (const tell of [...this.#waiting]) tell();
    return fault?.kind === 'drop-after-accept' ? cutOff(this.#server, session) : undefined;
  }

  #dataFault(recipients: readonly string[]) {
    for (const address of recipients) {
      const fault = this.faults.take(address, ['data-4xx', 'data-5xx', 'data-timeout', 'drop-after-accept']);
      if (fault) return fault;
    }
    return undefined;
  }
}

/** Cuts the sender's connection before the 250: the mail is here, and the sender can't know. */
function cutOff(server: SMTPServer, session: SMTPServerSession): Promise<never> {
  for (const connection of server.connections as Set<{ id: string; _socket: { destroy(): void } }>) {
    if (connection.id === session.id) connection._socket.destroy();
  }
  return new Promise(() => undefined);
}

const quit = (): Error => Object.assign(new Error(QUIT), { responseCode: 421 });

/** Starts the mail server; it listens when this resolves. */
export async function createMailbox(options: MailboxOptions): Promise<SandboxMailbox> {
  const mailbox = new SandboxMailbox(options);
  await mailbox.start();
  return mailbox;
}
