import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { ConfigProblem } from './config-problem.ts';
import type { Binaries } from './postgres-binaries.ts';

/** How to start PostgreSQL's programs: words put before the command, and the user to become. */
export type Account = { before: string[]; uid?: number; gid?: number };

/** No secret of the app's own environment reaches PostgreSQL. */
export const PLAIN_ENV = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };

const OWN_NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
const NOBODY = 65_534;

/**
 * PostgreSQL refuses to run as root. So root starts it in a user namespace of its own, where root's files belong to an
 * ordinary user (works in folders only root can enter); where namespaces are switched off, as the unprivileged user
 * `nobody`; and where that can't be either, not at all.
 */
export function postgresAccount(dataDir: string, cluster: string, binaries: Binaries): Account {
  if (process.getuid?.() !== 0) return { before: [] };
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { before: [], uid: owner.uid, gid: owner.gid };
  if (works([...OWN_NAMESPACE, binaries.postgres, '--version'], {})) return { before: OWN_NAMESPACE };
  const nobody = { uid: NOBODY, gid: NOBODY };
  if (!owner && canOwn(dataDir, nobody) && works([binaries.postgres, '--version'], nobody)) {
    return { before: [], ...nobody };
  }
  throw new ConfigProblem([
    'The built-in PostgreSQL does not run as root, and this machine allows no user namespace to run it in. Start Retainer as an ordinary user, or set DATABASE_URL.',
  ]);
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
