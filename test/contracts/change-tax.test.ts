import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../src/contracts/change-effects.ts';
import { readChange } from '../../src/contracts/change-words.ts';
import { termLines } from '../../src/contracts/redline.ts';
import { type Origin, type Terms, term } from '../../src/contracts/terms.ts';
import { dealTerms } from './scene.ts';

const TERMS = dealTerms({
  taxRateMilli: term(19_000, 'workspace'),
  taxIncluded: term(false, 'workspace'),
} as Partial<Terms>);
const ask = (words: string, origin: Origin = 'form', terms = TERMS) =>
  readChange({ words, terms, context: { today: '2027-01-15', zone: 'Europe/Berlin' }, origin });

describe('a reason for no tax, asked for in words', () => {
  it.each([
    ['No VAT, reverse charge applies.', 'reverse-charge'],
    ['Please make it reverse charge', 'reverse-charge'],
    ['I’m a Kleinunternehmer', 'small-business'],
    ['I am not VAT registered, so no VAT', 'small-business'],
    ['Steuerschuldnerschaft des Leistungsempfängers', 'reverse-charge'],
    ['Ich bin Kleinunternehmer, daher keine MwSt.', 'small-business'],
    ['Autoliquidation de la TVA, merci', 'reverse-charge'],
    ['TVA non applicable, art. 293 B du CGI', 'small-business'],
    ['Je suis en franchise en base', 'small-business'],
    ['Inversión del sujeto pasivo, sin IVA', 'reverse-charge'],
    ['Exento de IVA', 'exempt'],
  ])('%s', (words, reason) => {
    const { terms, open, changed } = ask(words);
    expect(open).toEqual([]);
    expect([...changed].sort()).toEqual(['taxRateMilli', 'taxReason']);
    expect([terms.taxRateMilli?.value, terms.taxReason?.value]).toEqual([0, reason]);
    expect(terms.taxReason?.quote).toBeTruthy();
  });

  it('shows the price without it, and says what it does to what is earned', () => {
    const { terms } = ask('No VAT, reverse charge applies.');
    expect(JSON.stringify(termLines(TERMS, terms))).toContain('no tax added (reverse charge)');
    const effects = effectsOf(TERMS, terms);
    expect(effects).toContain('No tax is added: reverse charge, so the client accounts for it.');
    expect(effects.join(' ')).not.toContain('You earn');
  });

  it.each([
    ['no VAT please', ['No tax: reverse charge', 'No tax: small business', 'No tax: exempt', 'Leave it as it is']],
    ['19% VAT and reverse charge', ['No tax: reverse charge', '19% tax', 'Leave it as it is']],
  ])('is asked: %s', (words, labels) => {
    const { changed, open } = ask(words);
    expect(changed).toEqual([]);
    expect(open[0]?.choices.map(({ label }) => label)).toEqual(labels);
  });

  it.each(['I’m a Kleinunternehmer', 'We are not VAT registered'])(
    'a client’s “%s” is their own status: asked',
    (words) => {
      const { changed, open } = ask(words, 'client');
      expect(changed).toEqual([]);
      expect(open).toHaveLength(1);
    },
  );

  it.each([
    'The client is not VAT registered',
    'Does reverse charge apply?',
    'No reverse charge',
    'keep the tax as it is',
  ])('changes nothing: %s', (words) => expect(ask(words).changed).toEqual([]));

  it('that is taken back asks for the rate', () => {
    const untaxed = {
      ...TERMS,
      taxRateMilli: term(0, 'form' as const),
      taxReason: term('reverse-charge' as const, 'form' as const),
    };
    const { changed, open } = ask('drop the reverse charge', 'form', untaxed);
    expect(changed).toEqual([]);
    expect(open[0]?.sentence).toContain('19% VAT');
    const taxed = ask('19% VAT', 'form', untaxed);
    expect([taxed.terms.taxRateMilli?.value, taxed.terms.taxReason]).toEqual([19_000, undefined]);
  });
});

describe('another rate', () => {
  it.each([
    ['The tax is 7%', 7_000],
    ['Make the VAT rate 7%', 7_000],
    ['plus 7.7% VAT', 7_700],
    ['Die MwSt. ist 7 %', 7_000],
    ['La TVA est de 20 %', 20_000],
    ['El IVA es del 21 %', 21_000],
  ])('%s', (words, rate) => {
    const { terms, changed, open } = ask(words);
    expect(open).toEqual([]);
    expect(changed).toEqual(['taxRateMilli']);
    expect(terms.taxRateMilli?.value).toBe(rate);
  });

  it('goes beside a new price and a new deposit', () => {
    const price = ask('Make it 4,500 plus 7% VAT');
    expect([price.terms.fee?.value.minor, price.terms.taxRateMilli?.value]).toEqual([450_000n, 7_000]);
    const deposit = ask('40% deposit and 7% VAT');
    expect([deposit.terms.deposit?.value, deposit.terms.taxRateMilli?.value]).toEqual([
      { kind: 'share', percentMilli: 40_000 },
      7_000,
    ]);
  });

  it('of no country is asked', () => expect(ask('VAT of 190%').changed).toEqual([]));
});
