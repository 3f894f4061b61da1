/** Scheduling 10,000 reminders: the rows that make them due against BullMQ's own `addBulk`, on each backend. */
import { transact } from '../src/platform/work.ts';
import { saveSteps } from '../src/reminders/store.ts';
import { instantOf, wallAt } from '../src/shared/dates.ts';
import type { Id } from '../src/shared/ids.ts';
import { openCore } from './core.ts';
import type { Ground } from './ground.ts';
import { NO_REDIS, startRedis } from './redis.ts';
import { bareQueue } from './reminders-reference.ts';
import { type Counts, compare, inTurns, median, type Row, scaled, unmeasured } from './table.ts';

const BATCH = 1_000;
const BATCHES = 10;
const GOAL = { atLeast: 0.9 };
const ZONE = 'Europe/Berlin';
const DAY = '2030-03-04';

export async function reminders(ground: Ground, counts: Counts): Promise<Row[]> {
  const batch = scaled(BATCH, counts);
  const rows = [await onBackend(ground, batch, counts.rounds)];
  const redis = await startRedis(ground.folder);
  if (redis) rows.push(await onBackend(ground, batch, counts.rounds, redis.url));
  else rows.push(unmeasured('10,000 reminders scheduled, with Redis', GOAL, NO_REDIS));
  redis?.stop();
  return rows;
}

async function onBackend(ground: Ground, batch: number, rounds: number, redisUrl?: string): Promise<Row> {
  const databaseUrl = await ground.studio();
  const env = ground.environment(databaseUrl, redisUrl ? { REDIS_URL: redisUrl } : {});
  const { core, close } = await openCore(env);
  const invoice = await core.db.invoice.findFirstOrThrow();
  const workspaceId = invoice.workspaceId as Id<'workspace'>;
  const projectId = invoice.projectId as Id<'project'>;
  const wall = wallAt(DAY, '09:00');
  const step = { kind: 'invoice' as const, wall, zone: ZONE, dueAt: instantOf(wall, ZONE) };
  const bare = await bareQueue({ databaseUrl, redisUrl });
  const timed = async (once: (from: number) => Promise<void>) => {
    const started = performance.now();
    for (let at = 0; at < BATCHES; at += 1) await once(next + at * batch);
    next += BATCHES * batch;
    return (BATCHES * batch * 1000) / (performance.now() - started);
  };
  // Nothing is planned twice: a reminder's place in its ladder is its own, a job's id too.
  let next = 1_000;
  const runs = await inTurns(
    {
      ours: () =>
        timed(async (from) => {
          const steps = Array.from({ length: batch }, (_, at) => ({ ...step, position: from + at }));
          const subject = { invoiceId: invoice.id as Id<'invoice'> };
          await transact(core, workspaceId, (work) => saveSteps(work, projectId, subject, steps));
          core.ring();
        }),
      reference: () =>
        timed((from) => {
          const data = { workspaceId, projectId, invoiceId: invoice.id, kind: step.kind, wall, zone: ZONE };
          const jobOf = (at: number) => ({
            id: `step-${from + at}`,
            data: { ...data, position: from + at },
            delay: 3_600_000,
          });
          return bare.addBulk(Array.from({ length: batch }, (_, at) => jobOf(at)));
        }),
    },
    rounds,
  );
  await bare.close();
  await close();
  const figures = { ours: median(runs.ours), reference: median(runs.reference), unit: '/s' as const };
  return compare(`10,000 reminders scheduled, ${redisUrl ? 'with Redis' : 'on PostgreSQL'}`, figures, GOAL);
}
