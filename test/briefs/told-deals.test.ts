import { describe, expect, it } from 'vitest';
import { held, parse, short } from './cases.ts';

describe('of a deal that one side tells what was taken counts, and with nothing taken it is asked', () => {
  it.each([
    ['I offered 30% deposit, they asked for 20%, I agreed.', 'share 20000'],
    ['I offered 30% deposit, they asked for 20%, they agreed.', 'share 30000'],
    ['They wanted 20% deposit, I said 30%, they agreed.', 'share 30000'],
    ['They wanted 20% deposit, I said 30%. I can live with it, they said yes first.', 'share 20000'],
    ['I offered 30% deposit, they asked for 20%, we met at 25.', 'share 25000'],
    ['I offered 30% deposit, they asked for 20%, we settled on 25%.', 'share 25000'],
    ['I offered 30% deposit, they asked for 20%.', 'ask 30%, 20%, No deposit'],
    ['I offered 30% deposit, they asked for 20%, I haven’t agreed.', 'ask 30%, 20%, No deposit'],
    ['Ich habe 30 % Anzahlung angeboten, sie wollten 20 %, ich habe zugestimmt.', 'share 20000'],
    ['Ich habe 30 % Anzahlung angeboten, sie wollten 20 %, sie haben zugestimmt.', 'share 30000'],
    ['Ich wollte 30 % Anzahlung, sie wollten 20 %, wir haben uns auf 25 % geeinigt.', 'share 25000'],
    ['Ich wollte 30 % Anzahlung, sie boten 20 %.', 'ask 30%, 20%, No deposit'],
    ['J’ai proposé 30 % d’acompte, ils voulaient 20 %, j’ai accepté.', 'share 20000'],
    ['J’ai proposé 30 % d’acompte, ils voulaient 20 %, ils ont accepté.', 'share 30000'],
    ['J’ai proposé 30 % d’acompte, ils voulaient 20 %, on s’est mis d’accord sur 25 %.', 'share 25000'],
    ['Ofrecí un anticipo del 30 %, pidieron 20 %, acepté.', 'share 20000'],
    ['Ofrecí un anticipo del 30 %, pidieron 20 %, aceptaron.', 'share 30000'],
    ['Pedí un anticipo del 30 %, ofrecieron 20 %, quedamos en 25 %.', 'share 25000'],
  ])('deposit: %s', (words, expected) => {
    expect(held(`Logo, 950 €. ${words}`, 'deposit')).toBe(expected);
    expect(short(parse(`Logo, 950 €. ${words}`), 'fee')).toBe('EUR 95000');
  });

  it.each([
    ['I asked for 5,000, they have 4,000, let’s say 4,500.', 'EUR 450000'],
    ['I asked for 5,000, they offered 4,000, I agreed.', 'EUR 400000'],
    ['I asked for 5,000, they offered 4,000, they agreed.', 'EUR 500000'],
    ['I asked for EUR 5,000, they offered EUR 4,000.', 'ask EUR 5,000.00, EUR 4,000.00'],
    ['Ich wollte 5.000 €, sie haben 4.000 €, sagen wir 4.500 €.', 'EUR 450000'],
    ['Ich wollte 5.000 €, sie boten 4.000 €, ich habe zugestimmt.', 'EUR 400000'],
    ['J’ai demandé 5 000 €, ils ont 4 000 €, disons 4 500 €.', 'EUR 450000'],
    ['J’ai demandé 5 000 €, ils ont proposé 4 000 €, j’ai accepté.', 'EUR 400000'],
    ['Pedí 5.000 €, tienen 4.000 €, digamos 4.500 €.', 'EUR 450000'],
    ['Pedí 5.000 €, ofrecieron 4.000 € y acepté.', 'EUR 400000'],
  ])('price: %s', (words, expected) => {
    expect(held(`Website for Hale Ltd. ${words}`, 'fee')).toBe(expected);
  });

  it.each([
    ['I offered net 14, they asked for 30 days, I agreed.', '30'],
    ['I wanted to be paid in 14 days, they wanted 30, they agreed.', '14'],
    ['I wanted to be paid in 14 days, they wanted 30.', 'ask 14 days, 30 days'],
    ['J’ai proposé un paiement à 14 jours, ils voulaient 30 jours, j’ai accepté.', '30'],
    ['Propuse pago a 14 días, pidieron 30 días, acepté.', '30'],
    ['Ich habe ein Zahlungsziel von 14 Tagen angeboten, sie wollten 30 Tage, ich habe zugestimmt.', '30'],
    ['Their vendor form says 60 days, I want 14.', 'ask 60 days, 14 days'],
    ['Net 14. Their vendor form says net 60.', 'ask 14 days, 60 days'],
    ['Ihr Lieferantenformular sagt 60 Tage, ich will 14.', 'ask 60 days, 14 days'],
    ['Leur formulaire fournisseur dit 60 jours, je veux 14 jours.', 'ask 60 days, 14 days'],
    ['Su formulario de proveedores dice 60 días, quiero 14.', 'ask 60 days, 14 days'],
  ])('days to pay: %s', (words, expected) => {
    expect(held(`Logo, 950 €. ${words}`, 'netDays')).toBe(expected);
  });

  it.each([
    ['I offered two rounds of revisions, they wanted three, I agreed.', '3'],
    ['I offered two rounds of revisions, they wanted three, they agreed.', '2'],
    ['I offered two rounds of revisions, they wanted three.', 'ask 2 rounds, 3 rounds'],
    ['Ich habe zwei Korrekturrunden angeboten, sie wollten drei, ich habe zugestimmt.', '3'],
    ['J’ai proposé deux tours de corrections, ils voulaient trois, ils ont accepté.', '2'],
    ['Propuse dos rondas de cambios, querían tres, acepté.', '3'],
  ])('rounds: %s', (words, expected) => {
    expect(held(`Logo, 950 €. ${words}`, 'revisions')).toBe(expected);
  });

  it.each([
    ['Logo, 950 €. I asked for 30% deposit, they want 3 logos and said net 14 is fine.', 'share 30000', '14'],
    ['They asked for 3 banners, I quoted EUR 900 for Hale Ltd, net 14, 30% deposit.', 'share 30000', '14'],
    ['I quoted EUR 900 for Hale Ltd, 30% deposit, 70% on delivery, net 14.', 'share 30000', '14'],
  ])('what is no deal is read as ever: %s', (brief, deposit, net) => {
    const parsed = parse(brief);
    expect([short(parsed, 'deposit'), short(parsed, 'netDays')]).toEqual([deposit, net]);
  });
});

describe('the most that a rate may come to is a cap', () => {
  it.each([
    'Website for Hale Ltd, EUR 80 an hour, at most, all in all, EUR 3000.',
    'Website for Hale Ltd, EUR 80 an hour, never going above EUR 3,000.',
    'Website for Hale Ltd, EUR 80 an hour, at most EUR 3,000 in total.',
    'Website für die Hale GmbH, 80 € pro Stunde, höchstens jedoch insgesamt 3000 €.',
    'Website für die Hale GmbH, 80 € pro Stunde, aber nie mehr als 3000 €.',
    'Website für die Hale GmbH, 80 € pro Stunde, alles in allem maximal 3000 €.',
    'Site pour Hale SARL, 80 € de l’heure, sans jamais dépasser 3 000 €.',
    'Site pour Hale SARL, 80 € de l’heure, plafonné en tout à 3 000 €.',
    'Site pour Hale SARL, 80 € de l’heure, au plus, tout compris, 3 000 €.',
    'Web para Hale SL, 80 € la hora, sin pasar nunca de 3000 €.',
    'Web para Hale SL, 80 € la hora, como mucho, en total, 3000 €.',
    'Web para Hale SL, 80 € la hora, sin superar en ningún caso los 3000 €.',
  ])('%s', (brief) => {
    const { found, beyond } = parse(brief);
    expect([found.fee, beyond.rate?.value.minor, beyond.rate?.value.capMinor]).toEqual([undefined, 8_000n, 300_000n]);
  });

  it.each([
    ['Website for Hale Ltd. In total EUR 3000.', 'EUR 300000'],
    ['Logo for Hale Ltd, max. 3 rounds of revisions, EUR 3000.', 'EUR 300000'],
    ['Logo für die Hale GmbH, höchstens 3 Korrekturrunden, insgesamt 3000 €.', 'EUR 300000'],
    ['Logo pour Hale SARL, au plus deux tours de corrections, prix total 3 000 €.', 'EUR 300000'],
    ['Logo para Hale SL, como mucho dos rondas de cambios, en total 3000 €.', 'EUR 300000'],
  ])('a whole price is none: %s', (brief, fee) => {
    expect(short(parse(brief), 'fee')).toBe(fee);
  });
});

describe('a day of which somebody asks whether it is free is no deadline', () => {
  it.each([
    'Logo for Hale Ltd, EUR 900. Is 5 June still free?',
    'Logo for Hale Ltd, EUR 900. Would 5 June be available?',
    'Logo für die Hale GmbH, 900 EUR. Ist der 5. Juni noch frei?',
    'Hast du am 5. Juni Zeit? Logo für die Hale GmbH, 900 EUR.',
    'Logo pour Hale SARL, 900 EUR. Le 5 juin est-il libre ?',
    'Logo para Hale SL, 900 EUR. ¿Está libre el 5 de junio?',
  ])('%s', (brief) => {
    const parsed = parse(brief);
    expect([short(parsed, 'endOn'), short(parsed, 'booking')]).toEqual([undefined, undefined]);
    expect(parsed.questions).toEqual(expect.arrayContaining(['endOn', 'booking']));
  });

  it.each([
    'Is 5 June still free? Photos for Hale Ltd, EUR 900.',
    'Hochzeitsfotos für die Hale GmbH, 900 EUR. Ist der 5. Juni noch frei?',
    'Photos de mariage pour Hale SARL, 900 EUR. Le 5 juin est-il libre ?',
    'Fotos de boda para Hale SL, 900 EUR. ¿Está libre el 5 de junio?',
  ])('work that is done on a day is booked for it, at a time that is asked: %s', (brief) => {
    const parsed = parse(brief);
    expect([short(parsed, 'endOn'), short(parsed, 'booking')]).toEqual([undefined, '2027-06-05']);
    expect(parsed.questions).toContain('booking');
  });

  it.each([
    'Logo for Hale Ltd, EUR 900. Can you deliver by 5 June?',
    'Logo for Hale Ltd, EUR 900, ready by 5 June. Are you free to talk?',
    'Logo für die Hale GmbH, 900 EUR, fertig bis 5. Juni. Hast du Zeit?',
    'Logo pour Hale SARL, 900 EUR, livraison le 5 juin. Vous êtes libre ?',
    'Logo para Hale SL, 900 EUR, entrega el 5 de junio. ¿Estás libre?',
  ])('a deadline stays one: %s', (brief) => {
    expect(short(parse(brief), 'endOn')).toBe('2027-06-05');
  });

  it('"next Friday" is asked by whoever has to be there, where this week has one too', () => {
    const said = (brief: string, today: string) => {
      const parsed = parse(brief, { today });
      const note = parsed.notes.find(({ field }) => field === 'booking');
      return short(parsed, 'booking') ?? note?.answers?.map(({ set }) => set.bookingAt);
    };
    const brief = 'Photos for Hale Ltd next Friday at 14:00, EUR 900.';
    expect(said(brief, '2026-11-23')).toEqual(['2026-11-27T14:00', '2026-12-04T14:00']);
    expect(said(brief, '2026-11-28')).toBe('2026-12-04 14:00');
    expect(said(brief.replace('next', 'this'), '2026-11-23')).toBe('2026-11-27 14:00');
    expect(short(parse('Logo for Hale Ltd, EUR 900, done by next Friday.'), 'endOn')).toBe('2026-11-27');
  });
});
