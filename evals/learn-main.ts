/**
 * `npm run learn`: learns from the labelled briefs of `prompts/evals` and `prompts/evals/varied` what stands around a day, a sum,
 * a share, a length of time, a count of rounds, a name and a time of day, and writes the weights to `prompts/learned`.
 * The same briefs and the same readers make the same weights.
 * `-- --from folder` (more than once) takes other briefs, to see what a part of them teaches.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import '../src/platform/patterns.ts';
import { writtenWeights } from '../src/briefs/meanings/learned.ts';
import { learn } from './learn.ts';
import { type Lessons, lessonsOf, MEANINGS } from './lessons.ts';
import { Expected } from './score.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const OURS = ['prompts/evals', 'prompts/evals/varied'].map((folder) => path.join(ROOT, folder));
const { values } = parseArgs({ options: { from: { type: 'string', multiple: true, default: OURS } } });

const lessons: Lessons = { days: [], sums: [], shares: [], lengths: [], rounds: [], names: [], times: [] };
const files = values.from.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => path.join(folder, name)),
);
for (const file of files)
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const brief = lessonsOf(Expected.parse(JSON.parse(line)));
    for (const kind of kinds()) lessons[kind].push(...brief[kind]);
  }
for (const kind of kinds()) {
  const { weights } = learn(lessons[kind], MEANINGS[kind]);
  writeFileSync(path.join(ROOT, `prompts/learned/${kind}.tsv`), writtenWeights(MEANINGS[kind], weights));
  console.log(`${kind}: ${lessons[kind].length} lessons, ${weights.size} pieces of evidence`);
}

function kinds(): (keyof Lessons)[] {
  return ['days', 'sums', 'shares', 'lengths', 'rounds', 'names', 'times'];
}
