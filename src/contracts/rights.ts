import { z } from 'zod';
import { line } from './term-values.ts';

/** What the client gets of the work: all of it, or a licence for a use, a territory and a time. */
export const Rights = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assignment') }),
  z.strictObject({
    kind: z.literal('licence'),
    use: line(200),
    territory: line(80),
    /** Without a number of months the licence has no end. */
    months: z.int().min(1).max(1_200).nullable(),
  }),
]);
