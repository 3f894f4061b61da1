import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

const FOR = 'Poster for Hale Ltd, €900 flat. ';

describe('a part paid ahead without the word for it', () => {
  it.each([
    [`${FOR}35% at kick-off, rest after the last proof.`, 'share 35000'],
    [`${FOR}A quarter of the fee once you return the signed contract.`, 'share 25000'],
    [`${FOR}Forty percent before I pick up a brush, sixty when it hangs.`, 'share 40000'],
    [`${FOR}She wires €300 before I start.`, 'sum 30000'],
    [`${FOR}Fifty-fifty.`, 'share 50000'],
    ['Plakat für die Hale GmbH, pauschal 900 €. Ein Viertel, also 25 %, überweisen wir morgen.', 'share 25000'],
    ['Plakat für die Hale GmbH, pauschal 900 €. Die eine Hälfte sofort, die andere, wenn es hängt.', 'share 50000'],
    ['Affiche pour Hale SARL, 900 € tout compris, moitié maintenant moitié à la livraison.', 'share 50000'],
    ['Affiche pour Hale SARL, 900 € tout compris, dont 30 % à verser pour confirmer.', 'share 30000'],
    ['Cartel para Hale S.L., precio 900 €. El anticipo es del treinta, no del cincuenta.', 'share 30000'],
    ['Cartel para Hale S.L., precio 900 €. La fecha se aparta con 200 €.', 'sum 20000'],
    ['Cartel para Hale S.L., precio 900 €. Doscientos ya de reserva por bizum.', 'sum 20000'],
    ['Cartel para Hale S.L., precio 900 €, mitad y mitad.', 'share 50000'],
    [`${FOR}No money down.`, 'none'],
    [`${FOR}Nothing ahead of time, our lawyers insist.`, 'none'],
    ['Plakat für die Hale GmbH, pauschal 900 €. Ein Vorschuss wird nicht gezahlt.', 'none'],
    ['Affiche pour Hale SARL, 900 € tout compris. Nous ne versons jamais d’avance.', 'none'],
    ['Cartel para Hale S.L., precio 900 €. No trabajamos con anticipos.', 'none'],
    ['Cartel para Hale S.L., precio 900 €. Por adelantado no pagamos nada.', 'none'],
    [`${FOR}A third of the rooms are being painted now.`, undefined],
    [`${FOR}No problem with a deposit, we will talk.`, undefined],
  ])('%s', (brief, deposit) => {
    expect(short(parse(brief), 'deposit')).toBe(deposit);
  });

  it.each([
    [`${FOR}I can give you a few bob up front.`],
    ['Plakat für die Hale GmbH, pauschal 900 €. Bisschen was vorneweg geht auch.'],
    ['Affiche pour Hale SARL, 900 € tout compris. Un petit quelque chose au départ, si ça t’arrange.'],
    ['Cartel para Hale S.L., precio 900 €. Te paso un adelantito.'],
  ])('that has no figure is asked: %s', (brief) => {
    const parsed = parse(brief);
    expect(parsed.found.deposit).toBeUndefined();
    expect(parsed.questions).toContain('deposit');
  });
});

describe('the parts of a price', () => {
  const labels = (brief: string) => parse(brief).beyond.milestones?.value.map(({ label }) => label);

  it.each([
    [
      `${FOR}Thirty percent up front, another thirty on sign-off and the last forty at launch.`,
      ['up front', 'sign-off', 'launch'],
    ],
    [
      'Poster for Hale Ltd, fee €900, in stages:\n€300 on approval of the sketch\n€400 on proof\n€200 on hanging\nWe have €500 put by for frames.',
      ['approval of the sketch', 'proof', 'hanging'],
    ],
    [
      'Plakat für die Hale GmbH, pauschal 900 €: 300 € bei Bestellung, 400 € wenn der Entwurf steht, 200 € bei Aufhängung.',
      ['Bestellung', 'Entwurf', 'Aufhängung'],
    ],
  ])('%s', (brief, names) => {
    expect(labels(brief)).toEqual(names);
    expect(short(parse(brief), 'fee')).toBe('EUR 90000');
  });

  it('the lines of a quote are what it is made of, not when it is paid', () => {
    const quote =
      'Job for Hale Ltd\nShooting, 1 day 400.00 EUR\nEditing 300.00 EUR\nMusic 200.00 EUR\nTotal 900.00 EUR';
    expect(labels(quote)).toBeUndefined();
    expect(short(parse(quote), 'fee')).toBe('EUR 90000');
  });
});

describe('the price beside other sums', () => {
  it.each([
    ['Poster for Hale Ltd.\nPrice excl. VAT 900.00 EUR\nVAT 20 % 180.00 EUR\nTotal 1,080.00 EUR', 'EUR 90000'],
    ['| Poster for Hale Ltd | EUR |\n|---|---|\n| Sketch | 400 |\n| Print file | 500 |\n| Total | 900 |', 'EUR 90000'],
    ['Poster for Hale Ltd. The 900 you said is fine.', 'EUR 90000'],
    ['Poster for Hale Ltd. €800, no hang on, nine hundred, with the frame.', 'EUR 90000'],
    ['Plakat für die Hale GmbH, Honorar 900 Euro\nKaufpreis des Rahmens: 3.000 Euro', 'EUR 90000'],
    ['Affiche pour Hale SARL, forfait 900 €. Ligne budgétaire : 6 000 €.', 'EUR 90000'],
    ['Cartel para Hale S.L., cerramos en 900 € (la primera de 1.200 € se cae).', 'EUR 90000'],
    ['Cartel para Hale S.L., novecientos euros por todo.', 'EUR 90000'],
    ['Cartel para Hale S.L. Calculo que gastaría unos $900, depende.', undefined],
    ['Poster for Hale Ltd. I would not want to see it go above €900 all told.', undefined],
  ])('%s', (brief, fee) => {
    expect(short(parse(brief), 'fee')).toBe(fee);
  });

  it.each([
    ['COP', 'Video para Hale S.A.S., quedamos en dos millones trescientos mil pesos.', 'COP 230000000'],
    ['MXN', 'Video para Hale S.A., son 3 mil 200 pesos por todo.', 'MXN 320000'],
    ['XOF', 'Vidéo pour Hale SARL, un million deux cent mille francs en tout.', 'XOF 1200000'],
    ['ZAR', 'Mural for Hale Ltd, nine thousand six hundred rand. Sixty percent now.', 'ZAR 960000'],
    ['USD', 'Panels for Hale Inc, $900 total, New Mexico law.', 'USD 90000'],
  ])('%s: %s', (currency, brief, fee) => {
    expect(short(parse(brief, { currency, country: 'ZZ' }), 'fee')).toBe(fee);
  });
});
