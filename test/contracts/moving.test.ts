import { describe, expect, it } from 'vitest';
import { assemble, type Template } from '../../src/clauses/clause.ts';
import { templateOf } from '../../src/clauses/read.ts';
import { effectsOf } from '../../src/contracts/change-effects.ts';
import { sampleVariables } from '../../src/contracts/sample.ts';
import { Terms, term, termsToJson } from '../../src/contracts/terms.ts';
import { summaryLines } from '../../src/contracts/terms-summary.ts';
import { variablesOf } from '../../src/contracts/terms-wording.ts';
import type { Rescheduling } from '../../src/contracts/tiers.ts';
import { settingScene, settingTerms } from '../lint/cases.ts';

/** The clause as it was before moving had a term. */
const BEFORE = `You may move {% if severalBookings %}each booking{% else %}the booking{% endif %} once at no charge if you ask in writing at least {{ rescheduleNotice }} before it starts and we agree on a new date within 12 months; your payments move with it. {% if severalBookings %}Where a request comes later, or is the second for the same booking, the booking stands unless we agree on another day, and {{ "no-show" | clause }} applies if it can't take place.{% else %}A request that comes later, or a second one, we may treat as a cancellation of the booking.{% endif %}`;

const days = (within: number) => ({ within, unit: 'days' as const });
const share = (percent: number) => ({ percentMilli: percent * 1_000 });
const later = term([{ on: '2027-06-19', time: '15:00', minutes: 60, zone: 'UTC', place: null }], 'form' as const);
const photos = (said: Rescheduling | undefined, more: Partial<Terms> = {}) =>
  settingTerms({
    template: 'photography',
    terms: { ...(said && { rescheduling: term(said, 'form') }), ...more },
  });
const clauseIn = (terms: Terms) =>
  settingScene({ template: 'photography' }, terms).clauses.find(({ id }) => id === 'rescheduling')?.markdown ?? '';
const FREE = 'your payments move with it.';

describe('the clause on moving a booking', () => {
  it('reads to the letter as before where nobody agreed on more', async () => {
    const photography = templateOf('photography') as Template;
    const clauses = photography.clauses.map((clause) =>
      clause.id === 'rescheduling' ? { ...clause, source: BEFORE } : clause,
    );
    const words = (template: Template, variables: Parameters<typeof assemble>[1]) =>
      assemble(template, variables).clauses.find(({ id }) => id === 'rescheduling')?.markdown;
    let compared = 0;
    for (const variables of await sampleVariables()) {
      if (!variables.booking || variables.movingMonths !== '12 months' || !variables.movingOnce) continue;
      if (variables.movingFee || (variables.movingFees as string[]).length > 0) continue;
      expect(words(photography, variables)).toBe(words({ ...photography, clauses }, variables));
      compared += 1;
    }
    expect(compared).toBeGreaterThan(40);
  });

  it.each<[string, Rescheduling, string]>([
    [
      'once with a month of notice, then a share',
      { free: 1, notice: days(30), fee: share(25) },
      `You may move the booking once at no charge if you ask in writing at least 30 days before it starts and we agree on a new date within 12 months; ${FREE} Any other move needs a new date in the same way and costs EUR 1,000.00 (25% of the total price), on top of the price; without a new date the booking stands.`,
    ],
    [
      'as often as they like until two days before',
      { free: null, notice: { within: 48, unit: 'hours' }, fee: share(100) },
      `You may move the booking any number of times at no charge if you ask in writing at least 48 hours before it starts and we agree on a new date within 12 months; ${FREE} Any other move needs a new date in the same way and costs EUR 4,000.00 (100% of the total price), on top of the price; without a new date the booking stands.`,
    ],
    [
      'never free',
      { free: 0, fee: { minor: 15_000n } },
      `You may move the booking if you ask in writing before it starts and we agree on a new date within 12 months; ${FREE} Each move costs EUR 150.00, on top of the price.`,
    ],
    [
      'in steps, within half a year',
      { notice: days(14), months: 6, fee: share(25), tiers: [{ ...days(3), ...share(50) }] },
      `You may move the booking once at no charge if you ask in writing at least 14 days before it starts and we agree on a new date within 6 months; ${FREE} Any other move needs a new date in the same way; without one the booking stands. It costs, on top of the price and by how long before the booking starts your request reaches us:\n\n- at least 3 days before: EUR 1,000.00 (25% of the total price)\n- less than 3 days before: EUR 2,000.00 (50% of the total price)`,
    ],
    [
      'twice',
      { free: 2 },
      `You may move the booking twice at no charge if you ask in writing at least 90 days before it starts and we agree on a new date within 12 months; ${FREE} A request that comes later, or a further one, we may treat as a cancellation of the booking.`,
    ],
    [
      'at any time, as often as they like',
      { free: null, notice: days(0) },
      `You may move the booking any number of times at no charge if you ask in writing before it starts and we agree on a new date within 12 months; ${FREE}`,
    ],
    [
      'never',
      { free: 0 },
      'The booking stands on its day and can be moved only if we both agree to it in writing. A request to move it we may treat as a cancellation of the booking.',
    ],
  ])('%s', (_, said, words) => {
    expect(clauseIn(photos(said))).toBe(words);
  });

  it('a share is of what is moved: one booking among several, or its time', () => {
    const said: Rescheduling = { free: 1, fee: share(50) };
    expect(clauseIn(photos(said, { laterBookings: later }))).toContain(
      'costs 50% of the part of the total price that falls to that booking, on top',
    );
    const rate = term({ unit: 'session', minor: 9_000n, currency: 'EUR', quantityMilli: null, capMinor: null }, 'form');
    const worked = photos(said, { fee: undefined, deposit: term({ kind: 'none' }, 'form'), rate } as Partial<Terms>);
    expect(clauseIn(worked)).toContain('costs 50% of what the booked time would have cost, on top');
  });
});

describe('what was agreed on moving', () => {
  const said: Rescheduling = {
    free: 1,
    notice: days(30),
    months: 6,
    fee: { minor: 15_000n },
    tiers: [{ ...days(2), minor: 30_000n }],
  };

  it('stands in the summary, on one line', () => {
    const line = summaryLines(photos(said)).find(({ field }) => field === 'rescheduling');
    expect(line).toMatchObject({
      label: 'Moving',
      value: 'Once free with 30 days’ notice, to a day within 6 months, otherwise EUR 150.00, EUR 300.00 within 2 days',
    });
    expect(summaryLines(photos(undefined)).some(({ field }) => field === 'rescheduling')).toBe(false);
  });

  it('is kept in JSON, and terms from before it parse without it', () => {
    const terms = photos(said);
    expect(Terms.parse(termsToJson(terms))).toEqual(terms);
    for (const wrong of [
      {},
      { tiers: [{ ...days(2), ...share(50) }] },
      { fee: {} },
      { free: -1 },
      { notice: days(-1) },
    ])
      expect(Terms.safeParse({ rescheduling: { value: wrong, origin: 'form' } }).success, JSON.stringify(wrong)).toBe(
        false,
      );
  });

  it('a change of it says what it does to the freelancer', () => {
    const [once, often] = [photos({ free: 1, fee: share(25) }), photos({ free: null })];
    expect(effectsOf(once, often)).toEqual([
      'The client may move the booking more often at no charge.',
      'You are paid nothing for a booking that is moved late.',
    ]);
    expect(effectsOf(once, once)).toEqual([]);
    expect(
      variablesOf(once, { name: 'N', address: null, email: 'n@n.test', country: 'DE', taxId: null }),
    ).toMatchObject({
      movingTimes: 'once',
    });
  });
});
