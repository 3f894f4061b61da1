import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { draftAndSend } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { wordsOf } from '../support/seen.ts';
import { cardOf, startWorld, textOf, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 90_000 });

let world: World;
let signedIn: ReturnType<World['client']>;
beforeAll(async () => {
  // Streams that nobody counted stay at their worst case, which is a lot in one day.
  const env = { MODEL_DAILY_TOKENS: '5000000' };
  world = await startWorld({ payments: false, model: true, roles: ['all', 'web'], env });
  world.vendors.model.always({ kind: 'json', value: {} });
  const email = 'waits@acme.test';
  await draftAndSend(world, `Website for Acme (${email}), EUR 2,000, no deposit, done by 30 September 2027`, {
    deliverables: 'Five pages\nContact form',
  });
  const client = world.client();
  await client.openNewest(email, 'contract.sent');
  await client.sign('Dana Reed', email);
  await world.settle();
  await draftAndSend(world, 'Logo for Bold (bold@acme.test), EUR 900, no deposit, done by 30 April 2027');
  signedIn = world.client();
  await signedIn.openNewest('bold@acme.test', 'contract.sent');
});
afterEach(async () => {
  world.vendors.model.reset();
  world.vendors.connect(world.appUrl);
  // Slack was answered within its three seconds, whatever the model did.
  expect(world.mia.notices).toEqual([]);
  await world.mia.close(undefined, { all: true });
});

const shown = () => textOf(world.mia.openView?.blocks);

/** What a model is asked from a window: how it begins, what it says of its own, and what is shown without it. */
const WINDOWS = [
  {
    ask: 'contract_change',
    window: 'change:reading',
    begin: async (words: string) => {
      const { mia, team } = world;
      await mia.press(cardOf(team), 'contract:change');
      const form = await mia.waitForView('contract:change');
      await mia.fill(form, { body: `Net 30. Be gentle with ${words}` });
      await mia.submit(form);
    },
    says: { restated: [{ quote: 'Be gentle', words: 'no deposit <!channel>' }], wordings: [] },
    sent: 'The rules have read what they could; the model looks at the rest.',
    sofar: 'Found so far: one thing that you may mean.',
    without: 'so these words were read by rule.',
    rules: 'Within 30 days',
  },
  {
    ask: 'contract_explain',
    window: 'explain:looking',
    begin: async (words: string) => {
      const { mia, team } = world;
      await mia.press(cardOf(team), 'contract:explain');
      const form = await mia.waitForView('contract:explain');
      await mia.fill(form, { body: `How many rounds of revisions for ${words}?`, post: [] });
      await mia.submit(form);
    },
    says: { quotes: [{ clause: 3, quote: 'x <!channel>' }] },
    sent: 'The model has your question and the contract.',
    sofar: 'Found so far: clause 3.',
    without: 'so the place was looked up by rule.',
    rules: 'rounds of revisions',
  },
  {
    ask: 'contract_scope',
    window: 'scope:comparing',
    begin: async (words: string) => {
      const { mia } = world;
      await mia.shortcut(mia.say('projects', `Could you build the enquiry page for ${words}?`), 'contract:scope');
      if (mia.openView?.callbackId === 'contract:scope') await mia.submit(await mia.waitForView('contract:scope'));
    },
    says: { asks: [{ ask: 1, place: 1, quote: 'x <!channel>' }] },
    sent: 'The model has the message and the clauses about the work.',
    sofar: 'Compared so far: one thing of the message.',
    without: 'so the words alone were compared.',
    rules: '*Outside:*',
  },
];
type Window = (typeof WINDOWS)[number];

async function begin({ begin, window }: Window, words: string): Promise<SandboxView> {
  world.vendors.model.asPerson(true);
  await begin(words);
  await expect.poll(() => world.vendors.model.pending().length, { timeout: 10_000 }).toBe(1);
  return world.mia.waitForView(window);
}
const newest = async () => (await world.db.modelCall.findFirstOrThrow({ orderBy: { id: 'desc' } })).outcome;

describe.each(WINDOWS)('$ask', (one) => {
  test('within three seconds the window says that a model has the words, then how far it is, in our words alone', async () => {
    const { mia, vendors } = world;
    const started = Date.now();
    vendors.model.always({ kind: 'json', value: one.says });
    vendors.model.faults.add({ match: one.ask, kind: 'stall', times: 1 });
    await one.begin('reader A');
    const view = await mia.waitForView(one.window);
    expect([one.sent, one.sofar].some((words) => shown().includes(words))).toBe(true);
    expect(Date.now() - started).toBeLessThan(3_000);
    await expect.poll(shown, { timeout: 6_000 }).toContain(one.sofar);
    expect(shown()).not.toContain('channel');
    // The button that stood there before the window moved on still goes on without the model.
    await mia.press(view, `${one.window.split(':')[0]}:skip-model`, { stale: true });
    await expect.poll(shown).toContain(`You went on without the model, ${one.without}`);
    expect(shown()).toContain(one.rules);
    await expect.poll(newest).toBe('stopped');
  });

  test('a press that another process hears, on a window that moved on since, is heard by both', async () => {
    const { mia, vendors } = world;
    vendors.model.always({ kind: 'json', value: one.says });
    vendors.model.faults.add({ match: one.ask, kind: 'stall', times: 1 });
    await one.begin('reader B');
    const view = structuredClone(await mia.waitForView(one.window));
    await expect.poll(shown, { timeout: 6_000 }).toContain(one.sofar);
    vendors.connect(world.urls()[1] ?? '');
    await mia.press(view, `${one.window.split(':')[0]}:skip-model`, { stale: true });
    await expect.poll(shown).toContain(`You went on without the model, ${one.without}`);
    // The process that asks hangs up long before its eight seconds are over.
    await expect.poll(newest, { timeout: 4_000 }).toBe('stopped');
  });

  test('closing the window hangs up, and nobody is told anything', async () => {
    const { mia, vendors } = world;
    await begin(one, 'reader C');
    expect(shown()).toContain(one.sent);
    const told = mia.ephemerals.length;
    await mia.close(undefined, { all: true });
    await expect.poll(() => vendors.model.pending().length).toBe(0);
    await expect.poll(newest).toBe('stopped');
    expect(mia.openView).toBeUndefined();
    expect(mia.ephemerals).toHaveLength(told);
  });

  test.each([
    ['refusal', 'declined to answer'],
    ['filtered', ''],
    ['truncated', 'cut short'],
    ['invalid-json', 'could not be used'],
    ['empty', 'could not be used'],
    ['stream-cut', 'broke in the middle'],
    ['stream-error', ''],
    ['huge', 'far too long'],
    ['429', 'busy'],
    ['5xx', 'could not be reached'],
    ['timeout', 'took too long'],
  ] as const)('%s: the rules’ answer with the reason, within twenty seconds', async (fault, why) => {
    world.vendors.model.always({ kind: 'json', value: one.says });
    world.vendors.model.faults.add({ match: one.ask, kind: fault, times: 1 });
    const started = Date.now();
    await one.begin(`fault ${fault}`);
    await expect.poll(shown, { timeout: 20_000 }).toContain(one.without);
    expect(Date.now() - started).toBeLessThan(20_000);
    expect(shown()).toContain(why);
    expect(shown()).toContain(one.rules);
    expect(await newest()).not.toBe('answered');
  });
});

test('the client’s page answers by rule when a model never does', async () => {
  world.vendors.model.faults.add({ match: 'contract_explain', kind: 'timeout', times: 1 });
  const started = Date.now();
  await signedIn.submit('contract:explain', { body: 'How many rounds of revisions?' });
  expect(Date.now() - started).toBeLessThan(12_000);
  expect(wordsOf(signedIn.page.html)).toContain('rounds of revisions');
});

test('another member’s press ends nothing', async () => {
  const { mia, jonas, vendors } = world;
  const [scope] = WINDOWS.slice(2);
  const view = structuredClone(await begin(scope!, 'reader D'));
  await jonas.press(view, 'scope:skip-model', { stale: true });
  expect(vendors.model.pending()).toHaveLength(1);
  await expect.poll(newest).toBe('asked');
  await mia.press(view, 'scope:skip-model', { stale: true });
  await expect.poll(newest).toBe('stopped');
  await world.settle();
  await checkInvariants(world);
});
