import { beforeAll, describe, expect, test } from 'vitest';
import { templateOf } from '../../src/clauses/read.ts';
import { carriedBy } from '../support/browser.ts';
import { startWorld, textOf, type World } from '../support/world.ts';

let world: World;
type Desk = Awaited<ReturnType<World['desk']>>;

beforeAll(async () => {
  world = await startWorld({ payments: false });
}, 150_000);

/** A template of its own, open in the editor. */
async function copied(desk: Desk): Promise<string> {
  await desk.get('/desk/templates');
  const page = await desk.submit('template:copy');
  expect(page.state).toBe('editing');
  return new URL(page.url).pathname.split('/').at(-1) ?? '';
}

const press = (desk: Desk, what: string, filled: Record<string, string> = {}) =>
  desk.submit('template:save', { do: what, ...filled });
const versions = (templateId: string) => world.db.templateVersion.count({ where: { templateId } });
/** The number of the row that holds a clause, in the page as it is. */
const rowOf = (desk: Desk, id: string) =>
  [...desk.page.html.matchAll(/name="clause(\d+)" value="([^"]+)"/g)].find(([, , each]) => each === id)?.[1] ?? '';
const ownRow = (desk: Desk) => [...desk.page.html.matchAll(/name="clause(\d+)" value="own-[a-z]{10}"/g)][0]?.[1] ?? '';

describe('the editor', () => {
  test('keeps what is typed while clauses are moved, added and removed, and saves nothing before Save', async () => {
    const desk = await world.desk();
    const id = await copied(desk);
    await press(desk, 'own', { title: 'Our own way', deposit: '12.5' });
    const row = ownRow(desk);
    await press(desk, `up.${row}`, { [`title${row}`]: 'Files', [`text${row}`]: 'We keep {{ title }}.' });
    expect(Number(ownRow(desk))).toBe(Number(row) - 1);
    const portfolio = rowOf(desk, 'portfolio');
    await press(desk, `remove.${portfolio}`);
    expect(rowOf(desk, 'portfolio')).toBe('');
    await press(desk, 'add', { add: 'portfolio' });
    expect(rowOf(desk, 'portfolio')).not.toBe('');
    await press(desk, 'look', { [`place${rowOf(desk, 'portfolio')}`]: '3' });
    expect(rowOf(desk, 'portfolio')).toBe('2');
    for (const kept of ['value="Our own way"', 'value="12.5"', 'We keep {{ title }}.'])
      expect(desk.page.html.includes(kept), kept).toBe(true);
    expect(await versions(id)).toBe(1);
    await press(desk, 'save');
    expect(desk.page.html).toContain('Saved as version 2');
    const { head, entries } = await world.db.templateVersion.findFirstOrThrow({ where: { templateId: id, number: 2 } });
    expect(head).toMatchObject({ title: 'Our own way', defaults: { depositMilli: 12_500 } });
    expect(textOf(entries as object)).toContain('We keep {{ title }}.');
  });

  test('keeps what a template says of rights, costs and an early end, and takes other words for them', async () => {
    const desk = await world.desk();
    await desk.get('/desk/templates');
    const { business = '', key = '' } = carriedBy(desk.page.html, 'template:copy');
    const copy = await desk.post('/desk/templates/copy', { business, key: `${key}-video`, from: 'video' });
    const id = new URL(copy.url).pathname.split('/').at(-1) ?? '';
    await press(desk, 'save', { about: 'For films of our own kind.' });
    const saved = async (number: number) =>
      (await world.db.templateVersion.findFirstOrThrow({ where: { templateId: id, number } })).head as object;
    const { defaults } = templateOf('video')!;
    expect(await saved(2)).toMatchObject({ about: 'For films of our own kind.', defaults });
    await press(desk, 'save', { licenceFor: '2 years', killFee: '25', portfolio: 'no' });
    expect(await saved(3)).toMatchObject({
      defaults: { ...defaults, rights: { ...defaults.rights, months: 24 }, killFeeMilli: 25_000, portfolio: 'no' },
    });
    await desk.get(`/desk/templates/${id}/history`);
    for (const said of ['for 2 years</ins>', '25% of the price for work not yet done', '<ins>Not shown</ins>'])
      expect(desk.page.html.includes(said), said).toBe(true);
  });

  test('offers what a contract with a price can say, each wording told apart by whose side it takes', async () => {
    const desk = await world.desk();
    await copied(desk);
    await press(desk, `remove.${rowOf(desk, 'portfolio')}`);
    const offered = [...desk.page.html.matchAll(/<option[^>]*value="([a-z-]+)"[^>]*>([^<]+)</g)];
    const labels = offered.map(([, , label = '']) => label);
    expect(labels).toEqual(expect.arrayContaining(['Showing the work (best for you)', 'Showing the work (balanced)']));
    expect(new Set(labels).size).toBe(labels.length);
    for (const [, id] of offered) expect(id).not.toMatch(/^(?:nda|change-order)-/);
  });

  test('says what is wrong where it is, keeps all that was typed, and takes out what can’t be seen', async () => {
    const desk = await world.desk();
    const id = await copied(desk);
    await press(desk, 'own');
    const row = ownRow(desk);
    const typed = {
      deposit: '101',
      netDays: 'soon',
      [`title${row}`]: '<b>Files</b>',
      [`text${row}`]: 'Fine.\nHid\u200bden {{ nothing }}',
    };
    await press(desk, 'save', typed);
    expect(desk.page.status).toBe(422);
    expect(desk.page.state).toBe('refused');
    for (const said of ['from 0 to 100', 'from 0 to 120', 'value="101"', 'value="soon"', '&lt;b>Files'])
      expect(desk.page.html.includes(said), said).toBe(true);
    expect(desk.page.html).not.toContain('<b>Files');
    await press(desk, 'save', { deposit: '10', netDays: '7', [`title${row}`]: 'Files' });
    // The form shown before had lost what can't be seen, so only the name is left to mend.
    expect(desk.page.html).toContain('Line 2: {{ nothing }} names a value that there is not');
    expect(desk.page.html).not.toContain('\u200b');
    await press(desk, 'preview', { deposit: '10' });
    expect(desk.page.status).toBe(422);
    expect(await versions(id)).toBe(1);
  });

  test('shows what somebody else saved meanwhile, and loses nothing of either', async () => {
    const [one, two] = [await world.desk(), await world.desk()];
    const id = await copied(one);
    await two.get(`/desk/templates/${id}`);
    await press(one, 'save', { title: 'Changed by the first', deposit: '20' });
    await press(two, 'save', { title: 'Changed by the second', netDays: '30' });
    expect(two.page.status).toBe(422);
    for (const said of [
      'saved version 2 while you were editing',
      '<ins>Changed by the first</ins>',
      'value="Changed by the second"',
      'value="30"',
    ])
      expect(two.page.html.includes(said), said).toBe(true);
    expect(await versions(id)).toBe(2);
    await press(two, 'save');
    expect(two.page.html).toContain('Saved as version 3');
    await two.get(`/desk/templates/${id}/history`);
    expect(two.page.html).toContain('<del>Changed by the first</del>');
    await two.submit('template:restore', { number: '2' });
    expect(two.page.html).toContain('Version 4 is the one that contracts are made of now');
    await two.submit('template:restore', { number: '1', after: '3' });
    expect(two.page.html).toContain('while you were editing');
    expect(await versions(id)).toBe(4);
  });

  test('a form sent twice is one version, and a copy pressed twice one template', async () => {
    const desk = await world.desk();
    await desk.get('/desk/templates');
    const before = await world.db.template.count();
    const list = desk.page.html;
    const key = /name="key" value="([^"]+)"/.exec(list)?.[1] ?? '';
    const business = /name="business" value="([^"]+)"/.exec(list)?.[1] ?? '';
    const copies = await Promise.all(
      [1, 2, 3].map(() => desk.post('/desk/templates/copy', { business, from: 'general', key })),
    );
    expect(new Set(copies.map(({ url }) => url)).size).toBe(1);
    expect(await world.db.template.count()).toBe(before + 1);
    const id = new URL(copies[0]?.url ?? '').pathname.split('/').at(-1) ?? '';
    await desk.get(`/desk/templates/${id}`);
    await press(desk, 'save', { title: 'Twice pressed' });
    await desk.get(`/desk/templates/${id}`);
    await press(desk, 'save', { title: 'Twice pressed' });
    expect(await versions(id)).toBe(2);
  });
});

describe('who may', () => {
  test('an owner who is one no more finds the door closed, and nothing is saved', async () => {
    const desk = await world.desk(world.fern);
    const id = await copied(desk);
    const { owner } = world.other.people;
    Object.assign(owner, { isOwner: false, isAdmin: false });
    await world.db.$executeRaw`ALTER TABLE "Evidence" DISABLE TRIGGER evidence_final`;
    await world.db.evidence.updateMany({ where: { kind: 'workspace.installed' }, data: { kind: 'hidden' } });
    await press(desk, 'save', { title: 'Not any more' });
    expect(desk.page.status).toBe(401);
    expect((await desk.get('/desk/templates')).status).toBe(401);
    await world.db.evidence.updateMany({ where: { kind: 'hidden' }, data: { kind: 'workspace.installed' } });
    await world.db.$executeRaw`ALTER TABLE "Evidence" ENABLE TRIGGER evidence_final`;
    Object.assign(owner, { isOwner: true, isAdmin: true });
    expect(await versions(id)).toBe(1);
  });

  test('a form without its business, or of another one, saves nothing', async () => {
    const desk = await world.desk();
    const id = await copied(desk);
    expect((await press(desk, 'save', { title: 'Elsewhere', business: 'biz_other' })).status).toBe(409);
    expect((await desk.post(`/desk/templates/${id}/archive`, { archived: 'yes' })).status).toBe(409);
    expect(await versions(id)).toBe(1);
  });

  test('the NDA can be looked at and not copied, and the page says why', async () => {
    const desk = await world.desk();
    await desk.get('/desk/templates');
    expect(desk.page.html).toContain('This one stands as it is: nothing is paid under it');
    const before = await world.db.template.count();
    const { business, key } = carriedBy(desk.page.html, 'template:copy');
    const answer = await desk.post('/desk/templates/copy', { business: business ?? '', from: 'nda', key: `${key}x` });
    expect(answer.html).toContain('This one stands as it is');
    expect(await world.db.template.count()).toBe(before);
    expect((await desk.get('/desk/templates/nda/preview.pdf')).status).toBe(200);
  });

  test('an archived template is not offered, and comes back', async () => {
    const desk = await world.desk();
    const id = await copied(desk);
    const offered = async () => {
      await world.mia.command('/contract', '', { channel: 'projects' });
      const form = await world.mia.waitForView('contract:terms');
      const shown = textOf(form.blocks);
      await world.mia.close(undefined, { all: true });
      return shown.includes(id);
    };
    expect(await offered()).toBe(true);
    await desk.get('/desk/templates');
    const business = /name="business" value="([^"]+)"/.exec(desk.page.html)?.[1] ?? '';
    expect((await desk.post(`/desk/templates/${id}/archive`, { business, archived: 'yes' })).html).toContain(
      'Archived. The form',
    );
    expect(await offered()).toBe(false);
    await desk.post(`/desk/templates/${id}/archive`, { business, archived: 'no' });
    expect(await offered()).toBe(true);
  });
});
