import { describe, expect, test } from 'vitest';
import { templateOf } from '../../src/clauses/read.ts';
import { type FormValues, shownTerms, termsFrom } from '../../src/contracts/form-terms.ts';
import { type Booking, type Terms, term } from '../../src/contracts/terms.ts';
import { FormRefusal } from '../../src/shared/refusal.ts';
import { dealTerms } from './scene.ts';

const WORKSPACE = {
  currency: 'EUR',
  zone: 'Europe/Berlin',
  country: 'DE',
  depositPercentMilli: 50_000,
  netDays: 14,
  taxRateMilli: 19_000,
};
const withTemplate = (id = 'general') => ({ defaults: WORKSPACE, today: '2027-01-15', template: templateOf(id) });
const SHOWN = dealTerms({
  clientKind: term('business', 'workspace'),
  currency: term('EUR', 'workspace'),
  fee: term({ minor: 400_000n, currency: 'EUR' }, 'brief', 'EUR 4,000'),
  booking: term(
    { on: '2027-03-28', time: '09:30', minutes: 90, zone: 'Europe/Berlin', place: 'Hall 2' },
    'brief',
    '28 March 9:30',
  ),
} as Partial<Terms>);

const filledWith = (more: Partial<FormValues> = {}): FormValues =>
  ({ ...shownTerms(SHOWN, WORKSPACE.zone), ...more }) as FormValues;
const readAs = (more: Partial<FormValues> = {}) => termsFrom(filledWith(more), SHOWN, withTemplate(more.template));

function refused(more: Partial<FormValues>): Readonly<Record<string, string>> {
  try {
    readAs(more);
  } catch (error) {
    if (error instanceof FormRefusal) return error.errors;
    throw error;
  }
  throw new Error('it was taken');
}

test('a form sent as it was shown changes no value, origin or quotation', () => {
  const terms = readAs();
  for (const name of ['title', 'fee', 'deposit', 'booking', 'deliverables', 'revisions', 'startOn', 'endOn'] as const)
    expect(terms[name], name).toEqual(SHOWN[name]);
});

test('a changed value comes from the form, and its neighbours keep what they were read from', () => {
  const terms = readAs({ fee: '4,500' });
  expect(terms.fee).toEqual({ value: { minor: 450_000n, currency: 'EUR' }, origin: 'form' });
  expect(terms.deposit).toEqual(SHOWN.deposit);
});

test('what the form has no field for stays what someone said, and follows the template where nobody did', () => {
  const terms = readAs({ template: 'photography' });
  expect(terms.clientAddress).toEqual(SHOWN.clientAddress);
  expect(terms.cancellation?.origin).toBe('template');
});

describe('where a brief says that its client is', () => {
  const area = {
    clientCountry: term('US', 'brief', 'Oakland, California'),
    clientArea: term('US-CA', 'brief', 'Oakland, California'),
  } as const;
  const shown = { ...SHOWN, ...area, clientEmail: term('dana@acme.test', 'brief') } as Terms;
  const read = (more: Partial<FormValues>) => {
    const filled = { ...shownTerms(shown, WORKSPACE.zone), ...more } as FormValues;
    const { clientCountry, clientArea } = termsFrom(filled, shown, withTemplate());
    return { clientCountry, clientArea };
  };

  test('it stays while the form names that client', () => {
    expect(read({})).toEqual(area);
    expect(read({ email: 'dana.reyes@acme.test' })).toEqual(area);
  });

  test('it goes when the form names another', () =>
    expect(read({ email: 'ada@oak.test', client: 'Oak', contact: 'Ada Oak' })).toEqual({
      clientCountry: term('DE', 'workspace'),
      clientArea: undefined,
    }));
});

test('a default that was deleted does not come back', () => {
  const terms = readAs({ revisions: undefined, deliverables: undefined, specialTerms: undefined, endOn: undefined });
  for (const name of ['revisions', 'deliverables', 'specialTerms', 'endOn'] as const)
    expect(terms[name]).toBeUndefined();
});

describe('a deposit is read as people write it', () => {
  test.each([
    ['50%', { kind: 'share', percentMilli: 50_000 }],
    ['12.5 %', { kind: 'share', percentMilli: 12_500 }],
    ['a third', { kind: 'share', percentMilli: 33_333 }],
    ['One third', { kind: 'share', percentMilli: 33_333 }],
    ['half', { kind: 'share', percentMilli: 50_000 }],
    ['2,000', { kind: 'sum', minor: 200_000n }],
    ['1.234,56', { kind: 'sum', minor: 123_456n }],
    ['none', { kind: 'none' }],
    ['0%', { kind: 'none' }],
    ['0', { kind: 'none' }],
  ])('%s', (deposit, value) => {
    expect(readAs({ deposit }).deposit?.value).toEqual(value);
  });

  test.each(['101%', '1e9', '-5', '0.005', '١٢٣', 'some', '50%%'])('but not %s', (deposit) => {
    expect(Object.keys(refused({ deposit }))).toEqual(['deposit']);
  });
});

test('an amount that shows as text is the same amount in every currency', () => {
  for (const [currency, minor, shown] of [
    ['JPY', 400_000n, '400,000'],
    ['KWD', 4_000_500n, '4,000.500'],
    ['USD', 5n, '0.05'],
  ] as const) {
    const known = dealTerms({ fee: term({ minor, currency }, 'brief'), currency: term(currency, 'brief') });
    const filled = { ...shownTerms(known, WORKSPACE.zone), kind: 'business', email: 'a@b.test' } as FormValues;
    expect(filled.fee).toBe(shown);
    expect(termsFrom(filled, known, withTemplate()).fee).toEqual(known.fee);
  }
});

test('a booking keeps its own zone and hour on the day the clocks change', () => {
  expect(filledWith().bookingAt?.toISOString()).toBe('2027-03-28T07:30:00.000Z');
  const moved = readAs({ bookingAt: new Date('2027-03-27T08:30:00Z') });
  expect(moved.booking).toMatchObject({ value: { on: '2027-03-27', time: '09:30' }, origin: 'form' });
});

test('an odd length is shown as the form can read it again', () => {
  const booking = term({ ...(SHOWN.booking?.value as Booking), minutes: 100 }, 'brief');
  expect(shownTerms({ ...SHOWN, booking }, 'Europe/Berlin').hours).toBe('1.67');
  expect(readAs({ hours: '1.67' }).booking?.value.minutes).toBe(100);
});

test('hours and places without a time are asked about, not dropped', () => {
  expect(refused({ bookingAt: undefined }).bookingAt).toContain('Say when');
  expect(readAs({ bookingAt: undefined, hours: undefined, place: undefined }).booking).toBeUndefined();
});

test('everything that is wrong is said at once, each beside its field', () => {
  const wrong = refused({
    fee: '1e9',
    deposit: '-5',
    revisions: '99',
    netDays: '9x',
    hours: 'six',
    deliverables: 'x\n'.repeat(41),
  });
  expect(Object.keys(wrong).sort()).toEqual(['deliverables', 'deposit', 'fee', 'hours', 'netDays', 'revisions']);
});

test('one name is the company’s or the person’s by kind; two are a company and who signs for it', () => {
  const by = (more: Partial<FormValues>) => {
    const { clientCompany, clientName } = termsFrom(filledWith(more), {}, withTemplate());
    return [clientCompany?.value, clientName?.value];
  };
  expect(by({ client: 'Acme', contact: undefined, kind: 'business' })).toEqual(['Acme', undefined]);
  expect(by({ client: 'Tom Baker', contact: undefined, kind: 'private' })).toEqual([undefined, 'Tom Baker']);
  expect(by({ client: 'Acme', contact: 'Dana Reyes', kind: 'business' })).toEqual(['Acme', 'Dana Reyes']);
  expect(by({ client: 'Tom Baker', contact: 'Tom Baker', kind: 'private' })).toEqual([undefined, 'Tom Baker']);
});
