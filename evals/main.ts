/**
 * `npm run eval`: reads every brief of `prompts/evals` by rule and compares field by field. `-- --in briefs.jsonl --out
 * terms.jsonl` reads other people's briefs instead; `-- --show de-007` shows what went wrong with one, `-- --show all` with
 * every one. What changes is kept in `prompts/evals/history.ndjson`, a line each.
 */
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { BriefIn, termsOf } from './exchange.ts';
import { Expected, judge, type Verdict } from './score.ts';

const FOLDER = path.resolve(import.meta.dirname, '../prompts/evals');
const HISTORY = path.join(FOLDER, 'history.ndjson');
/** Of what the briefs state, in percent. */
const GOALS: Record<string, number> = { en: 95, de: 85, fr: 85, es: 85 };

const { values } = parseArgs({
  options: { in: { type: 'string' }, out: { type: 'string' }, show: { type: 'string' } },
});
process.exitCode = values.in ? exchange(values.in, values.out) : score(values.show);

function lines(file: string): { text: string; number: number }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((text, index) => ({ text, number: index + 1 }))
    .filter(({ text }) => text.trim() !== '');
}

function exchange(from: string, to: string | undefined): number {
  const out: string[] = [];
  for (const { text, number } of lines(from)) {
    const brief = BriefIn.safeParse(json(text));
    if (!brief.success) {
      console.error(
        `${from}, line ${number}: ${brief.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
      );
      return 1;
    }
    out.push(JSON.stringify(termsOf(brief.data)));
  }
  const written = `${out.join('\n')}\n`;
  if (to) writeFileSync(to, written);
  else process.stdout.write(written);
  if (to) console.log(`${out.length} briefs read, written to ${to}`);
  return 0;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Judged = Expected & { verdicts: Verdict[] };

function score(show: string | undefined): number {
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonl'))
    .sort();
  const judged = files.flatMap((file) =>
    lines(path.join(FOLDER, file)).map(({ text }): Judged => {
      const expected = Expected.parse(JSON.parse(text));
      return { ...expected, verdicts: judge(expected, termsOf(expected)) };
    }),
  );
  const shown = judged.filter(({ id, lang }) => show && (id === show || lang === show || show === 'all'));
  for (const { id, brief, verdicts } of shown) tell(id, brief, verdicts);
  return table(judged);
}

function tell(id: string, brief: string, verdicts: readonly Verdict[]): void {
  const bad = verdicts.filter(({ verdict }) => verdict !== 'exact');
  if (bad.length === 0) return;
  console.log(`\n${id}: ${brief}`);
  for (const { field, verdict, got, want } of bad)
    console.log(`  ${verdict} ${field}: ${JSON.stringify(got) ?? '-'} for ${JSON.stringify(want) ?? '-'}`);
}

type Score = { lang: string; briefs: number; stated: number } & Record<Verdict['verdict'], number>;

function scoreOf(lang: string, judged: readonly Judged[]): Score {
  const mine = judged.filter((each) => each.lang === lang);
  const all = mine.flatMap(({ verdicts }) => verdicts);
  const count = (verdict: Verdict['verdict']) => all.filter((one) => one.verdict === verdict).length;
  const invented = count('invented');
  return {
    ...{ lang, briefs: mine.length, stated: all.length - invented, exact: count('exact'), missing: count('missing') },
    ...{ wrong: count('wrong'), invented, unasked: count('unasked') },
  };
}

function table(judged: readonly Judged[]): number {
  const scores = [...new Set(judged.map((each) => each.lang))].map((lang) => scoreOf(lang, judged));
  console.log('| language | briefs | stated | exact | missing | wrong | invented | not asked | goal | met |');
  console.log('| --- | --: | --: | --: | --: | --: | --: | --: | --: | --- |');
  let met = true;
  for (const { lang, briefs, stated, exact, missing, wrong, invented, unasked } of scores) {
    const share = (exact * 100) / stated;
    const goal = GOALS[lang] ?? 85;
    const fine = share >= goal && invented === 0;
    met &&= fine;
    const cells = [lang, briefs, stated, `${share.toFixed(1)} %`, missing, wrong, invented, unasked];
    console.log(`| ${cells.join(' | ')} | ≥ ${goal} %, 0 invented | ${fine ? 'yes' : 'no'} |`);
  }
  keep(scores);
  return met ? 0 : 1;
}

/** A row of the history for every reading that differs from the one before. */
function keep(scores: readonly Score[]): void {
  const last = existsSync(HISTORY) ? json(lines(HISTORY).at(-1)?.text ?? '') : undefined;
  if (isDeepStrictEqual((last as { scores?: unknown } | undefined)?.scores, scores)) return;
  appendFileSync(HISTORY, `${JSON.stringify({ on: new Date().toISOString().slice(0, 10), scores })}\n`);
}
