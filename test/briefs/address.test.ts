import { describe, expect, it, test } from 'vitest';
import { parse } from './cases.ts';

const address = (brief: string) => {
  const { found } = parse(brief);
  return [found.clientAddress?.value, found.clientCountry?.value];
};

describe('the client’s address is read', () => {
  test.each([
    ['Logo for Acme GmbH, Hauptstr. 5, 10115 Berlin, dana@acme.test, EUR 900.', 'Hauptstr. 5, 10115 Berlin', undefined],
    [
      'Logo for Acme (d@acme.test), EUR 900. Address: 12 High Street, Leeds LS1 4AB.',
      '12 High Street, Leeds LS1 4AB',
      'GB',
    ],
    ['Logo for Acme Inc., 500 Congress Ave, Austin, TX 78701, USD 900.', '500 Congress Ave, Austin, TX 78701', 'US'],
    [
      'Logo for Acme SARL, 12 rue de la Paix, 75002 Paris, France. EUR 900.',
      '12 rue de la Paix, 75002 Paris, France',
      'FR',
    ],
    ['Logo para Acme SL, Calle Mayor, 5, 28013 Madrid, 900 €.', 'Calle Mayor, 5, 28013 Madrid', undefined],
    [
      'Logo, EUR 900.\n\nDana Weiss\nAcme GmbH\nAm Markt 12a\n20095 Hamburg\nDeutschland',
      'Am Markt 12a, 20095 Hamburg, Deutschland',
      'DE',
    ],
  ])('%s', (brief, value, country) => {
    expect(address(brief)).toEqual([value, country]);
    expect(brief).toContain(parse(brief).found.clientAddress?.quote);
  });
});

it('a venue’s address is the venue’s', () => {
  expect(address('Photos for Acme GmbH on 3 May 2027, 3pm at Hauptstr. 5, 10115 Berlin, EUR 900.')).toEqual([
    undefined,
    undefined,
  ]);
});

it('one that can’t be read is asked', () => {
  const { found, notes } = parse('Logo for Acme, EUR 900. Billing address: c/o Muster, 10115 Berlin');
  expect(found.clientAddress).toBeUndefined();
  expect(notes.map(({ field }) => field)).toContain('clientAddress');
});
