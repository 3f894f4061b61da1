import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Code, Mail, MailButton, MailFacts, mailHtml, mailText, Quote, Text } from '../../src/mail/layout.tsx';
import { createMailer, type Mailer, type OutgoingMail } from '../../src/mail/send.ts';
import { createLog } from '../../src/platform/log.ts';

const log = createLog('silent');
const evil = '<img src=x onerror=alert(1)>';

const mail: OutgoingMail = {
  to: { name: 'Dana', address: 'dana@acme.test' },
  from: { name: 'Ada Studio via Retainer' },
  replyTo: { name: 'Ada', address: 'ada@studio.test' },
  kind: 'contract.sent',
  messageId: 'mal_1',
  subject: 'Your contract № 1',
  text: mailText('Ada Studio', 'Please sign.', false, ['https://a.test/portal#x', 'by Friday']),
  html: mailHtml(
    <Mail business={evil} title="Your contract" preview="Read and sign">
      <Text>Please sign.</Text>
      <MailFacts rows={[['Fee', 'EUR 4,000.00']]} />
      <MailButton href="https://a.test/portal#x" code="x">
        Open
      </MailButton>
      <Code>123456</Code>
      <Quote>{evil}</Quote>
    </Mail>,
  ),
};

describe('a mailer', () => {
  const inbox: ParsedMail[] = [];
  let server: SMTPServer;
  let mailer: Mailer;

  beforeEach(async () => {
    inbox.length = 0;
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        const answer = /^(\d{3})@/.exec(address)?.[1];
        done(answer ? Object.assign(new Error('no'), { responseCode: Number(answer) }) : null);
      },
      onData: (stream, _session, done) => {
        simpleParser(stream).then((parsed) => {
          inbox.push(parsed);
          done();
        }, done);
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    mailer = createMailer({
      smtpUrl: `smtp://127.0.0.1:${port}`,
      from: { name: 'Retainer', address: 'hi@retainer.test' },
      log,
    });
  });

  afterEach(async () => {
    mailer.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  test('sends one mail to one person, named after the business and answered to the freelancer', async () => {
    await mailer.send({
      ...mail,
      attachments: [{ filename: '../Contract ü.pdf', content: new Uint8Array([37]), contentType: 'application/pdf' }],
      calendar: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR',
    });
    const [got] = inbox;
    expect(got?.from?.value).toEqual([{ name: 'Ada Studio via Retainer', address: 'hi@retainer.test' }]);
    expect(got?.to).toMatchObject({ value: [{ name: 'Dana', address: 'dana@acme.test' }] });
    expect(got?.replyTo?.value).toEqual([{ name: 'Ada', address: 'ada@studio.test' }]);
    expect(got?.subject).toBe('Your contract № 1');
    expect(got?.messageId).toBe('<mal_1@retainer.test>');
    expect(got?.headers.get('x-retainer-kind')).toBe('contract.sent');
    expect(got?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(got?.attachments.map((file) => [file.filename, file.contentType])).toContainEqual([
      '..-Contract ü.pdf',
      'application/pdf',
    ]);
    expect(got?.text).toContain(
      'Please sign.\n\nhttps://a.test/portal#x\nby Friday\n\n-- \nSent by Retainer for Ada Studio.',
    );
    expect(got?.html).not.toContain('<img');
  });

  test.each([
    ['a line break in a name', { to: { name: 'Dana\r\nBcc: eve@evil.test', address: 'dana@acme.test' } }],
    ['a line break in the subject', { subject: 'Hi\nX-Bad: 1' }],
    ['a second address', { to: { name: 'Dana', address: 'dana@acme.test, eve@evil.test' } }],
    ['an address with a header behind it', { to: { name: 'Dana', address: 'dana@acme.test\r\nBcc: eve@evil.test' } }],
    ['a group of addresses', { replyTo: { name: 'x', address: 'g:eve@evil.test;' } }],
    ['an address of 320 characters', { to: { name: 'x', address: `${'a'.repeat(308)}@acme.test` } }],
    [
      'a line separator in a file name',
      { attachments: [{ filename: 'a\u2028b', content: new Uint8Array(), contentType: 'a/b' }] },
    ],
    ['a header in the kind', { kind: 'x\r\ny' }],
  ])('refuses %s for good and sends nothing', async (_what, change) => {
    await expect(mailer.send({ ...mail, ...change })).rejects.toMatchObject({ outcome: 'dead' });
    expect(inbox).toEqual([]);
  });

  test.each([
    ['550', 'dead'],
    ['451', 'retry'],
  ])('a mailbox that answers %s makes the mail %s', async (answer, outcome) => {
    await expect(mailer.send({ ...mail, to: { name: 'x', address: `${answer}@acme.test` } })).rejects.toMatchObject({
      outcome,
    });
  });

  test('a server that is not there is tried again', async () => {
    const away = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: { name: '', address: 'hi@retainer.test' }, log });
    await expect(away.send(mail)).rejects.toMatchObject({ outcome: 'retry' });
  });
});

/** Speaks just enough SMTP to hang up at a chosen moment. */
async function hangsUp(at: 'greeting' | 'data' | 'dot'): Promise<{ outcome: unknown; sockets: number }> {
  let sockets = 0;
  const server = createServer((socket: Socket) => {
    sockets += 1;
    if (at === 'greeting') return void socket.destroy();
    socket.write('220 hi\r\n');
    let body = false;
    socket.on('data', (chunk) => {
      if (body) {
        if (chunk.toString().includes('\r\n.\r\n')) socket.destroy();
        return;
      }
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        if (/^DATA/i.test(line)) {
          if (at === 'data') return void socket.destroy();
          body = true;
          socket.write('354 go\r\n');
        } else socket.write('250 ok\r\n');
      }
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const mailer = createMailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: { name: '', address: 'hi@retainer.test' },
    log,
  });
  const outcome = await mailer.send(mail).catch((error: { outcome: unknown }) => error.outcome);
  mailer.close();
  server.close();
  return { outcome, sockets };
}

test.each([
  ['greeting', 'retry'],
  ['data', 'retry'],
  ['dot', 'unknown'],
] as const)('a line that breaks at the %s leaves the mail %s', async (at, outcome) => {
  const result = await hangsUp(at);
  expect(result.outcome).toBe(outcome);
  if (at === 'dot') expect(result.sockets).toBe(1);
});
