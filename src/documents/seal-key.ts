/**
 * The key a server seals with, and the certificate it signs for itself. Self-signed means: the seal proves that nothing
 * was changed since, and that this server made it; it proves nobody's identity, and the documents say so. Node makes
 * keys but no certificates, so the certificate (RFC 5280) is written here in DER.
 */
import { createHash, createPublicKey, generateKeyPair, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';

/** Plain strings, to be stored by the caller, who encrypts `privateKeyPem` (PKCS#8). */
export type SealKey = { readonly keyId: string; readonly certificatePem: string; readonly privateKeyPem: string };

const YEARS = 10;
const SUBJECT = 'Retainer document seal';

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const size = Buffer.from(body.length.toString(16).padStart(body.length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | size.length]), size, body]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const octets = (...parts: readonly Uint8Array[]) => der(0x04, ...parts);
const hex = (digits: string) => Buffer.from(digits, 'hex');

const SHA256_RSA = sequence(hex('06092a864886f70d01010b'), hex('0500'));
const COMMON_NAME = hex('0603550403');
const TRUE = hex('0101ff');
// Extensions by their object identifiers: basic constraints (no authority), key usage (digital signature and
// non-repudiation: bits 0 and 1), subject key identifier. No extended key usage: readers take its absence as "any".
const BASIC_CONSTRAINTS = sequence(hex('0603551d13'), TRUE, octets(sequence()));
const KEY_USAGE = sequence(hex('0603551d0f'), TRUE, octets(hex('030206c0')));
const keyIdentifier = (id: Buffer) => sequence(hex('0603551d0e'), octets(octets(id)));

/** RFC 5280 asks for two-digit years until 2049 and four digits from 2050. */
function time(at: Date): Buffer {
  const digits = `${at.toISOString().replace(/[-:T]|\.\d+/g, '')}`;
  return at.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

function yearsAfter(now: Date, years: number): Date {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end;
}

/** A new RSA key (3072 bits) with a certificate valid for ten years from `now`. */
export async function makeSealKey(now: Date): Promise<SealKey> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 3072,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  });
  const fingerprint = createHash('sha256').update(publicKey).digest();
  const serial = Buffer.concat([Buffer.from([0x40]), randomBytes(15)]);
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(SUBJECT)))));
  const extensions = sequence(BASIC_CONSTRAINTS, KEY_USAGE, keyIdentifier(fingerprint.subarray(0, 20)));
  const body = sequence(
    der(0xa0, hex('020102')),
    der(0x02, serial),
    SHA256_RSA,
    name,
    sequence(time(now), time(yearsAfter(now, YEARS))),
    name,
    createPublicKey({ key: publicKey, type: 'spki', format: 'der' }).export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const certificate = sequence(body, SHA256_RSA, der(0x03, Buffer.from([0]), sign('sha256', body, privateKey)));
  const base64 = certificate.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return {
    keyId: fingerprint.toString('hex').slice(0, 32),
    certificatePem: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    privateKeyPem: privateKey,
  };
}
