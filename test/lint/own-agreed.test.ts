import { describe, expect, test } from 'vitest';
import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { CUSTOM_RULES } from '../../src/lint/custom-rules.ts';
import { type Setting, settingScene } from './cases.ts';
import { CASES, saying } from './own-agreed-cases.ts';
import { INNOCENT } from './own-agreed-innocent.ts';
import { CONTRADICTING } from './own-agreed-sentences.ts';

const found = (setting: Setting, terms?: Terms) => {
  const scene = settingScene(setting, terms);
  return CUSTOM_RULES.flatMap((rule) => {
    const one = rule.check(scene);
    return one ? [{ ...one, rule: rule.id, grade: one.grade ?? rule.grade }] : [];
  });
};
const blocking = (setting: Setting, terms?: Terms) => found(setting, terms).filter(({ grade }) => grade === 'blocks');

const contradicting = CONTRADICTING.flatMap(([rule, of, ...sentences]) =>
  sentences.map((sentence) => [`custom.other-${rule}`, of, sentence] as const),
);
const innocent = INNOCENT.flatMap(([of, ...sentences]) => sentences.map((sentence) => [of, sentence] as const));

describe('what one’s own words say against what else is agreed', () => {
  test('is told of every such term, in four languages', () => {
    expect(contradicting.length).toBeGreaterThanOrEqual(270);
    expect(innocent.length).toBeGreaterThanOrEqual(190);
    expect(new Set(contradicting.map(([rule]) => rule)).size).toBeGreaterThanOrEqual(17);
  });

  test.each(contradicting)('%s (%s): “%s” blocks, once, and the sentence is named', (rule, of, sentence) => {
    const [one, ...more] = blocking(saying(of, `The files are yours to keep.\n${sentence}`));
    expect(more).toEqual([]);
    expect(one?.rule).toBe(rule);
    expect(sentence).toContain(one?.quote?.sentence);
    expect(one?.sentence).toMatch(/^Your own wording .+\.$/);
    expect(one?.sentence).not.toMatch(/undefined|NaN/);
    expect(one?.fix?.label).toBe('Take the sentence out');
  });

  test.each(contradicting)('%s (%s): “%s” is settled by either press', (rule, of, sentence) => {
    const setting = saying(of, sentence);
    for (const { fix, also = [] } of blocking(setting))
      for (const press of [...(fix ? [fix] : []), ...also])
        expect(found(setting, press.terms).map((each) => each.rule)).not.toContain(rule);
  });

  test.each(innocent)('(%s) “%s” does not block, as a term or as a thing to deliver', (of, sentence) => {
    expect(blocking(saying(of, sentence)).map(({ rule }) => rule)).toEqual([]);
    const deliverables = term(deliverablesFrom([sentence, 'Logo']), 'form');
    const { terms, ...setting } = CASES[of];
    expect(blocking({ ...setting, terms: { ...terms, deliverables } }).map(({ rule }) => rule)).toEqual([]);
  });
});

test('a sentence is known as being about somebody else only as far as it is', () => {
  expect(blocking(saying('work', 'The venue charges 7% VAT, and you have 60 days to check the work.'))).toMatchObject([
    { rule: 'custom.other-acceptance' },
  ]);
});

test('a client that is a hotel or a printer is no bystander', () => {
  const client: Partial<Terms> = { clientCompany: term('Hotel Adler GmbH', 'form') };
  const words = 'The hotel has 60 days to check and accept the work.';
  expect(blocking(saying('work', words)).map(({ rule }) => rule)).toEqual([]);
  expect(blocking(saying('work', 'Your hotel has 60 days in which you check the work.', client))).toMatchObject([
    { rule: 'custom.other-acceptance' },
  ]);
});

test('a sentence that is cut behind a short form is still one', () => {
  for (const words of ['Der Preis beträgt ca. 9.000 €.', 'Der Preis ist inkl. MwSt. 9.000 €.'])
    expect(blocking(saying('sold', words)).map(({ rule }) => rule)).toContain('custom.other-sum');
});

test('a price is named with its tax as well as without', () => {
  for (const words of ['The price including VAT is EUR 4,760.', 'Der Preis beträgt 4.000 € zzgl. 19 % MwSt.'])
    expect(found(saying('work', words)).map(({ rule }) => rule)).toEqual([]);
  const [one] = blocking(saying('work', 'The price including VAT is EUR 4,000.'));
  expect(one?.rule).toBe('custom.other-tax');
});

test('another reason for no tax than the contract’s blocks; the same, or one where it names none, does not', () => {
  const small: Partial<Terms> = { taxRateMilli: term(0, 'form'), taxReason: term('small-business', 'form') };
  const words = 'No VAT is added: reverse charge.';
  const [one] = blocking(saying('sold', words, small));
  expect(one).toMatchObject({
    rule: 'custom.other-tax',
    also: [{ label: 'Add no tax to this contract (reverse charge)' }],
  });
  expect(one?.also?.[0]?.terms.taxReason?.value).toBe('reverse-charge');
  expect(found(saying('sold', 'Keine Umsatzsteuer nach § 19 UStG.', small))).toEqual([]);
  expect(found(saying('sold', words))).toEqual([]);
});
