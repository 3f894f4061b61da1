/** From `npm run sandbox` to a page one can type in: in a fresh clone with an empty npm cache, and again in the same clone. */
import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './child.ts';
import type { Ground } from './ground.ts';
import { type Counts, median, type Row, within } from './table.ts';

export async function sandbox(ground: Ground, counts: Counts): Promise<Row[]> {
  const clone = path.join(ground.folder, 'clone');
  execFileSync('git', ['clone', '--quiet', ROOT, clone]);
  const env = {
    ...process.env,
    npm_config_cache: path.join(ground.folder, 'npm-cache'),
    SANDBOX_PORT: '0',
    SANDBOX_DATA_DIR: path.join(ground.folder, 'sandbox'),
  };
  const first = await untilUsable(clone, env);
  const later: number[] = [];
  for (let round = 0; round < Math.min(counts.rounds, 3); round += 1) later.push(await untilUsable(clone, env));
  return [
    within('npm run sandbox, fresh clone and empty npm cache, to a usable page', first, 90, 's'),
    within('npm run sandbox, afterwards', median(later), 8, 's'),
  ];
}

/** Seconds until the page streams its first state, in which the app is up. */
async function untilUsable(clone: string, env: NodeJS.ProcessEnv): Promise<number> {
  const started = performance.now();
  const child = spawn('npm', ['run', 'sandbox'], {
    cwd: clone,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  try {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    for (const end = Date.now() + 300_000; Date.now() < end; await sleep(20)) {
      const [, address] = /^(http:\/\/\S+)$/m.exec(said) ?? [];
      if (address && (await shows(address))) return (performance.now() - started) / 1000;
      if (child.exitCode !== null) throw new Error(`the sandbox ended:\n${said}`);
    }
    throw new Error(`no usable page after five minutes:\n${said}`);
  } finally {
    // npm may be gone before what it started: the folder is free once nobody of the group is left.
    signalled(child.pid, 'SIGTERM');
    while (signalled(child.pid, 0)) await sleep(200);
  }
}

/** Tells the whole group of a process; answers whether there was anybody left. */
function signalled(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  try {
    return pid !== undefined && process.kill(-pid, signal);
  } catch {
    return false;
  }
}

async function shows(address: string): Promise<boolean> {
  const page = await fetch(address).catch(() => undefined);
  if (!page?.ok) return false;
  const cancel = new AbortController();
  const stream = await fetch(`${address}/ui/stream`, { signal: cancel.signal });
  const reader = stream.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  cancel.abort();
  return new TextDecoder().decode(value).includes('"state":"up"');
}
