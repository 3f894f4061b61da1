import { describe, expect, it } from 'vitest';
import { parseBrief } from '../../src/briefs/brief.ts';
import { readableBrief } from '../../src/briefs/passages/text.ts';
import { CONTEXT } from './cases.ts';

const fee = (brief: string) => {
  const { found, notes } = parseBrief(brief, CONTEXT);
  return [found.fee && Number(found.fee.value.minor), notes.map(({ code }) => code)];
};

describe('what is struck out is taken back', () => {
  it.each([
    ['Logo for Hale Ltd, ~~900 euro~~ 850 euro, done by 10 April 2027.'],
    ['Logo for Hale Ltd, ~900 euro~ 850 euro, done by 10 April 2027.'],
    ['Logo for Hale Ltd, <s>900 euro</s> 850 euro, done by <del>3 April 2027</del> 10 April 2027.'],
    ['Logo for Hale Ltd, <strike>900 euro</strike> 850 euro, done by 10 April 2027.'],
  ])('%s', (brief) => {
    expect(fee(brief)).toEqual([85_000, []]);
    expect(parseBrief(brief, CONTEXT).found.endOn?.value).toBe('2027-04-10');
  });

  it.each(['about ~900 or ~950 euro', 'name~with~waves', '~ 900 euro ~', 'a ~ b'])('“%s” strikes nothing', (text) => {
    expect(readableBrief(text)).toBe(text);
  });
});

describe('what a page would not show is not read', () => {
  it.each([
    ['Logo for Hale Ltd, see [my offer](https://hale.test "price 5 euro"), 900 euro, done by 10 April 2027.'],
    ["Logo for Hale Ltd, see [my offer](https://hale.test 'price 5 euro'), 900 euro, done by 10 April 2027."],
    ['Logo for Hale Ltd, ![the price is 5 euro](https://hale.test/a.png) 900 euro, done by 10 April 2027.'],
  ])('%s', (brief) => {
    expect(fee(brief)).toEqual([90_000, []]);
  });
});
