import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { checkAgain } from '../lint/show.ts';
import type { Config } from '../platform/config.ts';
import type { Core } from '../platform/work.ts';
import { Refusal } from '../shared/refusal.ts';
import { notice } from '../slack/blocks.ts';
import { type Action, type Command, onAction, onCommand, onEvent, onView, type Submission } from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import { written } from '../slack/mrkdwn.ts';
import { BEGIN_ACTION, deskLinkMessage, deskLinkView, helpMessage, SETTINGS_ACTION, savedView } from './cards.ts';
import { deskLink } from './desk.ts';
import { DESK_ACTION, firstUse, profileForm, profileView, readProfile, wantedOf } from './profile-form.ts';
import { hasWayToPay } from './read.ts';
import { removeWorkspace } from './remove.ts';
import { saveBusiness } from './save.ts';
import { requireOwner, type Slack, visitOf } from './visit.ts';
import type { Business, Visit } from './workspace.ts';

/** The view a command opens for someone whose business is known: what the profile form goes on with. */
export type GoOn = (
  visit: Visit & { business: Business },
  text: string,
  channelId: string | undefined,
) => Promise<ModalView>;

export type WorkspaceParts = {
  core: Core;
  config: Pick<Config, 'publicUrl' | 'stripe'>;
  slack: Slack;
  /** By command, `/contract`. */
  goOn: Readonly<Record<string, GoOn>>;
};

export function listenToWorkspaces(app: App, parts: WorkspaceParts): void {
  onCommand(app, '/retainer', (args) => retainer(parts, args));
  onAction(app, SETTINGS_ACTION, async ({ who, body, client }) => {
    const visit = await visitOf(parts.core, parts.slack, who);
    await openModal(client, body, await settingsView(parts, visit));
  });
  onAction(app, BEGIN_ACTION, (args) => begin(parts, args));
  onAction(app, DESK_ACTION, (args) => openDeskPage(parts, args));
  onView(app, profileForm.id, (args) => save(parts, args));
  onEvent(app, 'app_uninstalled', ({ body }) => removed(parts.core, body));
  onEvent(app, 'tokens_revoked', ({ body, event }) => removed(parts.core, body, event.tokens.bot ?? []));
}

async function retainer({ core, slack, ...parts }: WorkspaceParts, { who, command, client, body }: Command) {
  const visit = await visitOf(core, slack, who);
  const typed = written(command.text);
  const [word = ''] = typed.toLowerCase().split(/\s+/);
  if (word === 'export') return exportLink({ core, slack, ...parts }, visit);
  if (word !== 'settings') {
    const known = word === '' || word === 'help';
    return {
      response_type: 'ephemeral' as const,
      ...helpMessage(visit, Object.keys(parts.goOn), known ? undefined : `“${typed.slice(0, 60)}”`),
    };
  }
  const view = await settingsView({ core, slack, ...parts }, visit);
  await openModal(client, body, view);
}

/** The books leave by the browser, for an owner alone. */
async function exportLink({ core, slack, config }: WorkspaceParts, who: Visit) {
  const visit = await requireOwner(core, slack, who);
  if (!visit.business)
    throw new Refusal('business.missing', 'There is nothing to export yet. Fill in your business: /retainer settings.');
  const url = await deskLink(core, config, visit, 'export');
  return { response_type: 'ephemeral' as const, ...deskLinkMessage(url) };
}

/** Throws for members, naming the owners. */
async function settingsView({ core, slack }: WorkspaceParts, visit: Visit): Promise<ModalView> {
  if (!visit.business) return firstUse(core, slack, visit, {});
  return profileView(await requireOwner(core, slack, visit));
}

/** Opens what a command opens, from a button that names the command. */
async function begin({ core, slack, goOn }: WorkspaceParts, { who, body, client, value }: Action): Promise<void> {
  const visit = await visitOf(core, slack, who);
  const next = Object.hasOwn(goOn, value) ? goOn[value] : undefined;
  if (!next) throw new Refusal('workspace.no-such-act', 'That button is from an older version. Type /retainer help.');
  const channelId = body.channel?.id;
  const { business } = visit;
  const view = business
    ? await next({ ...visit, business }, '', channelId)
    : await firstUse(core, slack, visit, { command: value, channelId });
  await openModal(client, body, view);
}

async function openDeskPage({ core, slack, config }: WorkspaceParts, args: Action): Promise<void> {
  const { who, value, body, client, ack, respond } = args;
  const visit = await requireOwner(core, slack, await visitOf(core, slack, who));
  if (!visit.business) return void (await openModal(client, body, await firstUse(core, slack, visit, {})));
  const url = await deskLink(core, config, visit, value || 'home');
  if (!body.response_url) return void (await openModal(client, body, deskLinkView(url)));
  await ack();
  await respond({ response_type: 'ephemeral', replace_original: false, ...deskLinkMessage(url) });
}

async function save({ core, slack, config, goOn }: WorkspaceParts, { who, view, client }: Submission) {
  const visit = await requireOwner(core, slack, await visitOf(core, slack, who));
  const { command, text = '', channelId, seen, checks } = wantedOf(view);
  const profile = readProfile(view);
  const { workspace, member } = visit;
  const business = await saveBusiness(core, workspace.id, { profile, by: member.id, seen, stripe: config.stripe });
  if (checks) {
    await checkAgain(core, client, { workspaceId: workspace.id, versionId: checks, view });
    return undefined;
  }
  const next = command !== undefined && Object.hasOwn(goOn, command) ? goOn[command] : undefined;
  const shown = next
    ? // The profile is saved by now, so what is wrong with the brief is no error of this form.
      await next({ ...visit, business }, text, channelId).catch((error: unknown) => refusedView(error))
    : savedView(business, Object.keys(goOn), await hasWayToPay(core.db, config, business));
  return { response_action: 'update' as const, view: shown };
}

function refusedView(error: unknown): ModalView {
  if (error instanceof Refusal) return notice('Saved', `Your business is saved. ${error.sentence}`);
  throw error;
}

type EventBody = { team_id: string; api_app_id: string; event_time: number };

async function removed(core: Core, body: EventBody, botUserIds?: readonly string[]): Promise<void> {
  await removeWorkspace(core, {
    slackTeamId: body.team_id,
    appId: body.api_app_id,
    eventTime: body.event_time,
    botUserIds,
  });
}
