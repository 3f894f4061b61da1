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
