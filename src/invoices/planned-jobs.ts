import { type DueSource, settleEach } from '../platform/due.ts';
import type { Core } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { finishProject } from './finish.ts';
import { finishedProjects, nextFinishAt } from './finish-read.ts';
import { issueInstalment } from './planned.ts';
import { countDuePlanned, duePlanned, nextPlannedAt } from './planned-read.ts';

/** Balances whose day has come, in projects that have started. */
export function plannedDue(core: Core): DueSource {
  const { db, clock, log } = core;
  const name = 'invoice.issue-planned';
  return {
    name,
    run: async () =>
      settleEach({ log, name }, await duePlanned(db, clock.now(), 50), ({ workspaceId, id }) =>
        issueInstalment(core, workspaceId as Id<'workspace'>, id, 'system'),
      ),
    nextAt: () => nextPlannedAt(db, clock.now()),
    owed: () => countDuePlanned(db, clock.now()),
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
