import { HEARERS } from '../src/app.ts';
import { systemClock } from '../src/platform/clock.ts';
import { readConfig } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/database.ts';
import { createLog } from '../src/platform/log.ts';
import { type Doorbell, openDoorbell } from '../src/platform/queue.ts';
import type { Core } from '../src/platform/work.ts';

/** What `main.ts` builds before it builds the app, with a log that keeps quiet. */
export async function openCore(env: Record<string, string | undefined>) {
  const config = readConfig(env);
  const log = createLog('error');
  const { databaseUrl = '', redisUrl } = config;
  const database = await openDatabase(databaseUrl);
  const doorbell: Doorbell = openDoorbell({ redisUrl, databaseUrl }, log);
  const clock = systemClock(config.clockFile);
  const core: Core = { db: database.db, clock, keys: config.keys, log, hearers: HEARERS, ring: () => doorbell.ring() };
  return {
    core,
    config,
    doorbell,
    close: async () => {
      await doorbell.close();
      clock.stop();
      await database.close();
    },
  };
}
