import pg from 'pg';
import { startPostgres } from '../platform/postgres.ts';

export interface SandboxDatabase {
  /** A new, empty database; the ones before it are dropped. Starting over is thus a matter of a second. */
  fresh(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * The app's own built-in PostgreSQL, held by the sandbox instead: it outlives the app's restarts.
 *
 * @throws ConfigProblem when another sandbox holds the folder.
 */
export async function startDatabase(dataDir: string): Promise<SandboxDatabase> {
  const quiet = () => {};
  const server = await startPostgres({
    dataDir,
    log: { info: quiet, warn: quiet, error: console.error },
    durable: false,
  });
  let count = 0;
  return {
    async fresh() {
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      try {
        const { rows } = await client.query<{ datname: string }>(
          "SELECT datname FROM pg_database WHERE datname LIKE 'run\\_%'",
        );
        for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
        count += 1;
        const name = `run_${Date.now()}_${count}`;
        await client.query(`CREATE DATABASE "${name}"`);
        return server.url.replace(/\/postgres$/, `/${name}`);
      } finally {
        await client.end();
      }
    },
    stop: () => server.stop(),
  };
}
