import './platform/patterns.ts';
import { existsSync, realpathSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Retainer } from './app.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, readConfig } from './platform/config.ts';
import { ConfigProblem } from './platform/config-problem.ts';
import { checkDatabase, openPool, openPrisma } from './platform/database.ts';
import { startWorker } from './platform/due.ts';
import { createLog, type Log } from './platform/log.ts';
import { createMetrics, type Metrics } from './platform/metrics.ts';
import { migrate } from './platform/migrations.ts';
import { createOutbox } from './platform/outbox.ts';
import { startPostgres } from './platform/postgres.ts';
import { type Doorbell, openDoorbell } from './platform/queue.ts';
import { createReach, type Reach } from './platform/reach.ts';
import type { Core } from './platform/work.ts';
import { listen, type Serves } from './portal/listen.ts';

/** Everything under way ends within this, or the process ends anyway: ten seconds, less what ending takes. */
const STOP_MS = 9_000;

function migrationsFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'prisma/migrations'))) folder = path.dirname(folder);
  return path.join(folder, 'prisma/migrations');
}

/** Starts the roles asked for; answers how to stop them. */
export async function start(config: Config, log: Log): Promise<() => Promise<void>> {
  const server = await listen({ port: config.port, log });
  try {
    const { serves, stop } = await build(config, log);
    await server.serve(serves);
    log.info({ port: config.port, role: config.role }, 'Retainer is listening');
    return async () => {
      await server.close();
      await stop();
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Opens the database and builds the app on it; answers what serves requests, and how to stop the rest. */
async function build(config: Config, log: Log): Promise<{ serves: Serves; stop(): Promise<void> }> {
  const clock = systemClock(config.clockFile);
  const postgres = config.databaseUrl ? undefined : await startPostgres({ dataDir: config.dataDir, log });
  const databaseUrl = config.databaseUrl ?? postgres?.url ?? '';
  const pool = openPool(databaseUrl);
  // Loaded while the database is being reached: all that takes long to load, and nothing that opening the port needs.
  const [, { createRetainer, HEARERS }, database] = await Promise.all([
    migrate(pool, databaseUrl, migrationsFolder()),
    import('./app.ts'),
    openPrisma(pool),
  ]);
  const doorbell = openDoorbell({ redisUrl: config.redisUrl, databaseUrl }, log);
  const core: Core = { db: database.db, clock, keys: config.keys, log, hearers: HEARERS, ring: () => doorbell.ring() };
  const app = createRetainer(core, config);
  const outbox = createOutbox(core.db, app.effects, log);
  const worker = config.role === 'web' ? undefined : startWorker({ clock, log, doorbell, outbox, sources: app.due });
  const metrics = createMetrics(outbox, app.due);
  const reach = createReach(vendorsOf(config));
  addHealth({ app, core, doorbell, reach, metrics: config.metrics === 'public' ? metrics : undefined });
  const scrape = typeof config.metrics === 'number' ? serveMetrics(config.metrics, metrics) : undefined;
  // Where web and worker are apart, the worker asks, and who is asked first does not wait for it.
  if (worker) void app.begin();
  const slack = (req: IncomingMessage, res: ServerResponse) => void app.receiver.handle(req, res);
  return {
    serves: config.role === 'worker' ? { web: app.web } : { web: app.web, slack },
    stop: async () => {
      scrape?.close();
      await worker?.stop();
      await doorbell.close();
      await app.close();
      clock.stop();
      await database.close();
      await postgres?.stop();
    },
  };
}

/** Where the vendors are expected, by the names that `/readyz` gives them. */
function vendorsOf({ slack, stripe, smtpUrl, model }: Config): Record<string, URL> {
  return {
    slack: new URL(slack.apiUrl ?? 'https://slack.com/api/'),
    mail: new URL(smtpUrl),
    ...(stripe && { stripe: new URL(stripe.apiUrl ?? 'https://api.stripe.com') }),
    ...(model && { model: new URL(model.baseUrl ?? 'https://api.openai.com') }),
  };
}

type Health = {
  app: Retainer;
  core: Core;
  doorbell: Doorbell;
  reach: Reach;
  metrics: Metrics | undefined;
};

/**
 * `/readyz` says whether this process can serve: its database answers. The queue and the vendors may be away; it says so,
 * and what is owed to them waits.
 */
function addHealth({ app, core, doorbell, reach, metrics }: Health): void {
  app.web.get('/readyz', async (c) => {
    try {
      await checkDatabase(core.db);
    } catch {
      return c.json({ ready: false, reason: 'the database does not answer' }, 503);
    }
    const queue = await doorbell.check().then(
      () => 'ok',
      () => 'unreachable; the sweep carries on',
    );
    return c.json({ ready: true, queue, ...(await reach.states()) });
  });
  if (metrics)
    app.web.get('/metrics', async (c) => {
      const { type, text } = await metrics.text();
      return c.body(text, 200, { 'content-type': type });
    });
}

function serveMetrics(port: number, metrics: Metrics) {
  return createServer(async (req, res) => {
    if (req.url !== '/metrics') return res.writeHead(404).end();
    const { type, text } = await metrics.text();
    res.writeHead(200, { 'content-type': type }).end(text);
  }).listen(port);
}

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const stop = await start(config, log);
  const end = () => {
    setTimeout(() => process.exit(1), STOP_MS).unref();
    void stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

// A test imports this file to start the app inside itself.
if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url))
  main().catch((error: unknown) => {
    if (error instanceof ConfigProblem) for (const line of error.lines) console.error(line);
    else console.error(error);
    process.exit(1);
  });
