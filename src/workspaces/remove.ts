import { type Core, transact, type Work } from '../platform/work.ts';
import { forgetAuthorization } from './authorize.ts';
import { installedFacts } from './installation-read.ts';
import { lockWorkspace, workspaceByTeam } from './read.ts';
import { markRemoved, noteSetting, wipeToken } from './store.ts';
import type { Workspace } from './workspace.ts';

export type Removal = {
  slackTeamId: string;
  /** `api_app_id` of the event: another app's removal is none of ours. */
  appId: string;
  /** Seconds since 1970, Slack's time. */
  eventTime: number;
  /** `tokens_revoked` names the bot users whose tokens are gone. */
  botUserIds?: readonly string[] | undefined;
};

/**
 * Slack says the app was removed, by `app_uninstalled`, `tokens_revoked` or both in either order: the token is gone at
 * once, the workspace counts as removed, and nobody's desk stays open. Told twice, or late after a new installation, it
 * does nothing.
 */
export async function removeWorkspace(core: Core, removal: Removal): Promise<void> {
  const workspace = await workspaceByTeam(core.db, removal.slackTeamId);
  if (!workspace) return;
  await transact(core, workspace.id, async (work) => {
    await lockWorkspace(work);
    if (!(await concerns(work, workspace, removal))) return;
    const hadToken = await wipeToken(work);
    const wasInstalled = await markRemoved(work);
    if (hadToken || wasInstalled)
      await noteSetting(work, { kind: 'workspace.removed', subjectId: workspace.id, actor: 'system' });
  });
  forgetAuthorization(core, removal.slackTeamId);
}

async function concerns(work: Work, workspace: Workspace, removal: Removal): Promise<boolean> {
  const installation = await installedFacts(work.tx, workspace.id);
  if (!installation) return true;
  if (installation.appId && installation.appId !== removal.appId) return false;
  if (removal.botUserIds && !removal.botUserIds.includes(installation.botUserId)) return false;
  return removal.eventTime >= Math.floor(installation.installedAt / 1000);
}
