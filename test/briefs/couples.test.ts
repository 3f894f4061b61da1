import { describe, expect, it } from 'vitest';
import { held, parse, short } from './cases.ts';

describe('two who are named together are the client together', () => {
  it.each([
    ['Wedding photos for Anna Berg and Tom Wild, 12 June 2027 2pm, EUR 2,000', 'Anna Berg and Tom Wild'],
    ['Hochzeit von Anna Berg und Tom Wild, 12. Juni 2027 14 Uhr, 2.000 €', 'Anna Berg und Tom Wild'],
    ['Mariage de Claire Morel et Hugo Petit, 12 juin 2027 14h, 2 000 €', 'Claire Morel et Hugo Petit'],
    ['Boda de Ana Ruiz y Luis Mora, 12 de junio de 2027 a las 14h, 2.000 €', 'Ana Ruiz y Luis Mora'],
    ['Logo for Anna Berg. Photos by Tom Wild, EUR 900', 'Anna Berg'],
    ['Anna Berg and her printer Tom Wild want a logo, EUR 900', 'Anna Berg'],
  ])('%s', (brief, name) => {
    expect(short(parse(brief), 'clientName')).toBe(name);
  });
});

describe('what is done and what somebody is, is no name', () => {
  it.each([
    ['Gutachten Deutsch-Polnisch für Kanzlei Ebert, 680 €, bis 5. März.', undefined, 'Kanzlei Ebert'],
    ['Relaunch Tierklinik Ammersee: 2.000 €', undefined, 'Tierklinik Ammersee'],
    ['Fotos, Träger Lebensraum e.V. zahlt, 480 €', undefined, 'Lebensraum e.V.'],
    ['Social Media für Eiscafé Dolomiti: monatlich 640 EUR', undefined, 'Eiscafé Dolomiti'],
    ['Für Acme GmbH: Logo 800 €', undefined, 'Acme GmbH'],
    ['sous-titrage pour l’asso Grain de Ciel, 540 €', undefined, 'Grain de Ciel'],
  ])('%s', (brief, person, firm) => {
    const parsed = parse(brief);
    expect(short(parsed, 'clientName')).toBe(person);
    expect(short(parsed, 'clientCompany')).toBe(firm);
  });
});

describe('each thing of a list with prices is handed over, and the sum of them is offered', () => {
  it.each([
    ['Logo 800, website 2,000, flyers 300 for Acme Ltd', 'Logo | Website | Flyers'],
    ['Logo EUR 800, website EUR 2,000 and flyers EUR 300 for Acme Ltd', 'Logo | Website | Flyers'],
    ['Logo 800 €, Website 2.000 €, Flyer 300 € für Acme GmbH', 'Logo | Website | Flyer'],
    ['logo 800 €, site web 2 000 € et affiche 300 € pour Acme SARL', 'Logo | Site web | Affiche'],
  ])('%s', (brief, things) => {
    expect(short(parse(brief), 'deliverables')).toBe(things);
    expect(held(brief, 'fee')).toBe('ask EUR 3,100.00');
  });

  it('what else stands with figures is no list of things', () => {
    const brief = 'Logo for Acme Ltd, EUR 900, room 101, floor 200, shelf 300';
    expect(short(parse(brief), 'deliverables')).toBe('Logo');
    expect(short(parse(brief), 'fee')).toBe('EUR 90000');
  });
});
