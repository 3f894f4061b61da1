import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { Log } from '../platform/log.ts';
import { newReference } from '../shared/reference.ts';
import { pageErrors } from './errors.tsx';
import { slowGuessing } from './limits.ts';
import { SCRIPT_SOURCE } from './open.tsx';
import { STYLES, STYLES_PATH } from './styles.ts';

export type WebEnv = { Bindings: HttpBindings; Variables: { requestId: string; ip: string } };
export type Web = Hono<WebEnv>;
export type WebContext = Context<WebEnv>;

export type WebOptions = {
  publicUrl: string;
  /** How many proxies stand before us and add to X-Forwarded-For. */
  trustProxy: number;
  log: Log;
};

/** Machines post here, with a signature of their own and without a browser's headers. */
const MACHINES = ['/stripe/webhook'];
const BODY_MAX = 1024 * 1024;

/** The pages' ground: headers, limits, errors, style sheet and `/healthz`. Slices add their routes. */
export function createWeb({ publicUrl, trustProxy, log }: WebOptions): Web {
  const web: Web = new Hono<WebEnv>();
  const errors = pageErrors(log);
  web.onError(errors.onError);
  web.notFound(errors.notFound);
  web.use(identify(trustProxy, log), headers(publicUrl), noStore, singleQuery, ownOrigin(publicUrl));
  web.use(bodyLimit({ maxSize: BODY_MAX, onError: () => refuse(413) }));
  web.post('/portal/open', slowGuessing({ perAddress: 20, overall: 500, seconds: 600 }));
  web.post('/desk/open', slowGuessing({ perAddress: 20, overall: 500, seconds: 600 }));
  web.get('/healthz', (c) => c.text('ok'));
  web.get(STYLES_PATH, (c) => {
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return c.body(STYLES, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  return web;
}

function refuse(status: 400 | 403 | 413): never {
  throw new HTTPException(status);
}

function identify(trustProxy: number, log: Log): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const requestId = newReference();
    c.set('requestId', requestId);
    c.set('ip', addressOf(c, trustProxy));
    const started = performance.now();
    await next();
    const ms = Math.round(performance.now() - started);
    // The route and not the path: paths hold ids, and a scanner's path can hold anything.
    log.debug({ requestId, method: c.req.method, route: c.req.routePath, status: c.res.status, ms }, 'page');
  };
}

/** Each trusted proxy appends the address it saw, so the client's is that many entries from the end. */
function addressOf(c: WebContext, trustProxy: number): string {
  const socket = c.env?.incoming?.socket?.remoteAddress ?? 'unknown';
  const seen = (c.req.header('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  return (trustProxy > 0 && seen.at(-trustProxy)) || socket;
}

function headers(publicUrl: string): MiddlewareHandler {
  const nobody: never[] = [];
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [SCRIPT_SOURCE],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: { camera: nobody, microphone: nobody, geolocation: nobody, payment: nobody },
  });
}

const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
};

/** Which of two parameters of one name counts is read differently by every parser, so neither does. */
const singleQuery: MiddlewareHandler = async (c, next) => {
  const names = [...new URL(c.req.url).searchParams.keys()];
  if (new Set(names).size !== names.length) refuse(400);
  await next();
};

/** Whatever changes something must come from a page of ours: browsers say so in Sec-Fetch-Site, older ones in Origin. */
function ownOrigin(publicUrl: string): MiddlewareHandler {
  const own = new URL(publicUrl).origin;
  return async (c, next) => {
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD' || MACHINES.includes(c.req.path);
    const site = c.req.header('sec-fetch-site');
    const ours = site === undefined ? c.req.header('origin') === own : site === 'same-origin';
    if (!safe && !ours) refuse(403);
    await next();
  };
}
