/** From the moment a reminder is due until its effect starts: our worker against a poller, and against BullMQ on Redis. */
import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { transact } from '../src/platform/work.ts';
import { saveSteps } from '../src/reminders/store.ts';
import { wallIn } from '../src/shared/dates.ts';
import { type Id, newId } from '../src/shared/ids.ts';
import { openCore } from './core.ts';
import type { Starts } from './due-starts.ts';
import type { Ground } from './ground.ts';
import { NO_REDIS, startRedis } from './redis.ts';
import { barePoller, bareQueue } from './reminders-reference.ts';
import { startSlackAnswers } from './slack-answers.ts';
import { type Counts, compare, inTurns, median, p99, type Row, scaled, unmeasured } from './table.ts';

const REMINDERS = 60;
/** Due one after the other, this far apart on average. */
const APART_MS = 500;
/** The first of a fresh process load what the others find loaded; they are not counted. */
const FIRST = 10;
/** Until the first is due: everything is planned by then. */
const AHEAD_MS = 3_000;
const GOALS = { postgres: { atMost: 3 }, redis: { atMost: 1.5 } };

export async function due(ground: Ground, counts: Counts): Promise<Row[]> {
  const slack = await startSlackAnswers(ground.team);
  const rows = [await onBackend(ground, counts, slack.url)];
  const redis = await startRedis(ground.folder);
  if (redis) rows.push(await onBackend(ground, counts, slack.url, redis.url));
  else rows.push(unmeasured('due to effect started, with Redis, p99', GOALS.redis, NO_REDIS));
  redis?.stop();
  slack.close();
  return rows;
}

async function onBackend(ground: Ground, counts: Counts, slackUrl: string, redisUrl?: string): Promise<Row> {
  const count = scaled(REMINDERS, counts);
  const databaseUrl = await ground.studio();
  const clockFile = path.join(ground.folder, 'noon');
  const env = ground.environment(databaseUrl, {
    SLACK_API_URL: slackUrl,
    CLOCK_FILE: clockFile,
    ...(redisUrl && { REDIS_URL: redisUrl }),
  });
  const shift = untilNoon();
  writeFileSync(clockFile, String(shift));
  const plan = await planner(env, shift);
  const bare = redisUrl ? await bareQueue({ databaseUrl, redisUrl }) : undefined;
  const poller = redisUrl ? undefined : await barePoller(databaseUrl);
  const runs = await inTurns(
    {
      ours: () => run('due-worker.ts', [], env, count, (moments) => plan.add(moments)),
      reference: () =>
        run('due-reference.ts', [redisUrl ? 'bullmq' : 'poller'], env, count, async (moments) => {
          const ids = moments.map(() => newId('step', new Date()));
          const jobs = moments.map((at, index) => ({ id: ids[index] ?? '', at }));
          await poller?.add(jobs.map(({ id, at }) => ({ id, dueAt: new Date(at) })));
          await bare?.addBulk(jobs.map(({ id, at }) => ({ id, data: {}, delay: at - Date.now() })));
          return ids;
        }),
    },
    Math.min(counts.rounds, 3),
  );
  await Promise.all([bare?.close(), poller?.close(), plan.close()]);
  const tail = (lateness: number[][]) => median(lateness.map(p99));
  const figures = { ours: tail(runs.ours), reference: tail(runs.reference), unit: 'ms' as const };
  const where = redisUrl ? 'with Redis' : 'on PostgreSQL';
  return compare(`due to effect started, ${where}, p99`, figures, redisUrl ? GOALS.redis : GOALS.postgres);
}

/** Business time is moved to noon of a coming Wednesday, since reminders keep to office hours. */
function untilNoon(): number {
  const noon = new Date();
  noon.setUTCHours(12, 0, 0, 0);
  noon.setUTCDate(noon.getUTCDate() + ((3 - noon.getUTCDay() + 7) % 7) + 7);
  return noon.getTime() - Date.now();
}

type Add = (moments: readonly number[]) => Promise<string[]>;

/** How late each handler started, in milliseconds, with a worker of its own. */
async function run(file: string, words: string[], env: Record<string, string>, count: number, add: Add) {
  const child = fork(path.join(import.meta.dirname, file), words, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env },
  });
  await heard(child);
  let at = Date.now() + AHEAD_MS;
  const moments = Array.from({ length: FIRST + count }, () => (at += Math.round(Math.random() * 2 * APART_MS)));
  const ids = await add(moments);
  if (Date.now() > (moments[0] ?? 0)) throw new Error('planned too late: the machine is too busy to measure this');
  await sleep(at - Date.now() + 2_000);
  child.send('starts');
  const starts = (await heard(child)) as Starts;
  child.kill();
  const lateness = ids.map((id, index) => (starts[id] ?? Number.POSITIVE_INFINITY) - (moments[index] ?? 0));
  return lateness.slice(FIRST);
}

function heard(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`a worker ended with ${code}`)));
  });
}

/** Plans one reminder each for invoices of as many projects, as issuing them would have. */
async function planner(env: Record<string, string>, shift: number) {
  const { core, close } = await openCore(env);
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 1 });
  const model = await core.db.invoice.findFirstOrThrow();
  const workspaceId = model.workspaceId as Id<'workspace'>;
  let number = 1_000;
  const copyOf = async () => {
    number += 1;
    const [projectId, invoiceId] = [newId('project', new Date()), newId('invoice', new Date())];
    const copy = (table: string, from: string, values: object) =>
      pool.query(`INSERT INTO "${table}" SELECT (jsonb_populate_record(row, $2)).* FROM "${table}" row WHERE id = $1`, [
        from,
        JSON.stringify(values),
      ]);
    await copy('Project', model.projectId, { id: projectId, cardTs: `17${number}.0001` });
    await copy('Invoice', model.id, { id: invoiceId, projectId, number, label: `B-${number}`, instalmentId: null });
    return { projectId, invoiceId };
  };
  return {
    add: async (moments: readonly number[]): Promise<string[]> => {
      const placed: (Awaited<ReturnType<typeof copyOf>> & { dueAt: Date })[] = [];
      for (const at of moments) placed.push({ ...(await copyOf()), dueAt: new Date(at + shift) });
      await transact(core, workspaceId, async (work) => {
        for (const { projectId, invoiceId, dueAt } of placed) {
          const step = { kind: 'invoice' as const, position: 1, wall: wallIn('UTC', dueAt), zone: 'UTC', dueAt };
          await saveSteps(work, projectId, { invoiceId }, [step]);
        }
      });
      core.ring();
      const steps = await core.db.step.findMany({ where: { workspaceId }, select: { id: true, invoiceId: true } });
      return placed.map(({ invoiceId }) => steps.find((step) => step.invoiceId === invoiceId)?.id ?? '');
    },
    close: async () => {
      await pool.end();
      await close();
    },
  };
}
