/**
 * Our worker as it runs, from source, noting when each reminder's effect starts. Forked by `due.ts`; everything the effect
 * does, from the mail with its PDF to the post in the thread, is done.
 */
import { createRetainer } from '../src/app.ts';
import { startWorker } from '../src/platform/due.ts';
import { createOutbox, type Effects } from '../src/platform/outbox.ts';
import { openCore } from './core.ts';
import { reportStarts } from './due-starts.ts';
import { traceStatements } from './due-trace.ts';

const started = reportStarts();
const traced = process.env.TRACE ? traceStatements(process.env.TRACE) : undefined;
const { core, config, doorbell } = await openCore(process.env);
const app = createRetainer(core, config);
const { 'reminder.mail': mail } = app.effects;
if (!mail) throw new Error('there is no effect reminder.mail');
const effects: Effects = {
  ...app.effects,
  'reminder.mail': {
    ...mail,
    perform: (owed) => {
      started(owed.subjectId);
      traced?.();
      return mail.perform(owed);
    },
  },
};
const outbox = createOutbox(core.db, effects, core.log);
startWorker({ clock: core.clock, log: core.log, doorbell, outbox, sources: app.due });
process.send?.('ready');
