import { expect, test } from 'vitest';
import { notInvoiced, toCome, toComeSentence } from '../../src/overview/to-come.tsx';
import { money } from '../../src/shared/money.ts';

type Agreed = Parameters<typeof toCome>[0];
const eur = (minor: bigint) => money(minor, 'EUR');
const part = (kind: string, minor: bigint, more: { label?: string; dueOn?: string } = {}) => ({
  ...{ kind, total: eur(minor), label: null, dueOn: null },
  ...more,
});
const deposit = { id: 'inv_1', kind: 'deposit', state: 'paid', total: eur(32_500n) };
const agreed = (planned: object[], refunded = 0n) =>
  ({
    planned,
    invoices: [deposit],
    payments: [
      { invoiceId: 'inv_1', amount: eur(32_500n), refunded: eur(refunded), disputed: eur(0n), disputedAt: null },
    ],
  }) as unknown as Agreed;
const saidOf = (planned: object[]) => {
  const all = toCome(agreed(planned), 'EUR');
  return all && toComeSentence(all);
};

test('what is agreed and not invoiced is said with its day', () => {
  const balance = part('balance', 32_500n, { dueOn: '2027-03-12' });
  expect(saidOf([balance])).toBe('EUR 325.00 still to come, invoiced Fri 12 March 2027.');
  expect(toCome(agreed([balance]), 'EUR')?.rows).toEqual([['Final invoice, EUR 325.00', 'Invoiced Fri 12 March 2027']]);
  expect(saidOf([part('milestone', 10_000n, { label: 'Draft' })])).toBe(
    'EUR 100.00 still to come, invoiced when it is done.',
  );
  expect(saidOf([part('milestone', 10_000n, { label: 'Draft' }), balance])).toBe('EUR 425.00 still to come.');
  expect(saidOf([part('worked', 0n)])).toBe('Your work is invoiced as it is done.');
});

test('nothing is to come of a balance of nothing, nor by itself once a deposit was given back', () => {
  expect(saidOf([part('balance', 0n, { dueOn: '2027-03-12' })])).toBeUndefined();
  expect(toCome(agreed([part('balance', 32_500n)], 1n), 'EUR')).toBeUndefined();
  expect(notInvoiced(agreed([part('balance', 32_500n)], 1n), 'EUR').minor).toBe(0n);
  expect(notInvoiced(agreed([part('balance', 32_500n)]), 'EUR').minor).toBe(32_500n);
});
