import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CURRENCIES, formatMoney, MINOR_MAX, parseMoney } from '../../src/shared/money.ts';

test.each([
  ['4000', 'EUR', 400_000n],
  ['4,000', 'EUR', 400_000n],
  ['4.000,00', 'EUR', 400_000n],
  ['4,000.5', 'EUR', 400_050n],
  ['4 000', 'EUR', 400_000n],
  ['4’000.00', 'CHF', 400_000n],
  ['€1,234,567.89', 'EUR', 123_456_789n],
  ['EUR 12.34', 'EUR', 1234n],
  ['4k', 'EUR', 400_000n],
  ['1,5k', 'EUR', 150_000n],
  ['1.5k', 'JPY', 1500n],
  ['0.50', 'EUR', 50n],
  ['50000', 'JPY', 50_000n],
  ['12.3456k', 'EUR', undefined],
  ['1500.125', 'KWD', 1_500_125n],
  ['900.000', 'KWD', 900_000n],
  ['0.500', 'BHD', 500n],
  ['1,234.500', 'KWD', 1_234_500n],
  ['1,234', 'KWD', undefined],
  ['$500', 'CAD', 50_000n],
  ['$500', 'EUR', undefined],
  ['£500', 'JPY', undefined],
  ['500 €', 'USD', undefined],
])('%s in %s is %s', (text, currency, minor) => {
  if (minor === undefined) expect(() => parseMoney(text, currency)).toThrow(/money\.unreadable/);
  else expect(parseMoney(text, currency)).toEqual({ minor, currency });
});

test.each([
  '1e9',
  '-5',
  '0.005',
  '0,500',
  '007',
  '4,000k',
  '١٢٣',
  '',
  '0',
  '1.234,567.89',
  '1,2345',
  '12.345.6',
  '4,00,000',
  '12345678901234',
])('%s is refused with a sentence, never guessed', (text) => {
  expect(() => parseMoney(text, 'EUR')).toThrow(/money\.unreadable/);
});

test('yen has no decimals to type', () => {
  expect(() => parseMoney('12.5', 'JPY')).toThrow('JPY has no decimals');
});

test('every sum is read back as it was shown, in every currency', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CURRENCIES), fc.bigInt(1n, MINOR_MAX), (currency, minor) => {
      const shown = formatMoney({ minor, currency });
      expect(parseMoney(shown, currency)).toEqual({ minor, currency });
      expect(parseMoney(shown.slice(4), currency)).toEqual({ minor, currency });
    }),
    {
      numRuns: 2_000,
      examples: [
        ['KWD', 900_000n],
        ['KWD', 500n],
        ['BHD', 1n],
        ['JPY', 1_500n],
        ['EUR', 50n],
      ],
    },
  );
});

test('a sum is shown one way', () => {
  expect(formatMoney({ minor: 400_000n, currency: 'EUR' })).toBe('EUR 4,000.00');
  expect(formatMoney({ minor: -5n, currency: 'EUR' })).toBe('EUR -0.05');
  expect(formatMoney({ minor: 1500n, currency: 'JPY' })).toBe('JPY 1,500');
  expect(formatMoney({ minor: 1_500_125n, currency: 'KWD' })).toBe('KWD 1,500.125');
});
