import { beforeAll, expect, test, vi } from 'vitest';
import type { ContractTerms } from '../../src/contracts/read-brief.ts';
import { cardOf, startWorld, textOf, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await startWorld({ payments: false, model: true });
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
  expect(reading()).toContain('help of a model');
  expect(textOf(view.values)).toContain('Lumen sees it at the wraps.');
  expect(textOf(view.values)).not.toContain('nothing');
  expect(reading()).toContain('“Special terms” were left out');
  await mia.fill(view, { title: 'Lighting concept' });
  expect((await mia.submit(view)).errors).toEqual({});
  await world.settle();
  expect(textOf(cardOf(team).blocks)).toContain('help of a model');
});

test('whatever goes wrong with the model, the form comes with the rules’ reading and says why', async () => {
  const { mia, team, vendors } = world;
  for (const [fault, why] of [
    ['refusal', 'declined to answer'],
    ['truncated', 'cut short'],
    ['invalid-json', 'could not be used'],
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

test('a window closed while the model reads stays closed, and the brief is kept', async () => {
  const { mia, vendors } = world;
  vendors.model.asPerson(true);
  await type('Logo for Gone (gone@fault.test), EUR 700, done by 10 April');
  await mia.waitForView('contract:reading');
  await expect.poll(() => vendors.model.pending().length).toBe(1);
  await mia.close(undefined, { all: true });
  const told = mia.ephemerals.length;
  vendors.model.asPerson(false);
  const kept = () => world.db.brief.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  await expect.poll(async () => textOf((await kept()).reading as object)).toContain('"source":"model"');
  expect(mia.openView).toBeUndefined();
  expect(mia.ephemerals).toHaveLength(told);
});

test('the command alone needs no model', async () => {
  const { mia, vendors } = world;
  const asked = vendors.model.requests().length;
  await type('');
  await mia.waitForView('contract:terms');
  expect(vendors.model.requests()).toHaveLength(asked);
});
