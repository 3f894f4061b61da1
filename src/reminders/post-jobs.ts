import { clientById } from '../clients/read.ts';
import { nameOf } from '../invoices/invoice.ts';
import { invoiceById } from '../invoices/read.ts';
import type { Effects, Owed } from '../platform/outbox.ts';
import type { Core } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import { postToThread } from '../projects/thread.ts';
import { formatInstant } from '../shared/dates.ts';
import { formatMoney } from '../shared/money.ts';
import type { SlackClients } from '../slack/client.ts';
import { memberById } from '../workspaces/read.ts';
import { type ReminderView, reminderMessage } from './cards.ts';
import { stepById, stepsOf } from './read.ts';
import type { Step } from './step.ts';

export type ReminderPostParts = { core: Core; slack: Pick<SlackClients, 'post'> };

/** Every reminder that left, or may have left, is told in the card's thread. */
export function reminderPostEffects({ core, slack }: ReminderPostParts): Effects {
  return {
    'reminder.post': {
      once: 'at-least',
      perform: async (owed) => {
        const step = await stepById(core.db, owed.workspaceId, owed.subjectId);
        const project = await projectById(core.db, owed.workspaceId, step.projectId);
        const { slackUserId } = await memberById(core.db, owed.workspaceId, project.freelancerId);
        await postToThread(slack, project, slackUserId, reminderMessage(await reminderView(core, owed, step)));
      },
    },
  };
}

async function reminderView(core: Core, { workspaceId }: Owed, step: Step): Promise<ReminderView> {
  const project = await projectById(core.db, workspaceId, step.projectId);
  const [client, steps, about] = await Promise.all([
    clientById(core.db, workspaceId, project.clientId),
    stepsOf(core.db, workspaceId, project.id),
    aboutOf(core, workspaceId, step),
  ]);
  const next = steps.find(({ state }) => state === 'planned');
  return {
    projectId: project.id,
    client: client.name,
    about,
    next: next && formatInstant(next.dueAt, next.zone),
    unknown: step.state === 'unknown' ? (step.reason ?? 'the mail server did not answer') : undefined,
  };
}

async function aboutOf(core: Core, workspaceId: string, step: Step): Promise<string> {
  if (!step.invoiceId) return 'the contract that is not signed yet';
  const invoice = await invoiceById(core.db, workspaceId, step.invoiceId);
  return `${nameOf(invoice)}, ${formatMoney(invoice.total)}`;
}
