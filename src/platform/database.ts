import pg from 'pg';
import type { Prisma, PrismaClient } from '../generated/client.ts';
import { inTime } from './deadline.ts';

export type Database = PrismaClient;
/** A transaction: the same tables, without `$transaction`. */
export type Tx = Prisma.TransactionClient;

export type DatabaseHandle = { db: Database; pool: pg.Pool; close(): Promise<void> };

export const openDatabase = (url: string, connections?: number): Promise<DatabaseHandle> =>
  openPrisma(openPool(url, connections));

export function openPool(url: string, connections = 10): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 8_000 });
  // A broken connection fails what is asked of it, or is replaced on next use; unheard, the event would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

/** Prisma and its query compiler are loaded here, so that a start can do other things meanwhile. */
export async function openPrisma(pool: pg.Pool): Promise<DatabaseHandle> {
  const [{ PrismaClient: Client }, { PrismaPg }] = await Promise.all([
    import('../generated/client.ts'),
    import('@prisma/adapter-pg'),
  ]);
  const db = new Client({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }),
    transactionOptions: { maxWait: 8_000, timeout: 15_000 },
    // Any other format prints what was asked for, people's names and addresses too, and errors are logged.
    errorFormat: 'minimal',
  });
  // The query compiler is made ready while a start has other things to do; what fails here fails again at the first query.
  db.$connect().catch(() => {});
  return {
    db,
    pool,
    close: async () => {
      await db.$disconnect();
      await pool.end();
    },
  };
}

/** A statement is prepared once it has been asked for this often, so that lists of every length do not each become one. */
const OFTEN = 3;
const NAMED_MAX = 300;
const COUNTED_MAX = 2_000;

/**
 * Names for the statements that come again and again: PostgreSQL then reads and plans them once per connection, which is
 * more work than running most of ours. An empty name is a statement that is not kept.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= NAMED_MAX) return known ?? '';
    const count = (counts.get(sql) ?? 0) + 1;
    if (counts.size >= COUNTED_MAX) counts.clear();
    counts.set(sql, count);
    if (count < OFTEN) return '';
    counts.delete(sql);
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

const ANSWER_MS = 3_000;

/** Throws when the database does not answer within three seconds: a line that hangs is as bad as one that is cut. */
export async function checkDatabase(db: Database): Promise<void> {
  await inTime(ANSWER_MS, db.$queryRaw`SELECT 1`, 'the database does not answer');
}

/** Whether a transaction lost a race that the same transaction may win when run again. */
export function lostRace(error: unknown): boolean {
  const { name, code } = error as { name?: string; code?: string };
  return name === 'PrismaClientKnownRequestError' && (code === 'P2034' || code === 'P2028');
}
