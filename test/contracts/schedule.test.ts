import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scheduleOf } from '../../src/contracts/schedule.ts';
import { depositOf, type Milestone, type Terms, term, totals } from '../../src/contracts/terms.ts';
import { checkTerms } from '../../src/contracts/terms-check.ts';
import { formatMoney } from '../../src/shared/money.ts';
import { dealTerms } from './scene.ts';

const TODAY = '2027-01-15';
const parts = (...milestones: Milestone[]) => ({ milestones: term(milestones, 'form') });
const none = { deposit: term({ kind: 'none' } as const, 'form') };
const share = (percentMilli: number) => ({ deposit: term({ kind: 'share', percentMilli } as const, 'form') });

function planned(terms: Partial<Terms>): string[] {
  return scheduleOf(dealTerms(terms), TODAY).map(({ kind, trigger, label, dueOn, total }) =>
    [kind, trigger, label, dueOn, formatMoney(total)].filter(Boolean).join(' '),
  );
}

const blocked = (terms: Partial<Terms>) => checkTerms(dealTerms(terms), TODAY).map(({ code }) => code);

describe('the schedule of a contract', () => {
  test('is one balance less the deposit where the price is not split', () => {
    expect(planned({})).toEqual(['balance date 2027-04-10 EUR 2,000.00']);
  });

  test.each([
    ['14:00', 600, undefined, '2027-06-13'],
    ['20:00', 480, undefined, '2027-06-14'],
    [null, null, undefined, '2027-06-13'],
    // Where it is due to be done is what was agreed, unless that is the day of the booking itself.
    ['14:00', 600, '2027-06-12', '2027-06-13'],
    ['14:00', 600, '2027-07-01', '2027-07-01'],
  ])('invoices a wedding at %s for %s minutes, done by %s, once it is over: %s', (time, minutes, end, dueOn) => {
    const booking = { on: '2027-06-12', time, minutes, zone: 'Europe/Berlin', place: null };
    const endOn = end ? term(end, 'form') : undefined;
    expect(planned({ endOn, booking: term(booking, 'form') })).toEqual([`balance date ${dueOn} EUR 2,000.00`]);
  });

  test('has a part for each share, the deposit taken off the last', () => {
    const terms = {
      ...share(10_000),
      ...parts(
        { label: 'Concept', percentMilli: 30_000, dueOn: '2027-03-15' },
        { label: 'Design', percentMilli: 40_000 },
        { label: 'Handover', percentMilli: 30_000 },
      ),
    };
    expect(planned(terms)).toEqual([
      'milestone date Concept 2027-03-15 EUR 1,200.00',
      'milestone button Design EUR 1,600.00',
      'balance date Handover 2027-04-10 EUR 800.00',
    ]);
    expect(blocked(terms)).toEqual([]);
  });

  test('lets a deposit be the first share of the whole', () => {
    const terms = {
      ...share(30_000),
      ...parts({ label: 'Design', percentMilli: 40_000 }, { label: 'Launch', percentMilli: 30_000 }),
    };
    expect(planned(terms)).toEqual([
      'milestone button Design EUR 1,600.00',
      'balance date Launch 2027-04-10 EUR 1,200.00',
    ]);
    expect(blocked(terms)).toEqual([]);
  });

  test('of three thirds leaves nothing over', () => {
    const third = (label: string) => ({ label, percentMilli: 33_333 });
    const terms = { ...none, ...parts(third('One'), third('Two'), third('Three')) };
    expect(planned(terms).map((line) => line.split('EUR ')[1])).toEqual(['1,333.33', '1,333.33', '1,333.34']);
    expect(blocked(terms)).toEqual([]);
  });

  test('is refused when the parts do not make the price, are nothing, or can’t carry the deposit', () => {
    const two = (a: Partial<Milestone>, b: Partial<Milestone>) => parts({ label: 'One', ...a }, { label: 'Two', ...b });
    expect(blocked({ ...none, ...two({ percentMilli: 30_000 }, { percentMilli: 60_000 }) })).toEqual([
      'terms.parts-sum',
    ]);
    expect(blocked({ ...none, ...two({ minor: 100_000n }, { minor: 200_000n }) })).toEqual(['terms.parts-sum']);
    expect(blocked({ ...none, ...two({ percentMilli: 100_000 }, { minor: 0n }) })).toEqual(['terms.parts-sum']);
    // A sum is what it says: nobody rounded 1,999.98.
    expect(blocked({ ...none, ...two({ minor: 200_000n }, { minor: 199_998n }) })).toEqual(['terms.parts-sum']);
    expect(blocked({ ...none, ...two({ minor: 200_000n }, { minor: 200_000n }) })).toEqual([]);
    expect(blocked({ ...share(50_000), ...two({ percentMilli: 90_000 }, { percentMilli: 10_000 }) })).toEqual([
      'terms.parts-deposit',
    ]);
    expect(
      blocked({ ...none, ...two({ percentMilli: 50_000, dueOn: '2026-01-01' }, { percentMilli: 50_000 }) }),
    ).toEqual(['terms.date-past']);
  });

  test('of work by the month has an invoice on the last day of each', () => {
    const rate = term(
      { unit: 'month', minor: 100_001n, currency: 'EUR', quantityMilli: 3000, capMinor: null } as const,
      'form',
    );
    const terms = {
      ...none,
      rate,
      fee: term({ minor: 300_003n, currency: 'EUR' }, 'form'),
      startOn: term('2027-03-01', 'form'),
      endOn: term('2027-05-31', 'form'),
    };
    expect(planned(terms)).toEqual([
      'milestone date March 2027 2027-03-31 EUR 1,000.01',
      'milestone date April 2027 2027-04-30 EUR 1,000.01',
      'balance date May 2027 2027-05-31 EUR 1,000.01',
    ]);
  });

  test('of work billed as worked stays open, and takes no share as a deposit', () => {
    const rate = (capMinor: bigint | null) =>
      term({ unit: 'hour', minor: 9_000n, currency: 'EUR', quantityMilli: null, capMinor } as const, 'form');
    const { fee: _, endOn: __, ...rest } = dealTerms(none);
    const worked = (more: Partial<Terms>) => checkTerms({ ...rest, ...more }, TODAY).map(({ code }) => code);
    expect(scheduleOf({ ...rest, rate: rate(null) }, TODAY)).toMatchObject([{ kind: 'worked', trigger: 'button' }]);
    expect(worked({ rate: rate(null) })).toEqual([]);
    expect(worked({ rate: rate(8_000n) })).toEqual(['terms.cap-small']);
    expect(worked({ rate: rate(null), ...share(50_000) })).toEqual(['terms.deposit-worked']);
  });

  test('makes the price to the last unit, whatever is split, taxed and paid in advance', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1_000n, max: 9_999_999n }),
        fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(0, 7_000, 8_875, 19_000),
        fc.boolean(),
        fc.integer({ min: 0, max: 100 }),
        (minor, weights, taxRateMilli, taxIncluded, percent) => {
          const all = weights.reduce((a, b) => a + b, 0) + 3;
          const milli = weights.map((weight) => Math.floor((weight * 100_000) / all));
          const rest = 100_000 - milli.reduce((a, b) => a + b, 0);
          const terms = dealTerms({
            ...(percent > 0 ? share(percent * 1000) : none),
            ...parts(...[...milli, rest].map((percentMilli, n) => ({ label: `Part ${n}`, percentMilli }))),
            fee: term({ minor, currency: 'EUR' }, 'form'),
            taxRateMilli: term(taxRateMilli, 'workspace'),
            taxIncluded: term(taxIncluded, 'form'),
          });
          const sum = scheduleOf(terms, TODAY).reduce(
            (sofar, { total }) => sofar + total.minor,
            depositOf(terms).minor,
          );
          expect(sum).toBe(totals(terms).total.minor);
        },
      ),
    );
  });
});
