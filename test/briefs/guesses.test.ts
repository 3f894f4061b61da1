import { expect, it } from 'vitest';
import { parse, short } from './cases.ts';

const asked = (brief: string, field: 'deposit' | 'currency' | 'netDays' | 'clientName') =>
  [short(parse(brief), field), parse(brief).questions.includes(field)] as const;

it.each([
  'Website for Acme Ltd, EUR 2,000. The deposit is half, so EUR 800.',
  'Website 2.000 € für die Acme GmbH. Anzahlung die Hälfte, also 800 €.',
])('%s: what half of it comes to is no price, and the two deposits are asked', (brief) => {
  expect(short(parse(brief), 'fee')).toBe('EUR 200000');
  expect(asked(brief, 'deposit')).toEqual([undefined, true]);
});
it('half of a price with what it comes to is one deposit', () => {
  expect(short(parse('Website for Acme Ltd, EUR 2,000, half up front, so EUR 1,000'), 'deposit')).toBe('share 50000');
});

it.each([
  'Logo for Acme Ltd. €900? or pounds, she lives in Dublin',
  'Logo für die Acme GmbH, 900 € oder Franken',
  'Logo pour Acme SARL, 900 € ou dollars',
  'Logo para Acme SL, 900 € o dólares',
])('%s: the currency is asked', (brief) => {
  expect(short(parse(brief), 'fee')).toBeUndefined();
  expect(asked(brief, 'currency')).toEqual([undefined, true]);
});

it.each([
  'Plakate für die Acme GmbH, 300 €, der Kassenwart zahlt meist nach 30 Tagen',
  'Logo for Acme Ltd, 300 EUR, the client usually pays within 30 days',
  'Logo pour Acme SARL, 300 €, le client paie d’habitude à 30 jours',
  'Logo para Acme SL, 300 €, el cliente suele pagar a 30 días',
])('%s: a habit is no term', (brief) => expect(asked(brief, 'netDays')).toEqual([undefined, true]));
it.each([
  'Logo for Acme Ltd, EUR 300, payable within 30 days as usual',
  'Logo für die Acme GmbH, 300 €, zahlbar in 30 Tagen',
])('%s: 30 days to pay', (brief) => expect(short(parse(brief), 'netDays')).toBe('30'));

it.each([
  'Der Vermieter will 600 € Miete, ich brauche Plakate für das Stadtfest Grünau, 300 €',
  'The landlord wants EUR 600 rent, I need posters for the town fair, EUR 300',
])('%s: what somebody is to the client names no client', (brief) => {
  expect(short(parse(brief), 'clientCompany')).toBeUndefined();
  expect(parse(brief).questions).toContain('clientName');
});
