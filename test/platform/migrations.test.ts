import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { applyMigrations } from '../../src/platform/migrations.ts';
import { testDatabase } from '../support/database.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

let client: pg.Client;
let url: string;
let dir: string;

/** A schema of our own for each test, in a database that the real migrations do not touch. */
async function write(name: string, sql: string): Promise<void> {
  await mkdir(path.join(dir, name), { recursive: true });
  await writeFile(path.join(dir, name, 'migration.sql'), sql);
}

async function history(): Promise<unknown[]> {
  const { rows } = await client.query(
    'SELECT migration_name AS name, finished_at IS NOT NULL AS done, rolled_back_at IS NOT NULL AS undone FROM _prisma_migrations ORDER BY started_at',
  );
  return rows;
}

describe('migrations of a new database', () => {
  beforeAll(async () => {
    ({ url } = await testDatabase());
    client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    dir = await mkdtemp(path.join(tmpdir(), 'migrations-'));
  });
  afterAll(async () => {
    await client.end();
    await rm(dir, { recursive: true });
  });

  test('two starts at once apply each file once, and a third finds nothing to do', async () => {
    await write('1_first', 'CREATE TABLE one (i int);');
    await write(
      '2_second',
      "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'a;b' $$; INSERT INTO one VALUES (1);",
    );
    const ran = await Promise.all([applyMigrations(url, dir), applyMigrations(url, dir)]);
    expect(ran.flat()).toEqual(['1_first', '2_second']);
    expect(await applyMigrations(url, dir)).toEqual([]);
    expect((await client.query('SELECT count(*)::int AS n FROM one')).rows).toEqual([{ n: 1 }]);
  });

  test('a file that fails leaves nothing behind and is tried again once it is repaired', async () => {
    await write('3_third', 'CREATE TABLE three (i int); SELECT broken;');
    await expect(applyMigrations(url, dir)).rejects.toThrow('3_third');
    expect((await client.query("SELECT to_regclass('three') AS t")).rows).toEqual([{ t: null }]);
    expect(await history()).toContainEqual({ name: '3_third', done: false, undone: true });
    await write('3_third', 'CREATE TABLE three (i int);');
    expect(await applyMigrations(url, dir)).toEqual(['3_third']);
  });

  test('a statement that needs no transaction runs alone', async () => {
    await write('4_fourth', '-- no-transaction\nCREATE INDEX CONCURRENTLY three_i ON three (i);');
    expect(await applyMigrations(url, dir)).toEqual(['4_fourth']);
  });

  test('an applied file that was edited is refused by name', async () => {
    await write('2_second', 'SELECT 1;');
    await expect(applyMigrations(url, dir)).rejects.toThrow('2_second was edited');
    await client.query("UPDATE _prisma_migrations SET checksum = 'x' WHERE migration_name = '2_second'");
    await client.query("DELETE FROM _prisma_migrations WHERE migration_name = '2_second'");
    await client.query('DROP FUNCTION f');
    expect(await applyMigrations(url, dir)).toEqual(['2_second']);
  });

  test('a failure that may be half applied waits for a person', async () => {
    await write('5_fifth', '-- no-transaction\nCREATE INDEX CONCURRENTLY bad ON nowhere (i);');
    await expect(applyMigrations(url, dir)).rejects.toThrow('5_fifth');
    await expect(applyMigrations(url, dir)).rejects.toThrow('migrate resolve --rolled-back 5_fifth');
  });
});

test('the migrations make exactly what the schema says', async () => {
  const migrated = await testDatabase();
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/migration.mjs', '--drift', migrated.url], {
    cwd: ROOT,
  }).catch((error) => ({ stdout: `${error.stdout}${error.stderr}` }));
  expect(stdout.trim()).toBe('0 steps');
});

test('a server that stops while the connection closes does not end the process', async () => {
  const { url: fresh } = await testDatabase();
  const end = pg.Pool.prototype.end as (this: pg.Pool) => Promise<void>;
  const ending = vi.spyOn(pg.Pool.prototype, 'end').mockImplementation(async function (this: pg.Pool) {
    this.emit('error', new Error('terminating connection due to administrator command'), {} as pg.PoolClient);
    await end.call(this);
  });
  const applied = applyMigrations(fresh, path.join(ROOT, 'prisma/migrations')).finally(() => ending.mockRestore());
  await expect(applied).resolves.toEqual([]);
});
