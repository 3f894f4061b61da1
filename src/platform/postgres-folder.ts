import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigProblem } from './config-problem.ts';

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function outputOf(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

/**
 * When a process began, in whatever form the system tells it, or '' when it is dead: a number that was given out again
 * has another beginning.
 */
function beginningOf(pid: number): string {
  if (process.platform !== 'linux') return outputOf('ps', ['-o', 'lstart=', '-p', String(pid)]).trim();
  const stat = textOf(`/proc/${pid}/stat`) ?? '';
  // proc(5): the state is field 3 and the start time field 22; the name before them is in brackets and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie is dead too; where nothing reaps them (many containers) it stays in the list for ever.
  return fields[0] === 'Z' ? '' : (fields[19] ?? '');
}

function isHeld(by: string): boolean {
  const [pid = '', ...beginning] = by.split(' ');
  return Number(pid) > 0 && beginningOf(Number(pid)) === beginning.join(' ');
}

/**
 * Takes the data folder for this process and returns what gives it back. A holder that died without giving it back
 * (`kill -9`, a crash) does not hold it any more.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = path.join(folder, 'app.lock');
  const mine = `${process.pid} ${beginningOf(process.pid)}`;
  const release = () => {
    if (textOf(lock) === mine) rmSync(lock, { force: true });
  };
  for (;;) {
    try {
      writeFileSync(lock, mine, { flag: 'wx', mode: 0o600 });
      return release;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw unusable(folder, error);
    }
    let held = textOf(lock) ?? '';
    // A file may be empty between its creation and its writing, and a process that was killed takes a moment to go.
    for (let waited = 0; waited < 500 && (held === '' || isHeld(held)); waited += 50) {
      await sleep(50);
      held = textOf(lock) ?? '';
    }
    if (isHeld(held)) {
      throw new ConfigProblem([
        `Another Retainer (process ${held.split(' ')[0]}) is using the folder ${folder}. Stop it first, or set DATA_DIR to another folder.`,
      ]);
    }
    discard(lock, held);
  }
}

/** Removes a dead holder's lock, unless somebody else replaced it meanwhile. */
function discard(lock: string, held: string): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (textOf(aside) === held) rmSync(aside);
  else renameSync(aside, lock);
}

export function unusable(folder: string, error: unknown): Error {
  if (!(error instanceof Error && 'code' in error)) return new Error(`can't use ${folder}`, { cause: error });
  return new ConfigProblem([
    `DATA_DIR ${folder} can't be written (${error.code}). Give this user the folder, or set DATA_DIR to one it owns.`,
  ]);
}

/** The postmaster's process id as its own file tells it; the process may be long gone. */
export function postmasterOf(cluster: string): { pid: number; ready: boolean } | undefined {
  const lines = textOf(path.join(cluster, 'postmaster.pid'))?.split('\n');
  const pid = Number(lines?.[0]);
  return pid > 0 ? { pid, ready: lines?.[7]?.startsWith('ready') ?? false } : undefined;
}

/** Every PostgreSQL process that lives in this cluster: they all keep it as their working directory. */
function processesIn(cluster: string): number[] {
  if (process.platform !== 'linux') {
    const pid = postmasterOf(cluster)?.pid;
    return pid && outputOf('ps', ['-o', 'command=', '-p', String(pid)]).includes(cluster) ? [pid] : [];
  }
  const home = realpathSync(cluster);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return (
          readlinkSync(`/proc/${pid}/cwd`) === home && path.basename(readlinkSync(`/proc/${pid}/exe`)) === 'postgres'
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

function signal(pids: number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // Gone between looking and signalling, which is what was wanted.
    }
  }
}

/**
 * Ends what an earlier run left behind in this cluster: a postmaster whose app was killed, or the children of a
 * killed postmaster. Asks first (3 s), then insists; PostgreSQL recovers from either. Returns how many there were.
 */
export async function endLeftovers(cluster: string): Promise<number> {
  const found = processesIn(cluster);
  let left = found;
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (left.length === 0) break;
    const postmaster = left.filter((pid) => pid === postmasterOf(cluster)?.pid);
    signal(name === 'SIGKILL' || postmaster.length === 0 ? left : postmaster, name);
    left = await until(() => processesIn(cluster), 3_000);
  }
  if (left.length > 0) {
    throw new ConfigProblem([
      `A PostgreSQL of an earlier start (process ${left.join(', ')}) is still running in ${cluster} and can't be stopped. End it, then start again.`,
    ]);
  }
  // Its process id may belong to a stranger by now, and PostgreSQL would then refuse to start.
  rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
  return found.length;
}

async function until(look: () => number[], ms: number): Promise<number[]> {
  for (let waited = 0; ; waited += 50) {
    const left = look();
    if (left.length === 0 || waited >= ms) return left;
    await sleep(50);
  }
}
