import nodemailer from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLedger } from '../../src/sandbox/ledger.ts';
import { createMailbox, type SandboxMailbox } from '../../src/sandbox/mailbox/mailbox.ts';

const ledger = createLedger();
let mailbox: SandboxMailbox;
beforeAll(async () => {
  mailbox = await createMailbox({ ledger });
});
afterAll(() => mailbox.stop());
beforeEach(() => {
  mailbox.clear();
  mailbox.faults.clear();
});

const transport = () => {
  const { hostname, port } = new URL(mailbox.smtpUrl);
  const quick = { connectionTimeout: 2_000, greetingTimeout: 2_000, socketTimeout: 500 };
  return nodemailer.createTransport({ host: hostname, port: Number(port), secure: false, ignoreTLS: true, ...quick });
};

const LINK = 'http://localhost:3000/portal#tok_abcDEF-123_x';
const letter = (more: object = {}) => ({
  from: { name: 'Studio Ada via Retainer', address: 'mail@retainer.test' },
  replyTo: { name: 'Ada', address: 'ada@studio.test' },
  to: { name: 'Dana', address: 'dana@acme.test' },
  subject: 'Your code for Contract № 1',
  text: `Hello Dana,\n\nyour code is 482913.\n\nOpen the contract: ${LINK}\n\nRef 2027-03-02, total EUR 4,000.00`,
  html: `<p>Hello <b>Dana</b></p><a href="${LINK.replaceAll('&', '&amp;')}">Open</a><script>alert(1)</script>`,
  messageId: '<code-1@retainer.test>',
  headers: { 'X-Retainer-Kind': 'signature.code', 'Auto-Submitted': 'auto-generated' },
  ...more,
});

const failure = (sending: Promise<unknown>) =>
  sending.then(
    () => undefined,
    (error: { code?: string; responseCode?: number; command?: string }) => error,
  );

describe('what comes in', () => {
  test('a mail is kept with everything that was in it', async () => {
    await transport().sendMail(
      letter({
        attachments: [{ filename: 'Contract ü.pdf', content: Buffer.from('%PDF-1.7'), contentType: 'application/pdf' }],
        icalEvent: { method: 'PUBLISH', content: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n' },
      }),
    );
    const mail = mailbox.newest('Dana@ACME.test');
    expect(mail).toMatchObject({
      from: [{ name: 'Studio Ada via Retainer', address: 'mail@retainer.test' }],
      replyTo: [{ name: 'Ada', address: 'ada@studio.test' }],
      to: [{ name: 'Dana', address: 'dana@acme.test' }],
      subject: 'Your code for Contract № 1',
      kind: 'signature.code',
      messageId: '<code-1@retainer.test>',
      envelope: { from: 'mail@retainer.test', to: ['dana@acme.test'] },
    });
    expect(mail?.headers.get('auto-submitted')).toEqual(['auto-generated']);
    expect(mail?.attachments.find((part) => part.contentType === 'application/pdf')).toMatchObject({
      filename: 'Contract ü.pdf',
      bytes: Buffer.from('%PDF-1.7'),
    });
    expect(mail?.calendar).toContain('BEGIN:VCALENDAR');
    expect(mail?.source).toContain('X-Retainer-Kind: signature.code');
    expect(ledger.list({ source: 'mail', kind: 'mail' }).at(-1)?.summary).toContain('signature.code to dana@acme.test');
  });

  test('its one link and its one code are read, and ambiguity is an error', async () => {
    await transport().sendMail(letter());
    const mail = mailbox.newest()!;
    expect(mailbox.link(mail)).toBe(LINK);
    expect(mailbox.code(mail)).toBe('482913');
    await transport().sendMail(letter({ text: `${LINK} http://localhost:3000/portal#other 123456 654321` }));
    const other = mailbox.newest()!;
    expect(() => mailbox.link(other)).toThrow('2 portal links');
    expect(() => mailbox.code(other)).toThrow('2 runs of six digits');
  });

  test('one may wait for a mail that is still to come', async () => {
    const waiting = mailbox.waitFor({ to: 'dana@acme.test', kind: 'payment.receipt' }, 3_000);
    await transport().sendMail(letter());
    await transport().sendMail(letter({ subject: 'Receipt', headers: { 'X-Retainer-Kind': 'payment.receipt' } }));
    const receipt = await waiting;
    expect(receipt.subject).toBe('Receipt');
    await expect(mailbox.waitFor({ kind: 'never' }, 30)).rejects.toThrow('No mail like {"kind":"never"} within 30 ms');
    await expect(mailbox.waitFor({ after: receipt.id }, 30)).rejects.toThrow('No mail like');
  });
});

describe('what goes wrong', () => {
  test('a recipient is refused for now or for good', async () => {
    mailbox.faults.add({ match: 'dana@acme.test', kind: 'smtp-4xx' });
    expect(await failure(transport().sendMail(letter()))).toMatchObject({ code: 'EENVELOPE', responseCode: 451 });
    mailbox.faults.add({ match: 'dana@acme.test', kind: 'smtp-5xx' });
    expect(await failure(transport().sendMail(letter()))).toMatchObject({ code: 'EENVELOPE', responseCode: 550 });
    expect(mailbox.mails()).toHaveLength(0);
    expect(await failure(transport().sendMail(letter()))).toBeUndefined();
  });

  test('the message itself is refused after it was sent', async () => {
    mailbox.faults.add({ match: 'dana@*', kind: 'data-4xx' });
    expect(await failure(transport().sendMail(letter()))).toMatchObject({ responseCode: 421 });
    mailbox.faults.add({ match: /acme/, kind: 'data-5xx' });
    expect(await failure(transport().sendMail(letter()))).toMatchObject({ code: 'EMESSAGE', responseCode: 554 });
    expect(mailbox.mails()).toHaveLength(0);
  });

  test('a server that stalls keeps nothing', async () => {
    for (const kind of ['timeout', 'data-timeout'] as const) {
      mailbox.faults.add({ match: 'dana@acme.test', kind });
      expect(await failure(transport().sendMail(letter()))).toMatchObject({ code: 'ETIMEDOUT' });
    }
    expect(mailbox.mails()).toHaveLength(0);
  });

  test('a connection cut after the mail was kept looks the same to the sender', async () => {
    mailbox.faults.add({ match: 'dana@acme.test', kind: 'drop-after-accept' });
    expect(await failure(transport().sendMail(letter()))).toMatchObject({
      code: expect.stringMatching(/ECONNECTION|ESOCKET|EPROTOCOL/),
    });
    expect(mailbox.mails()).toHaveLength(1);
  });
});

describe('what the page reads', () => {
  test('lists, parts and source, the HTML behind a policy that runs nothing', async () => {
    await transport().sendMail(
      letter({
        attachments: [
          { filename: 'a.pdf', content: Buffer.from('%PDF'), contentType: 'application/pdf' },
          { filename: 'evil.html', content: '<script>1</script>', contentType: 'text/html' },
          { filename: 'logo.png', content: Buffer.from('png'), contentType: 'image/png', cid: 'logo' },
        ],
        html: '<img src="cid:logo"><script>alert(1)</script>',
      }),
    );
    const get = (path: string) => mailbox.routes.request(`http://localhost${path}`);
    const list = (await (await get('/ui/mail')).json()) as {
      mails: { id: string; attachments: { filename: string; url: string }[] }[];
    };
    const { id, attachments } = list.mails[0]!;
    const part = (name: string) => get(attachments.find(({ filename }) => filename === name)!.url);
    expect(list.mails[0]).toMatchObject({ link: LINK, code: '482913', subject: 'Your code for Contract № 1' });
    const html = await get(`/ui/mail/${id}/html`);
    expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(html.headers.get('content-security-policy')).not.toContain('allow-scripts');
    expect(await html.text()).toContain('src="data:image/png;base64,');
    const pdf = await part('a.pdf');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('content-disposition')).toContain('inline');
    const page = await part('evil.html');
    expect(page.headers.get('content-type')).toBe('application/octet-stream');
    expect(page.headers.get('content-disposition')).toContain('attachment');
    expect(await (await get(`/ui/mail/${id}/source`)).text()).toContain('Message-ID: <code-1@retainer.test>');
    expect((await get('/ui/mail/mail_999')).status).toBe(404);
  });
});
