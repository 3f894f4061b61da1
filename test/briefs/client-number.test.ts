import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

describe('the client’s VAT number, where it is plainly theirs', () => {
  it.each([
    ['Website for Acme GmbH, VAT no. DE129273398, EUR 2,000.', 'DE129273398', 'VAT no. DE129273398'],
    ['Website for Acme GmbH (VAT DE129273398), EUR 2,000.', 'DE129273398', 'VAT DE129273398'],
    ['Website for Hale Ltd, VAT number GB 123 4567 89, GBP 2,000.', 'GB 123 4567 89', 'VAT number GB 123 4567 89'],
    ['Website for Hale Ltd, GBP 2,000. Their VAT number is GB123456789.', 'GB123456789', 'VAT number is GB123456789'],
    ['Website für die Acme GmbH (USt-IdNr. DE129273398), 2.000 €.', 'DE129273398', 'USt-IdNr. DE129273398'],
    [
      'Website für die Acme GmbH, Am Markt 12a, 20095 Hamburg, USt-IdNr.: DE 129 273 398, 2.000 €.',
      'DE 129 273 398',
      'USt-IdNr.: DE 129 273 398',
    ],
    [
      'Projekt: Website\nKunde: Acme GmbH\nE-Mail: dana@acme.test\nUSt-ID: DE129273398\nHonorar: 2.000 €',
      'DE129273398',
      'USt-ID: DE129273398',
    ],
    ["Website für die Acme AG, UID CHE-123.456.789 MWST, CHF 2'000.", 'CHE-123.456.789 MWST', undefined],
    ['Site web pour Acme SARL, TVA FR40303265045, 2 000 €.', 'FR40303265045', 'TVA FR40303265045'],
    ['Site web pour Acme SARL, 2 000 €. Numéro de TVA du client : FR40303265045.', 'FR40303265045', undefined],
    ['Web para Acme SL, NIF B12345678, 2.000 €.', 'B12345678', 'NIF B12345678'],
    ['Web para Acme SL (CIF: ESB12345678), 2.000 €.', 'ESB12345678', 'CIF: ESB12345678'],
    ['Web para Acme SL, 2.000 €. NIF del cliente: B-12345678.', 'B-12345678', undefined],
  ])('%s', (brief, number, quote) => {
    const { found } = parse(brief);
    expect(found.clientTaxId).toMatchObject({ value: number, origin: 'brief', ...(quote && { quote }) });
    expect(found.fee?.value.minor).toBe(200000n);
    expect(found.clientName).toBeUndefined();
  });

  it.each([
    'Website for Acme GmbH, EUR 2,000. My VAT number is DE129273398.',
    'Website for Acme GmbH, EUR 2,000. Our VAT no. DE129273398.',
    'Website for Acme GmbH, EUR 2,000. VAT no. DE129273398.',
    'Website for Acme GmbH, EUR 2,000. Their VAT no. is DE129273398, no, their VAT no. is DE999999999.',
    'Website for Acme GmbH, EUR 2,000, plus 19% VAT.',
    'Website for Acme GmbH, VAT no. to follow, EUR 2,000.',
    'Website für die Acme GmbH, 2.000 €. Meine USt-IdNr. DE129273398.',
    'Site web pour Acme SARL, 2 000 €. Notre n° de TVA : FR40303265045.',
    'Web para Acme SL, 2.000 €. Mi NIF es 12345678Z.',
    'Mutual NDA with Acme GmbH, VAT no. DE129273398, about a new product.',
  ])('is left alone: %s', (brief) => expect(parse(brief).found.clientTaxId).toBeUndefined());
});

it.each([
  ['Boda de Ana Ruiz, 2.000 €', 'Boda'],
  ['Kunde: Acme GmbH\nE-Mail: dana@acme.test\nUSt-ID: DE129273398\nWebsite, 2.000 €', undefined],
])('what is left of the client’s line is no title: %s', (brief, title) => {
  expect(short(parse(brief), 'title')).toBe(title);
});
