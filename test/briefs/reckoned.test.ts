import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

const fee = (brief: string) => short(parse(brief), 'fee') ?? 'asked';

describe('a price that the brief reckons from another one is the price', () => {
  it.each([
    ['Wrap for Puch Ltd. List price would be €1,500, minus 10% for regulars, so he pays €1,350.', 'EUR 135000'],
    ['Logo for Bach Ltd, €2,000 less €200 loyalty discount = €1,800.', 'EUR 180000'],
    ['Poster for Acme Ltd, €800 plus 25% rush surcharge makes €1,000.', 'EUR 100000'],
    ['Folierung für die Puch GmbH. Listenpreis wären 1.500 €, minus 10 % Rabatt, er zahlt also 1.350 €.', 'EUR 135000'],
    ['Logo für die Bach GmbH. 2.000 € minus 200 € Rabatt, also 1.800 €.', 'EUR 180000'],
    ['10 % Rabatt auf 1.500 €, also 1.350 € für das Logo. Kundin: Eva Lind.', 'EUR 135000'],
    ['Logo pour Bach SARL. 2 000 € moins 10 % de remise soit 1 800 €.', 'EUR 180000'],
    ['Logo para Bach SL. 2.000 € menos 10 % de descuento son 1.800 €.', 'EUR 180000'],
    ['Logo for Bach Ltd.\nList price: €2,000\nDiscount: 10%\nYou pay: €1,800', 'EUR 180000'],
    [
      'Film pour Bach SARL\n| Motion | 850 € |\n| Design | 600 € |\n| Voix off | 250 € |\n| Somme | 1 700 € |',
      'EUR 170000',
    ],
  ])('what comes off or on top: %s', (brief, expected) => expect(fee(brief)).toBe(expected));

  it.each([
    ['Logo for Bach Ltd. €2,000 less 10% discount makes €1,750.'],
    ['Poster for Acme Ltd, €2,000, 2% discount if paid within 5 days: €1,960.'],
    ['Poster for Acme Ltd, €2,000. For the brochure €1,800, with a discount of 5%.'],
  ])('not where it is another sum, or one only if something comes to pass: %s', (brief) =>
    expect(fee(brief)).toBe('asked'),
  );

  it.each([
    ['Stage for Au Parish. My fee is €2,000 net; with VAT the invoice will show €2,400.'],
    ['Poster for Acme Ltd, €2,000, with VAT €2,400.'],
    ['Bühne für die Au GmbH. Mein Honorar beträgt 2.000 € netto; mit der Umsatzsteuer stehen dann 2.380 € darauf.'],
    ['Décor pour Au SARL. Mes honoraires : 2 000 € HT ; avec la TVA la facture sera de 2 400 €.'],
    ['Logo para Bach SL. 2.000 € + IVA (2.420 € con IVA).'],
    ['Flyer für die Kern GmbH, 2.380 € brutto (2.000 € netto zzgl. 380 € USt.).'],
    ['Flyer for Kern Ltd: €2,000 net, €400 VAT, so €2,400 with VAT.'],
    ['Flyer für die Kern GmbH: 2.000 € netto, dazu 380 € Umsatzsteuer, mit USt. 2.380 €.'],
    ['Foto für die Kern GmbH: üblich 2.500 €, für euch 2.000 €.'],
  ])('net beside gross: %s', (brief) => expect(fee(brief)).toBe('EUR 200000'));

  it.each([
    ['Logo for Acme Ltd €1,000 and brochure €1,200 incl. VAT.'],
    ['Logo für die Acme GmbH 1.000 € und Flyer 1.190 € inkl. MwSt.'],
    ['Work for Kern Ltd: €600 net for the logo, €110 for the flyer, poster €720 with VAT.'],
  ])('two prices that are a tax apart by chance are two: %s', (brief) => expect(fee(brief)).toBe('asked'));
});

describe('what is said of other money beside a fee', () => {
  it.each([
    'Catalogue for Museum Ltd. My fee is €5,200. Printing costs them another €11,000, but that doesn’t go through me.',
    'Katalog für die Museum GmbH. 5.200 € Honorar. Der Druck kostet das Museum noch einmal 11.000 €, das läuft aber nicht über mich.',
    'Catalogue pour Musée SARL. 5 200 € d’honoraires. L’impression leur coûte encore 11 000 €, mais ça ne passe pas par moi.',
    'Catálogo para Museo SL. 5.200 € de honorarios. La impresión cuesta 11.000 €, pero eso no pasa por mí.',
    'Katalog für die Museum GmbH, 5.200 €, die Anfahrt läuft nicht über mich.',
    'Katalog für die Museum GmbH, 5.200 €, das Catering läuft nicht über mich.',
    'Deco for Au Ltd. Fee €5,200. They have a budget of €45,000 for the bazaar, of which €6,000 is for tech.',
    'Deko für die Au GmbH. Honorar 5.200 €. Für den Basar hat sie ein Budget von 45.000 €, davon sind 6.000 € für Technik.',
    'Déco pour Au SARL. Honoraires 5 200 €. Le budget du bazar est de 45 000 €, dont 6 000 € pour la technique.',
  ])('that goes another way, or is of a budget: %s', (brief) => {
    expect(fee(brief)).toBe('EUR 520000');
    expect(parse(brief).questions).not.toContain('deposit');
  });

  it('a part of a budget is the fee where it is called so, and the deposit where it is', () => {
    expect(fee('Budget is €3,000, of which €2,000 is my fee. Logo for Acme Ltd.')).toBe('EUR 200000');
    expect(short(parse('Logo for Acme Ltd, budget €3,000, €500 of that up front.'), 'deposit')).toBe('sum 50000');
  });
});

describe('a deposit said as a third and as what that comes to', () => {
  it.each([
    'Calendar for Hale Ltd, €4,800. One third of this (€1,600) falls due on acceptance, the rest with the last artwork.',
    'Kalender für die Hale GmbH, 4.800 €. Ein Drittel (1.600 €) bei Auftrag, der Rest bei Abgabe.',
    'Calendrier pour Hale SARL, 4 800 €. Un tiers (1 600 €) à la commande, le reste à la livraison.',
    'Calendario para Hale SL, 4.800 €. Un tercio (1.600 €) al firmar, el resto a la entrega.',
  ])('is the sum: %s', (brief) => expect(short(parse(brief), 'deposit')).toBe('sum 160000'));

  it('is asked where it comes to another', () => {
    const { found, questions } = parse(
      'Calendar for Hale Ltd, €4,800. A quarter (€1,000) on signing, the rest on delivery.',
    );
    expect([found.deposit, questions.includes('deposit')]).toEqual([undefined, true]);
  });

  it('is still the share where that is a whole one', () =>
    expect(short(parse('Calendar for Hale Ltd, €4,800. 50% (€2,400) up front.'), 'deposit')).toBe('share 50000'));
});
