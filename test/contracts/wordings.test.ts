import { describe, expect, test } from 'vitest';
import type { Clause, Template } from '../../src/clauses/clause.ts';
import { ladderOf, library, templateOf } from '../../src/clauses/read.ts';
import { clauseOf } from '../../src/clauses/template.ts';
import type { Version } from '../../src/contracts/contract.ts';
import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { clauseRedlines } from '../../src/contracts/redline.ts';
import { NOTES_MAX, type Terms, term } from '../../src/contracts/terms.ts';
import { fillTerms } from '../../src/contracts/terms-defaults.ts';
import { wordContract } from '../../src/contracts/wording.ts';
import { familyIn, type WordingsScene, withWording, wordingsOf } from '../../src/contracts/wordings.ts';
import { clausesView, wordingsView } from '../../src/contracts/wordings-cards.ts';
import { findViewFaults, VIEW_BYTES } from '../../src/sandbox/slack/check-view.ts';
import { addDays } from '../../src/shared/dates.ts';
import type { Business } from '../../src/workspaces/workspace.ts';

const TODAY = '2027-01-11';
const BUSINESS = {
  ...{ name: 'Studio North', address: ['12 Harbour Road', '10115 Berlin'], email: 'studio@north.test' },
  ...{ country: 'DE', timeZone: 'Europe/Berlin', currency: 'EUR', taxId: 'DE123456789' },
} as unknown as Business;
const WORKSPACE = {
  ...{ currency: 'EUR', zone: 'Europe/Berlin', country: 'DE', depositPercentMilli: 50_000, netDays: 14 },
  taxRateMilli: 19_000,
};
const SLOT = { on: '2027-06-12', time: '15:00', minutes: 360, zone: 'Europe/Berlin', place: 'Castle & <Park>' };

/** Everything that a contract may say, at the length a form takes. */
const EVERYTHING: Terms = {
  title: term('Brand identity & <website>', 'form'),
  clientName: term('Dana Reyes', 'form'),
  clientCompany: term('Acme GmbH', 'form'),
  clientEmail: term('dana@acme.test', 'form'),
  clientKind: term('business', 'form'),
  fee: term({ minor: 400_000n, currency: 'EUR' }, 'form'),
  deposit: term({ kind: 'share', percentMilli: 50_000 }, 'form'),
  startOn: term('2027-03-02', 'form'),
  endOn: term('2027-09-10', 'form'),
  booking: term(SLOT, 'form'),
  laterBookings: term(
    Array.from({ length: 60 }, (_, at) => ({ ...SLOT, on: addDays('2027-06-13', at) })),
    'form',
  ),
  revisions: term(2, 'form'),
  deliverables: term(
    deliverablesFrom(
      Array.from({ length: 40 }, (_, at) => `Page ${at + 1} ${'of a long list & more '.repeat(12)}`.slice(0, 300)),
    ),
    'form',
  ),
  killFee: term({ percentMilli: 25_000 }, 'form'),
  confidentialityYears: term(3, 'form'),
  scopeNotes: term('A note & more. '.repeat(80).slice(0, NOTES_MAX.scopeNotes), 'form'),
  acceptanceNotes: term('A test. '.repeat(70).slice(0, NOTES_MAX.acceptanceNotes), 'form'),
  specialTerms: term('A wish <b>. '.repeat(120).slice(0, NOTES_MAX.specialTerms), 'form'),
};

/** What a contract without a price may say. */
const talksOf = ({ title, template, clientName, clientCompany, clientEmail, clientKind, startOn }: Terms): Terms => ({
  ...{ title, template, clientName, clientCompany, clientEmail, clientKind, startOn },
  ...{ purpose: term('A joint project', 'form'), secretMonths: term(36, 'form') },
});

function sceneOf(template: Template, more: Partial<Terms> = {}): WordingsScene {
  const said = { ...EVERYTHING, ...more, template: term(template.id, 'form') } as Terms;
  const terms = fillTerms(template.priced ? said : talksOf(said), template, WORKSPACE);
  const { clauses } = wordContract(terms, BUSINESS, TODAY, template);
  const version = { id: 'ver_1', number: 2, state: 'draft', terms, clauses } as unknown as Version;
  return { version, template, business: BUSINESS };
}

/** A template with all that an own one may hold: its library clauses, and more of its own, at their longest. */
function crowded(base: Template): Template {
  const text = 'We keep the files & show them to <nobody>. '.repeat(95).slice(0, 4_000).trim();
  const own = (letter: string): Clause =>
    clauseOf({
      id: `own-${letter.repeat(10)}`,
      title: 'A clause of our own',
      kind: 'work',
      text,
      why: 'W'.repeat(240),
    });
  const more = [...'abcdefghijklmnopqrstuvwxyz'].map(own);
  return {
    ...base,
    clauses: [...base.clauses, ...more, ...more.map((one) => ({ ...one, id: `${one.id}x` }))].slice(0, 80),
  };
}

const templates: [string, Template][] = library().templates.map((one) => [one.id, one]);
const everywhere: [string, Template][] = [
  ...templates,
  ['own, with 80 clauses', crowded(library().templates[0] as Template)],
];

const hasOthers = (clause: Version['clauses'][number]) => ladderOf(familyIn(clause)).length > 1;

describe('Slack’s limits', () => {
  test.each(everywhere)('hold for the clauses of a contract that says everything: %s', (_id, template) => {
    for (const kind of ['business', 'private'] as const) {
      const scene = sceneOf(template, { clientKind: term(kind, 'form') });
      const view = clausesView(scene);
      expect(findViewFaults(view, 'modal')).toEqual([]);
      expect(JSON.stringify(view).length).toBeLessThan(VIEW_BYTES);
      for (const { number, title } of scene.version.clauses)
        expect(JSON.stringify(view.blocks)).toContain(`*${number}. ${title}*`);
      const clauses = clauseRedlines([], scene.version.clauses);
      for (const clause of scene.version.clauses.filter(hasOthers)) {
        const { wordings } = wordingsOf(scene, familyIn(clause));
        const said = { at: clause.id, sentence: 'S'.repeat(300), clauses, undo: 'ver_2' };
        const one = wordingsView(scene, familyIn(clause), said);
        expect(findViewFaults(one, 'modal'), clause.id).toEqual([]);
        expect(JSON.stringify(one).length).toBeLessThan(VIEW_BYTES);
        expect(wordings.length).toBe(ladderOf(familyIn(clause)).length);
      }
    }
  });
});

describe('the wordings of a clause', () => {
  test.each(templates)('are whole, and what has a press can be taken: %s', (_id, template) => {
    const scene = sceneOf(template, { laterBookings: term([{ ...SLOT, on: '2027-06-19' }], 'form') });
    const { version } = scene;
    for (const clause of version.clauses.filter(hasOthers)) {
      const { row, wordings } = wordingsOf(scene, familyIn(clause));
      const takeable = wordings.filter(({ stands, bar }) => stands || !bar).length;
      const listed = JSON.stringify(
        clausesView(scene).blocks.find((block) => block.block_id === `clause-${row.number}`),
      );
      expect(/one of (\d+) wordings/.exec(listed)?.[1] ?? '1', clause.id).toBe(String(takeable));
      expect(wordings.filter(({ stands }) => stands).map(({ id }) => id)).toEqual([clause.id]);
      const shown = JSON.stringify(wordingsView(scene, familyIn(clause)).blocks);
      for (const { id, text, bar } of wordings) {
        const words = text.split(/\s+/).slice(-6).join(' ');
        expect(text, id).not.toMatch(/\{\{|\{%/);
        if (!/[<>&*~:]/.test(words)) expect(shown, id).toContain(words);
        if (bar) continue;
        const known = library().clauses.get(id) as Clause;
        const made = wordContract(withWording(version.terms, template, known), BUSINESS, TODAY, template);
        expect(made.clauses[clause.number - 1], id).toMatchObject({ id, number: clause.number });
      }
    }
  });

  test('one that needs a clause which an own template left out is shown, and has no press', () => {
    const base = templateOf('social-media') as Template;
    const reserved = library().clauses.get('month-of-work-reserved') as Clause;
    expect(library().clauses.get('month-of-work-saved')?.source).toContain('"change-requests" | clause');
    const clauses = base.clauses
      .filter(({ id }) => id !== 'change-requests')
      .map((one) => (one.family === 'month-of-work' ? { ...reserved, source: 'We keep time free.', uses: [] } : one))
      .map((one) => (one.source.includes('"change-requests"') ? { ...one, source: 'In writing.', uses: [] } : one));
    const scene = sceneOf({ ...base, clauses });
    const { wordings } = wordingsOf(scene, 'month-of-work');
    expect(wordings.find(({ id }) => id === 'month-of-work-saved')?.bar).toContain('needs a clause');
    expect(wordings.find(({ id }) => id === 'month-of-work-reserved')).toMatchObject({ stands: true });
  });

  test('taking the template’s own leaves no choice in the terms, and other choices stay', () => {
    const template = templateOf('design') as Template;
    const terms = { variants: term({ liability: 'liability-paid', portfolio: 'portfolio-credit' }, 'model' as const) };
    const one = withWording(terms, template, { id: 'liability', family: 'liability' });
    expect(one.variants).toEqual({ value: { portfolio: 'portfolio-credit' }, origin: 'form' });
    expect(withWording(one, template, { id: 'portfolio', family: 'portfolio' })).toEqual({});
  });
});
