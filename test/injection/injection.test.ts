import { describe, expect, test } from 'vitest';
import { parseBrief } from '../../src/briefs/brief.ts';
import { contractTerms } from '../../src/briefs/terms.ts';
import { assemble } from '../../src/clauses/clause.ts';
import { library } from '../../src/clauses/read.ts';
import { readBrief } from '../../src/contracts/read-brief.ts';
import { type TermName, type Terms, term } from '../../src/contracts/terms.ts';
import { fillTerms, present } from '../../src/contracts/terms-defaults.ts';
import { variablesOf } from '../../src/contracts/terms-wording.ts';
import { wordContract } from '../../src/contracts/wording.ts';
import { FormRefusal } from '../../src/shared/refusal.ts';
import type { Business } from '../../src/workspaces/workspace.ts';
import { CONTEXT } from '../briefs/cases.ts';
import { modelServer } from '../support/model.ts';
import { ATTACKS, BASE, PAYLOADS } from './attacks.ts';
import { obey } from './obedient.ts';
import { activeIn, viewOf } from './sinks.tsx';

const BUSINESS = {
  ...{ id: 'bus_1', name: 'Studio Berg', address: ['Torstr. 1', '10119 Berlin'], email: 'mia@studio-berg.test' },
  ...{ country: 'DE', timeZone: 'Europe/Berlin', currency: 'EUR', taxId: 'DE123456789', taxRateMilli: 19_000 },
  ...{ depositMilli: 50_000, netDays: 14 },
} as unknown as Business;
const DEFAULTS = {
  currency: 'EUR',
  zone: 'Europe/Berlin',
  country: 'DE',
  depositPercentMilli: 50_000,
  netDays: 14,
  taxRateMilli: 19_000,
};

/** What no text may move. */
const FIRM = [
  ...[
    'fee',
    'rate',
    'currency',
    'taxIncluded',
    'taxRateMilli',
    'deposit',
    'milestones',
    'netDays',
    'killFee',
    'expenses',
  ],
  ...['startOn', 'endOn', 'booking', 'laterBookings', 'cancellation', 'revisions', 'governingLaw', 'acceptanceDays'],
  ...[
    'clientName',
    'clientCompany',
    'clientEmail',
    'clientAddress',
    'clientKind',
    'clientCountry',
    'rights',
    'portfolio',
  ],
  'confidentialityYears',
] as TermName[];

const { ask } = modelServer({ always: obey });

const reference = contractTerms(parseBrief(BASE, CONTEXT)).found;
const template = library().templates.find(({ id }) => id === reference.template?.value);

/** The terms as the person leaves the form who answers what is asked, and chooses the kind of work as ever. */
function formed(read: Terms): Terms {
  const asked = Object.fromEntries(
    FIRM.flatMap((name) => (!read[name] && reference[name] ? [[name, reference[name]]] : [])),
  );
  if (!template) throw new Error('no template');
  return fillTerms(present({ ...read, ...asked, template: reference.template }), template, DEFAULTS);
}

/** The contract; letters the paper lacks are refused where they stand, and the person takes those words out. */
function made(terms: Terms): { terms: Terms; clauses: ReturnType<typeof wordContract> } {
  try {
    return { terms, clauses: wordContract(terms, BUSINESS, CONTEXT.today, template) };
  } catch (error) {
    if (!(error instanceof FormRefusal)) throw error;
    const wrong = Object.keys(error.errors);
    expect(['title', 'deliverables', 'specialTerms', 'scopeNotes', 'acceptanceNotes']).toEqual(
      expect.arrayContaining(wrong),
    );
    const kept = Object.fromEntries(Object.entries(terms).filter(([name]) => !wrong.includes(name)));
    const { title = reference.title, deliverables = reference.deliverables } = kept as Terms;
    return made({ ...kept, title, deliverables } as Terms);
  }
}

describe(`${ATTACKS.length} inputs through a model that obeys the attacker`, () => {
  test('there are more than three hundred of them', () => expect(ATTACKS.length).toBeGreaterThanOrEqual(300));

  test.each(ATTACKS)('$name', async ({ brief }) => {
    const reading = contractTerms(await readBrief(ask, brief, CONTEXT));
    const { found, questions, notes } = reading;
    expect(reading.source).toBe('model');
    for (const name of FIRM) {
      const [is, was] = [found[name], reference[name]];
      if (is) expect(is.value, name).toEqual(was?.value);
      // What the text made unclear is asked, never left out in silence.
      else if (was)
        expect(
          [name, name === 'clientCompany' ? 'clientName' : name].some(
            (one) => questions.includes(one) || notes.some(({ field }) => field === one),
          ),
          `${name} is asked`,
        ).toBe(true);
    }
    const { terms, clauses: contract } = made(formed(found));
    const plain = wordContract(
      formed({ ...reference, deliverables: terms.deliverables, title: terms.title }),
      BUSINESS,
      CONTEXT.today,
      template,
    );
    const firm = (one: typeof contract) => one.clauses.filter((clause) => clause.protected);
    // A clause of custom wording before it moves a clause's number, and nothing else of it.
    const words = (text: string) => text.replace(/clause \d+/g, 'clause N');
    expect(firm(contract).map(({ id, markdown }) => [id, words(markdown)])).toEqual(
      firm(plain).map(({ id, markdown }) => [id, words(markdown)]),
    );
    for (const clause of firm(contract)) {
      expect(clause.source).toBe(library().clauses.get(clause.id)?.source);
      expect(clause.sha256).toBe(library().clauses.get(clause.id)?.sha256);
    }
    for (const { custom, markdown } of contract.clauses)
      if (custom) expect(markdown).not.toMatch(/EUR|evil|mallory|DE02|rights pass|umsonst|droits sont|<|\{\{|ignor/i);
    expect(activeIn(viewOf({ terms, clauses: contract.clauses as never, text: contract.text }), notes)).toBeUndefined();
  });
});

/** Ways in which a brief names its client. */
const NAMED: Readonly<Record<string, (name: string) => string>> = {
  for: (name) => BASE.replace('Acme (', `${name} (`),
  labelled: (name) => `${BASE.replace('for Acme ', '')}\nClient: ${name}`,
  quoted: (name) => `${BASE}. The client’s full name is “${name}”.`,
};
const NAMES: readonly TermName[] = ['clientName', 'clientCompany'];

describe('a client who is called like an attack', () => {
  test.each(
    Object.entries(PAYLOADS).flatMap(([what, payload]) =>
      Object.entries(NAMED).map(([how, named]) => ({ name: `${what} ${how}`, brief: named(payload.slice(0, 120)) })),
    ),
  )('moves nothing through a model that obeys: $name', async ({ brief }) => {
    const { found, questions, notes, source } = contractTerms(await readBrief(ask, brief, CONTEXT));
    expect(source).toBe('model');
    for (const name of FIRM.filter((each) => !NAMES.includes(each))) {
      const [is, was] = [found[name], reference[name]];
      if (is) expect(is.value, name).toEqual(was?.value);
      else if (was) {
        // A currency is asked with its price.
        const one = name === 'currency' ? 'fee' : name;
        expect(questions.includes(one) || notes.some(({ field }) => field === one), `${name} is asked`).toBe(true);
      }
    }
    for (const name of NAMES) expect(found[name]?.value ?? '').not.toMatch(/Evil Corp|^Mallory$/);
    const { terms, clauses: contract } = made(formed(found));
    for (const clause of contract.clauses.filter(({ protected: firm }) => firm))
      expect(clause.sha256).toBe(library().clauses.get(clause.id)?.sha256);
    expect(activeIn(viewOf({ terms, clauses: contract.clauses as never, text: contract.text }), notes)).toBeUndefined();
  });

  test.each(Object.entries(PAYLOADS))('%s', (_, payload) => {
    const name = payload.slice(0, 120);
    const terms = formed({ ...reference, clientCompany: term(name, 'form'), title: term(name, 'form') });
    let contract: ReturnType<typeof wordContract>;
    try {
      contract = wordContract(terms, BUSINESS, CONTEXT.today, template);
    } catch (error) {
      // Letters the paper lacks are refused beside the field.
      expect(error).toBeInstanceOf(FormRefusal);
      return;
    }
    expect(activeIn(viewOf({ terms, clauses: contract.clauses as never, text: contract.text }))).toBeUndefined();
  });
});

test('the measure finds what is active: each sink says so of words that were not made harmless', () => {
  const terms = formed(reference);
  const { clauses, text } = assemble(template!, variablesOf(terms, { ...BUSINESS, address: 'Torstr. 1' } as never));
  const view = viewOf({ terms, clauses: clauses as never, text });
  expect(activeIn(view)).toBeUndefined();
  const marked = { ...view, version: { ...view.version, clauses: [{ ...view.version.clauses[0]!, title: 'x' }] } };
  expect(activeIn(marked)).toBeUndefined();
  expect(activeIn({ ...view, title: 'a\r\nBcc: mallory@evil.test' })).toMatch(/^(?:subject|mail|Slack|CSV)/);
  expect(activeIn({ ...view, title: 'See https://evil.test' })).toMatch(/^mail/);
});
