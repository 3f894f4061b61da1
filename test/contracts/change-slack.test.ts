import { beforeAll, expect, test, vi } from 'vitest';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { draft, sendCard, warmUp } from '../support/acts.ts';
import { cardOf, startWorld, textOf, threadOf, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await warmUp(world);
  await draft(
    world,
    'Brand identity for Acme (dana@acme.test), EUR 4,000, 50% deposit, two rounds of revisions, start 2 March, done by 10 April',
  );
});

const newest = () => world.db.version.findFirstOrThrow({ orderBy: [{ createdAt: 'desc' }, { number: 'desc' }] });
const count = () => world.db.version.count();
const termsOf = async () =>
  (await newest()).terms as Record<string, { value: unknown; origin: string; quote?: string }>;

async function ask(body: string, who = world.mia): Promise<SandboxView> {
  await who.close(undefined, { all: true });
  await who.press(cardOf(world.team), 'contract:change');
  const form = await who.waitForView('contract:change');
  await who.fill(form, { body });
  await who.submit(form);
  return who.waitForView('contract:change');
}

const shown = () => textOf(world.mia.openView?.blocks);

test('plain words are shown as a redline, terms first, and make the next version once they are sent as they stand', async () => {
  const view = await ask('make it 40% and add a kill fee');
  expect(shown()).toContain('*Deposit:* EUR 2,000.00 (50%) → EUR 1,600.00 (40%)');
  expect(shown()).toContain('You start with EUR 400.00 less in hand.');
  expect(shown()).toMatch(/~[^~]*2,000\.00[^~]*~/);
  expect(shown()).toMatch(/\*[^*]*1,600\.00[^*]*\*/);
  expect(shown()).toContain('How large should the kill fee be');
  expect(await count()).toBe(1);
  await world.mia.fill(view, { answer1: '0' });
  await world.mia.submit(view);
  const answered = await world.mia.waitForView('contract:change');
  expect(shown()).toContain('25% of the price for work not yet done');
  await Promise.all([world.mia.submit(answered), world.mia.submit(answered)]);
  await world.settle();
  expect(await count()).toBe(2);
  const terms = await termsOf();
  expect(terms.deposit).toMatchObject({
    value: { kind: 'share', percentMilli: 40_000 },
    origin: 'form',
    quote: 'make it 40%',
  });
  expect(terms.killFee).toMatchObject({ value: { percentMilli: 25_000 }, origin: 'form' });
  expect(terms.fee).toMatchObject({ origin: 'brief' });
  expect(threadOf(world.team).join('\n')).toContain('Changed by Mia Berg: version 2 is drafted');
  expect(textOf(cardOf(world.team).blocks)).toContain('contract:undo');
});

test('undo makes a next version with the terms from before, once however often it is pressed', async () => {
  const { mia, team } = world;
  await mia.close(undefined, { all: true });
  const card = cardOf(team);
  await Promise.all([
    mia.press(card, 'contract:undo', { stale: true }),
    mia.press(card, 'contract:undo', { stale: true }),
  ]);
  await expect.poll(count).toBe(3);
  await world.settle();
  expect(await count()).toBe(3);
  const [first, , third] = await world.db.version.findMany({ orderBy: { number: 'asc' } });
  expect(third?.terms).toEqual(first?.terms);
  expect(third?.textSha256).toEqual(first?.textSha256);
  expect(threadOf(team).join('\n')).toContain('Change undone by Mia Berg: version 3 is drafted');
  expect(textOf(cardOf(team).blocks)).not.toContain('contract:undo');
});

test('words that ask for nothing make nothing, and what depends on something is said', async () => {
  const view = await ask('Thanks, looks great');
  expect(shown()).toContain('Nothing would change');
  await world.mia.submit(view);
  await world.mia.fill(await world.mia.waitForView('contract:change'), {
    body: 'If you start earlier we pay 4,500. <!channel> *price* -5',
  });
  await world.mia.submit(await world.mia.waitForView('contract:change'));
  await expect.poll(shown).toContain('depends on something');
  expect(shown()).not.toMatch(/mrkdwn","text":"[^"]*<!channel>/);
  expect(await count()).toBe(3);
});

test('words typed anew after the redline are shown first, and terms that can’t stand are not saved', async () => {
  const view = await ask('price 4,500');
  await world.mia.fill(view, { body: 'done by 1 February' });
  await world.mia.submit(view);
  await expect.poll(shown).toContain('The work would end before it starts.');
  expect(await count()).toBe(3);
  await world.mia.submit(await world.mia.waitForView('contract:change'));
  await world.settle();
  expect(await count()).toBe(3);
});

test('a version made meanwhile is not overwritten', async () => {
  const mine = await ask('price 4,200');
  await ask('price 4,300', world.jonas);
  await world.jonas.submit(await world.jonas.waitForView('contract:change'));
  await world.settle();
  expect((await termsOf()).fee).toMatchObject({ value: { minor: '430000' } });
  expect(textOf((await world.mia.submit(mine)).errors)).toContain('newer version');
  expect((await termsOf()).fee).toMatchObject({ value: { minor: '430000' } });
});

test('a version that is out stays out while its change is a draft, and a signed one has no change', async () => {
  await sendCard(world);
  const out = await newest();
  const view = await ask('three rounds');
  await world.mia.submit(view);
  await world.settle();
  expect((await world.db.version.findFirstOrThrow({ where: { id: out.id } })).state).toBe('sent');
  expect(await newest()).toMatchObject({ state: 'draft', reading: 'change' });
});

test('another workspace’s version can’t be changed or undone, and is as if it were not there', async () => {
  const { fern, other } = world;
  await draft(world, 'Flyer for Oak (oak@client.test), EUR 900, done by 10 April', {}, fern);
  const theirs = await newest();
  const before = await count();
  const told = world.mia.ephemerals.length;
  const card = cardOf(world.team);
  const own = /"action_id":"contract:change","value":"(\w+)"/.exec(textOf(card.blocks))?.[1] ?? '-';
  const forged = { ...card, blocks: JSON.parse(textOf(card.blocks).replaceAll(own, theirs.id)) };
  expect(textOf(forged.blocks)).toContain(theirs.id);
  for (const action of ['contract:change', 'contract:undo']) await world.mia.press(forged, action, { stale: true });
  await expect.poll(() => world.mia.ephemerals.length).toBe(told + 2);
  expect(textOf(world.mia.ephemerals.slice(told))).toContain('is not here');
  expect([await count(), cardOf(other).metadata?.event_payload]).toMatchObject([before, { state: 'drafting' }]);
});
