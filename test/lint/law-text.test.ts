import { describe, expect, test } from 'vitest';
import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/lint.ts';
import { ALBANY, AUSTIN, BOISE, CHICAGO, OAKLAND, type Setting, settingScene } from './cases.ts';

const namesOf = (finding: Finding) => [finding.rule, ...finding.sources.map(({ rule }) => rule)];
const found = (rule: string, setting: Setting, terms?: Terms) =>
  lint(settingScene(setting, terms)).find((finding) => namesOf(finding).includes(rule));
const form = <T>(value: T) => term(value, 'form');

const ny: Setting = { from: ALBANY, to: BOISE };
const ca: Setting = { from: AUSTIN, to: OAKLAND };
const il: Setting = { from: AUSTIN, to: CHICAGO };

/** What a law asks a contract to say is looked for in its text, whatever the terms know. */
describe('a list of the services with their value', () => {
  test.each([
    ['new-york-state.itemised', ny],
    ['california.itemised', ca],
    ['illinois.itemised', il],
  ])('%s: is missed where a template leaves the list out, and one press puts it in', (rule, place) => {
    const setting = { ...place, without: ['deliverables'] };
    const finding = found(rule, setting);
    expect(finding?.sentence).toContain('does not name “Logo as SVG”, which the terms have.');
    expect(finding?.fix?.terms.specialTerms?.value).toBe('You receive:\n- Logo as SVG\n- Style guide, 12 pages');
    expect(found(rule, setting, finding?.fix?.terms)).toBeUndefined();
  });

  test('is missed where no clause names the price', () => {
    const setting = { ...ny, without: ['fee', 'deposit', 'payment', 'liability'] };
    const finding = found('new-york-state.itemised', setting);
    expect(finding?.sentence).toContain('This contract does not name the price, USD 4,000.00.');
    expect(found('new-york-state.itemised', setting, finding?.fix?.terms)).toBeUndefined();
  });

  test('is missed where the rate stands nowhere', () => {
    const rate = { unit: 'hour' as const, minor: 9_000n, currency: 'USD', quantityMilli: null, capMinor: 900_000n };
    const worked: Partial<Terms> = { fee: undefined, deposit: form({ kind: 'none' }), rate: form(rate) };
    expect(found('new-york-state.itemised', { ...ny, terms: worked })).toBeUndefined();
    const setting = { ...ny, terms: worked, without: ['fee'] };
    const finding = found('new-york-state.itemised', setting);
    expect(finding?.sentence).toContain('does not name the rate, USD 90.00 per hour.');
    expect(found('new-york-state.itemised', setting, finding?.fix?.terms)).toBeUndefined();
  });

  test('is content with parts of the price that stand with their sums, and misses one that does not', () => {
    const milestones = form([
      { label: 'Concept', percentMilli: 30_000 },
      { label: 'Files', percentMilli: 70_000 },
    ]);
    const terms: Partial<Terms> = { milestones, deposit: form({ kind: 'none' }) };
    expect(found('new-york-state.itemised', { ...ny, terms })).toBeUndefined();
    const setting = { ...ny, terms, without: ['payment', 'milestones', 'parts'] };
    const finding = found('new-york-state.itemised', setting);
    expect(finding?.sentence).toContain('does not name the part “Concept”, USD 1,200.00.');
    expect(found('new-york-state.itemised', setting, finding?.fix?.terms)).toBeUndefined();
  });

  test('is content with what marks and signs are in the words', () => {
    const deliverables = form(deliverablesFrom(['Logo *final*_v2 & <icons> [draft]', '3 × A4: “menu”']));
    expect(found('new-york-state.itemised', { ...ny, terms: { deliverables } })).toBeUndefined();
  });
});

describe('the addresses of both', () => {
  test('are looked for in the text, and one press puts them in', () => {
    const told = (terms?: Terms) => {
      const scene = settingScene(ca, terms);
      const clauses = scene.clauses.filter(({ id }) => id !== 'parties');
      return lint({ ...scene, clauses }).find((finding) => namesOf(finding).includes('california.addresses'));
    };
    const finding = told();
    expect(finding?.sentence).toContain('yours and that of Acme GmbH');
    expect(finding?.fix?.terms.specialTerms?.value).toContain(OAKLAND.address);
    expect(told(finding?.fix?.terms)).toBeUndefined();
  });
});

describe('the day of payment', () => {
  const saying = (words: string): Setting => ({ ...ny, without: ['payment'], terms: { specialTerms: form(words) } });

  test.each(['The first draft is due on 3 March 2027.', 'Corrections are due within 5 days.', 'You pay what is fair.'])(
    'is none of: %s',
    (words) => {
      expect(found('new-york-state.pay-date', saying(words))).toBeDefined();
    },
  );

  test.each([
    'Each invoice is payable within 14 days.',
    'The price is due on 30 April 2027.',
    'You pay within 14 days of each invoice.',
    'The fee is paid when the work is delivered.',
  ])('is: %s', (words) => {
    expect(found('new-york-state.pay-date', saying(words))).toBeUndefined();
  });
});

describe('the day for the list of what was done', () => {
  const saying = (words: string): Setting => ({ ...ca, terms: { specialTerms: form(words) } });

  test('is none where only a list is named', () => {
    expect(found('california.list-date', saying('A list of services is attached.'))).toBeDefined();
  });

  test('is where it says by when', () => {
    expect(
      found('california.list-date', saying('You get a list of the services no later than five days after delivery.')),
    ).toBeUndefined();
  });
});

test('what was sent keeps its words, whatever the business says since', () => {
  const setting: Setting = { wordedFrom: 'Old Street 1, 10115 Berlin' };
  expect(found('parties.own-changed', setting)).toMatchObject({ grade: 'blocks', fix: { label: 'Word it anew' } });
  const sent = { ...settingScene(setting), draft: false };
  expect(lint(sent).map(({ rule }) => rule)).not.toContain('parties.own-changed');
});
