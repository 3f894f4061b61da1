import type OpenAI from 'openai';
import { z } from 'zod';
import type { ModelConfig } from './config-vendors.ts';

/** One structured question. `name` is the schema's name on the wire; every field of the schema must be required. */
export type Ask<T> = {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly instructions: string;
  /** Which instructions these are, recorded beside the answer: what `instruction(name)` calls its version. */
  readonly version: string;
  readonly input: string;
  /** The most the model may write, in tokens. */
  readonly maxTokens?: number;
  /** Ends the call early, for example when the person closed the form. */
  readonly signal?: AbortSignal;
};

/** What a call used, as its server counts; `none` when it was turned away before any work, `unknown` when nobody said. */
export type Usage = { readonly input: number; readonly output: number } | 'none' | 'unknown';

/** Why there is no answer; every one of them means: go on without the model. */
export type Failure =
  | 'spent'
  | 'too-much'
  | 'stopped'
  | 'refused'
  | 'cut-short'
  | 'unreadable'
  | 'too-long'
  | 'timed-out'
  | 'busy'
  | 'rejected'
  | 'unreachable';

export type Answer<T> = {
  readonly model: string;
  readonly ms: number;
  readonly usage: Usage;
  /** What it said, as far as it came. */
  readonly text: string;
} & ({ readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure });

export type Model = Pick<ModelConfig, 'name' | 'dailyTokens' | 'prices'> & {
  /** The most one question can use, in tokens: what stays true whatever the server's tokens are. */
  most(ask: Ask<unknown>): number;
  ask<T>(ask: Ask<T>): Promise<Answer<T>>;
};

export type ModelOptions = {
  /** For the whole call, loading the library included. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
};

const TIMEOUT_MS = 8_000;
const MAX_BYTES = 256 * 1024;
const MAX_TOKENS = 3_000;
/** What a server adds of its own around the words: roles, the frame of the schema. */
const FRAME_TOKENS = 256;

class TooLong extends Error {}

/**
 * Any OpenAI-compatible server, by the Responses API or by chat completions. Each question is one request: no tools, nothing
 * stored at the vendor, no second try (the caller has a reader of its own and a person who waits). Never throws.
 */
export function connectModel(
  config: ModelConfig,
  { timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES }: ModelOptions = {},
): Model {
  const client = once(() => clientOf(config, maxBytes));
  return {
    name: config.name,
    dailyTokens: config.dailyTokens,
    prices: config.prices,
    // A token is at least one byte of text in every vocabulary made of bytes, which all in use are.
    most: (ask) =>
      Buffer.byteLength(JSON.stringify([ask.instructions, ask.input, ask.name, schemaOf(ask.schema)])) +
      FRAME_TOKENS +
      (ask.maxTokens ?? MAX_TOKENS),
    async ask<T>(ask: Ask<T>): Promise<Answer<T>> {
      const startedAt = performance.now();
      const end = (said: Pick<Said, 'text' | 'usage'>) => ({
        model: config.name,
        ms: Math.round(performance.now() - startedAt),
        text: said.text,
        usage: said.usage,
      });
      const stop = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(ask.signal ? [ask.signal] : [])]);
      try {
        const said = await Promise.race([
          send(await Promise.race([client(), aborted(stop)]), config, ask, stop),
          aborted(stop),
        ]);
        if (said.failure) return { ok: false, failure: said.failure, ...end(said) };
        const value = ask.schema.safeParse(jsonOf(said.text));
        if (!value.success) return { ok: false, failure: 'unreadable', ...end(said) };
        return { ok: true, value: value.data, ...end(said) };
      } catch (error) {
        const failure = ask.signal?.aborted ? 'stopped' : failureOf(error, stop);
        return {
          ok: false,
          failure,
          ...end({ text: '', usage: failure === 'rejected' || failure === 'busy' ? 'none' : 'unknown' }),
        };
      }
    },
  };
}

type Said = { readonly text: string; readonly usage: Usage; readonly failure?: Failure };

function send<T>(client: OpenAI, config: ModelConfig, ask: Ask<T>, signal: AbortSignal): Promise<Said> {
  return config.api === 'responses' ? byResponses(client, config, ask, signal) : byChat(client, config, ask, signal);
}

async function byResponses<T>(client: OpenAI, config: ModelConfig, ask: Ask<T>, signal: AbortSignal): Promise<Said> {
  const response = await client.responses.create(
    {
      model: config.name,
      instructions: ask.instructions,
      input: ask.input,
      text: { format: { type: 'json_schema', name: ask.name, schema: schemaOf(ask.schema), strict: true } },
      store: false,
      max_output_tokens: ask.maxTokens ?? MAX_TOKENS,
    },
    { signal },
  );
  const contents = response.output.flatMap((item) => (item.type === 'message' ? item.content : []));
  const text = contents.map((content) => (content.type === 'output_text' ? content.text : '')).join('');
  const usage = usageOf(response.usage?.input_tokens, response.usage?.output_tokens);
  if (contents.some((content) => content.type === 'refusal')) return { text, usage, failure: 'refused' };
  if (response.status === 'completed') return { text, usage };
  const filtered = response.incomplete_details?.reason === 'content_filter';
  return { text, usage, failure: filtered ? 'refused' : 'cut-short' };
}

async function byChat<T>(client: OpenAI, config: ModelConfig, ask: Ask<T>, signal: AbortSignal): Promise<Said> {
  const completion = await client.chat.completions.create(
    {
      model: config.name,
      messages: [
        { role: 'system', content: ask.instructions },
        { role: 'user', content: ask.input },
      ],
      response_format: {
        type: 'json_schema',
        json_schema: { name: ask.name, schema: schemaOf(ask.schema), strict: true },
      },
      // The older name: Ollama, vLLM and llama.cpp do not all know max_completion_tokens.
      max_tokens: ask.maxTokens ?? MAX_TOKENS,
    },
    { signal },
  );
  const choice = completion.choices[0];
  const usage = usageOf(completion.usage?.prompt_tokens, completion.usage?.completion_tokens);
  const text = choice?.message.content ?? '';
  if (choice?.message.refusal || choice?.finish_reason === 'content_filter') return { text, usage, failure: 'refused' };
  return choice?.finish_reason === 'length' ? { text, usage, failure: 'cut-short' } : { text, usage };
}

/** Only figures a call can have: a server that counts in another way, or not at all, leaves it unknown. */
function usageOf(input: unknown, output: unknown): Usage {
  const Count = z.int().min(0).max(10_000_000);
  const [a, b] = [Count.safeParse(input), Count.safeParse(output)];
  return a.success && b.success ? { input: a.data, output: b.data } : 'unknown';
}

/** Strict structured output wants a closed object with every property required; zod's strict objects give that. */
function schemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return json;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function clientOf(config: ModelConfig, maxBytes: number): Promise<OpenAI> {
  const { OpenAI } = await import('openai');
  return new OpenAI({
    // Servers without keys want one that is not empty.
    apiKey: config.apiKey ?? 'none',
    baseURL: config.baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: async (url, init) => bounded(await fetch(url, init), maxBytes),
  });
}

/** The same response, which breaks off once its body is longer than any honest answer. */
function bounded(response: Response, maxBytes: number): Response {
  if (!response.body) return response;
  let seen = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength;
        if (seen > maxBytes) controller.error(new TooLong('the answer is too long'));
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText, headers } = response;
  return new Response(counted, { status, statusText, headers });
}

function failureOf(error: unknown, stop: AbortSignal): Failure {
  if (stop.aborted) return 'timed-out';
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof TooLong) return 'too-long';
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 429) return 'busy';
  if (typeof status === 'number' && status >= 400 && status < 500) return 'rejected';
  return 'unreachable';
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Runs a maker on its first call and keeps what it made. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
