import { expect, test } from 'vitest';
import { lineOfTier, tiersFrom } from '../../src/clauses/tiers.ts';

test('a scale is read as it is written, a step for each time', () => {
  const typed = '14 days: 50%\n48 hours before: 100%\n1 day: 75,5 %';
  expect(tiersFrom(typed)?.map(lineOfTier)).toEqual(['14 days: 50%', '48 hours: 100%', '1 day: 75.5%']);
});

test.each([
  ['further ahead than terms can say', '5000 days: 50%'],
  ['one time twice', '7 days: 50%\n7 days: 80%'],
  ['one time in days and in hours', '2 days: 50%\n48 hours: 80%'],
  ['no time at all', '0 days: 50%'],
  ['more than the price', '7 days: 120%'],
  ['words', 'a week: half'],
])('and is none with %s', (_, typed) => {
  expect(tiersFrom(typed)).toBeUndefined();
});
