import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { applyMigrations } from '../../src/platform/migrations.ts';
import { type Postgres, startPostgres } from '../../src/platform/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files ask for a database (POST makes one and answers its URL, DELETE drops it) and for a built app (GET). */
    databaseDoor: string;
  }
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const MIGRATIONS = path.join(ROOT, 'prisma/migrations');
/** The database every test database is a copy of. */
const TEMPLATE = 'migrated';

const quiet = { info: () => {}, warn: () => {}, error: console.error };

/**
 * One PostgreSQL for a whole run, started by the first test file that asks for a database, so that a run of pure rules
 * does not wait for one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<TestServer> | undefined;
  const server = () => (running ??= startTestServer());
  let built: Promise<string> | undefined;
  const entry = () => (built ??= builtApp());
  const door = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://door').pathname.slice(1);
    const answer =
      request.method === 'GET'
        ? entry()
        : server().then((running) => (request.method === 'DELETE' ? running.drop(name) : running.clone()));
    // A connection kept open would be closed here at the moment it is used again there.
    response.setHeader('connection', 'close');
    answer.then(
      (text) => response.end(text),
      (error) => response.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
    );
  });
  const url = await listen(door);
  project.provide('databaseDoor', url);
  return async () => {
    door.closeAllConnections();
    door.close();
    if (running) await (await running).stop();
  };
}

/** Bundles the app if its sources changed since; answers its entry. */
async function builtApp(): Promise<string> {
  await promisify(execFile)(process.execPath, [path.join(ROOT, 'scripts/build.mjs')], { cwd: ROOT });
  return path.join(ROOT, 'dist/main.js');
}

function listen(door: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    door.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = door.address();
      if (typeof address === 'object' && address) resolve(`http://127.0.0.1:${address.port}/`);
    });
  });
}

type TestServer = { clone(): Promise<string>; drop(name: string): Promise<string>; stop(): Promise<void> };

async function startTestServer(): Promise<TestServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'retainer-test-'));
  const data = path.join(folder, 'data');
  cpSync(await preparedFolder(), data, { recursive: true });
  const postgres = await startPostgres({ dataDir: data, log: quiet, durable: false });
  const admin = new pg.Pool({ connectionString: postgres.url, max: 2 });
  admin.on('error', () => {});
  // CREATE DATABASE refuses a template that somebody else is copying at that moment.
  let turn: Promise<unknown> = Promise.resolve();
  return {
    clone: () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      const mine = turn.then(() => admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`));
      turn = mine.catch(() => {});
      return mine.then(() => databaseUrl(postgres, name));
    },
    drop: async (name) => {
      await admin.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
      return '';
    },
    stop: async () => {
      await admin.end();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function databaseUrl(postgres: Postgres, name: string): string {
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return url.href;
}

/** A data folder that is initialised and migrated already; made once for each state of the migrations. */
async function preparedFolder(): Promise<string> {
  const cache = path.join(ROOT, 'node_modules/.cache/retainer');
  const prepared = path.join(cache, `postgres-${migrationsHash()}`);
  if (existsSync(prepared)) return prepared;
  mkdirSync(cache, { recursive: true });
  for (const old of readdirSync(cache)) {
    // Another run may be making one right now, but not for ten minutes.
    const abandoned = old.startsWith('making-') && Date.now() - statSync(path.join(cache, old)).mtimeMs > 600_000;
    if (old.startsWith('postgres-') || abandoned) rmSync(path.join(cache, old), { recursive: true, force: true });
  }
  const making = mkdtempSync(path.join(cache, 'making-'));
  const postgres = await startPostgres({ dataDir: making, log: quiet, durable: false });
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  await applyMigrations(databaseUrl(postgres, TEMPLATE), MIGRATIONS);
  await postgres.stop();
  try {
    renameSync(making, prepared);
  } catch {
    // Another run was quicker; its folder is as good.
    rmSync(making, { recursive: true, force: true });
  }
  return prepared;
}

function migrationsHash(): string {
  const hash = createHash('sha256').update(process.getuid?.() === 0 ? 'root' : 'user');
  const files = readdirSync(MIGRATIONS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.sql'));
  const sources = ['src/platform/postgres.ts', 'src/platform/postgres-server.ts', 'src/platform/migrations.ts'];
  for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(MIGRATIONS, file)));
  for (const file of sources) hash.update(readFileSync(path.join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}
