import { beforeAll, expect, test, vi } from 'vitest';
import type { ContractChange } from '../../src/contracts/change-model.ts';
import { draftAndSend } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { cardOf, startWorld, textOf, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 90_000 });

let world: World;
let dana: ReturnType<World['client']>;
const says = (value: Partial<ContractChange>) =>
  world.vendors.model.always({ kind: 'json', value: { restated: [], wordings: [], ...value } });
beforeAll(async () => {
  world = await startWorld({ model: true, roles: ['all', 'web'] });
  world.vendors.model.always({ kind: 'json', value: {} });
  await draftAndSend(world, 'Brand identity for Acme (dana@acme.test), EUR 4,000, 50% deposit, done by 30 April 2027');
  dana = world.client();
  await dana.openNewest('dana@acme.test', 'contract.sent');
});

const PLEA = 'We would rather square up with you a full month after each bill, 30 days';
const versions = () => world.db.version.findMany({ orderBy: { number: 'asc' } });
const calls = () => world.db.modelCall.findMany({ where: { ask: 'contract_change' }, orderBy: { id: 'asc' } });
const post = () => {
  const found = world.team.all.findLast(({ blocks }) => textOf(blocks).includes('change:counter'));
  if (!found) throw new Error('no request was posted');
  return found;
};
const shown = () => textOf(world.mia.openView?.blocks);

async function ask(body: string): Promise<void> {
  const { mia, team } = world;
  await mia.close(undefined, { all: true });
  await mia.press(cardOf(team), 'contract:change');
  const form = await mia.waitForView('contract:change');
  await mia.fill(form, { body });
  await mia.submit(form);
}

test('a client’s words that no rule reads are posted as a model reads them, and nothing is made of them before a press', async () => {
  says({ restated: [{ quote: PLEA, words: '30 days to pay' }] });
  await dana.submit('contract:change', { body: PLEA });
  await world.settle();
  const words = textOf(post().blocks);
  expect(words).toContain('I could read no change of the terms from these words.');
  expect(words).toContain('*Payment:* Within 14 days → Within 30 days');
  expect(words).toContain('You wait up to 16 days longer');
  expect(words).toContain('Hold it against their words before you accept it.');
  expect(await versions()).toHaveLength(1);
  expect(await calls()).toMatchObject([{ outcome: 'answered', memberId: null }]);
});

test('accepted as read, it is the next version, its value the client’s words, marked as made with AI help', async () => {
  const { mia, team } = world;
  await Promise.all([mia.press(post(), 'change:accept-as-read'), mia.press(post(), 'change:accept-as-read')]);
  const preview = await mia.waitForView('contract:send');
  expect(textOf(preview.blocks)).toContain('Drafted with AI help');
  await world.settle();
  const [, made, ...more] = await versions();
  expect([made?.state, more]).toEqual(['draft', []]);
  expect(made?.terms).toMatchObject({ netDays: { value: 30, origin: 'client', quote: PLEA } });
  expect(textOf(cardOf(team).blocks)).toContain('Drafted with AI help');
  // It counts once it is sent; a form that is closed leaves everything as it was.
  expect(await world.db.changeRequest.findFirstOrThrow()).toMatchObject({ state: 'open', madeId: made?.id });
  await mia.close(preview);
  await world.settle();
});

test('a freelancer’s words that no rule reads become a question with what a model points at; asked once, answered by a press', async () => {
  const { mia } = world;
  const body = 'Nobody outside ever gets to see this. Deposit 40%.';
  const before = (await calls()).length;
  says({ restated: [{ quote: 'Nobody outside ever gets to see this', words: 'not in the portfolio' }] });
  await ask(body);
  await expect.poll(shown, { timeout: 10_000 }).toContain('Read with AI help');
  const view = await mia.waitForView('contract:change');
  expect(shown()).toContain('EUR 1,600.00 (40%)');
  expect(textOf(view.blocks)).toMatch(/Portfolio|portfolio/);
  await mia.fill(view, { answer1: '0' });
  await mia.submit(view);
  await expect.poll(shown).toContain('You may not show the work.');
  await mia.submit(await mia.waitForView('contract:change'));
  await world.settle();
  const made = (await versions()).at(-1);
  expect(made?.terms).toMatchObject({ portfolio: { value: 'no', origin: 'form' }, deposit: { origin: 'form' } });
  expect(await calls()).toHaveLength(before + 1);
});

test('what the rules read needs no model', async () => {
  const before = (await calls()).length;
  await ask('deposit 30%');
  await expect.poll(shown).toContain('(30%)');
  expect(await calls()).toHaveLength(before);
});

test.each([
  ['refusal', 'declined to answer'],
  ['truncated', 'cut short'],
  ['invalid-json', 'could not be used'],
  ['stream-cut', 'broke in the middle'],
  ['huge', 'far too long'],
  ['429', 'busy'],
  ['5xx', 'could not be reached'],
] as const)('%s: the rules’ reading is there, with the reason, for both sides', async (fault, why) => {
  const { vendors, mia } = world;
  says({ restated: [{ quote: 'Be gentle', words: 'no deposit' }] });
  vendors.model.faults.add({ match: 'contract_change', kind: fault, times: 1 });
  await ask('Deposit 30%. Be gentle with all of us');
  await expect.poll(shown, { timeout: 10_000 }).toContain(why);
  expect(shown()).toContain('so these words were read by rule.');
  expect(shown()).toContain('(30%)');
  expect(shown()).not.toContain('Read with AI help');
  await mia.close(undefined, { all: true });
});

test.each(['the process that asks', 'another process'])(
  '“Go on without it”, heard by %s, shows what the rules read, and nothing later replaces it',
  async (heard) => {
    const { vendors, mia } = world;
    vendors.model.asPerson(true);
    await ask(`Deposit 30%. Be gentle with ${heard}`);
    const view = await mia.waitForView('change:reading');
    await expect.poll(() => vendors.model.pending().length).toBe(1);
    const [asked] = vendors.model.pending();
    const seen = structuredClone(view);
    if (heard === 'another process') vendors.connect(world.urls()[1] ?? '');
    await mia.press(view, 'change:skip-model');
    vendors.connect(world.appUrl);
    const form = await mia.waitForView('contract:change');
    expect(shown()).toContain('You went on without the model, so these words were read by rule.');
    expect(shown()).toContain('(30%)');
    await mia.fill(form, { body: 'Typed by a person' });
    const value = { restated: [{ quote: 'Be gentle', words: 'no deposit' }], wordings: [] };
    vendors.model.answer(asked?.id ?? '', { kind: 'json', value });
    const outcome = async () => (await calls()).at(-1)?.outcome;
    // A late answer is dropped; where the first process hung up by then, there is none.
    await expect.poll(outcome, { timeout: 4_000 }).toBe('stopped');
    await mia.press(seen, 'change:skip-model', { stale: true });
    expect(textOf(mia.openView?.values)).toContain('Typed by a person');
    expect((await world.db.changeRequest.findFirstOrThrow({ orderBy: { id: 'desc' } })).said).toMatchObject({
      restated: [],
    });
    vendors.model.asPerson(false);
    await mia.close(undefined, { all: true });
  },
);

test('a client’s request is posted whatever becomes of the model', async () => {
  const { mia, team, vendors } = world;
  await mia.close(undefined, { all: true });
  await mia.press(cardOf(team), 'contract:send');
  const preview = await mia.waitForView('contract:send');
  await mia.fill(preview, { name: 'Mia Berg', consent: ['yes'] });
  expect((await mia.submit(preview)).errors).toEqual({});
  await world.settle();
  await dana.openNewest('dana@acme.test', 'contract.sent');
  vendors.model.faults.add({ match: 'contract_change', kind: '5xx', times: 1 });
  await dana.submit('contract:change', { body: 'Be gentle with all of us' });
  await world.settle();
  expect(textOf(post().blocks)).toContain('The model could not be reached, so these words were read by rule.');
  expect(textOf(post().blocks)).not.toContain('accept-as-read');
  await checkInvariants(world);
});
