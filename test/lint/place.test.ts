import { describe, expect, test } from 'vitest';
import { parseBrief } from '../../src/briefs/brief.ts';
import { placeOfBusiness, placeOfClient } from '../../src/contracts/place.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { packsFor } from '../../src/lint/law.ts';
import { lint } from '../../src/lint/lint.ts';
import { AUSTIN, BERLIN, BROOKLYN, type Setting, settingScene } from './cases.ts';

const at = (address: string, country: string, origin: 'workspace' | 'client' = 'workspace') => {
  const terms: Terms = { clientCountry: term(country, origin), clientAddress: term(address, 'form') };
  const { country: land, state, city } = placeOfClient(terms, undefined);
  return [land, state, city].filter(Boolean).join('-');
};

describe('where a client is, by the address', () => {
  test.each([
    ['10 Sample Ave, Brooklyn, NY 11201', 'US-NY-NYC'],
    ['10 Sample Ave, Brooklyn, NY', 'US-NY-NYC'],
    ['1 Sample Sq, New York, NY', 'US-NY-NYC'],
    ['5 Sample St, Albany, NY, USA', 'US-NY'],
    ['5 Sample St, New York', 'US-NY'],
    ['7 Sample Blvd, Oakland, California', 'US-CA'],
    ['7 Sample Blvd, Oakland, CA', 'US-CA'],
    ['7 Sample Blvd, San Francisco', 'US-CA'],
    ['9 Sample Dr, Chicago', 'US-IL'],
    ['9 Sample Dr, Springfield, IL', 'US-IL'],
    ['11 Sample Ln, Austin TX', 'US-TX'],
    ['1 Sample St, Manhattan, KS 66502', 'US-KS'],
  ])('%s: for somebody in the United States', (address, place) => {
    expect(at(address, 'US', 'client')).toBe(place);
  });

  test.each([
    ['9 Sample Dr, Springfield', 'US'],
    ['9 Sample Dr, Portland', 'US'],
    ['9 Sample Dr, Washington', 'US'],
    ['9 Sample Dr, Georgia', 'US'],
    ['King St 5, Toronto, CA', 'US'],
    ['Rothschild 1, Tel Aviv, IL', 'US'],
    ['NY Bagels, 3 Sample Road, Portland', 'US'],
    ['New York Street 5, Springfield', 'US'],
  ])('%s: is of no state', (address, place) => {
    expect(at(address, 'US', 'client')).toBe(place);
  });

  test.each([
    ['10 Sample Ave, Brooklyn, NY 11201', 'US-NY-NYC'],
    ['10 Sample Ave, Brooklyn, NY', 'US-NY-NYC'],
    ['7 Sample Blvd, San Francisco, CA', 'US-CA'],
    ['7 Sample Blvd, Oakland, California', 'US-CA'],
    ['7 Sample Blvd, Oakland, CA', 'US-CA'],
    ['9 Sample Dr, Springfield, IL', 'US-IL'],
    ['7 Sample Blvd, Smallville, Kansas, USA', 'US-KS'],
    // The code of a country as well, and no town that tells.
    ['9 Sample Dr, Smallville, IL', 'DE'],
    ['King St 5, Toronto, CA', 'DE'],
    ['King St 5, Toronto, ON M5V 2T6', 'CA'],
    ['1 Rustaveli Ave, Tbilisi, Georgia', 'DE'],
    ['1 Example Street, London N1 1AA', 'GB'],
    ['Rothschild 1, Tel Aviv, Israel', 'IL'],
    ['Hauptstr. 1, 10827 Berlin', 'DE'],
  ])('%s: tells the country too, where nobody said one', (address, place) => {
    expect(at(address, 'DE')).toBe(place);
  });

  test('a country that somebody said stays', () => {
    expect(at('10 Sample Ave, Brooklyn, NY 11201', 'CA', 'client')).toBe('CA');
  });

  test('the business’s own needs no ZIP code either', () => {
    expect(placeOfBusiness({ country: 'US', address: ['10 Sample Ave', 'Brooklyn, NY'] })).toMatchObject({
      ...{ state: 'NY', city: 'NYC' },
    });
    expect(
      placeOfBusiness({ country: 'GE', address: ['1 Rustaveli Ave', 'Tbilisi', 'Georgia'] }).state,
    ).toBeUndefined();
  });
});

describe('where a client is, by the brief', () => {
  const CONTEXT = { today: '2027-01-11', currency: 'EUR', country: 'DE', zone: 'Europe/Berlin' };
  const areaIn = (words: string) => {
    const brief = `Logo for Acme Inc (dana@acme.test), 4,000 EUR, done by 26 March. ${words}`;
    const { found: terms } = parseBrief(brief, { ...CONTEXT, depositPercentMilli: null, netDays: null });
    return [terms.clientArea?.value, terms.clientArea?.quote, terms.clientCountry?.value];
  };

  test.each([
    ['They are based in Brooklyn, NY.', 'US-NY-NYC'],
    ['The client is based in Oakland, California.', 'US-CA'],
    ['Client in Austin, TX.', 'US-TX'],
    ['It is a California company.', 'US-CA'],
    ['It is a Chicago-based agency.', 'US-IL'],
    ['Acme Inc (Oakland, CA) pays.', 'US-CA'],
    ['Acme Inc (Smallville, CA) pays.', undefined],
    ['Acme Inc (San Francisco, CA) pays.', 'US-CA'],
    ['The client is a startup based in New York.', 'US-NY'],
  ])('%s', (words, area) => {
    const [value, quote, country] = areaIn(words);
    expect(value).toBe(area);
    if (area) expect(country).toBe('US');
    if (quote) expect(words).toContain(quote);
  });

  test.each([
    'I am based in Brooklyn, NY.',
    'We’re a studio based in Oakland, California.',
    'The client is based in Portland.',
    'They are based in Springfield.',
    'Based in Toronto, CA.',
    'The client is based in Tel Aviv, IL.',
    'They are based in Georgia.',
    'The wedding is at a venue located in Brooklyn, NY.',
    'The shoot is based in Chicago.',
    'Copy for NY Bagels and New York Pizza.',
    'They are based in Oakland, California, and the client is in Austin, TX.',
  ])('takes none of: %s', (words) => {
    expect(areaIn(words)[0]).toBeUndefined();
  });
});

describe('the laws that follow', () => {
  const packs = (setting: Setting) =>
    packsFor(settingScene(setting)).map(({ pack, because }) => `${pack.id}: ${because}`);
  const nowhere = { country: 'US', address: null };
  const inEuros: Partial<Terms> = { fee: term({ minor: 400_000n, currency: 'USD' }, 'form') };
  const law = (name: string): Partial<Terms> => ({ governingLaw: term(name, 'form') });

  test('run for a client whose place only the brief tells', () => {
    const terms = { ...inEuros, clientCountry: term('US', 'brief'), clientArea: term('US-NY-NYC', 'brief') };
    expect(packs({ from: AUSTIN, to: nowhere, terms })).toEqual([
      'new-york-city: The client is in New York, United States',
      'new-york-state: The client is in New York, United States',
    ]);
  });

  test('run where an address was typed into the form of a business abroad', () => {
    const terms = {
      ...inEuros,
      clientCountry: term('DE', 'workspace'),
      clientAddress: term('1 Main St, Brooklyn, NY', 'form'),
    };
    expect(packs({ from: BERLIN, to: { country: 'DE', address: null }, terms: terms as Partial<Terms> })).toContain(
      'new-york-state: The client is in New York, United States, by the address',
    );
  });

  test('are hinted at by the law that was chosen, only where nothing else tells, and they say so', () => {
    const hint = 'The contract chooses its law, and no address says in which state the client is';
    expect(packs({ from: AUSTIN, to: nowhere, terms: law('California') })).toEqual([`california: ${hint}`]);
    expect(packs({ from: AUSTIN, to: nowhere, terms: law('New York') })).toEqual([`new-york-state: ${hint}`]);
    // It is the freelancer's own law, or the client's place is known.
    expect(packs({ from: BROOKLYN, to: nowhere, terms: law('New York') }).join()).not.toContain(hint);
    expect(
      packs({
        from: AUSTIN,
        to: { country: 'US', address: '13 Sample Ct, Boise, ID 83702' },
        terms: law('California'),
      }),
    ).toEqual([]);
    expect(packs({ from: AUSTIN, to: nowhere, terms: law('Georgia') })).toEqual([]);
  });

  test('never take a private client’s protection away for a hint', () => {
    const told = packs({
      kind: 'private',
      to: { country: 'DE', address: null },
      terms: { ...law('New York'), clientCountry: term('DE', 'workspace') },
    });
    expect(told.join()).toContain('eu-withdrawal');
  });

  test('a law is no place: the state is still asked for', () => {
    const rules = lint(settingScene({ from: AUSTIN, to: nowhere, terms: law('California') })).map(({ rule }) => rule);
    expect(rules).toContain('parties.no-state');
  });
});
