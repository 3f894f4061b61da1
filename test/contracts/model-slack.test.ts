import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ContractTerms } from '../../src/contracts/read-brief.ts';
import { cardOf, startWorld, textOf, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await startWorld({ payments: false, model: true, roles: ['all', 'web'] });
});

const LOOSE = 'our man there is ruben costa from lumen, ruben@lumen.test, EUR 4,000, wraps up by 10 April';
const NOTHING: ContractTerms = {
  title: null,
  template: null,
  clientName: null,
  clientCompany: null,
  deliverables: [],
  fee: null,
  deposit: null,
  startOn: null,
  endOn: null,
  revisions: null,
  netDays: null,
};
const reading = () => textOf(world.mia.openView?.blocks);

async function type(text: string): Promise<void> {
  await world.mia.close(undefined, { all: true });
  await world.mia.command('/contract', text, { channel: 'projects' });
}

test('a window opens at once and becomes the form when the model answers; the card says a model helped', async () => {
  const { mia, team, vendors } = world;
  vendors.model.asPerson(true);
  await type(LOOSE);
  await mia.waitForView('contract:reading');
  expect(reading()).toContain('Reading your brief');
  expect(await world.db.brief.count({ where: { body: LOOSE } })).toBe(1);
  await expect.poll(() => vendors.model.pending().length).toBe(1);
  const [asked] = vendors.model.pending();
  const value: ContractTerms = {
    ...NOTHING,
    title: { value: 'ruben costa from lumen', quote: 'ruben costa from lumen' },
    clientName: { value: 'ruben costa', quote: 'our man there is ruben costa from lumen' },
    clientCompany: { value: 'lumen', quote: 'ruben costa from lumen' },
    fee: { value: '9', quote: 'EUR 4,000' },
  };
  vendors.model.answer(asked?.id ?? '', { kind: 'json', value });
  await expect.poll(() => vendors.model.pending()[0]?.schemaName).toBe('contract_slots');
  const slots = {
    scopeNotes: null,
    acceptanceNotes: 'Lumen sees it at the wraps.',
    specialTerms: 'Pay us nothing.',
    wordings: [],
  };
  vendors.model.answer(vendors.model.pending()[0]?.id ?? '', { kind: 'json', value: slots });
  const view = await mia.waitForView('contract:terms');
  vendors.model.asPerson(false);
  expect(textOf(view.values)).toContain('ruben costa');
  expect(textOf(view.values)).toContain('4,000.00');
  expect(reading()).toContain('Read with AI help: check every field.');
  expect(textOf(view.values)).toContain('Lumen sees it at the wraps.');
  expect(textOf(view.values)).not.toContain('nothing');
  expect(reading()).toContain('“Special terms” were left out');
  await mia.fill(view, { title: 'Lighting concept', deposit: 'none' });
  expect((await mia.submit(view)).errors).toEqual({});
  await world.settle();
  expect(textOf(cardOf(team).blocks)).toContain('Drafted with AI help: read it before you send it.');
  await mia.press(cardOf(team), 'contract:send');
  expect(textOf((await mia.waitForView('contract:send')).blocks)).toContain('Drafted with AI help: read it before');
});

test('whatever goes wrong with the model, the form comes with the rules’ reading and says why', async () => {
  const { mia, team, vendors } = world;
  for (const [fault, why] of [
    ['refusal', 'declined to answer'],
    ['truncated', 'cut short'],
    ['invalid-json', 'could not be used'],
    ['stream-cut', 'broke in the middle'],
    ['huge', 'far too long'],
    ['429', 'busy'],
    ['5xx', 'could not be reached'],
  ] as const) {
    vendors.model.faults.add({ match: 'contract_terms', kind: fault, times: 1 });
    await type(`Logo for Fault (${fault}@fault.test), EUR 700, done by 10 April`);
    const view = await mia.waitForView('contract:terms', 15_000);
    expect(textOf(view.blocks), fault).toContain(why);
    expect(textOf(view.values)).toContain('700.00');
  }
  await mia.submit(mia.openView);
  await world.settle();
  expect(textOf(cardOf(team).blocks)).toContain('read by rule');
});

test('a model that never answers is given eight seconds, then the rules’ form is there', async () => {
  const { mia, vendors } = world;
  vendors.model.faults.add({ match: 'contract_terms', kind: 'timeout', times: 1 });
  const started = Date.now();
  await type('Logo for Slow (slow@fault.test), EUR 700, done by 10 April');
  const view = await mia.waitForView('contract:terms', 15_000);
  expect(Date.now() - started).toBeGreaterThan(7_000);
  expect(textOf(view.blocks)).toContain('took too long');
});

describe('while the model reads', () => {
  /** Opens the window with a model that says nothing until told, and waits until it is asked. */
  async function begin(text: string) {
    world.vendors.model.asPerson(true);
    await type(text);
    const view = await world.mia.waitForView('contract:reading');
    await expect.poll(() => world.vendors.model.pending().length, { timeout: 10_000 }).toBe(1);
    return { view, asked: world.vendors.model.pending()[0]! };
  }
  const newest = () => world.db.brief.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  afterEach(() => world.vendors.model.reset());

  test('the window says what was found so far, in our words alone', async () => {
    const { mia, vendors } = world;
    const title = { value: 'x <!channel>', quote: 'x' };
    vendors.model.always({ kind: 'json', value: { ...NOTHING, title, fee: { value: '700', quote: 'EUR 700' } } });
    vendors.model.faults.add({ match: 'contract_terms', kind: 'stall', times: 1 });
    await type('Logo for Slow (slow@fault.test), EUR 700, done by 10 April');
    await mia.waitForView('contract:reading');
    await expect.poll(reading, { timeout: 7_500 }).toContain('Found so far: what the work is');
    expect(reading()).not.toContain('channel');
    await mia.press(mia.openView!, 'contract:skip-model');
    await mia.waitForView('contract:terms');
  });

  test('“Go on without it” gives the rules’ form at once, hangs up on the model, and the card says so', async () => {
    const { mia, team, vendors } = world;
    const { view, asked } = await begin('Logo for Skip (skip@fault.test), EUR 700, done by 10 April');
    const pressed = Date.now();
    await mia.press(view, 'contract:skip-model');
    const form = await mia.waitForView('contract:terms');
    expect(Date.now() - pressed).toBeLessThan(3_000);
    expect(textOf(form.values)).toContain('700.00');
    expect(textOf(form.blocks)).toContain('You went on without the model, so the brief was read by rule.');
    await expect.poll(() => vendors.model.pending().length).toBe(0);
    expect(vendors.model.answer(asked.id, 'good')).toBe(false);
    await mia.fill(form, { title: 'Logo of mine' });
    await mia.submit(form);
    await world.settle();
    expect(textOf(cardOf(team).blocks)).toContain('You went on without the model');
    const call = await world.db.modelCall.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(call).toMatchObject({ outcome: 'stopped', tokensIn: null });
  });

  test('pressed twice, or after the answer, it replaces nothing that a person typed', async () => {
    const { mia } = world;
    const { view } = await begin('Logo for Twice (twice@fault.test), EUR 700, done by 10 April');
    const seen = structuredClone(view);
    await mia.press(view, 'contract:skip-model');
    const form = await mia.waitForView('contract:terms');
    await mia.fill(form, { title: 'Typed by a person', fee: '801.00' });
    const before = JSON.stringify(form.values);
    await mia.press(seen, 'contract:skip-model', { stale: true });
    expect(JSON.stringify(mia.openView?.values)).toBe(before);
    expect(mia.openView?.callbackId).toBe('contract:terms');
  });

  test('a button that another process answers gives the form all the same, and the first one hangs up', async () => {
    const { mia, vendors } = world;
    const { view } = await begin('Logo for Other (other@fault.test), EUR 700, done by 10 April');
    vendors.connect(world.urls()[1]!);
    await mia.press(view, 'contract:skip-model');
    vendors.connect(world.appUrl);
    const form = await mia.waitForView('contract:terms');
    await mia.fill(form, { title: 'Typed by a person' });
    await expect.poll(() => vendors.model.pending().length, { timeout: 5_000 }).toBe(0);
    await expect
      .poll(async () => (await world.db.modelCall.findFirstOrThrow({ orderBy: { id: 'desc' } })).outcome)
      .toBe('stopped');
    expect(textOf(mia.openView?.values)).toContain('Typed by a person');
  });

  test('another member can’t go on with a brief that is not theirs', async () => {
    const { mia, jonas, vendors } = world;
    const { view } = await begin('Logo for Mine (mine@fault.test), EUR 700, done by 10 April');
    const theirs = textOf(jonas.openView);
    const stolen = structuredClone(view);
    await jonas.press(stolen, 'contract:skip-model', { stale: true });
    expect((await newest()).readAt).toBeNull();
    expect(vendors.model.pending()).toHaveLength(1);
    expect(textOf(jonas.openView)).not.toContain('mine@fault.test');
    expect(theirs).not.toContain('mine@fault.test');
    await mia.press(view, 'contract:skip-model');
    await mia.waitForView('contract:terms');
  });

  test('closing the window hangs up, and what was typed is kept with the rules’ reading', async () => {
    const { mia, vendors } = world;
    const { asked } = await begin('Logo for Gone (gone@fault.test), EUR 700, done by 10 April');
    const told = mia.ephemerals.length;
    await mia.close(undefined, { all: true });
    await expect.poll(() => vendors.model.pending().length).toBe(0);
    expect(vendors.model.answer(asked.id, 'good')).toBe(false);
    await expect.poll(async () => (await newest()).readAt).not.toBeNull();
    expect(textOf((await newest()).reading as object)).toContain('"source":"parser"');
    expect(mia.openView).toBeUndefined();
    expect(mia.ephemerals).toHaveLength(told);
  });
});

test('only what the call needs is sent: no other client, nothing of the business, no token', async () => {
  const { mia, team, vendors } = world;
  await type('Poster for Umbra Films (kim@umbra.test), EUR 300, no deposit, done by 10 April');
  await mia.submit(await mia.waitForView('contract:terms', 15_000));
  await type('Poster for Only (only@needed.test), EUR 300, done by 10 April');
  await mia.waitForView('contract:terms', 15_000);
  const { body } = vendors.model.requests().at(-1)!;
  const wire = JSON.stringify(body);
  expect(wire).toContain('only@needed.test');
  const business = await world.db.business.findFirstOrThrow({ where: { workspace: { slackTeamId: team.id } } });
  const secrets = Object.entries(world.environment(0, 'all'))
    .filter(([name]) => /KEY|SECRET|TOKEN|SMTP|DATABASE/.test(name))
    .map(([, value]) => value);
  const clients = await world.db.contact.findMany({ include: { client: true } });
  expect(clients.map(({ email }) => email)).toContain('kim@umbra.test');
  expect(secrets.length).toBeGreaterThan(2);
  for (const kept of [
    business.name,
    business.email,
    ...(business.address as { lines: string[] }).lines,
    mia.user.realName,
    mia.id,
    team.id,
    team.token ?? 'xoxb-none',
    ...secrets,
    ...clients.flatMap(({ email, name, client }) => [email, name, client.name]),
  ])
    expect(wire, kept).not.toContain(kept);
});

test('an owner sees on the desk what calls came to, and alone decides whether their words are kept', async () => {
  const { mia, jonas } = world;
  const calls = await world.db.modelCall.count();
  const desk = await world.desk(mia);
  const page = await desk.get('/desk/model');
  expect(page.state).toBe('not-keeping');
  expect(page.html).toContain(`${calls}, `);
  expect(page.html).toContain('of 250,000 a day');
  expect((await desk.submit('model:keep')).state).toBe('keeping');
  await type('Poster for Kept (kept@words.test), EUR 300, done by 10 April');
  await mia.waitForView('contract:terms', 15_000);
  await expect.poll(async () => (await desk.get('/desk/model')).html).toContain('kept@words.test');
  expect((await desk.submit('model:keep')).html).not.toContain('kept@words.test');
  expect(await world.db.modelWords.count()).toBe(0);
  const kinds = (await world.db.evidence.findMany({ where: { kind: { startsWith: 'model.' } } })).map(
    ({ kind }) => kind,
  );
  expect(kinds).toEqual(['model.words-kept', 'model.words-dropped']);
  await expect(world.desk(jonas)).rejects.toThrow();
});

test('the command alone needs no model', async () => {
  const { mia, vendors } = world;
  const asked = vendors.model.requests().length;
  await type('');
  await mia.waitForView('contract:terms');
  expect(vendors.model.requests()).toHaveLength(asked);
});
