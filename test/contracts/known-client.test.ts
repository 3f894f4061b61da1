import { describe, expect, it } from 'vitest';
import { againstEntry } from '../../src/contracts/known-client.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';

const read: Terms = { clientTaxId: term('DE 136.695.976', 'brief', 'VAT DE 136.695.976') };

describe('what the client’s own entry says otherwise than the brief', () => {
  it('stands, and is told with both to press', () => {
    const { terms, notes } = againstEntry(read, { clientTaxId: term('DE811569869', 'client') });
    expect(terms.clientTaxId).toEqual({ value: 'DE811569869', origin: 'client' });
    expect(notes).toEqual([
      {
        code: 'brief.entry',
        sentence:
          'The brief has VAT number “DE 136.695.976”, and the client’s own entry “DE811569869”. The entry stands unless you choose.',
        answers: [
          { label: 'DE811569869', set: { taxId: 'DE811569869' } },
          { label: 'DE 136.695.976', set: { taxId: 'DE 136.695.976' } },
        ],
      },
    ]);
  });

  it('is told of an address as well', () => {
    const address: Terms = { clientAddress: term('Main Street 1, 20095 Hamburg', 'brief') };
    const { terms, notes } = againstEntry(address, { clientAddress: term('Harbour Road 12, 10115 Berlin', 'client') });
    expect(terms.clientAddress?.value).toBe('Harbour Road 12, 10115 Berlin');
    expect(notes[0]?.answers.map(({ set }) => set)).toEqual([
      { address: 'Harbour Road 12, 10115 Berlin' },
      { address: 'Main Street 1, 20095 Hamburg' },
    ]);
  });

  it.each([
    ['the same with other spaces', read, { clientTaxId: term('DE136695976', 'client') }],
    ['no entry', read, {}],
    ['nothing in the brief', {}, { clientTaxId: term('DE811569869', 'client') }],
  ] satisfies [string, Terms, Terms][])('is nothing where there is %s', (_, terms, entry) => {
    expect(againstEntry(terms, entry)).toEqual({ terms, notes: [] });
  });
});
