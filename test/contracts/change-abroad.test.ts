import { describe, expect, test } from 'vitest';
import { readChange } from '../../src/contracts/change-words.ts';
import { context, design, shoot } from './change-scene.ts';

const read = (words: string, terms = design, answers: Record<string, string> = {}) =>
  readChange({ words, terms, context, origin: 'client', answers });
const feeOf = (words: string) => {
  const { changed, terms } = read(words);
  return changed.join() === 'fee' ? Number(terms.fee?.value.minor) / 100 : changed;
};

describe('the price is lowered or raised to a sum, or by one', () => {
  test.each([
    ['Preis senken auf 3500', 3500],
    ['Könnten Sie den Preis auf 3.500 € senken?', 3500],
    ['baisser le prix à 3500 €', 3500],
    ['bajar el precio a 3500 €', 3500],
    ['Preis auf 4500 € erhöhen', 4500],
    ['subir el precio a 4500 €', 4500],
    ['Preis um 500 Euro senken', 3500],
    ['Bitte senken Sie den Preis um 300 €', 3700],
    ['baisser le prix de 500 €', 3500],
    ['bajar el precio en 500 €', 3500],
    ['augmenter le prix de 200 €', 4200],
    ['Preis um 10% senken', 3600],
    ['baisser le prix de 10 %', 3600],
    ['bajar el precio un 10 %', 3600],
  ])('%s', (words, fee) => expect(feeOf(words)).toBe(fee));

  test('words that do not say which are asked with both', () => {
    const { changed, open } = read('Preis senken 3500');
    expect(changed).toEqual([]);
    expect(open[0]?.choices.map(({ label }) => label)).toEqual([
      'Price: EUR 3,500.00',
      'Price: EUR 500.00',
      'Leave it as it is',
    ]);
  });
});

describe('two wishes joined by “and” are two', () => {
  test.each([
    'lower the price to 3500 and put the start off by three days',
    'Könnten wir den Beginn um drei Tage verschieben und den Preis auf 3500 senken?',
    'reporter le début de trois jours et baisser le prix à 3500 €',
    'aplazar el inicio tres días y bajar el precio a 3500 €',
  ])('%s', (words) => {
    const { terms, open } = read(words);
    expect([terms.fee?.value.minor, terms.startOn?.value, open]).toEqual([350_000n, '2027-03-05', []]);
  });
});

describe('of two values for one term neither counts until one is chosen', () => {
  test.each([
    ['14 days notice. 30 days notice.', 'cancellation'],
    ['14 Tage Kündigungsfrist. 30 Tage Kündigungsfrist.', 'cancellation'],
    ['net 20. net 30.', 'netDays'],
  ] as const)('%s', (words, name) => {
    const { changed, open } = read(words);
    expect(changed).toEqual([]);
    expect(open).toHaveLength(1);
    const [{ key = '', choices = [] } = {}] = open;
    const said = choices.map(({ label }) => {
      const answered = read(words, design, { [key]: label });
      expect(answered.open).toEqual([]);
      return JSON.stringify(answered.terms[name]?.value);
    });
    expect(said[0]).toMatch(/14|20/);
    expect(said[1]).toContain('30');
  });
});

describe('what is put off is put off from the day that stands', () => {
  test.each([
    'put off the deadline by two weeks',
    'put the deadline off by two weeks',
    'Abgabe um zwei Wochen verschieben',
    'reporter la livraison de deux semaines',
    'aplazar la entrega dos semanas',
  ])('%s', (words) => {
    const { changed, terms } = read(words);
    expect([changed, terms.endOn?.value]).toEqual([['endOn'], '2027-04-24']);
  });

  test.each(['put off by two weeks', 'um zwei Wochen verschieben', 'reporter de deux semaines', 'aplazar dos semanas'])(
    'where two days stand it is asked which: %s',
    (words) => {
      const { changed, open } = read(words);
      expect(changed).toEqual([]);
      expect(open[0]?.choices.map(({ label }) => label)).toEqual([
        'Start: Tue 16 March 2027',
        'Done by: Sat 24 April 2027',
        'Leave it as it is',
      ]);
    },
  );

  test.each(['put it off by two weeks', 'den Termin um zwei Wochen verschieben', 'aplazar la sesión dos semanas'])(
    'a booking keeps its time: %s',
    (words) => {
      const { terms } = read(words, shoot);
      expect(terms.booking?.value).toMatchObject({ on: '2027-06-26', time: '15:00' });
    },
  );

  test('brought forward it is earlier, and words that say neither way are asked', () => {
    expect(read('Abgabe zwei Wochen vorziehen').terms.endOn?.value).toBe('2027-03-27');
    expect(read('move the deadline by two weeks').changed).toEqual([]);
    expect(read('put off the deadline by two weeks', { ...design, endOn: undefined }).changed).toEqual([]);
  });
});
