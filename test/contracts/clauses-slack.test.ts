import { beforeAll, expect, test, vi } from 'vitest';
import type { SandboxPerson } from '../../src/sandbox/slack/person.ts';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { draft, sendCard } from '../support/acts.ts';
import { cardOf, startWorld, textOf, threadOf, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await draft(
    world,
    'Brand identity for Acme (dana@acme.test), EUR 4,000, 50% deposit, two rounds of revisions, start 2 March, done by 10 April',
    { deliverables: 'Logo', specialTerms: 'We meet on Mondays.' },
  );
});

const newest = () => world.db.version.findFirstOrThrow({ orderBy: [{ createdAt: 'desc' }, { number: 'desc' }] });
const count = () => world.db.version.count();
const clauseIn = async (family: string) =>
  ((await newest()).clauses as { id: string; family: string; markdown: string }[]).find((one) => one.family === family);
const rowOf = (view: SandboxView, words: string) =>
  view.blocks.find((block) => block.type === 'section' && textOf(block).includes(words));
const shown = (who = world.mia) => textOf(who.openView?.blocks);

async function openClauses(who: SandboxPerson = world.mia): Promise<SandboxView> {
  await who.close(undefined, { all: true });
  await who.press(cardOf(world.team), 'contract:clauses');
  return who.waitForView('contract:clauses');
}

async function openWordings(title: string, who: SandboxPerson = world.mia): Promise<SandboxView> {
  const list = await openClauses(who);
  await who.press(list, 'clause:wordings', { blockId: String(rowOf(list, title)?.block_id) });
  return who.waitForView('clause:wordings');
}

const take = (id: string, who = world.mia, options = {}) =>
  who.press(who.openView as SandboxView, 'clause:take', { blockId: `wording-${id}`, ...options });

test('the form says of the chosen kind of work what it is for, and of each to choose from', async () => {
  await world.mia.command('/contract', 'Logo for Fir (fir@client.test), EUR 500', { channel: 'projects' });
  const form = await world.mia.waitForView('contract:terms');
  expect(textOf(form.blocks)).toContain('For weddings, events and portraits');
  expect(textOf(form.blocks.find((block) => textOf(block.hint as object).includes('logos')))).toContain('"template"');
  await world.mia.fill(form, { template: 'web' });
  const hints = () => textOf(world.mia.openView?.blocks.map(({ hint }) => hint ?? null));
  await expect.poll(hints).toContain('For websites, shops, apps and software');
  await world.mia.close(undefined, { all: true });
});

test('every clause is listed by number with why it stands, whether it is protected, and whom its wording favours', async () => {
  const view = await openClauses();
  const version = await newest();
  for (const { number, title } of version.clauses as { number: number; title: string }[])
    expect(textOf(view.blocks)).toContain(`*${number}. ${title}*`);
  const liability = textOf(rowOf(view, 'Liability*'));
  expect(liability).toContain('Keeps the risk in proportion to the price');
  expect(liability).toContain('Protected. Balanced, one of 3 wordings');
  expect(textOf(rowOf(view, 'Special terms*'))).toContain('Your own words');
  expect(textOf(rowOf(view, 'Deposit*'))).not.toContain('clause:wordings');
});

test('a clause opens with every wording in full, as these terms fill it, from the best to the one to walk away from', async () => {
  const view = await openWordings('Liability*');
  const words = shown();
  const order = ['Best for you', 'Balanced* (stands now)', 'If the client insists', 'Walk away'];
  const at = order.map((each) => words.indexOf(each));
  expect(at.every((place, index) => place > (at[index - 1] ?? -1))).toBe(true);
  expect(words).toContain('twice the total price of EUR 4,000.00');
  expect(words).toContain('The client asks for more than the price, and your insurance covers the sum.');
  const presses = view.blocks.filter((block) => textOf(block).includes('clause:take')).map(({ block_id }) => block_id);
  expect(presses).toEqual(['wording-liability-paid', 'wording-liability-double']);
});

test('one press takes a wording as the next version, shows what it changed, and another press takes it back', async () => {
  const { mia, team } = world;
  const first = await newest();
  await take('liability-double');
  await expect.poll(shown).toContain('Version 2 is drafted with this wording');
  expect(shown()).toMatch(/\*[^*]*twice[^*]*\*/);
  expect(shown()).toMatch(/If the client insists\* \(stands now\)/);
  expect(await clauseIn('liability')).toMatchObject({ id: 'liability-double' });
  const second = await newest();
  expect(second.reading).toBe('wording');
  expect(second.terms).toEqual({
    ...(first.terms as object),
    variants: { value: { liability: 'liability-double' }, origin: 'form' },
  });
  await world.settle();
  expect(threadOf(team).join('\n')).toContain('Another wording taken by Mia Berg: version 2 is drafted');
  expect(textOf(cardOf(team).blocks)).toContain('contract:undo');
  await mia.press(mia.openView as SandboxView, 'clause:undo');
  await expect.poll(shown).toContain('Undone: version 3 has the wording from before');
  expect(shown()).toContain('Balanced* (stands now)');
  const third = await newest();
  expect([third.number, third.terms, third.text]).toEqual([3, first.terms, first.text]);
  await world.settle();
  expect(textOf(cardOf(team).blocks)).not.toContain('contract:undo');
  await mia.close();
  expect(textOf(rowOf(mia.openView as SandboxView, 'Liability*'))).toContain('Balanced, one of 3');
});

test('pressed twice it is taken once, and the card’s Undo takes it back as well', async () => {
  const { mia, team } = world;
  const before = await newest();
  const view = structuredClone(await openWordings('Accepting the work*'));
  const press = () => mia.press(view, 'clause:take', { blockId: 'wording-acceptance-reminded', stale: true });
  await Promise.all([press(), press()]);
  await world.settle();
  await press();
  await expect.poll(shown).toContain('That wording stands already');
  expect(await count()).toBe(before.number + 1);
  await mia.close(undefined, { all: true });
  await mia.press(cardOf(team), 'contract:undo');
  await expect.poll(count).toBe(before.number + 2);
  expect((await newest()).terms).toEqual(before.terms);
  await world.settle();
});

test('two people with a clause open take two wordings, and neither undoes the other', async () => {
  const { mia, jonas } = world;
  await openWordings('Liability*', mia);
  await openWordings('Showing the work*', jonas);
  await take('liability-paid', mia);
  await expect.poll(shown).toContain('is drafted');
  await take('portfolio-credit', jonas);
  await expect.poll(() => shown(jonas)).toContain('is drafted');
  expect((await newest()).terms).toMatchObject({
    variants: { value: { liability: 'liability-paid', portfolio: 'portfolio-credit' } },
  });
  await mia.close();
  expect(textOf(rowOf(mia.openView as SandboxView, 'Liability*'))).toContain('Best for you, one of 3');
  // Going back to the template's own leaves no choice behind.
  await take('portfolio', jonas);
  await expect.poll(async () => (await clauseIn('portfolio'))?.id).toBe('portfolio');
  expect((await newest()).terms).toMatchObject({ variants: { value: { liability: 'liability-paid' } } });
  await world.settle();
});

test('what nobody signs, and what is for other places, is shown and can’t be taken, even by a forged press', async () => {
  const { mia } = world;
  const before = await count();
  const view = await openWordings('Late payment*');
  expect(shown()).toContain('Made for United States: neither side is there.');
  for (const forged of ['late-payment-business-never', 'late-payment-business-us', 'deposit-none', 'photo-licence']) {
    const value = (block: object) =>
      JSON.parse(JSON.stringify(block).replaceAll(/\|late-payment-business-\w+"/g, `|${forged}"`));
    await mia.press({ ...view, blocks: view.blocks.map(value) }, 'clause:take', {
      blockId: 'wording-late-payment-business-eu',
      stale: true,
    });
    await expect.poll(shown, { message: forged }).toMatch(/kept to be recognised|is for US|not in this contract/);
    await mia.close();
  }
  expect(await count()).toBe(before);
});

test('a wording is read by the gate that every edit goes through, and a version that is out stays out', async () => {
  const { mia, team } = world;
  await mia.close(undefined, { all: true });
  await sendCard(world);
  const out = await newest();
  await openWordings('Liability*');
  expect(shown()).toContain('the one that is out stays until you send the new one');
  await take('liability');
  await expect.poll(shown).toContain('is drafted with this wording');
  expect((await world.db.version.findFirstOrThrow({ where: { id: out.id } })).state).toBe('sent');
  expect(await newest()).toMatchObject({ state: 'draft', reading: 'wording' });
  await world.settle();
  expect(textOf(cardOf(team).blocks)).toContain('the one before it is still out');
  await mia.close(undefined, { all: true });
  await sendCard(world);
});

test('what is signed can be read clause by clause, and no press changes it', async () => {
  const { mia } = world;
  const view = structuredClone(await openWordings('Liability*'));
  const client = world.client();
  await client.openNewest('dana@acme.test', 'contract.sent');
  await client.sign('Dana Reed', 'dana@acme.test');
  await world.settle();
  const before = await newest();
  await mia.press(view, 'clause:take', { blockId: 'wording-liability-double', stale: true });
  await expect.poll(shown).toContain('has signed this contract');
  await openWordings('Liability*');
  expect(shown()).not.toContain('clause:take');
  expect((await newest()).id).toBe(before.id);
});

test('another workspace can neither read nor take', async () => {
  const { fern, other } = world;
  const mine = await newest();
  await draft(world, 'Flyer for Oak (oak@client.test), EUR 900, done by 10 April', {}, fern);
  const forged = JSON.parse(JSON.stringify(cardOf(other)).replaceAll(/ver_[a-z0-9]+/gi, mine.id));
  const told = fern.ephemerals.length;
  await fern.press(forged, 'contract:clauses', { stale: true });
  await expect.poll(() => textOf(fern.ephemerals.slice(told))).toContain('is not here');
  expect(fern.openView).toBeUndefined();
});
