import { describe, expect, test } from 'vitest';
import type { Version } from '../../src/contracts/contract.ts';
import { offerChoices, offerChosen, priceOffers } from '../../src/contracts/order-price.ts';
import { Terms, term } from '../../src/contracts/terms.ts';
import { formatMoney, money } from '../../src/shared/money.ts';

const at = { currency: 'EUR', today: '2027-01-11' };
const signed = (terms: object): Pick<Version, 'terms'> => ({ terms: Terms.parse(terms) });
const rate = (unit: string, minor: bigint, currency = 'EUR') =>
  signed({ rate: term({ unit, minor, currency, quantityMilli: null, capMinor: null }, 'brief') });
const fixed = (minor: bigint, ...deliverables: string[]) =>
  signed({ fee: term({ minor, currency: 'EUR' }, 'brief'), deliverables: term(deliverables, 'brief') });
const offered = (words: string | string[], ...on: Pick<Version, 'terms'>[]) =>
  priceOffers([words].flat(), on, at).map(({ price, how }) => `${formatMoney(price)}: ${how}`);

describe('hours, days, sessions and months that are said are offered at the contract’s rate', () => {
  test.each([
    ['Could you add three more hours of retouching?', 'hour', 'EUR 300.00: 3 hours at EUR 100.00, the contract’s rate'],
    ['Können Sie noch 2,5 Stunden dranhängen?', 'hour', 'EUR 250.00: 2.5 hours at EUR 100.00, the contract’s rate'],
    ['Pouvez-vous ajouter quatre heures ?', 'hour', 'EUR 400.00: 4 hours at EUR 100.00, the contract’s rate'],
    ['¿Puedes añadir un día más?', 'day', 'EUR 100.00: 1 day at EUR 100.00, the contract’s rate'],
    ['Could we have another session?', 'session', 'EUR 100.00: 1 session at EUR 100.00, the contract’s rate'],
    ['Please go on for two more months', 'month', 'EUR 200.00: 2 months at EUR 100.00, the contract’s rate'],
  ])('%s', (words, unit, offer) => expect(offered(words, rate(unit, 10_000n))).toEqual([offer]));

  test.each([
    'Could you send it within 3 hours?',
    'Could you call 2 hours before?',
    'Können Sie in drei Stunden liefern?',
    'Could you add a gallery?',
    'Can you come at 14 h?',
    'Können Sie um 18 h kommen?',
    'Pouvez-vous venir à 18 h ?',
    '¿Puedes venir a las 18 h?',
    'We are open 10 hours a day',
    'We have 10 hours of footage, cut it',
    '2 hours less, please',
    'We do not need 5 more hours',
    'The party lasts 6 hours, could you add an album?',
  ])('no work: %s', (words) => expect(offered(words, rate('hour', 10_000n))).toEqual([]));

  test('how long somewhere is closed is no work', () =>
    expect(offered('We are closed for 3 days, add a banner', rate('day', 10_000n))).toEqual([]));

  test('days at a rate by the hour are nobody’s to work out, nor is another currency', () => {
    expect(offered('another day', rate('hour', 10_000n))).toEqual([]);
    expect(offered('3 more hours', rate('hour', 10_000n, 'USD'))).toEqual([]);
  });
});

describe('more of the one thing that a whole price was for is offered with its arithmetic', () => {
  const photos = fixed(100_000n, '10 product photos');
  test.each([
    ['Could you make 5 more product photos?', 'EUR 500.00: 5 more: EUR 1,000.00 for 10, so EUR 1,000.00 ÷ 10 × 5'],
    ['Could you make another product photo?', 'EUR 100.00: 1 more: EUR 1,000.00 for 10, so EUR 1,000.00 ÷ 10 × 1'],
    ['Two more product photos of our 30 people?', 'EUR 200.00: 2 more: EUR 1,000.00 for 10, so EUR 1,000.00 ÷ 10 × 2'],
    ['Could we have 15 product photos?', 'EUR 500.00: 5 more: EUR 1,000.00 for 10, so EUR 1,000.00 ÷ 10 × 5'],
  ])('%s', (words, offer) => expect(offered(words, photos)).toEqual([offer]));

  test('what does not come out even is rounded to the cent', () =>
    expect(offered('two more icons', fixed(100_000n, '3 icons'))).toEqual([
      'EUR 666.67: 2 more: EUR 1,000.00 for 3, so EUR 1,000.00 ÷ 3 × 2',
    ]));

  test('a price for several things, or another thing, offers nothing', () => {
    expect(offered('5 more product photos', fixed(100_000n, '10 product photos', 'A film'))).toEqual([]);
    expect(offered('Could you make a film?', photos)).toEqual([]);
    expect(offered('We sell 50 product photos a day, add 2', photos)).toEqual([]);
    expect(offered('one more page on the website', fixed(100_000n, 'Website'))).toEqual([]);
    expect(offered('one more website', fixed(100_000n, 'Website'))).toEqual([
      'EUR 1,000.00: 1 more at EUR 1,000.00 each',
    ]);
    expect(offered('Could we have 8 product photos?', photos)).toEqual([]);
    expect(offered('Could you make more product photos for our 12 shops?', photos)).toEqual([]);
  });
});

describe('a price that the words name', () => {
  test.each([
    ['A web shop would be EUR 400', ['EUR 400.00: Named in the words: “EUR 400”']],
    ['5 banners at 80 euros each', ['EUR 400.00: 5 at EUR 80.00 each, as the words say']],
    ['3 banners, 90 euros apiece', ['EUR 270.00: 3 at EUR 90.00 each, as the words say']],
    ['banners at 80 euros each', []],
    ['A shop with 400 products', []],
    ['A web shop for USD 400', []],
    ['Our budget is EUR 500', ['EUR 500.00: A budget named in the words: “EUR 500”']],
    ['Another studio asked EUR 800 for it', []],
    ['We paid EUR 300 for it last year. What would a second one be?', []],
    ['A 40-page booklet at 5 euros each', []],
    ['EUR 500 off please', []],
    ['Bitte einen Rabatt von 200 Euro', []],
    ['Please refund EUR 300', []],
    ['Your competitor offers EUR 900', []],
    ['My sister would do it for EUR 50', []],
    ['A one-off banner for EUR 90', ['EUR 90.00: Named in the words: “EUR 90”']],
    ['My sister needs a banner, EUR 90', ['EUR 90.00: Named in the words: “EUR 90”']],
    [
      '3 banners at EUR 10 each and 100 flyers at EUR 1 each',
      ['EUR 30.00: 3 at EUR 10.00 each, as the words say', 'EUR 100.00: 100 at EUR 1.00 each, as the words say'],
    ],
    ['For 20 people, 3 banners at 50 euros each', ['EUR 150.00: 3 at EUR 50.00 each, as the words say']],
  ])('%s', (words, offers) => expect(offered(words, fixed(100_000n, 'Logo'))).toEqual(offers));
});

test('where each thing has one price, what they come to together is offered first', () => {
  const [together, ...each] = offered(['a web shop for EUR 400', 'a blog for EUR 150'], fixed(100_000n, 'Logo'));
  expect(together).toBe('EUR 550.00: All of it: EUR 400.00 + EUR 150.00');
  expect(each).toHaveLength(2);
  expect(offered(['a web shop for EUR 400', 'a blog'], fixed(100_000n, 'Logo'))).toHaveLength(1);
});

test('a choice counts only while it is offered', () => {
  const offers = priceOffers(['a web shop for EUR 400'], [], at);
  const [id] = Object.keys(offerChoices(offers));
  expect(offerChosen(offers, id)).toEqual({ minor: 40_000n, currency: 'EUR' });
  expect(offerChosen(priceOffers(['a web shop for EUR 500'], [], at), id)).toBeUndefined();
  expect(offerChosen(offers, undefined)).toBeUndefined();
});

test('the price that is chosen is the one that was shown, of offers that look alike', () => {
  const offers = [50n, 50n, 90n].map((units) => ({ price: money(units * 100n, 'EUR'), how: 'Named in the words' }));
  const keys = Object.keys(offerChoices(offers));
  expect(keys).toHaveLength(3);
  expect(keys.map((key) => offerChosen(offers, key)?.minor)).toEqual([5_000n, 5_000n, 9_000n]);
});
