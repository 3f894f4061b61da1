import type { App, ViewOutput } from '@slack/bolt';
import { type CardPlace, cardChannelOf } from '../clients/channel-read.ts';
import { mainContact } from '../clients/client.ts';
import { clientByEmail, clientById } from '../clients/read.ts';
import type { Core } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import { formatDay } from '../shared/dates.ts';
import { isId } from '../shared/ids.ts';
import { formatMoney } from '../shared/money.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Action, type Command, onAction, onCommand, onView, type Submission, type Who } from '../slack/listen.ts';
import { openModal, updateModal } from '../slack/modal.ts';
import { firstUse } from '../workspaces/profile-form.ts';
import { requireBusiness, type Slack } from '../workspaces/visit.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { invoiceHelp, issuedView } from './cards.ts';
import { filledSoFar, invoiceForm, keptIn, readInvoice, readWorked, TELLING } from './form.ts';
import { type FormParts, formAgain, formFor } from './form-slack.ts';
import { type Invoice, nameOf } from './invoice.ts';
import { issueNow } from './issue-now.ts';
import { issueInstalment } from './planned.ts';
import { invoiceById } from './read.ts';
import { issueWorked } from './worked.ts';

export type InvoiceSlackParts = FormParts & {
  slack: Slack;
  visit: (who: Who) => Promise<Visit>;
};

export function listenToInvoices(app: App, parts: InvoiceSlackParts): void {
  onCommand(app, '/invoice', (args) => command(parts, args));
  onAction(app, TELLING, (args) => tell(parts, args));
  onView(app, invoiceForm.id, (args) => issue(parts, args));
}

async function command(parts: InvoiceSlackParts, { who, text, client, body, ack }: Command) {
  if (/^(help|\?)$/i.test(text)) return { response_type: 'ephemeral' as const, ...invoiceHelp() };
  // Nothing is changed by opening a form, so Slack need not wait for it.
  await ack();
  const visit = await parts.visit(who);
  const channelId = body.channel_id;
  const view = visit.business
    ? await formFor(parts, { ...visit, business: visit.business }, text, channelId)
    : await firstUse(parts.core, parts.slack, visit, { command: '/invoice', text, channelId });
  await openModal(client, body, view);
  return undefined;
}

/** What was chosen or typed changes what will happen, and the form says so at once. */
async function tell(parts: InvoiceSlackParts, { who, body, client }: Action): Promise<void> {
  const { view } = body;
  // Another form may one day tell of a field of the same name.
  if (view?.callback_id !== invoiceForm.id) return;
  const visit = await parts.visit(who);
  const again = await formAgain(parts, { ...visit, business: requireBusiness(visit) }, view as ViewOutput);
  if (again) await updateModal(client, view.id, again);
}

async function issue(parts: InvoiceSlackParts, args: Submission) {
  const { core } = parts;
  const visit = await parts.visit(args.who);
  const { chosen, kind } = filledSoFar(args.view);
  const { invoice, place } = isId('instalment', chosen)
    ? { invoice: await issuePlanned(core, visit, chosen, kind === 'worked' ? args.view : undefined), place: undefined }
    : await issueOther(parts, visit, args);
  return { response_action: 'update' as const, view: await issued(core, invoice, place) };
}

async function issuePlanned(
  core: Core,
  { workspace, member }: Visit,
  instalmentId: string,
  worked: ViewOutput | undefined,
): Promise<Invoice> {
  if (worked) {
    const said = { ...readWorked(worked), key: keptIn(worked).key };
    return issueWorked(core, workspace.id, { ...said, instalmentId, memberId: member.id });
  }
  const id = await issueInstalment(core, workspace.id, instalmentId, member.id);
  if (id) return invoiceById(core.db, workspace.id, id);
  throw new Refusal('invoice.not-planned', 'That is not planned any more. Close this and use /invoice again.');
}

async function issueOther({ core }: InvoiceSlackParts, { workspace, member }: Visit, args: Submission) {
  const { chosen } = filledSoFar(args.view);
  const kept = keptIn(args.view);
  const project = isId('project', chosen) ? await projectById(core.db, workspace.id, chosen) : undefined;
  const { channel, ...filled } = readInvoice(args.view, project?.currency);
  const place =
    project || !filled.client
      ? undefined
      : await cardChannelOf(core.db, args.client, {
          workspaceId: workspace.id,
          client: await clientByEmail(core.db, workspace.id, filled.client.email),
          chosen: channel,
          commandChannelId: kept.channelId,
          slackUserId: member.slackUserId,
        });
  const invoice = await issueNow(core, workspace.id, {
    ...filled,
    key: kept.key,
    memberId: member.id,
    projectId: project?.id,
    channelId: place?.channelId ?? '',
  });
  return { invoice, place };
}

async function issued(core: Core, invoice: Invoice, place: CardPlace | undefined) {
  const { workspaceId } = invoice;
  const project = await projectById(core.db, workspaceId, invoice.projectId);
  const { email } = mainContact(await clientById(core.db, workspaceId, project.clientId));
  return issuedView({
    name: nameOf(invoice),
    total: formatMoney(invoice.total),
    to: email,
    due: invoice.dueOn ? formatDay(invoice.dueOn) : 'at once',
    channelId: project.channelId ?? undefined,
    note: place?.note,
  });
}
