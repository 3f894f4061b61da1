import { expect, test } from 'vitest';
import { clientIn } from '../../src/contracts/name-client.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { newId } from '../../src/shared/ids.ts';

const member = newId('member', new Date('2027-03-01T10:00:00Z'));
const countryIn = (terms: Terms) => clientIn(terms, member).more?.country;

test('a country that was only assumed for the law is no address of the client; one that was said is', () => {
  const terms: Terms = { clientName: term('Laura Finch', 'brief'), clientEmail: term('laura@finch.test', 'brief') };
  expect(countryIn({ ...terms, clientCountry: term('DE', 'workspace') })).toBeUndefined();
  expect(countryIn({ ...terms, clientCountry: term('GB', 'brief') })).toBe('GB');
});
