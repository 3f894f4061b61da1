import { describe, expect, test } from 'vitest';
import { templateOf } from '../../src/clauses/read.ts';
import { laterSlotsFrom, type PlanValues, partsFrom, rateFrom, shownPlan } from '../../src/contracts/form-plan.ts';
import { type FormValues, shownTerms, termsFrom } from '../../src/contracts/form-terms.ts';
import { type Booking, type Milestone, type Rate, type Terms, term } from '../../src/contracts/terms.ts';
import { dealTerms } from './scene.ts';

const TODAY = '2027-01-15';
const WORKSPACE = {
  ...{ currency: 'EUR', zone: 'Europe/Berlin', country: 'DE' },
  ...{ depositPercentMilli: null, netDays: 14, taxRateMilli: 0 },
};
const READ_WITH = { defaults: WORKSPACE, today: TODAY, template: templateOf('general') };
const first: Booking = { on: '2027-06-12', time: '15:00', minutes: 180, zone: 'Europe/Berlin', place: 'Town hall' };

/** What the form shows of terms; it always opens with a currency and a deposit. */
const formOf = (terms: Terms) => {
  const shown = shownTerms(terms, 'Europe/Berlin') as FormValues;
  return { ...shown, deposit: shown.deposit ?? '0', currency: shown.currency ?? 'EUR' };
};
const again = (terms: Terms) => termsFrom(formOf(terms), terms, READ_WITH);

describe('what the form shows of a plan reads back as itself', () => {
  test.each<[string, Milestone[]]>([
    [
      'shares',
      [
        { label: 'Concept', percentMilli: 30_000, dueOn: '2027-03-02' },
        { label: 'Rest of it', percentMilli: 70_000 },
      ],
    ],
    [
      'sums',
      [
        { label: 'Script: first draft', minor: 150_000n },
        { label: 'Shoot', minor: 250_000n, dueOn: '2027-04-30' },
      ],
    ],
    [
      'thirds',
      [
        { label: 'One', percentMilli: 33_333 },
        { label: 'Two', percentMilli: 66_667 },
      ],
    ],
    [
      'fractions',
      [
        { label: 'One', percentMilli: 12_500 },
        { label: 'Two', percentMilli: 87_500 },
      ],
    ],
  ])('%s', (_, milestones) => {
    const terms = dealTerms({ milestones: term(milestones, 'brief', 'as it was said') });
    expect(again(terms).milestones).toEqual(terms.milestones);
  });

  test.each<[string, Partial<Rate>]>([
    ['a number of hours', { quantityMilli: 10_000 }],
    ['half days', { unit: 'day', quantityMilli: 2_500 }],
    ['as worked', {}],
    ['as worked, within a limit', { capMinor: 450_000n }],
  ])('a rate: %s', (_, more) => {
    const rate: Rate = { unit: 'hour', minor: 9_000n, currency: 'EUR', quantityMilli: null, capMinor: null, ...more };
    const { fee: _fee, ...rest } = dealTerms({
      currency: term('EUR', 'workspace'),
      deposit: term({ kind: 'none' } as const, 'form'),
    });
    const minor = rate.quantityMilli === null ? undefined : (9_000n * BigInt(rate.quantityMilli)) / 1000n;
    const terms: Terms = {
      ...rest,
      rate: term(rate, 'brief', '90 an hour'),
      ...(minor !== undefined && { fee: term({ minor, currency: 'EUR' }, 'brief', '90 an hour') }),
    };
    const read = again(terms);
    expect([read.rate, read.fee]).toEqual([terms.rate, terms.fee]);
  });

  test('slots with their own length, time and place', () => {
    const later: Booking[] = [
      { ...first, on: '2027-06-19' },
      { ...first, on: '2027-06-26', time: '10:30', minutes: 90, place: 'Annex, 2nd floor' },
      { ...first, on: '2027-07-03', time: '22:00', minutes: 240 },
    ];
    const terms = dealTerms({
      booking: term(first, 'brief'),
      laterBookings: term(later, 'brief', 'and then'),
      endOn: undefined,
    });
    expect(again(terms).laterBookings).toEqual(terms.laterBookings);
  });
});

describe('what is typed', () => {
  const rate = (more: PlanValues) => rateFrom({ fee: '90', currency: 'EUR', ...more });

  test('a price for each hour, with and without how many', () => {
    expect(rate({ unit: 'hour', quantity: '12,5' })).toMatchObject({ minor: 9_000n, quantityMilli: 12_500 });
    expect(rate({ unit: 'session', cap: '900' })).toMatchObject({ quantityMilli: null, capMinor: 90_000n });
    expect(rate({ unit: 'whole' })).toBeUndefined();
    expect(() => rate({ unit: 'whole', quantity: '3' })).toThrow('Choose what the price is for');
    expect(() => rate({ unit: 'hour', quantity: '3', cap: '500' })).toThrow('leave “At most” empty');
    expect(() => rate({ unit: 'hour', quantity: '0' })).toThrow('as a number');
  });

  test.each([
    ['Concept: 30%', { label: 'Concept', percentMilli: 30_000 }],
    ['- Concept: 30 percent; 2 March', { label: 'Concept', percentMilli: 30_000, dueOn: '2027-03-02' }],
    ['Script: 1,200.50', { label: 'Script', minor: 120_050n }],
    ['Shoot: EUR 1,200; 12 June 2027', { label: 'Shoot', minor: 120_000n, dueOn: '2027-06-12' }],
    ['Both: a third', { label: 'Both', percentMilli: 33_333 }],
  ])('a part: %s', (text, part) => {
    expect(partsFrom(text, 'EUR', TODAY)).toEqual([part]);
  });

  test.each([
    ['Concept 30%', 'like “Concept: 30%”'],
    [`${'long '.repeat(20)}: 30%`, 'like “Concept: 30%”'],
    ['Concept: soon', 'amount'],
    ['Concept: 30%; some day', 'no day I can read'],
    ['Concept: 30%; 2 March 2020', 'in the past'],
    [Array(21).fill('One: 5%').join('\n'), 'Twenty parts'],
  ])('a part that can’t be read: %s', (text, sentence) => {
    expect(() => partsFrom(text, 'EUR', TODAY)).toThrow(sentence);
  });

  test('dates that follow the first, and what is wrong with others', () => {
    expect(laterSlotsFrom('19 June 2027', first, TODAY)).toEqual([{ ...first, on: '2027-06-19' }]);
    expect(laterSlotsFrom('20 June 2027; 9am to 11am; Studio', first, TODAY)).toEqual([
      { ...first, on: '2027-06-20', time: '09:00', minutes: 120, place: 'Studio' },
    ]);
    expect(() => laterSlotsFrom('19 June 2027', undefined, TODAY)).toThrow('when the first booking is');
    expect(() => laterSlotsFrom('at noon', first, TODAY)).toThrow('write each date like');
    expect(() => laterSlotsFrom('19 June 2027 at 3', first, TODAY)).toThrow('morning or evening');
  });

  test('nothing is left of it when it is emptied', () => {
    const terms = dealTerms({ milestones: term([{ label: 'All', percentMilli: 100_000 }], 'brief') });
    const shown = { ...formOf(terms), milestones: undefined };
    expect(termsFrom(shown, terms, READ_WITH).milestones).toBeUndefined();
    expect(shownPlan(terms).milestones).toBe('All: 100%');
  });
});
