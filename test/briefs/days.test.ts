import { describe, expect, it } from 'vitest';
import { daysIn, slotsIn } from './cases.ts';

const IN_MARCH = { today: '2027-03-03' };
const days = (brief: string) => daysIn(brief, IN_MARCH).replaceAll('2027-', '');
const slots = (brief: string) => slotsIn(brief, IN_MARCH);

describe('days without a month', () => {
  it.each([
    ['A shop sign. We open on 24 May, must be ready by the 20th.', '- to 05-20'],
    ['A shop sign, 400 EUR, finished by the 19th', '- to 03-19'],
    ['A shop window: start Monday 5 April, finished by Friday the 16th, please', '04-05 to 04-16'],
    ['A shop window: start Monday 12 April, finished by the Friday', '04-12 to 04-16'],
    ['Ein Ladenschild für uns: Beginn am 28. April, fertig bis 14.', '04-28 to 05-14'],
    ['Una página para la tienda: empezamos el 12 de abril y terminada el viernes 30, sin falta', '04-12 to 04-30'],
    ['Une enseigne pour le magasin : début le 6 avril, livraison le 23, merci', '04-06 to 04-23'],
  ])('%s', (brief, expected) => expect(days(brief)).toBe(expected));

  it.each([
    ['Ein Lektorat für uns, Absage ab dem 28. Tag vor Beginn kostet die Hälfte', '- to -'],
    ['A logo, see the 3rd draft on page 12', '- to -'],
    ['La fiesta sería el sábado 15 o el 22, no sé todavía', '- to -'],
  ])('are none of the work: %s', (brief, expected) => {
    expect(days(brief)).toBe(expected);
    expect(slots(brief)).toBe('');
  });
});

describe('a day that is not the one', () => {
  it.each([
    ['A brochure. Delivery on 14 May, not 7 May.', '- to 05-14'],
    ['Eine Broschüre für uns, Abgabe am 14. Mai statt am 7. Mai.', '- to 05-14'],
    ['Une brochure pour nous : livraison le 14 mai au lieu du 7 mai.', '- to 05-14'],
    ['Un folleto para nosotros: entrega el 14 de mayo, no el 7 de mayo.', '- to 05-14'],
    ['Un folleto. La fecha límite no es el 7 de mayo, es el viernes 14 de mayo.', '- to 05-14'],
  ])('%s', (brief, expected) => expect(days(brief)).toBe(expected));

  it.each([
    ['Trio for the dinner. It is now Saturday 11 September not the 4th.', '09-11 ?'],
    ['Ateliers pour nous : mardi 13 avril, 9 h, et mardi 20 avril, 9 h. Le 13 saute.', '04-20 09:00'],
  ])('is no slot: %s', (brief, expected) => expect(slots(brief)).toBe(expected));

  it('was a few days ago', () =>
    expect(
      slots('Low Farm, nr Askrigg. 25th February\n\nDear Sam, please photograph the barn on 3 April at 2pm.'),
    ).toBe('04-03 14:00'));
});

describe('others’ days', () => {
  it.each([
    ['Menus for the inn. All of it done by 9 July, the lobster party is 17 July.', '- to 07-09'],
    ['Speisekarten für das Gasthaus. Alles fertig bis 9. Juli, das Hummerfest ist am 17. Juli.', '- to 07-09'],
    ['Des menus pour l’auberge. Livraison le 9 juillet, la fête du homard est le 17 juillet.', '- to 07-09'],
    ['Menús para la posada. Entrega el 9 de julio, la fiesta es el 17 de julio.', '- to 07-09'],
  ])('%s', (brief, expected) => {
    expect(days(brief)).toBe(expected);
    expect(slots(brief)).toBe('');
  });
});

describe('what a sentence says of a day', () => {
  it.each([
    ['A glaze test. Our shop reopens on 9 May but I would need the lot here on 28 April.', '- to 04-28'],
    ['Zehn Texte. Alles abliefern bitte am 11. Juni.', '- to 06-11'],
    ['Une robe pour le bal, il me la faut dans mes mains le 11 juin.', '- to 06-11'],
    ['Cien platos para el salón. Los tenés que despachar el 11 de junio.', '- to 06-11'],
  ])('%s', (brief, expected) => expect(days(brief)).toBe(expected));
});

describe('times as they are spoken', () => {
  it.each([
    ['Photos of the wedding on Saturday, 12 June, half one in the afternoon', '06-12 13:30'],
    ['A piano lesson on Tuesday, 6 April at 4:15', '04-06 16:15'],
    ['Klavier stimmen, Konzert am 8. April, nachmittags um zwei', '04-08 14:00'],
    ['Concierto el 8 de abril, desde un cuarto para las nueve de la mañana', '04-08 08:45'],
    ['A gig on 9 April: on stage 20:30 (soundcheck 17:00)', '04-09 20:30'],
  ])('%s', (brief, expected) => expect(slots(brief)).toBe(expected));
});

describe('a day that is counted from another one', () => {
  it.each([
    ['Notre gala est le 22 mai, il nous faut le programme deux semaines avant, merci.', '- to 05-08'],
    ['Je me marie le 22 mai, les menus doivent être prêts trois jours plus tôt.', '- to 05-19'],
    ['Le colloque se tient le 22 mai ; les badges, livrés la veille à la salle.', '- to 05-21'],
    ['Tournage le 22 mai à 9 h pour nous. Le montage nous parvient dix jours après le tournage.', '- to 06-01'],
  ])('%s', (brief, expected) => expect(days(brief)).toBe(expected));
});

describe('days counted from another in German', () => {
  it.each([
    [
      'Ein Banner für unseren Stand. Die Messe beginnt am 14. April, das Banner muss am Tag davor in der Halle sein.',
      '- to 04-13',
    ],
    ['Ein Plakat. Unser Fest ist am 9. April, zwei Tage vorher brauche ich das Plakat.', '- to 04-07'],
    ['Ein Flyer, fertig heute in zwei Wochen.', '- to 03-17'],
    ['Ein Flyer, fertig bis morgen in einer Woche.', '- to 03-11'],
    ['Ein Flyer, fertig vor Ostern, und zwar am 24. März.', '- to 03-24'],
    ['Ein Flyer, Abgabetermin ist der letzte Apriltag.', '- to 04-30'],
  ])('%s', (brief, expected) => expect(days(brief)).toBe(expected));

  it.each([
    ['Das Konzert vom 8. April verschieben wir um eine Woche, Beginn 19.30 Uhr.', '04-15 19:30'],
    ['Das Konzert ist am 8. April. Das war ein Versehen, richtig ist der 9. April, Beginn 19.30 Uhr.', '04-09 19:30'],
  ])('or moved: %s', (brief, expected) => expect(slots(brief)).toBe(expected));

  it('but none where somebody calls off or pays then', () => {
    expect(days('Ein Plakat, fertig am 9. April. Zwei Tage vorher kostenlos absagen geht.')).toBe('- to 04-09');
    expect(days('Ein Plakat, fertig am 9. April. Das Geld bekommst du eine Woche danach.')).toBe('- to 04-09');
  });
});

describe('a day that was put off', () => {
  it.each([
    ['A poster, done by 10 April. The deadline was put off by two weeks.', '- to 04-24'],
    ['A poster, done by 10 April, postponed by a week', '- to 04-17'],
    ['Ein Plakat, Abgabe 10. April, um zwei Wochen verschoben.', '- to 04-24'],
    ['Ein Plakat, Abgabe 10. April. Das verschiebt sich um zwei Wochen.', '- to 04-24'],
    ['Ein Plakat, Abgabe 10. April. Wir verschieben um 3 Tage nach vorne.', '- to 04-07'],
    ['Ein Plakat, Abgabe 10. April. Falls nötig, verschiebt es sich um eine Woche.', '- to 04-10'],
    ['Une affiche, livraison le 10 avril, reportée de deux semaines.', '- to 04-24'],
    ['Un cartel, entrega el 10 de abril, aplazada dos semanas.', '- to 04-24'],
    ['A poster, start 15 March, done by 10 April, put off by two weeks', '03-15 to 04-24'],
  ])('is the new one: %s', (brief, expected) => expect(days(brief)).toBe(expected));

  it('is asked where several stand and none right before', () =>
    expect(days('A poster, start 15 March, done by 10 April. We heard that the launch was put off by two weeks.')).toBe(
      '03-15 to -',
    ));

  it.each([
    'A poster, done by 10 April. It can be put off by two weeks.',
    'A poster, done by 10 April. If the fair is postponed by two weeks, tell us.',
  ])('stays where it only may be: %s', (brief) => expect(days(brief)).toBe('- to 04-10'));
});
