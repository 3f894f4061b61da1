import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { Faults } from '../faults.ts';
import type { Ledger } from '../ledger.ts';
import { API_VERSION, type Book, type Till } from './books.ts';
import { expanded } from './expand.ts';
import type { Answer, Replays } from './replays.ts';
import { ApiError, checkParams, invalid, newStripeId, parseForm, type StripeFault } from './wire.ts';

export interface Doorway {
  till: Till;
  ledger: Ledger;
  faults: Faults<StripeFault>;
  replays: Replays;
  secretKey: string;
  /** Ends requests that a fault holds open. */
  stopped: AbortSignal;
}

export type Ctx = Context<{ Bindings: HttpBindings }>;
export interface Call<P> {
  book: Book;
  params: P;
  /** The part of the path named `:id`. */
  id: string;
  url: URL;
  method: string;
}

const BROKEN: Answer['body'] = {
  error: { type: 'api_error', message: 'An error occurred with our server. Please try again later.' },
};
const SLOW = 350;
const LONGEST_HOLD = 120_000;

/** Wraps one endpoint in everything every endpoint has: faults, key, account, version, strict parameters, replays. */
export function endpoint<S extends z.ZodType<{ expand?: string[] | undefined }>>(
  door: Doorway,
  schema: S,
  run: (call: Call<z.infer<S>>) => object,
) {
  return async (c: Ctx): Promise<Response> => {
    const requestId = newStripeId('req', 14);
    const url = new URL(c.req.url);
    const name = `${c.req.method} ${url.pathname}`;
    const fault = door.faults.take(name, API_KINDS) ?? door.faults.take(url.pathname, API_KINDS);
    const raw = c.req.method === 'GET' ? url.search.slice(1) : await c.req.text();
    const key = c.req.method === 'POST' ? c.req.header('idempotency-key') : undefined;
    const note = {
      request: requestId,
      params: {} as unknown,
      account: c.req.header('stripe-account'),
      key,
      fault: fault?.kind,
    };
    let outcome: { answer: Answer; replayed: boolean };
    try {
      if (fault?.kind === 'timeout') return await hold(c, door.stopped);
      if (fault?.kind === '429') throw rateLimited();
      const status = fault?.kind === '5xx' ? (fault.status ?? 503) : undefined;
      if (status && status !== 500) throw new ApiError(status, (BROKEN as { error: ApiError['body'] }).error);
      const book = admit(door, c, key);
      const tree = parseForm(raw);
      note.params = tree;
      const params = checkParams(schema, tree);
      const work = async (): Promise<Answer> => {
        if (fault?.kind === 'slow') await new Promise((done) => setTimeout(done, SLOW));
        if (status === 500) return { status, body: BROKEN, requestId };
        return attempt(requestId, () =>
          expanded(book, run({ book, params, id: c.req.param('id') ?? '', url, method: c.req.method }), params.expand),
        );
      };
      outcome = key
        ? await door.replays.once(`${book.account.id} ${key}`, `${name}\n${raw}`, work)
        : { answer: await work(), replayed: false };
    } catch (complaint) {
      outcome = { answer: failed(requestId, complaint), replayed: false };
    }
    const { answer, replayed } = outcome;
    const detail = { ...note, status: answer.status, replayed, answer: answer.body };
    door.ledger.add({
      source: 'stripe',
      kind: name,
      summary: `${name} → ${answer.status}${replayed ? ' (replayed)' : ''}`,
      detail,
    });
    if (fault?.kind === 'timeout-after-accept') return hold(c, door.stopped);
    if (fault?.kind === 'drop-after-accept') return drop(c);
    return reply(c, requestId, answer, replayed, fault?.retryAfter);
  };
}
const API_KINDS = ['429', '5xx', 'timeout', 'timeout-after-accept', 'drop-after-accept', 'slow'] as const;

function attempt(requestId: string, run: () => object): Answer {
  try {
    return { status: 200, body: run(), requestId };
  } catch (fault) {
    return failed(requestId, fault);
  }
}

function failed(requestId: string, fault: unknown): Answer {
  if (fault instanceof ApiError) return { status: fault.status, body: { error: fault.body }, requestId };
  return { status: 500, body: { error: { type: 'api_error', message: String(fault) } }, requestId };
}

function reply(c: Ctx, requestId: string, answer: Answer, replayed: boolean, retryAfter: number | undefined): Response {
  c.header('request-id', requestId);
  c.header('stripe-version', c.req.header('stripe-version') ?? API_VERSION);
  const key = c.req.header('idempotency-key');
  if (key) c.header('idempotency-key', key);
  if (replayed) {
    c.header('idempotent-replayed', 'true');
    c.header('original-request', answer.requestId);
  }
  if (answer.status === 429 && retryAfter !== undefined) c.header('retry-after', String(retryAfter));
  return c.body(JSON.stringify(answer.body, null, 2), {
    status: answer.status as 200,
    headers: { 'content-type': 'application/json' },
  });
}

function rateLimited(): ApiError {
  return new ApiError(429, {
    type: 'invalid_request_error',
    code: 'rate_limit',
    message:
      'Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.',
  });
}

function admit(door: Doorway, c: Ctx, key: string | undefined): Book {
  const given = keyGiven(c.req.header('authorization'));
  if (given === '') {
    const message =
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').";
    throw new ApiError(401, { type: 'invalid_request_error', message });
  }
  if (given !== door.secretKey) {
    throw new ApiError(401, { type: 'invalid_request_error', message: `Invalid API Key provided: ${masked(given)}` });
  }
  const version = c.req.header('stripe-version');
  if (version !== undefined && !/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(version)) {
    throw invalid(`Invalid Stripe API version: ${version}`);
  }
  if (key !== undefined && key.length > 255) throw invalid('Idempotency keys can be at most 255 characters.');
  const type = c.req.header('content-type');
  if (c.req.method === 'POST' && type !== undefined && !type.startsWith('application/x-www-form-urlencoded')) {
    throw invalid('Invalid request (check that your POST content type is application/x-www-form-urlencoded).');
  }
  return bookFor(door, c.req.header('stripe-account'));
}

/** The account a request acts for; what the key may not see is answered like what does not exist. */
export function bookFor(door: Doorway, id: string | undefined): Book {
  if (id === undefined) return door.till.platform;
  const book = door.till.books.get(id);
  if (book) return book;
  throw new ApiError(403, {
    type: 'invalid_request_error',
    code: 'account_invalid',
    message: `The provided key '${masked(door.secretKey)}' does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
  });
}

function keyGiven(header: string | undefined): string {
  const [scheme, value = ''] = (header ?? '').split(' ');
  if (scheme === 'Bearer') return value;
  return scheme === 'Basic' ? (Buffer.from(value, 'base64').toString().split(':')[0] ?? '') : '';
}

const masked = (key: string): string => `${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}`;

/** Never answers; the caller's own time-out ends it. */
async function hold(c: Ctx, stopped: AbortSignal): Promise<Response> {
  await new Promise<void>((done) => {
    const timer = setTimeout(done, LONGEST_HOLD);
    timer.unref();
    const end = () => {
      clearTimeout(timer);
      done();
    };
    c.req.raw.signal.addEventListener('abort', end, { once: true });
    stopped.addEventListener('abort', end, { once: true });
  });
  return drop(c);
}

/** Cuts the connection without an answer. */
function drop(c: Ctx): Response {
  c.env?.incoming?.socket.destroy();
  return c.body(null, 500);
}
