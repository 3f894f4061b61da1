import { expect, test } from 'vitest';
import { languageOf } from '../../src/briefs/languages/language.ts';
import { SAMPLES } from '../../src/contracts/take-brief.ts';

test('a brief of each language is read before anybody types one', () => {
  expect(SAMPLES.map(languageOf).sort()).toEqual(['de', 'en', 'es', 'fr']);
});
