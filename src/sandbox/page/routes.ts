import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { ActRequest, perform, takeUpload } from './acts.ts';
import { type Assets, buildAssets } from './assets.ts';
import { type Look, lookAt, personAt } from './look.ts';
import { shell } from './shell.tsx';
import type { Stage } from './stage.ts';

/** Milliseconds that changes are gathered before the page is told. */
const GATHER = 30;

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page and its own JSON API. One page for all; who looks and where is in each request. */
export async function pageRoutes(stage: Stage): Promise<Hono<{ Bindings: HttpBindings }>> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const readMails = new Set<string>();
  const assets = await buildAssets();
  shellRoutes(routes, assets);

  routes.get('/ui/stream', (c) => {
    const look: Look = { team: '', user: '', place: '', thread: '', ...c.req.query() };
    return streamSSE(c, async (stream) => {
      let wake = () => {};
      const stop = stage.onChange(() => wake());
      stream.onAbort(() => {
        stop();
        wake();
      });
      while (!stream.aborted) {
        const changed = new Promise<void>((resolve) => {
          wake = resolve;
        });
        if (stage.teams().length > 0) await stream.writeSSE({ data: JSON.stringify(lookAt(stage, look, readMails)) });
        await changed;
        await stream.sleep(GATHER);
      }
    });
  });

  routes.post('/ui/act', async (c) => {
    // A form on another site can't send JSON without the browser asking us first.
    if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({ error: 'Send JSON.' }, 415);
    const asked = ActRequest.safeParse(await c.req.json().catch(() => undefined));
    if (!asked.success) return c.json({ error: 'The page sent something this server does not know.' }, 400);
    try {
      await perform(stage, asked.data.look, asked.data.act, readMails);
      return c.json({ ok: true });
    } catch (fault) {
      return c.json({ error: fault instanceof Error ? fault.message : String(fault) }, 409);
    }
  });

  routes.post('/ui/upload', async (c) => {
    const { person } = personAt(stage, {
      place: '',
      thread: '',
      team: c.req.query('team') ?? '',
      user: c.req.query('user') ?? '',
    });
    if (c.req.header('sec-fetch-site') === 'cross-site') return c.json({ error: 'Only from this page.' }, 403);
    const name = c.req.query('name') ?? 'file';
    return c.json({ id: takeUpload(person, name, Buffer.from(await c.req.arrayBuffer())) });
  });

  routes.get('/ui/ledger', (c) => {
    const entries = stage.vendors.ledger.list().slice(-300).reverse();
    return c.json({ entries });
  });

  routes.get('/archives/:channel/:message', (c) => {
    const ts = c.req.param('message').replace(/^p(\d{10})(\d{6})$/, '$1.$2');
    return c.redirect(`/#place=${encodeURIComponent(c.req.param('channel'))}&message=${encodeURIComponent(ts)}`);
  });
  return routes;
}

function shellRoutes(routes: Hono<{ Bindings: HttpBindings }>, assets: Assets): void {
  routes.get('/', (c) => {
    c.header('content-security-policy', CSP);
    c.header('referrer-policy', 'no-referrer');
    c.header('cache-control', 'no-store');
    return c.html(shell());
  });
  routes.get('/ui/page.js', (c) =>
    c.body(assets.script, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }),
  );
  routes.get('/ui/page.css', (c) =>
    c.body(assets.style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }),
  );
}
