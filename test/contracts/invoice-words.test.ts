import { expect, test } from 'vitest';
import { invoiceWords } from '../../src/contracts/invoice-words.ts';
import type { Business } from '../../src/workspaces/workspace.ts';

const business = { timeZone: 'Europe/Berlin', currency: 'EUR', country: 'DE', netDays: 14 } as Business;
const read = (text: string) => invoiceWords(text, business, new Date('2027-03-01T10:00:00Z'));
const dana = { client: 'Dana Reyes', email: 'dana@acme.test' };

test.each([
  [
    'Dana Reyes dana@acme.test EUR 500 logo retouch, net 14',
    { ...dana, fee: '500.00', currency: 'EUR', title: 'Logo retouch', netDays: '14' },
  ],
  [
    'Dana Reyes dana@acme.test EUR 500 for logo retouch',
    { ...dana, fee: '500.00', currency: 'EUR', title: 'Logo retouch' },
  ],
  [
    'Dana Reyes, dana@acme.test, 500 €, three banners, payable within 7 days',
    { ...dana, fee: '500.00', currency: 'EUR', title: 'Three banners', netDays: '7' },
  ],
  [
    'logo retouch for Acme (dana@acme.test), USD 1,200 incl. VAT, due in 30 days',
    {
      client: 'Acme',
      email: 'dana@acme.test',
      title: 'Logo retouch',
      fee: '1,200.00',
      currency: 'USD',
      netDays: '30',
      taxIncluded: true,
    },
  ],
  ['retouch, JPY 5000, bo@x.test', { email: 'bo@x.test', title: 'Retouch', fee: '5,000', currency: 'JPY' }],
  [
    'Dana Reyes dana@acme.test EUR 500 for formatting the atlas',
    { ...dana, fee: '500.00', currency: 'EUR', title: 'Formatting the atlas' },
  ],
  ['EUR 500', { fee: '500.00', currency: 'EUR' }],
  ['dana@acme.test', { email: 'dana@acme.test' }],
  ['Acme 500', { title: 'Acme', fee: '500' }],
])('“%s” fills the form', (text, values) => {
  expect(read(text).values).toEqual(values);
});

test.each([
  ['logo retouch 1e9', '1e9'],
  ['logo retouch -5', '-5'],
  ['logo retouch, 0.005 EUR', '0.005'],
  ['logo retouch ١٢٣', '١٢٣'],
])('“%s”: the amount stands in its field as typed, where it will be refused', (text, fee) => {
  expect(read(text).values).toMatchObject({ title: 'Logo retouch', fee });
});

test('two amounts are no amount, and nothing is guessed', () => {
  expect(read('Dana Reyes dana@acme.test 500 or 600').values.fee).toBeUndefined();
});

test('nonsense is answered with what is missing', () => {
  expect(read('asdf').notes).toEqual(['I found no client and no sum in that. Fill in what is missing.']);
  expect(read('<!channel> ;;; %%%').notes).toHaveLength(1);
});

test('what is longer than a brief may be is refused in words', () => {
  expect(() => read('x'.repeat(50_000))).toThrow('brief.too-long');
});
