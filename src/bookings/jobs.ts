import type { DueSource } from '../platform/due.ts';
import type { Core } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { dueHolds, nextHoldAt } from './read.ts';
import { tendHold } from './release.ts';

/** Holds whose notice or end has come. */
export function holdDue(core: Core): DueSource {
  return {
    name: 'booking.tend-hold',
    run: async () => {
      const due = await dueHolds(core.db, core.clock.now(), 50);
      for (const { workspaceId, id } of due) await tendHold(core, workspaceId as Id<'workspace'>, id);
      return due.length;
    },
    nextAt: () => nextHoldAt(core.db, core.clock.now()),
    owed: async () => (await dueHolds(core.db, core.clock.now(), 10_000)).length,
  };
}
