import webapi from '@slack/web-api';
import type { SlackConfig } from '../platform/config-vendors.ts';
import { type Core, transact } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { createSlackClients } from '../slack/client.ts';
import { forgetAuthorization } from './authorize.ts';
import { installationOf } from './installation-read.ts';
import { lockWorkspace, workspaceById, workspaceByTeam } from './read.ts';
import { type NewInstallation, noteSetting, saveInstallation, saveMember, workspaceIdFor } from './store.ts';
import { personFrom } from './visit.ts';
import type { Person, Workspace } from './workspace.ts';

export const SLACK_API = 'https://slack.com/api/';

export type Installing = NewInstallation & {
  slackTeamId: string;
  /** Who installed by OAuth: an owner from now on. Nobody in one-token mode. */
  installer: Person | undefined;
};

/** Saves an installation, the first or a repeated one: the token is replaced, everything else stays. */
async function installWorkspace(core: Core, made: Installing): Promise<Workspace> {
  const { installer, slackTeamId, ...installation } = made;
  const workspaceId = await workspaceIdFor(core.db, { slackTeamId, name: made.name }, core.clock.now());
  await transact(core, workspaceId, async (work) => {
    await lockWorkspace(work);
    await saveInstallation(work, installation);
    const owner = installer && (await saveMember(work, installer, 'owner'));
    await noteSetting(work, {
      kind: 'workspace.installed',
      subjectId: owner?.id ?? workspaceId,
      actor: owner?.id ?? 'system',
      // Slack's time, which late events of an earlier installation are told apart by.
      detail: { scopes: made.scopes, appId: made.appId, installedAt: core.clock.machine().getTime() },
    });
  });
  forgetAuthorization(core, slackTeamId);
  return workspaceById(core.db, workspaceId);
}

/**
 * One-token mode: the workspace is the one the token belongs to. Asked at every start, so that a new token in the
 * configuration takes the place of the old one.
 *
 * @throws Refusal `slack.unreachable` when Slack can't be asked; the caller goes on and asks again later.
 */
export async function ensureTokenWorkspace(core: Core, slack: SlackConfig & { mode: 'token' }): Promise<Workspace> {
  const client = new webapi.WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl ?? SLACK_API,
    timeout: 10_000,
    retryConfig: { retries: 0 },
  });
  const answer = await client.auth.test().catch((error: Error) => {
    throw new Refusal('slack.unreachable', `Slack did not take SLACK_BOT_TOKEN: ${error.message}.`);
  });
  if (!answer.team_id || !answer.user_id)
    throw new Refusal('slack.unreachable', 'Slack did not say which workspace SLACK_BOT_TOKEN belongs to.');
  const known = await workspaceByTeam(core.db, answer.team_id);
  if (known && (await holds(core, known.id, slack.botToken))) return known;
  return installWorkspace(core, {
    slackTeamId: answer.team_id,
    name: answer.team ?? answer.team_id,
    token: slack.botToken,
    scopes: answer.response_metadata?.scopes ?? [],
    botUserId: answer.user_id,
    appId: null,
    installer: undefined,
  });
}

async function holds(core: Core, workspaceId: Id<'workspace'>, token: string): Promise<boolean> {
  return (await installationOf(core, workspaceId))?.token === token;
}

export type Exchange = { code: string; redirectUri: string };

/**
 * Exchanges the code of Slack's consent page and saves the installation.
 *
 * @throws Refusal when Slack refuses the code, or when it was a whole organisation that installed.
 */
export async function installByOAuth(
  core: Core,
  slack: SlackConfig & { mode: 'oauth' },
  { code, redirectUri }: Exchange,
): Promise<Workspace> {
  const slackApiUrl = slack.apiUrl ?? SLACK_API;
  const client = new webapi.WebClient(undefined, { slackApiUrl, timeout: 10_000, retryConfig: { retries: 0 } });
  const answer = await client.oauth.v2
    .access({ client_id: slack.clientId, client_secret: slack.clientSecret, code, redirect_uri: redirectUri })
    .catch((error: Error) => {
      core.log.warn({ reason: error.message }, 'slack refused an installation code');
      throw new Refusal('install.refused', 'Slack did not accept this installation. Start again from the beginning.');
    });
  if (answer.is_enterprise_install || !answer.team?.id)
    throw new Refusal(
      'install.organisation',
      'Retainer is installed in one workspace at a time. Choose a workspace instead of the whole organisation.',
    );
  if (!answer.access_token || !answer.bot_user_id || !answer.authed_user?.id)
    throw new Refusal('install.refused', 'Slack did not give Retainer a bot token. Start again from the beginning.');
  const team = { slackTeamId: answer.team.id, name: answer.team.name ?? answer.team.id };
  const installation = {
    token: answer.access_token,
    scopes: (answer.scope ?? '').split(',').filter(Boolean),
    botUserId: answer.bot_user_id,
    appId: answer.app_id ?? null,
  };
  const installer = await installerOf(core, slackApiUrl, { ...installation, ...team }, answer.authed_user.id);
  return installWorkspace(core, { ...team, ...installation, installer });
}

/** Their name and zone; when Slack won't say, their id stands in until their first visit. */
async function installerOf(
  core: Core,
  slackApiUrl: string,
  made: { token: string; slackTeamId: string },
  userId: string,
): Promise<Person> {
  const slack = createSlackClients({ slackApiUrl, tokenOf: async () => made.token, log: core.log });
  const found = await slack.userInfo(made.slackTeamId, userId).catch(() => undefined);
  if (found) return personFrom(found, made.slackTeamId);
  return {
    slackUserId: userId,
    name: userId,
    timeZone: 'UTC',
    isAdmin: true,
    isGuest: false,
    isBot: false,
    isStranger: false,
    hasLeft: false,
  };
}
