import { describe, expect, test } from 'vitest';
import { lawPacks } from '../../src/clauses/law-read.ts';
import { library } from '../../src/clauses/read.ts';
import { MOVING_FEE_RULES } from '../../src/contracts/moving-check.ts';
import { SCALE_RULES } from '../../src/contracts/scale-check.ts';
import { Terms, term } from '../../src/contracts/terms.ts';
import { TERM_RULES } from '../../src/contracts/terms-check.ts';
import type { Finding, LintScene } from '../../src/lint/finding.ts';
import { lint, RULES } from '../../src/lint/lint.ts';
import { AUSTIN, BERLIN, BOISE, BRIGHTON, HAMBURG, LONDON, type Setting, settingScene, settingTerms } from './cases.ts';
import { PAIRS } from './pairs.ts';

const namesOf = (finding: Finding) => [finding.rule, ...finding.sources.map(({ rule }) => rule)];
const found = (rule: string, setting: Setting, terms?: Terms) =>
  lint(settingScene(setting, terms)).find((finding) => namesOf(finding).includes(rule));

const ids = [
  ...TERM_RULES,
  ...SCALE_RULES,
  ...MOVING_FEE_RULES,
  ...RULES.map(({ id }) => id),
  ...lawPacks().flatMap(({ rules }) => rules.map(({ id }) => id)),
];

/** What is settled by saying what the text says already: only where it is said changes, or what stands with it. */
const SAYS_THE_SAME: readonly string[] = [
  'parties.kind-guessed',
  'time.scale-unused',
  'time.moving-unused',
  'terms.scale-kill-fee',
  'clauses.untold',
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
    if (finding?.edit) expect(finding.edit).toMatch(/^[A-Z].+\.$/);
    expect(finding?.quote?.sentence).not.toBe('');
  });

  test.each(ids)('%s: each fix of it settles it, and brings no block', (id) => {
    const { fails } = PAIRS[id]!;
    const before = lint(settingScene(fails));
    const { fix, also = [] } = before.find((finding) => namesOf(finding).includes(id))!;
    for (const press of [...(fix ? [fix] : []), ...also]) {
      expect(Terms.safeParse(press.terms).error).toBeUndefined();
      expect(press.label).toMatch(/^[A-Z“].{5,68}$/);
      // Pressed, the text is made anew, of the business as it is now.
      const { wordedFrom: _, ...now } = fails;
      const words = (terms?: Terms) => settingScene(terms ? now : fails, terms).clauses.map(({ markdown }) => markdown);
      // Terms that can't stand have no text that could be compared.
      const worded = !SAYS_THE_SAME.includes(id) && !TERM_RULES.some((rule) => rule === id);
      if (worded) expect(words(press.terms)).not.toEqual(words());
      else expect(press.terms).not.toEqual(settingTerms(fails));
      const after = lint(settingScene(now, press.terms));
      expect(after.flatMap(namesOf)).not.toContain(id);
      const blocks = (findings: readonly Finding[]) =>
        findings.filter(({ grade }) => grade === 'blocks').map(({ rule }) => rule);
      expect(blocks(after).filter((rule) => !blocks(before).includes(rule))).toEqual([]);
    }
  });

  test('of which most are settled by one press', () => {
    const fixable = ids.filter((id) => found(id, PAIRS[id]!.fails)?.fix);
    expect(fixable.length).toBeGreaterThanOrEqual(110);
  });
});

test('a deposit of a cent is not cut to nothing', () => {
  const cent: Partial<Terms> = {
    fee: term({ minor: 1n, currency: 'USD' }, 'form'),
    deposit: term({ kind: 'sum', minor: 1n }, 'form'),
  };
  const finding = found('money.deposit-private', { kind: 'private', from: AUSTIN, to: BOISE, terms: cent });
  expect(finding).toMatchObject({ grade: 'warns', fix: undefined });
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

test('the same contract on the same day has the same findings, and reading changes nothing', () => {
  const terms = settingTerms(PAIRS['custom.other-sum']!.fails);
  const scene = settingScene(PAIRS['custom.other-sum']!.fails, terms);
  const before = structuredClone(terms);
  expect(lint(scene)).toEqual(lint(scene));
  expect(terms).toEqual(before);
});

describe('one’s own wording', () => {
  const said = (text: string) => {
    const setting = { terms: { specialTerms: term(text, 'form') } };
    const finding = found('custom.other-sum', setting) ?? found('custom.other-share', setting);
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
