import { describe, expect, it } from 'vitest';
import { daysIn, parse, short, slotsIn } from './cases.ts';

const IN_MARCH = { today: '2027-03-01' };
const days = (brief: string) => daysIn(brief, IN_MARCH);
const slots = (brief: string) => slotsIn(brief, IN_MARCH);

describe('a date’s role', () => {
  it.each([
    ['A site. You begin, as you suggested, on 5 April and finish by 7 May', '2027-04-05 to 2027-05-07'],
    ['A site. The texts come on 5 April, that’s when you start. Done by 7 May', '2027-04-05 to 2027-05-07'],
    ['A site for us.\nMe: when do I start?\nAnn: Monday 5 April, desk by the window\nMe: ok', '2027-04-05 to -'],
    ['Un site pour nous.\nmoi : tu commences quand ?\nLéa : lundi 5 avril, le bureau est prêt\nmoi : ok', '2027-04-05 to -'],
    ['Eine Seite für uns. Das Material kommt am 5. April, dann fangen wir an. Bis 7. Mai fertig', '2027-04-05 to 2027-05-07'],
    ['A site. We start on 5 April, finish on 7 May', '2027-04-05 to 2027-05-07'],
    ['A site, begin Monday 4/5, live by 5/21', '2027-04-05 to 2027-05-21'],
    ['A site, start 4/12, live by 5/21', '2027-04-12 to 2027-05-21'],
    ['A site, done by 4/5, half the price is 1/2', '- to -'],
    ['A mural: start on 12 April, all of it done by the 29th.', '2027-04-12 to 2027-04-29'],
    ['El mural es para la marca: empezamos el lunes 12 de abril y terminado a más tardar el 29', '2027-04-12 to 2027-04-29'],
    ['A logo. Due: July 23, kickoff: 2027-05-25', '2027-05-25 to 2027-07-23'],
    ['A site. kickoff: 2027-10-25, go-live: 2028-02-29', '2027-10-25 to 2028-02-29'],
    ['Offer No. 18 from 24.02.2027. A site.\nStart: 15.03.2027\nDelivery: 30.04.2027', '2027-03-15 to 2027-04-30'],
    ['The text has to be in our hands by 31 March 2027 to make the cut-off of 15 April', '- to 2027-03-31'],
    ['The report, no later than 26 November, since the committee meets 9 December', '- to 2027-11-26'],
    ['We need the brochure by 3 June so the printer can have it on 7 June', '- to 2027-06-03'],
    ['A logo due 10 May. My birthday is on 3 May and I am away from 20 April to 24 April', '- to 2027-05-10'],
    ['We spoke Thursday about the site. Please finish by June 4.', '- to 2027-06-04'],
    ['Date: 3 March 2027\nSubject: Site\n\nDone by 4 June please', '- to 2027-06-04'],
    ['the job starts on monday the third of may and ends friday the fourth of june', '2027-05-03 to 2027-06-04'],
    ['A site, deadline 12 May, no wait, 14 May', '- to 2027-05-14'],
    ['A site for Acme. I need it 18 June. EUR 600, June 18, one revision.', '- to 2027-06-18'],
    ['A site, done by 04/05/2027, start 25/03/2027', '2027-03-25 to 2027-05-04'],
    ['Der Text muss bis 17.12.2027 vorliegen, los geht es am 1. September 2027 für die Firma', '2027-09-01 to 2027-12-17'],
    ['Eine Broschüre für uns, Abgabe fünfzehnter November, und die Rechnung bitte danach', '- to 2027-11-15'],
    ['Prise de cours : le 1er juin 2027. Délai : 8 octobre 2027. Une mission pour vous et nous', '2027-06-01 to 2027-10-08'],
    ['La brochure est pour nous, commence le deux juin, livraison le vingt et un août', '2027-06-02 to 2027-08-21'],
    ['El logo es para la marca, parto el 1 de septiembre, fecha tope: 1 de octubre', '2027-09-01 to 2027-10-01'],
    ['El logo es para la marca. Fin del encargo: 17/09/2027', '- to 2027-09-17'],
  ])('%s', (brief, expected) => expect(days(brief)).toBe(expected)); // biome-ignore format: a table

  it.each([
    ['A site. Ann moved in on 3 April 2020. Minutes of 1 February 2027.'],
    ['Our offer is valid until 10 April, the jury meets on 12 April'],
    ['Thanks for the session on Tuesday'],
    ['Interpreting at room 3.12. for two'],
  ])('“%s” has none', (brief) => {
    expect(days(brief)).toBe('- to -');
    expect(slots(brief)).toBe('');
  });

  it.each([
    ['A site, done by 04/05/2027'],
    ['Le site est pour nous, livraison 04/05/2027, merci'],
    ['La web es para la marca, entrega 04/05/2027'],
  ])('“%s” is asked: both readings are to come', (brief) => {
    const parsed = parse(brief, IN_MARCH);
    expect(parsed.found.endOn).toBeUndefined();
    expect(parsed.questions).toContain('endOn');
  });
});

describe('a slot’s time', () => {
  it.each([
    ['When: Thu 6 May 9.00am, Thu 13 May 9.00am, Thu 20 May 1.30pm. What: workshops', '05-06 09:00, 05-13 09:00, 05-20 13:30'],
    ['Interpreting on 6, 7 and 8 October 2027, each day from 9:00', '10-06 09:00, 10-07 09:00, 10-08 09:00'],
    ['Workshops on April 5, 12 and 19, 2pm-4pm each', '04-05 14:00, 04-12 14:00, 04-19 14:00'],
    ['Photo workshop on 5 June from 10:00 to 16:00 as well as on 6 June', '06-05 10:00, 06-06 10:00'],
    ['Fotoworkshop für alle am 5. Juni von 10 bis 16 Uhr und am 6. Juni', '06-05 10:00, 06-06 10:00'],
    ['Un atelier le 5 juin de 10 h à 16 h ainsi que le 6 juin de 9 h à 12 h', '06-05 10:00, 06-06 09:00'],
    ['Rehearsal 11 June 6pm, wedding 12 June 1pm', '06-11 18:00, 06-12 13:00'],
    ['Subject: Wedding June 19\n\nSaturday, June 19, you would start at 7:30 am', '06-19 07:30'],
    ['Flowers for the wedding, 25 Sept 2027. Table posies R650 each. We set up 08:00 on the day.', '09-25 08:00'],
    ['shoot day is the twenty first of august starting half past six in the morning at the beach', '08-21 06:30'],
    ['Photos at our gala 12 June. Doors 7pm, please be there at 6.30 pm', '06-12 18:30'],
    ['Photos at our gala 12 June. Ceremony 5pm, dinner 7pm', '06-12 ?'],
    ['Photos at our gala on 12 June, you can stay until 11pm', '06-12 ?'],
    ['Ann Lee: Sat 12 June for the party?\nMe: taken, 19 June?\nAnn Lee: perfect', '06-19 ?'],
    ['Einsatztage: 7. Oktober 2027 und 8. Oktober 2027, Beginn jeweils 08.30 Uhr, für die Firma', '10-07 08:30, 10-08 08:30'],
    ['Die Hochzeit ist am 5. Juni um halb acht abends, für uns beide', '06-05 19:30'],
    ['Le mariage est le 12 juin, rdv au chalet à six heures et demie du matin', '06-12 06:30'],
    ['Dates | 9 juin, 10 juin et 23 juin 2027\nHoraire | 08h45\nUn atelier pour nous', '06-09 08:45, 06-10 08:45, 06-23 08:45'],
    ['La boda es el sábado 6 de noviembre, arrancás 22 hs en el salón', '11-06 22:00'],
    ['El taller es el 22 de octubre de 2027, a las 2:00 p. m. en el auditorio', '10-22 14:00'],
    ['La charla es el 22 de octubre a las siete y media de la tarde para la empresa', '10-22 19:30'],
  ])('%s', (brief, expected) => expect(slots(brief)).toBe(expected)); // biome-ignore format: a table

  it.each([
    ['Talk on 5 May 2027 at 14:30 Brussels time', 'Europe/Brussels'],
    ['Talk on 5 May 2027 at 14:30 (UK time)', 'Europe/London'],
    ['Vortrag am 5. Mai 2027 um 14:30 Uhr Wiener Zeit für die Firma', 'Europe/Vienna'],
    ['Une conférence le 5 mai 2027 à 14h30 (heure suisse) pour vous', 'Europe/Zurich'],
    ['Una charla el 5 de mayo de 2027 a las 14:30, hora de Bogotá, para la empresa', 'America/Bogota'],
    ['Talk on 5 May 2027 at 14:30, some time', 'Europe/Berlin'],
  ])('%s', (brief, zone) => expect(parse(brief, IN_MARCH).found.booking?.value.zone).toBe(zone));
});

describe('rounds of revisions', () => {
  it.each([
    ['three (3) included rounds', '3'],
    ['Corrections: 1 loop', '1'],
    ['rounds of changes: 2', '2'],
    ['Edits: two rounds', '2'],
    ['revisions, as Rosa said, are two', '2'],
    ['2 rounds of changes, any extra round is £60', '2'],
    ['two rounds of drinks', '-'],
    ['a few goes at the sketch', '?'],
    ['two to three rounds', '?'],
    ['changes until we are happy', '?'],
    ['two rounds. The PDF says three (3) included rounds', '?'],
    ['und zwei bis drei Korrekturrunden für die Firma', '?'],
    ['und eine kleine Korrekturrunde für die Firma', '1'],
    ['et deux rondes de révision pour nous', '2'],
    ['et quelques retouches, corrections : illimitées pour nous', '?'],
    ['y tres rondas de ajustes para la marca', '3'],
  ])('%s', (words, rounds) => {
    const parsed = parse(`Logo for Acme, ${words}`);
    const asked = parsed.questions.includes('revisions') ? '?' : '-';
    expect(short(parsed, 'revisions') ?? asked).toBe(rounds);
  });
});

describe('the days of a list and the clock that is meant', () => {
  const zone = (brief: string) => parse(brief, IN_MARCH).found.booking?.value.zone;
  it.each([
    ['Photographs on Monday 5, Tuesday 6 and Wednesday 7 April, call time 7:15', '04-05 07:15, 04-06 07:15, 04-07 07:15'],
    // At a concert that may be the evening.
    ['Concert photographs on Monday 5, Tuesday 6 and Wednesday 7 April, call time 7:15', '04-05 ?, 04-06 ?, 04-07 ?'],
    ['A talk at our annual dinner on 7 April. We sit down at 7.45, and your talk begins at 9.30 sharp', '04-07 ?'],
    ['A talk at our annual dinner on 7 April, your talk begins at 21:30', '04-07 21:30'],
    ['Interpretación para la feria los días lunes 5 y martes 6 de abril, a las 8:30', '04-05 08:30, 04-06 08:30'],
    ['Une interprétation pour le salon, les lundi 5, mardi 6 et mercredi 7 avril à 9h', '04-05 09:00, 04-06 09:00, 04-07 09:00'],
  ])('%s', (brief, expected) => expect(slots(brief)).toBe(expected)); // biome-ignore format: a table

  it.each([
    ['Workshop on 6 April at 3 pm ET, online', 'America/New_York'],
    ['Workshop on 6 April at 15:00 CET, online', 'CET'],
    ['Der Workshop ist am 6. April um 15:00 Uhr MEZ für die Firma', 'CET'],
    ['Workshop on 6 April at 3 pm in the ET Hall', 'Europe/Berlin'],
  ])('%s', (brief, expected) => expect(zone(brief)).toBe(expected));

  it.each([
    ['Concert photographs on 6 April at 7pm at the Roundhouse, London', 'Europe/London'],
    ['Concert photographs in London on 6 April at 7pm', 'Europe/London'],
    ['Konzertfotos für die Firma in New York am 6. April um 19 Uhr', 'America/New_York'],
    ['Concert photographs on 6 April at 7pm in London, 7pm Berlin time', 'Europe/Berlin'],
    ['Concert photographs on 6 April at 7pm in Paris', 'Europe/Berlin'],
  ])('is the place’s clock where it goes otherwise than ours: %s', (brief, expected) =>
    expect(zone(brief)).toBe(expected),
  );

  it('but not where towns are called after others', () => {
    const there = { ...IN_MARCH, zone: 'America/Chicago', country: 'US' };
    const brief = 'Concert photographs on 6 April at 7pm in Paris';
    expect(parse(brief, there).found.booking?.value.zone).toBe('America/Chicago');
  });
});
