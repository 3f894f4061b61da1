/**
 * `npm run bench`: every question, or those named (`npm run bench -- pdf ack`), each beside a reference program of this
 * folder, and one table at the end. `--quick` takes a tenth of the counts, to try a change; its figures mean little.
 */
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { ack } from './ack.ts';
import { busy } from './busy.ts';
import { ROOT } from './child.ts';
import { due } from './due.ts';
import { type Ground, layGround } from './ground.ts';
import { pdf } from './pdf.ts';
import { reminders } from './reminders.ts';
import { sandbox } from './sandbox.ts';
import { start } from './start.ts';
import { type Counts, type Row, tableOf } from './table.ts';

const QUESTIONS: Record<string, (ground: Ground, counts: Counts) => Promise<Row[]>> = {
  ack,
  busy,
  pdf,
  reminders,
  due,
  start,
  sandbox,
};

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const quick = words.includes('--quick');
  const names = words.filter((word) => !word.startsWith('--'));
  const unknown = names.filter((name) => !(name in QUESTIONS));
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(', ')}; there are: ${Object.keys(QUESTIONS).join(' ')}`);
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, stdio: 'inherit' });
  const ground = await layGround();
  const rows: Row[] = [];
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.error(`${name}…`);
    const counts = quick
      ? { rounds: Number(process.env.ROUNDS ?? 2), scale: Number(process.env.SCALE ?? 0.1) }
      : { rounds: 5, scale: 1 };
    const answer = await ask(ground, counts);
    // Shown as it comes: a later question that fails takes nothing away.
    console.error(tableOf(answer));
    rows.push(...answer);
  }
  await ground.stop();
  console.log(`${tableOf(rows)}\n\nLoad of the machine at the end: ${loadavg()[0]?.toFixed(1)}`);
  process.exit(0);
}

await main();
