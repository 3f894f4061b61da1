import { expect, test } from 'vitest';
import { templateOf } from '../../src/clauses/read.ts';
import { type FormValues, shownTerms, termsFrom } from '../../src/contracts/form-terms.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { fillTerms } from '../../src/contracts/terms-defaults.ts';
import { FormRefusal } from '../../src/shared/refusal.ts';
import { dealTerms } from './scene.ts';

const WORKSPACE = {
  ...{ currency: 'EUR', zone: 'Europe/Berlin', country: 'DE' },
  ...{ depositPercentMilli: 50_000, netDays: 14, taxRateMilli: 0 },
};
const template = templateOf('photography');
const opened = (more: Partial<Terms>): Terms => {
  const deal = dealTerms({ currency: term('EUR', 'workspace'), ...more });
  return fillTerms({ ...deal, template: term('photography', 'form') }, template!, WORKSPACE);
};

function saved(shown: Terms, more: Partial<FormValues>): Terms {
  const filled = { kind: 'business', ...shownTerms(shown, WORKSPACE.zone), ...more } as FormValues;
  return termsFrom(filled, shown, { defaults: WORKSPACE, today: '2027-01-15', template });
}

function refused(read: () => unknown): Record<string, string> {
  try {
    read();
  } catch (error) {
    if (error instanceof FormRefusal) return error.errors;
    throw error;
  }
  throw new Error('it was taken');
}

const tier = { within: 7, unit: 'days' as const, minor: 20_000n };
const SUMS = [
  ['expenses', { expenses: term({ kind: 'capped', minor: 50_000n }, 'brief') }, 'Expenses', 'at cost, up to USD 500'],
  [
    'rescheduling',
    { rescheduling: term({ free: 0, fee: { minor: 10_000n } }, 'brief') },
    'Moving',
    'otherwise USD 100',
  ],
  [
    'cancellation',
    { cancellation: term({ kind: 'tiers', tiers: [tier] }, 'brief') },
    'Calling off',
    'USD 200 within 7 days',
  ],
] as const satisfies readonly (readonly [keyof Terms, Partial<Terms>, string, string])[];

test.each(SUMS)('a sum is none of another currency that the form names: %s', (name, more, label, inDollars) => {
  const shown = opened(more);
  const price = { fee: '900000', deposit: 'none' };
  for (const currency of ['JPY', 'USD'])
    expect(refused(() => saved(shown, { ...price, currency })).also).toMatch(
      new RegExp(`^“${label}.*is in EUR: write the sum in ${currency}`, 'i'),
    );
  expect(saved(shown, { ...price, currency: 'EUR' })[name]).toEqual(more[name as keyof typeof more]);
  const { also = '' } = shownTerms(shown, WORKSPACE.zone);
  const lines = also.split('\n').map((line) => (line.startsWith(label) ? `${line.split(':')[0]}: ${inDollars}` : line));
  const read = saved(shown, { ...price, currency: 'USD', also: lines.join('\n') });
  expect(read[name]?.value).toEqual(Object.values(more)[0]?.value);
});
