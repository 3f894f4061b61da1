import { describe, expect, test } from 'vitest';
import { lawPacks } from '../../src/clauses/law-read.ts';
import { library } from '../../src/clauses/read.ts';
import { Terms, term } from '../../src/contracts/terms.ts';
import { TERM_RULES } from '../../src/contracts/terms-check.ts';
import type { Finding, LintScene } from '../../src/lint/finding.ts';
import { packsFor } from '../../src/lint/law.ts';
import { lint, RULES } from '../../src/lint/lint.ts';
import {
  ALBANY,
  AUSTIN,
  BERLIN,
  BOISE,
  BRIGHTON,
  BROOKLYN,
  CHICAGO,
  HAMBURG,
  LONDON,
  OAKLAND,
  PARIS,
  type Setting,
  SYDNEY,
  settingScene,
  settingTerms,
} from './cases.ts';
import { PAIRS } from './pairs.ts';

const namesOf = (finding: Finding) => [finding.rule, ...finding.sources.map(({ rule }) => rule)];
const found = (rule: string, setting: Setting, terms?: Terms) =>
  lint(settingScene(setting, terms)).find((finding) => namesOf(finding).includes(rule));

const ids = [
  ...TERM_RULES,
  ...RULES.map(({ id }) => id),
  ...lawPacks().flatMap(({ rules }) => rules.map(({ id }) => id)),
];

describe('every rule', () => {
  test('has a passing and a failing contract, and every pair a rule', () => {
    expect(ids.length).toBeGreaterThanOrEqual(80);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(PAIRS).sort()).toEqual([...ids].sort());
  });

  test.each(ids)('%s: the contract that is right passes, the one that is not is told so', (id) => {
    const { passes, fails } = PAIRS[id]!;
    expect(found(id, passes)).toBeUndefined();
    const finding = found(id, fails);
    expect(finding?.sentence).toMatch(/^\S.{15,}[.?]$/);
    expect(finding?.sentence).not.toMatch(/[{}]|undefined/);
    expect(finding?.edit).toMatch(/^[A-Z].+\.$/);
    expect(finding?.quote?.sentence).not.toBe('');
  });

  test.each(ids)('%s: its fix settles it, and brings no block', (id) => {
    const { fails } = PAIRS[id]!;
    const before = lint(settingScene(fails));
    const fix = before.find((finding) => namesOf(finding).includes(id))?.fix;
    if (!fix) return;
    expect(Terms.safeParse(fix.terms).error).toBeUndefined();
    expect(fix.label).toMatch(/^[A-Z“].{5,68}$/);
    const words = (terms?: Terms) => settingScene(fails, terms).clauses.map(({ markdown }) => markdown);
    expect(words(fix.terms)).not.toEqual(words());
    const after = lint(settingScene(fails, fix.terms));
    expect(after.flatMap(namesOf)).not.toContain(id);
    const blocks = (findings: readonly Finding[]) =>
      findings.filter(({ grade }) => grade === 'blocks').map(({ rule }) => rule);
    expect(blocks(after).filter((rule) => !blocks(before).includes(rule))).toEqual([]);
  });

  test('of which many are settled by one press', () => {
    const fixable = ids.filter((id) => found(id, PAIRS[id]!.fails)?.fix);
    expect(fixable.length).toBeGreaterThanOrEqual(40);
  });
});

describe('an untouched template', () => {
  const places = {
    Germany: [BERLIN, HAMBURG],
    'the United Kingdom': [LONDON, BRIGHTON],
    'the United States': [AUSTIN, BOISE],
  } as const;
  for (const { id } of library().templates)
    for (const [name, [from, to]] of Object.entries(places))
      test(`${id} for a business in ${name} has nothing that blocks and little else`, () => {
        const findings = lint(settingScene({ template: id, from, to }));
        expect(findings.filter(({ grade }) => grade === 'blocks')).toEqual([]);
        expect(findings.filter(({ grade }) => grade === 'warns').map(({ rule }) => rule)).toEqual([]);
        expect(findings.map(({ rule }) => rule).length).toBeLessThanOrEqual(2);
      });
});

describe('law packs', () => {
  const packs = (setting: Setting) => packsFor(settingScene(setting)).map(({ pack }) => pack.id);

  test.each<[string, Setting, string[]]>([
    ['two businesses in Germany', {}, ['eu-late-payment']],
    ['a private client in France', { kind: 'private', to: PARIS }, ['eu-fairness', 'eu-late-payment', 'eu-withdrawal']],
    [
      'a private client in London',
      { kind: 'private', from: LONDON, to: BRIGHTON },
      ['uk-fairness', 'uk-late-payment', 'uk-withdrawal'],
    ],
    ['Berlin for London', { to: LONDON }, ['eu-late-payment', 'uk-late-payment']],
    [
      'a private client in London of a studio in Berlin',
      { kind: 'private', to: LONDON },
      ['eu-late-payment', 'uk-fairness', 'uk-late-payment', 'uk-withdrawal'],
    ],
    ['Brooklyn', { from: BROOKLYN, to: BOISE }, ['new-york-city', 'new-york-state']],
    ['Albany, which is not the city', { from: ALBANY, to: BOISE }, ['new-york-state']],
    ['for Oakland', { from: AUSTIN, to: OAKLAND }, ['california']],
    ['from Oakland for elsewhere, which the Californian act does not mean', { from: OAKLAND, to: BOISE }, []],
    ['for a private person in Oakland', { kind: 'private', from: AUSTIN, to: OAKLAND }, []],
    ['for Chicago from Berlin', { to: CHICAGO }, ['eu-late-payment', 'illinois']],
    ['from Texas for Idaho', { from: AUSTIN, to: BOISE }, []],
    ['Sydney', { from: SYDNEY, to: SYDNEY }, []],
  ])('%s', (_name, setting, expected) => {
    expect(packs(setting).sort()).toEqual(expected);
  });

  test('say how sure the client’s place is: taken for the freelancer’s own until someone names another', () => {
    const guess: Setting = { terms: { clientCountry: term('DE', 'workspace') } };
    const because = (entry: Setting['entry']) =>
      packsFor(settingScene({ ...guess, entry })).map((each) => each.because);
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
      for (const { cite, link } of rules) expect(`${cite} ${link}`).toMatch(/\d.* https:\/\//);
    }
  });

  test('never advise', () => {
    const advice = /\byou (?:should|must|need to|ought)\b|\bwe (?:advise|recommend)\b/i;
    for (const id of ids) expect(found(id, PAIRS[id]!.fails)?.sentence).not.toMatch(advice);
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

test('the same contract on the same day has the same findings, and reading changes nothing', () => {
  const terms = settingTerms(PAIRS['custom.other-sum']!.fails);
  const scene = settingScene(PAIRS['custom.other-sum']!.fails, terms);
  const before = structuredClone(terms);
  expect(lint(scene)).toEqual(lint(scene));
  expect(terms).toEqual(before);
});

describe('one’s own wording', () => {
  const said = (text: string) => {
    const finding = found('custom.other-sum', { terms: { specialTerms: term(text, 'form') } });
    return finding && `${finding.grade}: ${finding.quote?.sentence}`;
  };

  test.each([
    'The total price is EUR 4,500.',
    'The fee: 4.500,00 EUR.',
    'The deposit of € 1,800 is due now.',
    'The deposit will be 1,800 euros.',
    'You pay EUR 5,000.',
    'It is EUR 4,400 all in for the whole amount.',
    'Der Preis beträgt EUR 4,500.00.',
  ])('blocks where it names another price: %s', (text) => {
    expect(said(`Files as SVG.\n${text}`)).toBe(`blocks: ${text}`);
  });

  test('warns where a sum near the price is only doubtful', () => {
    expect(said('Stock pictures are in the price to the amount of some EUR 200.')).toMatch(/^warns/);
  });

  test.each([
    'The total price is EUR 4,000.00.',
    'The deposit of EUR 2,000 holds the dates.',
    'Each further round costs EUR 300.',
    'Travel costs of EUR 120 come on top.',
    'The licence fee for a second year is EUR 500.',
    'If you cancel, the fee is EUR 900.',
    'Print run: 4,500 copies at your cost.',
    'The price holds until 31 March 2027.',
  ])('has nothing against: %s', (text) => {
    expect(said(text)).toBeUndefined();
  });
});

test('a workspace’s own template is asked for what it requires and usually agrees, not the library’s', () => {
  const scene = settingScene({ template: 'general', terms: { revisions: undefined } });
  const own = (more: object): LintScene => {
    const template = { ...scene.template!, id: 'tpl_1', own: { fromId: 'general' }, ...more };
    return { ...scene, template, terms: { ...scene.terms, template: term('tpl_1', 'form') } };
  };
  const rules = (of: LintScene) => lint(of).map(({ rule }) => rule);
  expect(rules(own({}))).toContain('work.no-revisions');
  const withoutRounds = { ...scene.template!.defaults, revisions: null };
  expect(rules(own({ defaults: withoutRounds }))).not.toContain('work.no-revisions');
  const [blocking] = lint(own({ requires: ['revisions'] }));
  expect(blocking).toMatchObject({ grade: 'blocks', field: 'revisions' });
});
