import { expect, it } from 'vitest';
import { readChange } from '../../src/contracts/change-words.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { parse } from './cases.ts';

const WORK = {
  en: 'Photos for Petra Hahn, EUR 900 on 12 June 2027 ',
  de: 'Fotos für Petra Hahn, 900 Euro, am 12. Juni 2027 ',
  fr: 'Photos pour Petra Hahn, 900 €, le 12 juin 2027 ',
  es: 'Fotos para Petra Hahn, 900 €, el 12 de junio de 2027 ',
} as const;

const booked = (brief: string) => parse(brief).found.booking?.value;

it.each<[keyof typeof WORK, string, string | null, number | null]>([
  ['fr', 'à 14 h', '14:00', null],
  ['fr', '18 h', '18:00', null],
  ['fr', 'dès 18 h', '18:00', null],
  ['de', 'um 18 h', '18:00', null],
  ['de', 'ab 18 h', '18:00', null],
  ['de', 'um 8 h', '08:00', null],
  ['en', 'at 14h', '14:00', null],
  ['en', 'from 14h', '14:00', null],
  ['en', 'at 18 hours', null, null],
  ['es', '18 h', '18:00', null],
  ['es', 'a las 18 h', '18:00', null],
  ['fr', '9 h pendant 8 heures', '09:00', 480],
  ['fr', 'à 15 h pendant 3 h', '15:00', 180],
  ['fr', 'à 15 h, reportage de 2 h', '15:00', 120],
  ['es', 'a las 9 h durante 8 horas', '09:00', 480],
  ['de', 'um 9 h, 8 Stunden lang', '09:00', 480],
  ['de', 'um 15 Uhr, 3 h lang', '15:00', 180],
  ['en', 'at 9h for 8 hours', '09:00', 480],
  ['en', 'at 3pm for 3 h', '15:00', 180],
  ['en', 'at 3pm, 3-hour shoot', '15:00', 180],
  ['en', '3 h shoot at 3pm', '15:00', 180],
  ['en', 'at 3pm, 6h coverage', '15:00', 360],
  ['en', '10h coverage', null, 600],
  ['en', 'at 14:00, 3h', '14:00', 180],
  ['fr', 'de 14 h à 18 h', '14:00', 240],
  ['de', 'von 14 h bis 18 h', '14:00', 240],
])('an hour of the day is no length, nor a length an hour: %s %s', (language, words, time, minutes) => {
  const found = booked(`${WORK[language]}${words}.`);
  expect([found?.time ?? null, found?.minutes ?? null]).toEqual([time, minutes]);
});

it.each([
  ['10 to 2', null],
  ['at 10 to 2', null],
  ['at ten to two', '13:50'],
  ['at 10 minutes to 2', '13:50'],
  ['10 to 2pm', '10:00'],
])('two bare figures are asked: %s', (words, time) => {
  const { found, questions } = parse(`${WORK.en}${words}.`);
  expect([found.booking?.value.time ?? null, questions.includes('booking')]).toEqual([time, time === null]);
});

it.each([
  ['in Bremen. EUR 3,000.', 'Bremen'],
  ['in Bremen. 3 portraits, EUR 3,000.', 'Bremen'],
  ['in Bremen. The fee is EUR 3,000.', 'Bremen'],
  ['in Bremen EUR 3,000.', 'Bremen'],
  ['in Bremen - EUR 3,000.', 'Bremen'],
  ['at St. Pauli. EUR 3,000.', 'St. Pauli'],
  ['at St. Mary Church, EUR 3,000', 'St. Mary Church'],
  ['at Studio No. 5, EUR 3,000', 'Studio No. 5'],
  ['at Studio 54 Berlin, EUR 3,000', 'Studio 54 Berlin'],
  ['at the Washington D.C. Armory, EUR 3,000', 'Washington D.C. Armory'],
])('a place ends where its sentence does: %s', (words, place) => {
  const { found } = parse(`Photos for Petra Hahn on 12 June 2027 ${words}`);
  expect([found.booking?.value.place, found.fee?.value.minor]).toEqual([place, 300_000n]);
});

const SHOOT: Terms = {
  title: term('Wedding photos', 'brief'),
  template: term('photography', 'brief'),
  clientCompany: term('Acme', 'brief'),
  fee: term({ minor: 400_000n, currency: 'EUR' }, 'brief'),
  booking: term({ on: '2027-06-12', time: '15:00', minutes: 300, zone: 'Europe/Berlin', place: 'Town hall' }, 'brief'),
};

it.each([
  ['de 14 h à 20 h', '14:00', 360],
  ['le tournage de 14 h à 20 h', '14:00', 360],
  ['from 14:00 to 18:00', '14:00', 240],
  ['the shoot is from 2pm to 6pm', '14:00', 240],
  ['shoot for 4 h', '15:00', 240],
  ['the shoot takes 4 h', '15:00', 240],
  ['booking at 14h', '14:00', 300],
  ['um 18 h', '18:00', 300],
  ['move the shoot from 15:00 to 18:00', '18:00', 300],
  ['change the time from 3pm to 5pm', '17:00', 300],
])('a request says when it begins and how long it takes: %s', (words, time, minutes) => {
  const { terms } = readChange({
    words,
    terms: SHOOT,
    context: { today: '2027-01-15', zone: 'Europe/Berlin' },
    origin: 'form',
  });
  expect([terms.booking?.value.time, terms.booking?.value.minutes]).toEqual([time, minutes]);
});
