import { join } from 'node:path';
import { z } from 'zod';
import { VARIANTS } from './clause.ts';
import { readParts } from './front-matter.ts';
import { markdownFiles, promptsFolder } from './read.ts';

/** What a ladder of values measures; `contracts/ladder-values.ts` has the measure of each name. */
export const MEASURES = [
  'deposit-share',
  'days-to-pay',
  'kill-fee-share',
  'calling-off-share',
  'expenses-kind',
  'law-place',
] as const;
export type Measure = (typeof MEASURES)[number];

const ValueRung = z.strictObject({
  side: z.enum(VARIANTS),
  /** The figure from which on this rung is reached, in what the measure counts; the last one is what is left. */
  reaches: z.int().min(0).optional(),
  /** The value in words, as it follows the side's name. */
  says: z.string().min(5).max(80),
  /** When it fits; of the last one, when to leave. */
  fits: z.string().min(20).max(240),
});
export type ValueRung = z.infer<typeof ValueRung>;

const ValueLadder = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  version: z.int().positive(),
  title: z.string().min(3).max(60),
  /** Without one the ladder is words alone. */
  asks: z.enum(MEASURES).optional(),
  /** Whether more or less of what is measured is better for the freelancer. */
  better: z.enum(['more', 'less']).default('more'),
  rungs: z.array(ValueRung).length(VARIANTS.length),
});
export type ValueLadder = z.infer<typeof ValueLadder>;

let loaded: readonly ValueLadder[] | undefined;

/** How far a value can give way, of `prompts/ladders/`, read and checked once a process. A broken file is a fault. */
export function valueLadders(): readonly ValueLadder[] {
  loaded ??= markdownFiles(join(promptsFolder(), 'ladders')).map(({ name, text }) => {
    const { facts, body } = readParts(name, text);
    const rungs = body.split(/^(?=## )/m).map((part) => readRung(name, part));
    const ladder = ValueLadder.parse({ ...facts, rungs }, { reportInput: true });
    if (`${ladder.id}.md` !== name) throw new Error(`${name}: the id is ${ladder.id}`);
    const flaw = flawIn(ladder);
    if (flaw) throw new Error(`${name}: ${flaw}`);
    return ladder;
  });
  return loaded;
}

function readRung(file: string, part: string): Record<string, unknown> {
  const [, side, facts, words] = /^## (\S+)\n([\s\S]*?)\n\n([\s\S]+)$/.exec(part.trim()) ?? [];
  if (!side || !facts || !words) throw new Error(`${file}: not a rung: ${part.slice(0, 60)}`);
  return {
    ...readParts(`${file}, ${side}`, `---\n${facts}\n---\n`).facts,
    side,
    fits: words.replace(/\s*\n\s*/g, ' '),
  };
}

/** What is wrong with a ladder, in words, or undefined: sides out of order, or figures that do not lead down. */
export function flawIn({ asks, better, rungs }: Pick<ValueLadder, 'asks' | 'better' | 'rungs'>): string | undefined {
  if (rungs.some(({ side }, at) => side !== VARIANTS[at])) return `the sides are ${VARIANTS.join(', ')}, in this order`;
  const bounds = rungs.slice(0, -1).map(({ reaches }) => reaches);
  if (rungs.at(-1)?.reaches !== undefined) return 'the last rung is what is left and reaches nothing';
  if (!asks) return bounds.some((bound) => bound !== undefined) ? 'nothing is measured' : undefined;
  const falls = (at: number) => (better === 'more' ? -1 : 1) * ((bounds[at] ?? 0) - (bounds[at - 1] ?? 0)) > 0;
  if (bounds.includes(undefined)) return 'a rung does not say what it reaches';
  return bounds.every((_, at) => at === 0 || falls(at)) ? undefined : 'the rungs do not lead down';
}

/** The rung that a measured value stands on. */
export function rungOf({ better, rungs }: Pick<ValueLadder, 'better' | 'rungs'>, value: number): ValueRung | undefined {
  const holds = ({ reaches }: ValueRung) =>
    reaches === undefined || (better === 'more' ? value >= reaches : value <= reaches);
  return rungs.find(holds);
}
