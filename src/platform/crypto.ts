import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** The key that encrypts now, and the older ones that may still decrypt. */
export type Keyring = { current: Buffer; old: Buffer[] };

/** A cipher text and the id of the key that made it. */
export type Sealed = { cipher: Uint8Array<ArrayBuffer>; keyId: string };

export function sha256(data: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes(createHash('sha256').update(data).digest());
}

export function hex(data: Uint8Array): string {
  return Buffer.from(data).toString('hex');
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A 256-bit secret for a cookie or a state, URL-safe. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text could be such a secret. One of this shape is never found by guessing. */
export function isSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/**
 * The secret that belongs to a row, made again from the row's id whenever a mail is made again, so that only its hash is
 * stored. `purpose` keeps links and codes apart.
 */
export function secretFor(keys: Keyring, purpose: string, id: string): string {
  return createHmac('sha256', subkey(keys.current, `derive:${purpose}`))
    .update(id)
    .digest('base64url');
}

/** Six digits for a row, made again from its id likewise. */
export function codeFor(keys: Keyring, purpose: string, id: string): string {
  const mac = createHmac('sha256', subkey(keys.current, `code:${purpose}`))
    .update(id)
    .digest();
  return (mac.readUIntBE(0, 6) % 1_000_000).toString().padStart(6, '0');
}

/** AES-256-GCM bound to one row and column: a cipher text moved to another row does not open. */
export function encrypt(keys: Keyring, plain: string, place: string): Sealed {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', subkey(keys.current, 'rows'), iv);
  cipher.setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return { cipher: bytes(Buffer.concat([iv, cipher.getAuthTag(), body])), keyId: keyIdOf(keys.current) };
}

export function decrypt(keys: Keyring, sealed: { cipher: Uint8Array; keyId: string }, place: string): string {
  const key = [keys.current, ...keys.old].find((candidate) => keyIdOf(candidate) === sealed.keyId);
  if (!key) throw new Error(`no key ${sealed.keyId}: put the key it was made with into ENCRYPTION_KEYS_OLD`);
  const data = Buffer.from(sealed.cipher);
  const decipher = createDecipheriv('aes-256-gcm', subkey(key, 'rows'), data.subarray(0, 12));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(data.subarray(12, 28));
  return Buffer.concat([decipher.update(data.subarray(28)), decipher.final()]).toString('utf8');
}

function subkey(key: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `retainer:${use}`, 32));
}

function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('id:').update(key).digest('hex').slice(0, 8);
}

function bytes(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}

/** Sixteen letters that say whether anything of a record changed since they were made. */
export function fingerprint(record: Readonly<Record<string, unknown>>): string {
  const sorted = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return hex(sha256(JSON.stringify(sorted))).slice(0, 16);
}
