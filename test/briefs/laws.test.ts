import { expect, it } from 'vitest';
import { parseBrief } from '../../src/briefs/brief.ts';

const context = {
  ...{ today: '2027-01-11', currency: 'EUR', zone: 'Europe/Berlin', country: 'DE' },
  ...{ depositPercentMilli: null, netDays: null },
};
const read = (brief: string) => parseBrief(brief, context);

it.each([
  ['Logo for Acme Ltd, £500, Scots law.', 'Scotland'],
  ['Governing law: Ireland', 'Ireland'],
  ['jurisdiction,South Australia', 'South Australia'],
  ['| Law | Scotland |', 'Scotland'],
  ['under the laws of the State of California', 'California'],
  ['not Delaware law but New York law please', 'New York'],
  ['Der Preis ist 500 € und es gilt das Recht der Bundesrepublik Deutschland.', 'Germany'],
  ['Recht: Deutschland\nKunde: Meier GmbH und der Preis ist 500 €', 'Germany'],
  ['Der Kunde will das Recht von British Columbia und mir ist es egal', 'British Columbia'],
  ['Es gilt schwedisches Recht und der Preis ist 500 €', 'Sweden'],
  ['le contrat est soumis au droit vaudois et le prix est de 500 francs', 'Vaud'],
  ['la loi applicable est celle du Québec et le prix est de 500 $', 'Quebec'],
  ['le droit écossais pour le contrat et le prix est de 500', 'Scotland'],
  ['contrato regido por la ley mexicana y el precio es 500 €', 'Mexico'],
  ['se aplica la legislación de la República Argentina y el precio es de 500', 'Argentina'],
  ['The contract is to be under the law of the Isle of Man.', 'Isle of Man'],
  ['WORK Catalogue\nLAW Quebec', 'Quebec'],
  ['Jurisdiction — Trinidad and Tobago', 'Trinidad and Tobago'],
  ['subject to Ghanaian legislation', 'Ghana'],
  ['Recht: deutsches', 'Germany'],
  ['Es gilt das Recht Tunesiens und der Preis ist 500 €', 'Tunisia'],
  ['Der Vertrag nach kenianischem Recht und der Preis ist 500 €', 'Kenya'],
  ['450 000 FCFA, droit sénégalais, pour le client et la suite', 'Senegal'],
  ['loi applicable : tunisienne, pour le client et la suite', 'Tunisia'],
  ['la législation de la Côte d’Ivoire pour le client et la suite', 'Côte d’Ivoire'],
  ['Derecho aplicable: el marroquí, y el precio es de 500', 'Morocco'],
  ['por las leyes de Guinea Ecuatorial, y el precio es de 500 para la marca', 'Equatorial Guinea'],
  ['Ley aplicable: España\nCliente: los de siempre y el precio es 500', 'Spain'],
])('the law of %j is of %s', (brief, place) => {
  expect(read(brief).found.governingLaw?.value).toBe(place);
});

it.each([
  'Website for a German law firm, 500 EUR',
  'The law gives us time. Common law, says the Kenyan in the next room',
  'Translate a book on French law for Acme Ltd',
  'Vortrag über englisches Recht für die Kanzlei und das Publikum',
])('%j chooses no law', (brief) => {
  expect(read(brief).found.governingLaw).toBeUndefined();
});

it('two different laws are asked', () => {
  const two = read('The contract is under Irish law. Governing law: Scotland');
  expect(two.found.governingLaw).toBeUndefined();
  expect(two.questions).toContain('governingLaw');
});
