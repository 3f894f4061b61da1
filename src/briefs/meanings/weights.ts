import type { Evidence } from './evidence.ts';

/** What each piece of evidence says for each meaning. */
export type Weights = {
  readonly meanings: readonly string[];
  /** By evidence, in the order of the meanings and hundredths of a logit; none for evidence that no brief had. */
  readonly weights: { get(piece: string): ArrayLike<number> | undefined };
};

/** How likely each meaning is, all of them together one (multinomial logistic regression). */
export function chancesIn({ meanings, weights }: Weights, evidence: Evidence): number[] {
  const scores = meanings.map(() => 0);
  for (const piece of evidence) {
    const row = weights.get(piece);
    if (row) for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + (row[at] ?? 0) / 100;
  }
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

/** Something that may be what is sought; two with one key are the same. */
export type Chance<T> = { readonly of: T; readonly key: string; readonly chance: number };

/** The one thing that is likely by itself and far more so than every other; undefined where none stands out. */
export function outstanding<T>(
  those: readonly Chance<T>[],
  { sure, odds }: { sure: number; odds: number },
): T | undefined {
  const best = those.reduce<Chance<T> | undefined>(
    (top, one) => (top && top.chance >= one.chance ? top : one),
    undefined,
  );
  if (!best || best.chance < sure) return undefined;
  const rival = Math.max(0, ...those.filter(({ key }) => key !== best.key).map(({ chance }) => chance));
  return oddsOf(best.chance) >= odds * oddsOf(rival) ? best.of : undefined;
}

const oddsOf = (chance: number) => chance / Math.max(1e-9, 1 - chance);

/** The place of the likeliest meaning, and how likely it is. */
export function likeliest(chances: readonly number[]): { at: number; chance: number } {
  const chance = Math.max(...chances);
  return { at: chances.indexOf(chance), chance };
}
