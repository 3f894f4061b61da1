import { expect, it } from 'vitest';
import { parse } from './cases.ts';

it.each([
  'Guion: 3.800 euros. Fecha de entrega, 30 de noviembre según Lidia; según Jacobo, el productor, 15 de diciembre.',
  'Script, 3,800 euros. Due on 30 November according to Lidia; according to Jacob, the producer, 15 December.',
  'Scénario, 3 800 €. Livraison le 30 novembre selon Lidia ; selon Jacques, le 27 novembre.',
  'Drehbuch, 3.800 Euro. Abgabe laut Lidia am 30. November, laut Jakob am 15. Dezember.',
])('a day that two people name otherwise is asked: %s', (brief) => {
  const { found, questions } = parse(brief);
  expect(found.endOn).toBeUndefined();
  expect(questions).toContain('endOn');
});

it('one source is no contradiction', () => {
  const { found } = parse('Script, 3,800 euros. Due on 30 November according to Lidia.');
  expect(found.endOn?.value).toBe('2026-11-30');
});

it.each([
  ['Website, 900 EUR. Don’t start before 1 March. Site up by 31 March.', '2027-03-31'],
  ['Web, 900 €. No empieces antes del 1 de marzo. La web, lista el 31 de marzo.', '2027-03-31'],
  ['Site, 900 €. Ne commencez pas avant le 1er mars. Site en ligne le 31 mars.', '2027-03-31'],
])('a day before which nothing may begin ends nothing: %s', (brief, end) => {
  const { found } = parse(brief);
  expect([found.startOn?.value, found.endOn?.value]).toEqual([undefined, end]);
});

it.each([
  [
    'Photos, 780 EUR. The landlord has given them until 30 April to leave, but they want the photos on 12 April.',
    '2027-04-12',
  ],
  [
    'Fotos, 780 €. El casero les ha dado hasta el 30 de abril para dejar el piso, pero las fotos las quieren el 12 de abril.',
    '2027-04-12',
  ],
  [
    'Die Schau läuft vom 9. Oktober 2027 bis zum 16. Januar 2028. Die Druckdaten brauche ich am 10. September 2027. 5.200 € Honorar.',
    '2027-09-10',
  ],
])('what somebody else was given, and how long a show is on, is no day of the work: %s', (brief, end) => {
  const { found } = parse(brief);
  expect([found.startOn?.value, found.endOn?.value]).toEqual([undefined, end]);
});

it.each([
  'Shoot on 15 June 2027 at 10am. 15 June doesn’t suit us. 17 June 2027 at 10am then.',
  'Shooting am 15. Juni 2027 um 10 Uhr. Der 15. Juni klappt bei uns leider nicht. Am 17. Juni 2027 um 10 Uhr.',
  'Shooting le 15 juin 2027 à 10h. Le 15 juin ne m’arrange pas. Le 17 juin 2027 à 10h.',
  'Sesión el 15 de junio de 2027 a las 10. El 15 de junio no me viene bien. El 17 de junio de 2027 a las 10.',
  'Shoot on 15 June 2027 at 10am. The 15th doesn’t work. 17 June 2027 at 10am then.',
  'Shooting am 15. Juni 2027 um 10 Uhr. Der 15. klappt nicht. Am 17. Juni 2027 um 10 Uhr.',
])('a day that does not suit is none: %s', (brief) => {
  const { found, beyond } = parse(brief);
  expect([found.booking?.value.on, beyond.bookings.length]).toEqual(['2027-06-17', 1]);
});

it('“ich lege am 5. Juli los” is the start', () => {
  expect(parse('Gesamthonorar 18.000 €. Ich lege am 5. Juli los.').found.startOn?.value).toBe('2027-07-05');
});
