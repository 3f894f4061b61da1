import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';

/** One cookie that holds a session's secret. The caller stores the secret's hash only. */
export type SessionCookie = {
  /** The secret, if the browser sent one of the right shape. */
  read(c: Context, name: string): string | undefined;
  write(c: Context, name: string, secret: string, seconds: number): void;
  clear(c: Context, name: string): void;
  /** A few words for the next page of the same browser, which may be anything by then; undefined where there are none. */
  readNote(c: Context, name: string): string | undefined;
  writeNote(c: Context, name: string, words: string, seconds: number): void;
};

/** Browsers keep 4,096 bytes of a cookie with its name and attributes. */
const NOTE_MAX = 3_600;

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
  const stored = (c: Context, name: string) => (guarded(c) ? getCookie(c, key(name), 'host') : getCookie(c, key(name)));
  return {
    readNote: (c, name) => {
      const value = stored(c, name);
      return value && value.length <= NOTE_MAX ? Buffer.from(value, 'base64url').toString() : undefined;
    },
    writeNote: (c, name, words, seconds) => {
      const value = Buffer.from(words).toString('base64url');
      if (value.length <= NOTE_MAX) setCookie(c, key(name), value, { ...attributes(c), maxAge: seconds });
    },
    read: (c, name) => {
      const value = stored(c, name);
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
