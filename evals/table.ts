/** The table of an eval, and its history: what changed, a line each. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Expected, Verdict } from './score.ts';

/** Of what the briefs state, in percent. */
const GOALS: Record<string, number> = { en: 95, de: 85, fr: 85, es: 85 };

export type Judged = Expected & { verdicts: Verdict[] };
/** How the briefs were read: by rule, or by rule with the help of the model that is named. */
export type Path = { readonly path: 'rules' } | { readonly path: 'model'; readonly model: string };

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

/** Prints the table, keeps it where it differs from the last of its kind, and says whether every goal is met. */
export function table(judged: readonly Judged[], how: Path, history: string): boolean {
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
  keep(scores, how, history);
  return met;
}

type Kept = { path?: string; model?: string; scores?: unknown };

/** A row of the history for every reading that differs from the one before by the same path; the first rows name none: by rule. */
function keep(scores: readonly Score[], how: Path, history: string): void {
  const rows = existsSync(history) ? readFileSync(history, 'utf8').trim().split('\n').filter(Boolean) : [];
  const same = rows
    .map((row): Kept => JSON.parse(row) as Kept)
    .filter(({ path = 'rules', model }) => path === how.path && (how.path === 'rules' || model === how.model));
  if (isDeepStrictEqual(same.at(-1)?.scores, scores)) return;
  appendFileSync(history, `${JSON.stringify({ on: new Date().toISOString().slice(0, 10), ...how, scores })}\n`);
}
