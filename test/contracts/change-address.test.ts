import { describe, expect, it, test } from 'vitest';
import { readChange } from '../../src/contracts/change-words.ts';
import { type Origin, type Terms, term } from '../../src/contracts/terms.ts';

const terms: Terms = {
  title: term('Logo', 'brief'),
  template: term('design', 'brief'),
  clientCompany: term('Acme', 'brief'),
  clientAddress: term('Old Road 1, 10115 Berlin', 'brief'),
  fee: term({ minor: 400_000n, currency: 'EUR' }, 'brief'),
  currency: term('EUR', 'brief'),
  netDays: term(14, 'workspace'),
};
const context = { today: '2027-01-15', zone: 'Europe/Berlin' };
const read = (words: string, origin: Origin = 'form', answers?: Record<string, string>) =>
  readChange({ words, terms, context, origin, ...(answers && { answers }) });

it.each([
  ['Their address is now 12 High Street, London SW1A 1AA.', '12 High Street, London SW1A 1AA'],
  ['Change the client’s address to Hauptstraße 5, 50667 Köln', 'Hauptstraße 5, 50667 Köln'],
  ['Ihre Adresse ist jetzt Hauptstraße 5, 50667 Köln.', 'Hauptstraße 5, 50667 Köln'],
  ['Leur adresse est désormais 12 rue de la Paix, 75002 Paris.', '12 rue de la Paix, 75002 Paris'],
  ['Su dirección es ahora Calle Mayor 5, 28013 Madrid.', 'Calle Mayor 5, 28013 Madrid'],
])('the freelancer’s words set it: %s', (words, address) => {
  const { terms: next, changed, open } = read(words);
  expect(next.clientAddress).toMatchObject({ value: address, origin: 'form' });
  expect(open).toEqual([]);
  expect(changed.filter((name) => name !== 'clientCountry')).toEqual(['clientAddress']);
});

it('what else the words ask is read beside it', () => {
  const { terms: next } = read('Their address is now Hauptstraße 5, 50667 Köln. Make it net 30.');
  expect([next.clientAddress?.value, next.netDays?.value]).toEqual(['Hauptstraße 5, 50667 Köln', 30]);
});

it('in a client’s own words it is offered, and taken only with a yes', () => {
  const words = 'Our address is now Hauptstraße 5, 50667 Köln.';
  const { terms: next, open } = read(words, 'client');
  expect(next.clientAddress).toEqual(terms.clientAddress);
  expect(open[0]?.choices.map(({ label }) => label)).toContain('Hauptstraße 5, 50667 Köln');
  const yes = read(words, 'client', { [open[0]?.key ?? '']: 'Hauptstraße 5, 50667 Köln' });
  expect(yes.terms.clientAddress?.value).toBe('Hauptstraße 5, 50667 Köln');
});

it.each([
  'Our address is now Hauptstraße 5, 50667 Köln.',
  'The venue’s address is now Hauptstraße 5, 50667 Köln.',
  'Is their address now Hauptstraße 5, 50667 Köln?',
  'Their e-mail address is now dana@new.test',
  'Their address is now somewhere in Berlin.',
])('anything else changes no address: %s', (words) => {
  const { terms: next, changed } = read(words);
  expect(next.clientAddress).toEqual(terms.clientAddress);
  expect(changed).not.toContain('clientCountry');
});

describe('an address of which nobody says whose it is', () => {
  const words = [
    'Address: 12 Mill Lane, Leeds LS1 4AB, UK',
    '12 Mill Lane, Leeds LS1 4AB, UK',
    'Seestraße 4, 80331 München',
    'Hi, my address is 12 Mill Lane, Leeds LS1 4AB, UK',
  ];
  test.each(words)('is the client’s who gives it: %s', (said) => {
    const { changed, open } = read(said, 'client');
    expect(changed).toEqual([]);
    expect(open.map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/The client gives another postal/)]);
    const { terms: next } = read(said, 'client', { p0: open[0]?.choices[0]?.label ?? '' });
    expect(next.clientAddress?.value).toMatch(/^(?:12 Mill Lane, Leeds LS1 4AB|Seestraße 4, 80331 München)/);
  });
  test.each(words.slice(0, 3))('is asked of the freelancer: %s', (said) => {
    const { changed, open } = read(said);
    expect([changed, open.map(({ sentence }) => sentence)]).toEqual([[], ['Is this the client’s postal address?']]);
  });
});
