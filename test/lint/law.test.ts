import { describe, expect, test } from 'vitest';
import { lawPacks } from '../../src/clauses/law-read.ts';
import { clauseById } from '../../src/clauses/read.ts';
import type { Version } from '../../src/contracts/contract.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { packsFor } from '../../src/lint/law.ts';
import { lint } from '../../src/lint/lint.ts';
import { lintView } from '../../src/lint/view.ts';
import {
  ALBANY,
  AUSTIN,
  BERLIN,
  BOISE,
  BRIGHTON,
  BROOKLYN,
  CHICAGO,
  LONDON,
  MADRID,
  OAKLAND,
  PARIS,
  type Setting,
  SYDNEY,
  settingScene,
  VIENNA,
} from './cases.ts';
import { PAIRS } from './pairs.ts';

const namesOf = (finding: Finding) => [finding.rule, ...finding.sources.map(({ rule }) => rule)];
const found = (rule: string, setting: Setting, terms?: Terms) =>
  lint(settingScene(setting, terms)).find((finding) => namesOf(finding).includes(rule));

describe('law packs', () => {
  const packs = (setting: Setting) => packsFor(settingScene(setting)).map(({ pack }) => pack.id);

  test.each<[string, Setting, string[]]>([
    ['two businesses in Germany', {}, ['eu-vat', 'germany-late-payment']],
    ['Madrid for Paris', { from: MADRID, to: PARIS }, ['eu-vat', 'france-late-payment', 'spain-late-payment']],
    ['Vienna for Vienna', { from: VIENNA, to: VIENNA }, ['eu-late-payment', 'eu-vat']],
    [
      'for Vienna from Berlin, whose law says more exactly what the Union asks',
      { to: VIENNA },
      ['eu-vat', 'germany-late-payment'],
    ],
    [
      'a private client in France',
      { kind: 'private', to: PARIS },
      ['eu-fairness', 'eu-withdrawal', 'france-late-payment', 'germany-late-payment'],
    ],
    [
      'a private client in London',
      { kind: 'private', from: LONDON, to: BRIGHTON },
      ['uk-fairness', 'uk-late-payment', 'uk-withdrawal'],
    ],
    ['Berlin for London', { to: LONDON }, ['germany-late-payment', 'uk-late-payment']],
    [
      'a private client in London of a studio in Berlin',
      { kind: 'private', to: LONDON },
      ['germany-late-payment', 'uk-fairness', 'uk-late-payment', 'uk-withdrawal'],
    ],
    ['Brooklyn', { from: BROOKLYN, to: BOISE }, ['new-york-city', 'new-york-state']],
    ['Albany, which is not the city', { from: ALBANY, to: BOISE }, ['new-york-state']],
    ['for Oakland', { from: AUSTIN, to: OAKLAND }, ['california']],
    ['from Oakland for elsewhere, which the Californian act does not mean', { from: OAKLAND, to: BOISE }, []],
    ['for a private person in Oakland', { kind: 'private', from: AUSTIN, to: OAKLAND }, []],
    ['for Chicago from Berlin', { to: CHICAGO }, ['germany-late-payment', 'illinois']],
    ['from Texas for Idaho', { from: AUSTIN, to: BOISE }, []],
    ['Sydney', { from: SYDNEY, to: SYDNEY }, []],
  ])('%s', (_name, setting, expected) => {
    expect(packs(setting).sort()).toEqual(expected);
  });

  test('say how sure the client’s place is: taken for the freelancer’s own until someone names another', () => {
    const guess: Setting = { terms: { clientCountry: term('DE', 'workspace') } };
    const because = (entry: Setting['entry']) =>
      packsFor(settingScene({ ...guess, entry }))
        .filter(({ pack }) => pack.id !== 'eu-vat')
        .map((each) => each.because);
    expect(because(undefined)).toEqual(['The client is in Germany, as far as we can tell']);
    expect(because({ country: 'DE', address: null })).toEqual(['The client is in Germany, as far as we can tell']);
    expect(because({ country: 'GB', address: null })).toEqual([
      'You are in Germany',
      'The client is in the United Kingdom',
    ]);
  });

  test('leave contracts below their threshold alone', () => {
    const of = (minor: bigint) =>
      packs({ from: BROOKLYN, to: CHICAGO, terms: { fee: term({ minor, currency: 'USD' }, 'form') } });
    expect(of(80_000n)).toEqual(['illinois', 'new-york-city', 'new-york-state']);
    expect(of(79_999n)).toEqual(['illinois']);
    expect(of(49_999n)).toEqual([]);
  });

  test('that ask the same are one finding with a source for each, and say how sure the place is', () => {
    const findings = lint(
      settingScene({
        from: BROOKLYN,
        to: { ...OAKLAND, address: null },
        entry: { country: 'US', address: OAKLAND.address },
      }),
    );
    const [finding, ...others] = findings.filter(({ sources }) =>
      sources.some(({ rule }) => rule.endsWith('.addresses')),
    );
    expect(others).toEqual([]);
    expect(finding?.sources.map(({ rule, because }) => [rule, because])).toEqual([
      ['california.addresses', 'The client is in California, United States, by the address'],
      ['new-york-city.addresses', 'You are in New York, United States, by the address'],
      ['new-york-state.addresses', 'You are in New York, United States, by the address'],
    ]);
    expect(finding?.sentence).toBe(
      'The laws of California, New York City and New York State ask for the mailing addresses of both parties. This contract does not have that of Acme GmbH.',
    );
  });

  test('have a source that can be read, and a day on which someone did', () => {
    for (const { checkedOn, rules, title } of lawPacks()) {
      expect(title).not.toBe('');
      expect(checkedOn <= new Date().toISOString().slice(0, 10)).toBe(true);
      for (const { cite, link, wording } of rules) {
        expect(`${cite} ${link}`).toMatch(/\d.* https:\/\//);
        if (wording) expect(clauseById(wording)?.variant).toBe('freelancer');
      }
    }
  });

  test('say a thing once where a country’s own law stands in the Union’s place', () => {
    const slow = (place: Setting) => {
      const terms = {
        netDays: term(75, 'form'),
        specialTerms: term('We charge no interest for late payment.', 'form'),
      };
      return lint(settingScene({ ...place, terms })).flatMap((finding) => namesOf(finding));
    };
    for (const [country, place] of Object.entries({ germany: BERLIN, france: PARIS, spain: MADRID })) {
      const named = slow({ from: place, to: place }).filter((id) => /pay-within|interest-kept|net-long/.test(id));
      expect([...new Set(named)].sort()).toEqual([
        `${country}-late-payment.interest-kept`,
        `${country}-late-payment.pay-within`,
      ]);
    }
  });

  test('leave a private client in Germany the five points that they owe, and no more', () => {
    const claims = (text: string) =>
      found('germany-late-payment.not-private', { kind: 'private', terms: { specialTerms: term(text, 'form') } });
    expect(claims('For late payment you owe interest at 5 percentage points over the base rate.')).toBeUndefined();
    expect(claims('For late payment you owe interest at 5 points over the base rate and EUR 40.')).toBeDefined();
    expect(claims('For late payment you owe interest at 9 points over the base rate.')).toBeDefined();
  });

  test('miss the form for withdrawing alone where the notice on early work stands, and put in what is missing', () => {
    const old: Setting = { kind: 'private', without: ['private-client-rights'] };
    const saying = (words: string) => ({ ...old, terms: { specialTerms: term(words, 'form') } });
    const first = saying(
      'You may withdraw within 14 days. If you asked us to begin before that time is over, you pay for what we had done until then.',
    );
    const finding = found('eu-withdrawal.form', first);
    expect(finding?.sentence).toContain('does not have the form.');
    expect(finding?.fix?.label).toBe('Add the form');
    const words = finding?.fix?.terms.specialTerms?.value;
    expect(words).toContain('\nTo Studio North, Hauptstr. 1, 10827 Berlin, hi@studio.test\n');
    expect(words).toContain('of the following service: Brand identity\nOrdered on:');
    const neither = found('eu-withdrawal.form', saying('You may withdraw within 14 days.'));
    expect(neither?.sentence).toContain('does not have the form and that notice.');
  });

  test('have the clause worded anew where it has no form yet, or was worded for another country', () => {
    const guessed: Setting = {
      kind: 'private',
      from: AUSTIN,
      to: { country: 'US', address: null },
      terms: { clientCountry: term('US', 'workspace') },
      entry: { country: 'DE', address: null },
    };
    const finding = found('eu-withdrawal.form', guessed);
    expect(finding?.fix?.label).toBe('Add it, for a client in Germany');
    expect(finding?.fix?.terms.specialTerms).toBeUndefined();
    expect(found('eu-withdrawal.form', guessed, finding?.fix?.terms)).toBeUndefined();
  });

  test('are content with a contract that tells the right, the form and the notice in one press', () => {
    const silent: Setting = { kind: 'private', without: ['private-client-rights'] };
    const fix = found('eu-withdrawal.told', silent)?.fix;
    expect(fix).toBeDefined();
    expect(found('eu-withdrawal.form', silent)).toBeUndefined();
    for (const rule of ['told', 'form', 'not-waived'])
      expect(found(`eu-withdrawal.${rule}`, silent, fix?.terms), rule).toBeUndefined();
  });

  test('take an early start for asked for only with the word that the right ends', () => {
    const early = (words: string, more: Setting = {}) =>
      found('uk-withdrawal.start', {
        ...{ kind: 'private', from: LONDON, to: BRIGHTON },
        ...more,
        terms: { startOn: term('2027-01-18', 'form'), specialTerms: term(words, 'form') },
      });
    expect(early('If you expressly ask us, we begin at once.')?.fix?.label).toMatch(/^Start on /);
    expect(early('You expressly ask us to begin at once.')).toBeUndefined();
    const without = { without: ['private-client-rights'] };
    expect(early('You expressly ask us to begin at once.', without)?.fix?.label).toBe('Add that the right ends');
    expect(
      early('You expressly ask us to begin at once. You lose the right once the work is fully performed.', without),
    ).toBeUndefined();
  });

  test('never advise', () => {
    const advice = /\byou (?:should|must|need to|ought)\b|\bwe (?:advise|recommend)\b/i;
    for (const [id, { fails }] of Object.entries(PAIRS)) expect(found(id, fails)?.sentence).not.toMatch(advice);
  });

  test('an Illinois contract that gives 45 days is told so, and the missing address too, until it is there', () => {
    const illinois: Setting = { from: AUSTIN, to: CHICAGO, terms: { netDays: term(45, 'form') } };
    expect(found('illinois.pay-within', illinois)?.sentence).toContain('45 days');
    const none: Setting = {
      from: AUSTIN,
      to: { ...CHICAGO, address: null },
      entry: { country: 'US', address: CHICAGO.address },
    };
    const fix = found('illinois.addresses', none)?.fix;
    expect(fix?.terms.clientAddress?.value).toBe(CHICAGO.address);
    expect(found('illinois.addresses', none, fix?.terms)).toBeUndefined();
  });
});

describe('a change order for a private client', () => {
  const changeOf = term(
    { versionId: 'ver_1', title: 'Wedding album', signedOn: '2027-01-04', sha256: 'ab'.repeat(32) },
    'template',
  );
  const change = (more: Setting = {}): Setting => ({
    ...{ template: 'change-order', kind: 'private', ...more },
    terms: { changeOf, startOn: undefined, deposit: term({ kind: 'none' }, 'template'), ...more.terms },
  });
  const ids = (setting: Setting) => lint(settingScene(setting)).flatMap(namesOf);

  test('tells of the right to withdraw, in the library’s words, and has nothing that blocks', () => {
    const { clauses } = settingScene(change());
    expect(clauses.map(({ id }) => id)).toContain('private-client-rights');
    expect(lint(settingScene(change())).filter(({ grade }) => grade === 'blocks')).toEqual([]);
  });

  test('is not sent without it, and one press words it anew', () => {
    const setting = change({ without: ['private-client-rights'] });
    const finding = found('eu-withdrawal.told', setting);
    expect(finding).toMatchObject({ grade: 'blocks', fix: { label: 'Put the clause in' } });
    expect(found('eu-withdrawal.told', change(), finding?.fix?.terms)).toBeUndefined();
  });

  test('is looked at by the laws of the place, but for what the parent’s clauses say', () => {
    expect(packsFor(settingScene(change())).map(({ pack }) => pack.id)).toEqual(
      expect.arrayContaining(['eu-fairness', 'eu-withdrawal']),
    );
    const late: Setting = {
      template: 'change-order',
      kind: 'business',
      terms: { ...change().terms, netDays: term(75, 'form') },
    };
    expect(ids(late)).toContain('germany-late-payment.pay-within');
    expect(ids(late).filter((id) => /\.(?:pay-date|list-date|sum-named)$/.test(id))).toEqual([]);
  });

  test('for a business has no such clause', () => {
    const { clauses } = settingScene({ ...change(), kind: 'business' });
    expect(clauses.map(({ id }) => id)).not.toContain('private-client-rights');
  });
});

test('a rule whose own text nobody could read says so where it is shown, and the others do not', () => {
  const shown = (id: string) => {
    const scene = settingScene(PAIRS[id]!.fails);
    const view = JSON.stringify(lintView({ id: 'ver_1', number: 1, terms: scene.terms } as Version, scene));
    return view.includes('as noted') && view.includes('from what others write of it, not its own text');
  };
  expect(shown('california.itemised')).toBe(true);
  expect(shown('germany-late-payment.pay-within')).toBe(false);
  const secondary = lawPacks().flatMap(({ rules }) => rules.filter(({ readIn }) => readIn === 'secondary'));
  expect(secondary.map(({ cite }) => cite).every((cite) => /18103|1411|2011\/7|2006\/112/.test(cite))).toBe(true);
});
