import { describe, expect, test } from 'vitest';
import { CUSTOM_RULES } from '../../src/lint/custom-rules.ts';
import { settingScene } from './cases.ts';
import { type Measured, measured } from './own-measured-cases.ts';
import { HARMFUL } from './own-measured-harmful.ts';
import { INNOCENT } from './own-measured-innocent.ts';

const blocking = (of: Measured, words: string) => {
  const scene = settingScene(measured(of, words));
  return CUSTOM_RULES.flatMap((rule) => {
    const one = rule.check(scene);
    return one && (one.grade ?? rule.grade) === 'blocks' ? [{ ...one, rule: rule.id }] : [];
  });
};

const harmful = HARMFUL.flatMap(([rule, of, ...sentences]) =>
  sentences.map((sentence) => [`custom.other-${rule}`, of, sentence] as const),
);
const innocent = INNOCENT.flatMap(([of, ...sentences]) => sentences.map((sentence) => [of, sentence] as const));

describe('sentences that were written from the terms alone, before the rules were known', () => {
  test.each(harmful)('%s (%s): “%s” blocks, and is named', (rule, of, sentence) => {
    const found = blocking(of, `The files are yours to keep.\n${sentence}`);
    expect(found.map((one) => one.rule)).toContain(rule);
    for (const { quote, sentence: says, fix } of found) {
      expect(sentence).toContain(quote?.sentence);
      expect(says).toMatch(/^Your own wording .+\.$/);
      expect(says).not.toMatch(/undefined|NaN/);
      expect(fix?.label).toBe('Take the sentence out');
    }
  });

  test.each(innocent)('(%s) “%s” does not block', (of, sentence) => {
    expect(blocking(of, sentence).map(({ rule }) => rule)).toEqual([]);
  });
});
