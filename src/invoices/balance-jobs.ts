import type { DueSource } from '../platform/due.ts';
import type { Core } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { issueBalance } from './balance.ts';
import { countDueBalances, dueBalances, nextBalanceAt } from './balance-read.ts';

/** Balances whose day has come, in projects that have started. */
export function balanceDue(core: Core): DueSource {
  return {
    name: 'invoice.issue-balance',
    run: async () => {
      const due = await dueBalances(core.db, core.clock.now(), 50);
      for (const { workspaceId, id } of due) await issueBalance(core, workspaceId as Id<'workspace'>, id, 'system');
      return due.length;
    },
    nextAt: () => nextBalanceAt(core.db, core.clock.now()),
    owed: () => countDueBalances(core.db, core.clock.now()),
  };
}
