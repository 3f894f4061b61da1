import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

describe('a question what is usual says nothing', () => {
  it.each([
    ['Übersetzung für die Räbiger GmbH, 2.750 EUR. Wäre eine Anzahlung von 40 % üblich?', 'deposit'],
    ['Traduction pour Productions du Héron SARL, 1 500 €. Trois séries de modifications, serait-ce dans vos habitudes ?', 'revisions'],
    ['Traducción para Acme SL, 1.500 €. ¿Sería normal un anticipo del 40 %?', 'deposit'],
    ['Translation for Acme Ltd, EUR 1,500. Would a deposit of 40% be usual?', 'deposit'],
  ] as const)('%s', (brief, field) => expect(short(parse(brief), field)).toBeUndefined()); // biome-ignore format: a table
});

describe('a house right behind the hour is where it happens, beside whoever orders', () => {
  it.each([
    ['Hoi Fabio, am 10. September feiert mein Vater. Anfang 19 Uhr, Restaurant Frohsinn in Uster. 600 Franken. Gruess, Nadja Hürlimann', 'Nadja Hürlimann', undefined],
    ['Maquillaje para doña Aracely Montoya el sábado 4 de septiembre a la 1:30 p. m. en el Club Campestre de Armenia, 900 €', 'Aracely Montoya', undefined],
    ['DJ 5 June 8pm, Club Nova, 500 EUR', undefined, 'Club Nova'],
  ])('%s', (brief, person, firm) => {
    const { found } = parse(brief);
    expect([found.clientName?.value, found.clientCompany?.value]).toEqual([person, firm]);
  }); // biome-ignore format: a table
});

it('counted things are no deposit, and a share may be said in full', () => {
  const wedding = parse(
    'Photos de mariage pour Clémence Aubriot le 12 juin 2027 dès 13 h 30, 1 850 €, avec 450 images triées à la fin.',
  );
  expect([wedding.found.deposit, wedding.found.fee?.value.minor]).toEqual([undefined, 185_000n]);
  const chest = parse(
    'Restaurierung Bauernschrank, 2.340,00 EUR, Heimatmuseum Grauwitz. Abschlagszahlung: 20 vom Hundert bei Abholung',
  );
  expect(chest.found.deposit?.value).toEqual({ kind: 'share', percentMilli: 20_000 });
});

it('a length counted from today is no time to pay', () => {
  const chat =
    '[4:31 p. m.] Duván: 1800 € por el jingle, ¿cierto?\n[4:32 p. m.] yo: sí\n[4:33 p. m.] Duván: ¿cuándo lo tengo?\n[4:33 p. m.] yo: en dos semanas contadas desde hoy';
  expect(parse(chat).found.netDays).toBeUndefined();
});
