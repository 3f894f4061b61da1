import { z } from 'zod';

/** The signed text that a change order adds to: which version, what it was called, when it was signed, and its hash. */
export const ChangeOf = z.strictObject({
  versionId: z.string().min(1).max(40),
  title: z.string().min(1).max(120),
  signedOn: z.iso.date(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
