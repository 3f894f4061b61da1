import type { Call, Method } from './call.ts';

function test({ world, team }: Call) {
  return {
    url: `${world.origin}/`,
    team: team.name,
    user: 'retainer',
    team_id: team.id,
    user_id: team.botUserId,
    bot_id: team.botId,
    is_enterprise_install: false,
  };
}

function teamInfo({ world, team }: Call) {
  return {
    team: {
      id: team.id,
      name: team.name,
      url: `${world.origin}/`,
      domain: team.domain,
      email_domain: `${team.domain}.test`,
      icon: { image_default: true },
    },
  };
}

function revoke({ world, team }: Call) {
  team.token = undefined;
  world.changed();
  return { revoked: true };
}

export const authMethods: Record<string, Method> = {
  'auth.test': { run: test },
  'team.info': { scope: 'team:read', run: teamInfo },
  'auth.revoke': { run: revoke },
};
