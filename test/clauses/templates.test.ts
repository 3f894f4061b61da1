import { beforeAll, describe, expect, test } from 'vitest';
import { library, templateOf } from '../../src/clauses/read.ts';
import { archiveTemplate, copyTemplate, restoreTemplate, saveTemplate } from '../../src/clauses/save-template.ts';
import { entryId, type OwnClause, type TemplateContent } from '../../src/clauses/template.ts';
import { checkContent, TemplateRefusal } from '../../src/clauses/template-check.ts';
import {
  ownTemplateById,
  ownTemplatesOf,
  templateFor,
  templatesOf,
  templateVersionsOf,
} from '../../src/clauses/template-read.ts';
import { templateMeant } from '../../src/contracts/template-choice.ts';
import { term } from '../../src/contracts/terms.ts';
import { fillTerms } from '../../src/contracts/terms-defaults.ts';
import { wordContract } from '../../src/contracts/wording.ts';
import { businessOf } from '../../src/workspaces/read.ts';
import type { Visit } from '../../src/workspaces/workspace.ts';
import { dealTerms, type Scene, scene, seed } from '../contracts/scene.ts';

let on: Scene;
let mia: Visit;
let fern: Visit;

const visitTo = (made: Pick<Scene, 'workspaceId' | 'ids'>) =>
  ({ workspace: { id: made.workspaceId }, member: { id: made.ids.member } }) as unknown as Visit;

beforeAll(async () => {
  on = await scene();
  mia = visitTo(on);
  fern = visitTo(await seed(on.core, 'Studio Fern'));
});

let keys = 0;
const copy = (visit = mia, fromId = 'design') => copyTemplate(on.core, visit, { fromId, key: `key-${keys++}` });
const read = (id: string, visit = mia) => ownTemplateById(on.core.db, visit.workspace.id, id);
const own = (more: Partial<OwnClause> = {}): OwnClause => ({
  ...{ id: 'own-filesoneye', title: 'Keeping files', kind: 'work', text: 'We keep your files.', why: '' },
  ...more,
});
const edited = async (id: string, edit: (content: TemplateContent) => TemplateContent) => {
  const { current } = await read(id);
  return edit({ head: current.head, entries: current.entries });
};
const withOwn = (clause: OwnClause) => (content: TemplateContent) => ({
  ...content,
  entries: [...content.entries, { from: 'own' as const, clause }],
});
const save = async (id: string, edit: (content: TemplateContent) => TemplateContent, after?: number) =>
  saveTemplate(on.core, mia, {
    templateId: id,
    after: after ?? (await read(id)).current.number,
    content: await edited(id, edit),
  });

describe('a copy', () => {
  test('begins as the template it was made from, and a form sent twice makes one', async () => {
    const pressed = { fromId: 'design', key: 'twice' };
    const ids = await Promise.all([1, 2, 3].map(() => copyTemplate(on.core, mia, pressed)));
    expect(new Set(ids).size).toBe(1);
    const { current } = await read(ids[0] ?? '');
    expect(current.entries.map(entryId)).toEqual(templateOf('design')?.clauses.map(({ id }) => id));
    expect(current.head.title).toBe('Brand and graphic design, our way');
    expect((await read(await copy())).current.head.title).toBe('Brand and graphic design, our way 2');
  });

  test('makes the very text that the library’s makes', async () => {
    const business = (await businessOf(on.core.db, mia.workspace.id))!;
    const id = await copy();
    const terms = dealTerms({ template: term(id, 'form') });
    const made = wordContract(terms, business, '2027-02-01', await templateFor(on.core.db, mia.workspace.id, id));
    const theirs = wordContract(
      dealTerms({ template: term('design', 'form') }),
      business,
      '2027-02-01',
      templateOf('design'),
    );
    expect(made.text).toBe(theirs.text);
  });
});

describe('a version', () => {
  test('is made by a save, never changed, and a save of the same is none', async () => {
    const id = await copy();
    expect(await save(id, withOwn(own()))).toBe(2);
    expect(await save(id, (content) => content)).toBe(2);
    expect((await templateVersionsOf(on.core.db, mia.workspace.id, id)).map(({ number }) => number)).toEqual([2, 1]);
    const changing = on.core.db.templateVersion.updateMany({ where: { templateId: id }, data: { memberId: 'x' } });
    await expect(changing).rejects.toThrow(/final/);
  });

  test('of somebody who was quicker is not written over, and two of one moment are two', async () => {
    const id = await copy();
    const titled = (title: string) => (content: TemplateContent) => ({ ...content, head: { ...content.head, title } });
    const both = await Promise.allSettled([
      save(id, titled('First way of it'), 1),
      save(id, titled('Second way of it'), 1),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((each) => each.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'template.saved-meanwhile' });
  });

  test('brought back is the newest one, with what it was', async () => {
    const id = await copy();
    await save(id, withOwn(own()));
    expect(await restoreTemplate(on.core, mia, { templateId: id, number: 1, after: 2 })).toBe(3);
    const [newest] = await templateVersionsOf(on.core.db, mia.workspace.id, id);
    expect(newest).toMatchObject({ number: 3, restored: 1 });
    expect(newest?.entries.some(({ from }) => from === 'own')).toBe(false);
  });
});

describe('what a template can’t do without', () => {
  const without =
    (...ids: string[]) =>
    async (id: string) =>
      save(id, (content) => ({
        ...content,
        entries: content.entries.filter((entry) => !ids.includes(entryId(entry))),
      }));
  const refused = async (act: Promise<unknown>) => {
    const error = await act.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(TemplateRefusal);
    return (error as TemplateRefusal).problems.map(({ sentence }) => sentence).join('\n');
  };

  test.each([
    'parties',
    'fee',
    'deposit',
    'payment',
    'electronic-signature',
    'governing-law',
    'deliverables',
    'schedule',
  ])('is %s', async (needed) => {
    expect(await refused(without(needed)(await copy()))).toMatch(/can’t be left out|would not say what was agreed/);
  });

  test('others may go, with those that point at them', async () => {
    const id = await copy();
    expect(await without('portfolio')(id)).toBe(2);
    expect(await refused(without('change-requests')(id))).toContain('“Revisions” points at “Changes”');
  });

  test('the parties stand first, nothing stands twice, and nothing comes from elsewhere', async () => {
    const { current } = await read(await copy());
    const base = templateOf('design')!;
    const saying = (entries: TemplateContent['entries']) =>
      checkContent({ head: current.head, entries }, base, library())
        .map(({ sentence }) => sentence)
        .join('\n');
    const [first, ...rest] = current.entries;
    expect(saying([...rest, first!])).toContain('move that clause to the top');
    expect(saying([...current.entries, rest[0]!])).toContain('stands twice');
    expect(
      saying([...current.entries, { from: 'library', id: 'no-such', version: 1, sha256: 'a'.repeat(64) }]),
    ).toContain('not there');
    const many = Array.from({ length: 16 }, (_, at) => ({
      from: 'own' as const,
      clause: own({ id: `own-abcdefghi${'abcdefghijklmnop'[at]}` }),
    }));
    expect(saying([...current.entries, ...many])).toContain('15 own clauses');
  });

  test('an own clause can’t call itself protected, nor stand where nothing of ours can fill it', async () => {
    const id = await copy();
    expect(await refused(save(id, withOwn(own({ text: 'On {{ bookingOn }}.' }))))).toContain(
      '“bookingOn” is empty in some',
    );
    await save(id, withOwn(own()));
    const template = await templateFor(on.core.db, mia.workspace.id, id);
    expect(template?.clauses.at(-1)).toMatchObject({ custom: true, protected: false, title: 'Keeping files' });
  });
});

describe('what a workspace can choose from', () => {
  test('is its own first, then the library’s; an archived one is not offered and still read', async () => {
    const id = await copy();
    const ids = async () => (await templatesOf(on.core.db, mia.workspace.id)).map((each) => each.id);
    expect((await ids())[0]).toBe(id);
    expect((await ids()).slice(-library().templates.length)).toEqual(library().templates.map((each) => each.id));
    await archiveTemplate(on.core, mia, id, true);
    expect(await ids()).not.toContain(id);
    expect((await templateFor(on.core.db, mia.workspace.id, id))?.id).toBe(id);
    await archiveTemplate(on.core, mia, id, false);
    expect(await ids()).toContain(id);
  });

  test('holds nothing of another workspace, whatever id is asked for', async () => {
    const theirs = await copy(fern);
    expect((await templatesOf(on.core.db, mia.workspace.id)).map(({ id }) => id)).not.toContain(theirs);
    expect(await templateFor(on.core.db, mia.workspace.id, theirs)).toBeUndefined();
    expect((await ownTemplatesOf(on.core.db, mia.workspace.id)).map(({ id }) => id)).not.toContain(theirs);
    expect(await templateVersionsOf(on.core.db, mia.workspace.id, theirs)).toEqual([]);
    const nobodys = `${theirs.slice(0, -6)}zzzzzz`;
    for (const id of [theirs, nobodys]) {
      await expect(read(id)).rejects.toMatchObject({ code: 'template.not-found' });
      const { current } = await read(theirs, fern);
      const content = { head: current.head, entries: current.entries };
      await expect(saveTemplate(on.core, mia, { templateId: id, after: 1, content })).rejects.toMatchObject({
        code: 'template.not-found',
      });
      await expect(archiveTemplate(on.core, mia, id, true)).rejects.toMatchObject({ code: 'template.not-found' });
      await expect(restoreTemplate(on.core, mia, { templateId: id, number: 1, after: 1 })).rejects.toMatchObject({
        code: 'template.not-found',
      });
    }
    expect((await read(theirs, fern)).current.number).toBe(1);
  });

  test('is chosen by a brief that names it, or speaks of the kind of work it was made of', async () => {
    const id = await copy(fern, 'photography');
    const templates = await templatesOf(on.core.db, fern.workspace.id);
    const meant = (kind: string | undefined, body: string) =>
      templateMeant(kind ? { template: term(kind, 'brief') } : {}, body, templates).id;
    expect(meant('photography', 'a wedding')).toBe(id);
    expect(meant(undefined, 'use event photography, OUR WAY')).toBe(id);
    expect(meant('consulting', 'advice')).toBe('consulting');
    expect(meant(undefined, 'something')).toBe('general');
  });
});

test('what an own template says of deposit and days counts more than the business profile', async () => {
  const id = await copy();
  await save(id, (content) => ({
    ...content,
    head: { ...content.head, defaults: { ...content.head.defaults, depositMilli: 30_000, netDays: 7 } },
  }));
  const template = (await templateFor(on.core.db, mia.workspace.id, id))!;
  const workspace = {
    currency: 'EUR',
    zone: 'UTC',
    country: 'DE',
    depositPercentMilli: 50_000,
    netDays: 14,
    taxRateMilli: 0,
  };
  const filled = fillTerms({}, template, workspace);
  expect(filled.deposit).toEqual({ value: { kind: 'share', percentMilli: 30_000 }, origin: 'template' });
  expect(filled.netDays).toEqual({ value: 7, origin: 'template' });
});
