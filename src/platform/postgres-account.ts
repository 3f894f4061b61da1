import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { ConfigProblem } from './config-problem.ts';
import type { Binaries } from './postgres-binaries.ts';

/** How to start PostgreSQL's programs: words put before the command, and the user to become. */
export type Account = { before: string[]; uid?: number; gid?: number };

/** No secret of the app's own environment reaches PostgreSQL. */
export const PLAIN_ENV = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };

const NOBODY = 65_534;

/**
 * PostgreSQL refuses to run as root, and initdb as a user without a name (containers run with any number). Both start
 * it in a user namespace of their own, where their files belong to an ordinary user; that works in folders only root
 * can enter. Where namespaces are switched off, root runs it as `nobody`, and where that can't be either, not at all.
 */
export function postgresAccount(dataDir: string, cluster: string, binaries: Binaries): Account {
  const root = process.getuid?.() === 0;
  if (!root && hasName()) return { before: [] };
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (root && owner && owner.uid !== 0) return { before: [], uid: owner.uid, gid: owner.gid };
  const before = ['unshare', '--user', `--map-user=${namedUser()}`, `--map-group=${namedUser()}`];
  if (works([...before, binaries.postgres, '--version'], {})) return { before };
  const nobody = { uid: NOBODY, gid: NOBODY };
  if (root && !owner && canOwn(dataDir, nobody) && works([binaries.postgres, '--version'], nobody)) {
    return { before: [], ...nobody };
  }
  const who = root ? 'as root' : 'as a user without a name';
  throw new ConfigProblem([
    `The built-in PostgreSQL does not run ${who}, and this machine allows no user namespace to run it in. Start Retainer as an ordinary user, or set DATABASE_URL.`,
  ]);
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** A number that has a name on this machine and is not root's: 1000 where there is one. */
function namedUser(): number {
  const passwd = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '';
  const numbers = passwd.split('\n').map((line) => Number(line.split(':')[2]));
  return numbers.includes(1000) ? 1000 : (numbers.find((number) => number > 0) ?? 1000);
}

function works([command = '', ...args]: string[], user: { uid?: number; gid?: number }): boolean {
  try {
    execFileSync(command, args, { env: PLAIN_ENV, stdio: 'ignore', ...user });
    return true;
  } catch {
    return false;
  }
}

function canOwn(dataDir: string, user: { uid: number; gid: number }): boolean {
  // Passing through is allowed, listing is not; what is secret inside is readable by its owner only.
  chmodSync(dataDir, 0o711);
  const probe = mkdtempSync(path.join(dataDir, 'probe-'));
  try {
    chownSync(probe, user.uid, user.gid);
    return works(['touch', path.join(probe, 'file')], user);
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
