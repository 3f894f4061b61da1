import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

/** What is asked about the fee, with the prices that one press may choose; the fee itself where it is read. */
const asked = (brief: string) => {
  const parsed = parse(brief);
  const note = parsed.notes.find(({ field }) => field === 'fee');
  return short(parsed, 'fee') ?? `${note?.code}: ${note?.answers?.map(({ label }) => label).join(', ')}`;
};

describe('a price behind so many things is that of each', () => {
  it.each([
    ['50 product photos at 20 EUR for Acme Ltd.', '1,000.00'],
    ['50 product photos at 20 EUR each for Acme Ltd.', '1,000.00'],
    ['Article for Acme Ltd: 10,000 words at 0.12 EUR.', '1,200.00'],
    ['20 retouched images @ EUR 45 for Acme Ltd.', '900.00'],
    ['Three logo drafts at EUR 200 for Acme Ltd.', '600.00'],
    ['10 Blogbeiträge zu 150 € für die Acme GmbH.', '1,500.00'],
    ['8 Texte für den Blog zu 120 € für die Acme GmbH.', '960.00'],
    ['12 x 45 € Portraits für die Acme GmbH.', '540.00'],
    ['10 articles à 150 € pour Acme SARL.', '1,500.00'],
    ['8 visuels pour les réseaux à 60 € pour Acme SARL.', '480.00'],
    ['12 fotos a 30 € para Acme SL.', '360.00'],
    ['6 sesiones a 90 € para Acme SL.', '540.00'],
    ['Website with 5 pages at EUR 900 for Acme Ltd.', '4,500.00, EUR 900.00'],
  ])('%s', (brief, all) => expect(asked(brief)).toBe(`brief.fee-rate: EUR ${all}`));

  it.each([
    ['Website for Acme Ltd, 5 pages at a fixed price of EUR 900.', 'EUR 90000'],
    ['Film for Acme Ltd, 10 photos for EUR 150.', 'EUR 15000'],
    ['50 product photos at 20 EUR, total EUR 1,000, for Acme Ltd.', 'EUR 100000'],
    ['Workshop for Acme Ltd on 12 March 2027 at EUR 900.', 'EUR 90000'],
    ['Workshop für die Acme GmbH am 12. März zu 900 €.', 'EUR 90000'],
    ['10 Fotos für 150 € für die Acme GmbH.', 'EUR 15000'],
    ['Atelier pour Acme SARL le 12 mars à 900 €.', 'EUR 90000'],
    ['Sesión de fotos de 90 minutos a 300 € para Acme SL.', 'EUR 30000'],
  ])('and nowhere else: %s', (brief, fee) => expect(asked(brief)).toBe(fee));
});

describe('a price that something comes off, or on top of, is asked with both', () => {
  it.each([
    ['Website for Acme Ltd, EUR 2,000 minus 10%.', '1,800.00'],
    ['Website for Acme Ltd, 2,000 EUR less a 10% discount.', '1,800.00'],
    ['Website for Acme Ltd, EUR 2,000 (10% friends discount).', '1,800.00'],
    ['Website for Acme Ltd, EUR 2,000. 10% discount.', '1,800.00'],
    ['Website for Acme Ltd, EUR 2,000 plus rush fee of 25%.', '2,500.00'],
    ['Website für die Acme GmbH, 2.000 € abzüglich 200 € Rabatt.', '1,800.00'],
    ['Website für die Acme GmbH, 2.000 € abzgl. 10 % Rabatt.', '1,800.00'],
    ['Website für die Acme GmbH, 2.000 € zzgl. 25 % Eilzuschlag.', '2,500.00'],
    ['Site web pour Acme SARL, 2 000 € moins 10 %.', '1,800.00'],
    ['Site pour Acme SARL, 2 000 € avec une remise de 10 %.', '1,800.00'],
    ['Web para Acme SL, 2.000 € con 10 % de descuento.', '1,800.00'],
    ['Web para Acme SL, 2.000 € menos un 10 %.', '1,800.00'],
    ['Web para Acme SL, 2.000 € más un recargo de urgencia del 25 %.', '2,500.00'],
    ['Website for Acme Ltd, 10% discount on EUR 2,000.', '1,800.00'],
    ['Website for Acme Ltd, a discount of 10% on the EUR 2,000.', '1,800.00'],
    ['Website for Acme Ltd, 10% off EUR 2,000.', '1,800.00'],
    ['Website für die Acme GmbH, Rabatt von 10 % auf 2.000 €.', '1,800.00'],
    ['Website für die Acme GmbH, 10 % Nachlass auf den Preis von 2.000 €.', '1,800.00'],
    ['Site web pour Acme SARL, remise de 10 % sur 2 000 €.', '1,800.00'],
    ['Site web pour Acme SARL, 10 % de remise sur les 2 000 €.', '1,800.00'],
    ['Web para Acme SL, descuento del 10 % sobre 2.000 €.', '1,800.00'],
    ['Web para Acme SL, un descuento del 10 % en el precio de 2.000 €.', '1,800.00'],
  ])('%s', (brief, changed) => {
    expect(asked(brief)).toBe(`brief.fee-changed: EUR ${changed}, EUR 2,000.00`);
    expect(parse(brief).found.deposit).toBeUndefined();
  });

  it.each([
    'Website for Acme Ltd, EUR 2,000, 10% discount already applied.',
    'Website for Acme Ltd, EUR 2,000. 10% discount if paid within 7 days.',
    'Website for Acme Ltd, EUR 2,000, 10% off the next job.',
    'Website for Acme Ltd, 10% discount on EUR 2,000 for early payment.',
    'Site web pour Acme SARL, remise de 10 % sur 2 000 € en cas de paiement comptant.',
    'Website for Acme Ltd, EUR 2,000 plus 19% VAT.',
    'Website for Acme Ltd, EUR 2,000 – 50% upfront.',
    'Website for Acme Ltd, EUR 2,000 minus the 500 EUR deposit.',
    'Website for Acme Ltd, list price EUR 2,200, minus 200 discount, total EUR 2,000.',
    'Website für die Acme GmbH, 2.000 €, 2 % Skonto bei Zahlung innerhalb von 10 Tagen.',
    'Website für die Acme GmbH, 2.000 € zzgl. 19 % MwSt.',
    'Site pour Acme SARL, 2 000 €, remise de 10 % incluse.',
    'Web para Acme SL, 2.000 €, descuento del 10 % ya aplicado.',
  ])('and read where it does not: %s', (brief) => expect(asked(brief)).toBe('EUR 200000'));
});

describe('of things in a list with a price each none is the whole', () => {
  it.each([
    'Logo 800, website 2,500 and flyers 300 EUR for Acme Ltd.',
    'Logo 800, Website 2.500 und Flyer 300 € für die Acme GmbH.',
    'Logo 800, site 2500 et flyers 300 € pour Acme SARL.',
    'Logo 800, web 2500 y folletos 300 € para Acme SL.',
  ])('%s', (brief) => {
    expect(asked(brief)).toBe('brief.fee-part: EUR 3,600.00');
    expect(short(parse(brief), 'deposit')).toBeUndefined();
  });

  it.each([
    'Website for Acme Ltd, EUR 900, 30% deposit, net 14 and 2 rounds.',
    'Photos for Acme Ltd: Monday 3, Tuesday 4 and Friday 10 portraits, EUR 900.',
    'Film for Acme Ltd, EUR 900, start 2 March 2027, done 10 April 2027.',
  ])('%s', (brief) => expect(asked(brief)).toBe('EUR 90000'));
});

describe('a cap that is named is the cap, whatever the hours come to', () => {
  it.each([
    'Consulting for Acme Ltd, 80 EUR an hour, 40 hours, cap 3,000.',
    'Consulting for Acme Ltd, 80 EUR an hour, up to 40 hours, cap 3,000.',
    'Consulting for Acme Ltd, EUR 80/h, 40 hours capped at 3000',
    'Beratung für die Acme GmbH, 80 €/Stunde, 40 Stunden, Deckel 3.000.',
    'Beratung für die Acme GmbH, 80 €/Stunde, maximal 40 Stunden, gedeckelt auf 3000.',
    'Mission de conseil pour Acme SARL, 80 €/h, 40 heures au maximum, plafonné à 3 000.',
    'Consultoría para Acme SL, 80 €/h, 40 horas, tope 3.000.',
    'Consultoría para Acme SL, 80 €/h, hasta 40 horas, con un tope de 3.000 €.',
  ])('%s', (brief) => expect(parse(brief).beyond.rate?.value.capMinor).toBe(300000n));

  it.each([
    ['Consulting for Acme Ltd, EUR 80/h, up to 40 hours.', 320000n],
    ['Consulting for Acme Ltd, EUR 80/h, 40 hours, up to 3,000 words.', null],
    ['Consulting for Acme Ltd, EUR 80/h, 40 hours, max 3000 visitors.', null],
    ['Consulting for Acme Ltd, EUR 80/h, 40 hours, up to 2028.', null],
  ])('and no other figure is: %s', (brief, cap) => expect(parse(brief).beyond.rate?.value.capMinor).toBe(cap));
});
