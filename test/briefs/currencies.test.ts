import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

describe('the currencies of the world', () => {
  it.each([
    ['PYG', 'Afiche para la Fundación Ysyry, Gs 850.000 en total.', 'PYG 850000'],
    ['PYG', 'Afiche para la Fundación Ysyry, dos millones de guaraníes no: precio 1.900.000 guaraníes.', 'PYG 1900000'],
    ['BOB', 'Mural para la Fundación Illimani, precio 3.200 bolivianos.', 'BOB 320000'],
    ['CRC', 'Folleto para la Fundación Colibrí: ₡ 380.000 en total.', 'CRC 38000000'],
    ['GTQ', 'Logo para la Fundación Ceiba, Q 4,500 en total.', 'GTQ 450000'],
    ['HNL', 'Logo para la Fundación Copán, precio 12,000 lempiras.', 'HNL 1200000'],
    ['MAD', 'Affiche pour la société Argane SARL, prix 5 600 DH.', 'MAD 560000'],
    ['XOF', 'Film pour la société Teranga SARL, 275 000 francs tout compris.', 'XOF 275000'],
    ['XAF', 'Film pour la société Sanaga SARL, prix 300 000 francs CFA.', 'XAF 300000'],
    ['XPF', 'Site pour la société Fenua SARL, prix 120 000 F CFP.', 'XPF 120000'],
    ['TND', 'Site pour la société Jasmin SARL, prix 1 200 dinars.', 'TND 1200000'],
    ['CHF', 'Plakat für die Arve AG, Honorar 1’450 fr. netto.', 'CHF 145000'],
    ['KES', 'Poster for Baobab Ltd, fee KSh 45,000.', 'KES 4500000'],
    ['NGN', 'Poster for Baobab Ltd, fee 300,000 naira.', 'NGN 30000000'],
    ['GHS', 'Poster for Baobab Ltd, fee GH₵2,400.', 'GHS 240000'],
    ['MYR', 'Poster for Melur Sdn Bhd, fee RM1,900.', 'MYR 190000'],
    ['ZAR', 'Poster for Fynbos Ltd, fee R4 200 all in.', 'ZAR 420000'],
    ['EUR', 'Poster for Fjord AS, fee 18,000 Norwegian kroner.', 'NOK 1800000'],
    ['EUR', 'Plakat für die Gala GmbH, Honorar 9.000 tschechische Kronen.', 'CZK 900000'],
    ['EUR', 'Affiche pour la société Atlas SARL, prix 9 000 dirhams marocains.', 'MAD 900000'],
    ['USD', 'Cartel para Alba S.L., precio 900 francos suizos.', 'CHF 90000'],
  ])('%s: %s', (currency, brief, fee) => {
    expect(short(parse(brief, { currency }), 'fee')).toBe(fee);
  });

  it.each([
    ['EUR', 'Affiche pour la société Atlas SARL, prix 9 000 dirhams.'],
    ['GBP', 'Poster for Fjord AS, fee 18,000 kr.'],
  ])('%s: one of several is asked in “%s”', (currency, brief) => {
    const parsed = parse(brief, { currency });
    expect(parsed.found.currency).toBeUndefined();
    expect(parsed.questions).toContain('currency');
  });

  it.each([
    ['EUR', 'Relecture pour la société Atlas SARL : 3 livres, 12 couronnes de fleurs et 45 gourdes. Lot 122 ft.'],
    ['EUR', 'Plans for Hale Ltd: 11 bats, 40 km of road and 3 real problems, TOP 100.'],
  ])('%s: no word that only sounds like money in “%s”', (currency, brief) => {
    expect(parse(brief, { currency }).found.fee).toBeUndefined();
  });
});

describe('a currency that stands by itself is that of the bare sums', () => {
  it.each([
    ['1800 flat. usd. Website for Acme Ltd, done by 3 May 2027', 'USD'],
    ['Website for Acme Ltd. Fee is 1800, US dollars.', 'USD'],
    ['Website for Acme Ltd, 1800 all in, in pounds', 'GBP'],
    ['Website for Acme Ltd. Price 1800, billed in CAD', 'CAD'],
    ['Website for Acme Ltd, $1800. Everything in USD.', 'USD'],
    ['Webseite für die Acme GmbH. Honorar 1800. Alles in Schweizer Franken.', 'CHF'],
    ['Webseite für die Acme GmbH, Honorar 1800 netto, bitte in US-Dollar.', 'USD'],
    ['Webseite für die Acme GmbH, 1800 pauschal, in Euro', 'EUR'],
    ['Site pour la société Atlas SARL, forfait de 1800, en francs suisses.', 'CHF'],
    ['Site pour la société Atlas SARL, prix 1800. Devise : USD', 'USD'],
    ['Web para Alba S.L., precio 1800, en dólares estadounidenses.', 'USD'],
    ['Web para Alba S.L., precio 1800, en libras esterlinas, entrega 3 de mayo', 'GBP'],
  ])('%s', (brief, code) => {
    const { found } = parse(brief);
    expect(found.currency).toMatchObject({ value: code, origin: 'brief' });
    expect(found.fee).toMatchObject({ value: { minor: 180000n, currency: code } });
  });

  it('in a chat whose price is open too', () => {
    const { found } = parse('Priya: how much? usd please\nMe: 1800 flat\nPriya: ok 1600');
    expect(found.currency).toMatchObject({ value: 'USD', origin: 'brief' });
  });

  it.each([
    ['Website for Acme Ltd. Fee 1800. Paid in usd. Invoice in gbp.', ['USD', 'GBP']],
    ['Webseite für die Acme GmbH. Honorar 1800. In CHF, oder in Euro.', ['CHF', 'EUR']],
    ['Website for Acme Ltd. Fee 1800. USD or EUR?', ['USD', 'EUR']],
    ['Website for Acme Ltd. Fee 1800, usd?', ['USD', 'EUR']],
    ['Website for Acme Ltd, 1800, in dollars', ['USD', 'CAD']],
  ])('is asked where it may be another: %s', (brief, codes) => {
    const { found, questions, notes } = parse(brief);
    expect(found.currency).toBeUndefined();
    expect(questions).toContain('currency');
    expect(notes.find(({ field }) => field === 'currency')?.answers?.map(({ label }) => label)).toEqual(codes);
  });

  it.each([
    'Fee 1800. Their shop shows prices in USD. Website for Acme Ltd.',
    'Plans for Acme Ltd, 1800 all in. Skills: Photoshop, CAD, Excel. Drawings in CAD.',
    'Fotos der Hochzeit in Franken für die Acme GmbH, Honorar 1800',
    'Website for Acme Ltd, 1800, not in USD.',
    'Posters for Acme Ltd, 1800, packed in Euro pallets.',
  ])('is not taken from words about something else: %s', (brief) => {
    expect(parse(brief).found).toMatchObject({ fee: { value: { currency: 'EUR' } } });
    expect(parse(brief).found.currency).toBeUndefined();
  });
});
