import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { SandboxMail } from './mail.ts';
import type { SandboxMailbox } from './mailbox.ts';

const Fault = z.object({
  match: z.string(),
  kind: z.enum(['smtp-4xx', 'smtp-5xx', 'timeout', 'data-4xx', 'data-5xx', 'data-timeout', 'drop-after-accept']),
  times: z.int().min(1).max(1000).default(1),
});

/** A mail's own HTML is a stranger's page: no script, no remote content, links open outside, and it can't touch ours. */
const MAIL_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data: 'self'; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

/** What may be shown in the browser; the rest is downloaded. */
const SHOWN = new Set([
  'application/pdf',
  'text/calendar',
  'text/plain',
  'image/png',
  'image/jpeg',
  'image/gif',
  'text/csv',
]);

/** The mailbox as the page reads it, under /ui/mail. */
export function mailRoutes(mailbox: SandboxMailbox): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>().basePath('/ui/mail');
  app.use(async (c, next) => {
    const json = c.req.header('content-type')?.startsWith('application/json');
    if (c.req.method === 'POST' && !json) return c.json({ error: 'Send JSON.' }, 415);
    await next();
    c.header('x-content-type-options', 'nosniff');
    c.header('cache-control', 'no-store');
    return undefined;
  });
  app.get('/', (c) => {
    const { to, kind } = c.req.query();
    const mails = mailbox.mails({ ...(to ? { to } : {}), ...(kind ? { kind } : {}) });
    return c.json({ mails: mails.map((mail) => listing(mailbox, mail)).reverse() });
  });
  app.post('/faults', async (c) => {
    mailbox.faults.add(Fault.parse(await c.req.json()));
    return c.json({ ok: true });
  });
  app.delete('/faults', (c) => {
    mailbox.faults.clear();
    return c.json({ ok: true });
  });
  app.get('/:id', (c) =>
    withMail(mailbox, c, (mail) => c.json({ ...listing(mailbox, mail), text: mail.text, headers: [...mail.headers] })),
  );
  app.get('/:id/text', (c) => withMail(mailbox, c, (mail) => c.text(mail.text)));
  app.get('/:id/source', (c) => withMail(mailbox, c, (mail) => c.text(mail.source)));
  app.get('/:id/html', (c) =>
    withMail(mailbox, c, (mail) => {
      c.header('content-security-policy', MAIL_CSP);
      c.header('referrer-policy', 'no-referrer');
      return c.html(mail.html === undefined ? '' : withInlineImages(mail, mail.html));
    }),
  );
  app.get('/:id/attachments/:index/:name?', (c) =>
    withMail(mailbox, c, (mail) => {
      const part = mail.attachments[Number(c.req.param('index'))];
      if (!part) return c.notFound();
      const shown = SHOWN.has(part.contentType);
      const how = shown ? 'inline' : 'attachment';
      const charset = part.contentType.startsWith('text/') ? '; charset=utf-8' : '';
      return c.body(new Uint8Array(part.bytes), 200, {
        'content-type': shown ? `${part.contentType}${charset}` : 'application/octet-stream',
        'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(part.filename)}`,
      });
    }),
  );
  return app;
}

function withMail(mailbox: SandboxMailbox, c: Context, answer: (mail: SandboxMail) => Response | Promise<Response>) {
  const mail = mailbox.mail(c.req.param('id') ?? '');
  return mail ? answer(mail) : c.json({ error: 'No such mail.' }, 404);
}

function listing(mailbox: SandboxMailbox, mail: SandboxMail) {
  const { id, from, to, cc, replyTo, subject, kind, messageId } = mail;
  return {
    id,
    at: mail.receivedAt.toISOString(),
    from,
    to,
    cc,
    replyTo,
    subject,
    kind: kind ?? null,
    messageId: messageId ?? null,
    preview: mail.text.replaceAll(/\s+/g, ' ').trim().slice(0, 160),
    link: found(() => mailbox.link(mail)),
    code: found(() => mailbox.code(mail)),
    hasHtml: mail.html !== undefined,
    attachments: mail.attachments.map((part, index) => ({
      filename: part.filename,
      contentType: part.contentType,
      size: part.bytes.length,
      url: `/ui/mail/${id}/attachments/${index}/${encodeURIComponent(part.filename)}`,
    })),
  };
}

function found(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function withInlineImages(mail: SandboxMail, html: string): string {
  return mail.attachments.reduce(
    (page, part) =>
      part.cid && part.contentType.startsWith('image/')
        ? page.replaceAll(`cid:${part.cid}`, `data:${part.contentType};base64,${part.bytes.toString('base64')}`)
        : page,
    html,
  );
}
