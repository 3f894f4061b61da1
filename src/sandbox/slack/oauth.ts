import { Hono } from 'hono';
import { html } from 'hono/html';
import { ApiError, str } from './call.ts';
import { secret } from './ids.ts';
import type { SandboxTeam } from './team.ts';
import type { Env } from './web-api.ts';
import type { SlackWorld } from './world.ts';

/** Codes are good for ten minutes, once. */
const CODE_LIFE = 600_000;

/** The consent page: shows who asks for what; with `team` and `user` in the query it approves at once (the seed does). */
export function oauthRoutes(world: SlackWorld): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/oauth/v2/authorize', (c) => {
    const query = c.req.query();
    if (query.client_id !== world.clientId) return c.text('invalid_client_id', 400);
    const redirectUri = query.redirect_uri ?? `${world.appUrl}/slack/oauth_redirect`;
    const team = query.team ? world.teams.get(query.team) : undefined;
    if (team && query.user && team.users.has(query.user)) {
      return c.redirect(approve(world, team, query.user, redirectUri, query));
    }
    const offers = [...world.teams.values()].flatMap((each) =>
      [...each.users.values()].filter((user) => user.isOwner).map((user) => ({ team: each, user })),
    );
    const link = (teamId: string, userId: string) =>
      `?${new URLSearchParams({ ...query, team: teamId, user: userId }).toString()}`;
    return c.html(html`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<title>Allow Retainer</title><style>body{font:1rem/1.5 system-ui;max-width:34rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}
a.allow{display:block;padding:.7rem 1rem;margin:.5rem 0;border:1px solid;border-radius:.5rem;text-decoration:none}</style>
<main><h1>Retainer asks to join a workspace</h1><p>It asks for: ${(query.scope ?? '').split(',').join(', ')}.</p>
${offers.map(({ team: each, user }) => html`<a class="allow" href="${link(each.id, user.id)}">Allow in ${each.name}, as ${user.realName}</a>`)}
<p><a href="${redirectUri}?error=access_denied&amp;state=${query.state ?? ''}">Cancel</a></p></main></html>`);
  });
  return routes;
}

function approve(
  world: SlackWorld,
  team: SandboxTeam,
  userId: string,
  redirectUri: string,
  query: Record<string, string>,
) {
  const code = secret();
  const scopes = (query.scope ?? '')
    .split(',')
    .map((scope) => scope.trim())
    .filter(Boolean);
  world.codes.set(code, { teamId: team.id, userId, redirectUri: query.redirect_uri ?? '', scopes, bornAt: Date.now() });
  const target = new URL(redirectUri);
  target.searchParams.set('code', code);
  target.searchParams.set('state', query.state ?? '');
  return target.toString();
}

/** `oauth.v2.access`: the code, once, for a bot token of its team. */
export function exchangeCode(world: SlackWorld, args: Record<string, unknown>, authorization: string | undefined) {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  const [id, key] = basic
    ? Buffer.from(basic, 'base64').toString().split(':')
    : [str(args, 'client_id'), str(args, 'client_secret')];
  if (id !== world.clientId) throw new ApiError('invalid_client_id');
  if (key !== world.clientSecret) throw new ApiError('bad_client_secret');
  const code = str(args, 'code') ?? '';
  const grant = world.codes.get(code);
  world.codes.delete(code);
  if (!grant || Date.now() - grant.bornAt > CODE_LIFE) throw new ApiError('invalid_code');
  if ((str(args, 'redirect_uri') ?? '') !== grant.redirectUri) throw new ApiError('bad_redirect_uri');
  const team = world.teams.get(grant.teamId);
  if (!team) throw new ApiError('invalid_code');
  const token = installToken(team, grant.scopes);
  world.ledger.add({
    source: 'slack',
    kind: 'oauth.v2.access',
    workspace: team.id,
    summary: `Retainer installed in ${team.name} by ${team.user(grant.userId).realName}`,
    detail: { team: team.id, scopes: grant.scopes },
  });
  world.changed();
  return {
    app_id: world.appId,
    authed_user: { id: grant.userId },
    scope: grant.scopes.join(','),
    token_type: 'bot',
    access_token: token,
    bot_user_id: team.botUserId,
    team: { id: team.id, name: team.name },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Gives the team a bot token; a second install replaces the first, as without token rotation. */
export function installToken(team: SandboxTeam, scopes: string[] | 'all'): string {
  team.token = `xoxb-${team.id}-${secret()}`;
  team.scopes = scopes === 'all' ? 'all' : new Set(scopes);
  return team.token;
}
