import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { termsOf } from '../../evals/exchange.ts';
import { Expected, judge } from '../../evals/score.ts';
import { readableBrief } from '../../src/briefs/passages/text.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../prompts/evals');
const briefs = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(path.join(FOLDER, file), 'utf8').trim().split('\n'))
  .map((line) => Expected.parse(JSON.parse(line)));
const flat = (words: string) => words.replace(/\s+/g, ' ').toLowerCase();

test('there are enough, in four languages, and many of them hard', () => {
  expect(briefs.length).toBeGreaterThanOrEqual(120);
  expect(new Set(briefs.map(({ lang }) => lang)).size).toBe(4);
  const hard = briefs.filter(({ tags }) => tags.some((tag) => /^(?:hostile|vague|contradictory)$/.test(tag)));
  expect(hard.length).toBeGreaterThanOrEqual(40);
  for (const lang of ['en', 'de', 'fr', 'es'])
    expect(hard.filter((one) => one.lang === lang).length).toBeGreaterThan(5);
  expect(new Set(briefs.map(({ id }) => id)).size).toBe(briefs.length);
});

describe.each(briefs.map((brief) => [brief.id, brief] as const))('%s', (_id, brief) => {
  const out = termsOf(brief);

  test('invents nothing, and quotes what stands in it', () => {
    expect(judge(brief, out).filter(({ verdict }) => verdict === 'invented')).toEqual([]);
    const readable = flat(readableBrief(brief.brief));
    for (const [field, { origin, quote }] of Object.entries(out.terms))
      if (origin === 'brief' && quote) expect(readable, field).toContain(flat(quote));
  });
});

test('a brief that is too long to be read is asked about, and the others are read', () => {
  const [brief] = briefs;
  if (!brief) throw new Error('no briefs');
  expect(termsOf({ ...brief, brief: 'x'.repeat(20_000) })).toMatchObject({ terms: {}, questions: expect.any(Array) });
});

test.each([
  ['en', 95],
  ['de', 85],
  ['fr', 85],
  ['es', 85],
])('%s: at least %i percent of what is stated is exact', (lang, goal) => {
  const verdicts = briefs.filter((brief) => brief.lang === lang).flatMap((brief) => judge(brief, termsOf(brief)));
  const stated = verdicts.filter(({ verdict }) => verdict !== 'invented');
  const exact = stated.filter(({ verdict }) => verdict === 'exact');
  expect((exact.length * 100) / stated.length).toBeGreaterThanOrEqual(goal);
});
