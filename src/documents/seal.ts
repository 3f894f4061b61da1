import type { Documents } from './render.ts';
import type { SealKey } from './seal-key.ts';

/** What a seal says about itself: when (the server's claim), why, and on whose behalf. */
export type SealNote = { readonly at: Date; readonly reason: string; readonly name: string };

export type Sealer = {
  readonly keyId: string;
  /** The same PDF with a PAdES B-B seal over all of it. Equal input gives equal bytes. */
  seal(pdf: Uint8Array, note: SealNote): Promise<Uint8Array>;
};

export function createSealer(documents: Documents, key: SealKey): Sealer {
  return {
    keyId: key.keyId,
    seal: (pdf, { at, reason, name }) => documents.seal({ pdf, key, at: at.toISOString(), reason, name }),
  };
}
