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
});

test('a line that can’t be read costs no other one, and is told by its number', { timeout: 60_000 }, () => {
  const [from, to] = [path.join(folder, 'broken.jsonl'), path.join(folder, 'good.jsonl')];
  const nowhere = example.replace('"country":"DE"', '"country":"ZZ"');
  // An editor on Windows begins a file with a mark nobody sees.
  writeFileSync(from, `\uFEFF${example}\r\n\nnot json\n${nowhere}\n${example.replace('my-1', 'my-2')}\n`);
  const broken = run('--in', from, '--out', to);
  expect(broken.status).toBe(1);
  expect(broken.stderr).toBe(`${from}, line 3: it is not JSON\n${from}, line 4: workspace.country not a country\n`);
  const out = readFileSync(to, 'utf8').trimEnd().split('\n');
  expect(out.map((line) => JSON.parse(line).id)).toEqual(['my-1', 'my-2']);
});

test('an empty file makes an empty one', { timeout: 60_000 }, () => {
  const from = path.join(folder, 'empty.jsonl');
  writeFileSync(from, '\n');
  expect(run('--in', from)).toMatchObject({ status: 0, stdout: '', stderr: '' });
});

test('a folder in place of a file, and an option that there is not, are told in a sentence', {
  timeout: 60_000,
}, () => {
  const file = path.join(folder, 'one.jsonl');
  writeFileSync(file, `${example}\n`);
  for (const wrong of [
    ['--in', folder],
    ['--in', file, '--out', folder],
    ['--from', file],
    ['--lang', 'de'],
  ]) {
    const { status, stderr } = run(...wrong);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^[^\n]+\. Use --in a file [^\n]+\.\n$/),
    });
  }
});
