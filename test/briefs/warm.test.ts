import { expect, test } from 'vitest';
import { languageOf } from '../../src/briefs/languages/language.ts';
import { WARMING, warmReader } from '../../src/briefs/warm.ts';

test('a brief of each language is read, so that every reader has been used', async () => {
  expect(WARMING.map(languageOf).sort()).toEqual(['de', 'en', 'es', 'fr']);
  await warmReader();
});
