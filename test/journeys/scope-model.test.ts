import { beforeAll, expect, test, vi } from 'vitest';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { draftAndSend } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { startWorld, textOf, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 90_000 });

let world: World;
beforeAll(async () => {
  world = await startWorld({ payments: false, model: true, roles: ['all', 'web'] });
  world.vendors.model.always({ kind: 'json', value: {} });
  const email = 'scope@acme.test';
  const brief = `Website for Acme (${email}), EUR 2,000, no deposit, done by 30 September 2027`;
  await draftAndSend(world, brief, { deliverables: 'Five pages\nContact form' });
  const client = world.client();
  await client.openNewest(email, 'contract.sent');
  await client.sign('Dana Reed', email);
  await world.settle();
});

const shown = () => textOf(world.mia.openView?.blocks);
async function compare(message: string): Promise<void> {
  const { mia } = world;
  await mia.close(undefined, { all: true });
  await mia.shortcut(mia.say('projects', message), 'contract:scope');
  if (mia.openView?.callbackId !== 'contract:scope') return;
  const choose = await mia.waitForView('contract:scope');
  await mia.submit(choose);
}
const ASK = 'Could you build the enquiry page where people write to us?';

test('a window opens at once and becomes the verdict, where a model made one look again', async () => {
  const { model } = world.vendors;
  model.asPerson(true);
  await compare(ASK);
  await expect.poll(shown).toContain('Comparing with what was signed');
  await expect.poll(() => model.pending().length).toBe(1);
  const [asked] = model.pending();
  const place = [...(asked?.input ?? '').split('Contact form')[0]!.matchAll(/^(\d+)\. /gm)].at(-1)?.[1];
  const asks = [{ ask: 1, place: Number(place), quote: 'Contact form' }];
  model.answer(asked?.id ?? '', { kind: 'json', value: { asks } });
  await expect.poll(shown).toContain('Can’t tell');
  expect(shown()).toContain('“Contact form”');
  expect(shown()).toContain('every sentence is the contract’s own');
  expect(shown()).toContain('Make a change order');
  model.asPerson(false);
  expect(await world.db.modelCall.count({ where: { ask: 'contract_scope', outcome: 'answered' } })).toBe(1);
});

test('what goes wrong with the model leaves the rules’ verdict, with the reason', async () => {
  world.vendors.model.always({ kind: 'json', value: { asks: [{ ask: 1, place: 1, quote: 'Contact form' }] } });
  for (const [kind, why] of [
    ['5xx', 'could not be reached'],
    ['invalid-json', 'could not be used'],
    ['stream-cut', 'broke in the middle'],
  ] as const) {
    world.vendors.model.faults.add({ match: 'contract_scope', kind, times: 1 });
    await compare(ASK);
    await expect.poll(shown, { timeout: 10_000 }).toContain(why);
    expect(shown()).toContain('*Outside:*');
  }
});

async function begin(): Promise<SandboxView> {
  world.vendors.model.asPerson(true);
  await compare(ASK);
  await expect.poll(() => world.vendors.model.pending().length).toBe(1);
  return world.mia.waitForView('scope:comparing');
}

test('“Go on without it” gives the rules’ verdict at once and hangs up on the model', async () => {
  const { mia, vendors } = world;
  const view = await begin();
  const [asked] = vendors.model.pending();
  const seen = structuredClone(view);
  await mia.press(view, 'scope:skip-model');
  await expect.poll(shown).toContain('*Outside:*');
  expect(shown()).toContain('You went on without the model, so the words alone were compared.');
  await expect.poll(() => vendors.model.pending().length).toBe(0);
  expect(vendors.model.answer(asked?.id ?? '', 'good')).toBe(false);
  const call = await world.db.modelCall.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(call.outcome).toBe('stopped');
  const before = shown();
  await mia.press(seen, 'scope:skip-model', { stale: true });
  expect(shown()).toBe(before);
  vendors.model.asPerson(false);
});

test('a press that another process answers is heard, and what the model says later replaces nothing', async () => {
  const { mia, vendors } = world;
  const view = await begin();
  const [asked] = vendors.model.pending();
  vendors.connect(world.urls()[1] ?? '');
  await mia.press(view, 'scope:skip-model');
  vendors.connect(world.appUrl);
  await expect.poll(shown).toContain('You went on without the model');
  const before = shown();
  const place = [...(asked?.input ?? '').split('Contact form')[0]!.matchAll(/^(\d+)\. /gm)].at(-1)?.[1];
  const asks = [{ ask: 1, place: Number(place), quote: 'Contact form' }];
  vendors.model.answer(asked?.id ?? '', { kind: 'json', value: { asks } });
  const outcome = async () => (await world.db.modelCall.findFirstOrThrow({ orderBy: { id: 'desc' } })).outcome;
  await expect.poll(outcome, { timeout: 4_000 }).toBe('stopped');
  await world.settle();
  expect(shown()).toBe(before);
  vendors.model.asPerson(false);
});

test('closed meanwhile, nobody is told anything; what the contract settles needs no model', async () => {
  const { mia, vendors } = world;
  vendors.model.asPerson(true);
  await compare(ASK);
  await expect.poll(() => vendors.model.pending().length).toBe(1);
  const told = mia.ephemerals.length;
  await mia.close(undefined, { all: true });
  vendors.model.answer(vendors.model.pending()[0]?.id ?? '', 'good');
  await expect.poll(() => vendors.model.pending().length).toBe(0);
  vendors.model.asPerson(false);
  const asked = vendors.model.requests().length;
  await compare('Could you build a second contact form?');
  await expect.poll(shown).toContain('more than the list has');
  expect(vendors.model.requests()).toHaveLength(asked);
  expect(mia.ephemerals).toHaveLength(told);
  await world.settle();
  await checkInvariants(world);
});
