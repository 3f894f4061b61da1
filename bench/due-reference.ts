/** The references for lateness, as workers of their own: `poller` on PostgreSQL, `bullmq` on Redis. Forked by `due.ts`. */
import { reportStarts } from './due-starts.ts';
import { barePoller, bareQueue } from './reminders-reference.ts';

const started = reportStarts();
const { DATABASE_URL: databaseUrl = '', REDIS_URL: redisUrl } = process.env;
if (process.argv[2] === 'poller') await (await barePoller(databaseUrl)).work(started);
else await (await bareQueue({ databaseUrl, redisUrl })).work(async (id) => started(id));
process.send?.('ready');
