import { mainContact } from '../clients/client.ts';
import { clientById } from '../clients/read.ts';
import { signersOf } from '../contracts/read.ts';
import { nameOf } from '../invoices/invoice.ts';
import { invoiceById } from '../invoices/read.ts';
import { owedOn } from '../payments/read.ts';
import type { Effects } from '../platform/outbox.ts';
import type { Core } from '../platform/work.ts';
import type { Project } from '../projects/project.ts';
import { projectById } from '../projects/read.ts';
import { postToThread } from '../projects/thread.ts';
import { dayIn } from '../shared/dates.ts';
import { formatMoney } from '../shared/money.ts';
import type { SlackClients } from '../slack/client.ts';
import { memberById } from '../workspaces/read.ts';
import { reminderMessage } from './cards.ts';
import { nextPlanned } from './next-read.ts';
import { stepById } from './read.ts';
import type { ReminderView } from './reminder-view.ts';
import { type Step, sayDue } from './step.ts';

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
        const view = await reminderView(core, project, step);
        await postToThread(slack, project, slackUserId, reminderMessage(view));
      },
    },
  };
}

async function reminderView(core: Core, project: Project, step: Step): Promise<ReminderView> {
  const now = core.clock.now();
  const [next, addressee, subject] = await Promise.all([
    nextPlanned(core.db, project.workspaceId, project.id, now),
    addresseeOf(core, project, step),
    subjectWords(core, project, step),
  ]);
  const { name, email } = addressee;
  return { projectId: project.id, unknown: step.state === 'unknown', name, email, ...subject, next };
}

type Addressee = Pick<ReminderView, 'name' | 'email'>;

async function addresseeOf(core: Core, project: Project, step: Step): Promise<Addressee> {
  if (step.versionId) {
    const signers = await signersOf(core.db, project.workspaceId, step.versionId);
    const signer = signers.find(({ party }) => party === 'client');
    if (signer) return signer;
  }
  const client = await clientById(core.db, project.workspaceId, project.clientId);
  return client.contacts.length > 0 ? mainContact(client) : { name: client.name, email: 'no address' };
}

async function subjectWords(
  core: Core,
  { workspaceId }: Project,
  step: Step,
): Promise<Pick<ReminderView, 'about' | 'standing'>> {
  if (!step.invoiceId) return { about: 'the contract', standing: undefined };
  const invoice = await invoiceById(core.db, workspaceId, step.invoiceId);
  const owed = await owedOn(core.db, workspaceId, invoice);
  const sentAt = step.sentAt ?? core.clock.now();
  return {
    about: `${nameOf(invoice)}, ${formatMoney(owed.minor > 0n ? owed : invoice.total)}`,
    standing: invoice.dueOn ? sayDue(invoice.dueOn, dayIn(step.zone, sentAt)) : 'open',
  };
}
