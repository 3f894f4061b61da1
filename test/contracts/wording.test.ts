import { describe, expect, it } from 'vitest';
import { assemble, type Template } from '../../src/clauses/clause.ts';
import { library, templateOf } from '../../src/clauses/read.ts';
import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { monthsOf } from '../../src/contracts/schedule.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { fillTerms } from '../../src/contracts/terms-defaults.ts';
import { slotWhen, variablesOf } from '../../src/contracts/terms-wording.ts';
import { fitting } from './fitting.ts';

const WORKSPACE = {
  currency: 'EUR',
  zone: 'Europe/Berlin',
  country: 'DE',
  depositPercentMilli: null,
  netDays: 14,
  taxRateMilli: 19_000,
};
const BUSINESS = {
  name: 'Studio North',
  address: 'Hauptstr. 1, 10827 Berlin',
  email: 'hi@studio.test',
  country: 'DE',
  taxId: null,
};
const BOOKING = term({ on: '2027-06-12', time: '15:00', minutes: 360, zone: 'Europe/Berlin', place: 'Castle' }, 'form');

const base: Terms = {
  title: term('Brand identity', 'form'),
  clientName: term('Dana Reyes', 'form'),
  clientEmail: term('dana@acme.test', 'form'),
  fee: term({ minor: 400_000n, currency: 'EUR' }, 'form'),
  endOn: term('2027-07-10', 'form'),
};

const LATER = term([{ ...BOOKING.value, on: '2027-06-19' }], 'form' as const);
const rate = (unit: 'hour' | 'month', quantityMilli: number | null, capMinor: bigint | null = null) =>
  term({ unit, minor: 9_000n, currency: 'EUR', quantityMilli, capMinor }, 'form' as const);
const share = (percentMilli: number) => term({ kind: 'share' as const, percentMilli }, 'form' as const);
const NONE = term({ kind: 'none' as const }, 'form' as const);
const sum = term({ kind: 'sum' as const, minor: 5_000n }, 'form' as const);
const fixed = (minor: bigint) => ({ fee: term({ minor, currency: 'EUR' }, 'form' as const) });

/** The ways a price may be agreed and paid. */
const PRICES: Record<string, Partial<Terms>> = {
  'fixed, no deposit': { ...fixed(400_000n), deposit: NONE },
  'fixed, a third before': { ...fixed(400_000n), deposit: share(33_333) },
  'fixed, all before': { ...fixed(400_000n), deposit: share(100_000) },
  'so many hours': { ...fixed(90_000n), rate: rate('hour', 10_000), deposit: share(50_000) },
  'as worked': { fee: undefined, rate: rate('hour', null), deposit: NONE, endOn: undefined },
  'as worked, with a limit and a deposit': { fee: undefined, rate: rate('hour', null, 450_000n), deposit: sum },
  'by the month without an end': { fee: undefined, rate: rate('month', null), deposit: NONE, endOn: undefined },
  'six months': {
    ...{ ...fixed(54_100n), rate: rate('month', 6_000), deposit: sum },
    ...{ startOn: term('2027-03-01', 'form'), endOn: undefined },
  },
  'in parts': {
    ...{ ...fixed(400_000n), deposit: share(20_000) },
    milestones: term(
      [
        { label: 'Concept', percentMilli: 30_000 },
        { label: 'Final', percentMilli: 70_000, dueOn: '2027-07-01' },
      ],
      'form',
    ),
  },
};

/** Every combination of what changes which clauses stand, or how they read. */
const variants: [string, Terms][] = [];
for (const { id } of library().templates)
  for (const kind of ['business', 'private'] as const)
    for (const [price, how] of Object.entries(PRICES))
      for (const slots of [0, 1, 2])
        for (const extra of [false, true]) {
          const name = `${id}, ${kind}, ${price}, ${slots} bookings, ${extra ? 'more' : 'less'}`;
          const terms: Terms = {
            ...base,
            ...how,
            template: term(id, 'form'),
            clientKind: term(kind, 'form'),
            booking: slots > 0 ? BOOKING : undefined,
            laterBookings: slots > 1 ? LATER : undefined,
          };
          const more: Terms = {
            clientCompany: term('Acme', 'form'),
            startOn: term('2027-03-02', 'form'),
            deliverables: term(deliverablesFrom(['Logo', 'Guide']), 'form'),
            specialTerms: term('First wish.\n\nSecond wish.', 'form'),
            netDays: term(0, 'form'),
            revisions: term(0, 'form'),
            scopeNotes: term('What the logo is for.', 'form'),
            acceptanceNotes: term('It reads in one colour.', 'form'),
            confidentialityYears: term(0, 'form'),
            portfolio: term('no', 'form'),
            expenses: term({ kind: 'capped', minor: 30_000n }, 'form'),
            rights: term({ kind: 'licence', use: 'print', territory: 'Germany', months: 24 }, 'form'),
            ...(how.rate && !how.fee ? {} : { killFee: term({ percentMilli: 25_000 }, 'form') }),
          };
          variants.push([name, extra ? { ...terms, ...more } : terms]);
        }

function render(terms: Terms) {
  const template = templateOf(terms.template?.value ?? '');
  if (!template) throw new Error('no template');
  return assemble(template, variablesOf(fillTerms(fitting(terms, template), template, WORKSPACE), BUSINESS));
}

const ids = new Set(library().clauses.keys());

describe('every template, with every mix of terms', () => {
  it.each(variants)('%s', (_name, terms) => {
    const { clauses, text } = render(terms);
    expect(clauses.map((c) => c.number)).toEqual(clauses.map((_, i) => i + 1));
    expect(text).not.toMatch(/\{\{|\{%|undefined|null|NaN|\[object/);
    expect(text).not.toMatch(/EUR 0\.00|EUR -/);
    const sentences = text.split(/(?<=[.?])\s+|\n+/).filter((each) => each.length > 25 && !/^\d+\. |^- /.test(each));
    expect(sentences.filter((each, at) => sentences.indexOf(each) !== at)).toEqual([]);
    for (const each of sentences) expect(each).toMatch(/^[A-Z“\d]/);
    if (text.includes('You also pay what we spend')) expect(text).not.toContain('covers everything');
    expect(text).not.toMatch(/ {2}|\( ?\)| \.|\.\.|,,|\n{3}/);
    for (const [, number, title] of text.matchAll(/clause (\d+) \(([^)]+)\)/g))
      expect(clauses[Number(number) - 1]?.title).toBe(title);
    for (const id of ids)
      if (id.includes('-')) expect(text).not.toContain(id === 'change-requests' ? `"${id}"` : ` ${id} `);
    const present = new Set(clauses.map((c) => c.id));
    if (!templateOf(terms.template?.value ?? '')?.priced) {
      expect(text).not.toMatch(/EUR|deposit of|invoice/);
      expect(present.has('fee') || present.has('payment')).toBe(false);
      return;
    }
    expect(present.has('late-payment-business')).toBe(terms.clientKind?.value === 'business');
    expect(present.has('late-payment-private')).toBe(terms.clientKind?.value === 'private');
    expect(present.has('deposit')).toBe(terms.deposit?.value.kind !== 'none');
    expect(present.has('cancellation-tiers')).not.toBe(present.has('ending-early'));
    if (present.has('kill-fee')) expect(present.has('ending-early') && terms.fee !== undefined).toBe(true);
    expect(present.has('ip-assignment') && present.has('licence')).toBe(false);
    for (const dated of ['booking-date', 'no-show', 'rescheduling'])
      if (dated !== 'no-show' || present.has(dated)) expect(present.has(dated)).toBe(terms.booking !== undefined);
  });
});

describe('words say how the work is paid', () => {
  const text = (price: string) =>
    render({ ...base, ...PRICES[price], template: term('general', 'form'), clientKind: term('business', 'form') }).text;

  it.each([
    ['so many hours', 'The price is for 10 hours at EUR 90.00 per hour. The fee is EUR 900.00, plus tax at 19%'],
    ['so many hours', 'covers everything this contract lists, up to 10 hours.'],
    [
      'fixed, no deposit',
      'The price covers everything this contract lists. It changes only when we both agree to a change.',
    ],
    ['as worked', 'You pay for the work as it is done, at EUR 90.00 per hour, plus tax at 19%.'],
    ['as worked', 'limited to what the work under this contract has cost you until then'],
    ['as worked', 'You pay for the work done until then, at the agreed rate,'],
    ['as worked, with a limit and a deposit', 'comes to at most EUR 4,500.00 before tax.'],
    [
      'as worked, with a limit and a deposit',
      'we take it off the last invoice for the work, and return what is left over',
    ],
    ['by the month without an end', 'We invoice the work as it is done, each month at its end.'],
    ['six months', 'We invoice EUR 107.29 for each month of the work, 6 months in all, on its last day'],
    [
      'six months',
      'first on Wed 31 March 2027, last on Tue 31 August 2027. The last of these invoices comes to EUR 57.34',
    ],
    ['in parts', '- Concept: EUR 1,428.00 (30% of the total price), invoiced when it is done'],
    [
      'in parts',
      '- Final: EUR 3,332.00 (70% of the total price), less the deposit of EUR 952.00, invoiced on Thu 1 July',
    ],
    ['fixed, all before', 'it pays the whole price, and no other invoice for it follows'],
  ])('%s: %s', (price, words) => {
    expect(text(price)).toContain(words);
  });

  it.each([
    [{ kind: 'at-cost' }, 'The price covers all the work this contract lists. It changes only'],
    [{ kind: 'capped', minor: 30_000n }, 'Expenses come on top of it, as this contract says.'],
    [{ kind: 'included' }, 'The price covers everything this contract lists.'],
  ] as const)('with expenses %o: %s', (expenses, words) => {
    const terms = { ...base, ...PRICES['fixed, no deposit'], expenses: term(expenses, 'form') };
    expect(render({ ...terms, template: term('general', 'form') }).text).toContain(words);
  });

  it('what six months come to is the price, to the cent', () => {
    const terms = { ...base, ...PRICES['six months'] };
    const months = monthsOf(fillTerms(terms, library().templates[0] as Template, WORKSPACE));
    expect(months.reduce((all, { sum: each }) => all + each.minor, 0n)).toBe(64_379n);
  });
});

describe('the words and the money agree', () => {
  const text = (terms: Terms) =>
    render({
      ...base,
      template: term('design', 'form'),
      deliverables: term(deliverablesFrom(['Logo']), 'form'),
      ...terms,
    }).text;

  it('a business pays plus tax, a private person including it', () => {
    expect(text({ clientKind: term('business', 'form') })).toContain(
      'The fee is EUR 4,000.00, plus tax at 19%, which is EUR 760.00. The total price is EUR 4,760.00.',
    );
    expect(text({ clientKind: term('private', 'form') })).toContain(
      'The total price is EUR 4,000.00. It includes tax at 19%, which is EUR 638.66.',
    );
  });

  it('deposit and balance are parts of the total', () => {
    const words = text({ deposit: term({ kind: 'share', percentMilli: 33_333 }, 'form') });
    expect(words).toContain('A deposit of EUR 1,586.67 (one third of the total price)');
    expect(words).toContain('We invoice the rest, EUR 3,173.33, on Sat 10 July 2027.');
  });

  it('a full prepayment leaves no balance to speak of', () => {
    expect(text({ deposit: term({ kind: 'share', percentMilli: 100_000 }, 'form') })).not.toContain('the rest');
  });

  it('a scale of cancellation is sorted, without gaps, each step with its sum', () => {
    const words = render({
      ...base,
      template: term('photography', 'form'),
      clientKind: term('private', 'form'),
      booking: BOOKING,
    }).text;
    expect(words).toContain(
      [
        '- 90 days or more before: nothing',
        '- less than 90 days but at least 30 days before: EUR 1,000.00 (25% of the total price)',
        '- less than 30 days but at least 7 days before: EUR 2,000.00 (50% of the total price)',
        '- less than 7 days before: EUR 4,000.00 (100% of the total price)',
      ].join('\n'),
    );
  });

  it('a scale in hours and sums reads like one in days and shares', () => {
    const tiers = [
      { within: 24, unit: 'hours' as const, minor: 50_000n },
      { within: 3, unit: 'days' as const, percentMilli: 10_000 },
    ];
    const words = text({ booking: BOOKING, cancellation: term({ kind: 'tiers', tiers }, 'form') });
    expect(words).toContain(
      '- less than 3 days but at least 24 hours before: EUR 476.00 (10% of the total price)\n- less than 24 hours before: EUR 500.00',
    );
  });

  it('one day is one day', () => {
    const words = text({
      netDays: term(1, 'form'),
      cancellation: term({ kind: 'notice', days: 1 }, 'form'),
      revisions: term(1, 'form'),
    });
    expect(words).toMatch(/payable within 1 day of .* notice of 1 day\./s);
    expect(words).toContain('includes one round of revisions');
  });

  it('a booking says its time in its zone, also across midnight', () => {
    expect(text({ booking: BOOKING })).toContain(
      'on Sat 12 June 2027, 15:00 to 21:00 (Europe/Berlin). The place is Castle.',
    );
    const late = { ...BOOKING.value, time: '22:00', minutes: 240, place: null };
    expect(text({ booking: term(late, 'form') })).toContain('22:00 to 02:00 the next day (Europe/Berlin).');
    expect(text({ booking: term({ ...late, minutes: null }, 'form') })).toContain('from 22:00 (Europe/Berlin).');
  });

  it('special terms stand as custom wording, harmless, and only there', () => {
    const { clauses } = render({
      ...base,
      template: term('general', 'form'),
      specialTerms: term('# Ha\n{{ total }} <b>', 'form'),
    });
    const custom = clauses.filter((c) => c.custom);
    expect(custom.map((c) => [c.id, c.protected])).toEqual([['special-terms', false]]);
    expect(custom[0]?.markdown).toContain('\\# Ha\n\n{{ total }} \\<b\\>');
  });
});

it('a contract without its essentials is refused, not left with gaps', () => {
  expect(() => variablesOf({ ...base, fee: undefined }, BUSINESS)).toThrow(/contract\.incomplete/);
});

it('a slot in short names its clock only where it is not the one at home', () => {
  const slot = { on: '2027-03-12', time: '10:00', minutes: 360, zone: 'Europe/London', place: null };
  expect(slotWhen(slot, 'Europe/Berlin')).toBe('Fri 12 March 2027, 10:00 (Europe/London)');
  expect(slotWhen(slot, 'Europe/London')).toBe('Fri 12 March 2027, 10:00');
  expect(slotWhen({ ...slot, time: null }, 'Europe/Berlin')).toBe('Fri 12 March 2027');
});

it('a shoot of products has no date in the diary where none is booked, and every clause about one stays out', () => {
  const template = templateOf('photography-commercial');
  if (!template) throw new Error('no such template');
  const words = (more: Partial<Terms>) => {
    const terms = fillTerms({ ...base, ...more }, template, { ...WORKSPACE });
    return assemble(template, variablesOf(terms, BUSINESS)).clauses.map(({ id, markdown }) => `${id}: ${markdown}`);
  };
  const ofDates = /^(?:booking-date|rescheduling|no-show|replacement|cancellation-tiers):/;
  expect(words({}).filter((clause) => ofDates.test(clause))).toEqual([]);
  expect(words({}).join('\n')).toContain('7 days');
  expect(words({ booking: BOOKING }).filter((clause) => ofDates.test(clause))).toHaveLength(5);
});
