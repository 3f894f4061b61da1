import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Postgres, startPostgres } from '../../src/platform/postgres.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'postgres-test-'));
const pidFile = path.join(dataDir, 'postgres/postmaster.pid');
const silent = { info: () => {}, warn: () => {}, error: console.error };
const start = () => startPostgres({ dataDir, log: silent, durable: false });

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

/** Another process that starts it and reports its URL, so that it can be killed as a whole app is. */
async function startElsewhere(): Promise<{ app: ChildProcess; url: string }> {
  const source = `import { startPostgres } from ${JSON.stringify(path.resolve('src/platform/postgres.ts'))};
    const log = { info() {}, warn() {}, error: console.error };
    startPostgres({ dataDir: ${JSON.stringify(dataDir)}, log, durable: false })
      .then((p) => console.log(p.url), (e) => { console.log(e.message); process.exit(1); });
    setInterval(() => {}, 1000);`;
  const app = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) => app.stdout.once('data', (line) => resolve(String(line).trim())));
  return { app, url };
}

function postgresProcesses(): number[] {
  const home = path.join(dataDir, 'postgres');
  return readdirSync('/proc').flatMap((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === home ? [Number(pid)] : [];
    } catch {
      return [];
    }
  });
}

async function untilGone(): Promise<number> {
  for (let waited = 0; waited < 8_000 && postgresProcesses().length > 0; waited += 50) await sleep(50);
  return postgresProcesses().length;
}

describe.runIf(process.platform === 'linux')('the built-in PostgreSQL', () => {
  let postgres: Postgres | undefined;

  beforeAll(async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept (word text)');
    await ask(first.url, "INSERT INTO kept VALUES ('kept')");
    await first.stop();
    return () => rmSync(dataDir, { recursive: true });
  });
  afterEach(async () => {
    await postgres?.stop();
    postgres = undefined;
    expect(await untilGone()).toBe(0);
  });

  test('keeps what was written, knows Unicode, and stops within seconds', async () => {
    postgres = await start();
    expect(await ask(postgres.url, "SELECT word FROM kept UNION ALL SELECT lower('ÄÉ')")).toEqual(['kept', 'äé']);
    const started = performance.now();
    await postgres.stop();
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('refuses strangers: no password, no way in', async () => {
    postgres = await start();
    const url = new URL(postgres.url);
    url.password = 'guess';
    await expect(ask(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  test('a second start on the same folder names who holds it', async () => {
    postgres = await start();
    await expect(start()).rejects.toThrow(`process ${process.pid}`);
    expect(await ask(postgres.url, 'SELECT 1')).toEqual([1]);
  });

  test('an app that is killed takes its PostgreSQL along, and the next start finds everything', async () => {
    const { app, url } = await startElsewhere();
    await ask(url, "INSERT INTO kept VALUES ('later')");
    app.kill('SIGKILL');
    const began = performance.now();
    postgres = await start();
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await ask(postgres.url, 'SELECT count(*)::int FROM kept')).toEqual([2]);
    await ask(postgres.url, "DELETE FROM kept WHERE word = 'later'");
  });

  test('a PostgreSQL killed with its app leaves nothing in the way', async () => {
    const { app } = await startElsewhere();
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    app.kill('SIGKILL');
    postgres = await start();
    expect(await ask(postgres.url, 'SELECT word FROM kept')).toEqual(['kept']);
  });

  test('a PostgreSQL that dies under a running app comes back at the same address', async () => {
    postgres = await start();
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    const { url } = postgres;
    await expect.poll(() => ask(url, 'SELECT word FROM kept').catch(() => []), { timeout: 10_000 }).toEqual(['kept']);
  });

  test('a process file that names a stranger is not believed', async () => {
    const stranger = spawn('sleep', ['60']);
    writeFileSync(pidFile, `${stranger.pid}\n${dataDir}/postgres\n0\n1\n\n127.0.0.1\n1 2\nready\n`);
    writeFileSync(path.join(dataDir, 'app.lock'), `${stranger.pid} 1`);
    postgres = await start();
    expect(await ask(postgres.url, 'SELECT 1')).toEqual([1]);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill();
  });

  test('a port that is taken meanwhile is left to its owner', async () => {
    postgres = await start();
    const port = Number(new URL(postgres.url).port);
    await postgres.stop();
    const owner = createServer().listen(port, '127.0.0.1');
    postgres = await start();
    expect(Number(new URL(postgres.url).port)).not.toBe(port);
    owner.close();
  });

  test('a database half made by a killed first start is made again', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'postgres-test-'));
    const half = path.join(other, 'postgres.new-1234');
    mkdirSync(half);
    const fresh = await startPostgres({ dataDir: other, log: silent, durable: false });
    expect(await ask(fresh.url, 'SELECT 1')).toEqual([1]);
    expect(existsSync(half)).toBe(false);
    await fresh.stop();
    rmSync(other, { recursive: true });
  });
});
