import { describe, expect, test } from 'vitest';
import { templateOf } from '../../src/clauses/read.ts';
import { checkParent } from '../../src/contracts/change-order.ts';
import { readChange } from '../../src/contracts/change-words.ts';
import type { Version } from '../../src/contracts/contract.ts';
import { answerOf } from '../../src/contracts/explain-answer.ts';
import { plainLines } from '../../src/contracts/explain-summary.ts';
import { type FormValues, shownTerms, termsFrom } from '../../src/contracts/form-terms.ts';
import { previewOf } from '../../src/contracts/preview.ts';
import { scheduleOf } from '../../src/contracts/schedule.ts';
import { depositOf, type Terms, term, totals } from '../../src/contracts/terms.ts';
import { checkTerms } from '../../src/contracts/terms-check.ts';
import { summaryLines } from '../../src/contracts/terms-summary.ts';
import { packsFor } from '../../src/lint/law.ts';
import { lint } from '../../src/lint/lint.ts';
import { FormRefusal } from '../../src/shared/refusal.ts';
import { BRIGHTON, BROOKLYN, PARIS, settingScene } from '../lint/cases.ts';
import { versionOf } from './explain-stage.ts';
import { dealTerms } from './scene.ts';

const TODAY = '2027-01-11';
const WORKSPACE = {
  ...{ currency: 'EUR', zone: 'Europe/Berlin', country: 'DE', depositPercentMilli: 50_000, netDays: 14 },
  taxRateMilli: 19_000,
};
const nda = versionOf('nda');
const read = (typed: Partial<FormValues>, shown: Terms = nda.terms, id = 'nda') =>
  termsFrom({ ...(shownTerms(shown, 'Europe/Berlin') as FormValues), template: id, ...typed }, shown, {
    ...{ defaults: WORKSPACE, today: TODAY },
    template: templateOf(id),
  });

describe('a contract without a price', () => {
  test('comes to nothing: no sum, no deposit, no invoice, and every summary says so by leaving them out', () => {
    expect(totals(nda.terms).total).toEqual({ minor: 0n, currency: 'EUR' });
    expect(depositOf(nda.terms).minor).toBe(0n);
    expect(scheduleOf(nda.terms, TODAY)).toEqual([]);
    const labels = summaryLines(nda.terms).map(({ label }) => label);
    expect(labels).toEqual(['Client', 'Start', 'About', 'Kept confidential', 'Law']);
    expect(checkTerms(nda.terms, TODAY, templateOf('nda')?.requires)).toEqual([]);
  });

  test('its preview names mails and reminders, and no invoice', () => {
    const facts = {
      to: { name: 'Dana', email: 'dana@acme.test' },
      zone: 'Europe/Berlin',
      businessZone: 'Europe/Berlin',
    };
    const parts = previewOf({
      ...facts,
      terms: nda.terms,
      netDays: 14,
      now: new Date('2027-01-11T09:00Z'),
      again: false,
    });
    const words = parts.flatMap(({ lines }) => lines.map(({ what }) => what));
    expect(words.filter((what) => what.startsWith('A reminder'))).not.toEqual([]);
    expect(words.at(-1)).toContain('there is nothing to pay');
    expect(words.join(' ')).not.toMatch(/EUR|goes out/);
  });

  test('a price in it is refused, however it came there, and a start in the past is not', () => {
    const fee = term({ minor: 100n, currency: 'EUR' }, 'form' as const);
    expect(checkTerms({ ...nda.terms, fee }, TODAY).map(({ code }) => code)).toContain('terms.unpriced');
    expect(checkTerms({ ...nda.terms, startOn: term('2026-12-01', 'form') }, TODAY)).toEqual([]);
  });

  test('it is no contract that work could be added to', () => {
    const parent = { terms: nda.terms, state: 'sealed', textSha256: new Uint8Array(32) } as unknown as Version;
    expect(() => checkParent(parent, { state: 'active' })).toThrow(/no work and no price in it to add to/);
  });
});

describe('its form', () => {
  test.each([
    ['3 years', 36],
    ['18 months', 18],
    ['two years', 24],
    ['a year', 12],
    ['5 Jahre', 60],
    ['2 ans', 24],
    ['6 meses', 6],
  ])('%s is read', (secretFor, months) => {
    expect(read({ secretFor }).secretMonths?.value).toBe(months);
  });

  test.each(['3', 'for ever', '21 years', '0 months', '2 weeks'])('“%s” is asked again', (secretFor) => {
    expect(() => read({ secretFor })).toThrow(FormRefusal);
  });

  test('a contract with a price becomes one without, named by its kind and its client, and back', () => {
    const work = dealTerms({ killFee: term({ percentMilli: 25_000 }, 'brief') });
    const secret = read({ purpose: 'the new shop', secretFor: '3 years' }, work);
    expect(secret.title).toEqual({ value: 'Mutual NDA with Acme GmbH', origin: 'template' });
    for (const gone of ['fee', 'deposit', 'killFee', 'revisions', 'deliverables', 'netDays', 'cancellation'] as const)
      expect(secret[gone], gone).toBeUndefined();
    const filled = { title: 'Logo', fee: '900', currency: 'EUR', deposit: 'none', endOn: '2027-09-01' };
    const back = read(filled, secret, 'design');
    expect([back.unpriced, back.purpose, back.secretMonths]).toEqual([undefined, undefined, undefined]);
    expect(back.fee?.value.minor).toBe(90_000n);
  });

  test('without what such a form needs it is refused beside the field', () => {
    const refused = (typed: Partial<FormValues>, id: string) => {
      try {
        read(typed, nda.terms, id);
      } catch (error) {
        return error instanceof FormRefusal ? Object.keys(error.errors) : [];
      }
      return [];
    };
    expect(refused({ purpose: undefined }, 'nda')).toEqual(['purpose']);
    expect(refused({}, 'design')).toEqual(expect.arrayContaining(['fee', 'deposit']));
  });
});

test('the laws on payment have nothing to say to it, wherever the parties are', () => {
  for (const place of [{ to: PARIS }, { from: BROOKLYN, to: BROOKLYN }, { kind: 'private' as const, to: BRIGHTON }]) {
    const scene = settingScene({ template: 'nda', ...place });
    expect(packsFor(scene).length).toBeGreaterThan(0);
    expect(lint(scene).filter(({ sources }) => sources.length > 0)).toEqual([]);
  }
});

test('own words that ask for money against it block', () => {
  const special = (text: string) =>
    lint(settingScene({ template: 'nda', terms: { specialTerms: term(text, 'form') } })).map(({ rule }) => rule);
  expect(special('The price is EUR 500.')).toContain('custom.other-sum');
  expect(special('Each of us names one person.')).not.toContain('custom.other-sum');
});

describe('asked in plain words', () => {
  test.each([
    ['How long?', 'How long'],
    ['wie lange gilt das?', 'How long'],
    ['Can I tell my accountant?', 'Who may know'],
    ['What happens if I break it?', 'If it is broken'],
    ['How much does it cost?', 'Nothing else is promised'],
    ['Do I get a licence?', 'Nothing else is promised'],
    ['Which law applies?', 'Law and disputes'],
  ])('%s is answered from “%s”', (question, title) => {
    expect(answerOf(nda as unknown as Version, question).passages[0]?.title).toBe(title);
  });

  test('its plain lines say what it is about and for how long', () => {
    const words = plainLines(nda as unknown as Version).map((line) => line.words);
    expect(words).toContain('The talks are about: the new shop');
    expect(words).toContain('What is shared stays confidential for 3 years');
  });
});

describe('a change asked for', () => {
  const change = (words: string) =>
    readChange({ words, terms: nda.terms, context: { today: TODAY, zone: 'Europe/Berlin' }, origin: 'client' });

  test.each([
    ['make it 5 years', 'secretMonths', 60],
    ['Laufzeit 5 Jahre', 'secretMonths', 60],
    ['Geheimhaltung fünf Jahre', 'secretMonths', 60],
    ['Laufzeit: 18 Monate', 'secretMonths', 18],
    ['durée de 5 ans', 'secretMonths', 60],
    ['plazo de 2 años', 'secretMonths', 24],
    ['special term: each of us names 3 people', 'specialTerms', 'Each of us names 3 people.'],
    ['change the duration to 18 months', 'secretMonths', 18],
    ['governed by Irish law', 'governingLaw', 'Ireland'],
    ['the talks are about the new app', 'purpose', 'the new app'],
    ['start on 1 March 2027', 'startOn', '2027-03-01'],
  ])('%s', (words, name, value) => {
    const { terms, changed, open } = change(words);
    expect([changed, open]).toEqual([[name], []]);
    expect(terms[name as keyof Terms]).toMatchObject({ value, origin: 'client' });
  });

  test.each([
    ...['price 4,000', '50% deposit please', 'add a penalty of EUR 10,000 per breach', 'net 30'],
    ...['add a special term: you pay us EUR 500', 'special terms: the studio receives a fee of 500 euros'],
    ...['besondere Vereinbarung: Sie zahlen uns 500 €', 'for 5 years, at 4,000 in all'],
  ])('%s is refused in plain words', (words) => {
    const { changed, open } = change(words);
    expect(changed).toEqual([]);
    expect(open[0]?.sentence).toContain('Nothing is paid under this contract');
    expect(open[0]?.choices).toEqual([]);
  });

  test('nor is a price called what the talks are about', () => {
    const { changed, open } = change('The talks are about a fee of EUR 500 that you pay us');
    expect([changed, open[0]?.sentence]).toEqual([[], expect.stringContaining('Nothing is paid')]);
    expect(change('The talks are about the new shop 2.0').terms.purpose?.value).toBe('the new shop 2.0');
  });

  test('a model that puts the purpose into words of its own is not heard', () => {
    const words = 'Wir hätten es gern etwas weiter gefasst, auch für den neuen Laden';
    const pointed = (purpose: string) =>
      readChange({
        ...{ words, terms: nda.terms, context: { today: TODAY, zone: 'Europe/Berlin' } },
        origin: 'client',
        said: { restated: [{ quote: words, words: `the talks are about ${purpose}` }], wordings: [], why: null },
      }).open.flatMap((open) => open.pointed.map(({ label }) => label));
    expect(pointed('anything the client likes')).toEqual([]);
    expect(pointed('den neuen Laden')).toEqual(['About: the new shop → den neuen Laden']);
  });

  test('work, and a duty without an end, are not taken either', () => {
    expect(change('add two rounds of revisions').open[0]?.sentence).toContain('holds no work');
    expect(change('make it confidential indefinitely').open[0]?.sentence).toContain('It needs an end');
  });
});
