import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promptsFolder } from '../../clauses/read.ts';
import type { Weights } from './weights.ts';

/** What is learned of: a file each in `prompts/learned`. */
export type Kind = 'days' | 'lengths' | 'names' | 'rounds' | 'shares' | 'sums' | 'times';

const read = new Map<Kind, Weights>();

/**
 * What was learned from the labelled briefs (`npm run learn`, decision 0027). It is read when it is first asked for: most processes
 * start without a brief to read.
 */
export function learned(kind: Kind): Weights {
  let weights = read.get(kind);
  if (!weights) {
    weights = readWeights(readFileSync(join(promptsFolder(), 'learned', `${kind}.tsv`), 'utf8'));
    read.set(kind, weights);
  }
  return weights;
}

/** A table with tabs: `evidence` and the meanings, then a line for each piece of evidence, so that a change shows what is new. */
export function writtenWeights(meanings: readonly string[], weights: ReadonlyMap<string, readonly number[]>): string {
  const lines = [...weights].map(([piece, row]) => [piece, ...row].join('\t'));
  return `${[['evidence', ...meanings].join('\t'), ...lines].join('\n')}\n`;
}

/** Eighty thousand lists of four numbers would weigh ten times as much as one list of them all. */
export function readWeights(text: string): Weights {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const meanings = head.split('\t').slice(1);
  const size = meanings.length;
  const all = new Int16Array(lines.length * size);
  const places = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    const [piece = '', ...row] = line.split('\t');
    places.set(piece, at * size);
    all.set(row.map(Number), at * size);
  }
  const get = (piece: string) => {
    const place = places.get(piece);
    return place === undefined ? undefined : all.subarray(place, place + size);
  };
  return { meanings, weights: { get } };
}
