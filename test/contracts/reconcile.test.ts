import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256Of } from '../../src/clauses/clause.ts';
import { library } from '../../src/clauses/read.ts';
import { reconcile } from '../../src/contracts/reconcile.ts';
import { type Deposit, isPriced, type Terms, term } from '../../src/contracts/terms.ts';
import { fillTerms } from '../../src/contracts/terms-defaults.ts';
import { wordContract } from '../../src/contracts/wording.ts';
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
const drafts = fc
  .record({
    template: fc.constantFrom(...templates),
    minor: fc.integer({ min: 10_000, max: 9_000_000 }),
    currency: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD'),
    deposit: fc.constantFrom<Deposit>(
      { kind: 'none' },
      { kind: 'share', percentMilli: 40_000 },
      { kind: 'sum', minor: 5_000n },
    ),
    name: fc.constantFrom('Dana Reyes', 'Acme Ltd', 'Bäckerei Hölscher GmbH'),
    private: fc.boolean(),
    day: fc.integer({ min: 10, max: 28 }),
    netDays: fc.integer({ min: 0, max: 45 }),
    revisions: fc.integer({ min: 1, max: 5 }),
    special: fc.boolean(),
  })
  .map((one) => {
    const found: Terms = {
      title: term('Brand identity', 'form'),
      template: term(one.template.id, 'form'),
      clientName: term(one.name, 'form'),
      clientEmail: term('dana@acme.test', 'form'),
      clientKind: term(one.private ? 'private' : 'business', 'form'),
      fee: term({ minor: BigInt(one.minor), currency: one.currency }, 'form'),
      currency: term(one.currency, 'form'),
      deposit: term(one.deposit, 'form'),
      endOn: term(`2027-06-${one.day}`, 'form'),
      netDays: term(one.netDays, 'form'),
      revisions: term(one.revisions, 'form'),
      deliverables: term(['Logo', '3 templates'], 'form'),
      booking: term(
        { on: `2027-06-${one.day}`, time: '15:00', minutes: 360, zone: 'Europe/Berlin', place: null },
        'form',
      ),
      ...(one.special && { specialTerms: term('The files of 2026 stay with the client.', 'form') }),
    };
    const terms = fillTerms(fitting(found, one.template), one.template, WORKSPACE);
    const made = wordContract(terms, BUSINESS, '2027-03-01', one.template);
    return versionOf(terms, made.clauses, made.text);
  });

function versionOf(terms: Terms, clauses: ReturnType<typeof wordContract>['clauses'], text: string) {
  const textSha256 = new Uint8Array(Buffer.from(sha256Of(text), 'hex'));
  return { terms, clauses: clauses.map((clause) => ({ ...clause })), text, textSha256 };
}

/** Everything in a text that says how much, when or who. */
const FACTS =
  /\d+|%|\b(?:EUR|USD|JPY|KWD|Dana|Acme|Bäckerei|Studio|June|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|[\w.]+@[\w.]+/gu;
const changed = (fact: string) => (/^\d/.test(fact) ? String((Number(fact[0]) % 9) + 1) + fact.slice(1) : `${fact}x`);

function mutated(words: string, pick: number): string {
  const facts = [...words.matchAll(FACTS)];
  const fact = facts[pick % facts.length];
  if (!fact) return `${words} 1`;
  return words.slice(0, fact.index) + changed(fact[0]) + words.slice(fact.index + fact[0].length);
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
    fc.assert(
      fc.property(drafts, fc.nat(), fc.nat(), (draft, at, pick) => {
        const index = at % draft.clauses.length;
        const clauses = draft.clauses.map((clause, n) =>
          n === index ? { ...clause, markdown: mutated(clause.markdown, pick) } : clause,
        );
        const found = reconcile({ ...draft, clauses }, BUSINESS);
        expect(found?.clause).toBe(`${index + 1}. ${clauses[index]?.title}`);
        expect(clauses[index]?.markdown).toContain(found?.sentence);
      }),
      { numRuns: 500 },
    );
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

  test('the text that is signed is held against the clauses too, with a hash that fits', () => {
    fc.assert(
      fc.property(drafts, fc.nat(), (draft, pick) => {
        const text = mutated(draft.text, pick);
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
