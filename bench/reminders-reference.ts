/** The reference for scheduling and for lateness: BullMQ used directly, and a poller that claims rows with SKIP LOCKED. */
import { createPostgresBackend, Queue, runMigrations, Worker, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

export type Where = { databaseUrl: string; redisUrl?: string | undefined };
type Handler = (id: string) => Promise<void>;
export type BareQueue = {
  addBulk(jobs: readonly { id: string; data: object; delay: number }[]): Promise<void>;
  work(handler: Handler): Promise<void>;
  close(): Promise<void>;
};

const NAME = 'reminders';
const SCHEMA = 'bare';

export async function bareQueue({ databaseUrl, redisUrl }: Where): Promise<BareQueue> {
  const open = redisUrl ? onRedis(redisUrl) : await onPostgres(databaseUrl);
  const queue = open.queue();
  let worker: Worker | undefined;
  return {
    addBulk: async (jobs) => {
      await queue.addBulk(jobs.map(({ id, data, delay }) => ({ name: 'remind', data, opts: { jobId: id, delay } })));
    },
    work: async (handler) => {
      worker = open.worker((id) => handler(id));
      await worker.waitUntilReady();
    },
    close: async () => {
      await worker?.close();
      await queue.close();
      open.end();
    },
  };
}

type Open = { queue(): Queue; worker(handler: Handler): Worker; end(): void };

function onRedis(url: string): Open {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  return {
    queue: () => new Queue(NAME, { connection }),
    worker: (handler) => new Worker(NAME, (job) => handler(job.id ?? ''), { connection, concurrency: 16 }),
    end: () => connection.disconnect(),
  };
}

async function onPostgres(databaseUrl: string): Promise<Open> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await runMigrations(client as never, SCHEMA);
  await client.end();
  const made = withBackend(createPostgresBackend);
  const connection = { connectionString: databaseUrl, schema: SCHEMA, max: 5 };
  return {
    queue: () => new made.Queue(NAME, { connection }) as unknown as Queue,
    worker: (handler) =>
      new made.Worker(NAME, (job) => handler(job.id ?? ''), { connection, concurrency: 16 }) as unknown as Worker,
    end: () => {},
  };
}

/** Looks every 5 ms and claims what is due: the least there is between a row and its handler. */
export async function barePoller(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  await pool.query(
    'CREATE TABLE IF NOT EXISTS bare_job (id text PRIMARY KEY, due_at timestamptz NOT NULL, state text NOT NULL)',
  );
  await pool.query("CREATE INDEX IF NOT EXISTS bare_due ON bare_job (due_at) WHERE state = 'planned'");
  let stopped = false;
  let looking = Promise.resolve();
  const claim = `UPDATE bare_job SET state = 'claimed' WHERE id IN (
    SELECT id FROM bare_job WHERE state = 'planned' AND due_at <= now() ORDER BY due_at LIMIT 16 FOR UPDATE SKIP LOCKED) RETURNING id`;
  return {
    add: async (jobs: readonly { id: string; dueAt: Date }[]) => {
      const values = [jobs.map((job) => job.id), jobs.map((job) => job.dueAt)];
      await pool.query("INSERT INTO bare_job SELECT *, 'planned' FROM unnest($1::text[], $2::timestamptz[])", values);
    },
    work: async (handler: (id: string) => void) => {
      looking = (async () => {
        while (!stopped) {
          const { rows } = await pool.query<{ id: string }>(claim);
          for (const { id } of rows) handler(id);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      })();
    },
    close: async () => {
      stopped = true;
      await looking;
      await pool.end();
    },
  };
}
