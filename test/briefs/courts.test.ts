import { describe, expect, it } from 'vitest';
import { held, parse, short } from './cases.ts';

describe('a court without a law asks whose law applies', () => {
  it.each([
    ['Logo for Acme Ltd, EUR 900, court of Paris.', 'ask France'],
    ['Logo for Acme Ltd, EUR 900, jurisdiction of the courts of Paris.', 'ask France'],
    ['Logo for Acme Ltd, EUR 900. Place of jurisdiction: Graz', 'ask Austria'],
    ['Logo for Acme Ltd, EUR 900. Place of jurisdiction: Zurich', 'ask Switzerland'],
    ['Logo für Acme GmbH, 900 €. Gerichtsstand Hamburg.', 'ask Germany'],
    ['Logo für Acme GmbH, 900 €. Gerichtsstand ist Kleinkleckersdorf.', 'ask'],
    ['Logo pour Acme SARL, 900 €, tribunal de Lyon compétent', 'ask France'],
    ['Logo para Acme SL, 900 €, juzgados de Madrid', 'ask Spain'],
  ])('%s', (brief, law) => {
    expect(held(brief, 'governingLaw')).toBe(law);
  });

  it.each([
    'Court interpreting for Acme Ltd in Paris, EUR 900',
    'Tennis court mural for Acme Ltd, EUR 900',
    'Mural for Paris Court Hotel Ltd, EUR 900',
    'Traduction jurée pour le Tribunal de Lyon, 900 €',
  ])('what is no court that decides asks nothing: %s', (brief) => {
    expect(held(brief, 'governingLaw')).toBe('nothing');
  });

  it('a law beside it holds', () => {
    const brief = 'Logo für Acme GmbH, 900 €. Es gilt deutsches Recht, Gerichtsstand Hamburg.';
    expect(short(parse(brief), 'governingLaw')).toBe('Germany');
  });
});
