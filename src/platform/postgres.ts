import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ConfigProblem } from './config-problem.ts';
import type { Log } from './log.ts';
import { postgresAccount } from './postgres-account.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { endLeftovers, lockFolder, unusable } from './postgres-folder.ts';
import { type Cluster, runProgram, superviseServer } from './postgres-server.ts';

export type Postgres = { url: string; stop(): Promise<void> };

type Options = {
  dataDir: string;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** False only for tests: what a power cut would lose is not waited for. */
  durable?: boolean;
};

const USER = 'retainer';

/**
 * A PostgreSQL of our own in `dataDir`, reachable on the loopback address with a random password. It takes over after
 * `kill -9` of the app or of PostgreSQL, starts PostgreSQL again when it dies, and throws ConfigProblem when another
 * process holds the folder.
 */
export async function startPostgres({ dataDir, log, durable = true }: Options): Promise<Postgres> {
  const folder = path.resolve(dataDir);
  const release = await lockFolder(folder);
  try {
    const dir = path.join(folder, 'postgres');
    const binaries = postgresBinaries();
    const account = postgresAccount(folder, dir, binaries);
    const cluster = { dir, logFile: path.join(folder, 'postgres.log'), binaries, account, durable };
    if (!existsSync(path.join(dir, 'PG_VERSION'))) await createCluster(cluster, log);
    refuseOtherVersion(cluster);
    const ended = await endLeftovers(dir);
    if (ended > 0) log.warn({ processes: ended }, 'stopped the PostgreSQL that an earlier start left running');
    const password = readFileSync(path.join(dir, 'retainer-password'), 'utf8').trim();
    const server = await superviseServer(cluster, log);
    const stop = async () => {
      await server.stop();
      release();
    };
    return { url: `postgresql://${USER}:${password}@127.0.0.1:${server.port}/postgres`, stop };
  } catch (error) {
    release();
    throw error;
  }
}

/** Makes the cluster aside and moves it into place whole, so that a start killed halfway leaves nothing behind. */
async function createCluster(cluster: Cluster, log: Options['log']): Promise<void> {
  log.info({ folder: cluster.dir }, 'making a new database');
  const folder = path.dirname(cluster.dir);
  const fresh = `${cluster.dir}.new-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${fresh}.password`;
  const { uid, gid } = cluster.account;
  try {
    // Not by one fixed name: an initdb whose app was killed may still be writing into the one it began.
    const halfMade = readdirSync(folder).filter((name) => name.startsWith('postgres.new-'));
    for (const name of halfMade) rmSync(path.join(folder, name), { recursive: true, force: true, maxRetries: 5 });
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    if (uid !== undefined && gid !== undefined) for (const file of [fresh, passwordFile]) chownSync(file, uid, gid);
  } catch (error) {
    throw unusable(folder, error);
  }
  const child = runProgram(
    cluster,
    cluster.binaries.initdb,
    [
      `--pgdata=${fresh}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The provider built into PostgreSQL knows Unicode's upper and lower case whatever the machine has installed.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(cluster.durable ? [] : ['--no-sync', '--wal-segsize=1']),
    ],
    'pipe',
  );
  let said = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  child.stderr?.on('data', (chunk) => (said += chunk));
  const failed = await new Promise((resolve) => child.on('error', resolve).on('close', resolve));
  if (failed) throw new Error(`initdb failed in ${cluster.dir}: ${failed}\n${said}`);
  renameSync(passwordFile, path.join(fresh, 'retainer-password'));
  renameSync(fresh, cluster.dir);
}

function refuseOtherVersion({ dir }: Cluster): void {
  const made = readFileSync(path.join(dir, 'PG_VERSION'), 'utf8').trim();
  if (made === '18') return;
  throw new ConfigProblem([
    `The database in ${dir} was made by PostgreSQL ${made}; this Retainer brings 18. Set DATA_DIR to another folder, or move the data with pg_dump.`,
  ]);
}
