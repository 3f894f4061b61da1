import type OpenAI from 'openai';
import type { ModelConfig } from './config-vendors.ts';

/** One question as both APIs are asked it. */
export type Question = {
  readonly model: string;
  readonly name: string;
  readonly schema: Record<string, unknown>;
  readonly instructions: string;
  readonly input: string;
  readonly maxTokens: number;
};

/** What a call used, as its server counts; `none` when it was turned away before any work, `unknown` when nobody said. */
export type Usage = { readonly input: number; readonly output: number } | 'none' | 'unknown';

/** How an answer ended, by its own account. */
export type Ending = 'whole' | 'cut-short' | 'refused' | 'busy' | 'unreachable';

export class TooLong extends Error {}

/** More letters than any honest answer has, whatever its alphabet. */
const MOST_LETTERS = 64 * 1024;
/** Streams wrap every few letters into some hundred bytes, so this is far above what the letters need. */
const MOST_BYTES = 4 * 1024 * 1024;

/** An answer while it comes in. Without an ending it was broken off. */
export class Saying {
  text = '';
  usage: Usage = 'unknown';
  ending: Ending | undefined;
  /** The server has begun to answer. */
  begun = false;
  readonly #hear: ((text: string) => void) | undefined;

  constructor(hear: ((text: string) => void) | undefined) {
    this.#hear = hear;
  }

  add(letters: string): void {
    this.text += letters;
    if (this.text.length > MOST_LETTERS) {
      this.text = this.text.slice(0, MOST_LETTERS);
      throw new TooLong('the answer is too long');
    }
    if (letters) this.#hear?.(this.text);
  }

  /** Keeps only figures a call can have: a server that counts in another way, or not at all, leaves it unknown. */
  count(input: unknown, output: unknown): void {
    const fits = (count: unknown): count is number =>
      Number.isSafeInteger(count) && (count as number) >= 0 && (count as number) <= 10_000_000;
    if (fits(input) && fits(output)) this.usage = { input, output };
  }
}

/** The library is loaded on first use, and speaks to the configured server alone: no retries, no log, no other account. */
export async function clientOf(config: Pick<ModelConfig, 'apiKey' | 'baseUrl'>): Promise<OpenAI> {
  const { OpenAI } = await import('openai');
  return new OpenAI({
    // Servers without keys want one that is not empty.
    apiKey: config.apiKey ?? 'none',
    baseURL: config.baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: async (url, init) => bounded(await fetch(url, init)),
  });
}

/** The same response, which breaks off once its body is longer than any honest answer. */
function bounded(response: Response): Response {
  if (!response.body) return response;
  let seen = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength;
        if (seen > MOST_BYTES) controller.error(new TooLong('the answer is too long'));
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText, headers } = response;
  return new Response(counted, { status, statusText, headers });
}
