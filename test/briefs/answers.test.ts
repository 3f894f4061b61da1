import { expect, test } from 'vitest';
import type { BriefContext } from '../../src/briefs/passages/text.ts';
import { parse } from './cases.ts';

const W = 'Website for Acme (dana@acme.test), ';
const FRIDAY: Partial<BriefContext> = { today: '2027-03-12' };

/** The quick answers of a brief, by what they put into the form. */
const answersTo = (brief: string, context: Partial<BriefContext> = {}) =>
  parse(brief, context).notes.flatMap(({ answers }) => answers ?? []);

test.each([
  [`${W}EUR 900, done by 04/05/2027`, {}, [['Tue 4 May 2027', { endOn: '2027-05-04' }], ['Mon 5 April 2027', { endOn: '2027-04-05' }]]],
  [`${W}EUR 900, start next Friday`, FRIDAY, [['Fri 12 March 2027', { startOn: '2027-03-12' }], ['Fri 19 March 2027', { startOn: '2027-03-19' }]]],
  ['Headshots for Acme next Friday at 9am, EUR 900', FRIDAY, [['Fri 12 March 2027, 09:00', { bookingAt: '2027-03-12T09:00' }], ['Fri 19 March 2027, 09:00', { bookingAt: '2027-03-19T09:00' }]]],
  [`${W}$900, the client is in Toronto, Canada`, { currency: 'USD' }, [['USD', { currency: 'USD' }], ['CAD', { currency: 'CAD' }]]],
  [`${W}EUR 900, deposit of 120%`, {}, [['50%', { deposit: '50%' }], ['100%', { deposit: '100%' }], ['No deposit', { deposit: 'none' }]]],
  [`${W}EUR 900, deposit 120%`, { depositPercentMilli: 30_000 }, [['30%', { deposit: '30%' }], ['100%', { deposit: '100%' }], ['No deposit', { deposit: 'none' }]]],
  [`${W}EUR 900, start 2 April 2027, done by 10 March 2027`, {}, [['Wed 10 March 2027 to Fri 2 April 2027', { startOn: '2027-03-10', endOn: '2027-04-02' }]]],
  [`${W}EUR 2,000 to 3,000`, {}, [['EUR 2,000.00', { fee: '2,000.00', currency: 'EUR' }], ['EUR 3,000.00', { fee: '3,000.00', currency: 'EUR' }]]],
  [`${W}EUR 4-5k`, {}, [['EUR 4,000.00', { fee: '4,000.00', currency: 'EUR' }], ['EUR 5,000.00', { fee: '5,000.00', currency: 'EUR' }]]],
  [`${W}EUR 900. No, EUR 950.`, {}, [['EUR 900.00', { fee: '900.00', currency: 'EUR' }], ['EUR 950.00', { fee: '950.00', currency: 'EUR' }]]],
  [`${W}EUR 4,000 plus USD 300`, {}, [['EUR 4,000.00', { fee: '4,000.00', currency: 'EUR' }], ['USD 300.00', { fee: '300.00', currency: 'USD' }]]],
] as const)('%s can be answered with one press', (brief, context, answers) => {
  expect(answersTo(brief, context).map(({ label, set }) => [label, set])).toEqual(answers);
}); // biome-ignore format: a table reads better in rows

test('a slot without a time is not answered by a day alone, and what is clear has no quick answers', () => {
  expect(answersTo('Headshots for Acme next Friday, EUR 900', FRIDAY)).toEqual([]);
  expect(answersTo(`${W}EUR 900, 50% deposit, start 2 March, done by 10 April`)).toEqual([]);
});
