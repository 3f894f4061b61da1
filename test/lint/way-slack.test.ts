import { beforeAll, expect, test, vi } from 'vitest';
import type { SandboxPerson } from '../../src/sandbox/slack/person.ts';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { draft } from '../support/acts.ts';
import { cardOf, startWorld, textOf, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

const newest = () => world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
const rulesIn = (view: SandboxView) =>
  view.blocks.flatMap(({ type, block_id }) => (type === 'actions' && block_id?.includes('.') ? [block_id] : []));
/** The fields of a form that have the focus. */
const focusedIn = (view: SandboxView) =>
  view.blocks.flatMap((block) => {
    const { element } = block as { element?: { action_id: string; focus_on_load?: boolean } };
    return element?.focus_on_load ? [element.action_id] : [];
  });

async function openCheck(who: SandboxPerson = world.mia): Promise<SandboxView> {
  await who.close(undefined, { all: true });
  await who.press(cardOf(world.team), 'contract:lint');
  return who.waitForView('contract:lint');
}

const shoot = (name: string, more = '') =>
  draft(
    world,
    `Photography of the summer party for ${name} GmbH (${name.toLowerCase()}@client.test), EUR 2,000, 12 June 2027 from 15:00${more}`,
    { template: 'photography' },
  );

test('a finding that only a person can settle opens the form at its field; saved, it is gone from the list below', async () => {
  const { mia, team } = world;
  await shoot('Oak');
  const list = await openCheck();
  expect(rulesIn(list)).toEqual(expect.arrayContaining(['work.no-place', 'work.no-length']));
  expect(textOf(list.blocks)).toContain('Fill in: Where');
  await mia.press(list, 'lint:way', { blockId: 'work.no-place' });
  const form = await mia.waitForView('contract:terms');
  expect(form.previousViewId).toBe(list.id);
  expect(focusedIn(form)).toEqual(['place']);
  expect(textOf([form.blocks[0]!])).toContain('*Where:* The contract does not say where the pictures are taken.');
  const at = form.blocks.findIndex(({ block_id }) => block_id?.endsWith('.place'));
  expect(textOf([form.blocks[at - 1]!])).toContain('does not say where the pictures are taken');
  await mia.fill(form, { place: 'Castle Park' });
  const sent = await mia.submit(form);
  expect(sent.errors).toEqual({});
  await world.settle();
  const after = await mia.waitForView('contract:lint');
  expect(after.id).toBe(list.id);
  expect(rulesIn(after)).not.toContain('work.no-place');
  expect(textOf(after.blocks)).toContain('Saved. This is how the contract stands now.');
  expect((await newest()).text).toContain('Castle Park');

  await mia.press(after, 'lint:way', { blockId: 'work.no-length' });
  const next = await mia.waitForView('contract:terms');
  expect(focusedIn(next)).toEqual(['hours']);
  await mia.close(next);
  expect((await mia.waitForView('contract:lint')).id).toBe(list.id);
  expect(cardOf(team)).toBeDefined();
});

test('a wrong value is said beside its field, and the list stays below', async () => {
  const { mia } = world;
  await shoot('Elm');
  const list = await openCheck();
  await mia.press(list, 'lint:way', { blockId: 'work.no-length' });
  const form = await mia.waitForView('contract:terms');
  await mia.fill(form, { hours: 'some' });
  const sent = await mia.submit(form);
  expect(sent.fields?.hours).toContain('Write the hours as a number');
  await mia.fill(form, { hours: '6' });
  await mia.submit(form);
  await world.settle();
  expect(rulesIn(await mia.waitForView('contract:lint'))).not.toContain('work.no-length');
});

test('what was settled meanwhile opens no form, and the list shows what stands', async () => {
  const { mia, jonas, team } = world;
  await shoot('Ash');
  const list = await openCheck();
  await jonas.press(cardOf(team), 'contract:edit');
  const theirs = await jonas.waitForView('contract:terms');
  await jonas.fill(theirs, { place: 'Town hall' });
  await jonas.submit(theirs);
  await world.settle();
  await mia.press(list, 'lint:way', { blockId: 'work.no-place' });
  const after = await mia.waitForView('contract:lint');
  expect(rulesIn(after)).not.toContain('work.no-place');
  expect(textOf(after.blocks)).toContain('settled meanwhile');
  // Another finding opens the form of the version that stands now, so that nothing of it is undone.
  await mia.press(after, 'lint:way', { blockId: 'work.no-length' });
  const form = await mia.waitForView('contract:terms');
  await mia.fill(form, { hours: '6' });
  await mia.submit(form);
  await world.settle();
  expect((await newest()).terms).toMatchObject({ booking: { value: { place: 'Town hall', minutes: 360 } } });
});

test('what the business lacks is typed by an owner in its form, and the text is worded anew with one press', async () => {
  const { mia, jonas } = world;
  await mia.command('/retainer', 'settings', { channel: 'projects' });
  const settings = await mia.waitForView('workspace:profile');
  await mia.fill(settings, { taxRate: '19', taxId: '' });
  await mia.submit(settings);
  await mia.close(undefined, { all: true });
  await draft(world, 'Logo for Fir GmbH (fir@client.test), EUR 4,000, two rounds, done by 26 March', {
    deliverables: 'Logo as SVG',
  });
  const others = await openCheck(jonas);
  await jonas.press(others, 'lint:way', { blockId: 'money.tax-number' });
  await expect.poll(() => textOf(jonas.openView?.blocks)).toMatch(/owner/i);
  await jonas.close(undefined, { all: true });

  const list = await openCheck();
  expect(textOf(list.blocks)).toContain('Your business: Tax or VAT number');
  await mia.press(list, 'lint:way', { blockId: 'money.tax-number' });
  const profile = await mia.waitForView('workspace:profile');
  expect(focusedIn(profile)).toEqual(['taxId']);
  expect(textOf(profile.blocks)).toContain('*Tax or VAT number:* You charge tax');
  await mia.fill(profile, { taxId: 'DE123456789' });
  await mia.submit(profile);
  await world.settle();
  const after = await mia.waitForView('contract:lint');
  expect(after.id).toBe(list.id);
  expect(rulesIn(after)).not.toContain('money.tax-number');
  expect(rulesIn(after)[0]).toBe('parties.own-changed');
  expect(textOf(after.blocks)).toContain('does not have your tax number as it stands in the settings now');
  await mia.press(after, 'lint:fix', { blockId: 'parties.own-changed' });
  await world.settle();
  expect(rulesIn(await mia.waitForView('contract:lint'))).not.toContain('parties.own-changed');
  expect((await newest()).text).toContain('DE123456789');
});

test('of several choices each is a press', async () => {
  const { mia } = world;
  await draft(world, 'Logo for Dana Reyes (dana@client.test), EUR 4,000, two rounds, done by 26 March', {
    deliverables: 'Logo as SVG',
    milestones: 'Concept: 50%; 1 March 2027\nFiles: 50%; 1 June 2027',
    deposit: 'none',
  });
  const list = await openCheck();
  const words = textOf(list.blocks);
  for (const each of [
    'Fix: Make the end Tue 1 June 2027',
    'Or: Have it paid by Fri 26 March 2027',
    'Change: Parts of the price',
  ])
    expect(words).toContain(each);
  await mia.press(list, 'lint:fix.1', { blockId: 'time.part-late' });
  await world.settle();
  expect(rulesIn(await mia.waitForView('contract:lint'))).not.toContain('time.part-late');
  expect((await newest()).terms).toMatchObject({
    endOn: { value: '2027-03-26' },
    milestones: { value: [{}, { dueOn: '2027-03-26' }] },
  });
});

test('another workspace is led nowhere by a forged button', async () => {
  const { fern } = world;
  const { id } = await newest();
  await draft(world, 'Logo for Birch GmbH (birch@client.test), EUR 400, done by 26 March', {}, fern);
  await fern.press(cardOf(world.other), 'contract:lint');
  const theirs = await fern.waitForView('contract:lint');
  const forged = JSON.parse(JSON.stringify(theirs).replaceAll(/ver_[a-z0-9]+/gi, id));
  const [rule] = rulesIn(forged);
  await fern.press(forged, 'lint:way', { blockId: rule!, stale: true });
  await expect.poll(() => textOf(fern.openView?.blocks)).not.toContain('Dana');
  expect(fern.openView?.callbackId).not.toBe('contract:terms');
});
