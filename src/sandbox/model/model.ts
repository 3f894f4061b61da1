import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { createFaults, type Faults } from '../faults.ts';
import type { Ledger } from '../ledger.ts';
import { modelControls } from './controls.ts';
import { type Json, type ModelFault, type ModelReply, type ModelRequest, type Replier, spoil } from './reply.ts';
import { BadRequest, readRequest } from './request.ts';
import { sampleAnswer } from './sample.ts';
import { problem, sendReply } from './send.ts';

export interface ModelOptions {
  ledger: Ledger;
  /** What a good model says when nothing is scripted; made from the request's schema and brief when unset. */
  good?: (request: ModelRequest) => ModelReply;
  /** When set, any other key is refused. */
  apiKey?: string;
  now?: () => Date;
}

interface Pending {
  request: ModelRequest;
  answer: (reply: ModelReply) => void;
}

type Ctx = Context<{ Bindings: HttpBindings }>;

/** An OpenAI-compatible model server whose model is a script, a person at the page, or a plain reading of the brief. */
export class SandboxModel {
  readonly faults: Faults<ModelFault> = createFaults<ModelFault>();
  readonly routes: Hono<{ Bindings: HttpBindings }>;
  readonly #options: ModelOptions;
  readonly #stop = new AbortController();
  readonly #pending = new Map<string, Pending>();
  #script: { reply: Replier; times: number }[] = [];
  #requests: ModelRequest[] = [];
  #count = 0;
  #person = false;
  #paceMs = 0;

  constructor(options: ModelOptions) {
    this.#options = options;
    this.routes = new Hono<{ Bindings: HttpBindings }>();
    this.routes.post('/model/v1/responses', (c) => this.#answer('responses', c));
    this.routes.post('/model/v1/chat/completions', (c) => this.#answer('chat', c));
    this.routes.get('/model/v1/models', (c) =>
      c.json({ object: 'list', data: [{ id: 'sandbox-model', object: 'model', created: 1, owned_by: 'sandbox' }] }),
    );
    this.routes.all('/model/v1/*', (c) =>
      c.json(problem(`Unknown request URL: ${c.req.method} ${c.req.path}`, null, 'unknown_url'), 404),
    );
    this.routes.route('/', modelControls(this));
  }

  /** Queues what the next request (or the next `times`) is answered. */
  reply(reply: Replier, times = 1): void {
    this.#script.push({ reply, times });
  }

  /** Answers every request this way from now on. */
  always(reply: Replier): void {
    this.#script = [{ reply, times: Number.POSITIVE_INFINITY }];
  }

  /** "You are the model": requests wait for `answer` while on. */
  asPerson(on: boolean): void {
    this.#person = on;
    if (!on) for (const { request, answer } of [...this.#pending.values()]) answer(this.good(request));
  }

  /** How long streams wait before each piece; models take their time. */
  pace(ms: number): void {
    this.#paceMs = ms;
  }

  get person(): boolean {
    return this.#person;
  }

  /** Requests that wait for a person. */
  pending(): ModelRequest[] {
    return [...this.#pending.values()].map((one) => one.request);
  }

  /** Says whether the request was still waiting. */
  answer(id: string, reply: ModelReply | ModelFault | 'good'): boolean {
    const pending = this.#pending.get(id);
    if (!pending) return false;
    const good = this.good(pending.request);
    pending.answer(typeof reply !== 'string' ? reply : reply === 'good' ? good : spoil(good, reply));
    return true;
  }

  good(request: ModelRequest): ModelReply {
    return this.#options.good?.(request) ?? sampleAnswer(request);
  }

  /** Every request, oldest first. */
  requests(): ModelRequest[] {
    return [...this.#requests];
  }

  /** Forgets script, faults and requests; what waits gets the good answer. */
  reset(): void {
    this.asPerson(false);
    this.#script = [];
    this.#requests = [];
    this.#paceMs = 0;
    this.faults.clear();
  }

  stop(): void {
    this.#stop.abort();
  }

  async #answer(api: ModelRequest['api'], c: Ctx): Promise<Response> {
    const { ledger, apiKey, now = () => new Date() } = this.#options;
    const given = c.req.header('authorization');
    if (!given || (apiKey !== undefined && given !== `Bearer ${apiKey}`)) {
      return c.json(problem('Incorrect API key provided.', null, 'invalid_api_key'), 401);
    }
    let request: ModelRequest;
    try {
      this.#count += 1;
      request = readRequest(api, (await c.req.json()) as Json, `sb${this.#count}`, now());
    } catch (fault) {
      if (fault instanceof BadRequest) return c.json(problem(fault.message, fault.param, fault.code), 400);
      return c.json(problem('We could not parse the JSON body of your request.', null, null), 400);
    }
    this.#requests.push(request);
    const what = request.schemaName ?? api;
    ledger.add({
      source: 'model',
      kind: 'request',
      summary: `${what}: ${request.input.slice(0, 80)}`,
      detail: request,
    });
    const reply = await this.#decide(request, c.req.raw.signal);
    ledger.add({
      source: 'model',
      kind: 'reply',
      summary: `${what}: ${reply?.kind ?? 'given up'}`,
      detail: reply ?? null,
    });
    return sendReply(c, request, reply, { paceMs: this.#paceMs, stop: this.#stop.signal });
  }

  async #decide(request: ModelRequest, gone: AbortSignal): Promise<ModelReply | undefined> {
    const names = [
      request.schemaName,
      request.api,
      `/model/v1/${request.api === 'chat' ? 'chat/completions' : 'responses'}`,
    ];
    const fault = names.flatMap((name) => (name ? [this.faults.take(name)] : [])).find((found) => found !== undefined);
    if (!fault && this.#person) return this.#askPerson(request, gone);
    const scripted = this.#script[0];
    if (scripted && !fault) {
      scripted.times -= 1;
      if (scripted.times <= 0) this.#script.shift();
    }
    const said = scripted?.reply ?? this.good(request);
    const reply = typeof said === 'function' ? await said(request) : said;
    return fault ? spoil(reply, fault.kind, fault) : reply;
  }

  #askPerson(request: ModelRequest, gone: AbortSignal): Promise<ModelReply | undefined> {
    return new Promise((done) => {
      const end = (reply?: ModelReply) => {
        this.#pending.delete(request.id);
        done(reply);
      };
      this.#pending.set(request.id, { request, answer: end });
      for (const signal of [gone, this.#stop.signal]) signal.addEventListener('abort', () => end(), { once: true });
    });
  }
}

export function createModel(options: ModelOptions): SandboxModel {
  return new SandboxModel(options);
}
