import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { EditorPage } from '../../src/clauses/editor-page.tsx';
import { library, templateOf } from '../../src/clauses/read.ts';
import { copyTemplate, restoreTemplate, saveTemplate } from '../../src/clauses/save-template.ts';
import { copyOf, type OwnTemplate, type TemplateContent, templateFrom } from '../../src/clauses/template.ts';
import { checkContent, type TemplateRefusal } from '../../src/clauses/template-check.ts';
import { differencesOf } from '../../src/clauses/template-diff.ts';
import { contentOf, draftOf, type TemplateDraft } from '../../src/clauses/template-draft.ts';
import { draftFrom } from '../../src/clauses/template-form.ts';
import { ownTemplateById, ownTemplatesOf, templateFor, templateVersionsOf } from '../../src/clauses/template-read.ts';
import { lostLines, usualOf } from '../../src/clauses/template-usual.ts';
import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { fillTerms } from '../../src/contracts/terms-defaults.ts';
import { wordContract } from '../../src/contracts/wording.ts';
import { html } from '../../src/portal/layout.tsx';
import { businessOf } from '../../src/workspaces/read.ts';
import type { Business, Visit } from '../../src/workspaces/workspace.ts';
import { type Scene, scene } from '../contracts/scene.ts';

let on: Scene;
let mia: Visit;
let business: Business;

beforeAll(async () => {
  on = await scene();
  mia = { workspace: { id: on.workspaceId }, member: { id: on.ids.member } } as unknown as Visit;
  business = (await businessOf(on.core.db, on.workspaceId))!;
});

const PRICED = library()
  .templates.filter(({ priced }) => priced)
  .map((template) => [template.id, template] as const);
const WORKSPACE = {
  ...{ currency: 'EUR', zone: 'Europe/Berlin', country: 'DE', taxRateMilli: 19_000 },
  ...{ depositPercentMilli: null, netDays: null },
};

/** What a brief would say, so that every template has all it needs. */
const FOUND: Terms = {
  clientCompany: term('Acme GmbH', 'brief'),
  clientEmail: term('dana@acme.test', 'brief'),
  fee: term({ minor: 400_000n, currency: 'EUR' }, 'brief'),
  startOn: term('2027-03-02', 'brief'),
  endOn: term('2027-04-10', 'brief'),
  deliverables: term(deliverablesFrom(['Logo']), 'brief'),
  revisions: term(2, 'brief'),
};
const BOOKED: Terms = {
  booking: term({ on: '2027-04-10', time: '15:00', minutes: 60, zone: 'Europe/Berlin', place: null }, 'brief'),
};

const own = (fromId: string, content: TemplateContent): Pick<OwnTemplate, 'id' | 'fromId' | 'current'> => ({
  ...{ id: 'tpl_own' as OwnTemplate['id'], fromId },
  current: { ...content, number: 2, lost: [] } as unknown as OwnTemplate['current'],
});

describe.each(PRICED)('a copy of “%s” that is saved', (id, template) => {
  const copy = copyOf(template, template.title);
  const saved = contentOf(draftOf(copy, 1), library());

  test('keeps every default', () => {
    expect(saved).toEqual(copy);
    expect(saved.head.defaults).toEqual(template.defaults);
  });

  test('is worded like the library’s, and nothing stands against it', () => {
    expect(checkContent(saved, template, library())).toEqual([]);
    const mine = templateFrom(own(id, saved), library());
    for (const found of template.requires.includes('booking')
      ? [{ ...FOUND, ...BOOKED }]
      : [FOUND, { ...FOUND, ...BOOKED }]) {
      const word = (each: typeof template) =>
        wordContract(fillTerms(found, each, WORKSPACE), business, '2027-02-01', each).text;
      expect(word(mine)).toBe(word(template));
    }
  });

  test('from a page that did not have these fields yet keeps them too', () => {
    const { after, rows, requires, ...draft } = draftOf(copy, 1);
    const kept = usualOf(copy.head.defaults);
    const shown = Object.fromEntries(Object.entries(draft).filter(([name]) => !(name in kept))) as Record<
      string,
      string
    >;
    const fields = {
      ...shown,
      ...Object.fromEntries(rows.map((row, at) => [`clause${at}`, row.id])),
      ...Object.fromEntries(requires.map((name) => [`needs-${name}`, 'yes'])),
      after: String(after),
    };
    const read = contentOf(draftFrom(fields, kept), library());
    expect(read.head.defaults).toEqual(template.defaults);
  });
});

const line = (max: number) =>
  fc
    .string({ minLength: 1, maxLength: max, unit: 'grapheme-ascii' })
    .filter((text) => text.trim() === text && text !== '');
const USUAL_DEFAULTS = fc.record(
  {
    killFeeMilli: fc.integer({ min: 1, max: 100_000 }),
    rescheduling: fc.constantFrom(
      ...([
        { free: 1, notice: { within: 14, unit: 'days' }, fee: { percentMilli: 25_000 } },
        { free: null, notice: { within: 48, unit: 'hours' }, months: 6, fee: { percentMilli: 50_000 } },
        { free: 0 },
        {
          notice: { within: 30, unit: 'days' },
          fee: { percentMilli: 12_500 },
          tiers: [{ within: 2, unit: 'days', percentMilli: 33_333 }],
        },
      ] as const),
    ),
    expenses: fc.constantFrom({ kind: 'included' as const }, { kind: 'at-cost' as const }),
    acceptanceDays: fc.integer({ min: 1, max: 60 }),
    rights: fc.oneof(
      fc.constant({ kind: 'assignment' as const }),
      fc.record({
        kind: fc.constant('licence' as const),
        use: line(200),
        territory: line(80),
        months: fc.option(fc.integer({ min: 1, max: 1_200 })),
      }),
    ),
    portfolio: fc.constantFrom('yes' as const, 'after-publication' as const, 'no' as const),
    confidentialityYears: fc.integer({ min: 0, max: 10 }),
  },
  { requiredKeys: [] },
);

const general = copyOf(templateOf('general')!, 'Ours');
const saying = (usual: object): TemplateContent => ({
  ...general,
  head: { ...general.head, defaults: { ...general.head.defaults, ...usual } },
});

const MOVING = {
  rescheduling: { free: 2, notice: { within: 14, unit: 'days' as const }, fee: { percentMilli: 25_000 } },
};

describe('what an owner says of rights, costs and an early end', () => {
  test('comes back from the fields as it was said, or left to the clauses', () => {
    fc.assert(
      fc.property(USUAL_DEFAULTS, (usual) => {
        const content = saying(usual);
        expect(contentOf(draftOf(content, 1), library())).toEqual(content);
      }),
    );
  });

  test('is told as a difference in the words of the contract’s card', () => {
    const licence = { kind: 'licence', use: 'your own website', territory: 'worldwide', months: 24 };
    const newer = saying({
      rights: licence,
      portfolio: 'no',
      expenses: { kind: 'at-cost' },
      killFeeMilli: 25_000,
      ...MOVING,
    });
    const told = differencesOf(general, newer, library()).map(({ what, was, now }) => `${what}: ${was} → ${now}`);
    expect(told).toEqual([
      'Moving: as the clauses say → Twice free with 14 days’ notice, otherwise 25%',
      'Ended early: as the clauses say → 25% of the price for work not yet done',
      'Expenses: as the clauses say → At cost, with receipts',
      'Rights: as the clauses say → Licence for your own website, worldwide, for 2 years',
      'Portfolio: as the clauses say → Not shown',
    ]);
    expect(differencesOf(newer, general, library())).toHaveLength(5);
    expect(differencesOf(newer, newer, library())).toEqual([]);
  });

  const problems = (typed: Partial<TemplateDraft>) => {
    try {
      contentOf({ ...draftOf(general, 1), ...typed }, library());
      return [];
    } catch (error) {
      return (error as TemplateRefusal).problems.map(({ at }) => at);
    }
  };

  test.each([
    [{ killFee: '101' }, ['killFee']],
    [{ killFee: '0' }, []],
    [{ moving: 'twice free with 14 days’ notice, otherwise 25%, 50% within 2 days' }, []],
    [{ moving: 'otherwise 150' }, ['moving']],
    [{ moving: 'whenever you like' }, ['moving']],
    [{ moving: 'free with 14 days’ notice, otherwise 25%, 10% within 2 days' }, ['moving']],
    [{ moving: 'free with 14 days’ notice, otherwise 25%, 50% within 20 days' }, ['moving']],
    [{ acceptanceDays: '0' }, ['acceptanceDays']],
    [{ confidentialityYears: '11' }, ['confidentialityYears']],
    [{ confidentialityYears: '0' }, []],
    [{ rights: 'licence' }, ['licenceUse', 'licenceTerritory']],
    [{ rights: 'licence', licenceUse: 'print', licenceTerritory: 'Spain', licenceFor: 'a while' }, ['licenceFor']],
    [{ rights: 'licence', licenceUse: 'print', licenceTerritory: 'Spain', licenceFor: '3 Jahre' }, []],
    [{ expenses: 'theirs', portfolio: 'maybe' }, ['expenses', 'portfolio']],
  ])('says at its field what can’t be read: %j', (typed, at) => {
    expect(problems(typed)).toEqual(at);
  });

  test('of moving a booking stands in contracts with a booking, and in no others', () => {
    const mine = templateFrom(own('general', saying(MOVING)), library());
    const word = (found: Terms) => {
      const terms = fillTerms(found, mine, WORKSPACE);
      return [terms.rescheduling, wordContract(terms, business, '2027-02-01', mine).text] as const;
    };
    const [moving, text] = word({ ...FOUND, ...BOOKED });
    expect(moving).toEqual(term(MOVING.rescheduling, 'template'));
    expect(text).toContain('twice at no charge if you ask in writing at least 14 days before it starts');
    const [none, plain] = word(FOUND);
    expect([none, plain.includes('at no charge if you ask')]).toEqual([undefined, false]);
    const content = saying(MOVING);
    const silent = {
      ...content,
      entries: content.entries.filter((entry) => entry.from === 'own' || entry.id !== 'rescheduling'),
    };
    expect(checkContent(silent, templateOf('general')!, library())).toMatchObject([{ at: 'moving' }]);
  });

  test('must be said by a clause, or the card would promise what the contract does not', () => {
    const consulting = templateOf('consulting')!;
    const content = copyOf(consulting, 'Ours');
    const shown = {
      ...content,
      head: { ...content.head, defaults: { ...content.head.defaults, portfolio: 'no' as const } },
    };
    expect(checkContent(shown, consulting, library())).toMatchObject([{ at: 'portfolio' }]);
    const silent = saying({
      rights: { kind: 'licence', use: '印刷', territory: 'worldwide', months: null },
    });
    expect(checkContent(silent, templateOf('general')!, library())).toMatchObject([{ at: 'licenceUse' }]);
  });
});

describe('a template that was saved when the editor lost defaults', () => {
  const KEPT = ['depositMilli', 'revisions', 'netDays', 'cancellation'];
  let key = 0;

  /** Version 2 as it was stored then: without what had no field, and without the mark of a page that shows all. */
  async function lost(fromId: string, change: (content: TemplateContent) => TemplateContent = (content) => content) {
    const id = await copyTemplate(on.core, mia, { fromId, key: `lost-${key++}` });
    const { current } = await ownTemplateById(on.core.db, on.workspaceId, id);
    const { everyDefault: _, ...head } = current.head;
    const defaults = Object.fromEntries(Object.entries(head.defaults).filter(([name]) => KEPT.includes(name)));
    const content = change({ head: { ...head, defaults } as TemplateContent['head'], entries: current.entries });
    await on.core.db.templateVersion.create({
      data: {
        ...{ workspaceId: on.workspaceId, templateId: id, number: 2, memberId: on.ids.member, restored: null },
        ...{ head: content.head as object, entries: content.entries as object[] },
        ...{ sha256: new Uint8Array(32), createdAt: new Date() },
      },
    });
    return id;
  }
  const current = async (id: string) => (await ownTemplateById(on.core.db, on.workspaceId, id)).current;

  test.each(PRICED)('has them again as in its first version: %s', async (fromId, template) => {
    const id = await lost(fromId);
    const back = await current(id);
    expect(back.head.defaults).toEqual(template.defaults);
    expect(back.lost.length).toBe(Object.keys(template.defaults).length - KEPT.length);
    expect((await templateFor(on.core.db, on.workspaceId, id))?.defaults).toEqual(template.defaults);
    const listed = (await ownTemplatesOf(on.core.db, on.workspaceId)).find((each) => each.id === id);
    expect(listed?.current.head.defaults).toEqual(template.defaults);
  });

  test('says so in the editor until it is saved, and a save is then a version', async () => {
    const id = await lost('video');
    const page = async () => {
      const template = await ownTemplateById(on.core.db, on.workspaceId, id);
      const view = {
        ...{ visit: { ...mia, business }, own: template, base: templateOf('video')!, problems: [], figures: [] },
        draft: draftOf(template.current, template.current.number),
      };
      return html(EditorPage({ view: view as never })).toString();
    };
    expect(await page()).toContain('Rights: Licence for your own website, social media and events, worldwide');
    const { head, entries } = await current(id);
    expect(await saveTemplate(on.core, mia, { templateId: id, after: 2, content: { head, entries } })).toBe(3);
    expect(await page()).not.toContain('was lost, and is back');
    expect((await current(id)).lost).toEqual([]);
    const [, second] = await templateVersionsOf(on.core.db, on.workspaceId, id);
    expect(lostLines(second!).map(({ label }) => label)).toEqual(['Expenses', 'Accepted after', 'Rights', 'Portfolio']);
  });

  test('stays without what its owner then left open, and an old version comes back whole', async () => {
    const id = await lost('video');
    const { entries } = await current(id);
    const draft = { ...draftOf(await current(id), 2), rights: '', portfolio: '' };
    const content = { ...contentOf(draft, library()), entries };
    expect(await saveTemplate(on.core, mia, { templateId: id, after: 2, content })).toBe(3);
    expect((await current(id)).head.defaults).not.toHaveProperty('rights');
    expect(await restoreTemplate(on.core, mia, { templateId: id, number: 2, after: 3 })).toBe(4);
    expect((await current(id)).head.defaults.rights).toEqual(templateOf('video')?.defaults.rights);
  });

  test('gets nothing back that none of its clauses tells any more', async () => {
    const id = await lost('video', (content) => ({
      ...content,
      entries: content.entries.filter((entry) => entry.from === 'own' || entry.id !== 'portfolio'),
    }));
    const { head, lost: names } = await current(id);
    expect(head.defaults).not.toHaveProperty('portfolio');
    expect(names).toEqual(['expenses', 'acceptanceDays', 'rights']);
  });
});
