import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/briefs/languages/language.ts';
import { clocksIn } from '../../src/briefs/time/clocks.ts';
import { daysIn, slotsIn } from './cases.ts';

const IN_MARCH = { today: '2027-03-01' };
const slots = (brief: string) => slotsIn(brief, IN_MARCH);
const times = (text: string, language: Language) =>
  clocksIn(text, language)
    .map(({ time, ends }) => `${ends ? '-' : ''}${time ?? '?'}`)
    .join(' ');

describe('hours with a name end a stretch of time, and begin one', () => {
  it.each([
    ['en', '2pm-midnight', '14:00 +600'],
    ['en', 'from noon till ten', '12:00 +600'],
    ['en', '9 to noon on Friday', '09:00 +180'],
    ['en', 'between 8 and midnight', '20:00 +240'],
    ['de', 'von 14 Uhr bis Mitternacht', '14:00 +600'],
    ['fr', 'de 14h à minuit', '14:00 +600'],
    ['es', 'de 18 h a medianoche', '18:00 +360'],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(clocksIn(text, language).map(({ time, minutes }) => `${time} +${minutes}`)).toEqual([expected]);
  });
});

describe('a time of day', () => {
  it.each([
    ['en', 'we start at half past five', '17:30'],
    ['en', 'be there for quarter to ten in the morning', '09:45'],
    ['en', 'call is ten past six in the evening', '18:10'],
    ['en', 'the band is on at eight p.m. sharp', '20:00'],
    ['en', 'from six in the arvo', '18:00'],
    ['en', '9.15 start, lunch at 12', '09:15 12:00'],
    ['en', 'from 4 to 6.30pm', '16:00'],
    ['en', '10-2pm', '10:00'],
    ['en', 'we have the hall until 11pm', '-23:00'],
    ['en', 'pay 8.50 for each of 12 pages at 30 days', ''],
    ['en', 'a set at seven', '?'],
    ['en', 'the gig is a set at seven', '19:00'],
    ['en', 'five to ten pages', ''],
    ['de', 'Beginn um neun in der Früh', '09:00'],
    ['de', 'ab halb vier', '15:30'],
    ['de', 'um Viertel nach acht abends', '20:15'],
    ['de', 'um dreiviertel elf', '10:45'],
    ['de', 'um siebzehn Uhr dreißig', '17:30'],
    ['de', '13 Uhr 15 Aufbau, 19.30 Uhr Konzert', '13:15 19:30'],
    ['de', 'Punkt elf geht es los', '11:00'],
    ['de', 'Vortrag, 9 bis 12, im Saal', '09:00'],
    ['de', 'um 10 Prozent günstiger, um 3 Tage verschoben', ''],
    ['fr', 'à 18 h 45, fin à 22h', '18:45 -22:00'],
    ['fr', 'dès dix heures et demie', '10:30'],
    ['fr', 'à dix-neuf heures quinze', '19:15'],
    ['fr', 'à midi et demi', '12:30'],
    ['fr', 'de 14 h à 16 h', '14:00'],
    ['fr', 'un reportage de 2h, un délai de 48 heures avant', ''],
    ['es', 'de 4 a 6 de la tarde', '16:00'],
    ['es', 'a las nueve menos cuarto de la noche', '20:45'],
    ['es', 'desde las 20.15 hs', '20:15'],
    ['es', 'a las 7 y media de la mañana', '07:30'],
    ['es', 'cuarto para las ocho de la noche', '19:45'],
    ['es', 'sábado, de 21 a 3, en el club', '21:00'],
    ['es', 'a las 48 horas de recibir la factura, a las dos semanas', ''],
  ] as const)('%s: %s', (language, text, expected) => expect(times(text, language)).toBe(expected)); // biome-ignore format: a table

  it('is none of a chat’s stamps, and one of a programme', () => {
    expect(times('Zoë 🌸 09:12: hi\nZoë 🌸 09:13: at 3pm?\nMax 🌲 09:17: ok', 'en')).toBe('15:00');
    expect(times('18:00 doors\n19:00 dinner\n21:00 band', 'en')).toBe('18:00 19:00 21:00');
  });
});

describe('a day without somebody being there', () => {
  it.each([
    ['Traducción del manual para la empresa, nos la hace llegar el 21 de mayo', ''],
    ['Fresque pour la brasserie, premier jour sur place le lundi 8 mars 7h30, fini le 26 mars', ''],
  ])('%s', (brief, expected) => expect(slots(brief)).toBe(expected));

  it('may be the last of a month', () => {
    const due = (brief: string) => daysIn(brief, IN_MARCH);
    expect(due('A site, live by the last day of June')).toBe('- to 2027-06-30');
    expect(due('La web es para la marca, terminada el último día de septiembre')).toBe('- to 2027-09-30');
    expect(due('Die Seite ist für uns, fertig am letzten Tag im Juni')).toBe('- to 2027-06-30');
  });
});

describe('when a slot begins', () => {
  it.each([
    ['Fotos von unserem Betriebsfest am 5. Juni. Einlass 18 Uhr, Ihr Einsatz beginnt um 17.30 Uhr', '06-05 17:30'],
    ['Der Workshop für die Firma findet am 8. Juni statt und beginnt um 9.15 Uhr', '06-08 09:15'],
    ['Headshots for our team, Thurs 22 April, kick off 9.30, £640 all in', '04-22 09:30'],
    ['Coro para la misa del domingo doce de septiembre, empieza a las once de la mañana, somos la parroquia', '09-12 11:00'],
    ['Animación para la fiesta de mi hija, es mañana a las 5 de la tarde en el jardín', '03-02 17:00'],
    ['Jazz duo on Friday 11 June, downbeat at eight p.m., EUR 900', '06-11 20:00'],
    ['Two concerts for the library on 20 October: one at 10 am, the other at 2.30 pm', '10-20 10:00, 10-20 14:30'],
    ['Deux concerts pour la médiathèque le 20 octobre : l’un à 10 heures, l’autre à 14 h 30', '10-20 10:00, 10-20 14:30'],
    ['Sommerfest der Firma, Wann: Fr 4. + Sa 5. Juni, Aufbau jeweils 14 Uhr', '06-04 14:00, 06-05 14:00'],
    ['Dolmetschen für die Stiftung. Einsätze: 14.4. um 9.00, 21.4. um 10.00, 28.4. um 14.00', '04-14 09:00, 04-21 10:00, 04-28 14:00'],
    ['Ein Drehorgelspieler für unser Fest: Sonntag 13. Juni 2027, 10 bis 12, im Park', '06-13 10:00'],
    ['Trio for us: it is now Saturday 12 June not the 5th, please come for half past five, guests sit at six', '06-12 17:30'],
    ['A trio at our dinner, 11 June 2027, Friday, we kick off 7.15pm', '06-11 19:15'],
    ['Sam: can you do the bridal hair?\nMe: yes\nSam: Sat 12 June, can you be at the hotel 7am? Ceremony 1pm\nMe: I can', '06-12 07:00'],
    ['Workshop for the choir, either 5 June or 12 June, 9am', ''],
    ['Concerts for Acme on 5 and 6 June, set-up at 2 pm each day', '06-05 14:00, 06-06 14:00'],
  ])('%s', (brief, expected) => expect(slots(brief)).toBe(expected)); // biome-ignore format: a table
});

describe('what is put up before it begins', () => {
  it.each([
    ['Konzert am 9. April: Aufbauen könnt ihr ab 15 Uhr, los geht die Musik um 19.30 Uhr.', '04-09 19:30'],
    ['Lesung am 9. April, Soundcheck um 17 Uhr, Lesung um 19 Uhr, danach Buffet 21 Uhr.', '04-09 19:00'],
    ['Fest am 9. April: Kabel legen um 13 Uhr, Kirche offen ab 15.30 Uhr, erster Ton um 16 Uhr.', '04-09 16:00'],
    ['Vortrag am 9. April. Wir erwarten Sie um 8 Uhr zum Technikcheck, Eröffnung um 9 Uhr.', '04-09 09:00'],
  ])('%s', (brief, expected) => expect(slots(brief)).toBe(expected));

  it('leaves open whether bare hours are a morning or a night', () => {
    expect(times('Du legst auf, Musik von acht bis eins.', 'de')).toBe('20:00');
    expect(times('wir sind da von sieben bis zehn', 'de')).toBe('?');
  });
});
