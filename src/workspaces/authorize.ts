import type { Authorize, AuthorizeResult } from '@slack/bolt';
import type { Core } from '../platform/work.ts';
import { Refusal } from '../shared/refusal.ts';
import { installationOf } from './installation-read.ts';
import { workspaceByTeam } from './read.ts';

/** Milliseconds of machine time that a process keeps a token in memory: every press of a button asks for it. */
const KEPT_MS = 10_000;

type Kept = { result: AuthorizeResult; until: number };
const kept = new WeakMap<Core, Map<string, Kept>>();

function keptOf(core: Core): Map<string, Kept> {
  const map = kept.get(core) ?? new Map<string, Kept>();
  kept.set(core, map);
  return map;
}

export function forgetAuthorization(core: Core, slackTeamId: string): void {
  keptOf(core).delete(slackTeamId);
}

/**
 * Bolt's `authorize`: the tenant is the installation's team.
 *
 * @param ensure In one-token mode, makes the workspace that Slack could not be asked about at start.
 * @throws Refusal `workspace.removed` for a team without installation; the Slack kit tells the person so.
 */
export function authorizeOf(core: Core, ensure?: () => Promise<unknown>): Authorize<boolean> {
  return async ({ teamId = '' }) => {
    const now = core.clock.machine().getTime();
    const known = keptOf(core).get(teamId);
    if (known && known.until > now) return known.result;
    if (ensure && !(await workspaceByTeam(core.db, teamId))) await ensure();
    const workspace = await workspaceByTeam(core.db, teamId);
    const installation = workspace && (await installationOf(core, workspace.id));
    if (!installation) throw new Refusal('workspace.removed', 'Retainer is not installed in this workspace.');
    const result = { teamId, botToken: installation.token, botUserId: installation.botUserId };
    keptOf(core).set(teamId, { result, until: now + KEPT_MS });
    return result;
  };
}
