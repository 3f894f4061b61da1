/** How a question is asked (ways taken in turns, medians) and how its answer is printed. */

/** One line of the table: ours against the reference, and what the ratio should be. */
export type Row = {
  question: string;
  ours: string;
  reference: string;
  /** Ours divided by the reference. NaN: could not be measured here; `note` says why. */
  ratio: number;
  goal: { atLeast: number } | { atMost: number };
  note?: string;
};

export type Question = (counts: Counts) => Promise<Row[]>;

/** How much is measured: `rounds` per way, and everything counted in requests or rows times `scale`. */
export type Counts = { rounds: number; scale: number };

export const scaled = (count: number, { scale }: Counts): number => Math.max(10, Math.round(count * scale));

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const p99 = (values: readonly number[]): number => quantile(values, 0.99);

/** Runs every way once per round, each round beginning with another, so that what drifts drifts for all. */
export async function inTurns<T, K extends string>(
  ways: Readonly<Record<K, () => Promise<T>>>,
  rounds: number,
): Promise<Record<K, T[]>> {
  const names = Object.keys(ways) as K[];
  const results = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<K, T[]>;
  for (let round = 0; round < rounds; round += 1) {
    const order = names.map((_, at) => names[(at + round) % names.length] as K);
    for (const name of order) results[name].push(await ways[name]());
  }
  return results;
}

type Unit = 'ms' | '/s' | 'MB' | 's';

const shown = (value: number, unit: Unit) =>
  Number.isNaN(value)
    ? '–'
    : `${value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value < 10 ? 2 : 1)}${unit === '/s' ? '' : ' '}${unit}`;

export function compare(
  question: string,
  { ours, reference, unit }: { ours: number; reference: number; unit: Unit },
  goal: Row['goal'],
): Row {
  return { question, ours: shown(ours, unit), reference: shown(reference, unit), ratio: ours / reference, goal };
}

/** A goal in plain units instead of a ratio: the reference is the limit itself. */
export function within(question: string, ours: number, limit: number, unit: Unit): Row {
  return compare(question, { ours, reference: limit, unit }, { atMost: 1 });
}

export const unmeasured = (question: string, goal: Row['goal'], note: string): Row => ({
  question,
  ours: '–',
  reference: '–',
  ratio: Number.NaN,
  goal,
  note,
});

export function isMet({ ratio, goal }: Row): boolean {
  return 'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;
}

/** A Markdown table with columns as wide as their widest cell. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.question,
    row.ours,
    row.reference,
    Number.isNaN(row.ratio) ? '–' : row.ratio.toFixed(2),
    'atLeast' in row.goal ? `≥ ${row.goal.atLeast}` : `≤ ${row.goal.atMost}`,
    Number.isNaN(row.ratio) ? (row.note ?? 'not measured') : isMet(row) ? 'yes' : 'no',
  ]);
  const all = [['question', 'ours', 'reference', 'ratio', 'goal', 'met'], ...cells];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const line = (parts: readonly string[]) =>
    `| ${parts.map((part, at) => (at === 0 || at === 5 ? part.padEnd(widths[at] ?? 0) : part.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const [head = [], ...rest] = all;
  const rule = widths.map((width, at) => (at === 0 || at === 5 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), `| ${rule.join(' | ')} |`, ...rest.map(line)].join('\n');
}
