import { describe, expect, test } from 'vitest';
import { templateOf } from '../../src/clauses/read.ts';
import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { CUSTOM_RULES } from '../../src/lint/custom-rules.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { BOISE, BROOKLYN, type Setting, settingScene } from './cases.ts';
import { HARMFUL, HARMLESS } from './own-sentences.ts';

/** The rule that holds a sentence against a term. */
const RULE: Record<string, string> = {
  ...{
    fee: 'sum',
    deposit: 'share',
    endOn: 'day',
    startOn: 'day',
    booking: 'day',
    netDays: 'days',
    revisions: 'rounds',
  },
  ...{
    clientName: 'party',
    clientEmail: 'address',
    payment: 'address',
    cancellation: 'cancelling',
    governingLaw: 'law',
  },
};
const ruleOf = (name: string) => `custom.other-${RULE[name] ?? name}`;

const found = (setting: Setting, terms?: Terms) => {
  const scene = settingScene(setting, terms);
  return CUSTOM_RULES.flatMap((rule) => {
    const one = rule.check(scene);
    return one && rule.id.startsWith('custom.other') ? [{ ...one, rule: rule.id, grade: one.grade ?? rule.grade }] : [];
  });
};
const saying = (field: 'specialTerms' | 'scopeNotes' | 'acceptanceNotes', words: string): Setting => ({
  terms: { [field]: term(words, 'form') },
});
const blocking = (setting: Setting): Pick<Finding, 'rule' | 'sentence' | 'quote' | 'fix' | 'also'>[] =>
  found(setting).filter(({ grade }) => grade === 'blocks');

describe('what one’s own words say of a term that the terms do not', () => {
  test('is told in four languages, of every term', () => {
    expect(HARMFUL.length).toBeGreaterThanOrEqual(120);
    expect(HARMLESS.length).toBeGreaterThanOrEqual(60);
  });

  test.each(HARMFUL)('%s: “%s” blocks, and the sentence is named', (name, sentence) => {
    const blocks = blocking(saying('specialTerms', sentence));
    expect(blocks.map(({ rule }) => rule)).toContain(
      sentence === 'The price is $4,000.' ? 'custom.other-currency' : ruleOf(name),
    );
    for (const { quote, fix } of blocks) {
      expect(sentence).toContain(quote?.sentence);
      expect(fix?.label).toBe('Take the sentence out');
    }
  });

  test.each(HARMLESS)('“%s” does not block, nor is it doubted', (sentence) => {
    expect(found(saying('specialTerms', sentence)).map(({ rule }) => rule)).toEqual([]);
    expect(
      found({ terms: { deliverables: term(deliverablesFrom([sentence, 'Logo']), 'form') } }).map(({ rule }) => rule),
    ).toEqual([]);
  });

  test.each(['scopeNotes', 'acceptanceNotes'] as const)('is told wherever it stands: %s', (field) => {
    for (const words of ['The total price is EUR 9,999.', 'Everything is delivered by 1 December 2029.'])
      expect(blocking(saying(field, `Three layouts. ${words}`)).map(({ quote }) => quote?.sentence)).toEqual([words]);
  });

  test('is told in what is delivered, which one press takes off the list', () => {
    const lines = ['Logo for a total price of EUR 9,999', 'Style guide'];
    const [one, ...more] = blocking({ terms: { deliverables: term(deliverablesFrom(lines), 'form') } });
    expect(more).toEqual([]);
    expect(one).toMatchObject({ rule: 'custom.other-sum', quote: { sentence: lines[0] } });
    expect(one?.fix).toMatchObject({
      label: 'Take the line out',
      terms: { deliverables: { value: [{ text: 'Style guide' }] } },
    });
    expect(one?.also?.[0]?.terms.fee?.value.minor).toBe(999_900n);
  });

  test('is told in the title, where the price can be made what it says', () => {
    const [one] = blocking({ terms: { title: term('Logo for EUR 9,999', 'form') } });
    expect(one).toMatchObject({ rule: 'custom.other-sum', fix: { label: 'Make the price EUR 9,999.00' } });
  });

  test('is told in the name of a part and in a place', () => {
    const milestones = term(
      [
        { label: 'Draft, for EUR 9,999', percentMilli: 50_000 },
        { label: 'Rest', percentMilli: 50_000 },
      ],
      'form',
    );
    const parts = blocking({ terms: { milestones, deposit: term({ kind: 'none' }, 'form') } });
    expect(parts.map(({ rule }) => rule)).toContain('custom.other-sum');
    const booking = {
      on: '2027-06-12',
      time: '15:00',
      minutes: 360,
      zone: 'Europe/Berlin',
      place: 'Park, pay bob@evil.test',
    };
    const places = blocking({ template: 'photography', terms: { booking: term(booking, 'form') } });
    expect(places.map(({ rule }) => rule)).toContain('custom.other-address');
  });

  test('is told in a clause of a workspace’s own, as it was filled', () => {
    const scene = settingScene({});
    const own = { id: 'own-clause', title: 'Ours', number: 99, custom: true };
    const check = (markdown: string) => {
      const clauses = [...scene.clauses, { ...own, markdown, source: markdown }];
      return CUSTOM_RULES.flatMap((rule) => rule.check({ ...scene, clauses }) ?? []);
    };
    expect(check('The total price is EUR 4,000.00 and we deliver by 26 March 2027.')).toEqual([]);
    const words = 'The total price is EUR 9,999.00 and we deliver by 1 December 2031.';
    const told = check(`All prints stay with us. ${words}`);
    expect(told.map(({ quote }) => quote)).toEqual([
      { clause: '99. Ours', sentence: words },
      { clause: '99. Ours', sentence: words },
    ]);
    expect(told[0]?.fix?.label).toBe('Make the price EUR 9,999.00');
    expect(told[1]?.fix?.label).toBe('Make the end Mon 1 December 2031');
  });

  test('is told where the words run over a line', () => {
    const [one] = blocking(saying('specialTerms', 'The total price\nis EUR 9,999.'));
    expect(one?.rule).toBe('custom.other-sum');
  });
});

describe('either press settles it', () => {
  test.each(HARMFUL)('%s: “%s”', (name, sentence) => {
    const setting = saying('specialTerms', sentence);
    for (const { rule, fix, also } of blocking(setting))
      for (const press of [fix, ...(also ?? [])]) {
        if (!press) continue;
        expect(found(setting, press.terms).map((each) => each.rule)).not.toContain(rule);
      }
    expect(name).toBeTruthy();
  });

  test.each([
    ['fee', 'The total price is nine thousand euros.', { fee: { minor: 900_000n, currency: 'EUR' } }],
    ['endOn', 'Abgabetermin ist der 30. Juni 2027.', { endOn: '2027-06-30' }],
    ['startOn', 'We begin on 1 March 2027.', { startOn: '2027-03-01' }],
    ['deposit', 'L’acompte est de 80 %.', { deposit: { kind: 'share', percentMilli: 80_000 } }],
    ['netDays', 'Payment terms are net 60.', { netDays: 60 }],
    ['revisions', 'You have 5 revisions.', { revisions: 5 }],
    ['governingLaw', 'Es gilt das Recht von Panama.', { governingLaw: 'Panama' }],
    ['cancellation', 'Die Kündigungsfrist beträgt 60 Tage.', { cancellation: { kind: 'notice', days: 60 } }],
  ] as const)('the %s can be made what “%s” says', (name, sentence, values) => {
    const one = blocking(saying('specialTerms', sentence)).find(({ rule }) => rule === ruleOf(name));
    const made = one?.also?.[0]?.terms as Record<string, { value: unknown }> | undefined;
    for (const [term, value] of Object.entries(values)) expect(made?.[term]?.value).toEqual(value);
  });
});

test('a contract billed by the hour, with a scale and a booking, is held against its own terms', () => {
  const rate = { unit: 'hour', minor: 9_000n, currency: 'EUR', quantityMilli: null, capMinor: null } as const;
  const worked: Setting = {
    template: 'consulting',
    terms: { fee: undefined, rate: term(rate, 'form'), deposit: term({ kind: 'none' }, 'form') },
  };
  const words = (setting: Setting, sentence: string) =>
    found({ ...setting, terms: { ...setting.terms, specialTerms: term(sentence, 'form') } }).map(({ rule }) => rule);
  expect(templateOf('consulting')).toBeDefined();
  expect(words(worked, 'The hourly rate is EUR 90.')).toEqual([]);
  expect(words(worked, 'The hourly rate is EUR 250.')).toEqual(['custom.other-rate']);
  const tiers = [{ within: 14, unit: 'days' as const, percentMilli: 50_000 }];
  const booked: Setting = { template: 'photography', terms: { cancellation: term({ kind: 'tiers', tiers }, 'form') } };
  expect(words(booked, 'If you cancel within 14 days, you owe 50% of the price.')).toEqual([]);
  expect(words(booked, 'If you cancel within 14 days, you owe 90% of the price.')).toEqual(['custom.other-cancelling']);
  expect(words(booked, 'The wedding is on 12 June 2027.')).toEqual([]);
  expect(words(booked, 'The wedding is on 19 June 2027.')).toEqual(['custom.other-day']);
});

test('a law agreed as that of the business’s own state is told by its address', () => {
  const words = (from: NonNullable<Setting['from']>, sentence: string) =>
    found({ from, to: BOISE, terms: { specialTerms: term(sentence, 'form') } }).map(({ rule }) => rule);
  expect(words(BROOKLYN, 'The law of New York applies.')).toEqual([]);
  expect(words(BROOKLYN, 'The law of Delaware applies.')).toEqual(['custom.other-law']);
  expect(words({ country: 'US', address: null }, 'The law of Delaware applies.')).toEqual([]);
});
