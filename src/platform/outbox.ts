import { z } from 'zod';
import { Refusal } from '../shared/refusal.ts';
import type { Database } from './database.ts';
import { failpoint } from './failpoint.ts';
import type { Log } from './log.ts';

/** A claimed row of the outbox. */
export const Owed = z.object({
  id: z.bigint(),
  workspaceId: z.string(),
  event: z.string(),
  effect: z.string(),
  projectId: z.string().nullable(),
  subjectId: z.string(),
  onceKey: z.string(),
  attempts: z.number(),
});
export type Owed = z.infer<typeof Owed>;

/**
 * How the outside answered. `retry`: it did not happen, try later. `dead`: it will never happen. `unknown`: it may have
 * happened (the line broke after the data was sent). `busy`: nothing was tried, because another worker is at it; this
 * counts as no try, or many workers would push one another into longer and longer waits.
 */
export class EffectFailed extends Error {
  readonly outcome: 'retry' | 'dead' | 'unknown' | 'busy';
  readonly retryAfterMs: number | undefined;

  constructor(outcome: EffectFailed['outcome'], reason: string, retryAfterMs?: number) {
    super(reason);
    this.name = 'EffectFailed';
    this.outcome = outcome;
    this.retryAfterMs = retryAfterMs;
  }
}

export type Effect = {
  perform(owed: Owed): Promise<void>;
  /** `at-least`: done again when in doubt. `at-most`: when in doubt it becomes `unknown` and a person is told. */
  once: 'at-least' | 'at-most';
  /** Hears that the effect ended without being surely done. */
  ended?(owed: Owed, outcome: 'dead' | 'unknown', reason: string): Promise<void>;
};
export type Effects = Record<string, Effect>;

/** How long a claim outlives its worker. A worker that lives renews it as long as the effect takes. */
const LEASE_SECONDS = 60;
/** A claim that waited longer than this in its lane is renewed before it is begun, so that nobody else begins it too. */
const FRESH_MS = 5_000;
/** How many effects are under way at once in one process. */
const LANES = 16;
/** Claims whose worker died are looked for at most this often. */
const LEASES_MS = 1_000;
/** Waits between tries, in seconds: 28 tries over about two days, then dead. */
const BACKOFF = [1, 5, 15, 60, 300, 900, 1800, 3600, ...Array.from({ length: 20 }, () => 7200)];

/** Seconds to wait after a try that failed, undefined when there were enough. */
export function waitAfter(attempts: number): number | undefined {
  return BACKOFF[attempts - 1];
}

export type Outbox = {
  /**
   * Claims what is due, as much as there is room for, and starts it without waiting for its end: one slow vendor holds up
   * nothing but its own project. Answers how many rows it took; `ended` hears that there is room again.
   */
  begin(ended: () => void): Promise<number>;
  /** Claims what is due and waits until it was performed; answers how many rows it took. */
  run(): Promise<number>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Milliseconds until the next row may be begun, undefined when none waits or the end of another is waited for. */
  nextIn(): Promise<number | undefined>;
  owed(): Promise<number>;
  /** What is begun goes on; what is claimed and not begun is put back for others. */
  stop(): void;
};

export function createOutbox(db: Database, effects: Effects, log: Log, leaseSeconds = LEASE_SECONDS): Outbox {
  const renew = (row: Owed) =>
    renewLease(db, row, leaseSeconds).catch((err: unknown) => {
      log.warn({ err, outbox: row.id.toString() }, 'a claim could not be renewed');
      return false;
    });
  /** By project: a process begins one project's effects in the order they were owed, one at a time. One that fails is overtaken. */
  const lanes = new Map<string, Promise<void>>();
  let checkedAt = Number.NEGATIVE_INFINITY;
  let stopped = false;
  const inOrder = async (rows: readonly Owed[]): Promise<void> => {
    const claimedAt = performance.now();
    for (const row of rows) {
      if (stopped) await release(db, row, 0);
      else if (performance.now() - claimedAt < FRESH_MS || (await renew(row))) {
        const timer = setInterval(() => void renew(row), (leaseSeconds * 1000) / 3);
        await perform(db, effects, log, row).finally(() => clearInterval(timer));
      }
    }
  };
  const idle = async () => {
    while (lanes.size > 0) await Promise.all(lanes.values());
  };
  const begin = async (ended: () => void): Promise<number> => {
    if (stopped) return 0;
    const rows = lanes.size < LANES ? await claim(db, LANES - lanes.size, [...lanes.keys()], leaseSeconds) : [];
    for (const [lane, all] of byLane(rows)) {
      const work = inOrder(all)
        .catch((err: unknown) => log.error({ err }, 'an effect could not be ended, its claim will expire'))
        .finally(() => {
          lanes.delete(lane);
          ended();
        });
      lanes.set(lane, work);
    }
    // After the claim: a worker that starts begins at once, and what is freed is found by the pass that follows.
    if (performance.now() - checkedAt <= LEASES_MS) return rows.length;
    checkedAt = performance.now();
    return rows.length + (await freeExpired(db, effects, log));
  };
  return {
    begin,
    idle,
    run: async () => {
      checkedAt = performance.now();
      await freeExpired(db, effects, log);
      const count = await begin(() => {});
      await idle();
      return count;
    },
    nextIn: async () => {
      if (lanes.size >= LANES) return undefined;
      const [row] = await db.$queryRaw<{ wait: number | null }[]>`
        SELECT (extract(epoch FROM min("availableAt") - now()) * 1000)::float8 AS wait FROM "Outbox"
        WHERE state = 'pending' AND ("projectId" IS NULL OR "projectId" <> ALL(${[...lanes.keys()]}::text[]))`;
      return row?.wait == null ? undefined : Math.max(0, row.wait);
    },
    owed: () => db.outbox.count({ where: { state: { in: ['pending', 'claimed'] } } }),
    stop: () => {
      stopped = true;
    },
  };
}

function byLane(rows: readonly Owed[]): Map<string, Owed[]> {
  const lanes = new Map<string, Owed[]>();
  for (const row of rows) {
    const lane = row.projectId ?? row.id.toString();
    lanes.set(lane, [...(lanes.get(lane) ?? []), row]);
  }
  return lanes;
}

async function claim(db: Database, room: number, busy: readonly string[], leaseSeconds: number): Promise<Owed[]> {
  const rows = await db.$queryRaw<unknown[]>`
    UPDATE "Outbox" SET state = 'claimed', "leaseUntil" = now() + make_interval(secs => ${leaseSeconds}), attempts = attempts + 1
    WHERE id IN (SELECT id FROM "Outbox" WHERE state = 'pending' AND "availableAt" <= now()
        AND ("projectId" IS NULL OR "projectId" <> ALL(${busy}::text[])) ORDER BY id LIMIT ${room} FOR UPDATE SKIP LOCKED)
    RETURNING id, "workspaceId", event, effect, "projectId", "subjectId", "onceKey", attempts`;
  return z
    .array(Owed)
    .parse(rows)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Claims whose worker died: at-least effects are done again, at-most effects become `unknown`. Answers how many. */
async function freeExpired(db: Database, effects: Effects, log: Log): Promise<number> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT id, "workspaceId", event, effect, "projectId", "subjectId", "onceKey", attempts FROM "Outbox"
    WHERE state = 'claimed' AND "leaseUntil" < now() LIMIT 100`;
  for (const row of z.array(Owed).parse(rows)) {
    const effect = effects[row.effect];
    if (effect?.once === 'at-most')
      await end(db, effect, log, row, 'unknown', 'the worker stopped in the middle of it');
    else
      await db.outbox.updateMany({
        where: { id: row.id, state: 'claimed', attempts: row.attempts },
        data: { state: 'pending' },
      });
  }
  return rows.length;
}

async function perform(db: Database, effects: Effects, log: Log, row: Owed): Promise<void> {
  const effect = effects[row.effect];
  if (!effect) return end(db, undefined, log, row, 'dead', 'no such effect');
  try {
    failpoint(`outbox.before-${row.effect}`);
    await effect.perform(row);
    failpoint(`outbox.after-${row.effect}`);
  } catch (error) {
    return failed(db, effect, log, row, error);
  }
  await db.$executeRaw`UPDATE "Outbox" SET state = 'done', "doneAt" = now(), "leaseUntil" = NULL WHERE id = ${row.id} AND attempts = ${row.attempts}`;
}

async function failed(db: Database, effect: Effect, log: Log, row: Owed, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const outcome = error instanceof EffectFailed ? error.outcome : error instanceof Refusal ? 'dead' : 'retry';
  if (outcome === 'dead') return end(db, effect, log, row, 'dead', reason);
  if (outcome === 'unknown' && effect.once === 'at-most') return end(db, effect, log, row, 'unknown', reason);
  if (error instanceof EffectFailed && outcome === 'busy') return release(db, row, error.retryAfterMs ?? 200);
  const wait = waitAfter(row.attempts);
  if (wait === undefined) return end(db, effect, log, row, 'dead', reason);
  const seconds = Math.max(wait, error instanceof EffectFailed ? (error.retryAfterMs ?? 0) / 1000 : 0);
  log.warn(
    { effect: row.effect, outbox: row.id.toString(), attempt: row.attempts, reason, seconds },
    'effect failed, will be tried again',
  );
  await db.$executeRaw`UPDATE "Outbox" SET state = 'pending', "leaseUntil" = NULL, failure = ${reason.slice(0, 500)},
    "availableAt" = now() + make_interval(secs => ${seconds}) WHERE id = ${row.id} AND attempts = ${row.attempts}`;
}

/** Begins the lease again; answers false when the claim is not ours any more. */
async function renewLease(db: Database, row: Owed, leaseSeconds: number): Promise<boolean> {
  const count = await db.$executeRaw`UPDATE "Outbox" SET "leaseUntil" = now() + make_interval(secs => ${leaseSeconds})
    WHERE id = ${row.id} AND attempts = ${row.attempts} AND state = 'claimed'`;
  return count === 1;
}

/** Puts a claim back as if it had not been made. */
async function release(db: Database, row: Owed, waitMs: number): Promise<void> {
  await db.$executeRaw`UPDATE "Outbox" SET state = 'pending', "leaseUntil" = NULL, attempts = attempts - 1,
    "availableAt" = now() + make_interval(secs => ${waitMs / 1000}) WHERE id = ${row.id} AND attempts = ${row.attempts}`;
}

async function end(
  db: Database,
  effect: Effect | undefined,
  log: Log,
  row: Owed,
  outcome: 'dead' | 'unknown',
  reason: string,
): Promise<void> {
  log.error({ effect: row.effect, outbox: row.id.toString(), outcome, reason }, 'effect ended without being done');
  const mine = { id: row.id, attempts: row.attempts, state: { in: ['claimed', 'pending'] } };
  if ((await db.outbox.count({ where: mine })) === 0) return;
  // Told first: a worker that dies in between leaves it to be told twice, never not at all.
  await effect?.ended?.(row, outcome, reason);
  await db.outbox.updateMany({
    where: mine,
    data: { state: outcome, failure: reason.slice(0, 500), leaseUntil: null },
  });
}
