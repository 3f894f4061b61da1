import { describe, expect, it } from 'vitest';
import { germanBystandersIn } from '../../src/briefs/bystanders/german.ts';
import { parse, short } from './cases.ts';

const PRICE = 'Das Logo kostet bei Ihnen 900 Euro.';

describe('what is somebody else’s in German is none of the terms', () => {
  it.each([
    ['cancellation', `${PRICE} Mein Fitnessstudio hat drei Monate Kündigungsfrist, so etwas will ich nicht mehr.`],
    ['cancellation', `${PRICE} Der Vermieter verlangt bei Absage in den letzten 14 Tagen 80 %.`],
    ['cancellation', `${PRICE} Wir feiern im Schloss, Stornofrist dort 90 Tage.`],
    ['netDays', `${PRICE} Unsere Mieter zahlen erst nach 45 Tagen.`],
    ['netDays', `${PRICE} Die Gäste des Hauses überweisen binnen 10 Tagen. Das alles betrifft Sie nicht.`],
    ['deposit', `${PRICE} Die Druckerei will 30 % im Voraus, das läuft über mich.`],
    ['deposit', `${PRICE} Der alte Grafiker wollte 40 % Anzahlung.`],
    ['revisions', `${PRICE} Drei Korrekturrunden hatte Ihr Vorgänger.`],
  ] as const)('%s: %s', (field, brief) => {
    expect(short(parse(brief), field)).toBeUndefined();
    expect(short(parse(brief), 'fee')).toBe('EUR 90000');
  });

  it.each([
    ['fee', 'EUR 45000', 'Die Band kriegt 2.000 €, der Zauberer 600 €. Du bekommst 450 Euro für die Torte.'],
    ['netDays', '12', 'Unsere Kunden zahlen nach 60 Tagen, Ihre Rechnung begleichen wir in 12 Tagen.'],
    ['deposit', 'share 20000', 'Die Halle verlangt 50 % Anzahlung, du bekommst 20 % vorab. Preis 500 Euro.'],
    [
      'cancellation',
      'notice 14',
      'Der Hoster hat 90 Tage Kündigungsfrist. Bei uns gelten 14 Tage Kündigungsfrist. 50 Euro je Stunde.',
    ],
  ] as const)('but what is said next of the two is: %s %s', (field, want, brief) => {
    expect(short(parse(brief), field)).toBe(want);
  });

  it('a client who is a house is not one of them', () => {
    expect(germanBystandersIn('Das Hotel zahlt 20 Tage nach Rechnung und bekommt zwei Korrekturrunden.')).toEqual([]);
    expect(germanBystandersIn('Die Gäste kommen um 18 Uhr, die Gemeinde will 3 Plakate.')).toEqual([]);
  });
});
