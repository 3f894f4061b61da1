import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { library, templateOf } from '../../src/clauses/read.ts';
import { renewedAlso, shownAlso, withAlso } from '../../src/contracts/form-also.ts';
import { type FormValues, shownTerms, termsFrom } from '../../src/contracts/form-terms.ts';
import { type Origin, type Terms, term } from '../../src/contracts/terms.ts';
import { fillTerms } from '../../src/contracts/terms-defaults.ts';
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
const PRICED = [...library().templates.values()].filter(({ priced, id }) => priced && id !== 'change-order');
const ALSO = [
  'rights',
  'portfolio',
  'expenses',
  'acceptanceDays',
  'confidentialityYears',
  'cancellation',
  'killFee',
] as const;

function opened(more: Partial<Terms> = {}, id = 'web', origin: Origin = 'template'): Terms {
  const { booking: _, ...deal } = dealTerms({ currency: term('EUR', 'workspace'), ...more });
  const terms = Object.fromEntries(
    Object.entries(deal).filter(([name]) => name in more || !(ALSO as readonly string[]).includes(name)),
  );
  return fillTerms({ ...terms, template: term(id, origin) }, templateOf(id)!, WORKSPACE);
}
const readWith = (shown: Terms, id?: string, asked: string[] = []) => ({
  defaults: WORKSPACE,
  today: '2027-01-15',
  template: templateOf(id ?? shown.template?.value ?? ''),
  asked,
});
const filled = (shown: Terms, more: Partial<FormValues> = {}) =>
  ({ kind: 'business', ...shownTerms(shown, WORKSPACE.zone), ...more }) as FormValues;
const lineOf = (terms: Terms, label: string) =>
  shownAlso(terms)
    .split('\n')
    .find((line) => line.startsWith(`${label}:`));
/** The terms of a form in which one line says something else. */
const withLine = (shown: Terms, name: string, words: string, asked: string[] = []) =>
  termsFrom(
    filled(shown, { also: withAlso(shownAlso(shown, asked), name, words) }),
    shown,
    readWith(shown, undefined, asked),
  );

function refused(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof FormRefusal) return error.errors.also ?? '';
    throw error;
  }
  throw new Error('it was taken');
}

const words = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9 ,&()'’-]{0,40}[A-Za-z]$/)
  .map((text) => text.replace(/\s+/g, ' '))
  .filter((text) => !/^in /i.test(text));
const share = fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(33_333, 66_667, 16_667, 50_000));
const sum = fc.bigInt({ min: 1n, max: 99_999_999n });
const tier = fc.record({
  within: fc.integer({ min: 1, max: 1000 }),
  unit: fc.constantFrom('days' as const, 'hours' as const),
});
const ANY = {
  rights: fc.oneof(
    fc.constant({ kind: 'assignment' as const }),
    fc.record({
      kind: fc.constant('licence' as const),
      use: words,
      territory: words,
      months: fc.option(fc.integer({ min: 1, max: 1200 })),
    }),
  ),
  portfolio: fc.constantFrom('yes' as const, 'after-publication' as const, 'no' as const),
  expenses: fc.oneof(
    fc.constantFrom({ kind: 'included' as const }, { kind: 'at-cost' as const }),
    fc.record({ kind: fc.constant('capped' as const), minor: sum }),
  ),
  acceptanceDays: fc.integer({ min: 1, max: 60 }),
  confidentialityYears: fc.integer({ min: 0, max: 10 }),
  cancellation: fc.oneof(
    fc.record({ kind: fc.constant('notice' as const), days: fc.integer({ min: 0, max: 365 }) }),
    fc.record({
      kind: fc.constant('tiers' as const),
      tiers: fc.array(
        fc.oneof(
          fc.tuple(tier, share).map(([step, percentMilli]) => ({ ...step, percentMilli })),
          fc.tuple(tier, sum).map(([step, minor]) => ({ ...step, minor })),
        ),
        { minLength: 1, maxLength: 8 },
      ),
    }),
  ),
  killFee: fc.record({ percentMilli: share }),
};
const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD');

describe('what a line shows means the same when it is read', () => {
  test('for every kind of work and many values, a form sent as it was shown changes no value, origin or quotation', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PRICED), fc.record(ANY, { requiredKeys: [] }), (template, values) => {
        const said = Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, term(value, 'brief', 'as it was said')]),
        );
        const shown = opened(said as Partial<Terms>, template.id);
        const read = termsFrom(filled(shown), shown, readWith(shown));
        for (const name of ALSO) expect(read[name], name).toEqual(shown[name]);
      }),
      { numRuns: 150 },
    );
  });

  test('and a line typed as another contract shows it is that contract’s value, from the form, in any currency', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALSO), fc.record(ANY), currency, (name, values, code) => {
        const money = { currency: term(code, 'form'), fee: term({ minor: 400_000n, currency: code }, 'form') };
        const typed = shownAlso({ [name]: term(values[name], 'form'), ...money } as Terms).split('\n');
        const shown = opened({ ...money, taxIncluded: term(false, 'form') } as Partial<Terms>, 'general');
        const line = typed.find((text) => !/: (?:as usual|none)$/.test(text)) ?? '';
        const read = termsFrom(filled(shown, { also: line, deposit: 'none' }), shown, readWith(shown));
        if (JSON.stringify(shown[name]?.value, big) !== JSON.stringify(values[name], big))
          expect(read[name]).toEqual(term(values[name], 'form'));
      }),
      { numRuns: 300 },
    );
  });
});
const big = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}` : value);

describe('a line is read as people write it', () => {
  const shown = opened();
  test.each([
    ['rights', 'full buyout', { kind: 'assignment' }],
    ['rights', 'they pass to the client', { kind: 'assignment' }],
    [
      'rights',
      'a licence for web use; in Europe; for 3 years',
      { kind: 'licence', use: 'web use', territory: 'Europe', months: 36 },
    ],
    [
      'rights',
      'licence for print, worldwide, for 18 months',
      { kind: 'licence', use: 'print', territory: 'worldwide', months: 18 },
    ],
    ['portfolio', 'no', 'no'],
    ['portfolio', 'yes', 'yes'],
    ['portfolio', 'after launch', 'after-publication'],
    ['expenses', 'at cost, up to 200', { kind: 'capped', minor: 20_000n }],
    ['expenses', 'none', { kind: 'included' }],
    ['expenses', 'reimbursed', { kind: 'at-cost' }],
    ['acceptanceDays', 'five days', 5],
    ['acceptanceDays', '2 weeks', 14],
    ['confidentialityYears', '5 Jahre', 5],
    ['confidentialityYears', 'no', 0],
    ['cancellation', 'at any time', { kind: 'notice', days: 0 }],
    ['cancellation', '30 days’ notice', { kind: 'notice', days: 30 }],
    [
      'cancellation',
      '50% within 7 days and 100% within 2 days',
      {
        kind: 'tiers',
        tiers: [
          { within: 7, unit: 'days', percentMilli: 50_000 },
          { within: 2, unit: 'days', percentMilli: 100_000 },
        ],
      },
    ],
    [
      'cancellation',
      '50% if cancelled less than 7 days before',
      { kind: 'tiers', tiers: [{ within: 7, unit: 'days', percentMilli: 50_000 }] },
    ],
    ['killFee', 'half of what is left', { percentMilli: 50_000 }],
  ] as const)('%s: %s', (name, said, value) => {
    const terms = withLine(shown, name, said);
    expect(terms[name]?.value).toEqual(value);
  });

  test('also without its label, where no other field says the same', () => {
    const also = `${shownAlso(shown).replace(/\nExpenses:.*/, '')}\nTravel at cost, up to 200`;
    expect(termsFrom(filled(shown, { also }), shown, readWith(shown)).expenses?.value).toEqual({
      kind: 'capped',
      minor: 20_000n,
    });
  });
});

describe('what can’t be read is said, with the line and how to write it', () => {
  const shown = opened();
  test.each([
    ['rights', 'we will see', 'licence for web use; worldwide; for 2 years'],
    ['rights', 'not assigned', 'licence for web use'],
    ['expenses', 'not included', 'at cost, at most 300'],
    ['expenses', 'at most USD 300', 'at cost, at most 300'],
    ['acceptanceDays', 'soon', '14 days'],
    ['acceptanceDays', '90 days', '14 days'],
    ['confidentialityYears', '30 years', 'for 2 years'],
    ['cancellation', 'half, more or less', '50% within 7 days'],
    ['cancellation', '50% within 7 days, something within 2 days', '50% within 7 days'],
    ['killFee', '150%', '50% of the price'],
    ['killFee', '25% or 50%', '50% of the price'],
  ] as const)('%s: %s', (name, said, example) => {
    const sentence = refused(() => withLine(shown, name, said));
    expect(sentence).toContain(said);
    expect(sentence).toContain(example);
  });

  test('a line about something else names the lines there are, and one said twice is no choice of ours', () => {
    const also = (more: string) => filled(shown, { also: `${shownAlso(shown)}\n${more}` });
    expect(refused(() => termsFrom(also('Net 90'), shown, readWith(shown)))).toContain(
      'Begin it with Rights, Portfolio',
    );
    expect(refused(() => termsFrom(also('Kill fee: 10%'), shown, readWith(shown)))).toContain('said twice');
  });
});

describe('an emptied line says again what is usual', () => {
  const said = opened({
    expenses: term({ kind: 'capped', minor: 20_000n }, 'brief', 'up to 200'),
    killFee: term({ percentMilli: 10_000 }, 'brief', '10%'),
  });
  test.each(['', 'as usual'])('“%s”', (typed) => {
    expect(withLine(said, 'expenses', typed).expenses).toEqual(term({ kind: 'included' }, 'template'));
    expect(withLine(said, 'killFee', typed).killFee).toEqual(term({ percentMilli: 25_000 }, 'template'));
  });

  test('and one that is taken out does too, while none is none and stays so', () => {
    expect(termsFrom(filled(said, { also: undefined }), said, readWith(said)).killFee?.origin).toBe('template');
    const without = withLine(said, 'killFee', 'none');
    expect(without.killFee).toBeUndefined();
    expect(lineOf(without, 'Kill fee')).toBe('Kill fee: none');
    expect(termsFrom(filled(without), without, readWith(without)).killFee).toBeUndefined();
  });
});

describe('another kind of work', () => {
  const shown = opened({ portfolio: term('no', 'brief', 'keep it out') }, 'video');
  test('puts in its own defaults where nobody said anything, whether or not the form could show them in time', () => {
    const next = fillTerms({ ...dealTerms(), portfolio: shown.portfolio } as Terms, templateOf('writing')!, WORKSPACE);
    const late = termsFrom(filled(shown), shown, readWith(shown, 'writing'));
    const also = renewedAlso(shownAlso(shown), shownAlso(shown), shownAlso(next));
    const seen = termsFrom(filled(shown, { also }), shown, readWith(shown, 'writing'));
    for (const terms of [late, seen]) {
      expect(terms.rights).toEqual(term({ kind: 'assignment' }, 'template'));
      expect(terms.expenses).toEqual(term({ kind: 'included' }, 'template'));
      expect(terms.portfolio).toEqual(shown.portfolio);
    }
  });

  test('leaves what was typed', () => {
    const typed = withAlso(shownAlso(shown), 'expenses', 'at cost, up to 90');
    const next = opened({ portfolio: shown.portfolio }, 'writing');
    const also = renewedAlso(typed, shownAlso(shown), shownAlso(next));
    expect(also).toContain('Expenses: at cost, up to 90');
    expect(also).toContain('Rights: pass to the client on payment');
    expect(also.match(/Expenses/g)).toHaveLength(1);
  });
});

test('work billed as worked has no kill fee of its kind, and keeps none that stood as usual', () => {
  const shown = opened({}, 'web');
  expect(shown.killFee?.origin).toBe('template');
  const hourly = termsFrom(filled(shown, { unit: 'hour', fee: '90', deposit: 'none' }), shown, readWith(shown));
  expect(hourly.killFee).toBeUndefined();
});

test('what the brief left open stands as an empty line, and no draft is made before it is said', () => {
  const { cancellation: _, ...shown } = opened();
  const asked = ['cancellation'];
  expect(shownAlso(shown, asked)).toMatch(/^Calling off:$/m);
  const as = (also: string) => termsFrom(filled(shown, { also }), shown, readWith(shown, undefined, asked));
  expect(refused(() => as(shownAlso(shown, asked)))).toContain('“Calling off:”');
  expect(refused(() => as('Portfolio: no'))).toContain('“Calling off:”');
  expect(withLine(shown, 'cancellation', '14 days’ notice', asked).cancellation).toEqual(
    term({ kind: 'notice', days: 14 }, 'form'),
  );
  expect(withLine(shown, 'cancellation', 'as usual', asked).cancellation?.origin).toBe('template');
});

test('a form that was open before the field came to be changes none of these terms', () => {
  const shown = opened({ rights: term({ kind: 'assignment' }, 'client') }, 'video');
  const { also: _, address: __, law: ___, ...old } = filled(shown);
  const read = termsFrom(old as FormValues, shown, readWith(shown, undefined, ['governingLaw']));
  for (const name of [...ALSO, 'clientAddress', 'governingLaw'] as const) expect(read[name], name).toEqual(shown[name]);
});

test('every line fits its field, however long the terms are', () => {
  const rights = { kind: 'licence' as const, use: 'x'.repeat(200), territory: 'y'.repeat(80), months: 1199 };
  const tiers = Array.from({ length: 8 }, (_, at) => ({
    within: 1000 - at,
    unit: 'hours' as const,
    minor: 99_999_999_999n,
  }));
  const shown = opened({ rights: term(rights, 'brief'), cancellation: term({ kind: 'tiers', tiers }, 'brief') });
  expect(shownAlso(shown).length).toBeLessThan(1500);
});
