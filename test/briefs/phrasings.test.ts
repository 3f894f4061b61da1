import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';
import { type Day, type Facts, two, WAYS } from './ways.ts';

const day = (months: readonly [number, number]) =>
  fc
    .record({ month: fc.integer({ min: months[0], max: months[1] }), day: fc.integer({ min: 13, max: 28 }) })
    .map(({ month, day }): Day => ({ day, month, year: 2027, iso: `2027-${two(month)}-${two(day)}` }));
const facts: fc.Arbitrary<Facts> = fc.record({
  company: fc.constantFrom(
    'Northwind GmbH',
    'Riverbend Studio Ltd',
    'Maison Tilleul SARL',
    'Talleres Robledo S.L.',
    'Harbour Books Inc.',
  ),
  email: fc.constantFrom('office@northwind.test', 'hello@riverbend.test', 'accounts@tilleul.test'),
  fee: fc.integer({ min: 11, max: 390 }).map((times) => times * 50),
  percent: fc.constantFrom(10, 20, 25, 30, 40, 50, 60),
  net: fc.constantFrom(7, 10, 14, 15, 20, 30, 45),
  rounds: fc.integer({ min: 2, max: 4 }),
  start: day([4, 5]),
  due: day([6, 9]),
});

const JOINED: readonly ((parts: string[]) => string)[] = [
  (parts) => parts.join(', '),
  (parts) => `${parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('. ')}.`,
  (parts) => parts.join('\n'),
  (parts) => parts.map((part) => `- ${part}`).join('\n'),
  (parts) => parts.join('; '),
];

/**
 * The ways put together in any order and lay-out. What is read must be what was said, and nothing else: a way that is only read
 * beside another, or that swallows it, fails.
 */
const briefOf = (language: keyof typeof WAYS) => {
  const { work, client, fee, deposit, net, rounds, start, due } = WAYS[language];
  const way = (ways: readonly ((facts: Facts) => string)[]) => fc.constantFrom(...ways);
  return fc
    .record({
      facts,
      work: fc.constantFrom(...work),
      client: way(client),
      rest: fc
        .tuple(way(fee), way(deposit), way(net), way(rounds), way(start), way(due))
        .chain((said) => fc.shuffledSubarray([...said], { minLength: said.length })),
      joined: fc.constantFrom(...JOINED),
    })
    .map(({ facts: said, rest, joined, ...first }) => ({
      said,
      brief: joined([`${first.work} ${first.client(said)}`, ...rest.map((say) => say(said))]),
    }));
};

describe.each(['en', 'de', 'fr', 'es'] as const)('ordinary ways of saying each term, in %s', (language) => {
  it('are read in any order and lay-out, and nothing else is', () => {
    fc.assert(
      fc.property(briefOf(language), ({ said, brief }) => {
        const parsed = parse(brief);
        const { found, beyond } = parsed;
        const read = {
          company: found.clientCompany?.value,
          email: found.clientEmail?.value,
          name: found.clientName?.value,
          fee: short(parsed, 'fee'),
          deposit: found.deposit?.value,
          net: found.netDays?.value,
          rounds: found.revisions?.value,
          start: found.startOn?.value,
          due: found.endOn?.value,
          booking: found.booking?.value,
          rate: beyond.rate?.value,
          milestones: beyond.milestones?.value,
        };
        expect(read).toEqual({
          company: said.company,
          email: said.email,
          fee: `EUR ${said.fee}00`,
          deposit: { kind: 'share', percentMilli: said.percent * 1000 },
          net: said.net,
          rounds: said.rounds,
          start: said.start.iso,
          due: said.due.iso,
        });
      }),
      // The same briefs in every run: what fails here fails for whoever looks into it.
      { numRuns: 100, seed: 20271115 },
    );
  }, 60_000);
});
