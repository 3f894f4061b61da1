import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';

/** One cookie that holds a session's secret. The caller stores the secret's hash only. */
export type SessionCookie = {
  /** The secret, if the browser sent one of the right shape. */
  read(c: Context, name: string): string | undefined;
  write(c: Context, name: string, secret: string, seconds: number): void;
  clear(c: Context, name: string): void;
};

const PLAIN = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;

/**
 * `__Host-`, `HttpOnly`, `Secure` and `SameSite=Lax`; Strict would sign a client out on the way back from the payment page.
 * `name` tells sessions apart that one browser holds at once, such as `portal` and `desk`.
 */
export function sessionCookie(publicUrl: string): SessionCookie {
  const { protocol, hostname } = new URL(publicUrl);
  const secure = protocol === 'https:';
  const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  // Browsers take Secure cookies from http on this very machine, except Safari; elsewhere http cannot have them at all.
  const guarded = (c: Context) => secure || (loopback && !isSafari(c.req.header('user-agent') ?? ''));
  const attributes = (c: Context): CookieOptions =>
    guarded(c) ? { ...PLAIN, secure: true, prefix: 'host' } : { ...PLAIN };
  const key = (name: string) => `retainer-${name}`;
  return {
    read: (c, name) => {
      const value = guarded(c) ? getCookie(c, key(name), 'host') : getCookie(c, key(name));
      return value && /^[A-Za-z0-9_-]{20,100}$/.test(value) ? value : undefined;
    },
    write: (c, name, secret, seconds) => setCookie(c, key(name), secret, { ...attributes(c), maxAge: seconds }),
    clear: (c, name) => {
      deleteCookie(c, key(name), attributes(c));
    },
  };
}

function isSafari(userAgent: string): boolean {
  return /AppleWebKit/.test(userAgent) && !/Chrom(e|ium)/.test(userAgent);
}
