import { describe, expect, test } from 'vitest';
import { readChange } from '../../src/contracts/change-words.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';

const context = { today: '2027-02-10', zone: 'Europe/Berlin' };
const booking = { on: '2027-05-22', time: '10:00', minutes: 480, zone: 'Europe/Berlin', place: 'Town Hall' };
const shoot: Terms = {
  title: term('Wedding photos', 'brief'),
  template: term('photography', 'brief'),
  fee: term({ minor: 240_000n, currency: 'EUR' }, 'brief'),
  currency: term('EUR', 'brief'),
  deposit: term({ kind: 'share', percentMilli: 30_000 }, 'brief'),
  revisions: term(2, 'brief'),
  booking: term(booking, 'brief'),
};
const design: Terms = { ...shoot, title: term('Logo', 'brief'), template: term('design', 'brief'), booking: undefined };
const read = (words: string, terms: Terms = shoot) => readChange({ words, terms, context, origin: 'client' });

describe('hours of a booking are when it begins and how long it takes', () => {
  test.each([
    ['from 2 to 6 pm', '14:00'],
    ['between 2 and 6 pm', '14:00'],
    ['can we do 2-6pm?', '14:00'],
    ['von 14 h bis 18 h', '14:00'],
    ['Shooting von 14 h bis 18 h bitte', '14:00'],
    ['Von 14 bis 18 Uhr', '14:00'],
    ['14-18 Uhr bitte', '14:00'],
    ['la séance plutôt de 14 h à 18 h', '14:00'],
    ['de 16 a 20 h', '16:00'],
    ['la sesión de 16:00 a 20:00', '16:00'],
  ])('%s', (words, time) => {
    const { terms, changed, open } = read(words);
    expect([changed, terms.booking?.value, open]).toEqual([['booking'], { ...booking, time, minutes: 240 }, []]);
  });

  test.each([
    ['move the shoot to May 29 from 2 to 6 pm', '2027-05-29', '14:00', 240],
    ['Das Shooting bitte auf den 29. Mai von 15 bis 19 Uhr verlegen', '2027-05-29', '15:00', 240],
    ['la sesión el 29 de mayo de 16 a 20 h', '2027-05-29', '16:00', 240],
    ['move the start from 10:00 to 14:00', '2027-05-22', '14:00', 480],
    ['shift it from 10 am to 2 pm', '2027-05-22', '14:00', 480],
  ])('beside a day, and apart from an hour it was: %s', (words, on, time, minutes) =>
    expect(read(words).terms.booking?.value).toEqual({ ...booking, on, time, minutes }),
  );

  test.each([['from 2 to 6 pm'], ['von 14 h bis 18 h'], ['de 14 h à 18 h'], ['de 16 a 20 h']])(
    'where nothing is booked they are asked, and no price: %s',
    (words) => {
      const { changed, open } = read(words, design);
      expect(changed).toEqual([]);
      expect(open.map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/no booking/)]);
    },
  );

  test('an hour at which it ends moves no beginning', () => {
    const { terms, open } = read('we start at 2pm and finish at 6pm');
    expect(terms.booking?.value.time).toBe('14:00');
    expect(open.map(({ choices }) => choices.map(({ label }) => label))).toEqual([
      ['From 14:00 to 18:00', 'Leave it as it is'],
    ]);
    const { key = '' } = open[0] ?? {};
    const answered = readChange({
      words: 'we start at 2pm and finish at 6pm',
      ...{ terms: shoot, context, origin: 'client', answers: { [key]: 'From 14:00 to 18:00' } },
    });
    expect(answered.terms.booking?.value).toEqual({ ...booking, time: '14:00', minutes: 240 });
    expect(read('stay until 6pm').changed).toEqual([]);
  });

  test.each(['our launch event is on 3 May', 'we can meet on Monday from 2 to 6 pm'])(
    'a day in a contract that books none is asked: %s',
    (words) => {
      const { changed, open } = read(words, design);
      expect(changed).toEqual([]);
      expect(open[0]?.choices.map(({ label }) => label)).toEqual([
        expect.stringMatching(/^Booking: Mon /),
        'Leave it as it is',
      ]);
    },
  );
});

describe('where a booking is', () => {
  test.each([
    ['Das Shooting ist jetzt im Schloss Benrath', 'Schloss Benrath'],
    ['le mariage sera finalement au Château de Vincy', 'Château de Vincy'],
    ['la boda será en la Finca El Olivar', 'Finca El Olivar'],
    ['the ceremony is now at St Mary’s Church', 'St Mary’s Church'],
  ])('%s', (words, place) => expect(read(words).terms.booking?.value).toEqual({ ...booking, place }));

  test.each(['the wedding is in May', 'la boda será en mayo', 'the shoot is at our office'])('no place: %s', (words) =>
    expect(read(words).changed).toEqual([]),
  );
});

test('a range of rounds is asked', () => {
  expect(read('make it 2 to 4 rounds').changed).toEqual([]);
  expect(read('from 2 to 6 rounds').terms.revisions?.value).toBe(6);
});
