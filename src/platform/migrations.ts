import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { ConfigProblem } from './config-problem.ts';

/** The advisory lock that `prisma migrate` itself takes, so that the two never work at once. */
const LOCK = 72_707_369;

/** As `prisma migrate deploy` makes it: whoever prefers that command can switch to it at any time. */
const HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

const Past = z.object({ migration_name: z.string(), checksum: z.string(), finished_at: z.date().nullable() });

type Migration = { name: string; sql: string; checksum: string };

/** What a file holds that PostgreSQL runs only outside a transaction; one statement to a file. */
const ALONE = /^--\s*no-transaction\b/;

/**
 * Brings a database up to date with the migrations in `dir` and returns the names of those applied, in order. Many may
 * call it at once: one works, the others wait. A file is applied whole or not at all, so a start killed halfway is
 * simply repeated. Throws ConfigProblem when there is no way in, an applied file was edited or an earlier failure needs a
 * person.
 */
export async function applyMigrations(url: string, dir: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
  // A server that stops while the pool closes says so on an idle connection; without a listener that ends the process.
  pool.on('error', () => {});
  try {
    return await migrate(pool, url, dir);
  } finally {
    await pool.end();
  }
}

/** The same on a connection of `pool`, which is then there for whoever asks next. */
export async function migrate(pool: pg.Pool, url: string, dir: string): Promise<string[]> {
  const wanted = await readMigrations(dir);
  const client = await pool.connect().catch((error: unknown) => {
    throw new ConfigProblem([unreachable(url, error)]);
  });
  try {
    // Released with the connection, whatever happens to this process.
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(HISTORY);
    const missing = await missingFrom(client, wanted);
    for (const migration of missing) await apply(client, migration);
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    client.release();
    return missing.map(({ name }) => name);
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** PostgreSQL's codes for a wrong name or password, and for a database that is not there. */
const REFUSED: Record<string, string> = {
  '28P01': 'refuses the name or password: correct them',
  '28000': 'refuses the name or password: correct them',
  '3D000': 'has no database of that name: create it',
};

/** Says where it was looked for, never with which password. */
function unreachable(url: string, error: unknown): string {
  const { host } = new URL(url);
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const why = REFUSED[code] ?? `does not answer (${code || message}): start it, or correct the address`;
  return `DATABASE_URL: PostgreSQL at ${host || 'the local socket'} ${why}.`;
}

async function readMigrations(dir: string): Promise<Migration[]> {
  const folders = (await readdir(dir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(dir, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function missingFrom(client: pg.ClientBase, wanted: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const past = z.array(Past).parse(rows);
  const failed = past.find((row) => !row.finished_at);
  if (failed) {
    throw new ConfigProblem([
      `Migration ${failed.migration_name} failed earlier and may be half applied (see "logs" in the table _prisma_migrations). Repair the database, then run: npx prisma migrate resolve --rolled-back ${failed.migration_name}`,
    ]);
  }
  const applied = new Map(past.map((row) => [row.migration_name, row.checksum]));
  const edited = wanted.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (edited) {
    throw new ConfigProblem([
      `Migration ${edited.name} was edited after this database applied it. Restore the file and put the change in a new migration.`,
    ]);
  }
  return wanted.filter(({ name }) => !applied.has(name));
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  const alone = ALONE.test(migration.sql);
  const id = randomUUID();
  try {
    if (!alone) await client.query('BEGIN');
    await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
      id,
      migration.checksum,
      migration.name,
    ]);
    await client.query(migration.sql);
    await client.query(
      'UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
      [id],
    );
    if (!alone) await client.query('COMMIT');
  } catch (error) {
    if (!alone) await client.query('ROLLBACK');
    await recordFailure(client, migration, id, alone, error);
    throw new Error(`migration ${migration.name} failed`, { cause: error });
  }
}

/** What was rolled back whole is tried again at the next start; what ran alone may be half done and waits for a person. */
async function recordFailure(client: pg.ClientBase, migration: Migration, id: string, alone: boolean, error: unknown) {
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, logs, rolled_back_at)
     VALUES ($1, $2, $3, $4, CASE WHEN $5 THEN NULL ELSE now() END)
     ON CONFLICT (id) DO UPDATE SET logs = excluded.logs`,
    [id, migration.checksum, migration.name, String(error), alone],
  );
}
