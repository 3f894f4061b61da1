import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALSO_LINES } from '../../src/contracts/also-lines.ts';
import { readChange } from '../../src/contracts/change-words.ts';
import { movingFrom, movingLine } from '../../src/contracts/moving-line.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { Rescheduling } from '../../src/contracts/tiers.ts';
import { formatMoney, money } from '../../src/shared/money.ts';
import { settingTerms } from '../lint/cases.ts';

const days = (within: number) => ({ within, unit: 'days' as const });
const share = (percent: number) => ({ percentMilli: percent * 1_000 });
const CONTEXT = { today: '2027-02-08', zone: 'Europe/Berlin' };
const photos = (said?: Rescheduling): Terms =>
  settingTerms({ template: 'photography', terms: said ? { rescheduling: term(said, 'form') } : {} });
const asked = (words: string, terms = photos()) => readChange({ words, terms, context: CONTEXT, origin: 'form' });

const span = fc.record({
  within: fc.integer({ min: 1, max: 90 }),
  unit: fc.constantFrom('days' as const, 'hours' as const),
});
const fee = fc.oneof(
  fc.record({ percentMilli: fc.integer({ min: 1, max: 100 }).map((percent) => percent * 1_000) }),
  fc.record({ minor: fc.integer({ min: 1, max: 900_000 }).map(BigInt) }),
);
const optional = { requiredKeys: [] };
const terms = fc
  .record(
    {
      free: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 12 })),
      notice: fc.oneof(span, fc.constant(days(0))),
      months: fc.integer({ min: 1, max: 24 }),
      fee,
      tiers: fc.array(
        fc.tuple(span, fee).map(([time, worth]) => ({ ...time, ...worth })),
        { minLength: 1, maxLength: 2 },
      ),
    },
    optional,
  )
  // "Not possible" has nothing beside it, and what is shown is in the order of its times.
  .map((said) => (said.free === 0 && !said.fee ? { free: 0 } : said))
  .filter((said) => Rescheduling.safeParse(said).success && (said.tiers?.length ?? 0) < 2);

describe('the line on moving the date', () => {
  it('comes back exactly as it is shown, whatever was agreed', () => {
    fc.assert(
      fc.property(terms, (said) => {
        const shown = movingLine(said, (minor) => formatMoney(money(minor, 'EUR')).slice(4));
        expect(movingFrom(shown, 'EUR'), shown).toEqual(said);
      }),
      { numRuns: 300 },
    );
  });

  it('takes words of one’s own, in their language too, and not what it can’t hold', () => {
    const line = ALSO_LINES.find(({ term: name }) => name === 'rescheduling');
    const read = (words: string) => line?.read(words, { ...CONTEXT, terms: photos() });
    expect(read('free up to 14 days before, then 25%')).toEqual({ notice: days(14), fee: share(25) });
    expect(read('costs 150')).toEqual({ free: 0, fee: { minor: 15_000n } });
    expect(read('bis 14 Tage vorher kostenlos, danach 25 %')).toEqual({ notice: days(14), fee: share(25) });
    expect(read('none')).toEqual({ free: 0 });
    expect(read('free, 50% within 7 working days')).toBeUndefined();
    expect(read('free if it rains')).toBeUndefined();
  });

  it('stands in the form of what is booked alone, unless somebody agreed on it', () => {
    const line = ALSO_LINES.find(({ term: name }) => name === 'rescheduling');
    expect([line?.fits(photos()), line?.fits(settingTerms({ template: 'general' }))]).toEqual([true, false]);
  });
});

describe('asked for in plain words', () => {
  it.each<[string, Rescheduling, Rescheduling | undefined]>([
    [
      'One free reschedule with 30 days notice, otherwise 25%',
      { free: 1, notice: days(30), fee: share(25) },
      undefined,
    ],
    [
      'Please make it: reschedule free up to 48h before, after that the session is charged in full.',
      { notice: { within: 48, unit: 'hours' }, fee: share(100) },
      undefined,
    ],
    ['Moving the date costs 150', { free: 0, fee: { minor: 15_000n } }, undefined],
    ['Two reschedules at no charge with 14 days notice', { free: 2, notice: days(14) }, undefined],
    // What is not spoken of stays.
    [
      'Make the rescheduling fee 20%',
      { free: 1, notice: days(30), fee: share(20) },
      { free: 1, notice: days(30), fee: share(25) },
    ],
  ])('%s', (words, said, stood) => {
    const { terms: next, open, changed } = asked(words, photos(stood));
    expect({ open, changed }).toEqual({ open: [], changed: ['rescheduling'] });
    expect(next.rescheduling?.value).toEqual(said);
  });

  it('cancelling or rescheduling at one price changes both', () => {
    const { terms: next, open } = asked('Cancelling or rescheduling within 14 days: 50%');
    expect(open).toEqual([]);
    expect(next.cancellation?.value).toEqual({ kind: 'tiers', tiers: [{ ...days(14), ...share(50) }] });
    expect(next.rescheduling?.value).toEqual({ notice: days(14), fee: share(50) });
  });

  it('a new day is no term for moving, and what else is wished for is not lost', () => {
    expect(asked('Move the shoot to 14 June 2027').changed).toEqual(['booking']);
    expect(asked('Postpone the shoot to 14 June 2027').changed).toEqual(['booking']);
    const both = asked('One free reschedule with 30 days notice and drop the deposit');
    expect([...both.changed].sort()).toEqual(['deposit', 'rescheduling']);
  });

  it.each([
    'We can’t accept a rescheduling fee of 20%',
    'If we move the shoot within 14 days because of rain it should be free',
    'Is rescheduling within 14 days 50%?',
    'Our last photographer charged 50% for rescheduling within 14 days',
    'Make the rescheduling fee lower',
  ])('is asked and not taken: %s', (words) => {
    const { changed, open } = asked(words);
    expect(changed).toEqual([]);
    expect(open.length).toBeGreaterThan(0);
  });
});
