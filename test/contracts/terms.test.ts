import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templateOf } from '../../src/clauses/read.ts';
import { depositOf, endDayOf, partyOf, slotOf, Terms, term, termsToJson, totals } from '../../src/contracts/terms.ts';
import { checkTerms } from '../../src/contracts/terms-check.ts';
import { fillTerms, lawOf } from '../../src/contracts/terms-defaults.ts';
import { summaryLines } from '../../src/contracts/terms-summary.ts';
import { CURRENCIES, formatMoney } from '../../src/shared/money.ts';

const TODAY = '2026-11-23';
const eur = (minor: bigint) => term({ minor, currency: 'EUR' }, 'form');
const base: Terms = {
  title: term('Brand identity', 'brief', 'Brand identity'),
  clientCompany: term('Acme', 'brief'),
  clientEmail: term('dana@acme.test', 'brief'),
  fee: eur(400_000n),
  endOn: term('2027-04-10', 'brief'),
};
const codes = (terms: Terms) =>
  checkTerms(terms, TODAY, templateOf(terms.template?.value ?? '')?.requires).map((p) => `${p.field} ${p.code}`);

describe('money of the terms', () => {
  it.each([
    ['no tax', 400_000n, 0, false, 'EUR 4,000.00', 'EUR 0.00', 'EUR 4,000.00'],
    ['plus 19%', 400_000n, 19_000, false, 'EUR 4,000.00', 'EUR 760.00', 'EUR 4,760.00'],
    ['including 19%', 400_000n, 19_000, true, 'EUR 3,361.34', 'EUR 638.66', 'EUR 4,000.00'],
    ['plus 8.875%', 9_999n, 8_875, false, 'EUR 99.99', 'EUR 8.87', 'EUR 108.86'],
    ['including 20% of one cent', 1n, 20_000, true, 'EUR 0.01', 'EUR 0.00', 'EUR 0.01'],
  ])('%s', (_name, minor, rate, included, net, tax, total) => {
    const sums = totals({ fee: eur(minor), taxRateMilli: term(rate, 'form'), taxIncluded: term(included, 'form') });
    expect(Object.values(sums).map(formatMoney)).toEqual([net, tax, total]);
  });

  it.each([
    ['none', undefined, 'EUR 0.00'],
    ['50%', { kind: 'share', percentMilli: 50_000 }, 'EUR 750.00'],
    ['a third', { kind: 'share', percentMilli: 33_333 }, 'EUR 500.00'],
    ['two thirds', { kind: 'share', percentMilli: 66_667 }, 'EUR 1,000.00'],
    ['all of it', { kind: 'share', percentMilli: 100_000 }, 'EUR 1,500.00'],
    ['a sum', { kind: 'sum', minor: 20_000n }, 'EUR 200.00'],
  ] as const)('a deposit of %s of EUR 1,500', (_name, deposit, sum) => {
    const terms: Terms = { fee: eur(150_000n), ...(deposit ? { deposit: term(deposit, 'form') } : {}) };
    expect(formatMoney(depositOf(terms))).toBe(sum);
  });

  it('takes a share of the total with its tax, and an exact third of large sums', () => {
    const terms: Terms = {
      fee: eur(400_000n),
      taxRateMilli: term(19_000, 'form'),
      deposit: term({ kind: 'share', percentMilli: 50_000 }, 'form'),
    };
    expect(formatMoney(depositOf(terms))).toBe('EUR 2,380.00');
    const third: Terms = { fee: eur(400_000_000n), deposit: term({ kind: 'share', percentMilli: 33_333 }, 'form') };
    expect(formatMoney(depositOf(third))).toBe('EUR 1,333,333.33');
  });

  it('refuses sums without a price', () => {
    expect(() => totals({})).toThrow(/contract\.no-fee/);
  });

  const anyTerms = fc.record({
    minor: fc.bigInt({ min: 1n, max: 99_999_999_999n }),
    currency: fc.constantFrom(...CURRENCIES),
    rate: fc.integer({ min: 0, max: 100_000 }),
    included: fc.boolean(),
    percent: fc.integer({ min: 1, max: 100_000 }),
  });

  it('adds up exactly: net and tax make the total, and deposit and balance make it too', () => {
    fc.assert(
      fc.property(anyTerms, ({ minor, currency, rate, included, percent }) => {
        const terms: Terms = {
          fee: term({ minor, currency }, 'form'),
          taxRateMilli: term(rate, 'form'),
          taxIncluded: term(included, 'form'),
          deposit: term({ kind: 'share', percentMilli: percent }, 'form'),
        };
        const { net, tax, total } = totals(terms);
        expect(net.minor + tax.minor).toBe(total.minor);
        expect((included ? total : net).minor).toBe(minor);
        expect(tax.minor >= 0n).toBe(true);
        const deposit = depositOf(terms);
        expect(deposit.minor >= 0n && deposit.minor <= total.minor).toBe(true);
        const exact = (Number(total.minor) * percent) / 100_000;
        expect(Math.abs(Number(deposit.minor) - exact)).toBeLessThanOrEqual(0.5 + Number(total.minor) / 250_000);
      }),
    );
  });

  it('survives JSON, which has no bigint', () => {
    fc.assert(
      fc.property(anyTerms, ({ minor, currency }) => {
        const terms: Terms = {
          ...base,
          fee: term({ minor, currency }, 'brief', 'words'),
          deposit: term({ kind: 'sum', minor }, 'form'),
          cancellation: term({ kind: 'tiers', tiers: [{ within: 7, unit: 'days', minor }] }, 'form'),
        };
        expect(Terms.parse(JSON.parse(JSON.stringify(termsToJson(terms))))).toEqual(terms);
      }),
    );
  });
});

describe('what stands against a contract', () => {
  it('is nothing, when all is there', () => {
    expect(codes(base)).toEqual([]);
  });

  it.each<[string, Terms, string]>([
    ['no title', { ...base, title: undefined }, 'title terms.no-title'],
    ['no client', { ...base, clientCompany: undefined }, 'clientName terms.no-client'],
    ['no address', { ...base, clientEmail: undefined }, 'clientEmail terms.no-email'],
    ['no price', { ...base, fee: undefined }, 'fee terms.no-fee'],
    ['no end', { ...base, endOn: undefined }, 'endOn terms.no-end'],
    ['a price of zero', { ...base, fee: eur(0n) }, 'fee terms.fee-zero'],
    [
      'a price beyond reason',
      { ...base, fee: eur(99_999_999_999n), taxRateMilli: term(1, 'form') },
      'fee terms.fee-large',
    ],
    ['an odd currency', { ...base, fee: term({ minor: 1n, currency: 'XAU' }, 'form') }, 'currency terms.currency'],
    ['two currencies', { ...base, currency: term('USD', 'form') }, 'currency terms.two-currencies'],
    [
      'a deposit above the total',
      { ...base, deposit: term({ kind: 'sum', minor: 400_001n }, 'form') },
      'deposit terms.deposit-large',
    ],
    [
      'a deposit of nothing',
      { ...base, fee: eur(1n), deposit: term({ kind: 'share', percentMilli: 1_000 }, 'form') },
      'deposit terms.deposit-zero',
    ],
    ['a start in the past', { ...base, startOn: term('2026-11-22', 'form') }, 'startOn terms.date-past'],
    ['an end in the past', { ...base, endOn: term('2020-01-01', 'form') }, 'endOn terms.date-past'],
    ['an end far away', { ...base, endOn: term('2031-11-24', 'form') }, 'endOn terms.date-far'],
    ['an end before the start', { ...base, startOn: term('2027-04-11', 'form') }, 'endOn terms.end-before-start'],
    [
      'a booking without a time',
      {
        ...base,
        endOn: undefined,
        booking: term({ on: '2027-06-12', time: null, minutes: null, zone: 'UTC', place: null }, 'form'),
      },
      'booking terms.no-time',
    ],
    [
      'a booking in a zone that is none',
      {
        ...base,
        endOn: undefined,
        booking: term({ on: '2027-06-12', time: '09:00', minutes: 60, zone: 'Berlin', place: null }, 'form'),
      },
      'booking terms.zone',
    ],
    [
      'an end before the booking',
      { ...base, booking: term({ on: '2027-06-12', time: '09:00', minutes: 60, zone: 'UTC', place: null }, 'form') },
      'endOn terms.end-before-booking',
    ],
    ['a wedding without its day', { ...base, template: term('photography', 'form') }, 'booking terms.no-booking'],
    [
      'a design without deliverables',
      { ...base, template: term('design', 'form'), revisions: term(1, 'form'), deliverables: term([], 'form') },
      'deliverables terms.no-deliverables',
    ],
  ])('%s', (_name, terms, problem) => {
    expect(codes(terms)).toEqual([problem]);
  });

  it('says what to do, in a sentence', () => {
    for (const { sentence } of checkTerms({}, TODAY)) expect(sentence).toMatch(/^[A-Z].{10,}\.$/);
  });
});

describe('defaults', () => {
  const workspace = {
    currency: 'EUR',
    zone: 'Europe/Berlin',
    country: 'DE',
    depositPercentMilli: null,
    netDays: null,
    taxRateMilli: 19_000,
  };
  const design = templateOf('design')!;

  it('fill what is open, each marked with where it is from, and leave what was said', () => {
    const filled = fillTerms({ ...base, netDays: term(30, 'brief', 'net 30') }, design, workspace);
    expect(filled).toMatchObject({
      netDays: { value: 30, origin: 'brief' },
      deposit: { value: { kind: 'share', percentMilli: 50_000 }, origin: 'template' },
      revisions: { value: 2, origin: 'template' },
      taxIncluded: { value: false, origin: 'workspace' },
      currency: { value: 'EUR', origin: 'workspace' },
      governingLaw: { value: 'Germany', origin: 'workspace' },
      title: { value: 'Brand identity', origin: 'brief' },
    });
    expect(Terms.safeParse(filled).success).toBe(true);
  });

  it('take the workspace’s deposit and days before the template’s', () => {
    const filled = fillTerms(base, design, { ...workspace, depositPercentMilli: 0, netDays: 7 });
    expect(filled.deposit).toEqual({ value: { kind: 'none' }, origin: 'workspace' });
    expect(filled.netDays).toEqual({ value: 7, origin: 'workspace' });
  });

  it('include the tax for private clients', () => {
    expect(fillTerms({ ...base, clientKind: term('private', 'form') }, design, workspace).taxIncluded?.value).toBe(
      true,
    );
  });

  it.each([
    ['DE', 'Germany'],
    ['GB', 'England and Wales'],
    ['US', 'the state or province in which our business is established'],
  ])('the law of %s is that of %s', (country, law) => expect(lawOf(country)).toBe(law));
});

describe('a slot and the day things end', () => {
  const booking = { on: '2027-06-12', time: '22:00', minutes: 180, zone: 'Europe/Berlin', place: null };
  it('may end after midnight, lasts an hour when nobody said, and is unknown without a time', () => {
    expect(slotOf(booking)).toEqual({ start: '2027-06-12T22:00:00', end: '2027-06-13T01:00:00' });
    expect(slotOf({ ...booking, minutes: null })?.end).toBe('2027-06-12T23:00:00');
    expect(slotOf({ ...booking, time: null })).toBeUndefined();
  });
  it('is the deadline, else the booking', () => {
    expect(endDayOf({ booking: term(booking, 'form') })).toBe('2027-06-12');
    expect(endDayOf({ ...base, booking: term(booking, 'form') })).toBe('2027-04-10');
  });
  it('the party is the company, else the person', () => {
    expect(partyOf({ clientName: term('Dana', 'form') })).toBe('Dana');
    expect(partyOf({ clientName: term('Dana', 'form'), clientCompany: term('Acme', 'form') })).toBe('Acme');
  });
});

it('sums a deal up in lines that each say where they are from', () => {
  const terms: Terms = {
    ...base,
    deposit: term({ kind: 'share', percentMilli: 50_000 }, 'brief'),
    netDays: term(14, 'workspace'),
  };
  expect(summaryLines(terms).map((l) => [l.label, l.value, l.origin])).toEqual([
    ['Client', 'Acme (dana@acme.test)', 'brief'],
    ['Price', 'EUR 4,000.00', 'form'],
    ['Deposit', 'EUR 2,000.00 (50%), due on signature', 'brief'],
    ['Done by', 'Sat 10 April 2027', 'brief'],
    ['Payment', 'Within 14 days', 'workspace'],
  ]);
});
