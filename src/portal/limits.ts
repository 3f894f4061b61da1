import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../shared/refusal.ts';

const TOO_MANY = 'Too many tries. Please wait a few minutes and try again.';

/** Throws once `key` was used more than `points` times in `seconds`. Counts per process and in machine time. */
export function limiter(points: number, seconds: number, sentence = TOO_MANY): (key: string) => Promise<void> {
  const limit = new RateLimiterMemory({ points, duration: seconds });
  return async (key) => {
    await limit.consume(key).catch((over: unknown) => {
      throw over instanceof RateLimiterRes ? new Refusal('request.too-many', sentence) : over;
    });
  };
}

/** Counts only what failed: guessing a link or a code is stopped, and a shared office address is not. */
export function slowGuessing(options: { perAddress: number; overall: number; seconds: number }): MiddlewareHandler {
  const address = new RateLimiterMemory({ points: options.perAddress, duration: options.seconds });
  const overall = new RateLimiterMemory({ points: options.overall, duration: options.seconds });
  return async (c, next) => {
    const key = String(c.get('ip') ?? 'unknown');
    const used = await Promise.all([address.get(key), overall.get('all')]);
    if (used.some((limit) => limit !== null && limit.remainingPoints <= 0))
      throw new Refusal('request.too-many', TOO_MANY);
    await next();
    if (c.res.status < 400 || c.res.status >= 500) return;
    // Going over is no error here: the next request finds out.
    await Promise.allSettled([address.consume(key), overall.consume('all')]);
  };
}
