import { describe, expect, it } from 'vitest';
import { held, parse, short } from './cases.ts';

const partsOf = (brief: string) =>
  parse(brief)
    .beyond.milestones?.value.map(({ label, minor }) => `${label} ${minor}`)
    .join(', ');

describe('a price that is said only as the parts it is paid in is what they come to', () => {
  it.each([
    [
      'Wedding film for Ana Berg, 1,600 now, 1,600 a month before, 1,600 on delivery. Wedding on 5 June 2027.',
      'EUR 480000',
      'now 160000, a month before 160000, delivery 160000',
    ],
    [
      'Website for Acme Ltd: £1,500 on signing, £2,000 at half-time, £500 on delivery',
      'GBP 400000',
      'signing 150000, half-time 200000, delivery 50000',
    ],
    [
      'Website für Acme GmbH, 2.000 bei Auftrag, 2.000 einen Monat vor Livegang, 2.000 bei Livegang.',
      'EUR 600000',
      'Auftrag 200000, einen Monat vor Livegang 200000, Livegang 200000',
    ],
    [
      'Site pour Acme SARL : 800 € à la commande, 800 € à mi-parcours, 800 € à la livraison',
      'EUR 240000',
      'commande 80000, mi-parcours 80000, livraison 80000',
    ],
    [
      'Web para Acme SL: 700 ahora, 700 un mes antes del lanzamiento y 700 al lanzar',
      'EUR 210000',
      'ahora 70000, un mes antes del lanzamiento 70000, lanzar 70000',
    ],
  ])('%s', (brief, fee, parts) => {
    expect(short(parse(brief), 'fee')).toBe(fee);
    expect(partsOf(brief)).toBe(parts);
  });

  it('of two parts the price is asked, with what they come to', () => {
    expect(held('Website for Acme Ltd: €1,600 on signing and €1,600 on delivery', 'fee')).toBe('ask EUR 3,200.00');
  });

  it.each([
    ['Website for Acme Ltd, €4,000: €1,600 now, €1,600 at half-time, €800 on delivery', 'EUR 400000'],
    [
      'Website for Acme Ltd, €4,000. Cancelling costs €500 at signing, €700 at half-time, €900 on delivery',
      'EUR 400000',
    ],
    ['Photos for Acme Ltd, 300 on Monday, 200 on Tuesday, 100 on Wednesday, €900 in all', 'EUR 90000'],
  ])('a price of its own stays: %s', (brief, fee) => {
    expect(short(parse(brief), 'fee')).toBe(fee);
  });
});

describe('parts in two currencies are asked', () => {
  it.each([
    ['Website for Acme Ltd. They pay 1,000 USD at start, 1,000 EUR at the end.', 'ask USD, EUR'],
    ['Website für Acme GmbH: 800 € bei Auftrag, 800 CHF bei Livegang', 'ask EUR, CHF'],
    ['Site pour Acme SARL : 800 € au début, 800 CHF à la mise en ligne', 'ask EUR, CHF'],
    ['Web para Acme SL: 700 € al empezar, 700 USD al entregar', 'ask EUR, USD'],
  ])('%s', (brief, currency) => {
    const { found, questions } = parse(brief);
    expect(held(brief, 'currency')).toBe(currency);
    expect([found.fee, found.deposit]).toEqual([undefined, undefined]);
    expect(questions).toEqual(expect.arrayContaining(['fee', 'milestones', 'deposit']));
  });

  it('a sum that is only said again in another currency is none of them', () => {
    expect(short(parse('Website for Acme Ltd: 1,000 USD (about 920 EUR).'), 'fee')).toBe('USD 100000');
  });
});

describe('a part that was paid already is not asked for again', () => {
  it.each([
    'Website for Acme Ltd, €3,000: €1,000 on signing (already paid), €1,000 on the draft, €1,000 on delivery.',
    'Website for Acme Ltd, €3,000: 30% at the start, which is paid, 30% on the draft, 40% on delivery.',
    'Website für Acme GmbH, 3.000 €: 1.000 € bei Auftrag (schon bezahlt), 1.000 € nach Entwurf, 1.000 € bei Livegang.',
    'Site pour Acme SARL, 3 000 € : 1 000 € à la commande (déjà versés), 1 000 € à mi-parcours, 1 000 € à la livraison',
    'Web para Acme SL, 3.000 €: 1.000 € al firmar (ya pagados), 1.000 € con el diseño, 1.000 € al entregar',
  ])('%s', (brief) => {
    const { beyond, found, questions, notes } = parse(brief);
    expect([beyond.milestones, found.deposit]).toEqual([undefined, undefined]);
    expect(questions).toEqual(expect.arrayContaining(['milestones', 'deposit']));
    expect(notes.map(({ code }) => code)).toContain('brief.parts-paid');
  });

  it.each([
    'Website for Acme Ltd, first 500 they paid already, 500 rest on delivery.',
    'Website for Acme Ltd, €3,000: the first 1,000 they paid already, 1,000 at half-time, 1,000 on delivery.',
  ])('a first sum without a currency as well: %s', (brief) => {
    const { beyond, found, notes } = parse(brief);
    expect([beyond.milestones, found.deposit, found.fee]).toEqual([undefined, undefined, undefined]);
    expect(notes.map(({ code }) => code)).toContain('brief.deposit-received');
  });

  it('what is paid at the start is still to come', () => {
    expect(
      partsOf('Website for Acme Ltd, €3,000: €900 is paid at the start, €900 on the draft, €1,200 on delivery.'),
    ).toBe('paid at the start 90000, draft 90000, delivery 120000');
  });
});

it.each([
  ['Branding for Acme Ltd, €2,400 paid monthly, €800 in January, €800 in February, €800 in March.', 'ask EUR 2,400.00'],
  ['Branding für Acme GmbH, 2.400 € monatlich zahlbar, 800 € im Januar, 800 € im Februar, 800 € im März.', 'ask'],
])('one of equal parts is not the price of the whole: %s', (brief, fee) => {
  expect(held(brief, 'fee')).toBe(fee);
});
