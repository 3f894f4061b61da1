import type { Queue, Worker } from 'bullmq';
import pg from 'pg';
import type { Log } from './log.ts';

/**
 * BullMQ as a doorbell: a job says only "go look", what is due is a row. Losing a job costs at most one sweep interval.
 * On Redis when a URL is given, else on PostgreSQL in a schema of its own.
 */
export type Doorbell = {
  ring(): void;
  /** Calls `look` for every ring, one at a time in this process. */
  answer(look: () => Promise<void>): Promise<void>;
  /** Throws when the queue's server can't be reached. */
  check(): Promise<void>;
  close(): Promise<void>;
};

const NAME = 'doorbell';
const SCHEMA = 'jobs';
/** The one job there is. */
const LOOK = 'work.look';

/** Opened when it is first needed: neither its library nor its server holds up a start. */
export function openDoorbell(where: { redisUrl?: string | undefined; databaseUrl: string }, log: Log): Doorbell {
  let opening: Promise<Opened> | undefined;
  const open = (): Promise<Opened> => {
    opening ??= openQueue(where, log).catch((error: unknown) => {
      // The next one to need it tries again.
      opening = undefined;
      throw error;
    });
    return opening;
  };
  let worker: Worker | undefined;
  let closed = false;
  let adding = false;
  let again = false;
  const add = async (): Promise<void> => {
    adding = true;
    do {
      again = false;
      await open()
        .then(({ queue }) => queue.add(LOOK, {}, { removeOnComplete: true, removeOnFail: true }))
        .catch((error: Error) => {
          log.warn({ reason: error.message }, 'could not ring, the sweep will find it');
        });
    } while (again);
    adding = false;
  };
  return {
    ring: () => {
      if (closed) return;
      if (adding) again = true;
      else void add();
    },
    answer: async (look) => {
      const { makeWorker } = await open();
      if (closed) return;
      worker = makeWorker(look);
      worker.on('error', (error) =>
        log.warn({ reason: error.message }, 'queue worker unreachable, the sweep carries on'),
      );
      await worker.waitUntilReady();
    },
    check: async () => {
      await (await open()).queue.getJobCounts('waiting');
    },
    close: async () => {
      closed = true;
      const opened = await opening?.catch(() => undefined);
      await worker?.close();
      await opened?.queue.close();
      await opened?.end();
    },
  };
}

type Opened = Pick<Backend, 'makeWorker' | 'end'> & { queue: Queue };

async function openQueue(where: { redisUrl?: string | undefined; databaseUrl: string }, log: Log): Promise<Opened> {
  const { makeQueue, makeWorker, end } = where.redisUrl
    ? await onRedis(where.redisUrl)
    : await onPostgres(where.databaseUrl);
  const queue = makeQueue();
  queue.on('error', (error) => log.warn({ reason: error.message }, 'queue unreachable, the sweep carries on'));
  return { queue, makeWorker, end };
}

type Backend = { makeQueue(): Queue; makeWorker(look: () => Promise<void>): Worker; end(): Promise<void> };

async function onPostgres(databaseUrl: string): Promise<Backend> {
  const { createPostgresBackend, runMigrations, withBackend } = await import('bullmq');
  const client = new pg.Client({ connectionString: databaseUrl });
  // A server that goes away meanwhile fails the query under way; unheard, the event would end the process as well.
  client.on('error', () => {});
  await client.connect();
  try {
    await runMigrations(client as never, SCHEMA);
  } finally {
    await client.end();
  }
  const made = withBackend(createPostgresBackend);
  const connection = { connectionString: databaseUrl, schema: SCHEMA, max: 3 };
  return {
    makeQueue: () => new made.Queue(NAME, { connection }) as unknown as Queue,
    makeWorker: (look) => new made.Worker(NAME, look, { connection, concurrency: 1 }) as unknown as Worker,
    end: async () => {},
  };
}

async function onRedis(redisUrl: string): Promise<Backend> {
  const { Queue, Worker } = await import('bullmq');
  const { Redis } = await import('ioredis');
  // The producer fails fast so that a ring never waits for Redis; the worker must wait for ever (BullMQ's rule).
  const producer = new Redis(redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: true });
  producer.on('error', () => {});
  await producer.connect().catch(() => {});
  const consumer = new Redis(redisUrl, { maxRetriesPerRequest: null });
  consumer.on('error', () => {});
  return {
    makeQueue: () => new Queue(NAME, { connection: producer }),
    makeWorker: (look) => new Worker(NAME, look, { connection: consumer, concurrency: 1 }),
    end: async () => {
      producer.disconnect();
      consumer.disconnect();
    },
  };
}
