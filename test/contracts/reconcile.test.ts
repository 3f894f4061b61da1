import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Clause, sha256Of, type Template } from '../../src/clauses/clause.ts';
import { library, templateOf } from '../../src/clauses/read.ts';
import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { reconcile } from '../../src/contracts/reconcile.ts';
import { type Deposit, isPriced, type Terms, term } from '../../src/contracts/terms.ts';
import { fillTerms, present } from '../../src/contracts/terms-defaults.ts';
import { wordContract } from '../../src/contracts/wording.ts';
import { TAX_REASONS } from '../../src/shared/tax.ts';
import type { Business } from '../../src/workspaces/workspace.ts';
import { fitting } from './fitting.ts';

const BUSINESS = {
  ...{ workspaceId: 'wsp_1', id: 'biz_1', name: 'Studio North', address: ['12 Harbour Road', '10115 Berlin'] },
  ...{ email: 'studio@north.test', country: 'DE', timeZone: 'Europe/Berlin', currency: 'EUR', taxId: 'DE123456789' },
  ...{ taxRateMilli: 19_000, depositMilli: 50_000, netDays: 14, testMode: false, hasBankDetails: true },
} as unknown as Business;
const WORKSPACE = {
  ...{ currency: 'EUR', zone: 'Europe/Berlin', country: 'DE', depositPercentMilli: 50_000, netDays: 14 },
  taxRateMilli: 19_000,
};

const templates = library().templates;
const form = <T>(value: T) => term(value, 'form');

/** What a workspace wrote itself, with figures of its own and one that the terms fill in. */
const OWN_SOURCE =
  'Prints cost EUR 12 each and come within 9 days of 3 March 2027; ask {{ businessEmail }}.\n\nOf {{ title }} we keep 15% of the sheets.';
const OWN_CLAUSE: Clause = {
  ...{
    id: 'own-prints',
    family: 'own-prints',
    version: 1,
    title: 'Prints',
    protected: false,
    custom: true,
    kind: 'custom',
  },
  ...{ uses: ['businessEmail', 'title'], why: 'What this workspace says of prints.', variant: 'balanced', places: [] },
  ...{ source: OWN_SOURCE, sha256: sha256Of(OWN_SOURCE) },
};
const ownOf = (template: Template): Template => ({
  ...template,
  clauses: [...template.clauses, OWN_CLAUSE],
  own: { fromId: template.id },
});

type Money = { minor: bigint; currency: string; day: number };
const none = form<Deposit>({ kind: 'none' });
const slot = (on: string) => ({ on, time: '15:00', minutes: 360, zone: 'Europe/Berlin', place: 'Castle Park' });
const noFee: Terms = { fee: undefined } as Terms;

/** The ways in which work is paid, and what else of a deal has figures of its own. */
const SHAPES: Record<string, (of: Money) => Terms> = {
  fixed: () => ({}),
  parts: ({ day }) => ({
    deposit: none,
    milestones: form([
      { label: 'Concept', percentMilli: 40_000 },
      { label: 'Design', percentMilli: 35_000, dueOn: `2027-05-${day}` },
      { label: 'Handover', percentMilli: 25_000 },
    ]),
  }),
  worked: ({ minor, currency }) => ({
    ...noFee,
    deposit: none,
    rate: form({ unit: 'hour', minor, currency, quantityMilli: null, capMinor: minor * 40n }),
  }),
  monthly: ({ minor, currency }) => ({
    ...{ deposit: none, fee: form({ minor: minor * 6n, currency }) },
    rate: form({ unit: 'month', minor, currency, quantityMilli: 6_000, capMinor: null }),
    ...{ startOn: form('2027-04-01'), endOn: form('2027-09-30') },
  }),
  scale: () => ({
    cancellation: form({
      kind: 'tiers',
      tiers: [
        { within: 21, unit: 'days', percentMilli: 25_000 },
        { within: 48, unit: 'hours', percentMilli: 80_000 },
      ],
    }),
  }),
  agreed: ({ minor }) => ({
    killFee: form({ percentMilli: 35_000 }),
    cancellation: form({ kind: 'notice', days: 12 }),
    expenses: form({ kind: 'capped', minor: minor / 10n + 1n }),
    rights: form({ kind: 'licence', use: 'print and web', territory: 'Austria', months: 18 }),
    ...{ acceptanceDays: form(8), confidentialityYears: form(4) },
  }),
  moving: ({ minor }) => ({
    rescheduling: form({
      ...{ free: 2, months: 7, notice: { within: 33, unit: 'days' } },
      fee: { percentMilli: 15_000 },
      tiers: [{ within: 36, unit: 'hours', minor: minor / 2n + 1n }],
    }),
  }),
  moved: () => ({ rescheduling: form({ free: 0, months: 5, fee: { percentMilli: 45_000 } }) }),
  untaxed: () => ({ taxRateMilli: form(0), taxReason: form('reverse-charge') }),
  dates: () => ({
    laterBookings: form([slot('2027-06-28'), slot('2027-06-29')]),
    endOn: form('2027-07-30'),
  }),
  change: () => ({
    template: term('change-order', 'template'),
    deposit: none,
    changeOf: term(
      { versionId: 'ver_1', title: 'Brand identity', signedOn: '2027-02-08', sha256: 'c0ffee12'.repeat(8) },
      'template',
    ),
  }),
};
const shapes = Object.keys(SHAPES);
const changeOrder = templateOf('change-order');

const drafts = fc
  .record({
    template: fc.constantFrom(...templates),
    shape: fc.constantFrom(...shapes),
    own: fc.boolean(),
    minor: fc.integer({ min: 10_000, max: 9_000_000 }),
    currency: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD'),
    deposit: fc.constantFrom<Deposit>(
      { kind: 'none' },
      { kind: 'share', percentMilli: 40_000 },
      { kind: 'sum', minor: 5_000n },
    ),
    name: fc.constantFrom('Dana Reyes', 'Acme Ltd', 'Bäckerei Hölscher GmbH'),
    private: fc.boolean(),
    day: fc.integer({ min: 10, max: 27 }),
    netDays: fc.integer({ min: 0, max: 45 }),
    revisions: fc.integer({ min: 1, max: 5 }),
    special: fc.boolean(),
  })
  .map((one) => {
    const shape = one.shape === 'change' && changeOrder ? changeOrder : one.template;
    const template = one.own ? ownOf(shape) : shape;
    const money: Money = { minor: BigInt(one.minor), currency: one.currency, day: one.day };
    const found: Terms = {
      title: form('Brand identity'),
      template: form(template.id),
      clientName: form(one.name),
      clientEmail: form('dana@acme.test'),
      clientKind: form(one.private ? 'private' : 'business'),
      fee: form({ minor: money.minor, currency: one.currency }),
      currency: form(one.currency),
      deposit: form(one.deposit),
      endOn: form(`2027-06-${one.day}`),
      netDays: form(one.netDays),
      revisions: form(one.revisions),
      deliverables: form(deliverablesFrom(['Logo', '3 templates'])),
      ...(one.shape !== 'change' && one.shape !== 'monthly' && { booking: form(slot(`2027-06-${one.day}`)) }),
      ...(one.special && { specialTerms: form('The files of 2026 stay with the client.') }),
      ...SHAPES[one.shape]?.(money),
    };
    const filled = fillTerms(fitting(present(found), template), template, WORKSPACE);
    const terms =
      template.requires.includes('booking') && !filled.booking
        ? { ...filled, booking: form(slot(`2027-06-${one.day}`)) }
        : filled;
    const made = wordContract(terms, BUSINESS, '2027-03-01', template);
    return { ...versionOf(terms, made.clauses, made.text), shape: one.shape };
  });

function versionOf(terms: Terms, clauses: ReturnType<typeof wordContract>['clauses'], text: string) {
  const textSha256 = new Uint8Array(Buffer.from(sha256Of(text), 'hex'));
  return { terms, clauses: clauses.map((clause) => ({ ...clause })), text, textSha256 };
}

/** Everything in a text that says how much, when or who. */
const FACTS =
  /(?<share>\d+(?:\.\d+)?%)|(?<date>\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} \p{L}+ \d{4}\b|\b(?:March|April|May|June|July)\b)|(?<name>\b(?:Dana|Acme|Bäckerei|Studio|Castle Park|Germany|Austria)\b|[\w.]+@[\w.]+\w)|(?<figure>\b(?:EUR|USD|JPY|KWD)\b|\d+)/gu;
type Kind = 'share' | 'date' | 'name' | 'figure';
type Fact = { readonly kind: Kind; readonly at: number; readonly text: string };

const factsIn = (words: string): Fact[] =>
  [...words.matchAll(FACTS)].flatMap(({ 0: text, index, groups = {} }) => {
    const kind = (Object.keys(groups) as Kind[]).find((each) => groups[each] !== undefined);
    return kind ? [{ kind, at: index, text }] : [];
  });

/** Another fact of the same kind: a digit of it is another, or a letter more. */
const changed = (fact: string) =>
  /\d/.test(fact) ? fact.replace(/\d/, (digit) => String((Number(digit) % 9) + 1)) : `${fact}x`;

function mutated(words: string, { at, text }: Fact): string {
  return words.slice(0, at) + changed(text) + words.slice(at + text.length);
}

describe('words against terms', () => {
  test('a draft as it was made is never blocked: 500 of them', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(reconcile(draft, BUSINESS)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test('one figure, date, name or percentage changed is always blocked, and its sentence named: 500 of them', () => {
    const seen: Record<string, number> = {};
    const count = (what: string) => {
      seen[what] = (seen[what] ?? 0) + 1;
    };
    fc.assert(
      fc.property(drafts, fc.nat(), fc.nat(), (draft, which, pick) => {
        // A kind first, so that shares and names are changed as often as the many figures.
        const all = draft.clauses.flatMap(({ markdown }, index) =>
          factsIn(markdown).map((fact) => ({ ...fact, index })),
        );
        const kinds = [...new Set(all.map(({ kind }) => kind))];
        const those = all.filter(({ kind }) => kind === kinds[which % kinds.length]);
        const fact = those[pick % those.length];
        if (!fact) throw new Error('a draft without a fact');
        const clauses = draft.clauses.map((clause, n) =>
          n === fact.index ? { ...clause, markdown: mutated(clause.markdown, fact) } : clause,
        );
        const found = reconcile({ ...draft, clauses }, BUSINESS);
        expect(found?.clause).toBe(`${fact.index + 1}. ${clauses[fact.index]?.title}`);
        expect(clauses[fact.index]?.markdown).toContain(found?.sentence);
        for (const what of [fact.kind, draft.shape, 'all']) count(what);
        if (draft.clauses[fact.index]?.id === OWN_CLAUSE.id) count('own clause');
      }),
      { numRuns: 500 },
    );
    expect(seen.all).toBe(500);
    for (const what of ['share', 'date', 'name', 'figure', ...shapes]) expect(seen[what], what).toBeGreaterThan(20);
    expect(seen['own clause']).toBeGreaterThan(5);
  });

  test('the span, the purpose or a name changed in the words of an NDA blocks it', () => {
    const nda = templates.find(({ id }) => id === 'nda');
    if (!nda) throw new Error('no NDA');
    const [draft] = fc.sample(
      drafts.filter(({ terms }) => !isPriced(terms)),
      1,
    );
    for (const [id, from, to] of [
      ['nda-span', '3 years', '9 years'],
      ['nda-purpose', 'the new shop', 'the old shop'],
      ['parties', 'Studio North', 'Studio South'],
      ['governing-law', 'Germany', 'Panama'],
    ] as const) {
      const clauses = (draft?.clauses ?? []).map((clause) =>
        clause.id === id ? { ...clause, markdown: clause.markdown.replace(from, to) } : clause,
      );
      expect(reconcile({ ...(draft as NonNullable<typeof draft>), clauses }, BUSINESS)?.sentence, id).toContain(to);
    }
  });

  test('another reason for no tax in the words blocks it, and names the sentence', () => {
    const [draft] = fc.sample(
      drafts.filter(({ shape, terms }) => shape === 'untaxed' && isPriced(terms)),
      1,
    );
    const words = {
      'reverse-charge': 'reverse charge',
      'small-business': 'we are a small business',
      exempt: 'exempt from tax',
    };
    const template = templates.find(({ id }) => id === 'general') as (typeof templates)[number];
    const wholes = TAX_REASONS.map((reason) => {
      const terms = { ...draft!.terms, template: form('general'), taxReason: form(reason) };
      const made = wordContract(terms, BUSINESS, '2027-03-01', template);
      return { reason, whole: versionOf(terms, made.clauses, made.text) };
    });
    for (const { reason, whole } of wholes) {
      expect(reconcile(whole, BUSINESS)).toBeUndefined();
      for (const other of wholes.filter((each) => each.reason !== reason)) {
        const clauses = whole.clauses.map((clause, n) =>
          clause.id === 'fee' ? { ...clause, markdown: other.whole.clauses[n]?.markdown ?? '' } : clause,
        );
        expect(reconcile({ ...whole, clauses }, BUSINESS)?.sentence).toContain(words[other.reason]);
        expect(reconcile({ ...whole, terms: other.whole.terms }, BUSINESS)?.sentence).toContain(words[reason]);
      }
    }
  });

  test('another number, format or condition of a thing in the text blocks it, and names the words', () => {
    const [draft] = fc.sample(
      // What the template of design can't do without.
      drafts.filter(({ shape, terms }) => shape === 'fixed' && terms.revisions !== undefined),
      1,
    );
    const line = '20 edited photos. Format: JPEG. Accepted when: approved by the editor';
    const template = templates.find(({ id }) => id === 'design') as (typeof templates)[number];
    const terms = {
      ...draft!.terms,
      template: form('design'),
      deliverables: form(deliverablesFrom([line, 'Logo as SVG'])),
    };
    const made = wordContract(terms, BUSINESS, '2027-03-01', template);
    expect(made.text).toContain(`- ${line}\n`);
    const whole = versionOf(terms, made.clauses, made.text);
    expect(reconcile(whole, BUSINESS)).toBeUndefined();
    for (const [from, to] of [
      ['20 edited photos', '30 edited photos'],
      ['Format: JPEG', 'Format: PNG'],
      ['approved by the editor', 'approved by the owner'],
      ['Logo as SVG', 'Logo as PDF'],
    ] as const) {
      const clauses = whole.clauses.map((clause) => ({ ...clause, markdown: clause.markdown.replace(from, to) }));
      expect(reconcile({ ...whole, clauses }, BUSINESS)?.sentence).toContain(to);
    }
  });

  test('the text that is signed is held against the clauses too, with a hash that fits', () => {
    fc.assert(
      fc.property(drafts, fc.nat(), (draft, pick) => {
        const facts = factsIn(draft.text);
        const text = mutated(draft.text, facts[pick % facts.length] as Fact);
        const forged = versionOf(draft.terms, draft.clauses, text);
        expect(reconcile(forged, BUSINESS)).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  test('other terms, another name of the business and a foreign hash are seen', () => {
    const [draft] = fc.sample(
      drafts.filter(({ terms }) => isPriced(terms)),
      1,
    );
    if (!draft) throw new Error('no draft');
    const fee = term({ minor: 1n, currency: 'EUR' }, 'form' as const);
    expect(reconcile({ ...draft, terms: { ...draft.terms, fee } }, BUSINESS)).toBeDefined();
    expect(reconcile(draft, { ...BUSINESS, name: 'Studio South' })).toBeDefined();
    expect(reconcile({ ...draft, textSha256: new Uint8Array(32) }, BUSINESS)).toMatchObject({
      sentence: 'its fingerprint',
    });
  });
});
