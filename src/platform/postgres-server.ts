import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './log.ts';
import { type Account, PLAIN_ENV } from './postgres-account.ts';
import type { Binaries } from './postgres-binaries.ts';
import { endLeftovers, postmasterOf } from './postgres-folder.ts';

export type Cluster = { dir: string; logFile: string; binaries: Binaries; account: Account; durable: boolean };

/** A crash is recovered from before connections are taken; a large log of changes takes a while. */
const RECOVERY_MS = 120_000;

export function runProgram(cluster: Cluster, program: string, args: string[], output: 'pipe' | number): ChildProcess {
  const [command = program, ...rest] = [...cluster.account.before, program, ...args];
  const { uid, gid } = cluster.account;
  return spawn(command, rest, {
    // Its own process group: Ctrl-C in a terminal must reach the app first, which then stops PostgreSQL in order.
    detached: true,
    env: PLAIN_ENV,
    stdio: ['ignore', output, output],
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no free port on 127.0.0.1');
  return address.port;
}

function settings(port: number, durable: boolean): string[] {
  const all = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '64MB',
    dynamic_shared_memory_type: 'mmap',
    max_parallel_workers_per_gather: 0,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    wal_level: 'minimal',
    max_wal_senders: 0,
    // Statements and row contents hold personal data, and this log has no other reader than an operator.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_min_messages: 'log',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

type Launched = { child: ChildProcess; ended: Promise<void> };

/** Starts PostgreSQL and waits until it takes connections; what it said is in the error when it ends instead. */
async function launch(cluster: Cluster, port: number): Promise<Launched> {
  const tooLong = (statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000;
  const output = openSync(cluster.logFile, tooLong ? 'w' : 'a', 0o600);
  const from = statSync(cluster.logFile).size;
  const child = runProgram(
    cluster,
    cluster.binaries.postgres,
    ['-D', cluster.dir, ...settings(port, cluster.durable)],
    output,
  );
  closeSync(output);
  let over = false;
  const ended = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error']) child.once(event, () => resolve());
  }).then(() => {
    over = true;
  });
  for (let waited = 0; waited < RECOVERY_MS && !over; waited += 10) {
    const postmaster = postmasterOf(cluster.dir);
    if (postmaster?.pid === child.pid && postmaster?.ready) {
      child.unref();
      return { child, ended };
    }
    await sleep(10);
  }
  child.kill('SIGKILL');
  throw new Error(`PostgreSQL did not start: ${readFileSync(cluster.logFile).subarray(from).toString('utf8').trim()}`);
}

/** PostgreSQL's own words for a port taken between looking and binding, and for children of a dead one still leaving. */
const PASSING = /Address already in use|could not bind|pre-existing shared memory|is still in use/;

async function launchFirst(cluster: Cluster): Promise<Launched & { port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { ...(await launch(cluster, port)), port };
    } catch (error) {
      if (attempt === 20 || !(error instanceof Error && PASSING.test(error.message))) throw error;
      await sleep(250);
    }
  }
}

/** A small shell that stops PostgreSQL once this process is gone, however it went: its input closes then. */
function watchOver(pid: number | undefined): ChildProcess {
  const watcher = spawn('/bin/sh', ['-c', 'read _; kill -INT "$0"', String(pid)], {
    detached: true,
    env: PLAIN_ENV,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => {});
  watcher.stdin?.on('error', () => {});
  watcher.unref();
  if (watcher.stdin && 'unref' in watcher.stdin) (watcher.stdin as unknown as { unref(): void }).unref();
  return watcher;
}

/**
 * Keeps one PostgreSQL running on one port: what ends by itself is started again, and nothing outlives this process.
 */
export async function superviseServer(
  cluster: Cluster,
  log: Pick<Log, 'warn' | 'error'>,
): Promise<{ port: number; stop(): Promise<void> }> {
  const { port, ...first } = await launchFirst(cluster);
  let current: Launched = first;
  let watcher: ChildProcess | undefined;
  let stopping = false;
  let restarting = Promise.resolve();

  const startAgain = async () => {
    watcher?.kill('SIGKILL');
    if (!stopping) log.warn({ port }, 'PostgreSQL ended; starting it again');
    for (let pause = 100; !stopping; pause = Math.min(pause * 2, 5_000)) {
      try {
        await endLeftovers(cluster.dir);
        current = await launch(cluster, port);
        keepUp();
        return;
      } catch (error) {
        log.error({ err: error }, 'PostgreSQL did not start again');
        await sleep(pause);
      }
    }
  };
  const keepUp = () => {
    watcher = watchOver(current.child.pid);
    current.ended.then(() => {
      restarting = startAgain();
    });
  };
  keepUp();

  const stop = async () => {
    stopping = true;
    await restarting;
    await end(current);
    watcher?.kill('SIGKILL');
  };
  return { port, stop };
}

/** Fast shutdown first; then without waiting for anyone, which the next start recovers from. */
async function end({ child, ended }: Launched): Promise<void> {
  const steps = [
    ['SIGINT', 5_000],
    ['SIGQUIT', 2_000],
    ['SIGKILL', 1_000],
  ] as const;
  for (const [name, ms] of steps) {
    child.kill(name);
    const timer = new AbortController();
    const late = sleep(ms, false, { signal: timer.signal }).catch(() => false);
    const over = await Promise.race([ended.then(() => true), late]);
    timer.abort();
    if (over) return;
  }
}
