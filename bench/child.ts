import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const ROOT = path.resolve(import.meta.dirname, '..');
/** The app as it is shipped; `PROFILE=<folder>` keeps a CPU profile of each of its processes there. */
const PROFILED = process.env.PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.PROFILE}`] : [];
export const BUILT = [...PROFILED, 'dist/main.js'];
/** A reference program of this folder, from source. */
export const fromSource = (file: string) => ['--import', 'tsx', path.join('bench', file)];

export type Child = { pid: number; port: number; startedAt: number; stop(): Promise<void> };

export async function takePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}

/** What a process of ours is started with: this machine's variables and those given. */
function surroundings(env: Record<string, string>): Record<string, string> {
  const machine = ['PATH', 'HOME', 'TMPDIR', 'LANG'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(machine), ...env };
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a Node program that listens on PORT; `startedAt` is on `performance.now()`'s scale. */
export async function launch(command: readonly string[], env: Record<string, string>): Promise<Child> {
  const port = await takePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: surroundings({ ...env, PORT: String(port), PUBLIC_URL: `http://localhost:${port}` }),
    stdio: ['ignore', process.env.BENCH_LOG ? 'inherit' : 'ignore', 'inherit'],
  });
  running.add(child);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let asked = false;
  void gone.then(() => {
    running.delete(child);
    if (!asked) throw new Error(`${command.join(' ')} ended by itself`);
  });
  return {
    pid: child.pid ?? 0,
    port,
    startedAt,
    stop: async () => {
      asked = true;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 12_000);
      await gone;
      clearTimeout(late);
    },
  };
}

/** Asks until the answer is 200; answers when that was. */
export async function untilServing(port: number, route = '/healthz', everyMs = 20): Promise<number> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(everyMs)) {
    const answer = await fetch(`http://localhost:${port}${route}`).catch(() => undefined);
    if (answer?.ok) return performance.now();
  }
  throw new Error(`nothing serves ${route} on port ${port}`);
}

export async function serving(command: readonly string[], env: Record<string, string>): Promise<Child> {
  const child = await launch(command, env);
  await untilServing(child.port, '/readyz');
  return child;
}
