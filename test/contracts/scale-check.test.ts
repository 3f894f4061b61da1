import { describe, expect, test } from 'vitest';
import { checkScale } from '../../src/contracts/scale-check.ts';
import { type Origin, type Terms, term } from '../../src/contracts/terms.ts';
import type { CancellationTier } from '../../src/contracts/tiers.ts';
import { checkFindings } from '../../src/lint/gate.ts';
import { lint } from '../../src/lint/lint.ts';
import { settingScene, settingTerms } from '../lint/cases.ts';

const days = (within: number, more: Partial<CancellationTier>): CancellationTier => ({ within, unit: 'days', ...more });
const hours = (within: number, more: Partial<CancellationTier>): CancellationTier => ({
  ...days(within, more),
  unit: 'hours',
});
const share = (percent: number) => ({ percentMilli: percent * 1_000 });
const scaled = (tiers: CancellationTier[], more: Partial<Terms> = {}, origin: Origin = 'form') =>
  settingTerms({ terms: { cancellation: term({ kind: 'tiers', tiers }, origin), ...more } });
const hourly = (capMinor: bigint | null): Partial<Terms> => ({
  fee: undefined,
  deposit: term({ kind: 'none' }, 'form'),
  rate: term({ unit: 'hour', minor: 9_000n, currency: 'EUR', quantityMilli: null, capMinor }, 'form'),
});

describe('a scale that can’t be sent', () => {
  test.each<[string, CancellationTier[], Partial<Terms>]>([
    [
      'The cancellation scale has two steps at 7 days before, once for 50% and once for 80%. Keep one.',
      [days(7, share(50)), days(7, share(80))],
      {},
    ],
    [
      'The cancellation scale has two steps at 48 hours, which is 2 days, before. Keep one.',
      [hours(48, share(50)), days(2, share(50))],
      {},
    ],
    [
      'Cancelling costs 80% less than 30 days before, and 20% less than 7 days before. Let it not fall as the day comes nearer.',
      [days(7, share(20)), days(30, share(80))],
      {},
    ],
    [
      'Cancelling costs 80% less than 30 days before, and EUR 800.00 less than 7 days before. Let it not fall as the day comes nearer.',
      [days(30, share(80)), days(7, { minor: 80_000n })],
      {},
    ],
    [
      'Cancelling costs 80% less than 30 days before, and 20% less than 7 days before. Let it not fall as the day comes nearer.',
      [days(30, share(80)), days(14, { minor: 1n }), days(7, share(20))],
      hourly(null),
    ],
    [
      'Cancelling less than 7 days before costs EUR 40,000.01, more than the whole price, EUR 4,000.00. Ask for that at most.',
      [days(7, { minor: 4_000_001n })],
      {},
    ],
    [
      'Cancelling less than 7 days before costs EUR 1,000.01, more than what the work may come to, EUR 1,000.00. Ask for that at most.',
      [days(7, { minor: 100_001n })],
      hourly(100_000n),
    ],
    ['The cancellation step at 1 day before has no fee. Say a share or a sum.', [days(1, {})], {}],
    [
      'The cancellation step at 7 days before has a share and a sum. Say one of them.',
      [days(7, { ...share(50), minor: 1n })],
      {},
    ],
  ])('%s', (sentence, tiers, more) => {
    const terms = scaled(tiers, more);
    expect(checkScale(terms).map((each) => each.sentence)).toEqual([sentence]);
    expect(() => checkFindings(settingScene({}, terms))).toThrow(sentence);
    expect(lint(settingScene({}, terms))).toMatchObject([{ grade: 'blocks', field: 'cancellation' }]);
  });

  test('a sum of 10^17 is refused where nobody knows the price', () => {
    const codes = checkScale(scaled([days(7, { minor: 10n ** 17n })], hourly(null))).map(({ code }) => code);
    expect(codes).toEqual(['terms.scale-large']);
  });
});

describe('a scale that can be sent', () => {
  test.each<[string, Terms]>([
    ['equal fees', scaled([days(7, share(50)), hours(48, share(50))])],
    ['the whole price with its tax', scaled([days(7, { minor: 476_000n })], { taxRateMilli: term(19_000, 'form') })],
    [
      'a sum beside a share of nobody knows what',
      scaled([days(30, { minor: 50_000n }), days(7, share(10))], hourly(null)),
    ],
    [
      'a cap with its tax',
      scaled([days(7, { minor: 119_000n })], { ...hourly(100_000n), taxRateMilli: term(19_000, 'form') }),
    ],
    ['a template’s that is not in the contract', scaled([days(30, share(80)), days(7, share(20))], {}, 'template')],
    ['notice', settingTerms({})],
  ])('%s', (_, terms) => {
    expect(checkScale(terms)).toEqual([]);
  });
});

test.each<[string, CancellationTier[], CancellationTier[] | undefined]>([
  ['a step that stands twice goes', [days(2, share(50)), hours(48, share(50))], [days(2, share(50))]],
  ['which of two fees is meant, nobody knows', [days(2, share(50)), hours(48, share(60))], undefined],
  ['a sum above the price becomes the price', [days(7, { minor: 400_001n })], [days(7, share(100))]],
  ['a step without a fee goes', [days(14, share(50)), days(7, {})], [days(14, share(50))]],
  ['the only step stays', [days(7, {})], undefined],
  ['no fix leaves another block', [days(14, { minor: 500_000n }), days(7, share(20))], undefined],
])('%s', (_, tiers, fixed) => {
  const fix = lint(settingScene({}, scaled(tiers))).find((finding) => finding.fix)?.fix;
  expect(fix?.terms.cancellation).toEqual(fixed && term({ kind: 'tiers', tiers: fixed }, 'form'));
});
