import { type DueSource, settleEach } from '../platform/due.ts';
import { EffectFailed, type Effects, type Owed } from '../platform/outbox.ts';
import type { Core } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { countDue, dueProjects, nextDueAt } from './read.ts';
import { claimDueSteps, recordReminder, stillWanted } from './remind.ts';
import type { LadderKind, Step } from './step.ts';

/**
 * Sends the words of one kind of reminder; the words live with the noun they are about. Answers with the mail that left,
 * or undefined when there was nothing to say any more.
 */
export type MailReminder = (owed: Owed, step: Step) => Promise<Id<'mail'> | undefined>;

const NAME = 'step.remind';

/** Every due step, found however late: the row is the truth, the queue only says "look". */
export function reminderDue(core: Core): DueSource {
  return {
    name: NAME,
    run: async () => {
      const due = await dueProjects(core.db, core.clock.now(), 50);
      const rows = due.map((row) => ({ ...row, id: row.projectId }));
      return settleEach({ log: core.log, name: NAME }, rows, ({ workspaceId, id }) =>
        claimDueSteps(core, workspaceId as Id<'workspace'>, id),
      );
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
        const mailId = await parts.mail[step.kind](owed, step);
        if (!mailId) throw new EffectFailed('retry', 'what it is about has changed in this moment');
        await recordReminder(core, owed, { state: 'sent', mailId }).catch((error: Error) => {
          throw new EffectFailed('unknown', `sent, but not recorded: ${error.message}`);
        });
      },
      ended: (owed, outcome, reason) =>
        recordReminder(
          core,
          owed,
          outcome === 'unknown' ? { state: 'unknown', reason } : { state: 'skipped', reason: 'undeliverable' },
          reason,
        ),
    },
  };
}
