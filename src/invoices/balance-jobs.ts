import { type DueSource, settleEach } from '../platform/due.ts';
import type { Core } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { issueBalance } from './balance.ts';
import { countDueBalances, dueBalances, nextBalanceAt } from './balance-read.ts';
import { finishProject } from './finish.ts';
import { finishedProjects, nextFinishAt } from './finish-read.ts';

/** Balances whose day has come, in projects that have started. */
export function balanceDue(core: Core): DueSource {
  const { db, clock, log } = core;
  const name = 'invoice.issue-balance';
  return {
    name,
    run: async () =>
      settleEach({ log, name }, await dueBalances(db, clock.now(), 50), ({ workspaceId, id }) =>
        issueBalance(core, workspaceId as Id<'workspace'>, id, 'system'),
      ),
    nextAt: () => nextBalanceAt(db, clock.now()),
    owed: () => countDueBalances(db, clock.now()),
  };
}

/** Projects that were paid before their last slot, which is over now. */
export function finishDue(core: Core): DueSource {
  const { db, clock, log } = core;
  const name = 'project.finish';
  return {
    name,
    run: async () =>
      settleEach({ log, name }, await finishedProjects(db, clock.now(), 50), ({ workspaceId, id }) =>
        finishProject(core, workspaceId as Id<'workspace'>, id),
      ),
    nextAt: () => nextFinishAt(db, clock.now()),
    owed: async () => (await finishedProjects(db, clock.now(), 10_000)).length,
  };
}
