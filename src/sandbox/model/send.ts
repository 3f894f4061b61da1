import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Json, ModelReply, ModelRequest } from './reply.ts';
import { brokenEvent, type Sent, streamedAnswer, wholeAnswer } from './speak.ts';

type Ctx = Context<{ Bindings: HttpBindings }>;

interface Manner {
  /** The pause before each piece of a stream. */
  paceMs: number;
  stop: AbortSignal;
}

const LONGEST_HOLD = 120_000;

/** What goes over the wire for a reply; `undefined` is a caller who hung up. */
export async function sendReply(
  c: Ctx,
  request: ModelRequest,
  reply: ModelReply | undefined,
  manner: Manner,
): Promise<Response> {
  if (!reply || reply.kind === 'timeout') {
    if (reply) await hold(c, manner);
    c.env?.incoming?.socket.destroy();
    return c.body(null, 500);
  }
  c.header('x-request-id', `req_${request.id}`);
  if (reply.kind === 'error') {
    if (reply.retryAfter !== undefined) c.header('retry-after', String(reply.retryAfter));
    const code = reply.status === 429 ? 'rate_limit_exceeded' : 'server_error';
    return c.json(problem(reply.message ?? 'The server had an error.', null, code), reply.status as 500);
  }
  if (request.stream) return stream(c, request, reply, manner);
  if (reply.kind === 'broken') return c.json(problem('The server had an error.', null, 'server_error'), 500);
  const body = JSON.stringify(wholeAnswer(request, reply));
  const type = { 'content-type': 'application/json' };
  if (reply.kind !== 'cut' && reply.kind !== 'stall') return c.body(body, 200, type);
  const part = body.slice(0, Math.floor(body.length * shareOf(reply)));
  return c.body(flow(c, [part], { ...manner, paceMs: 0 }, reply.kind), 200, type);
}

function stream(c: Ctx, request: ModelRequest, reply: ModelReply, manner: Manner): Response {
  const events = streamedAnswer(request, reply);
  const share = shareOf(reply);
  const said = share < 1 ? events.slice(0, Math.max(1, Math.floor(events.length * share))) : events;
  if (reply.kind === 'broken') said.push(brokenEvent(request, said.length));
  const end = reply.kind === 'cut' || reply.kind === 'stall' ? reply.kind : undefined;
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' };
  return c.body(flow(c, said.map(written), manner, end), 200, headers);
}

const written = ({ event, data }: Sent) => `${event ? `event: ${event}\n` : ''}data: ${data}\n\n`;

function shareOf(reply: ModelReply): number {
  if (reply.kind === 'cut') return reply.share ?? 0.5;
  return reply.kind === 'stall' || reply.kind === 'broken' ? 0.5 : 1;
}

/** Sends these pieces; then the connection breaks, or stays and nothing comes any more. */
function flow(c: Ctx, pieces: string[], manner: Manner, end: 'cut' | 'stall' | undefined): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  const gone = AbortSignal.any([c.req.raw.signal, manner.stop]);
  return new ReadableStream<Uint8Array>({
    async start(body) {
      for (const piece of pieces) {
        if (manner.paceMs > 0) await sleep(manner.paceMs, undefined, { signal: gone }).catch(() => {});
        if (gone.aborted) break;
        body.enqueue(bytes.encode(piece));
      }
      if (end === 'stall' && !gone.aborted) await hold(c, manner);
      if (end === 'cut') {
        // Long enough for what was said to leave the machine before the line goes dead.
        await sleep(50);
        c.env?.incoming?.socket.destroy();
      }
      try {
        body.close();
      } catch {
        // The caller hung up, which closed it.
      }
    },
  });
}

/** Waits until the caller hangs up. */
async function hold(c: Ctx, { stop }: Manner): Promise<void> {
  const gone = AbortSignal.any([c.req.raw.signal, stop]);
  await sleep(LONGEST_HOLD, undefined, { signal: gone, ref: false }).catch(() => {});
}

export function problem(message: string, param: string | null, code: string | null): Json {
  const type =
    code === 'rate_limit_exceeded' ? 'requests' : code === 'server_error' ? 'server_error' : 'invalid_request_error';
  return { error: { message, type, param, code } };
}
