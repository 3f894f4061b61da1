import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSums, subtractSums } from '../../src/invoices/sums.ts';
import { money } from '../../src/shared/money.ts';
import { insideTax, plusTax } from '../../src/shared/tax.ts';

test('tax per line, sums exact: three lines of 33.33 plus 19 %', () => {
  const line = plusTax(money(3333n, 'EUR'), 19_000);
  expect(addSums([line, line, line], 'EUR')).toEqual({
    net: money(9999n, 'EUR'),
    tax: money(1899n, 'EUR'),
    total: money(11_898n, 'EUR'),
  });
});

test('net and tax always make the total, on top and inside, and a deduction takes off exactly what it is', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 11n), fc.integer({ min: 0, max: 27_000 }), (minor, rate) => {
      const price = money(minor, 'EUR');
      for (const sums of [plusTax(price, rate), insideTax(price, rate)]) {
        expect(sums.net.minor + sums.tax.minor).toBe(sums.total.minor);
        expect(subtractSums(addSums([sums, sums], 'EUR'), sums)).toEqual(sums);
      }
      expect(insideTax(price, rate).total).toEqual(price);
    }),
    { numRuns: 300 },
  );
});
