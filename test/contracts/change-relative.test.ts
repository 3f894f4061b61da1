import { describe, expect, test } from 'vitest';
import { readChange } from '../../src/contracts/change-words.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { context, design } from './change-scene.ts';

const read = (words: string, terms: Terms = design) => readChange({ words, terms, context, origin: 'form' });
const valuesOf = (words: string, terms: Terms = design) => {
  const { changed, terms: next, open } = read(words, terms);
  return [Object.fromEntries(changed.map((name) => [name, next[name]?.value])), open.length];
};
/** What is offered where nothing is taken. */
const offered = (words: string, terms: Terms = design) => {
  const { changed, open } = read(words, terms);
  expect(changed).toEqual([]);
  expect(open.length).toBeGreaterThan(0);
  return open
    .flatMap(({ choices }) => choices.map(({ label }) => label))
    .filter((label) => !/^(?:Leave|Add)/.test(label));
};
const eur = (minor: bigint) => ({ fee: { minor, currency: 'EUR' } });
const deposit = (percent: number) => ({ deposit: { kind: 'share', percentMilli: percent * 1000 } });

describe('a discount and what comes on top move the price', () => {
  test.each([
    ['Rabatt 200 €', 380_000n],
    ['Bitte 200 € Rabatt', 380_000n],
    ['discount of 200 EUR', 380_000n],
    ['The discount should be 200 EUR', 380_000n],
    ['remise de 200 €', 380_000n],
    ['Une remise de 200 €, s’il vous plaît', 380_000n],
    ['un descuento de 200 €', 380_000n],
    ['10% discount', 360_000n],
    ['10 % Rabatt', 360_000n],
    ['remise de 10 %', 360_000n],
    ['descuento del 10 %', 360_000n],
    ['price + 500', 450_000n],
    ['price +500', 450_000n],
    ['Preis + 500', 450_000n],
    ['halve the price', 200_000n],
    ['price 3,500', 350_000n],
    ['a price of 3,500', 350_000n],
    ['the price for the whole project is 3,500', 350_000n],
    ['the price for us should be 3,500', 350_000n],
  ])('%s', (words, minor) => expect(valuesOf(words)).toEqual([eur(minor), 0]));

  test.each([
    ['half the price', ['Price: EUR 2,000.00', 'Deposit: 50%']],
    ['halber Preis', ['Price: EUR 2,000.00', 'Deposit: 50%']],
    ['la moitié du prix', ['Price: EUR 2,000.00', 'Deposit: 50%']],
    ['la mitad del precio', ['Price: EUR 2,000.00', 'Deposit: 50%']],
    ['price after discount 3,600', ['Price: EUR 3,600.00', 'Price: EUR 400.00']],
    ['price - 500', ['Price: EUR 500.00', 'Price: EUR 3,500.00']],
    ['cap at 3,000', ['Price: EUR 3,000.00']],
    ['Deckel bei 3.000 €', ['Price: EUR 3,000.00']],
    ['the fee of the second poster is 100', ['Price: EUR 100.00']],
    ['10 photos at 150 EUR each', ['Price: EUR 1,500.00']],
  ])('%s: asked', (words, labels) => expect(offered(words)).toEqual(labels));
});

describe('what late payment costs or early payment saves is no deposit and no price', () => {
  test.each([
    'late fee of 5%',
    'add a late fee of 5%',
    'Skonto 2 %',
    '2 % Skonto bei Zahlung innerhalb von 7 Tagen',
    'Mahngebühr 5 %',
    'pénalité de retard de 5 %',
    '2% early payment discount',
  ])('%s', (words) => expect(offered(words)).toEqual([]));
});

describe('a deposit that is changed by something', () => {
  test.each([
    ['reduce the deposit by 10%', ['Deposit: 40%', 'Deposit: 45%']],
    ['Anzahlung um 10 % erhöhen', ['Deposit: 60%', 'Deposit: 55%', 'Deposit: 10%']],
    ['augmenter l’acompte de 10 %', ['Deposit: 60%', 'Deposit: 55%', 'Deposit: 10%']],
    ['aumentar el anticipo un 10 %', ['Deposit: 60%', 'Deposit: 55%', 'Deposit: 10%']],
    ['deposit up by 10', ['Deposit: 60%', 'Deposit: EUR 2,010.00']],
    ['increase the deposit by 500 EUR', ['Deposit: EUR 2,500.00']],
    ['half the deposit', ['Deposit: 25%', 'Deposit: 50%']],
    ['changing the date costs 10% of the deposit', []],
  ])('%s: asked', (words, labels) => expect(offered(words)).toEqual(labels));

  test.each([
    ['deposit up by 10 points', deposit(60)],
    ['halve the deposit', deposit(25)],
    ['double the deposit', deposit(100)],
    ['reduce the deposit to 30%', deposit(30)],
    ['raise the deposit from 50% to 60%', deposit(60)],
    ['Anzahlung auf 60 % erhöhen', deposit(60)],
    ['add a 10% deposit', deposit(10)],
    ['deposit of 30% of the price', deposit(30)],
    ['40% upfront', deposit(40)],
  ])('%s', (words, values) => expect(valuesOf(words)).toEqual([values, 0]));
});

describe('a price beside something else is taken with it', () => {
  test.each([
    ['3,500 incl. VAT', { ...eur(350_000n), taxIncluded: true }],
    ['3.500 € inkl. MwSt', { ...eur(350_000n), taxIncluded: true }],
    ['3.500 € IVA incluido', { ...eur(350_000n), taxIncluded: true }],
    ['3,500 plus VAT', eur(350_000n)],
    ['3,500 plus 19% VAT', { ...eur(350_000n), taxRateMilli: 19_000 }],
    ['19% VAT', { taxRateMilli: 19_000 }],
    ['3 rounds and 2k', { ...eur(200_000n), revisions: 3 }],
  ])('%s', (words, values) => expect(valuesOf(words)).toEqual([values, 0]));

  test('where the tax is unclear, the price is asked with it', () =>
    expect(offered('3 500 € TVA comprise')).toEqual([
      'Price: EUR 3,500.00; prices include the tax',
      'Price: EUR 3,500.00; prices are plus tax',
    ]));
});

describe('more time to pay counts from what stands', () => {
  test.each([
    ['one week more to pay', 21],
    ['two more weeks to pay', 28],
    ['give us 7 more days to pay', 21],
    ['30 days to pay', 30],
    ['no more than 30 days to pay', 30],
  ])('%s', (words, netDays) => expect(valuesOf(words)).toEqual([{ netDays }, 0]));
});

describe('who keeps rights is asked, and a no to a reason for no tax sets none', () => {
  test.each(['we keep all rights', 'I keep all rights', 'wir behalten alle Rechte', 'nous gardons tous les droits'])(
    '%s',
    (words) => expect(offered(words)).toHaveLength(2),
  );
  test('the rights as they are stay', () => expect(valuesOf('keep the rights as they are')).toEqual([{}, 0]));

  test.each([
    'We do not want reverse charge',
    'No hay inversión del sujeto pasivo',
    'kein Reverse Charge',
    'pas d’autoliquidation',
  ])('%s', (words) => expect(offered(words)).toEqual([]));

  test.each(['no VAT, reverse charge', 'no VAT because of reverse charge', 'we do not charge VAT, reverse charge'])(
    '%s',
    (words) => expect(valuesOf(words)).toEqual([{ taxRateMilli: 0, taxReason: 'reverse-charge' }, 0]),
  );
});

describe('what moving costs', () => {
  const moving: Terms = {
    ...design,
    template: term('photography', 'brief'),
    booking: term(
      { on: '2027-06-12', time: '15:00', minutes: 360, zone: 'Europe/Berlin', place: 'Town hall' },
      'brief',
    ),
    rescheduling: term({ free: 1, notice: { within: 14, unit: 'days' }, fee: { percentMilli: 20_000 } }, 'brief'),
  };
  test.each(['half the moving fee', 'halve the moving fee'])('%s', (words) =>
    expect(read(words, moving).terms.rescheduling?.value.fee).toEqual({ percentMilli: 10_000 }),
  );
  test.each(['moving notice of 0 days', 'a move costs 10% of the deposit', 'Report : 150 € au lieu de 10 %'])(
    '%s: asked',
    (words) => expect(offered(words, moving)).toEqual([]),
  );
  test('a notice for moving leaves calling off as it is', () => {
    const { changed, terms } = read('moving notice of 21 days', moving);
    expect([changed, terms.rescheduling?.value.notice]).toEqual([['rescheduling'], { within: 21, unit: 'days' }]);
  });
  test('a step whose figure stands behind its days is asked both ways', () =>
    expect(offered('the first move is free, then 100 EUR, within 7 days 50%', moving)).toHaveLength(2));
});
