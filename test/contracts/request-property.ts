import fc from 'fast-check';
import { readChange } from '../../src/contracts/change-words.ts';
import { type Deliverable, deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { type TermName, type Terms, term } from '../../src/contracts/terms.ts';
import { isSame } from '../../src/shared/same.ts';
import { context, design, shoot } from './change-scene.ts';
import { REQUEST_WAYS, WISHES, type Wish, type Wished } from './request-ways.ts';

const eur = (minor: bigint) => ({ minor, currency: 'EUR' });

const booked: Terms = { ...shoot, deliverables: term(deliverablesFrom(['200 photos', 'An album']), 'brief') };
const hourly: Terms = {
  ...design,
  title: term('Web shop', 'brief'),
  template: term('web', 'brief'),
  ...{ fee: undefined, deposit: undefined },
  rate: term({ unit: 'hour', minor: 9_000n, currency: 'EUR', quantityMilli: null, capMinor: null }, 'brief'),
};
export const CONTRACTS = { fixed: design, booked, hourly } as const;

/** What cannot be wished for beside a kind of work. */
const NOT: Record<keyof typeof CONTRACTS, readonly Wish[]> = {
  fixed: ['rate', 'booking', 'hours'],
  booked: ['rate', 'start', 'end', 'drops', 'acceptance', 'notice'],
  hourly: ['fee', 'deposit', 'booking', 'rescheduling', 'plan', 'hours', 'cheaper'],
};

// No two terms share a figure, so that one read from another's words shows.
const wished: fc.Arbitrary<Wished> = fc.record({
  deposit: fc.constantFrom(20, 30, 40),
  kill: fc.constantFrom(15, 25, 35),
  cancelling: fc.constantFrom(65, 75, 80),
  moving: fc.constantFrom(10, 45, 55),
  net: fc.constantFrom(21, 60, 90),
  window: fc.constantFrom(9, 11, 28),
  notice: fc.constantFrom(6, 13, 18),
  fee: fc.constantFrom(3600, 4400, 5200),
  expenses: fc.constantFrom(150, 250, 450),
  rate: fc.constantFrom(85, 110, 125),
  less: fc.constantFrom(200, 300),
  accepted: fc.constantFrom(8, 10),
  ending: fc.constantFrom(14, 40),
  rounds: fc.constantFrom(3, 4),
  secrecy: fc.constantFrom(2, 5),
  end: fc.constantFrom(7, 17, 24),
  start: fc.constantFrom(8, 12, 22),
  booked: fc.constantFrom(16, 19, 26),
});

type Expected = Partial<Record<TermName, unknown>>;
const day = (month: string, of: number) => `2027-${month}-${String(of).padStart(2, '0')}`;
const percent = (of: number) => ({ percentMilli: of * 1000 });
const LAWS = { en: 'Ireland', de: 'Austria', fr: 'Belgium', es: 'France' } as const;
type Language = keyof typeof REQUEST_WAYS;

/** What each wish should make of the terms; nothing where no term holds it. */
function expectedOf(wish: Wish, d: Wished, terms: Terms, language: Language): Expected {
  const of: Record<Wish, Expected> = {
    deposit: { deposit: { kind: 'share', ...percent(d.deposit) } },
    net: { netDays: d.net },
    fee: { fee: eur(BigInt(d.fee) * 100n) },
    revisions: { revisions: d.rounds },
    killFee: { killFee: percent(d.kill) },
    cancellation: {
      cancellation: { kind: 'tiers', tiers: [{ within: d.window, unit: 'days', ...percent(d.cancelling) }] },
    },
    rescheduling: { rescheduling: { notice: { within: d.notice, unit: 'days' }, fee: percent(d.moving) } },
    end: { endOn: day('05', d.end) },
    start: { startOn: day('03', d.start) },
    expenses: { expenses: { kind: 'capped', minor: BigInt(d.expenses) * 100n } },
    portfolio: { portfolio: 'no' },
    rights: { rights: { kind: 'assignment' } },
    secrecy: { confidentialityYears: d.secrecy },
    law: { governingLaw: LAWS[language] },
    tax: { taxRateMilli: 19_000, taxIncluded: false },
    rate: { rate: { ...terms.rate?.value, minor: BigInt(d.rate) * 100n } },
    booking: { booking: { ...terms.booking?.value, on: day('06', d.booked) } },
    ...{ late: {}, filler: {} },
    adds: { deliverables: 'one more' },
    drops: { deliverables: 'one less' },
    plan: { deposit: { kind: 'share', ...percent(30) }, milestones: 'two' },
    hours: { booking: 'at ten' },
    licence: { rights: 'licence' },
    acceptance: { acceptanceDays: d.accepted },
    cheaper: { fee: eur((terms.fee?.value.minor ?? 0n) - BigInt(d.less) * 100n) },
    notice: { cancellation: { kind: 'notice', days: d.ending } },
  };
  return of[wish];
}

export type Request = {
  readonly words: string;
  readonly origin: 'client' | 'form';
  readonly terms: Terms;
  readonly language: Language;
  readonly wishes: readonly { readonly wish: Wish; readonly said: string; readonly expected: Expected }[];
};

/** Of wishes for the same term the first. */
const SAME: readonly (readonly Wish[])[] = [
  ['deposit', 'plan'],
  ['fee', 'cheaper'],
  ['cancellation', 'notice'],
  ['booking', 'hours'],
  ['rights', 'licence'],
  ['adds', 'drops'],
  ['tax', 'cheaper'],
];
const apart = (wishes: readonly Wish[]): Wish[] =>
  wishes.filter(
    (wish, at) => !SAME.some((group) => group.includes(wish) && wishes.slice(0, at).some((one) => group.includes(one))),
  );

export function requests(language: Language): fc.Arbitrary<Request> {
  const ways = REQUEST_WAYS[language];
  return fc.constantFrom<keyof typeof CONTRACTS>('fixed', 'booked', 'hourly').chain((kind) => {
    const open = WISHES.filter((wish) => !NOT[kind].includes(wish));
    return fc
      .record({
        d: wished,
        wishes: fc.shuffledSubarray(open, { minLength: 1, maxLength: 4 }).map(apart),
        way: fc.array(fc.nat({ max: 59 }), { minLength: 4, maxLength: 4 }),
        joined: fc.array(fc.constantFrom(...ways.joins), { minLength: 3, maxLength: 3 }),
        same: fc.boolean(),
        opened: fc.constantFrom(...ways.opens),
        ended: fc.constantFrom(...ways.ends),
        origin: fc.constantFrom('client' as const, 'form' as const),
      })
      .map(({ d, wishes, way, joined, same, opened, ended, origin }) => {
        const terms = CONTRACTS[kind];
        const all = wishes.map((wish, at) => {
          const each = ways.wishes[wish];
          return {
            wish,
            said: each[(way[at] ?? 0) % each.length]?.(d) ?? '',
            expected: expectedOf(wish, d, terms, language),
          };
        });
        const words = all.reduce((before, { said }, at) => {
          const join = at === 0 ? '' : (joined[same ? 0 : at - 1] ?? '');
          const capital = /[.\n] ?$|- $/.test(join) || (at === 0 && !/[,:] $/.test(opened));
          return `${before}${join}${capital ? said.charAt(0).toUpperCase() + said.slice(1) : said}`;
        }, opened);
        return { words: `${words}${ended}`, origin, terms, language, wishes: all };
      });
  });
}

/** Words that say what a wish is about, as they stand in the question that shows it. */
const marksOf = (said: string) => said.toLowerCase().match(/\d+|\p{L}{3,}/gu) ?? [];

/** What went wrong with a request: wishes without a trace, values that nobody asked for. */
export function faultsOf({ words, origin, terms, wishes }: Request, asked: string[] = []): string[] {
  const { terms: next, changed, open } = readChange({ words, terms, context, origin });
  const shown = open.map(({ quote }) => quote.toLowerCase());
  const isShown = (said: string) => {
    const marks = marksOf(said);
    return shown.some((quote) => marks.filter((mark) => quote.includes(mark)).length * 2 > marks.length);
  };
  const faults: string[] = [];
  const explained = new Set<string>();
  for (const { wish, said, expected } of wishes) {
    const names = Object.keys(expected) as TermName[];
    for (const name of names) if (stands(name, expected, next, terms)) explained.add(name);
    const exact = names.length > 0 && names.every((name) => stands(name, expected, next, terms));
    if (exact) continue;
    if (names.length > 0) asked.push(`asked ${wish}: ${said}`);
    if (!isShown(said)) faults.push(`lost ${wish}: ${said}`);
  }
  if (wishes.some(({ wish }) => wish === 'tax') && explained.has('taxRateMilli')) {
    explained.add('fee');
    explained.add('rate');
  }
  for (const name of changed) if (!explained.has(name)) faults.push(`wrong ${name}: ${plain(next[name]?.value)}`);
  return faults;
}

function stands(name: TermName, expected: Expected, next: Terms, before: Terms): boolean {
  const { booking, milestones, rights } = next;
  if (expected[name] === 'at ten')
    return booking?.value.time === '10:00' && booking.value.on === before.booking?.value.on;
  if (expected[name] === 'two')
    return isSame(
      milestones?.value.map(({ percentMilli, label }) => [percentMilli, label.split(' ').length < 4]),
      [
        [40_000, true],
        [30_000, true],
      ],
    );
  if (expected[name] === 'licence')
    return rights?.value.kind === 'licence' && rights.value.months === 24 && rights.value.territory === 'worldwide';
  if (expected[name] === 'one less')
    return isSame(
      next.deliverables?.value.map(({ text }) => text),
      ['Logo', 'Two posters'],
    );
  if (name === 'deliverables') {
    const [was, now] = [before, next].map((of): readonly Deliverable[] => of.deliverables?.value ?? []);
    const [more, ...others] = (now ?? []).filter((one) => !was?.some((old) => isSame(old, one)));
    return (
      (now?.length ?? 0) === (was?.length ?? 0) + 1 &&
      others.length === 0 &&
      /brochure|broschüre|folleto/i.test(more?.text ?? '')
    );
  }
  if (name === 'fee' && next.taxRateMilli && !before.taxRateMilli) {
    const net = (expected.fee as { minor: bigint }).minor;
    return next.fee?.value.minor === (net * 119n) / 100n || next.fee?.value.minor === net;
  }
  return isSame(next[name]?.value ?? (name === 'taxIncluded' ? before.taxIncluded?.value : undefined), expected[name]);
}

const plain = (value: unknown) => JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? Number(one) : one));
