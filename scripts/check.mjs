// What CI runs: format and lint, types, dead code, tests. Stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const PAGE = 'src/sandbox/page/client';

const steps = [
  ['format and lint', bin('biome'), ['ci', '.']],
  ['types', bin('tsc'), ['--noEmit', '-p', '.']],
  ...(existsSync(path.join(root, PAGE, 'tsconfig.json'))
    ? [['types of the page', bin('tsc'), ['--noEmit', '-p', PAGE]]]
    : []),
  ['dead code', bin('knip'), []],
  ['build', process.execPath, ['scripts/build.mjs']],
  ['tests', process.execPath, ['scripts/test.mjs']],
];

for (const [what, command, args] of steps) {
  console.log(`\n== ${what}`);
  const started = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    if (what === 'tests') process.exit(1);
    console.log(
      `\nThe check stopped at "${what}": mend what is shown above (npm run fix does the formatting), then run it again.`,
    );
    console.log('0 passed, 1 failed, 0 skipped');
    process.exit(1);
  }
  if (what !== 'tests') console.log(`${what}: fine, ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
