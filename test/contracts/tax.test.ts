import { describe, expect, it } from 'vitest';
import { templateOf } from '../../src/clauses/read.ts';
import { changeTerms } from '../../src/contracts/change-order.ts';
import type { Version } from '../../src/contracts/contract.ts';
import { type FormValues, shownTerms, termsFrom } from '../../src/contracts/form-terms.ts';
import { originLines } from '../../src/contracts/origins.ts';
import { depositOf, milestoneSums, Terms, term, termsToJson, totals } from '../../src/contracts/terms.ts';
import { checkTerms } from '../../src/contracts/terms-check.ts';
import { fillTerms } from '../../src/contracts/terms-defaults.ts';
import { summaryLines } from '../../src/contracts/terms-summary.ts';
import { wordContract } from '../../src/contracts/wording.ts';
import { formatMoney } from '../../src/shared/money.ts';
import { FormRefusal } from '../../src/shared/refusal.ts';
import { TAX_REASONS, type TaxReason } from '../../src/shared/tax.ts';
import type { Business } from '../../src/workspaces/workspace.ts';

const WORKSPACE = {
  ...{ currency: 'EUR', zone: 'Europe/Berlin', country: 'DE', depositPercentMilli: 50_000, netDays: 14 },
  taxRateMilli: 19_000,
};
const BUSINESS = {
  ...{ workspaceId: 'wsp_1', id: 'biz_1', name: 'Studio North', address: ['12 Harbour Road', '10115 Berlin'] },
  ...{ email: 'studio@north.test', country: 'DE', timeZone: 'Europe/Berlin', currency: 'EUR', taxId: 'DE123456789' },
  ...{ taxRateMilli: 19_000, depositMilli: 50_000, netDays: 14, testMode: false, hasBankDetails: true },
} as unknown as Business;
const general = templateOf('general')!;
const TODAY = '2027-01-15';

const base: Terms = {
  title: term('Brand identity', 'form'),
  clientName: term('Dana Reyes', 'form'),
  clientEmail: term('dana@acme.test', 'form'),
  fee: term({ minor: 400_000n, currency: 'EUR' }, 'form'),
  endOn: term('2027-07-10', 'form'),
};
const because = (reason: TaxReason): Terms => ({
  taxRateMilli: term(0, 'brief', 'no VAT'),
  taxReason: term(reason, 'brief', 'no VAT'),
});
const filled = (more: Terms = {}) => fillTerms({ ...base, ...more }, general, WORKSPACE);
const textOf = (terms: Terms) => wordContract(terms, BUSINESS, TODAY, templateOf(terms.template?.value ?? '')).text;

describe('a reason for no tax in the terms', () => {
  it('leaves the price what it is: deposit, parts and rest add up without a cent of tax', () => {
    const parts = [
      { label: 'Concept', percentMilli: 33_333 },
      { label: 'Rest', percentMilli: 66_667 },
    ];
    const terms = filled({ ...because('reverse-charge'), milestones: term(parts, 'form') });
    expect(Object.values(totals(terms)).map(formatMoney)).toEqual(['EUR 4,000.00', 'EUR 0.00', 'EUR 4,000.00']);
    expect(milestoneSums(terms).map(({ sum }) => formatMoney(sum))).toEqual(['EUR 1,333.33', 'EUR 2,666.67']);
    expect(formatMoney(depositOf(filled(because('exempt'))))).toBe('EUR 2,000.00');
    expect(formatMoney(depositOf(filled()))).toBe('EUR 2,380.00');
  });

  it('takes the place of the usual rate, and of a reason of the business', () => {
    const said = filled({ taxReason: term('reverse-charge', 'brief', 'reverse charge') });
    expect(said.taxRateMilli).toEqual({ value: 0, origin: 'brief', quote: 'reverse charge' });
    const small = { ...WORKSPACE, taxRateMilli: 0, taxReason: 'small-business' as const };
    expect(fillTerms(base, general, small)).toMatchObject({
      taxRateMilli: { value: 0, origin: 'workspace' },
      taxReason: { value: 'small-business', origin: 'workspace' },
    });
    const other = fillTerms({ ...base, ...because('reverse-charge') }, general, small);
    expect(other.taxReason).toEqual(because('reverse-charge').taxReason);
    const taxed = fillTerms({ ...base, taxRateMilli: term(7_000, 'brief', '7%') }, general, small);
    expect([taxed.taxReason, taxed.taxRateMilli?.value]).toEqual([undefined, 7_000]);
  });

  it('can’t stand beside a rate', () => {
    const terms = { ...filled(because('reverse-charge')), taxRateMilli: term(19_000, 'form' as const) };
    expect(checkTerms(terms, TODAY)).toEqual([
      {
        field: 'taxReason',
        code: 'terms.tax-reason',
        sentence: 'The contract has 19% tax and a reason for none: reverse charge. Choose one.',
      },
    ]);
    expect(checkTerms(filled(because('reverse-charge')), TODAY)).toEqual([]);
  });

  it('is not in terms stored before it came to be, which say and word what they did', () => {
    const { taxReason: _, ...stored } = termsToJson(filled({ taxRateMilli: term(0, 'form') }));
    expect(stored).not.toHaveProperty('taxReason');
    const terms = Terms.parse(stored);
    expect(textOf(terms)).toContain('The total price is EUR 4,000.00. No tax is added to it.\n');
    expect(summaryLines(terms).find(({ field }) => field === 'fee')?.value).toBe('EUR 4,000.00');
  });

  it('is kept with its words, and refused when it is none', () => {
    const terms = filled(because('small-business'));
    expect(Terms.parse(termsToJson(terms)).taxReason).toEqual(because('small-business').taxReason);
    expect(Terms.safeParse({ taxReason: term('because', 'form') }).success).toBe(false);
  });
});

const SAID: Record<TaxReason, string> = {
  'reverse-charge': 'to it (reverse charge): you account for the tax yourself where you are.',
  'small-business': 'to it: we are a small business and charge none.',
  exempt: 'to it: this work is exempt from tax.',
};

describe.each(TAX_REASONS)('%s in words', (reason) => {
  it('stands in the price, however the work is paid', () => {
    const hourly = term(
      { unit: 'hour' as const, minor: 9_000n, currency: 'EUR', quantityMilli: null, capMinor: null },
      'form' as const,
    );
    expect(textOf(filled(because(reason)))).toContain(
      `The total price is EUR 4,000.00. No tax is added ${SAID[reason]}`,
    );
    const { fee: _, ...open } = base;
    const worked = fillTerms({ ...open, rate: hourly, ...because(reason) }, general, WORKSPACE);
    expect(textOf(worked)).toContain(`at EUR 90.00 per hour; no tax is added ${SAID[reason]} Each`);
  });

  it('stands in a change order, which has the tax of its contract', () => {
    const parent = {
      id: 'ver_1',
      terms: filled(because(reason)),
      textSha256: new Uint8Array(32),
      createdAt: new Date(0),
    };
    const order = changeTerms(
      parent as unknown as Version,
      {
        title: 'One page more',
        deliverables: ['A page'],
        fee: { minor: 50_000n, currency: 'EUR' },
        endOn: '2027-08-01',
      },
      { contact: { email: 'dana@acme.test' }, zone: 'Europe/Berlin' },
    );
    expect(order.taxReason).toEqual(because(reason).taxReason);
    expect(textOf(order)).toContain(`This costs EUR 500.00. No tax is added ${SAID[reason]}`);
  });

  it('stands on the card and under Where from, with the words it was read from', () => {
    const terms = filled(because(reason));
    const words = { 'reverse-charge': 'reverse charge', 'small-business': 'small business', exempt: 'exempt' }[reason];
    expect(summaryLines(terms).find(({ field }) => field === 'fee')?.value).toBe(
      `EUR 4,000.00, no tax added (${words})`,
    );
    expect(originLines(terms, 'General services')).toContainEqual({
      ...{ label: 'No tax because', value: words, from: 'From the brief: “no VAT”' },
    });
  });
});

describe('the form', () => {
  const read = { defaults: WORKSPACE, today: TODAY, template: general };
  const sent = (shown: Terms, more: Partial<FormValues> = {}) =>
    termsFrom({ ...shownTerms(shown, 'Europe/Berlin'), ...more } as FormValues, shown, read);
  const errorsOf = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      if (error instanceof FormRefusal) return error.errors;
      throw error;
    }
    return {};
  };

  it('sent as it was shown changes neither rate nor reason, nor where they are from', () => {
    for (const terms of [filled(), ...TAX_REASONS.map((reason) => filled(because(reason)))]) {
      const again = sent(terms);
      expect(again.taxRateMilli).toEqual(terms.taxRateMilli);
      expect(again.taxReason).toEqual(terms.taxReason);
    }
  });

  it('a reason that is chosen leaves no tax, and one that is taken back leaves the rate to be typed', () => {
    const reverse = sent(filled(), { taxReason: 'reverse-charge' });
    expect([reverse.taxRateMilli, reverse.taxReason]).toEqual([term(0, 'form'), term('reverse-charge', 'form')]);
    const back = sent(reverse, { taxReason: 'none', taxRate: '7,7' });
    expect([back.taxRateMilli, back.taxReason]).toEqual([term(7_700, 'form'), undefined]);
  });

  it('an emptied rate is the usual one, also that of a business that charges none', () => {
    expect(sent(filled({ taxRateMilli: term(7_000, 'form') }), { taxRate: undefined }).taxRateMilli).toEqual(
      term(19_000, 'workspace'),
    );
    const small = { ...WORKSPACE, taxRateMilli: 0, taxReason: 'small-business' as const };
    const shown = fillTerms(base, general, small);
    const none = termsFrom({ ...shownTerms(shown, 'Europe/Berlin'), taxReason: 'none' } as FormValues, shown, {
      ...read,
      defaults: small,
    });
    expect(none.taxReason).toBeUndefined();
  });

  it('a rate typed beside a reason is refused where it is chosen, and letters where they are typed', () => {
    const terms = sent(filled(), { taxReason: 'exempt', taxRate: '7' });
    expect(errorsOf(() => wordContract(terms, BUSINESS, TODAY, general))).toHaveProperty('taxReason');
    expect(errorsOf(() => sent(filled(), { taxRate: 'usual' }))).toHaveProperty('taxRate');
  });

  it('opened before it had these fields keeps what stood', () => {
    const shown = filled(because('reverse-charge'));
    const { taxRate: _, taxReason: __, ...old } = shownTerms(shown, 'Europe/Berlin');
    const terms = termsFrom(old as FormValues, shown, { ...read, asked: ['taxRateMilli'] });
    expect([terms.taxRateMilli, terms.taxReason]).toEqual([shown.taxRateMilli, shown.taxReason]);
  });

  it('asks for what the brief left open, and takes no default for it', () => {
    const { taxReason: _, taxRateMilli: __, ...shown } = filled();
    const values = shownTerms(shown, 'Europe/Berlin', ['taxReason']) as FormValues;
    expect(values.taxReason).toBeUndefined();
    expect(errorsOf(() => termsFrom(values, shown, { ...read, asked: ['taxReason'] }))).toHaveProperty('taxReason');
    const said = termsFrom({ ...values, taxReason: 'exempt' }, shown, { ...read, asked: ['taxReason'] });
    expect([said.taxRateMilli?.value, said.taxReason?.value]).toEqual([0, 'exempt']);
  });
});
