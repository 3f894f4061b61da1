import type { DueSource } from '../platform/due.ts';
import { EffectFailed, type Effects, type Owed } from '../platform/outbox.ts';
import type { Core } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { countDue, dueProjects, nextDueAt } from './read.ts';
import { claimDueSteps, recordReminder, stillWanted } from './remind.ts';
import { type LadderKind, nextAllowed, type Step } from './step.ts';

/** Sends the words of one kind of reminder; the words live with the noun they are about. */
export type MailReminder = (owed: Owed, step: Step) => Promise<void>;

/** Every due step, found however late: the row is the truth, the queue only says "look". */
export function reminderDue(core: Core): DueSource {
  return {
    name: 'step.remind',
    run: async () => {
      let settled = 0;
      for (const { workspaceId, projectId } of await dueProjects(core.db, core.clock.now(), 50)) {
        settled += await claimDueSteps(core, workspaceId as Id<'workspace'>, projectId);
      }
      return settled;
    },
    nextAt: () => nextDueAt(core.db, core.clock.now()),
    owed: () => countDue(core.db, core.clock.now()),
  };
}

export function reminderEffects(core: Core, parts: { mail: Record<LadderKind, MailReminder> }): Effects {
  return {
    'reminder.mail': {
      // A second reminder hurts more than a missing one, so when in doubt it is not sent again but shown as unknown.
      once: 'at-most',
      perform: async (owed) => {
        const step = await stillWanted(core, owed);
        if (!step) return;
        // A retry after an outage may come at night: it waits for the morning like any late step.
        const wait = nextAllowed(step.zone, core.clock.now()).getTime() - core.clock.now().getTime();
        if (wait > 0) throw new EffectFailed('retry', 'outside the hours reminders go out', wait);
        await parts.mail[step.kind](owed, step);
        await recordReminder(core, owed, 'sent').catch((error: Error) => {
          throw new EffectFailed('unknown', `sent, but not recorded: ${error.message}`);
        });
      },
      ended: (owed, outcome, reason) =>
        recordReminder(core, owed, outcome === 'unknown' ? 'unknown' : 'skipped', reason),
    },
  };
}
