import { secret } from './ids.ts';
import { newResponseUrl } from './response-url.ts';
import {
  type Block,
  isAnswer,
  type SandboxMessage,
  type SandboxUser,
  type SandboxView,
  type StateValue,
  type StateValues,
} from './shapes.ts';
import type { SandboxTeam } from './team.ts';
import { messageOnWire, viewOnWire } from './wire.ts';

type Payload = Record<string, unknown>;

/** A trigger for `views.open`: three seconds of machine time, one use. */
function newTrigger(team: SandboxTeam, user: SandboxUser, viewId?: string): string {
  const id = `${Date.now()}.${secret(6)}`;
  team.world.triggers.set(id, {
    teamId: team.id,
    userId: user.id,
    ...(viewId ? { viewId } : {}),
    bornAt: Date.now(),
    used: false,
  });
  return id;
}

const actionTs = () => (Date.now() / 1000).toFixed(6);

function base(team: SandboxTeam, user: SandboxUser, type: string): Payload {
  return {
    type,
    token: 'sandbox-verification-token',
    team: { id: team.id, domain: team.domain },
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    api_app_id: team.world.appId,
    enterprise: null,
    is_enterprise_install: false,
  };
}

function channelOf(team: SandboxTeam, channel: string): Payload {
  const found = team.channel(channel);
  const name = found.kind === 'private' ? 'privategroup' : found.name;
  return { id: found.id, name };
}

const urlFor = (team: SandboxTeam, user: SandboxUser, message: SandboxMessage) =>
  newResponseUrl(team.world, {
    teamId: team.id,
    userId: user.id,
    channel: message.channel,
    messageTs: message.ts,
    ...(message.threadTs ? { threadTs: message.threadTs } : {}),
  });

export interface Act {
  block: Block;
  element: Payload;
  /** What was chosen; none for a button. */
  value?: StateValue;
}

function actionOf({ block, element, value }: Act): Payload {
  return {
    type: element.type,
    action_id: element.action_id,
    block_id: block.block_id,
    ...(element.text ? { text: element.text } : {}),
    ...(element.value !== undefined ? { value: element.value } : {}),
    ...(element.style ? { style: element.style } : {}),
    ...(element.placeholder ? { placeholder: element.placeholder } : {}),
    ...value,
    action_ts: actionTs(),
  };
}

export function messageActions(
  team: SandboxTeam,
  user: SandboxUser,
  message: SandboxMessage,
  act: Act,
  values: StateValues,
): Payload {
  const ephemeral = message.ephemeralFor !== undefined;
  return {
    ...base(team, user, 'block_actions'),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: ephemeral,
      ...(isAnswer(message) ? { thread_ts: message.threadTs } : {}),
    },
    trigger_id: newTrigger(team, user),
    channel: channelOf(team, message.channel),
    ...(ephemeral ? {} : { message: messageOnWire(team, message) }),
    state: { values },
    response_url: urlFor(team, user, message),
    actions: [actionOf(act)],
  };
}

export function viewActions(team: SandboxTeam, user: SandboxUser, view: SandboxView, act: Act): Payload {
  return {
    ...base(team, user, 'block_actions'),
    ...homeTeam(team, user),
    container: { type: 'view', view_id: view.id },
    trigger_id: newTrigger(team, user, view.id),
    view: viewOnWire(team, view),
    actions: [actionOf(act)],
  };
}

/** In views, Slack names the actor's own team and puts the installation into `view.app_installed_team_id`. */
const homeTeam = (team: SandboxTeam, user: SandboxUser): Payload =>
  user.isStranger ? { team: { id: user.teamId, domain: 'elsewhere' } } : { team: { id: team.id, domain: team.domain } };

export function viewSubmission(team: SandboxTeam, user: SandboxUser, view: SandboxView): Payload {
  return {
    ...base(team, user, 'view_submission'),
    ...homeTeam(team, user),
    trigger_id: newTrigger(team, user, view.id),
    view: viewOnWire(team, view),
    response_urls: [],
  };
}

export function viewClosed(team: SandboxTeam, user: SandboxUser, view: SandboxView, isCleared: boolean): Payload {
  return {
    ...base(team, user, 'view_closed'),
    ...homeTeam(team, user),
    view: viewOnWire(team, view),
    is_cleared: isCleared,
  };
}

export function messageShortcut(
  team: SandboxTeam,
  user: SandboxUser,
  message: SandboxMessage,
  callbackId: string,
): Payload {
  return {
    ...base(team, user, 'message_action'),
    action_ts: actionTs(),
    callback_id: callbackId,
    trigger_id: newTrigger(team, user),
    response_url: urlFor(team, user, message),
    channel: channelOf(team, message.channel),
    message_ts: message.ts,
    message: messageOnWire(team, message),
  };
}

/** Slack escapes these three in what people type, and nothing else. */
const escapeTyped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** As Slack stores a person's message: escaped, with addresses turned into links. */
export function typedText(text: string): string {
  return escapeTyped(text)
    .replaceAll(/https?:\/\/[^\s|<>]+[^\s|<>.,;:!?)]/g, (url) => `<${url}>`)
    .replaceAll(/(?<![\w/:@.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (address) => `<mailto:${address}|${address}>`);
}

export interface CommandLine {
  command: string;
  text: string;
  channel: string;
}

export function slashCommand(team: SandboxTeam, user: SandboxUser, line: CommandLine): Record<string, string> {
  const channel = channelOf(team, line.channel);
  return {
    token: 'sandbox-verification-token',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: String(channel.id),
    channel_name: String(channel.name),
    user_id: user.id,
    user_name: user.name,
    command: line.command,
    text: escapeTyped(line.text),
    api_app_id: team.world.appId,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(team.world, { teamId: team.id, userId: user.id, channel: String(channel.id) }),
    trigger_id: newTrigger(team, user),
  };
}
