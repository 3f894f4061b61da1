import type { App } from '@slack/bolt';
import { clientById } from '../clients/read.ts';
import type { Core } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import { formatInstant } from '../shared/dates.ts';
import { notice, section, summary } from '../slack/blocks.ts';
import { type Action, onAction, type Who } from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { nothingToSnooze, SNOOZE, STOP, snoozed, stopped } from './cards.ts';
import { nextPlanned } from './next-read.ts';
import { snoozeReminders, stopReminders } from './pause.ts';

type Parts = { core: Core; visit: (who: Who) => Promise<Visit> };

/** The two ways to hold reminders back, in the post about one. */
export function listenToReminders(app: App, { core, visit: visitOf }: Parts): void {
  onAction(app, SNOOZE, async (args) => {
    const { workspace, member } = await visitOf(args.who);
    const [projectId = '', days = ''] = args.value.split('|');
    const project = await projectById(core.db, workspace.id, projectId);
    const nothing = nothingToSnooze(await nextPlanned(core.db, workspace.id, project.id, core.clock.now()));
    if (nothing) return answer(args, nothing);
    const given = { projectId: project.id, days: Number(days), memberId: member.id };
    const until = await snoozeReminders(core, workspace.id, given);
    const [{ timeZone }, next] = await Promise.all([
      clientById(core.db, workspace.id, project.clientId),
      nextPlanned(core.db, workspace.id, project.id, core.clock.now()),
    ]);
    await answer(args, snoozed(formatInstant(until, timeZone), next));
  });
  onAction(app, STOP, async (args) => {
    const { workspace, member } = await visitOf(args.who);
    const project = await projectById(core.db, workspace.id, args.value);
    await answer(
      args,
      stopped(await stopReminders(core, workspace.id, { projectId: project.id, memberId: member.id })),
    );
  });
}

/** To the presser alone; the thread's log tells the others. */
async function answer({ ack, respond, client, body }: Action, sentence: string): Promise<void> {
  if (!body.response_url) {
    await openModal(client, body, notice('Reminders', sentence));
    return;
  }
  await ack();
  const said = { text: summary(sentence), blocks: [section(sentence)] };
  await respond({ response_type: 'ephemeral', replace_original: false, ...said });
}
