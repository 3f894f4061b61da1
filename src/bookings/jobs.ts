import { type DueSource, settleEach } from '../platform/due.ts';
import type { Core } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { dueHolds, nextHoldAt } from './read.ts';
import { tendHold } from './release.ts';

const NAME = 'booking.tend-hold';

/** Holds whose notice or end has come. */
export function holdDue(core: Core): DueSource {
  return {
    name: NAME,
    run: async () => {
      const due = await dueHolds(core.db, core.clock.now(), 50);
      return settleEach({ log: core.log, name: NAME }, due, ({ workspaceId, id }) =>
        tendHold(core, workspaceId as Id<'workspace'>, id),
      );
    },
    nextAt: () => nextHoldAt(core.db, core.clock.now()),
    owed: async () => (await dueHolds(core.db, core.clock.now(), 10_000)).length,
  };
}
