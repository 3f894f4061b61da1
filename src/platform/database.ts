import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from '../generated/client.ts';

export type Database = PrismaClient;
/** A transaction: the same tables, without `$transaction`. */
export type Tx = Prisma.TransactionClient;

export type DatabaseHandle = { db: Database; pool: pg.Pool; close(): Promise<void> };

export function openDatabase(url: string, connections = 10): DatabaseHandle {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 8_000 });
  // A broken idle connection is replaced on next use; without a listener it would end the process.
  pool.on('error', () => {});
  const db = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 8_000, timeout: 15_000 },
  });
  return {
    db,
    pool,
    close: async () => {
      await db.$disconnect();
      await pool.end();
    },
  };
}

/** Throws when the database does not answer. */
export async function checkDatabase(db: Database): Promise<void> {
  await db.$queryRaw`SELECT 1`;
}

/** Whether a transaction lost a race that the same transaction may win when run again. */
export function lostRace(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && (error.code === 'P2034' || error.code === 'P2028');
}
