/** Notes what stands against a field, and answers with a number to stand where the one that was typed can't. */
export type Wrong = (at: string, sentence: string) => 0;

/** `30`, `33.333`, `30 %` to thousandths of a percent; undefined for anything else, and for more than all. */
export function percent(typed: string): number | undefined {
  const match = /^(\d{1,3})(?:[.,](\d{1,3}))?\s*%?$/.exec(typed.trim());
  const milli = match ? Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0')) : Number.NaN;
  return milli <= 100_000 ? milli : undefined;
}

/** A whole number of at most so much; undefined for anything else. */
export function whole(typed: string, max: number): number | undefined {
  const count = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return count <= max ? count : undefined;
}
