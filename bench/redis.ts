import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { find } from '../test/support/needs.ts';
import { takePort } from './child.ts';

export const NO_REDIS = 'no redis-server here';

/** A Redis of our own that keeps its jobs as `compose.yaml` asks: an append-only file, nothing evicted. */
export async function startRedis(folder: string): Promise<{ url: string; stop(): void } | undefined> {
  const program = find('redis-server');
  if (!program) return undefined;
  const dir = path.join(folder, `redis-${Date.now()}`);
  mkdirSync(dir);
  const port = await takePort();
  const settings = { port, dir, appendonly: 'yes', 'maxmemory-policy': 'noeviction', bind: '127.0.0.1' };
  const child = spawn(
    program,
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: 'ignore' },
  );
  process.once('exit', () => child.kill('SIGKILL'));
  const url = `redis://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    const probe = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
    probe.on('error', () => {});
    const up = await probe.connect().then(
      () => true,
      () => false,
    );
    probe.disconnect();
    if (up) return { url, stop: () => void child.kill() };
    await sleep(50);
  }
  throw new Error('redis-server did not start');
}
