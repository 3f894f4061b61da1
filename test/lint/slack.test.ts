import { beforeAll, expect, test, vi } from 'vitest';
import type { SandboxPerson } from '../../src/sandbox/slack/person.ts';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { draft, sendCard } from '../support/acts.ts';
import { cardOf, startWorld, textOf, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

const brief = (name: string) =>
  `Brand identity for ${name} GmbH (${name.toLowerCase()}@client.test), EUR 4,000, 50% deposit, two rounds of revisions, start 15 February, done by 27 March`;
const newest = () => world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
const idOf = (view: SandboxView) => view.id;
/** The rules whose findings a list shows, in its order. */
const rulesIn = (view: SandboxView) =>
  view.blocks.flatMap(({ type, block_id }) => (type === 'actions' && block_id?.includes('.') ? [block_id] : []));

async function drafted(name: string, filled: Record<string, unknown>) {
  await draft(world, brief(name), { deliverables: 'Logo as SVG\nStyle guide', ...filled });
}

async function openCheck(who: SandboxPerson = world.mia): Promise<SandboxView> {
  await who.close(undefined, { all: true });
  await who.press(cardOf(world.team), 'contract:lint');
  return who.waitForView('contract:lint');
}

async function fix(rule: string, who: SandboxPerson = world.mia, options = {}) {
  const view = await who.waitForView('contract:lint');
  await who.press(view, 'lint:fix', { blockId: rule, ...options });
  await world.settle();
  return who.waitForView('contract:lint');
}

test('what blocks stands on the card and is not sent; one press settles it where it is listed', async () => {
  const { mia, team } = world;
  await drafted('Oak', { specialTerms: 'Files as SVG. The total price is EUR 4,500.', netDays: '75' });
  const card = () => textOf(cardOf(team).blocks);
  expect(card()).toContain('names EUR 4,500.00, a sum that the price');
  expect(card()).toMatch(/\d suggestions?: press Check/);
  const told = mia.ephemerals.length;
  await mia.press(cardOf(team), 'contract:send');
  await expect.poll(() => textOf(mia.ephemerals[told]?.blocks)).toContain('Press Check on the card');
  expect(mia.openView).toBeUndefined();

  const view = await openCheck();
  expect(rulesIn(view).slice(0, 2)).toEqual(['custom.other-sum', 'germany-late-payment.pay-within']);
  const words = textOf(view.blocks);
  expect(words).toContain('“The total price is EUR 4,500.”');
  expect(words).toContain('<https://www.gesetze-im-internet.de/bgb/__271a.html|BGB § 271a(1)');
  expect(words).toMatch(/as noted \w{3} \d{1,2} \w+ 20\d\d/);
  expect(words).toContain('not legal advice');
  for (const title of ['*Another sum in your own words*', '*Long time to pay*']) expect(words).toContain(title);
  for (const rule of rulesIn(view)) expect(words).not.toMatch(new RegExp(`"text":"[^"]*${rule}`));

  const after = await fix('custom.other-sum');
  expect(idOf(after)).toBe(idOf(view));
  expect(rulesIn(after)).not.toContain('custom.other-sum');
  expect(textOf(after.blocks)).toContain('Version 2 stands now');
  expect((await newest()).terms).toMatchObject({ specialTerms: { value: 'Files as SVG.', origin: 'form' } });
  expect(card()).not.toContain('EUR 4,500.00');
  await mia.close(undefined, { all: true });
  await mia.press(cardOf(team), 'contract:send');
  expect(textOf((await mia.waitForView('contract:send')).blocks)).toContain('Files as SVG.');
});

test('a press that comes twice makes one version', async () => {
  await drafted('Elm', { netDays: '75' });
  const view = structuredClone(await openCheck());
  const press = () => world.mia.press(view, 'lint:fix', { blockId: 'germany-late-payment.pay-within', stale: true });
  await Promise.all([press(), press()]);
  await world.settle();
  await press();
  await world.settle();
  const { contractId, number } = await newest();
  expect(number).toBe(2);
  expect(await world.db.version.count({ where: { contractId } })).toBe(2);
  expect(textOf((await world.mia.waitForView('contract:lint')).blocks)).toContain('settled meanwhile');
});

test('two people with the list open settle two things, and neither undoes the other', async () => {
  const { mia, jonas } = world;
  await drafted('Ash', { netDays: '75', specialTerms: 'The deposit is non-refundable.' });
  await openCheck(mia);
  await openCheck(jonas);
  await fix('germany-late-payment.pay-within', mia);
  const seen = await fix('custom.non-refundable', jonas);
  const { number, terms } = await newest();
  expect(number).toBe(3);
  expect(terms).toMatchObject({ netDays: { value: 30, origin: 'form' } });
  expect(terms).not.toHaveProperty('specialTerms');
  expect(rulesIn(seen)).not.toContain('germany-late-payment.pay-within');
});

test('what changed its meaning meanwhile is not done, and the list shows what stands', async () => {
  await drafted('Fir', {});
  const view = await openCheck();
  expect(rulesIn(view)).toContain('time.end-off');
  await world.jonas.press(cardOf(world.team), 'contract:edit');
  const form = await world.jonas.waitForView('contract:terms');
  await world.jonas.fill(form, { endOn: '2027-04-10' });
  await world.jonas.submit(form);
  await world.settle();
  const before = await newest();
  const after = await fix('time.end-off');
  expect((await newest()).id).toBe(before.id);
  expect(textOf(after.blocks)).toContain('settled meanwhile');
  expect(rulesIn(after)).toContain('time.end-off');
  await fix('time.end-off');
  expect((await newest()).terms).toMatchObject({ endOn: { value: '2027-04-12', origin: 'form' } });
});

test('another workspace can neither look nor press', async () => {
  const { fern, other } = world;
  const mine = await newest();
  await draft(world, brief('Birch'), {}, fern);
  const card = cardOf(other);
  const forged = JSON.parse(JSON.stringify(card).replaceAll(/ver_[a-z0-9]+/gi, mine.id));
  const told = fern.ephemerals.length;
  await fern.press(forged, 'contract:lint', { stale: true });
  await expect.poll(() => fern.ephemerals.length).toBeGreaterThan(told);
  expect(textOf(fern.ephemerals[told]?.blocks)).not.toContain('Fir');
  expect(fern.openView).toBeUndefined();
});

test('what the client has signed is not looked at any more, and what is out gets a new draft', async () => {
  const { mia, team } = world;
  await mia.close(undefined, { all: true });
  await drafted('Yew', {});
  await sendCard(world);
  await openCheck();
  await fix('time.end-off');
  expect(textOf(cardOf(team).blocks)).toContain('the one before it is still out');
  await mia.close(undefined, { all: true });
  await sendCard(world);
  const sent = structuredClone(cardOf(team));
  const list = await openCheck();
  const browser = world.client();
  await browser.openNewest('yew@client.test', 'contract.sent');
  await browser.sign('Yew Tree', 'yew@client.test');
  await world.settle();
  await mia.press(list, 'lint:way', { blockId: rulesIn(list)[0]!, stale: true });
  await expect.poll(() => textOf(mia.openView?.blocks)).toContain('has signed');
  await mia.close(undefined, { all: true });
  const told = mia.ephemerals.length;
  await mia.press(sent, 'contract:lint', { stale: true });
  await expect.poll(() => textOf(mia.ephemerals[told]?.blocks)).toContain('has signed');
});
