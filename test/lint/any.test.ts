import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { library, templateOf } from '../../src/clauses/read.ts';
import { deliverableFrom } from '../../src/contracts/deliverable.ts';
import { Terms, term } from '../../src/contracts/terms.ts';
import { packsFor } from '../../src/lint/law.ts';
import { lint } from '../../src/lint/lint.ts';
import { AUSTIN, BERLIN, BRIGHTON, BROOKLYN, CHICAGO, type Setting, settingScene } from './cases.ts';

/** A day so long after the day of the test: in ranges, so that starts come before bookings and bookings before ends. */
const between = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => new Date(Date.UTC(2027, 0, 11 + days)).toISOString().slice(0, 10));
const minor = fc.bigInt({ min: 1n, max: 9_999_999n });
const share = fc.integer({ min: 1, max: 100_000 });
const words = fc.array(
  fc.constantFrom(
    ...'the price fee total deposit is of EUR 4,500 400 50% net 30 days payment within interest no right to withdraw cancel unlimited rounds three etc. | * ` <b> {{ total }} non-refundable . ! \n'.split(
      ' ',
    ),
  ),
  { minLength: 1, maxLength: 40 },
);
const text = words.map((all) => all.join(' ').trim()).filter((all) => all.length > 0);
const form = <T>(value: fc.Arbitrary<T>) => value.map((each) => term(each, 'form'));
const slot = fc.record({
  on: between(1, 200),
  time: fc.constantFrom('09:00', '15:30'),
  minutes: fc.option(fc.integer({ min: 5, max: 900 })),
  zone: fc.constant('Europe/Berlin'),
  place: fc.option(fc.constant('Castle Park')),
});
const none = fc.constant(term({ kind: 'none' }, 'form'));
const gone = fc.constant(undefined);

/** A fixed price with or without a deposit, one in two parts, and work billed as worked. */
const price = fc.oneof(
  fc.record({
    fee: form(fc.record({ minor, currency: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD') })),
    deposit: fc.oneof(none, form(fc.record({ kind: fc.constant('share'), percentMilli: share }))),
  }),
  share.map((first) => ({
    deposit: term({ kind: 'none' }, 'form'),
    milestones: term(
      [
        { label: 'One', percentMilli: Math.min(first, 99_000) },
        { label: 'Two', percentMilli: 100_000 - Math.min(first, 99_000) },
      ],
      'form',
    ),
  })),
  fc.record({
    fee: gone,
    deposit: none,
    rate: form(
      fc.record({
        unit: fc.constantFrom('hour', 'day', 'session', 'month'),
        minor: fc.bigInt({ min: 1n, max: 9_999n }),
        currency: fc.constant('EUR'),
        quantityMilli: fc.constant(null),
        capMinor: fc.option(fc.bigInt({ min: 9_999n, max: 999_999n })),
      }),
    ),
  }),
);

const steps = fc.array(
  fc.record({
    within: fc.integer({ min: 1, max: 400 }),
    unit: fc.constantFrom('days' as const, 'hours' as const),
    percentMilli: share,
  }),
  { minLength: 1, maxLength: 4 },
);
type Steps = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

/** Steps as a scale has them: each at a time of its own, the nearer the dearer. */
function rising(all: Steps): Steps {
  const hours = ({ within, unit }: Steps[number]) => within * (unit === 'days' ? 24 : 1);
  const shares = all.map(({ percentMilli }) => percentMilli).sort((a, b) => a - b);
  return [...all]
    .sort((a, b) => hours(b) - hours(a))
    .map((step, index) => ({ ...step, percentMilli: shares[index] ?? 1 }))
    .filter((step, index, sorted) => index === 0 || hours(step) !== hours(sorted[index - 1] ?? step));
}

const rest = fc.record(
  {
    cancellation: form(
      fc.record({
        kind: fc.constant('tiers'),
        tiers: fc.oneof({ weight: 4, arbitrary: steps.map(rising) }, steps),
      }),
    ),
    booking: form(slot),
    startOn: form(between(0, 60)),
    netDays: form(fc.integer({ min: 0, max: 365 })),
    taxRateMilli: form(share),
    taxIncluded: form(fc.boolean()),
    revisions: form(fc.integer({ min: 0, max: 50 })),
    deliverables: form(
      fc.array(
        text.map((each) => deliverableFrom(each.slice(0, 300).trim() || 'x')),
        { minLength: 1, maxLength: 5 },
      ),
    ),
    specialTerms: form(text),
    scopeNotes: form(text),
    governingLaw: form(fc.constantFrom('Germany', 'New York', 'Mars')),
  },
  { requiredKeys: [] },
);
const anyTerms = fc
  .tuple(price, rest, form(between(200, 700)))
  .map(([one, two, endOn]) => ({ ...one, ...two, endOn }) as Partial<Terms>);

const setting = fc
  .record({
    template: fc.constantFrom(...library().templates.map(({ id }) => id)),
    kind: fc.constantFrom('business' as const, 'private' as const),
    from: fc.constantFrom(BERLIN, BRIGHTON, BROOKLYN, { country: 'US', address: null }),
    to: fc.constantFrom(BERLIN, BRIGHTON, CHICAGO, AUSTIN),
    terms: anyTerms,
  })
  // Where nothing is paid a price can't be agreed; that it is refused is a case of its own.
  .map((each): Setting => (templateOf(each.template)?.priced ? each : { ...each, terms: {} }));

describe('whatever the terms say', () => {
  test('lint answers, in sentences, and a fix makes a contract that can be made', () => {
    let possible = 0;
    fc.assert(
      fc.property(setting, (each) => {
        const findings = lint(settingScene(each));
        if (!findings.some(({ rule }) => rule.startsWith('terms.'))) possible += 1;
        for (const finding of findings) {
          expect(finding.sentence).toMatch(/^[A-Z“\d].*[.?]$/s);
          expect(finding.sentence).not.toMatch(/undefined|NaN|\{\w+\}/);
          for (const press of [finding.fix, ...(finding.also ?? [])]) {
            if (!press) continue;
            expect(Terms.safeParse(press.terms).error).toBeUndefined();
            const after = lint(settingScene(each, press.terms)).map(({ rule }) => rule);
            expect(after.filter((rule) => rule.startsWith('terms.'))).toEqual([]);
          }
        }
      }),
      { numRuns: 120 },
    );
    // Most are contracts that can be made, so that all the rules had something to look at.
    expect(possible).toBeGreaterThan(80);
  }, 150_000);

  test.each([
    'rights transferred ',
    'interest no ',
    'pay within 3 ',
    'EUR 4 ',
    '1,'.repeat(9),
    'the price of ',
    'discount payment ',
  ])('a long text of “%s” takes no long look', (piece) => {
    const long = piece.repeat(Math.floor(1_400 / piece.length)).trim();
    const scene = settingScene({ kind: 'private', terms: { specialTerms: term(long, 'form') } });
    lint(scene);
    const from = performance.now();
    lint(scene);
    expect(performance.now() - from).toBeLessThan(250);
  });
});

describe('a state is read from an address', () => {
  test.each<[string, string[]]>([
    ['10 Sample Ave, Brooklyn, NY 11201', ['new-york-city', 'new-york-state']],
    ['1 Sample Pl, New York, New York 10001-1234', ['new-york-city', 'new-york-state']],
    ['1 sample pl, queens, ny 11373', ['new-york-city', 'new-york-state']],
    ['1 Sample St, Floral Park, NY 11001', ['new-york-state']],
    ['5 Sample St\nBuffalo NY 14201', ['new-york-state']],
    ['New York Street 5, Austin, TX 78701', []],
    ['12 Illinois Ave, Boise, ID 83702', []],
    ['9 Sample Dr, Chicago, IL', ['illinois']],
    ['Chicago', ['illinois']],
    ['Portland', []],
  ])('%s', (address, expected) => {
    const to = { country: 'US', address: address.replaceAll('\n', ', ') };
    const chosen = packsFor(
      settingScene({
        from: { country: 'AU', address: 'x' },
        to,
        terms: { fee: term({ minor: 400_000n, currency: 'USD' }, 'form'), currency: term('USD', 'form') },
      }),
    );
    expect(chosen.map(({ pack }) => pack.id).sort()).toEqual(expected);
  });
});
