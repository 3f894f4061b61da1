import { setTimeout as sleep } from 'node:timers/promises';
import type { Queue, Worker } from 'bullmq';
import pg from 'pg';
import { inTime } from './deadline.ts';
import type { Log } from './log.ts';

/**
 * BullMQ as a doorbell: a job says only "go look", what is due is a row. Losing a job costs at most one sweep interval.
 * On Redis when a URL is given, else on PostgreSQL in a schema of its own.
 */
export type Doorbell = {
  ring(): void;
  /** Calls `look` for every ring, one at a time in this process; tries again until its server can be reached or it is closed. */
  answer(look: () => Promise<void>): Promise<void>;
  /** Throws when the queue's server can't be reached, or does not answer within three seconds. */
  check(): Promise<void>;
  close(): Promise<void>;
};

const NAME = 'doorbell';
const SCHEMA = 'jobs';
/** The one job there is. */
const LOOK = 'work.look';
/** After a fault; the library's own wait is 15 seconds, in which every card and mail would wait with it. */
const RETRY_MS = 1_000;
const ANSWER_MS = 3_000;

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
  let here: (() => Promise<void>) | undefined;
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
          // A process that also works need not wait for its own sweep.
          void here?.();
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
      here = look;
      while (!closed && !worker) {
        try {
          worker = await (await open()).listen(look);
        } catch (error) {
          log.warn({ reason: (error as Error).message }, 'no rings are heard yet, the sweep carries on');
          await sleep(RETRY_MS, undefined, { ref: false });
        }
      }
      // Closed while it was made: whoever closed did not know of it.
      if (closed) await worker?.close();
    },
    check: async () => {
      const counts = open().then(({ queue }) => queue.getJobCounts('waiting'));
      await inTime(ANSWER_MS, counts, 'the queue does not answer');
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

type Opened = { queue: Queue; listen(look: () => Promise<void>): Promise<Worker>; end(): Promise<void> };

async function openQueue(where: { redisUrl?: string | undefined; databaseUrl: string }, log: Log): Promise<Opened> {
  const { makeQueue, makeWorker, readyFirst, end } = where.redisUrl
    ? await onRedis(where.redisUrl)
    : await onPostgres(where.databaseUrl);
  const queue = makeQueue();
  queue.on('error', (error) => log.warn({ reason: error.message }, 'queue unreachable, the sweep carries on'));
  if (readyFirst) await madeReady(queue);
  const listen = async (look: () => Promise<void>) => {
    const worker = makeWorker(look);
    worker.on('error', (error) =>
      log.warn({ reason: error.message }, 'queue worker unreachable, the sweep carries on'),
    );
    return await madeReady(worker);
  };
  return { queue, listen, end };
}

/** One that could not be made ready is closed: it keeps the fault, and would fail whatever is asked of it later. */
async function madeReady<T extends { waitUntilReady(): Promise<unknown>; close(): Promise<void> }>(
  made: T,
): Promise<T> {
  try {
    await made.waitUntilReady();
    return made;
  } catch (error) {
    await made.close().catch(() => undefined);
    throw error;
  }
}

type Backend = {
  makeQueue(): Queue;
  makeWorker(look: () => Promise<void>): Worker;
  /** Whether the queue is waited for: on Redis it reconnects by itself, and a Redis that is away holds up nobody. */
  readyFirst: boolean;
  end(): Promise<void>;
};

const WORKER = { concurrency: 1, runRetryDelay: RETRY_MS };

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
  // While it is made ready it holds a connection that it does not listen to, and a line cut then would end the process.
  const onConnect = (held: pg.ClientBase) => void held.on('error', () => {});
  const connection = { connectionString: databaseUrl, schema: SCHEMA, max: 3, onConnect };
  return {
    makeQueue: () => new made.Queue(NAME, { connection }) as unknown as Queue,
    makeWorker: (look) => new made.Worker(NAME, look, { connection, ...WORKER }) as unknown as Worker,
    readyFirst: true,
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
    makeWorker: (look) => new Worker(NAME, look, { connection: consumer, ...WORKER }),
    readyFirst: false,
    end: async () => {
      producer.disconnect();
      consumer.disconnect();
    },
  };
}
