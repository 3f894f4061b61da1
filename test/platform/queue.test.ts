import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { startWorker } from '../../src/platform/due.ts';
import { createLog } from '../../src/platform/log.ts';
import { openDoorbell } from '../../src/platform/queue.ts';
import { testDatabase } from '../support/database.ts';
import { needs } from '../support/needs.ts';

const { url: databaseUrl } = await testDatabase();
const log = createLog('silent');

/** Two workers and one ringer, as web and worker roles apart have them. */
async function ringsReach(redisUrl: string | undefined): Promise<void> {
  const looks = [0, 0];
  const bells = [0, 1, 2].map(() => openDoorbell({ redisUrl, databaseUrl }, log));
  try {
    await bells[1]?.answer(async () => void looks[0]!++);
    await bells[2]?.answer(async () => void looks[1]!++);
    await bells[0]?.check();
    for (let n = 0; n < 20; n++) bells[0]?.ring();
    await vi.waitFor(() => expect(looks[0]! + looks[1]!).toBeGreaterThan(0), { timeout: 5000 });
    await sleep(200);
    // Rings that come while one is being added are one more ring, not twenty.
    expect(looks[0]! + looks[1]!).toBeLessThan(20);
  } finally {
    await Promise.all(bells.map((bell) => bell.close()));
  }
}

test('a ring reaches a worker over PostgreSQL', () => ringsReach(undefined), 20_000);

/** PostgreSQL behind a line that is cut where a statement with this text passes: `isCut` is asked with 0 for the first. */
async function cutAt(text: string, isCut: (passed: number) => boolean) {
  const { hostname, port } = new URL(databaseUrl);
  let [passed, cuts] = [0, 0];
  const server = createServer((socket) => {
    const line = connect(Number(port), hostname);
    for (const end of [socket, line]) end.on('error', () => {});
    line.pipe(socket);
    line.on('close', () => socket.destroy());
    socket.on('close', () => line.destroy());
    socket.on('data', (chunk) => {
      if (!chunk.includes(text) || !isCut(passed++)) return void line.write(chunk);
      cuts += 1;
      line.destroy();
      socket.destroy();
    });
  });
  const at = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(Number((server.address() as { port: number }).port)));
  });
  const url = Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(at) }).href;
  return { url, cuts: () => cuts, close: () => void server.close() };
}

test('a database that goes away while the doorbell is made ready fails the one who asked, and ends nothing else', async () => {
  const gate = await cutAt('CREATE SCHEMA', (passed) => passed === 0);
  const fatal: unknown[] = [];
  const hear = (error: unknown) => void fatal.push(error);
  process.on('uncaughtException', hear);
  const bell = openDoorbell({ redisUrl: undefined, databaseUrl: gate.url }, log);
  await expect(bell.check()).rejects.toThrow();
  expect(gate.cuts()).toBe(1);
  await sleep(50);
  process.off('uncaughtException', hear);
  await bell.check();
  await bell.close();
  gate.close();
  expect(fatal).toEqual([]);
}, 20_000);

/** What the library asks first, for a queue and for a worker, once its tables stand. */
const LEDGER = '"jobs".migration';

test('a line that is cut while the bell is hung up leaves it ringing once the line is back', async () => {
  // The queue fails and is opened anew, then the worker.
  const gate = await cutAt(LEDGER, (passed) => passed === 0 || passed === 2);
  const bell = openDoorbell({ redisUrl: undefined, databaseUrl: gate.url }, log);
  let looks = 0;
  await bell.answer(async () => void looks++);
  expect(gate.cuts()).toBe(2);
  bell.ring();
  await vi.waitFor(() => expect(looks).toBeGreaterThan(0), { timeout: 5000 });
  await bell.close();
  gate.close();
}, 30_000);

test('a bell that nobody can ring is answered by the process that rang', async () => {
  const gate = await cutAt(LEDGER, () => true);
  const bell = openDoorbell({ redisUrl: undefined, databaseUrl: gate.url }, log);
  let looks = 0;
  const answering = bell.answer(async () => void looks++);
  bell.ring();
  await vi.waitFor(() => expect(looks).toBeGreaterThan(0), { timeout: 5000 });
  await bell.close();
  await answering;
  gate.close();
}, 20_000);

const redis = needs('redis-server');
redis.test(
  'a ring reaches a worker over Redis',
  async () => {
    const port = await freePort();
    const dir = mkdtempSync(path.join(tmpdir(), 'retainer-redis-'));
    const server = spawn(redis.path, ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', ''], {
      stdio: 'ignore',
    });
    try {
      await sleep(500);
      await ringsReach(`redis://127.0.0.1:${port}`);
    } finally {
      server.kill();
    }
  },
  20_000,
);

test('what falls due is done at its time without a ring, and a moved clock is noticed', async () => {
  let shift = 0;
  const listeners: (() => void)[] = [];
  const clock = {
    now: () => new Date(Date.now() + shift),
    machine: () => new Date(),
    onShift: (listener: () => void) => void listeners.push(listener),
    stop: () => {},
  };
  const due = [clock.now().getTime() + 150, clock.now().getTime() + 3_600_000];
  const did: number[] = [];
  const source = {
    name: 'test.due',
    run: async () => {
      const now = due.filter((at) => at <= clock.now().getTime() && !did.includes(at));
      did.push(...now);
      return now.length;
    },
    nextAt: async () => {
      const next = due.find((at) => !did.includes(at));
      return next === undefined ? undefined : new Date(next);
    },
    owed: async () => 0,
  };
  const outbox = {
    begin: async () => 0,
    run: async () => 0,
    idle: async () => {},
    nextIn: async () => undefined,
    owed: async () => 0,
    stop: () => {},
  };
  const silent = {
    ring: () => {},
    answer: async () => {},
    check: async () => {},
    close: async () => {},
  };
  const worker = startWorker({ clock, log, doorbell: silent, outbox, sources: [source] });
  await vi.waitFor(() => expect(did).toEqual([due[0]]), { timeout: 3000 });
  shift = 3_600_000;
  for (const listener of listeners) listener();
  await vi.waitFor(() => expect(did).toEqual(due), { timeout: 3000 });
  await worker.stop();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
