import { ApiError } from './wire.ts';

export interface Answer {
  status: number;
  body: unknown;
  requestId: string;
}

interface Kept {
  /** Method, path and parameters as sent. */
  request: string;
  answer: Answer | undefined;
}

/** What each Idempotency-Key was first used for and what it was answered, per account. */
export class Replays {
  readonly #kept = new Map<string, Kept>();

  /** Runs the work once per key. A second run with the same request gets the first one's answer, a 500 too. */
  async once(
    key: string,
    request: string,
    work: () => Promise<Answer>,
  ): Promise<{ answer: Answer; replayed: boolean }> {
    const known = this.#kept.get(key);
    if (known) return { answer: this.#again(key, known, request), replayed: true };
    const kept: Kept = { request, answer: undefined };
    this.#kept.set(key, kept);
    try {
      kept.answer = await work();
      return { answer: kept.answer, replayed: false };
    } finally {
      if (!kept.answer) this.#kept.delete(key);
    }
  }

  #again(key: string, known: Kept, request: string): Answer {
    const said = key.slice(key.indexOf(' ') + 1);
    if (known.request !== request) {
      throw new ApiError(400, {
        type: 'idempotency_error',
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${said}' if you meant to execute a different request.`,
      });
    }
    if (!known.answer) {
      throw new ApiError(409, {
        type: 'invalid_request_error',
        code: 'idempotency_key_in_use',
        message: `There is currently another in-progress request using this Stripe-Idempotent-Key (that probably means you submitted twice, and the other request is still going through): ${said}. Try again later.`,
      });
    }
    return known.answer;
  }

  /** As after 24 hours, when keys may be pruned. */
  clear(): void {
    this.#kept.clear();
  }
}
