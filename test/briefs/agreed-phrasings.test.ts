import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Terms } from '../../src/contracts/terms.ts';
import { DEAL_WAYS, type Deal, type DealWays } from './agreed-ways.ts';
import { parse, short } from './cases.ts';

const PLAIN = [
  ...(['net', 'cancellation', 'killFee', 'expenses', 'acceptanceDays', 'confidentialityYears'] as const),
  ...(['governingLaw', 'rescheduling', 'rights', 'tax', 'revisions'] as const),
] satisfies (keyof DealWays)[];
type Field = (typeof PLAIN)[number] | 'deposit' | 'portfolio' | 'plan';

// No two terms share a figure, so that one read from another's words shows.
const deals: fc.Arbitrary<Deal> = fc.record({
  deposit: fc.constantFrom(20, 30, 40),
  kill: fc.constantFrom(15, 25, 35),
  cancelling: fc.constantFrom(50, 60, 75),
  moving: fc.constantFrom(10, 45, 55),
  expenses: fc.constantFrom(150, 300, 450),
  net: fc.constantFrom(14, 21, 30),
  window: fc.constantFrom(7, 11, 28),
  notice: fc.constantFrom(4, 6, 18),
  acceptance: fc.constantFrom(8, 12, 15),
  secrecy: fc.constantFrom(2, 3, 5),
  rounds: fc.constantFrom(2, 3, 4),
});

const capital = (part: string) => part.charAt(0).toUpperCase() + part.slice(1);
const JOINED: readonly ((parts: string[]) => string)[] = [
  (parts) => parts.join(', '),
  (parts) => `${parts.map((part) => capital(part).replace(/\.$/, '')).join('. ')}.`,
  (parts) => parts.join('\n'),
  (parts) => parts.join('; '),
];

const briefs = (language: keyof typeof DEAL_WAYS) => {
  const ways = DEAL_WAYS[language];
  return fc
    .record({
      deal: deals,
      shown: fc.constantFrom('yes', 'no', 'after-publication'),
      fields: fc
        .constantFrom<Field>('deposit', 'plan')
        .chain((paid) => fc.shuffledSubarray<Field>([...PLAIN, 'portfolio', paid], { minLength: 4, maxLength: 11 })),
      way: fc.nat({ max: 5 }),
      joined: fc.constantFrom(...JOINED),
    })
    .map(({ deal, shown, fields, way, joined }) => {
      const said = fields.map((field, at) => {
        if (field === 'portfolio') return ways.portfolio[shown as keyof DealWays['portfolio']];
        if (field === 'plan') return ways.plan.said;
        const each = ways[field];
        return each[(way + at) % each.length]?.(deal) ?? '';
      });
      return { brief: joined([ways.work, ...said]), expected: termsOf(deal, shown, fields, ways.plan.labels) };
    });
};

function termsOf(deal: Deal, portfolio: string, fields: readonly Field[], labels: readonly string[]) {
  const all: Record<Field, unknown> = {
    deposit: `share ${deal.deposit * 1000}`,
    net: deal.net,
    cancellation: `${deal.cancelling}% <${deal.window} days`,
    killFee: deal.kill * 1000,
    expenses: { kind: 'capped', minor: BigInt(deal.expenses * 100) },
    acceptanceDays: deal.acceptance,
    confidentialityYears: deal.secrecy,
    governingLaw: 'Germany',
    rescheduling: { notice: { within: deal.notice, unit: 'days' }, fee: { percentMilli: deal.moving * 1000 } },
    rights: 'assignment',
    tax: [false, 19_000],
    revisions: deal.rounds,
    portfolio,
    plan: labels.map((label, at) => `${label} ${at === 1 ? 40_000 : 30_000}`),
  };
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

function readOf(brief: string) {
  const parsed = parse(brief);
  const { fee, startOn, endOn, booking, ...found }: Terms = parsed.found;
  const read = {
    deposit: short(parsed, 'deposit'),
    net: found.netDays?.value,
    cancellation: short(parsed, 'cancellation'),
    killFee: found.killFee?.value.percentMilli,
    expenses: found.expenses?.value,
    acceptanceDays: found.acceptanceDays?.value,
    confidentialityYears: found.confidentialityYears?.value,
    governingLaw: found.governingLaw?.value,
    rescheduling: found.rescheduling?.value,
    rights: found.rights?.value.kind,
    tax: found.taxRateMilli && [found.taxIncluded?.value, found.taxRateMilli.value],
    revisions: found.revisions?.value,
    portfolio: found.portfolio?.value,
    plan: parsed.beyond.milestones?.value.map(({ label, percentMilli }) => `${label} ${percentMilli}`),
  };
  expect([fee?.value.minor, startOn, endOn, booking]).toEqual([
    420_000n,
    ...Array.from({ length: 3 }, () => undefined),
  ]);
  return read;
}

/** A condition that is only read alone, or that takes its figure from the one beside it, fails. */
describe.each(['en', 'de', 'fr', 'es'] as const)('conditions of a deal beside each other, in %s', (language) => {
  it('are each what was said, in any order and lay-out, and nothing else is', () => {
    fc.assert(
      fc.property(briefs(language), ({ brief, expected }) => {
        expect(readOf(brief)).toEqual(expected);
      }),
      { numRuns: 120, seed: 20271116 },
    );
  }, 60_000);
});
