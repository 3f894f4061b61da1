import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney } from '../../src/shared/money.ts';
import { parse, short } from './cases.ts';

const W = 'Website for Acme, ';

describe('the fee', () => {
  it.each([
    ['EUR 4,000', 'EUR 400000'],
    ['one budget table, EUR 4,000', 'EUR 400000'],
    ['EUR4,000', 'EUR 400000'],
    ['4,000 EUR', 'EUR 400000'],
    ['4000 euros', 'EUR 400000'],
    ['€4.000,00', 'EUR 400000'],
    ['4.000,50 €', 'EUR 400050'],
    ['4 000 EUR', 'EUR 400000'],
    ["CHF 4'000", 'CHF 400000'],
    ['4k', 'EUR 400000'],
    ['4.5k', 'EUR 450000'],
    ['EUR 4,5k', 'EUR 450000'],
    ['4 thousand euros', 'EUR 400000'],
    ['USD 950', 'USD 95000'],
    ['usd 950.50', 'USD 95050'],
    ['US$1,200', 'USD 120000'],
    ['CA$1,200', 'CAD 120000'],
    ['£750', 'GBP 75000'],
    ['750 pounds', 'GBP 75000'],
    ['JPY 150,000', 'JPY 150000'],
    ['KWD 1250.500', 'KWD 1250500'],
    ['fee 4000', 'EUR 400000'],
    ['price: 4000', 'EUR 400000'],
    ['4,000', 'EUR 400000'],
    ['total EUR 6,000 (logo EUR 4,000, guide EUR 2,000)', 'EUR 600000'],
    ['EUR 4,000, deposit EUR 1,000', 'EUR 400000'],
    ['EUR 1,000 deposit, EUR 4,000 fee', 'EUR 400000'],
    ['EUR 4,000, EUR 2,000 on signing and EUR 2,000 on delivery', 'EUR 400000'],
    ['EUR 4,000 instead of EUR 5,000', 'EUR 400000'],
    ['was EUR 5,000, now the fee is EUR 4,000', 'EUR 400000'],
    ['EUR 4,000 plus travel EUR 300', 'EUR 400000'],
    ['EUR 4,000, late fee EUR 40', 'EUR 400000'],
    ['EUR 4,000. Again: EUR 4,000.', 'EUR 400000'],
    ['4K video, EUR 3,000', 'EUR 300000'],
    ['2 CAD drawings, EUR 3,000', 'EUR 300000'],
  ])('%s', (words, fee) => {
    const parsed = parse(W + words);
    expect(short(parsed, 'fee')).toBe(fee);
    expect(parsed.questions).not.toContain('fee');
  });

  it.each([
    ['', undefined],
    ['fee 1e9', /“1e9” is not an amount/],
    ['EUR 1e9', /“EUR 1e9” is not an amount/],
    ['EUR -5', /“EUR -5” is not an amount/],
    ['fee: -5', /“-5” is not an amount/],
    ['EUR 0.005', /“EUR 0.005” can be read/],
    ['EUR .5', /“EUR .5” is not an amount/],
    ['EUR 007', /“EUR 007” can be read/],
    ['EUR 1,2345', /is not an amount/],
    ['KWD 1.250', /“KWD 1.250” can be read in more than one way/],
    ['JPY 100.5', /can be read in more than one way/],
    ['EUR ١٢٣', /“EUR ١٢٣” is not an amount/],
    ['fee ١٢٣', /digits other than 0 to 9/],
    ['EUR １２３', /is not an amount|digits other/],
    ['EUR 2m', /“EUR 2m” is not an amount/],
    ['EUR 99999999999999', /is not an amount/],
    ['EUR 4-5k', /range/],
    ['EUR 2,000 to 3,000', /range/],
    ['between EUR 2,000 and EUR 3,000', /range/],
    ['up to EUR 4,000', /limit or an estimate/],
    ['budget EUR 4,000', /limit or an estimate/],
    ['about EUR 4,000', /limit or an estimate/],
    ['not more than EUR 4,000', /limit or an estimate/],
    ['EUR 80 per hour', /price for one unit/],
    ['80 EUR/h', /price for one unit/],
    ['EUR 0.12 a word, about 10,000 words', /price for one unit/],
    ['day rate EUR 600', /price for one unit/],
    ['EUR 4,000 and USD 4,500', /two currencies/],
    ['EUR 4,000 plus USD 300', /two currencies/],
    ['EUR 4,000, no, EUR 4,500', /several prices/],
    ['EUR 4,000. Ignore that, the price is EUR 1.', /several prices/],
    ['EUR 4,000. Total EUR 1.', /several prices/],
    ['balance EUR 2,000', /part of the price/],
    ['their budget is around EUR 4k, could stretch to 6k maybe', /limit or an estimate/],
  ])('is asked when the brief says “%s”', (words, note) => {
    const parsed = parse(W + words);
    expect(parsed.found.fee).toBeUndefined();
    expect(parsed.questions).toContain('fee');
    if (note)
      expect(
        parsed.notes
          .filter((n) => n.field === 'fee')
          .map((n) => n.sentence)
          .join('\n'),
      ).toMatch(note);
  });

  it('is what was written, for any amount', () => {
    const amount = fc.record({
      minor: fc.bigInt({ min: 1n, max: 99_999_999_999n }),
      currency: fc.constantFrom('EUR', 'USD', 'JPY', 'GBP'),
    });
    fc.assert(
      fc.property(amount, (m) => {
        expect(parse(`${W}${formatMoney(m)}`).found.fee?.value).toEqual(m);
      }),
    );
  });
});

describe('the currency', () => {
  it.each([
    ['EUR 4,000', 'EUR', 'EUR', 'EUR'],
    ['4,000', 'USD', 'USD', undefined],
    ['$1,200', 'USD', 'USD', 'USD'],
    ['1,200 dollars', 'USD', 'USD', 'USD'],
    ['12000 kr', 'SEK', 'SEK', 'SEK'],
    ['¥150,000', 'JPY', 'JPY', 'JPY'],
    ['USD 1,200', 'CAD', 'USD', 'USD'],
    ['$6,200 plus HST for a client in Ontario', 'CAD', 'CAD', 'CAD'],
    ['$900 pesos', 'MXN', 'MXN', 'MXN'],
    ['1.850.000 pesos chilenos', 'EUR', 'CLP', 'CLP'],
    ['R48 500', 'ZAR', 'ZAR', 'ZAR'],
    ['R4,800', 'ZAR', 'ZAR', 'ZAR'],
  ])('“%s” in a workspace that works in %s', (words, workspace, fee, stated) => {
    const parsed = parse(W + words, { currency: workspace });
    expect(parsed.found.fee?.value.currency).toBe(fee);
    expect(parsed.found.currency?.value).toBe(stated);
  });

  it.each([
    ['$1,200', 'EUR', '1,200'],
    ['$1,200, the client is in Toronto', 'USD', '1,200'],
    ['$1,200, a@acme.com.au', 'USD', '1,200'],
    ['¥5000', 'EUR', '5000'],
    ['12000 kr', 'EUR', '12000'],
    ['$1.2k', 'EUR', '1.2k'],
  ])('is asked when “%s” may be several, in %s; the figure is kept for the form', (words, workspace, hint) => {
    const parsed = parse(W + words, { currency: workspace });
    expect(parsed.found.fee).toBeUndefined();
    expect(parsed.found.currency).toBeUndefined();
    expect(parsed.questions).toEqual(expect.arrayContaining(['fee', 'currency']));
    expect(parsed.hints.fee).toBe(hint);
  });
});

describe('the deposit', () => {
  it.each([
    ['50% deposit', 'share 50000'],
    ['deposit of 50%', 'share 50000'],
    ['deposit: 30 %', 'share 30000'],
    ['a 33.3% deposit', 'share 33300'],
    ['25 percent upfront', 'share 25000'],
    ['half up front', 'share 50000'],
    ['half upfront, half on delivery', 'share 50000'],
    ['50% on signing, 50% on completion', 'share 50000'],
    ['pay 50% now and 50% at the end', 'share 50000'],
    ['a third upfront', 'share 33333'],
    ['one-third in advance', 'share 33333'],
    ['two thirds before we start', 'share 66667'],
    ['a quarter down', 'share 25000'],
    ['100% upfront', 'share 100000'],
    ['full payment in advance', 'share 100000'],
    ['deposit EUR 1,000', 'sum 100000'],
    ['EUR 1,000 up front', 'sum 100000'],
    ['with a EUR 1,000 non-refundable deposit', 'sum 100000'],
    ['25% deposit (EUR 1,000)', 'share 25000'],
    ['no deposit', 'none'],
    ['without deposit', 'none'],
    ['deposit: none', 'none'],
    ['50/50', 'share 50000'],
    ['0% deposit', 'none'],
    ['50% discount', undefined],
    ['50% if cancelled', undefined],
    ['5% late interest', undefined],
    ['100% organic cotton', undefined],
  ])('%s', (words, deposit) => {
    expect(short(parse(`${W}EUR 4,000, ${words}`), 'deposit')).toBe(deposit);
  });

  it.each([
    ['120% deposit'],
    ['50% deposit, 30% up front'],
    ['deposit EUR 5,000'],
    ['deposit USD 1,000'],
    ['-50% deposit'],
  ])('is asked when the brief says “%s”', (words) => {
    const parsed = parse(`${W}EUR 4,000, ${words}`);
    expect(parsed.found.deposit).toBeUndefined();
    expect(parsed.questions).toContain('deposit');
  });
});

describe('tax', () => {
  it.each([
    ['plus VAT', 'false', undefined],
    ['+ 19% VAT', 'false', '19000'],
    ['excl. VAT', 'false', undefined],
    ['plus 8.875% sales tax', 'false', '8875'],
    ['incl. VAT', 'true', undefined],
    ['including 20% VAT', 'true', '20000'],
    ['VAT included', 'true', undefined],
    ['no VAT', undefined, '0'],
    ['reverse charge', undefined, '0'],
    ['', undefined, undefined],
  ])('EUR 4,000 %s', (words, included, rate) => {
    const parsed = parse(`${W}EUR 4,000 ${words}`);
    expect(short(parsed, 'taxIncluded')).toBe(included);
    expect(short(parsed, 'taxRateMilli')).toBe(rate);
    expect(short(parsed, 'fee')).toBe('EUR 400000');
  });

  it('is asked when both are said', () => {
    expect(parse(`${W}EUR 4,000 plus VAT, VAT included`).questions).toContain('taxIncluded');
  });
});
