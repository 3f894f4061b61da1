import { describe, expect, it } from 'vitest';
import { daysIn, parse, short, slotsIn } from './cases.ts';

const rateOf = (brief: string, currency = 'EUR') => {
  const { found, beyond } = parse(brief, { currency });
  return [short({ found } as ReturnType<typeof parse>, 'fee'), beyond.rate?.value.unit, beyond.rate?.value.minor];
};

it.each([
  ['Social Media für Kessler GmbH, 1.250 EUR mtl., ab 1.6.', 125_000n],
  ['Hosting und Pflege, CHF 380/Mt., ab 1. Mai', 38_000n],
  ['Betreuung der Seite für 400 € monatl.', 40_000n],
  ['Betreuung, 400 € p.M., Start 1.6.', 40_000n],
  ['socials for Acme Ltd, €1,600/mo retainer, from 1 November', 160_000n],
  ['SEO for Acme Ltd, €950 pm from 1 June', 95_000n],
  ['socials, €600 a mo, starting 3 May', 60_000n],
  ['community management, 450 € mens., dès le 1er mai', 45_000n],
  ['redes sociales, 420 € mensuales desde mayo', 42_000n],
  ['redes sociales, 420 € mensual desde mayo', 42_000n],
  ['redes, cuota mensual de 300 €', 30_000n],
])('a price by the month is no price of the whole, however short: %s', (brief, minor) =>
  expect(rateOf(brief)).toEqual([undefined, 'month', minor]),
);

it.each([
  ['coaching session for Dana Lee at €140 each', 'session'],
  ['sesion de coaching a 140 € c/u, con Rodrigo Ibarrola', 'session'],
  ['edicion de podcast, 12 episodios, 45 dolares (usd) por episodio, cliente Facundo Merlo', undefined],
  ['8 fichas de producto, 30 euros por ficha', undefined],
])('a price of each is no price of the whole: %s', (brief, unit) => {
  const { found, beyond } = parse(brief);
  expect([found.fee, beyond.rate?.value.unit]).toEqual([undefined, unit]);
});

describe('a price that may be another', () => {
  it.each([
    'Talk at Acme Ltd: €1,500 or possibly 1,800, to be confirmed',
    'Vortrag bei der Acme GmbH: 1.500 € oder vielleicht 1.800, noch offen',
    'Conférence chez Acme SARL : 1 500 € ou peut-être 1 800, à confirmer',
    'Charla en Acme SL: 1.500 € o quizá 1.800, por confirmar',
    'Le prix convenu est de 2 200 €. Comme convenu le prix total s’élève à 2 700 €. Remise le 15 octobre.',
    'Der vereinbarte Preis ist 2.200 €. Der Gesamtpreis beträgt 2.700 €. Abgabe 15. Oktober.',
    'Campaign. Total £4,000. Payments: £1,500 on signing, £1,500 halfway and £2,000 at the end.',
    'Kampagne. Gesamt 4.000 €. Raten: 1.500 € bei Auftrag, 1.500 € zur Halbzeit und 2.000 € am Ende.',
    'Campagne. Total 4 000 €. Paiements : 1 500 € à la signature, 1 500 € à mi-parcours et 2 000 € à la fin.',
    'Campaña. Total 4.000 €. Pagos: 1.500 € al firmar, 1.500 € a mitad y 2.000 € al cierre.',
  ])('is asked: %s', (brief) => {
    const { found, questions } = parse(brief);
    expect(found.fee).toBeUndefined();
    expect(found.deposit).toBeUndefined();
    expect(questions).toContain('fee');
  });

  it.each([
    'app icons, fee €900 (so nine hundred US dollars), delivery 18 March',
    'Icons, Honorar 900 € (also 900 Dollar), Abgabe 18. März',
    'Plakat, 900 € (in Worten: neunhundert Franken), Abgabe 18. März',
    'icônes, 900 € (soit neuf cents dollars américains), livraison le 18 mars',
    'iconos, 900 € (o sea novecientos dólares), entrega 18 de marzo',
  ])('its currency is asked, its figure is known: %s', (brief) => {
    const { found, questions, hints } = parse(brief);
    expect([found.fee, found.currency, hints.fee]).toEqual([undefined, undefined, '900']);
    expect(questions).toContain('currency');
  });

  it('in one currency said twice it is clear', () =>
    expect(short(parse('Plakat, 900 € (in Worten: neunhundert Euro), Abgabe 18. März'), 'fee')).toBe('EUR 90000'));
});

it.each([
  'The fee is €7,500, in three equal payments of €2,500: on signing, on approval of the sketches, on delivery',
  'La rémunération est de 7 500 €, en trois versements égaux de 2 500 € : à la signature, à l’approbation des crayonnés, à la remise',
])('equal parts with what each comes to: %s', (brief) => {
  const { found, beyond } = parse(brief);
  expect([found.fee?.value.minor, beyond.milestones?.value.length]).toEqual([750_000n, 3]);
});

const context = { today: '2027-04-19', currency: 'GBP', zone: 'Europe/London', country: 'GB' };

it.each([
  ['Poster for Acme Ltd, £300, needed a week tomorrow', '- to 2027-04-27'],
  ['Poster for Acme Ltd, £300, needed tomorrow week', '- to 2027-04-27'],
  ['Poster for Acme Ltd, £300, needed a fortnight on Friday', '- to 2027-05-07'],
  ['Poster for Acme Ltd, £300, due the 20th of next month', '- to 2027-05-20'],
  ['Copy for Acme Ltd. First draft on the 28th, final version 30th June', '- to 2027-06-30'],
  ['Logo, 900 Euro, fertig bis übermorgen, für Petra Lang', '- to 2027-04-21'],
  ['Poster, 300 €, das brauch ich bis morgen', '- to 2027-04-20'],
  ['Logo 300 Euro. Alles klar, danke, bis morgen', '- to -'],
  ['Logo 300 Euro, Abgabe am 20. des nächsten Monats', '- to 2027-05-20'],
  ['Texte für Acme GmbH. Erster Entwurf am 28., finale Version 30. Juni', '- to 2027-06-30'],
  ['affiche, 300 euros, il me la faut pour après-demain', '- to 2027-04-21'],
  ['affiche pour Paul Roy, 300 €, pour jeudi en huit', '- to 2027-04-29'],
  ['logo 300 euros, livraison le 20 du mois prochain', '- to 2027-05-20'],
  ['cartel para Ana Ruiz, 300 €, lo necesito para mañana', '- to 2027-04-20'],
  ['logo 300 euros, entrega el 20 del mes que viene', '- to 2027-05-20'],
  ['logo para Ana Ruiz, 550 euros, entrega 5 ene', '- to 2028-01-05'],
])('a day counted from today: %s', (brief, days) => expect(daysIn(brief, context)).toBe(days));

it.each([
  ['Half-day workshop for Studio Mirabelle, a week on Thursday, 9am, 750 euros', '04-29 09:00'],
  ['Workshop for Acme Ltd, a week today, 9am, 750 euros', '04-26 09:00'],
  ['dj for summer party sat 17 july 8pm til late, Bristol, £550', '07-17 20:00'],
  ['dj fiesta empresa viernes 17 dic 22h en Valencia, 550 euros', '12-17 22:00'],
  ['Set acústico en la vinoteca pasado mañana 21 hs, me contrata Martina Quiroga', '04-21 21:00'],
  ['al final la sesion de newborn la podemos pasar al 21 de mayo? claro, a las 11', '05-21 11:00'],
])('a slot in few words: %s', (brief, slot) => expect(slotsIn(brief, context)).toBe(slot));

it.each([
  'We are moving the portrait from 2 May to 9 May, same time 4pm, £180',
  'Wir verschieben das Porträt vom 2. Mai auf den 9. Mai, gleiche Zeit 16 Uhr, 180 Euro',
  'Das Porträt wird vom 2. Mai auf den 9. Mai verlegt, 16 Uhr, 180 Euro',
  'on décale le portrait du 2 mai au 9 mai, même heure 16h, 180 €',
  'pasamos el retrato del 2 de mayo al 9 de mayo, misma hora 16h, 180 euros',
])('the day that something is moved from is none any more: %s', (brief) => {
  expect(slotsIn(brief, context)).toBe('05-09 16:00');
  expect(daysIn(brief, context)).toBe('- to -');
});

it('what goes on from one day to another still begins and ends', () =>
  expect(daysIn('Fit-out for Acme Ltd from 2 May to 9 June, £1,800', context)).toBe('2027-05-02 to 2027-06-09'));

it.each([
  ['livraison le 5 fevrier, 300 euros', '- to 2028-02-05'],
  ['entrega el miercoles 5 de mayo, 300 euros', '- to 2027-05-05'],
])('words without their accents: %s', (brief, days) => expect(daysIn(brief, context)).toBe(days));

describe('notes on one line with strokes between them', () => {
  const read = (brief: string) => {
    const parsed = parse(brief);
    return (['fee', 'deposit', 'startOn', 'endOn', 'netDays'] as const).map((name) => short(parsed, name));
  };
  it.each([
    'Design for Hale Ltd / 900 EUR / 30% deposit / start 3 May 2027 / done 4 June 2027 / net 14',
    'Layout für Hale GmbH / Preis 900 EUR / Anzahlung 30 % / Start 3.5.2027 / fertig 4.6.2027 / je Rechnung 14 Tage Zahlungsfrist',
    'Site pour Hale SARL / 900 EUR / acompte 30 % / début 3 mai 2027 / livraison 4 juin 2027 / paiement à 14 jours',
    'Web para Hale SL / 900 EUR / anticipo 30 % / inicio 3 de mayo de 2027 / entrega 4 de junio de 2027 / pago a 14 días',
  ])('are read one by one: %s', (brief) =>
    expect(read(brief)).toEqual(['EUR 90000', 'share 30000', '2027-05-03', '2027-06-04', '14']),
  );

  it('a stroke before a unit is none, nor are few of them', () => {
    expect(rateOf('Consulting for Hale Ltd / 900 EUR / day / 10 days / start 3 May 2027 / net 14')).toEqual([
      undefined,
      'day',
      90_000n,
    ]);
    expect(short(parse('Logo / flyer / poster for Hale Ltd, 900 EUR.'), 'fee')).toBe('EUR 90000');
  });
});

it.each([
  ['Beratung für Guss SE, 1.150 EUR/Tag, höchstens 20 Tage', 'day', 115_000n],
  ['Pflege für Guss SE, 85 Euro/Stunde', 'hour', 8500n],
  ['Conseil pour Guss SARL, 1150 EUR/jour', 'day', 115_000n],
  ['Consultoría para Guss SL, 85 euros/hora', 'hour', 8500n],
])('a unit stands right behind the currency and a stroke: %s', (brief, unit, minor) =>
  expect(rateOf(brief)).toEqual([undefined, unit, minor]),
);
