import { z } from 'zod';
import type { ModelConfig } from './config-vendors.ts';
import { deadline } from './deadline.ts';
import { askChat } from './model-chat.ts';
import { askResponses } from './model-responses.ts';
import { clientOf, type Question, Saying, TooLong, type Usage } from './model-wire.ts';

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
  /** For the whole call, in milliseconds; at most 15 seconds, since a person waits. */
  readonly timeoutMs?: number;
  /** Ends the call early, for example when the person closed the form. */
  readonly signal?: AbortSignal;
  /** Hears what was said so far, at every piece of it. */
  readonly onProgress?: (text: string) => void;
};

/** Why there is no answer; every one of them means: go on without the model. */
export type Failure =
  | 'spent'
  | 'too-much'
  | 'stopped'
  | 'refused'
  | 'cut-short'
  | 'broken-off'
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

/** For the whole call, loading the library included. */
const TIMEOUT_MS = 8_000;
const LONGEST_MS = 15_000;
const MAX_TOKENS = 3_000;
/** What a server adds of its own around the words: roles, the frame of the schema. */
const FRAME_TOKENS = 256;

/**
 * Any OpenAI-compatible server, by the Responses API or by chat completions. Each question is one streamed request: no
 * tools, nothing stored at the vendor, no second try (the caller has a way of its own and a person who waits). Never throws.
 */
export function connectModel(config: ModelConfig, options: { timeoutMs?: number } = {}): Model {
  const client = once(() => clientOf(config));
  const send = config.api === 'responses' ? askResponses : askChat;
  const questionOf = (ask: Ask<unknown>): Question => ({
    model: config.name,
    name: ask.name,
    schema: schemaOf(ask.schema),
    instructions: ask.instructions,
    input: ask.input,
    maxTokens: ask.maxTokens ?? MAX_TOKENS,
  });
  return {
    name: config.name,
    dailyTokens: config.dailyTokens,
    prices: config.prices,
    // A token is at least one byte of text in every vocabulary made of bytes, which all in use are.
    most: (ask) => Buffer.byteLength(JSON.stringify(questionOf(ask))) + FRAME_TOKENS + (ask.maxTokens ?? MAX_TOKENS),
    async ask<T>(ask: Ask<T>): Promise<Answer<T>> {
      const startedAt = performance.now();
      const timeout = Math.min(ask.timeoutMs ?? options.timeoutMs ?? TIMEOUT_MS, LONGEST_MS);
      const { signal: stop, clear } = deadline(timeout, ask.signal);
      const saying = new Saying((text) => stop.aborted || ask.onProgress?.(text));
      let fault: unknown;
      try {
        await Promise.race([client().then((open) => send(open, questionOf(ask), stop, saying)), aborted(stop)]);
      } catch (error) {
        fault = error;
      } finally {
        clear();
      }
      const failure = failureOf(
        saying,
        fault,
        ask.signal?.aborted ? 'stopped' : stop.aborted ? 'timed-out' : undefined,
      );
      const end = {
        model: config.name,
        ms: Math.round(performance.now() - startedAt),
        usage: usageOf(saying, fault),
        text: saying.text,
      };
      if (failure) return { ok: false, failure, ...end };
      const value = ask.schema.safeParse(jsonOf(saying.text));
      return value.success ? { ok: true, value: value.data, ...end } : { ok: false, failure: 'unreadable', ...end };
    },
  };
}

/** Why there is no answer, or undefined when all of it came. */
function failureOf(saying: Saying, fault: unknown, stopped: 'stopped' | 'timed-out' | undefined): Failure | undefined {
  if (saying.ending === 'whole' && stopped !== 'stopped') return undefined;
  if (stopped) return stopped;
  if (saying.ending && saying.ending !== 'whole') return saying.ending;
  if (causes(fault).some((cause) => cause instanceof TooLong)) return 'too-long';
  const status = statusOf(fault);
  if (status === 429) return 'busy';
  if (status !== undefined && status >= 400 && status < 500) return 'rejected';
  return saying.begun ? 'broken-off' : 'unreachable';
}

/** A request that was turned away, or never left, has used nothing; of anything else without a count nobody can say. */
function usageOf(saying: Saying, fault: unknown): Usage {
  if (saying.usage !== 'unknown' || saying.begun) return saying.usage;
  const status = statusOf(fault);
  if (status !== undefined && status >= 400 && status < 500) return 'none';
  const unsent = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;
  return causes(fault).some((cause) => unsent.test(String((cause as { code?: unknown }).code))) ? 'none' : 'unknown';
}

function statusOf(fault: unknown): number | undefined {
  const status = fault instanceof Error && 'status' in fault ? fault.status : undefined;
  return typeof status === 'number' ? status : undefined;
}

function causes(fault: unknown): Error[] {
  const found: Error[] = [];
  for (let cause = fault; cause instanceof Error && found.length < 10; cause = cause.cause) found.push(cause);
  return found;
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
