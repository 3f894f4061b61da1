import { isIPv6 } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { isSecret } from '../platform/crypto.ts';
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

const GUESSED =
  'Too many codes were tried. Please wait a few minutes, or use the link of the message: it works at once.';

/**
 * Stops who guesses the short code that stands for a link. Only what failed counts, so an office with one address is not
 * stopped. A link itself can't be guessed and is never stopped: whoever guesses, from however many addresses, keeps nobody
 * with a good one out.
 */
export function slowGuessing(options: { perAddress: number; overall: number; seconds: number }): MiddlewareHandler {
  const address = new RateLimiterMemory({ points: options.perAddress, duration: options.seconds });
  const overall = new RateLimiterMemory({ points: options.overall, duration: options.seconds });
  return async (c, next) => {
    const typed = new URLSearchParams(await c.req.text()).get('token') ?? '';
    if (isSecret(typed.trim())) return next();
    const key = networkOf(String(c.get('ip') ?? 'unknown'));
    const used = await Promise.all([address.get(key), overall.get('all')]);
    if (used.some((limit) => limit !== null && limit.remainingPoints <= 0))
      throw new Refusal('request.too-many', GUESSED);
    await next();
    if (c.res.status < 400 || c.res.status >= 500) return;
    // Going over is no error here: the next request finds out.
    await Promise.allSettled([address.consume(key), overall.consume('all')]);
  };
}

/** What one host may call its own: its IPv4 address, or all of its /64, of which a host has every address. */
function networkOf(ip: string): string {
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(ip) ?? [];
  if (mapped || !isIPv6(ip)) return mapped ?? ip;
  const [head = [], tail = []] = (ip.split('%')[0] ?? '').split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  const groups = [...head, ...zeros, ...tail].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
