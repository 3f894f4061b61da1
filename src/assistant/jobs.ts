import { type DueSource, settleEach } from '../platform/due.ts';
import { type Core, transact } from '../platform/work.ts';
import { dueWords, lostCalls } from './read.ts';
import { dropWords, markLost } from './store.ts';

/**
 * Calls whose process ended are marked, and words whose thirty days are over are deleted. Neither is worth waking for: the
 * sweep finds both.
 */
export function assistantDue(core: Core): DueSource[] {
  const source = (name: string, find: typeof lostCalls, end: typeof markLost): DueSource => ({
    name,
    run: async () => {
      const rows = await find(core.db, core.clock.now(), 50);
      return settleEach({ log: core.log, name }, rows, ({ workspaceId, id }) =>
        transact(core, workspaceId, (work) => end(work, id)),
      );
    },
    nextAt: async () => undefined,
    owed: async () => (await find(core.db, core.clock.now(), 10_000)).length,
  });
  return [source('model.count-lost', lostCalls, markLost), source('model.delete-words', dueWords, dropWords)];
}
