import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'evals-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'evals/main.ts', ...args], { cwd: ROOT, encoding: 'utf8' });

const docs = readFileSync(path.join(ROOT, 'docs/evals.md'), 'utf8');
const example = /```json\n(.+)\n```/.exec(docs)?.[1] ?? '';

test('the line that the docs show is read', { timeout: 60_000 }, () => {
  const [from, to] = [path.join(folder, 'in.jsonl'), path.join(folder, 'out.jsonl')];
  writeFileSync(from, `${example}\n`);
  expect(run('--in', from, '--out', to)).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(readFileSync(to, 'utf8'))).toMatchObject({
    id: 'my-1',
    terms: { amountMinor: { value: 65_000, origin: 'brief' }, currency: { value: 'EUR' } },
    questions: expect.any(Array),
  });
});

test('a file that is not there, and a line that is no JSON, are told in a sentence', { timeout: 60_000 }, () => {
  for (const option of ['--in', '--from']) {
    const missing = run(option, path.join(folder, 'missing'));
    expect(missing.status).toBe(1);
    expect(missing.stderr).toMatch(/^There is no .*missing: [^\n]+\n$/);
  }
  const from = path.join(folder, 'broken.jsonl');
  writeFileSync(from, `${example}\n\nnot json\n`);
  const broken = run('--in', from);
  expect(broken.status).toBe(1);
  expect(broken.stderr).toBe(`${from}: line 3 is not JSON\n`);
});
