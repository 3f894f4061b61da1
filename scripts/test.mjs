// Runs all tests, or those whose paths are given, and ends with what was skipped and why and one line of counts.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(path.join(tmpdir(), 'retainer-report-'));
const report = path.join(folder, 'report.json');

const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
const code = await new Promise((resolve) => child.on('close', (status) => resolve(status ?? 1)));

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { testResults: [] };
  }
}

const files = readReport().testResults;
rmSync(folder, { recursive: true, force: true });
const tests = files.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })));
const count = (...states) => tests.filter((test) => states.includes(test.status)).length;
const skipped = tests.filter((test) => ['pending', 'skipped', 'todo', 'disabled'].includes(test.status));
// A file that does not load has no tests to fail, and an error outside any test belongs to none.
const broken = files.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
);
const failed = count('failed') + broken.length || (code === 0 ? 0 : 1);

if (skipped.length > 0) {
  console.log('\nSkipped:');
  for (const test of skipped) console.log(`  ${path.relative(root, test.file)}: ${test.fullName.trim()}`);
}
console.log(`\n${count('passed')} passed, ${failed} failed, ${skipped.length} skipped`);
process.exit(failed > 0 ? 1 : 0);
