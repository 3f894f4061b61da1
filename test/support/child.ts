import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { World } from './world.ts';

const ENTRY = path.resolve(import.meta.dirname, 'app-child.ts');

export type AppProcess = { died: Promise<void>; kill(): Promise<void>; said(): string };

/** Starts the world's app as a process, on the world's own port; it can be killed, and told where to die. */
export async function startProcess(world: World, dieAt: readonly string[] = []): Promise<AppProcess> {
  const environment = world.environment(Number(new URL(world.appUrl).port), 'all');
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', ENTRY], {
    env: { ...environment, LOG_LEVEL: 'error', DIE_AT: dieAt.join(',') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const died = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = Date.now() + 40_000;
  for (;;) {
    const answer = await fetch(`${world.appUrl}/readyz`).catch(() => undefined);
    if (answer?.ok) break;
    if (child.exitCode !== null || Date.now() > end) throw new Error(`the app did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    died,
    said: () => said,
    kill: async () => {
      child.kill('SIGKILL');
      await died;
    },
  };
}
