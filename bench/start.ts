/** From nothing to the first answer and the first claim, against a Node program that only answers; and what it weighs. */
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { BUILT, type Child, launch, serving, untilServing } from './child.ts';
import type { Ground } from './ground.ts';
import { type Counts, compare, inTurns, median, type Row, within } from './table.ts';

const EMPTY = ['bench/empty.mjs'];
const LOOK_EVERY_MS = 3;

export async function start(ground: Ground, counts: Counts): Promise<Row[]> {
  const databaseUrl = await ground.studio();
  const env = (role: string) => ground.environment(databaseUrl, { ROLE: role });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const answering = async (command: readonly string[], given: Record<string, string>) => {
    const child = await launch(command, given);
    const took = (await untilServing(child.port, '/healthz', LOOK_EVERY_MS)) - child.startedAt;
    await child.stop();
    return took;
  };
  const runs = await inTurns(
    {
      empty: () => answering(EMPTY, {}),
      web: () => answering(BUILT, env('web')),
      worker: () => firstClaim(pool, env('worker')),
    },
    counts.rounds * 2 + 1,
  );
  const weight = await weigh(ground, env('web'));
  await pool.end();
  const against = (name: string, ours: number[], atMost: number) =>
    compare(name, { ours: median(ours), reference: median(runs.empty), unit: 'ms' }, { atMost });
  return [
    against('start to /healthz, ROLE=web, against an empty Node process', runs.web, 4.5),
    against('start to first claim, ROLE=worker, against the same', runs.worker, 7),
    within('memory of ROLE=web after one request of each kind', weight, 190, 'MB'),
  ];
}

/** Milliseconds until a worker that was just started has claimed what was owed before. */
async function firstClaim(pool: pg.Pool, env: Record<string, string>): Promise<number> {
  await pool.query(`UPDATE "Outbox" SET state = 'pending', attempts = 0, "availableAt" = now(), "leaseUntil" = NULL
    WHERE id = (SELECT min(id) FROM "Outbox" WHERE effect = 'card.refresh')`);
  const child = await launch(BUILT, env);
  try {
    for (const end = Date.now() + 30_000; Date.now() < end; await sleep(LOOK_EVERY_MS)) {
      const { rows } = await pool.query(`SELECT 1 FROM "Outbox" WHERE state = 'pending' LIMIT 1`);
      if (rows.length === 0) return performance.now() - child.startedAt;
    }
    throw new Error('the worker claimed nothing');
  } finally {
    await untilServing(child.port, '/readyz');
    await child.stop();
  }
}

/** Megabytes resident once each command, a form, the App Home, a page, a webhook and the checks were asked for once. */
async function weigh(ground: Ground, env: Record<string, string>): Promise<number> {
  const app = await serving(BUILT, env);
  const url = `http://localhost:${app.port}`;
  ground.vendors.connect(url);
  const owner = ground.team.as(ground.team.people.owner.id);
  await owner.command('/retainer', 'settings');
  await owner.close(undefined, { all: true });
  await owner.command('/client', 'list');
  await owner.command(
    '/contract',
    'Brand identity for Acme (dana@acme.test), EUR 4,000, 50% deposit, done by 10 April',
  );
  await owner.submit(await owner.waitForView('contract:terms', 10_000));
  await owner.close(undefined, { all: true });
  await owner.command('/invoice', '');
  await owner.waitForView('invoice:issue', 10_000);
  await owner.close(undefined, { all: true });
  await owner.openHome();
  for (const path of ['/portal', '/desk', '/healthz', '/readyz', '/metrics']) await (await fetch(url + path)).text();
  await fetch(`${url}/portal/open`, { method: 'POST', body: new URLSearchParams({ token: 'guess' }) });
  await fetch(`${url}/stripe/webhook`, { method: 'POST', body: '{}', headers: { 'stripe-signature': 't=1,v1=0' } });
  await sleep(500);
  const size = resident(app);
  await app.stop();
  return size;
}

const resident = ({ pid }: Child): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
