/**
 * `npm run eval`: reads every brief of `prompts/evals` by rule and compares field by field. `-- --in briefs.jsonl --out
 * terms.jsonl` reads other people's briefs instead; `-- --show de-007` shows what went wrong with one, `-- --show all` with
 * every one. Where the environment names a model as the app does (`OPENAI_MODEL` and its like), the briefs are read a second time
 * with it, in a table of its own. What changes is kept in `prompts/evals/history.ndjson`, a line each, which says by which path.
 * `-- --from folder` takes other briefs with what is expected of them, and keeps the history there.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import '../src/platform/patterns.ts';
import { readModelConfig } from '../src/platform/config.ts';
import { BriefIn, termsOf } from './exchange.ts';
import { type ReadWith, readAllWith } from './model.ts';
import { Expected, judge, type Verdict } from './score.ts';
import { type Judged, table } from './table.ts';

const FOLDER = path.resolve(import.meta.dirname, '../prompts/evals');

const OPTIONS = {
  in: { type: 'string' },
  out: { type: 'string' },
  from: { type: 'string', default: FOLDER },
  show: { type: 'string' },
} as const;
const USAGE = 'Use --in a file and --out a file, or --from a folder and --show an id.';

try {
  const { values } = parseArgs({ options: OPTIONS });
  process.exitCode = values.in ? exchange(values.in, values.out) : await score(values.from, values.show);
} catch (error) {
  // What was mistyped needs a sentence; anything else is a fault of ours, and its stack says where.
  const sentence = mistyped(error as NodeJS.ErrnoException);
  if (!sentence) throw error;
  console.error(sentence);
  process.exitCode = 1;
}

function mistyped({ code = '', message, path: where }: NodeJS.ErrnoException): string | undefined {
  if (code.startsWith('ERR_PARSE_ARGS')) return `${message.split(/[.\n]/)[0]}. ${USAGE}`;
  if (code === 'ENOENT') return `There is no ${where}: give --in a file, --from and --out a folder that exists.`;
  // Node names no path where a folder was opened like a file.
  if (code === 'EISDIR') return `${where ?? 'What --in names'} is a folder. ${USAGE}`;
  if (code === 'ENOTDIR') return `${where} is a file. ${USAGE}`;
  return undefined;
}

/** The lines of a file that hold anything; editors on Windows begin it with a mark that is no part of the first one. */
function lines(file: string): { text: string; number: number }[] {
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((text, index) => ({ text, number: index + 1 }))
    .filter(({ text }) => text.trim() !== '');
}

/** Writes the terms of every brief that can be read; a line that can't be is told by its number and costs no other one. */
function exchange(from: string, to: string | undefined): number {
  const read = lines(from).map(({ text, number }) => ({ number, brief: briefIn(text) }));
  const out = read.flatMap(({ brief }) => (typeof brief === 'string' ? [] : [`${JSON.stringify(termsOf(brief))}\n`]));
  const written = out.join('');
  if (to) writeFileSync(to, written);
  else process.stdout.write(written);
  for (const { number, brief } of read)
    if (typeof brief === 'string') console.error(`${from}, line ${number}: ${brief}`);
  if (to) console.log(`${out.length} of ${read.length} briefs read, written to ${to}`);
  return out.length === read.length ? 0 : 1;
}

/** A brief, or what is wrong with its line. */
function briefIn(text: string): BriefIn | string {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  const brief = BriefIn.safeParse(read);
  if (brief.success) return brief.data;
  return brief.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`.trim()).join('; ');
}

async function score(from: string, show: string | undefined): Promise<number> {
  const files = readdirSync(from)
    .filter((file) => file.endsWith('.jsonl'))
    .sort();
  const briefs = files.flatMap((file) =>
    lines(path.join(from, file)).map(({ text }) => Expected.parse(JSON.parse(text))),
  );
  const history = path.join(from, 'history.ndjson');
  const ruled = briefs.map((brief): Judged => ({ ...brief, verdicts: judge(brief, termsOf(brief)) }));
  tellAll(ruled, show);
  console.log('\nRead by rule:\n');
  const met = table(ruled, { path: 'rules' }, history);
  const config = readModelConfig();
  if (!config) return met ? 0 : 1;
  const read = await readAllWith(config, briefs);
  const helped = briefs.map(
    (brief, at): Judged => ({ ...brief, verdicts: judge(brief, read[at]?.out ?? termsOf(brief)) }),
  );
  tellAll(helped, show);
  console.log(`\nRead with ${config.name}${unansweredWords(read)}:\n`);
  const metToo = table(helped, { path: 'model', model: config.name }, history);
  return met && metToo ? 0 : 1;
}

/** `, 3 of 288 by rule alone (2 timed-out, 1 busy)`. */
function unansweredWords(read: readonly ReadWith[]): string {
  const failures = read.flatMap(({ failure }) => failure ?? []);
  if (failures.length === 0) return '';
  const counts = [...new Set(failures)].map((one) => `${failures.filter((each) => each === one).length} ${one}`);
  return `, ${failures.length} of ${read.length} by rule alone (${counts.join(', ')})`;
}

function tellAll(judged: readonly Judged[], show: string | undefined): void {
  const shown = judged.filter(({ id, lang }) => show && (id === show || lang === show || show === 'all'));
  for (const { id, brief, verdicts } of shown) tell(id, brief, verdicts);
}

function tell(id: string, brief: string, verdicts: readonly Verdict[]): void {
  const bad = verdicts.filter(({ verdict }) => verdict !== 'exact');
  if (bad.length === 0) return;
  console.log(`\n${id}: ${brief}`);
  for (const { field, verdict, got, want } of bad)
    console.log(`  ${verdict} ${field}: ${JSON.stringify(got) ?? '-'} for ${JSON.stringify(want) ?? '-'}`);
}
