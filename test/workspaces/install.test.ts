import { beforeAll, describe, expect, test } from 'vitest';
import { encrypt } from '../../src/platform/crypto.ts';
import type { SeededTeam } from '../../src/sandbox/slack/seed.ts';
import { ensureTokenWorkspace } from '../../src/workspaces/install.ts';
import { installationOf, tokenOf, tokenPlace } from '../../src/workspaces/installation-read.ts';
import { memberBySlackUser, workspaceByTeam } from '../../src/workspaces/read.ts';
import { removeWorkspace } from '../../src/workspaces/remove.ts';
import { browser, type Stage, startStage } from './stage.ts';

let stage: Stage;
let berg: SeededTeam;
beforeAll(async () => {
  stage = await startStage();
  berg = stage.chat.addTeam({ name: 'Studio Berg', installed: false });
});

const consent = async (visitor: ReturnType<typeof browser>, team: SeededTeam) => {
  const start = await visitor.get('/slack/install');
  const url = new URL(start.headers.get('location') ?? '');
  url.searchParams.set('team', team.id);
  url.searchParams.set('user', team.people.owner.id);
  const approved = await fetch(url, { redirect: 'manual' });
  return approved.headers.get('location') ?? '';
};

describe('installing by OAuth', () => {
  test('who installs is an owner, the token is kept encrypted, and the page says what to do next', async () => {
    const answer = await stage.chat.install(berg.id, berg.people.owner.id);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('/retainer');
    const workspace = await workspaceByTeam(stage.core.db, berg.id);
    expect(workspace).toMatchObject({ name: 'Studio Berg', state: 'installed' });
    const owner = await memberBySlackUser(stage.core.db, workspace!.id, berg.people.owner.id);
    expect(owner).toMatchObject({ role: 'owner', name: 'Mia Berg', timeZone: 'Europe/Berlin' });
    const row = await stage.core.db.installation.findUniqueOrThrow({ where: { workspaceId: workspace!.id } });
    expect(Buffer.from(row.tokenCipher).toString('latin1')).not.toContain('xoxb');
    expect(await tokenOf(stage.core, workspace!.id)).toBe(berg.token);
  });

  test('a token copied to another workspace’s row does not open', async () => {
    const other = stage.chat.addTeam({ name: 'Other', installed: false });
    await stage.chat.install(other.id, other.people.owner.id);
    const [mine, theirs] = await Promise.all([
      workspaceByTeam(stage.core.db, berg.id),
      workspaceByTeam(stage.core.db, other.id),
    ]);
    const sealed = encrypt(stage.core.keys, 'xoxb-mine', tokenPlace(mine!.id));
    const kept = await stage.core.db.installation.findUniqueOrThrow({ where: { workspaceId: theirs!.id } });
    await stage.core.db.installation.update({
      where: { workspaceId: theirs!.id },
      data: { tokenCipher: sealed.cipher, keyId: sealed.keyId },
    });
    await expect(installationOf(stage.core, theirs!.id)).rejects.toThrow();
    await stage.core.db.installation.update({
      where: { workspaceId: theirs!.id },
      data: { tokenCipher: kept.tokenCipher, keyId: kept.keyId },
    });
  });

  test('a state works once, in the browser that began, and within ten minutes', async () => {
    const before = await stage.core.db.installation.count();
    const mia = browser(stage.config.publicUrl);
    const back = await consent(mia, berg);
    const stranger = browser(stage.config.publicUrl);
    expect((await stranger.get(back)).status).toBe(400);
    await stranger.get('/slack/install');
    expect((await stranger.get(back)).status).toBe(400);
    const cookies = new Map(mia.jar);
    expect((await mia.get(back)).status).toBe(200);
    for (const [name, value] of cookies) mia.jar.set(name, value);
    const again = await mia.get(back);
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('Start again');
    const late = browser(stage.config.publicUrl);
    const url = await consent(late, berg);
    stage.clock.forward(11);
    expect((await late.get(url)).status).toBe(400);
    expect(await stage.core.db.installation.count()).toBe(before);
  });

  test('no state, a made-up code and a cancelled consent install nothing', async () => {
    const visitor = browser(stage.config.publicUrl);
    expect((await visitor.get('/slack/oauth_redirect?code=x')).status).toBe(400);
    expect((await visitor.get('/slack/oauth_redirect?code=x&state=y')).status).toBe(400);
    for (const wrong of ['code=made-up', 'error=access_denied']) {
      const start = await visitor.get('/slack/install');
      const state = new URL(start.headers.get('location') ?? '').searchParams.get('state');
      expect((await visitor.get(`/slack/oauth_redirect?${wrong}&state=${state}`)).status).toBe(400);
    }
  });

  test('installing again replaces the token and keeps everything else', async () => {
    const before = await workspaceByTeam(stage.core.db, berg.id);
    const old = berg.token;
    await stage.chat.install(berg.id, berg.people.owner.id);
    expect(berg.token).not.toBe(old);
    const after = await workspaceByTeam(stage.core.db, berg.id);
    expect(after?.id).toBe(before?.id);
    expect(await tokenOf(stage.core, after!.id)).toBe(berg.token);
  });
});

describe('removing', () => {
  const removed = async (team: SeededTeam) => {
    const workspace = await workspaceByTeam(stage.core.db, team.id);
    return { state: workspace?.state, token: await tokenOf(stage.core, workspace!.id) };
  };
  const revoked = (team: SeededTeam) => ({ type: 'tokens_revoked', tokens: { oauth: [], bot: [team.botUserId] } });
  const fresh = async () => {
    const team = stage.chat.addTeam({ installed: false });
    await stage.chat.install(team.id, team.people.owner.id);
    return team;
  };

  test.each([
    ['tokens_revoked first', ['tokens_revoked', 'app_uninstalled', 'tokens_revoked']],
    ['app_uninstalled first', ['app_uninstalled', 'tokens_revoked', 'app_uninstalled']],
  ])('the token is gone and the workspace removed, once, %s', async (_name, events) => {
    const team = await fresh();
    for (const type of events) await stage.chat.event(team.id, { ...revoked(team), type });
    expect(await removed(team)).toEqual({ state: 'removed', token: undefined });
    const { id } = (await workspaceByTeam(stage.core.db, team.id))!;
    expect(await stage.core.db.evidence.count({ where: { workspaceId: id, kind: 'workspace.removed' } })).toBe(1);
  });

  test('another app’s event, another bot’s token and an event older than the installation change nothing', async () => {
    const team = await fresh();
    const { world } = stage.chat;
    const own = world.appId;
    Object.assign(world, { appId: 'AFORGED' });
    await stage.chat.event(team.id, { type: 'app_uninstalled' });
    Object.assign(world, { appId: own });
    await stage.chat.event(team.id, { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: ['UOTHER'] } });
    const { appId } = world;
    await removeWorkspace(stage.core, { slackTeamId: team.id, appId, eventTime: Date.now() / 1000 - 60 });
    expect(await removed(team)).toEqual({ state: 'installed', token: team.token });
  });

  test('what was removed can be installed again', async () => {
    const team = await fresh();
    await team.uninstall();
    expect((await removed(team)).state).toBe('removed');
    await stage.chat.install(team.id, team.people.owner.id);
    expect(await removed(team)).toEqual({ state: 'installed', token: team.token });
  });
});

test('with one token the workspace is made from it at start, once, and a new token takes its place', async () => {
  const team = stage.chat.addTeam({ name: 'Solo' });
  const config = {
    mode: 'token' as const,
    botToken: team.token!,
    signingSecret: 's',
    apiUrl: stage.vendors.slackApiUrl,
  };
  const first = await ensureTokenWorkspace(stage.core, config);
  expect((await ensureTokenWorkspace(stage.core, config)).id).toBe(first.id);
  expect(await installationOf(stage.core, first.id)).toMatchObject({ token: team.token, generation: 1 });
  await expect(ensureTokenWorkspace(stage.core, { ...config, botToken: 'xoxb-wrong' })).rejects.toMatchObject({
    code: 'slack.unreachable',
  });
});
