import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { cardChannelOf } from '../clients/channel-read.ts';
import { mainContact } from '../clients/client.ts';
import { clientByEmail, clientById } from '../clients/read.ts';
import type { Config } from '../platform/config.ts';
import type { Core } from '../platform/work.ts';
import { projectById, projectsOf } from '../projects/read.ts';
import { formatDay } from '../shared/dates.ts';
import { type Id, newId } from '../shared/ids.ts';
import { formatMoney } from '../shared/money.ts';
import { type Action, type Command, onAction, onCommand, onView, type Submission, type Who } from '../slack/errors.ts';
import { hasWayToPay } from '../workspaces/read.ts';
import { firstUse, type Slack } from '../workspaces/visit.ts';
import type { Business, Visit } from '../workspaces/workspace.ts';
import { issueBalance } from './balance.ts';
import { invoiceHelp, issuedView } from './cards.ts';
import { type InvoiceFormAt, ISSUE_BALANCE, invoiceForm, invoiceFormView, readInvoice } from './form.ts';
import { type Invoice, nameOf } from './invoice.ts';
import { issueNow } from './issue-now.ts';
import { invoiceById, plannedBalances } from './read.ts';

/** What `/invoice` reads from the words behind it; filled by the reader of briefs. */
export type InvoiceWords = { values: InvoiceFormAt['values']; notes: string[] };

export type InvoiceSlackParts = {
  core: Core;
  config: Pick<Config, 'stripe'>;
  slack: Slack;
  visit: (who: Who) => Promise<Visit>;
  /** Reads a client, a sum and a purpose out of what was typed; never guesses. */
  read: (text: string, business: Business) => InvoiceWords;
};

type BusinessVisit = Visit & { business: Business };

export function listenToInvoices(app: App, parts: InvoiceSlackParts): void {
  onCommand(app, '/invoice', (args) => command(parts, args));
  onView(app, invoiceForm.id, (args) => issue(parts, args));
  onAction(app, ISSUE_BALANCE, (args) => issuePlanned(parts, args));
}

async function command(parts: InvoiceSlackParts, { who, text, client, body }: Command) {
  if (/^(help|\?)$/i.test(text)) return { response_type: 'ephemeral' as const, ...invoiceHelp() };
  const visit = await parts.visit(who);
  const channelId = body.channel_id;
  const view = visit.business
    ? await formFor(parts, { ...visit, business: visit.business }, text, channelId)
    : await firstUse(parts.core, parts.slack, visit, { command: '/invoice', text, channelId });
  await client.views.open({ trigger_id: body.trigger_id, view });
  return undefined;
}

/** The form with what was typed, what is planned, and the projects an invoice may belong to. */
export async function formFor(
  { core, config, read }: Pick<InvoiceSlackParts, 'core' | 'config' | 'read'>,
  { workspace, business }: BusinessVisit,
  text: string,
  channelId: string | undefined,
): Promise<ModalView> {
  const words = text ? read(text, business) : { values: {}, notes: [] };
  const { email } = words.values;
  const [balances, projects, known, payable] = await Promise.all([
    plannedBalances(core.db, workspace.id, 5),
    projectsOf(core.db, workspace.id, 60),
    email ? clientByEmail(core.db, workspace.id, email) : undefined,
    hasWayToPay(core.db, config, business),
  ]);
  const billable = projects.filter(({ state }) => state === 'active' || state === 'finished').slice(0, 40);
  return invoiceFormView({
    business,
    values: known
      ? { client: known.company ?? known.name, kind: known.kind, currency: known.currency, ...words.values }
      : words.values,
    balances: balances.map(({ id, title, dueOn, total }) => ({
      instalmentId: id,
      words: `Balance of “${title}”: ${formatMoney(total)}${dueOn ? `, planned for ${formatDay(dueOn)}` : ''}`,
    })),
    projects: Object.fromEntries(billable.map(({ id, title }) => [id, title.slice(0, 70)])),
    payable,
    notes: words.notes,
    key: newId('invoice', core.clock.now()),
    channelId,
  });
}

async function issue(parts: InvoiceSlackParts, args: Submission) {
  const { core, visit: visitOf } = parts;
  const { workspace, member } = await visitOf(args.who);
  const filled = readInvoice(args.view);
  const place = filled.projectId
    ? { channelId: '' }
    : await cardChannelOf(core.db, args.client, {
        workspaceId: workspace.id,
        client: await clientByEmail(core.db, workspace.id, filled.email),
        chosen: filled.chosen,
        commandChannelId: filled.channelId,
        slackUserId: member.slackUserId,
      });
  const { chosen: _, channelId: __, ...order } = filled;
  const invoice = await issueNow(core, workspace.id, { ...order, memberId: member.id, channelId: place.channelId });
  return { response_action: 'update' as const, view: await issued(core, workspace.id, invoice) };
}

async function issuePlanned(
  { core, visit: visitOf }: InvoiceSlackParts,
  { who, value, body, client }: Action,
): Promise<void> {
  const { workspace, member } = await visitOf(who);
  const id = await issueBalance(core, workspace.id, value, member.id);
  if (!id || !body.view) return;
  const view = await issued(core, workspace.id, await invoiceById(core.db, workspace.id, id));
  await client.views.update({ view_id: body.view.id, view });
}

async function issued(core: Core, workspaceId: Id<'workspace'>, invoice: Invoice): Promise<ModalView> {
  const project = await projectById(core.db, workspaceId, invoice.projectId);
  const { email } = mainContact(await clientById(core.db, workspaceId, project.clientId));
  return issuedView(nameOf(invoice), formatMoney(invoice.total), email);
}
