import { describe, expect, test } from 'vitest';
import { readChange } from '../../src/contracts/change-words.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { CONTRACTS } from './request-property.ts';

const context = { today: '2027-01-15', zone: 'Europe/Berlin' };
const third: Terms = { ...CONTRACTS.fixed, deposit: term({ kind: 'share', percentMilli: 30_000 }, 'brief') };
const read = (words: string, terms: Terms = third, answers?: Record<string, string>) =>
  readChange({ words, terms, context, origin: 'client', ...(answers && { answers }) });

describe('a split of the price without a word on when is asked', () => {
  test.each(['split it 50/50', '50/50 please', 'fifty-fifty', 'moitié-moitié', 'mitad y mitad', 'halbe-halbe'])(
    '%s',
    (words) => {
      const { changed, open } = read(words);
      expect(changed).toEqual([]);
      const [answer = ''] = open[0]?.choices.map(({ label }) => label) ?? [];
      expect(answer).toBe('Deposit: 50% first, the rest when the work is done');
      const chosen = read(words, third, { [open[0]?.key ?? '']: answer });
      expect(chosen.terms.deposit?.value).toEqual({ kind: 'share', percentMilli: 50_000 });
    },
  );

  test('what each of several parts waits for has to be said, and what stands so already is told', () => {
    expect(read('split the payment 40/30/30').open[0]?.sentence).toMatch(/^What does each part wait for/);
    expect(read('split it 50/50', CONTRACTS.fixed).open[0]?.sentence).toMatch(/^The contract has it so: 50% first/);
  });

  test.each(['the ratio is 16/9', 'we meet on 04/05', 'call 030/1234'])('no split: %s', (words) =>
    expect(
      read(words)
        .open.map(({ sentence }) => sentence)
        .join(),
    ).not.toMatch(/part wait|part due/),
  );

  test('half at the end says no more than half at the start', () => {
    const { changed, open } = read('half up front, half on delivery');
    expect([changed, open]).toEqual([['deposit'], []]);
  });
});

describe('a plan of payments takes nothing that stands behind it', () => {
  test.each<[string, string[], string[]]>([
    ['30% on signing, 40% with the draft, 30% on delivery, and net 30', ['netDays', 'milestones'], []],
    [
      '30% on signing, 40% with the draft, 30% on delivery and our designer uses blue',
      ['milestones'],
      ['our designer uses blue'],
    ],
    ['keep the price and our designer uses blue', [], ['our designer uses blue']],
  ])('%s', (words, changed, left) => {
    const { changed: done, open, terms } = read(words);
    expect([done, open.map(({ quote }) => quote)]).toEqual([changed, left]);
    if (changed.includes('milestones'))
      expect(terms.milestones?.value.map(({ label }) => label)).toEqual(['draft', 'delivery']);
  });
});

describe('a figure whose term nobody can tell', () => {
  test.each(['20% of the photos in black and white', 'make the logo 20% bigger', 'use 100% recycled paper'])(
    'a share of something else has no deposit among its answers: %s',
    (words) => {
      const { changed, open } = read(words);
      expect(changed).toEqual([]);
      expect(open.map(({ choices }) => choices.map(({ label }) => label))).toEqual([
        ['Add it as a special term, in these words', 'Leave it as it is'],
      ]);
    },
  );

  test('a bare number is a share or a sum', () => {
    const { changed, open } = read('deposit 40');
    expect([changed, open[0]?.choices.map(({ label }) => label)]).toEqual([
      [],
      ['Deposit: 40%', 'Deposit: EUR 40.00', 'Leave it as it is'],
    ]);
    expect(read('deposit EUR 40').terms.deposit?.value).toEqual({ kind: 'sum', minor: 4_000n });
    expect(read('deposit 400').terms.deposit?.value).toEqual({ kind: 'sum', minor: 40_000n });
  });

  test('a length behind a new start is later than that, or than the deadline was', () => {
    const { changed, open } = read('start on March 15 and finish four weeks later');
    expect(changed).toEqual(['startOn']);
    expect(open[0]?.choices.map(({ label }) => label)).toEqual([
      'Done by: Sat 8 May 2027',
      'Done by: Mon 12 April 2027',
      'Leave it as it is',
    ]);
  });

  test('no portfolio before launch is no portfolio for good', () => {
    const { changed, open } = read('no portfolio use before launch');
    expect([changed, open[0]?.choices[0]?.patch]).toEqual([[], { portfolio: 'after-publication' }]);
  });
});
