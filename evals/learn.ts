/** Learns what words around a figure or a day say of its meaning, from briefs whose terms are known. Deterministic. */

/** The weights of each piece of evidence, in the order of the meanings and hundredths of a logit. */
export type Learned = {
  readonly meanings: readonly string[];
  readonly weights: ReadonlyMap<string, readonly number[]>;
};

export type Example = { readonly evidence: ReadonlySet<string>; readonly meaning: number };

/** Few rounds in small steps: more make what is rare too sure of itself. */
const ROUNDS = 6;
const DECAY = 1e-4;
const STEP = 0.05;
/** Evidence of fewer lessons is left out: half of it would be such, and it says little. */
const OFTEN = 2;
/** Weaker than this on every meaning, in hundredths, evidence says nothing. */
const SILENT = 3;

/** Multinomial logistic regression by adaptive gradient steps, in an order that is always the same. */
export function learn(examples: readonly Example[], meanings: readonly string[]): Learned {
  const counts = new Map<string, number>();
  for (const { evidence } of examples) for (const piece of evidence) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  const size = meanings.length;
  const rows = new Map(
    [...counts]
      .filter(([, count]) => count >= OFTEN)
      .map(([piece]) => [piece, { weight: new Float64Array(size), steps: new Float64Array(size).fill(1e-6) }]),
  );
  const known = examples.map(({ evidence, meaning }) => ({
    rows: [...evidence].flatMap((piece) => rows.get(piece) ?? []),
    meaning,
  }));
  const order = known.map((_, at) => at);
  const random = generator(7);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    for (const at of order) {
      const example = known[at];
      if (example) step(example, size);
    }
  }
  return {
    meanings,
    weights: new Map(
      [...rows]
        .map(([piece, { weight }]) => [piece, [...weight].map((w) => Math.round(w * 100))] as const)
        .filter(([, row]) => row.some((w) => Math.abs(w) >= SILENT))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

type Row = { weight: Float64Array; steps: Float64Array };

function step({ rows, meaning }: { rows: readonly Row[]; meaning: number }, size: number): void {
  const scores = new Float64Array(size);
  for (const { weight } of rows) for (let m = 0; m < size; m++) scores[m]! += weight[m]!;
  const top = Math.max(...scores);
  let all = 0;
  for (let m = 0; m < size; m++) all += scores[m] = Math.exp(scores[m]! - top);
  for (let m = 0; m < size; m++) {
    const slope = scores[m]! / all - (m === meaning ? 1 : 0);
    for (const { weight, steps } of rows) {
      const by = slope + DECAY * weight[m]!;
      steps[m]! += by * by;
      weight[m]! -= (STEP * by) / Math.sqrt(steps[m]!);
    }
  }
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
}
