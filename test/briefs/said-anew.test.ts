import { describe, expect, it } from 'vitest';
import { held, parse } from './cases.ts';

describe('a figure that somebody else is said to remember otherwise is asked with both', () => {
  it.each([
    [
      '£2,000 for the site for Acme Ltd. Actually my partner says we told them £1,800.',
      'fee',
      '2,000.00, GBP 1,800.00',
    ],
    ['Logo for Acme Ltd, EUR 3,000, 30% deposit. My wife thinks we agreed on 50%.', 'deposit', '30%, 50%'],
    [
      'Logo for Acme Ltd, EUR 3,000, net 14. Ah… actually, no, Anna reminds me it was net 30.',
      'netDays',
      '14 days, 30',
    ],
    ['Logo for Acme Ltd, EUR 3,000, 2 rounds. Actually, Tom says we offered three rounds.', 'revisions', '2 rounds, 3'],
    [
      'Logo for Acme Ltd, EUR 3,000, due 12 March 2027. Hm, wait, Anna tells me we promised 15 March.',
      'endOn',
      '12 March 2027, Mon 15 March 2027',
    ],
    [
      'Logo für Acme GmbH, 3.000 €. Moment, meine Kollegin sagt gerade, angeboten hatten wir 2.600 €.',
      'fee',
      '3,000.00, EUR 2,600.00',
    ],
    [
      'Logo für Acme GmbH, 3.000 €. Nein, Anna sagt, wir hätten 2.500 gesagt, also 2.500.',
      'fee',
      '3,000.00, EUR 2,500.00',
    ],
    [
      'Logo für Acme GmbH, 3.000 €, zahlbar in 14 Tagen. Eigentlich, nein, Anna erinnert mich, es waren 30 Tage.',
      'netDays',
      '14 days, 30 days',
    ],
    [
      'Logo pour Acme SARL, 1 900 €. Ah non, mon associée me dit qu’on avait annoncé 2 200 €.',
      'fee',
      '1,900.00, EUR 2,200.00',
    ],
    [
      'Logo pour Acme SARL, 1 900 €, paiement à 15 jours. En fait non, Julie me rappelle que c’était 30 jours.',
      'netDays',
      '15 days, 30 days',
    ],
    ['Logo para Acme SL, 4.000 €. Perdón, mi socio dice que le dijimos 4.400 €.', 'fee', '4,000.00, EUR 4,400.00'],
    ['Logo para Acme SL, 4.000 €, señal del 30%. Bueno, mi socia cree que quedamos en el 50%.', 'deposit', '30%, 50%'],
  ] as const)('%s', (brief, field, expected) => {
    expect(held(brief, field)).toMatch(/^ask /);
    expect(held(brief, field)).toContain(expected);
  });

  it.each([
    ['Logo for Acme Ltd, EUR 3,000. No, they said they have 500 customers.', 'fee', 'EUR 300000'],
    ['Logo for Acme Ltd, EUR 3,000. It was agreed that 2,000 words are enough.', 'fee', 'EUR 300000'],
    ['Logo for Acme Ltd, EUR 3,000, 2 rounds of changes. Anna says the deposit is 500.', 'fee', 'EUR 300000'],
    ['Logo for Acme Ltd, EUR 3,000, 30% deposit. My accountant says VAT is 19%.', 'deposit', 'share 30000'],
    ['Logo for Acme Ltd, EUR 3,000, start 1 March 2027. Wait, the fair is 5 May.', 'startOn', '2027-03-01'],
    ['Logo for Acme Ltd, EUR 3,000, net 14. Actually the shop has 40 days of stock.', 'netDays', '14'],
    [
      'Dana: can you do it for 2,000?\nMe: we said 2,400\nDana: my boss says it was 2,200\nMe: ok 2,200',
      'fee',
      'EUR 220000',
    ],
  ] as const)('what is no second thought leaves the figure: %s', (brief, field, expected) => {
    expect(held(brief, field)).toBe(expected);
  });

  it('what is asked is not told as somebody else’s besides', () => {
    const { notes } = parse(
      'Logo für Acme GmbH, 3.000 €. Moment, meine Kollegin sagt gerade, angeboten hatten wir 2.600 €.',
    );
    expect(notes.map(({ code }) => code)).toEqual(['brief.revised']);
  });
});
