import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import type { Log } from '../platform/log.ts';
import { type Body, isEvent, parseBody, Unparsable, withoutForeignUrls } from './request.ts';

/** One delivery of Slack's: `externalId` is the event's id, or the signature, which no two requests share. */
export type Delivery = { team: string; externalId: string; body: Buffer };

export type SlackReceiverOptions = {
  signingSecret: string;
  /** Machine time; the signature window has nothing to do with business time. */
  machine: () => Date;
  /** Response URLs are accepted on this origin too; unset: Slack's only. */
  slackApiUrl?: string | undefined;
  /**
   * Keeps the delivery durably before anything is done with it. Answers `seen` for one that is kept already, unless that
   * one was settled as failed: Slack sends an event again until it gets a 2xx.
   */
  remember: (delivery: Delivery) => Promise<'new' | 'seen'>;
  /** Hears how a new delivery ended. */
  settle?: (delivery: Delivery, outcome: 'done' | 'failed') => Promise<void>;
  log: Log;
};

export type SlackReceiver = Receiver & {
  /** Answers one POST; never throws. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
};

const BODY_MAX = 1024 * 1024;
/** Slack's own bound for the age of a request, applied to the future as well. */
const WINDOW_SECONDS = 300;
/** Slack gives up after three seconds. */
const ANSWER_MS = 3001;

export function createSlackReceiver(options: SlackReceiverOptions): SlackReceiver {
  let bolt: App | undefined;
  const handle = async (req: IncomingMessage, res: ServerResponse) => {
    const raw = await readBody(req);
    if (raw === undefined) return answer(res, 413);
    if (isSslCheck(req, raw)) return answer(res, 200);
    const signature = verify(req, raw, options);
    if (!signature) return answer(res, 401);
    const body = parseBody(raw, req.headers['content-type']);
    if (body instanceof Unparsable) return answer(res, 400);
    if (body.type === 'url_verification') return answer(res, 200, { challenge: String(body.challenge) });
    if (!bolt) return answer(res, 503);
    await deliver(bolt, { req, res, raw, body, signature }, options);
  };
  return {
    init: (app) => {
      bolt = app;
    },
    start: async () => undefined,
    stop: async () => undefined,
    handle: (req, res) =>
      handle(req, res).catch((err: unknown) => {
        options.log.error({ err }, 'Slack request failed');
        answer(res, 500);
      }),
  };
}

type Incoming = { req: IncomingMessage; res: ServerResponse; raw: Buffer; body: Body; signature: string };

async function deliver(bolt: App, incoming: Incoming, options: SlackReceiverOptions): Promise<void> {
  const { req, res, raw, body, signature } = incoming;
  const event = isEvent(body);
  const delivery = { team: teamOf(body), externalId: event ? String(body.event_id) : signature, body: raw };
  if ((await remembered(delivery, body, res, options)) !== 'new') return;
  const timer = setTimeout(() => {
    if (res.writableEnded) return;
    options.log.warn({ team: delivery.team, type: body.type }, 'Slack request not acknowledged in time');
    answer(res, 503);
  }, ANSWER_MS);
  let acked = false;
  const ack = async (content?: unknown) => {
    if (acked) throw new Error('a Slack request is acknowledged once');
    acked = true;
    // Bolt acknowledges events before their listeners run; here acknowledged means durable, so they wait.
    if (!event) answer(res, 200, content);
  };
  const retry = Number(req.headers['x-slack-retry-num']);
  const outcome = await bolt
    .processEvent({ body: withoutForeignUrls(body, options.slackApiUrl), ack, ...(retry > 0 && { retryNum: retry }) })
    .then(() => 'done' as const)
    .catch((err: unknown) => {
      options.log.error({ err, team: delivery.team, type: body.type }, 'Slack listener failed');
      return 'failed' as const;
    });
  clearTimeout(timer);
  await options.settle?.(delivery, outcome);
  if (event) answer(res, outcome === 'done' ? 200 : 500);
  else if (!acked) unheard(res, body, options.log);
}

async function remembered(
  delivery: Delivery,
  body: Body,
  res: ServerResponse,
  options: SlackReceiverOptions,
): Promise<'new' | 'seen' | 'failed'> {
  try {
    const known = await options.remember(delivery);
    if (known === 'seen') answer(res, 200);
    return known;
  } catch (err) {
    options.log.error({ err, team: delivery.team }, 'Slack request could not be kept');
    // For anything but a 200 Slack shows a command's writer only "dispatch_failed".
    if (body.command)
      answer(
        res,
        200,
        privately('Retainer cannot save anything right now. Nothing was done. Please try again in a minute.'),
      );
    else answer(res, 503);
    return 'failed';
  }
}

/** Nobody listens to it: an old message's button, a command of a newer manifest. */
function unheard(res: ServerResponse, body: Body, log: Log): void {
  log.warn({ type: body.type, command: body.command }, 'Slack request nobody listens to');
  if (body.command) answer(res, 200, privately('Retainer does not know this command. Try `/retainer help`.'));
  else answer(res, 404);
}

function privately(text: string): object {
  return { response_type: 'ephemeral', text };
}

function answer(res: ServerResponse, status: number, content?: unknown): void {
  if (res.headersSent || res.destroyed) return;
  if (content === undefined || content === '') return void res.writeHead(status, { 'content-length': 0 }).end();
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const type = typeof content === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  res.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text);
}

/** The raw bytes, or `undefined` when they are more than a megabyte. */
async function readBody(req: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(req.headers['content-length'] ?? 0) > BODY_MAX) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection must outlive a body that is too large, else the answer would not arrive.
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MAX) return undefined;
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

/** Slack's certificate probe is not signed; its answer is fixed and nothing else is done. */
function isSslCheck(req: IncomingMessage, raw: Buffer): boolean {
  return (
    !req.headers['x-slack-signature'] &&
    raw.length < 1024 &&
    /^(?:[^&]*&)*ssl_check=1(?:&|$)/.test(raw.toString('latin1'))
  );
}

/** The signature, if it is Slack's over these bytes and not older or newer than five minutes. */
function verify(req: IncomingMessage, raw: Buffer, options: SlackReceiverOptions): string | undefined {
  const [stamp, second] = req.headersDistinct['x-slack-request-timestamp'] ?? [];
  const [signature, other] = req.headersDistinct['x-slack-signature'] ?? [];
  if (second !== undefined || other !== undefined || !stamp || !signature) return undefined;
  if (!/^\d{1,12}$/.test(stamp) || !/^v0=[0-9a-f]{64}$/.test(signature)) return undefined;
  if (Math.abs(options.machine().getTime() / 1000 - Number(stamp)) > WINDOW_SECONDS) return undefined;
  const mac = createHmac('sha256', options.signingSecret).update(`v0:${stamp}:`).update(raw).digest();
  return timingSafeEqual(mac, Buffer.from(signature.slice(3), 'hex')) ? signature : undefined;
}

function teamOf(body: Body): string {
  const [authorization] = Array.isArray(body.authorizations) ? body.authorizations : [];
  const id = authorization?.team_id ?? body.team_id ?? body.team?.id ?? body.user?.team_id ?? body.enterprise?.id;
  return typeof id === 'string' ? id : 'unknown';
}
