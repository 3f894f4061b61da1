import { describe, expect, test } from 'vitest';
import { parseBrief } from '../../src/briefs/brief.ts';

const CONTEXT = {
  ...{ today: '2027-01-11', currency: 'EUR', zone: 'Europe/Berlin', country: 'DE' },
  ...{ depositPercentMilli: 50_000, netDays: 14 },
};
const read = (brief: string) => parseBrief(brief, CONTEXT);

describe('a brief that asks for an NDA', () => {
  test.each([
    ['nda with Acme Ltd (dana@acme.test) about their new shop', 'the new shop', undefined],
    ['Mutual NDA with Acme Ltd (dana@acme.test) about their new shop, 18 months', 'the new shop', 18],
    ['non-disclosure agreement with Acme Ltd (dana@acme.test) for two years, to talk about an app', 'an app', 24],
    [
      'Please draft an NDA for Acme Ltd (dana@acme.test) regarding the two sites, law of Ireland',
      'the two sites',
      undefined,
    ],
    [
      'Geheimhaltungsvereinbarung mit Acme GmbH (dana@acme.test) über den neuen Shop, für 3 Jahre',
      'den neuen Shop',
      36,
    ],
    ['NDA mit Acme GmbH (dana@acme.test) zu ihrem neuen Shop', 'ihrem neuen Shop', undefined],
    [
      'Accord de confidentialité avec Acme SARL (dana@acme.test) au sujet de leur boutique, pendant 2 ans',
      'leur boutique',
      24,
    ],
    ['Acuerdo de confidencialidad con Acme S.L. (dana@acme.test) sobre su tienda por dos años', 'su tienda', 24],
    ['Acme Ltd (dana@acme.test) wants an NDA before we talk about their new shop', 'the new shop', undefined],
  ])('%s', (brief, purpose, months) => {
    const { found, questions } = read(brief);
    expect(found.template).toMatchObject({ value: 'nda', origin: 'brief' });
    expect(brief).toContain(found.template?.quote);
    expect(brief).toContain(found.purpose?.quote);
    expect(found.purpose?.value).toBe(purpose);
    expect(found.secretMonths?.value).toBe(months);
    expect(found.clientCompany?.value).toMatch(/^Acme/);
    expect([found.title, found.deliverables, found.clientName]).toEqual([undefined, undefined, undefined]);
    expect(questions).toEqual([]);
  });

  test('what it does not say is asked: who, where, and what about; no price, no day', () => {
    expect(read('nda').questions).toEqual(['clientName', 'clientEmail', 'purpose']);
  });

  test('a sum in it is said to have no place there', () => {
    const { found, notes } = read('nda with Acme Ltd (dana@acme.test) about their new shop, EUR 4,000');
    expect(found.template?.value).toBe('nda');
    expect(notes.map(({ code }) => code)).toContain('brief.unpriced');
  });
});

test.each([
  'Brand identity for Acme (dana@acme.test), EUR 4,000, under NDA, done by 10 April',
  'NDA and website for Acme (dana@acme.test), EUR 4,000, done by 10 April',
  'Website for Acme (dana@acme.test), EUR 2,000, done by 30 September 2027. They need an NDA.',
  'Consulting for Acme (dana@acme.test), done by 10 April, we have signed an NDA with them',
])('one named in passing is not what is asked for: %s', (brief) => {
  expect(read(brief).found.template?.value).not.toBe('nda');
});
