import { start } from '../../src/main.ts';
import { readConfig } from '../../src/platform/config.ts';
import { armFailpoint } from '../../src/platform/failpoint.ts';
import { createLog } from '../../src/platform/log.ts';

/** The app as a process of its own that dies, as by a power cut, the first time it comes to a named place. */
for (const name of (process.env.DIE_AT ?? '').split(',').filter(Boolean))
  armFailpoint(name, () => process.kill(process.pid, 'SIGKILL'));

await start(readConfig(), createLog('error'));
