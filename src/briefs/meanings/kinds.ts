import { lettered } from '../passages/letters.ts';

/** Words by what they are about, each kind as one pattern: `off` for calling off, `free` for what costs nothing. */
export type Kinds = readonly (readonly [kind: string, words: RegExp])[];

/** Kinds from the stems of their words in four languages; `ahead` is what may stand before a stem, `whole` are kinds of whole words. */
export const kindsOf = (
  stems: Readonly<Record<string, string>>,
  { ahead = '', whole = [] }: { ahead?: string; whole?: readonly string[] } = {},
): Kinds =>
  Object.entries(stems).map(([kind, words]) => [
    kind,
    lettered(`(?<![\\p{L}])${ahead}(?:${words})${whole.includes(kind) ? '(?![\\p{L}])' : ''}`, 'iu'),
  ]);
