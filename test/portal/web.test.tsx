import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../src/platform/log.ts';
import { Act, Button, Field } from '../../src/portal/controls.tsx';
import { download } from '../../src/portal/download.ts';
import { again } from '../../src/portal/errors.tsx';
import { line, lines, optional, readForm, ticked } from '../../src/portal/form.ts';
import { html, Page } from '../../src/portal/layout.tsx';
import { Leaving } from '../../src/portal/leaving.tsx';
import { limiter } from '../../src/portal/limits.ts';
import { type Listening, listen } from '../../src/portal/listen.ts';
import { OpenPage } from '../../src/portal/open.tsx';
import { sessionCookie } from '../../src/portal/session.ts';
import { STYLES_PATH } from '../../src/portal/styles.ts';
import { createWeb } from '../../src/portal/web.ts';
import { notFound, Refusal } from '../../src/shared/refusal.ts';

const publicUrl = 'http://localhost:3000';
const log = createLog('silent');
const cookies = sessionCookie(publicUrl);
const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
const Sign = z.object({
  name: line(40, 'Please type your name.'),
  mail: optional(line(254)),
  note: optional(lines(100)),
  consent: ticked('Please tick the box.'),
});

function Form({ refusal }: { refusal?: Refusal }) {
  return (
    <Page title={evil} business={evil} state="sent">
      <Act act="contract:sign" action="/portal/sign" refusal={refusal} carry={{ version: evil }}>
        <Field label="Name" name="name" value={evil} refusal={refusal} />
        <Button>Sign</Button>
      </Act>
    </Page>
  );
}

/** The link that opens; no other does. */
const GOOD = 'G'.repeat(43);
const web = createWeb({ publicUrl, trustProxy: 1, log });
web.get('/portal/page', (c) => c.html(html(<Form />)));
web.post(
  '/portal/sign',
  again(
    async (c) => {
      const form = await readForm(c, Sign);
      if (form.name === 'nobody') throw notFound('contract');
      return c.json(form);
    },
    (c, refusal) => c.html(html(<Form refusal={refusal} />)),
  ),
);
web.get('/portal', (c) =>
  c.html(html(<OpenPage action="/portal/open" act="link:open" title="Open" lead="Press" hint="In the mail" />)),
);
web.post('/portal/open', async (c) => {
  if ((await c.req.text()) === `token=${GOOD}`) return c.text('open');
  throw new Refusal('link.dead', 'This link no longer works.');
});
web.get('/portal/away', (c) =>
  c.html(html(<Leaving business="A" to="https://pay.test/x?a=1" title="Pay" words="w" link="Go" />)),
);
web.get('/portal/file', (c) =>
  download(c, { filename: '../Ä "1"\r\n.pdf', contentType: 'application/pdf', content: new Uint8Array([1]) }),
);
web.get('/portal/fault', () => {
  throw new Error('password=hunter2');
});
web.get('/portal/ip', (c) => c.text(c.get('ip')));
web.post('/stripe/webhook', async (c) => c.text(await c.req.text()));
web.get('/portal/in', (c) => {
  cookies.write(c, 'portal', 'x'.repeat(43), 60);
  return c.text(cookies.read(c, 'portal') ?? 'none');
});

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const post = (path: string, content: string, headers: Record<string, string> = { origin: publicUrl }) =>
  web.request(path, { method: 'POST', body: content, headers: { ...FORM, ...headers } });

describe('every page', () => {
  test('is kept nowhere, framed nowhere, and runs no script but the one it names', async () => {
    const page = await web.request('/portal/page');
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('strict-transport-security')).toBeNull();
  });

  test('shows what people typed as they typed it', async () => {
    const text = await (await web.request('/portal/page')).text();
    expect(text).not.toMatch(/<script|<img/);
    expect(text).toContain('data-act="contract:sign"');
    expect(text).toContain('data-state="sent"');
  });

  test('has a style sheet that may be kept for ever', async () => {
    const css = await web.request(STYLES_PATH);
    expect(css.headers.get('cache-control')).toContain('immutable');
    expect(css.headers.get('content-type')).toContain('text/css');
    expect((await web.request('/portal/x.css')).status).toBe(404);
  });

  test('leaves for another site by itself and by a link, and only for http', async () => {
    const text = await (await web.request('/portal/away')).text();
    expect(text).toContain('<meta http-equiv="refresh" content="0;url=https://pay.test/x?a=1"');
    expect(text).toContain('href="https://pay.test/x?a=1"');
    expect(() => html(<Leaving business="A" to="javascript:alert(1)" title="" words="" link="" />)).toThrow();
  });

  test('gives a file a name that is only a name', async () => {
    const file = await web.request('/portal/file');
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="..-A -1---.pdf"; filename*=UTF-8''..-%C3%84%20-1---.pdf`,
    );
  });
});

describe('a posted form', () => {
  const good = 'name=Dana%E2%80%AE%20%20Acme&consent=yes&note=&workspaceId=w&__proto__=1';

  test('is read into typed values; fields nobody asked for are dropped', async () => {
    expect(await (await post('/portal/sign', good)).json()).toEqual({ name: 'Dana Acme', consent: 'yes' });
  });

  test.each([
    ['another site', { origin: 'https://evil.test' }],
    ['a sub-domain', { origin: 'http://x.localhost:3000' }],
    ['nowhere', {}],
    ['an opaque origin', { origin: 'null' }],
    ['another site that lies about its origin', { origin: publicUrl, 'sec-fetch-site': 'cross-site' }],
  ])('from %s is not accepted', async (_where, headers) => {
    expect((await post('/portal/sign', good, headers)).status).toBe(403);
  });

  test('with an opaque origin is accepted when the browser says it is from the same site', async () => {
    expect((await post('/portal/sign', good, { origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test('with a field sent twice, or sent as something else, is refused', async () => {
    expect((await post('/portal/sign', `${good}&name=Eve`)).status).toBe(400);
    expect(
      (await post('/portal/sign', '{"name":"x"}', { origin: publicUrl, 'content-type': 'text/plain' })).status,
    ).toBe(400);
    expect((await web.request('/portal/page?id=1&id=2')).status).toBe(400);
    expect((await post('/portal/sign', `name=${'x'.repeat(1_100_000)}`)).status).toBe(413);
  });

  test('that is refused comes back with the sentence beside its field', async () => {
    const page = await post('/portal/sign', 'name=%20&consent=yes');
    expect(page.status).toBe(422);
    const text = await page.text();
    expect(text).toContain('Please type your name.');
    expect(text).toContain('aria-invalid');
    expect(await (await post('/portal/sign', 'name=Dana')).text()).toContain('Please tick the box.');
  });
});

describe('a page that says no', () => {
  test('is the same for what is not there and for what is someone else’s', async () => {
    const [missing, foreign] = [
      await web.request('/portal/none'),
      await post('/portal/sign', 'name=nobody&consent=yes'),
    ];
    expect([missing.status, foreign.status]).toEqual([404, 404]);
    expect(await missing.text()).toBe(await foreign.text());
  });

  test('apologises for a fault with a reference and none of its text', async () => {
    const page = await web.request('/portal/fault');
    const text = await page.text();
    expect(page.status).toBe(500);
    expect(text).toMatch(/reference: [0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(text).not.toContain('hunter2');
  });

  test('stops whoever guesses links, by address', async () => {
    const guess = (ip: string) =>
      post('/portal/open', 'token=x', { origin: publicUrl, 'x-forwarded-for': `1.1.1.1, ${ip}` });
    for (let i = 0; i < 20; i += 1) expect((await guess('2.2.2.2')).status).toBe(422);
    const stopped = await guess('2.2.2.2');
    expect(stopped.status).toBe(429);
    expect(await stopped.text()).toContain('use the link of the message');
    expect((await guess('3.3.3.3')).status).toBe(422);
    const limit = limiter(1, 60);
    await limit('a');
    await expect(limit('a')).rejects.toMatchObject({ code: 'request.too-many' });
  });
});

describe('whoever guesses links', () => {
  /** Pages of their own, because what was guessed is remembered. */
  const guarded = () => {
    const web = createWeb({ publicUrl, trustProxy: 1, log });
    for (const path of ['/portal/open', '/desk/open'])
      web.post(path, async (c) => {
        if ((await c.req.text()) === `token=${GOOD}`) return c.text('open');
        throw new Refusal('link.not-found', 'No.');
      });
    return async (ip: string, token: string, path = '/portal/open') => {
      const headers = { ...FORM, origin: publicUrl, 'x-forwarded-for': ip };
      return (await web.request(path, { method: 'POST', body: `token=${token}`, headers })).status;
    };
  };

  test.each(['/portal/open', '/desk/open'])('shuts nobody with a good one out of %s', async (path) => {
    const open = guarded();
    for (let i = 0; i < 600; i += 1) await open(`2.2.${i % 30}.2`, 'x'.repeat(43), path);
    expect(await open('3.3.3.3', GOOD, path)).toBe(200);
    for (let i = 0; i < 600; i += 1) await open(`2.2.${i % 30}.2`, 'BCDFG-HJKLM', path);
    expect(await open('3.3.3.3', 'BCDFG-HJKLM', path)).toBe(429);
    for (const ip of ['3.3.3.3', '2.2.1.2']) expect(await open(ip, GOOD, path)).toBe(200);
  });

  test('is one host in all of its addresses', async () => {
    const open = guarded();
    for (let i = 0; i < 20; i += 1) expect(await open(`2001:db8:0:7::${i.toString(16)}`, 'x')).toBe(404);
    for (const same of ['2001:db8:0:7:ffff::1', '2001:0DB8:0000:0007:1:2:3:4']) expect(await open(same, 'x')).toBe(429);
    for (const other of ['2001:db8:0:8::1', '2001:db8::7', '::1', '7.7.7.7']) expect(await open(other, 'x')).toBe(404);
    for (let i = 0; i < 19; i += 1) await open('7.7.7.7', 'x');
    expect(await open('::ffff:7.7.7.7', 'x')).toBe(429);
  });
});

describe('a session cookie', () => {
  test('is for this host, out of reach of scripts, and sent when a client comes back from paying', async () => {
    const set = (await web.request('/portal/in')).headers.get('set-cookie');
    expect(set).toBe(`__Host-retainer-portal=${'x'.repeat(43)}; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax`);
    const back = await web.request('/portal/in', { headers: { cookie: `__Host-retainer-portal=${'y'.repeat(43)}` } });
    expect(await back.text()).toBe('y'.repeat(43));
    const plain = await web.request('/portal/in', { headers: { cookie: `retainer-portal=${'y'.repeat(43)}` } });
    expect(await plain.text()).toBe('none');
  });

  test('works without Secure only where a browser would drop it', async () => {
    const safari = 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';
    const set = (await web.request('/portal/in', { headers: { 'user-agent': safari } })).headers.get('set-cookie');
    expect(set).toBe(`retainer-portal=${'x'.repeat(43)}; Max-Age=60; Path=/; HttpOnly; SameSite=Lax`);
  });
});

describe('the server', () => {
  let server: Listening;
  beforeAll(async () => {
    const slack = (_req: unknown, res: { end: (text: string) => void }) => res.end('slack');
    server = await listen({ port: 0, log });
    await server.serve({ web, slack: slack as never });
  });
  afterAll(() => server.close());

  const ask = (method: string, path: string, content = '') =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const req = request({ port: server.port, method, path, headers: { connection: 'close' } }, (res) => {
        let text = '';
        res.on('data', (chunk) => {
          text += chunk;
        });
        res.on('end', () => resolve({ status: res.statusCode ?? 0, text }));
      });
      req.on('error', reject);
      req.end(content);
    });

  test('keeps a connection that nobody uses for longer than a proxy before it would', async () => {
    const answer = await fetch(`http://localhost:${server.port}/healthz`);
    await answer.text();
    expect(Number(/timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60);
  });

  test('gives Slack exactly one path, and the pages everything else', async () => {
    expect(await ask('POST', '/slack/events?x=1')).toEqual({ status: 200, text: 'slack' });
    expect((await ask('GET', '/slack/events')).status).toBe(404);
    expect((await ask('POST', '/slack/events/')).status).toBe(403);
    expect(await ask('GET', '/healthz')).toEqual({ status: 200, text: 'ok' });
    expect(await ask('POST', '/stripe/webhook', '{"a":1}')).toEqual({ status: 200, text: '{"a":1}' });
  });

  test('knows who asks by the socket, unless a proxy it trusts says more', async () => {
    expect((await ask('GET', '/portal/ip')).text).toMatch(/127\.0\.0\.1|::1/);
  });
});
