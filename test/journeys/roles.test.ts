import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../src/sandbox/ports.ts';
import { draftAndSend } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { needs } from '../support/needs.ts';
import { cardOf, startWorld, type World } from '../support/world.ts';

/** From the brief to the paid deposit, whoever does the work. */
async function carry(world: World): Promise<void> {
  const to = 'dana@acme.test';
  await draftAndSend(world, `Logo for Acme (${to}), EUR 900, 50% deposit, done by 30 April 2027`);
  const client = world.client();
  await client.openNewest(to, 'contract.sent');
  await client.sign('Dana Reed', to);
  world.vendors.stripe.pay(await client.checkout(), 'succeeds');
  await world.settle();
  expect(cardOf(world.team).metadata?.event_payload).toMatchObject({ state: 'active' });
  await checkInvariants(world);
}

test('web and two workers apart carry the story, and an emptied queue costs nothing', async () => {
  const world = await startWorld({ roles: ['web', 'worker', 'worker'] });
  await carry(world);
  const tables = await world.db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
    WHERE table_schema = 'jobs' AND table_name NOT LIKE '%migration%'`;
  expect(tables.length).toBeGreaterThan(0);
  await world.db.$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => name).join(', ')} CASCADE`);
  await world.pass(world.days(170));
  expect(world.vendors.mailbox.mails({ to: 'dana@acme.test', kind: 'invoice.reminder' }).length).toBeGreaterThan(0);
  await checkInvariants(world);
}, 120_000);

const redis = needs('redis-server');
redis.test(
  'on Redis the same story runs, and a flushed Redis loses no reminder',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'retainer-redis-'));
    const port = await freePort(20_000 + Math.floor(Math.random() * 20_000));
    const server = spawn(redis.path, ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''], {
      stdio: 'ignore',
    });
    onTestFinished(() => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    });
    const redisUrl = `redis://127.0.0.1:${port}`;
    const { Redis } = await import('ioredis');
    const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
    await connection.ping();
    const world = await startWorld({ redisUrl, roles: ['web', 'worker', 'worker'] });
    await carry(world);
    await connection.flushall();
    await world.pass(world.days(170));
    expect(world.vendors.mailbox.mails({ to: 'dana@acme.test', kind: 'invoice.reminder' }).length).toBeGreaterThan(0);
    await checkInvariants(world);
    // While its Redis is there: BullMQ waits for it to say goodbye.
    await world.stop();
    connection.disconnect();
  },
  120_000,
);
