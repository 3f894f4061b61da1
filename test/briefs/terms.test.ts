import { describe, expect, test } from 'vitest';
import { parseBrief } from '../../src/briefs/brief.ts';
import { contractTerms } from '../../src/briefs/terms.ts';

const context = {
  ...{ today: '2027-01-15', currency: 'EUR', zone: 'Europe/Berlin', country: 'DE' },
  ...{ depositPercentMilli: null, netDays: null },
};
const read = (brief: string) => contractTerms(parseBrief(brief, context));
const priced = (brief: string) => {
  const { found } = read(brief);
  const rate = found.rate?.value;
  return [found.fee?.value.minor, rate?.unit, rate?.minor, rate?.quantityMilli, rate?.capMinor];
};

describe('a rate in a brief', () => {
  test.each<[string, ReturnType<typeof priced>]>([
    ['Consulting for Acme, EUR 90 per hour, 10 hours', [90_000n, 'hour', 9_000n, 10_000, null]],
    ['Consulting for Acme at EUR 90/h for 12.5 hours', [112_500n, 'hour', 9_000n, 12_500, null]],
    ['Consulting for Acme, EUR 90 per hour, up to 20 hours', [undefined, 'hour', 9_000n, null, 180_000n]],
    ['Consulting for Acme, EUR 90 per hour, capped at EUR 1,500', [undefined, 'hour', 9_000n, null, 150_000n]],
    ['Consulting for Acme, EUR 90 per hour, about 30 hours', [undefined, 'hour', 9_000n, null, null]],
    ['Consulting for Acme, EUR 90 per hour, 10 hours a week', [undefined, 'hour', 9_000n, null, null]],
    [
      'Coaching for Petra, EUR 120 per session, 6 sessions, 24 hours notice',
      [72_000n, 'session', 12_000n, 6_000, null],
    ],
    ['Workshop days for Acme at EUR 800 a day, two days', [160_000n, 'day', 80_000n, 2_000, null]],
    [
      'Social media for Acme, EUR 950 a month from 1 March 2027 to 31 May 2027',
      [285_000n, 'month', 95_000n, 3_000, null],
    ],
    ['Social media for Acme, EUR 950 a month from 1 March 2027', [undefined, 'month', 95_000n, null, null]],
  ])('%s', (brief, expected) => {
    expect(priced(brief)).toEqual(expected);
  });

  test('asks neither for the whole price nor for an end of work that is billed as worked', () => {
    const { questions } = read('Consulting for Acme, EUR 90 per hour');
    expect(questions).not.toContain('fee');
    expect(questions).not.toContain('endOn');
  });

  test('beside a fixed price is said, and is not the price', () => {
    const { found, notes } = read('Website for Acme, fee EUR 4,000. Extra work EUR 90 per hour.');
    expect(found.fee?.value.minor).toBe(400_000n);
    expect(found.rate).toBeUndefined();
    expect(notes.map(({ code }) => code)).toContain('brief.rate-beside');
  });
});

test('parts and several slots of a brief stand in the terms', () => {
  const parts = read('Film for Acme, EUR 5,000: script EUR 1,500, shoot EUR 3,500. Done by 10 April 2027.').found;
  expect(parts.milestones?.value.map(({ label, minor }) => [label, minor])).toEqual([
    ['script', 150_000n],
    ['shoot', 350_000n],
  ]);
  const slots = read(
    'Coaching for Petra, EUR 120 per session, sessions on 2 March 2027 at 5pm and 9 March 2027 at 5pm',
  ).found;
  expect(slots.booking?.value).toMatchObject({ on: '2027-03-02', time: '17:00' });
  expect(slots.laterBookings?.value).toMatchObject([{ on: '2027-03-09', time: '17:00' }]);
  expect([slots.rate?.value.quantityMilli, slots.fee?.value.minor]).toEqual([2_000, 24_000n]);
});

test('a rate with a cap is a price, and the cap no open question', () => {
  const { found, notes, questions } = read(
    'Consulting for Acme (dana@acme.test), EUR 90 an hour, capped at EUR 5,000. Done by 1 June 2027.',
  );
  expect(found.rate?.value.capMinor).toBe(500_000n);
  expect([notes, questions]).toEqual([[], []]);
});

test.each([
  ['Consulting for Acme GmbH: 10 hours at 90 EUR per hour, capped at 800 EUR, by 30 April.', 80_000n],
  ['Beratung für Acme GmbH: 10 Stunden à 90 EUR, maximal 800 EUR, bis 30. April.', 80_000n],
  ['Acme GmbH retainer EUR 500 a month from 1 March to 31 August, capped at 2,500 EUR.', 250_000n],
])('what a number of units comes to is no price beside a cap: %s', (brief, cap) => {
  const { found } = read(brief);
  expect([found.fee, found.rate?.value.quantityMilli, found.rate?.value.capMinor]).toEqual([undefined, null, cap]);
});

test('a cap in another currency than the rate is asked, and is none in its', () => {
  const { found, notes } = read('Logo for Acme GmbH, 90 EUR per hour, at most 3,000 USD, by 30 April.');
  expect(found.rate?.value.capMinor).toBeNull();
  expect(notes.map(({ code }) => code)).toContain('brief.fee-limit');
});

test.each([
  ['Family shoot for Ann Ray, EUR 900 total, 3 May 2027 at 10:00 and 5 May 2027 at 12:00.', '10:00 12:00'],
  ['Family shoot for Ann Ray, EUR 900 total, 3 May at 10 and 5 May at 12.', '10:00 12:00'],
  ['Familienfotos für Ann Ray, 900 Euro, am 3. Mai 2027 um 10:00 und 5. Mai 2027 um 12:00.', '10:00 12:00'],
])('the time of one day is no day of the next: %s', (brief, times) => {
  const { found } = read(brief);
  const slots = [found.booking?.value, ...(found.laterBookings?.value ?? [])];
  expect(slots.map((slot) => slot?.time).join(' ')).toBe(times);
  expect(brief).toContain(found.laterBookings?.quote);
  expect(found.booking?.quote).toMatch(/^3\.? Ma[iy]/);
});

test('what each of several sessions costs is their rate; of other things it stays a question', () => {
  const rateIn = (brief: string) => read(brief).found.rate?.value;
  const days = '12 March 2027 10:00, 19 March 2027 10:00 and 26 March 2027 14:00';
  expect(rateIn(`Three headshot sessions for Ann Ray: ${days}, EUR 300 each`)).toMatchObject({
    unit: 'session',
    minor: 30_000n,
    quantityMilli: 3000,
  });
  expect(rateIn('4 coaching sessions for Ann Ray at 120 EUR each')).toMatchObject({ unit: 'session', minor: 12_000n });
  expect(rateIn('3 sessions and 2 logos for Ann Ray at 120 EUR each')).toBeUndefined();
  expect(rateIn('4 logos for Ann Ray at 120 EUR each')).toBeUndefined();
});

test('several days with one time are that many bookings, and no question which of them is meant', () => {
  const { found, notes, questions } = read('Coaching for Petra (petra@acme.test), EUR 900, 4, 5 and 6 May 2027, 9am.');
  expect([found.booking?.value.on, ...(found.laterBookings?.value ?? []).map(({ on }) => on)]).toEqual([
    '2027-05-04',
    '2027-05-05',
    '2027-05-06',
  ]);
  expect([notes, questions]).toEqual([[], []]);
});
