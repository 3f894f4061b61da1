import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { builtApp } from './database.ts';
import type { World } from './world.ts';

const DYING = path.resolve(import.meta.dirname, 'app-child.ts');
const ROOT = path.resolve(import.meta.dirname, '../..');

export type AppProcess = {
  /** How it ended: its exit code, or undefined when it was killed. */
  died: Promise<number | undefined>;
  kill(signal?: 'SIGKILL' | 'SIGTERM'): Promise<number | undefined>;
  said(): string;
};

export type ProcessOptions = {
  /** Where the app's own files are; those of this checkout by default. */
  root?: string;
  /** Named places where it dies; with none it is the product itself. */
  dieAt?: readonly string[];
  env?: Record<string, string>;
};

/** Starts the world's app as a process, on the world's own port, and waits until it can serve. */
export async function startProcess(world: World, { root, dieAt, env }: ProcessOptions = {}): Promise<AppProcess> {
  const app = await spawnApp(
    {
      ...world.environment(Number(new URL(world.appUrl).port), 'all'),
      LOG_LEVEL: 'error',
      ...(dieAt && { DIE_AT: dieAt.join(',') }),
      ...env,
    },
    root,
  );
  const end = Date.now() + 60_000;
  let over = false;
  void app.died.then(() => {
    over = true;
  });
  for (;;) {
    const answer = await fetch(`${world.appUrl}/readyz`).catch(() => undefined);
    if (answer?.ok) return app;
    if (over || Date.now() > end) throw new Error(`the app did not start: ${app.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * The app as a process of its own, with these variables and no others: the bundle that users run, or the sources of another
 * checkout, or the sources with places to die at.
 */
export async function spawnApp(env: Record<string, string>, root?: string): Promise<AppProcess> {
  const built = root === undefined && env.DIE_AT === undefined;
  const entry = built ? await builtApp() : env.DIE_AT === undefined ? path.join(root ?? ROOT, 'src/main.ts') : DYING;
  const child: ChildProcess = spawn(process.execPath, [...(built ? [] : ['--import', 'tsx']), entry], {
    env,
    // The settings of the compiler are those of the folder it is started in.
    cwd: root ?? ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const died = new Promise<number | undefined>((resolve) => child.once('exit', (code) => resolve(code ?? undefined)));
  return {
    died,
    said: () => said,
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal);
      return died;
    },
  };
}
