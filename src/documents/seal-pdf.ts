/** Puts a PAdES seal on a PDF with libpdf. Runs in the rendering thread: hashing and parsing take tens of milliseconds. */
import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { printable } from './fonts.ts';
import type { SealKey } from './seal-key.ts';

/** `at` is an ISO instant, written into the seal as the time the server claims. */
export type SealOrder = {
  readonly pdf: Uint8Array;
  readonly key: SealKey;
  readonly at: string;
  readonly reason: string;
  readonly name: string;
};

/** Signature dictionaries have no room for a page of text, and libpdf escapes brackets and backslashes twice. */
function plain(text: string): string {
  return printable(text)
    .replace(/[()\\\n]/g, ' ')
    .slice(0, 200);
}

/**
 * PAdES B-B (`ETSI.CAdES.detached`) over the whole file, as an invisible field. RSA with PKCS#1 v1.5 has no random part,
 * so the same file, key and time give the same bytes again.
 */
export async function applySeal({ pdf, key, at, reason, name }: SealOrder): Promise<Uint8Array> {
  const { PDF } = await import('@libpdf/core');
  const privateKey = createPrivateKey(key.privateKeyPem);
  const document = await PDF.load(pdf);
  const { bytes } = await document.sign({
    signer: {
      certificate: new Uint8Array(new X509Certificate(key.certificatePem).raw),
      keyType: 'RSA',
      signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
      sign: async (data) => new Uint8Array(sign('sha256', data, privateKey)),
    },
    digestAlgorithm: 'SHA-256',
    level: 'B-B',
    fieldName: 'Seal',
    reason: plain(`${reason}, for ${name}`),
    signingTime: new Date(at),
  });
  return bytes;
}
