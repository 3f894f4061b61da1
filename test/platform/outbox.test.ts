import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/platform/database.ts';
import { remember, settle } from '../../src/platform/inbox.ts';
import { createLog } from '../../src/platform/log.ts';
import { createOutbox, type Effect, EffectFailed } from '../../src/platform/outbox.ts';
import { Refusal } from '../../src/shared/refusal.ts';
import { testDatabase } from '../support/database.ts';

const { url } = await testDatabase();
const { db, close } = await openDatabase(url, 6);
afterAll(close);
const log = createLog('silent');

let done: string[] = [];
let ended: string[] = [];
const effect = (once: Effect['once'], perform: () => Promise<void> | void = () => {}): Effect => ({
  once,
  perform: async (owed) => {
    await perform();
    done.push(owed.subjectId);
  },
  ended: async (owed, outcome) => void ended.push(`${owed.subjectId}:${outcome}`),
});
const owe = (subjectId: string, name = 'test.do') =>
  db.outbox.create({ data: { workspaceId: 'w', event: name, effect: name, subjectId, onceKey: `k/${subjectId}` } });
const rowOf = (subjectId: string) => db.outbox.findUniqueOrThrow({ where: { onceKey: `k/${subjectId}` } });
const expireLease = () =>
  db.$executeRaw`UPDATE "Outbox" SET state = 'claimed', "leaseUntil" = now() - interval '1 second', attempts = 1`;

beforeEach(async () => {
  done = [];
  ended = [];
  await db.outbox.deleteMany();
});

describe('the outbox', () => {
  test('performs what is owed once, however many workers look', async () => {
    for (let n = 0; n < 40; n++) await owe(`s${n}`);
    const workers = Array.from({ length: 4 }, () => createOutbox(db, { 'test.do': effect('at-least') }, log));
    for (let left = 1; left > 0; )
      left = (await Promise.all(workers.map((each) => each.run()))).reduce((a, b) => a + b);
    expect([...done].sort()).toEqual(Array.from({ length: 40 }, (_, n) => `s${n}`).sort());
    expect(await workers[0]?.owed()).toBe(0);
  });

  test('tries again later what did not happen, and waits as long as it was told to', async () => {
    await owe('s');
    const fails = effect('at-least', () => Promise.reject(new EffectFailed('retry', 'busy', 90_000)));
    const outbox = createOutbox(db, { 'test.do': fails }, log);
    expect(await outbox.run()).toBe(1);
    expect(await outbox.run()).toBe(0);
    expect((await rowOf('s')).state).toBe('pending');
    expect(await outbox.nextIn()).toBeGreaterThan(80_000);
    expect(await outbox.owed()).toBe(1);
  });

  test('tells that an effect ended before the row says so: a worker that dies in between tells it again', async () => {
    await owe('s');
    let deaths = 1;
    const most: Effect = {
      once: 'at-most',
      perform: () => Promise.reject(new EffectFailed('unknown', 'the line broke')),
      ended: async (owed, outcome) => {
        ended.push(`${owed.subjectId}:${outcome}`);
        if (deaths-- > 0) throw new Error('the process stops here');
      },
    };
    const outbox = createOutbox(db, { 'test.do': most }, log);
    await outbox.run();
    expect((await rowOf('s')).state).toBe('claimed');
    await expireLease();
    await outbox.run();
    expect((await rowOf('s')).state).toBe('unknown');
    expect(ended).toEqual(['s:unknown', 's:unknown']);
  });

  test('another worker at the same thing is no failed try, so waiting for it never grows longer', async () => {
    await owe('s');
    const busy = effect('at-least', () => Promise.reject(new EffectFailed('busy', 'another worker is at it', 1)));
    const outbox = createOutbox(db, { 'test.do': busy }, log);
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      expect(await outbox.run()).toBe(1);
    }
    expect((await rowOf('s')).attempts).toBe(0);
  });

  test.each([
    ['a refusal', new Refusal('mail.bad', 'No such address.')],
    ['a definite no', new EffectFailed('dead', 'no such mailbox')],
  ])('ends at once on %s, and says so', async (_, error) => {
    await owe('s');
    await createOutbox(db, { 'test.do': effect('at-least', () => Promise.reject(error)) }, log).run();
    expect((await rowOf('s')).state).toBe('dead');
    expect(ended).toEqual(['s:dead']);
  });

  test('when in doubt, at-most effects become unknown and at-least effects are done again', async () => {
    const doubt = () => Promise.reject(new EffectFailed('unknown', 'the line broke'));
    await owe('most', 'test.most');
    await owe('least', 'test.least');
    const effects = { 'test.most': effect('at-most', doubt), 'test.least': effect('at-least', doubt) };
    await createOutbox(db, effects, log).run();
    expect((await rowOf('most')).state).toBe('unknown');
    expect((await rowOf('least')).state).toBe('pending');
    expect(ended).toEqual(['most:unknown']);
  });

  test('a worker that died leaves at-least effects to the next one and at-most effects unknown', async () => {
    await owe('most', 'test.most');
    await owe('least', 'test.least');
    await expireLease();
    await createOutbox(db, { 'test.most': effect('at-most'), 'test.least': effect('at-least') }, log).run();
    expect(done).toEqual(['least']);
    expect(ended).toEqual(['most:unknown']);
    expect((await rowOf('least')).state).toBe('done');
  });
});

describe('a vendor that takes its time', () => {
  const oweFor = (projectId: string, subjectId: string, name: string) =>
    db.outbox.create({
      data: { workspaceId: 'w', event: name, effect: name, projectId, subjectId, onceKey: `k/${subjectId}` },
    });

  test('holds up nothing but its own project, whose effects keep their order', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const effects = { 'test.slow': effect('at-least', () => gate), 'test.do': effect('at-least') };
    const outbox = createOutbox(db, effects, log);
    let looks = 0;
    const begin = () =>
      outbox.begin(() => {
        looks += 1;
      });
    await oweFor('p1', 'slow', 'test.slow');
    expect(await begin()).toBe(1);
    await oweFor('p1', 'after slow', 'test.do');
    await oweFor('p2', 'other', 'test.do');
    expect(await begin()).toBe(1);
    await vi.waitFor(() => expect(done).toEqual(['other']));
    expect(await begin()).toBe(0);
    // What waits for the slow one is no reason to look before that has ended.
    expect(await outbox.nextIn()).toBeUndefined();
    open();
    await outbox.idle();
    expect(looks).toBe(2);
    expect(await begin()).toBe(1);
    await outbox.idle();
    expect(done).toEqual(['other', 'slow', 'after slow']);
  });
});

describe('an outbox that is busy', () => {
  test('when told to stop ends what it has begun, and puts the rest back untried', async () => {
    for (const id of ['a', 'b', 'c'])
      await db.outbox.create({
        data: { workspaceId: 'w', event: 'x', effect: 'test.do', projectId: 'p', subjectId: id, onceKey: `k/${id}` },
      });
    const outbox = createOutbox(db, { 'test.do': effect('at-most', () => outbox.stop()) }, log);
    await outbox.run();
    expect(done).toEqual(['a']);
    expect(await rowOf('a')).toMatchObject({ state: 'done' });
    for (const id of ['b', 'c']) expect(await rowOf(id)).toMatchObject({ state: 'pending', attempts: 0 });
    expect(await outbox.run()).toBe(0);
  });

  test('leaves alone what another worker took over while it was busy with something else', async () => {
    for (const id of ['slow', 'next'])
      await db.outbox.create({
        data: { workspaceId: 'w', event: 'x', effect: 'test.do', projectId: 'p', subjectId: id, onceKey: `k/${id}` },
      });
    let turns = 0;
    const slow = async () => {
      turns += 1;
      if (turns > 1) return;
      await db.outbox.updateMany({ where: { subjectId: 'next' }, data: { attempts: 2 } });
      await new Promise((resolve) => setTimeout(resolve, 5_500));
    };
    await createOutbox(db, { 'test.do': effect('at-least', slow) }, log).run();
    expect(done).toEqual(['slow']);
  });
});

test('an effect that takes longer than its claim keeps the claim, and nobody else begins it', async () => {
  await owe('long');
  const effects = { 'test.do': effect('at-least', () => new Promise((resolve) => setTimeout(resolve, 2_500))) };
  const first = createOutbox(db, effects, log, 1).run();
  const other = createOutbox(db, effects, log, 1);
  for (let looks = 0; looks < 8; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    await other.run();
  }
  await first;
  expect(done).toEqual(['long']);
  expect(await rowOf('long')).toMatchObject({ state: 'done', attempts: 1 });
});

describe('the inbox', () => {
  test('keeps a delivery once, whoever brings it how often', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => remember(db, 'slack', 'T1', 'e1')));
    expect(answers.filter((answer) => answer === 'new')).toHaveLength(1);
    await settle(db, 'slack', 'T1', 'e1', 'done');
    expect(await remember(db, 'slack', 'T1', 'e1')).toBe('seen');
    expect(await remember(db, 'slack', 'T2', 'e1')).toBe('new');
  });

  test('takes again what failed, and what was abandoned, but not what is under way', async () => {
    await remember(db, 'slack', 'T1', 'e2');
    expect(await remember(db, 'slack', 'T1', 'e2')).toBe('seen');
    await settle(db, 'slack', 'T1', 'e2', 'failed');
    expect(await remember(db, 'slack', 'T1', 'e2')).toBe('new');
    await db.inbox.updateMany({ where: { externalId: 'e2' }, data: { receivedAt: new Date(Date.now() - 60_000) } });
    expect(await remember(db, 'slack', 'T1', 'e2')).toBe('new');
  });
});
