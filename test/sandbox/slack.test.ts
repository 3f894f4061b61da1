import { randomBytes } from 'node:crypto';
import webapi from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, wordsOf } from '../../src/sandbox/slack/read.ts';
import { type Running, startBoltApp } from './slack-bolt-app.ts';

const { WebClient, retryPolicies } = webapi;

let running: Running;
beforeAll(async () => {
  running = await startBoltApp();
});
afterAll(async () => {
  await running.stop();
});

const mia = () => running.team.as(running.team.people.owner.id);
const client = (token = running.team.token) =>
  new WebClient(token, {
    slackApiUrl: `${running.slack.world.origin}/api/`,
    retryConfig: retryPolicies.rapidRetryPolicy,
    timeout: 2000,
    logger: silent,
  });
const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => webapi.LogLevel.ERROR,
  setName() {},
};
interface Payload {
  view: { id: string; state: { values: unknown } };
  actions: unknown[];
}
const lastPayload = (type: string) => running.seen.filter((body) => body.type === type).at(-1) as unknown as Payload;
const codeOf = async (call: Promise<unknown>) =>
  await call.then(
    () => 'ok',
    (error) => error.data?.error ?? error.code,
  );

describe('slash commands', () => {
  test('an answer in the acknowledgement is seen by one person only', async () => {
    const { projects } = running.team.places;
    const answer = await mia().command('/contract', 'help', { channel: 'projects' });
    expect(answer.status).toBe(200);
    expect(mia().ephemerals.at(-1)).toMatchObject({ channel: projects.id, text: 'Try `/contract` with a brief, mia' });
    expect(running.team.messages('projects')).toEqual([]);
  });

  test('typed text arrives escaped and plain', async () => {
    await mia().command('/contract', 'A & B <dana@acme.test>', { channel: 'projects' });
    const view = await mia().waitForView('contract:terms');
    expect(JSON.stringify(view.blocks)).toContain('A &amp; B &lt;dana@acme.test&gt;');
    await mia().close();
  });

  test('an answer that takes too long shows that the command failed', async () => {
    const answer = await mia().command('/contract', 'slow', { channel: 'projects', patience: 100 });
    expect(answer.timedOut).toBe(true);
    expect(mia().notices.at(-1)?.text).toContain('operation_timeout');
    await mia().waitForView();
    await mia().close();
  });

  test('a colleague from another organisation has no such command', async () => {
    const priya = running.team.as(running.team.people.colleague.id);
    const answer = await priya.command('/contract', '', { channel: 'shared-northwind' });
    expect(answer.status).toBe(0);
    expect(priya.notices.at(-1)?.text).toBe('/contract is not a valid command.');
  });
});

describe('modals', () => {
  const open = async () => {
    await mia().command('/contract');
    return await mia().waitForView('contract:terms');
  };

  test('what a person left empty is refused before it is sent', async () => {
    const view = await open();
    const sent = await mia().submit(view);
    expect(sent).toMatchObject({ sent: false, fields: { email: 'Please complete this required field.' } });
    await mia().close();
  });

  test('every untouched input is there, with null', async () => {
    const view = await open();
    await mia().fill(view, { email: 'dana@nowhere.test', currency: 'EUR' });
    const sent = await mia().submit(view);
    expect(sent.fields).toEqual({ email: 'We can’t write there' });
    expect(lastPayload('view_submission').view.state.values).toMatchObject({
      email: { email: { type: 'email_text_input', value: 'dana@nowhere.test' } },
      note: { note: { type: 'plain_text_input', value: null } },
      currency: { currency: { type: 'static_select', selected_option: { value: 'EUR' } } },
      start: { startOn: { type: 'datepicker', selected_date: null } },
    });
    expect(mia().openView?.id).toBe(view.id);
    await mia().close();
    expect(lastPayload('view_closed')).toMatchObject({ is_cleared: false, view: { id: view.id } });
  });

  test('an update keeps what was typed, a push stacks up to three', async () => {
    const view = await open();
    await mia().fill(view, { email: 'dana@more.test', currency: 'USD' });
    const before = view.hash;
    await mia().submit(view);
    expect(mia().openView).toMatchObject({ id: view.id, values: { email: { email: { value: 'dana@more.test' } } } });
    expect(mia().openView?.hash).not.toBe(before);
    for (const depth of [2, 3]) {
      await mia().fill(mia().openView!, { email: 'dana@deeper.test', currency: 'USD' });
      await mia().submit();
      expect(mia().stack).toHaveLength(depth);
    }
    await mia().fill(mia().openView!, { email: 'dana@deeper.test', currency: 'USD' });
    expect((await mia().submit()).trouble).toBe('We had some trouble connecting. Try again?');
    await mia().close(undefined, { all: true });
    expect(mia().openView).toBeUndefined();
  });

  test('errors for a block that is not there are trouble', async () => {
    const view = await open();
    await mia().fill(view, { email: 'dana@broken.test', currency: 'USD' });
    expect((await mia().submit(view)).trouble).toBeDefined();
    await mia().close();
  });

  test('a trigger opens one view, within three seconds', async () => {
    await open();
    const used = [...running.slack.world.triggers.keys()].at(-1)!;
    const view = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'x' }, blocks: [] };
    expect(await codeOf(client().views.open({ trigger_id: used, view }))).toBe('exchanged_trigger_id');
    const trigger = running.slack.world.triggers.get(used)!;
    Object.assign(trigger, { used: false, bornAt: Date.now() - 3100 });
    expect(await codeOf(client().views.open({ trigger_id: used, view }))).toBe('expired_trigger_id');
    const current = mia().openView!;
    expect(await codeOf(client().views.update({ view_id: current.id, hash: 'old', view }))).toBe('hash_conflict');
    expect(await codeOf(client().views.update({ view_id: 'V0', view }))).toBe('not_found');
    await mia().close();
  });
});

describe('messages and buttons', () => {
  test('the whole way: form, card, button, edit in place, thread, private answer', async () => {
    await mia().command('/contract');
    const view = await mia().waitForView();
    await mia().fill(view, { email: 'dana@acme.test', currency: 'EUR' });
    await mia().submit(view);
    const dm = running.team.dm(mia().id).id;
    const card = await running.slack.until(() => running.team.messages(dm).at(-1), 'the card');
    expect(card.metadata).toEqual({
      event_type: 'retainer_card',
      event_payload: { project: 'prj_1', state: 'draft', revision: 1 },
    });
    expect(wordsOf(card)).toContain('*Draft* for dana@acme.test');
    expect(buttonsOf(card).map((button) => button.label)).toEqual(['Sign and send', 'Discard']);
    await mia().choose(card, 'contract:more', 'pdf');
    expect(lastPayload('block_actions').actions[0]).toMatchObject({
      type: 'overflow',
      selected_option: { value: 'pdf' },
    });
    await mia().press(card, 'contract:send');
    expect(lastPayload('block_actions')).toMatchObject({
      container: { type: 'message', message_ts: card.ts, is_ephemeral: false },
      actions: [{ action_id: 'contract:send', block_id: 'acts', value: 'ctr_1', type: 'button' }],
      message: { bot_id: running.team.botId, metadata: { event_type: 'retainer_card' } },
    });
    await running.slack.until(() => mia().ephemerals.at(-1)?.text === 'On its way', 'the private answer');
    expect(running.team.messages(dm).at(-1)).toMatchObject({ ts: card.ts, text: 'Sent', blocks: [] });
    expect(running.team.thread(dm, card.ts).map((message) => message.text)).toEqual(['Sent to Dana']);
    const link = await client().chat.getPermalink({ channel: dm, message_ts: card.ts });
    expect(link.permalink).toContain(`/archives/${dm}/p`);
  });

  test('a message shortcut carries the message with its addresses as links', async () => {
    const message = mia().say('acme', 'Could you do a logo? dana@acme.test, see https://acme.test/brief.');
    await mia().shortcut(message, 'contract:from-message');
    const view = await mia().waitForView();
    expect(JSON.stringify(view.blocks)).toContain(
      '<mailto:dana@acme.test|dana@acme.test>, see <https://acme.test/brief>.',
    );
    await mia().close();
  });

  test('opening the Home tab publishes it, and its buttons carry the view', async () => {
    await mia().openHome();
    await running.slack.until(() => mia().home, 'the home');
    await mia().press('home', 'home:refresh');
    expect(lastPayload('block_actions')).toMatchObject({ container: { type: 'view', view_id: mia().home?.id } });
  });
});

describe('deliveries that go wrong', () => {
  test('stale, unsigned and wrongly signed requests are refused; other teams are not authorised', async () => {
    expect((await mia().command('/contract', 'help', { signature: 'wrong' })).status).toBe(401);
    expect((await mia().command('/contract', 'help', { signature: 'missing' })).status).toBeGreaterThanOrEqual(400);
    expect((await mia().command('/contract', 'help', { ageSeconds: 600 })).status).toBe(401);
    const before = running.seen.length;
    await mia().command('/contract', 'help', { teamId: 'T0ELSE' });
    expect(running.seen.length).toBe(before);
  });

  test('retries and copies are marked as such', async () => {
    await mia().openHome('home', { retry: { num: 1, reason: 'http_timeout' }, copies: 2, eventId: 'Ev1' });
    const events = running.seen.filter((body) => body.event_id === 'Ev1');
    expect(events.map((body) => body.retryNum)).toEqual([1, 1]);
  });
});

describe('the Web API', () => {
  test('a wrong block is refused with the path to it', async () => {
    const error = await client()
      .chat.postMessage({
        channel: running.team.places.projects.id,
        text: 'x',
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }],
      })
      .catch((caught) => caught);
    expect(error.data).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: { messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'] },
    });
  });

  test('a rate limit is waited out by the client itself', async () => {
    running.slack.faults.add({ match: 'chat.postMessage', kind: '429', retryAfter: 1 });
    const start = Date.now();
    await client().chat.postMessage({ channel: running.team.places.projects.id, text: 'later' });
    expect(Date.now() - start).toBeGreaterThanOrEqual(1000);
  });

  test('an error, a time-out and a line cut after the work is done', async () => {
    const { projects } = running.team.places;
    running.slack.faults.add({ match: 'chat.postMessage', kind: '5xx', times: 2 });
    await client().chat.postMessage({ channel: projects.id, text: 'third time' });
    const once = new WebClient(running.team.token, {
      slackApiUrl: `${running.slack.world.origin}/api/`,
      retryConfig: { retries: 0 },
      timeout: 200,
      logger: silent,
    });
    running.slack.faults.add({ match: 'chat.*', kind: 'timeout' });
    await expect(once.chat.postMessage({ channel: projects.id, text: 'lost' })).rejects.toThrow();
    running.slack.faults.add({ match: 'chat.*', kind: 'drop-after-accept' });
    await expect(once.chat.postMessage({ channel: projects.id, text: 'done all the same' })).rejects.toThrow();
    expect(running.team.messages('projects').map((message) => message.text)).toEqual([
      'later',
      'third time',
      'done all the same',
    ]);
  });

  test('who may write where', async () => {
    const { finance, acme } = running.team.places;
    const { guest, member } = running.team.people;
    expect(await codeOf(client('xoxb-nothing').auth.test())).toBe('invalid_auth');
    expect(await codeOf(client().chat.postMessage({ channel: finance.id, text: 'x' }))).toBe('channel_not_found');
    const quiet = running.team.addChannel({ name: 'quiet', app: false });
    expect(await codeOf(client().chat.postMessage({ channel: quiet.id, text: 'x' }))).toBe('not_in_channel');
    await client().conversations.join({ channel: quiet.id });
    expect(await codeOf(client().chat.postMessage({ channel: quiet.id, text: 'x' }))).toBe('ok');
    quiet.isArchived = true;
    expect(await codeOf(client().chat.postMessage({ channel: quiet.id, text: 'x' }))).toBe('is_archived');
    expect(await codeOf(client().chat.postEphemeral({ channel: acme.id, user: guest.id, text: 'x' }))).toBe('ok');
    const direct = await client().conversations.open({ users: member.id });
    expect(direct.channel?.id).toMatch(/^D/);
    const info = await client().users.info({ user: guest.id });
    expect(info.user).toMatchObject({
      tz: 'Europe/London',
      is_restricted: true,
      is_admin: false,
      profile: { email: 'dana@acme.test' },
    });
    const members = await client().conversations.members({ channel: acme.id });
    expect(members.members).toContain(guest.id);
  });

  test('a file goes up in three steps and comes down again', async () => {
    const file = randomBytes(2000);
    const { projects } = running.team.places;
    await client().filesUploadV2({
      channel_id: projects.id,
      initial_comment: 'The draft',
      file,
      filename: 'draft.pdf',
    });
    const message = running.team.messages('projects').at(-1)!;
    expect(message).toMatchObject({
      text: 'The draft',
      files: [{ name: 'draft.pdf', mimetype: 'application/pdf', size: 2000 }],
    });
    expect(message.files[0]!.bytes.equals(file)).toBe(true);
  });

  test('after an uninstall the token is revoked and the app was told', async () => {
    const team = running.slack.addTeam({ name: 'Short stay' });
    const { token } = team;
    await team.uninstall();
    expect(await codeOf(client(token).auth.test())).toBe('token_revoked');
    expect(running.slack.ledger.list({ workspace: team.id }).map((entry) => entry.kind)).toEqual([
      'tokens_revoked',
      'app_uninstalled',
    ]);
  });

  test('a code is exchanged for a token once, for the scopes that were asked', async () => {
    const team = running.slack.addTeam({ name: 'By OAuth', installed: false });
    const redirect_uri = 'http://localhost:9/slack/oauth_redirect';
    const query = new URLSearchParams({
      client_id: running.slack.clientId,
      scope: 'chat:write,users:read',
      state: 's1',
      redirect_uri,
      team: team.id,
      user: team.people.owner.id,
    });
    const consent = await fetch(`${running.slack.world.origin}/oauth/v2/authorize?${query}`, { redirect: 'manual' });
    const code = new URL(consent.headers.get('location')!).searchParams.get('code')!;
    const grant = { client_id: running.slack.clientId, client_secret: running.slack.clientSecret, code, redirect_uri };
    const access = await client('').oauth.v2.access(grant);
    expect(access).toMatchObject({
      team: { id: team.id },
      authed_user: { id: team.people.owner.id },
      scope: 'chat:write,users:read',
    });
    expect(await codeOf(client('').oauth.v2.access(grant))).toBe('invalid_code');
    const own = client(access.access_token);
    expect((await own.users.info({ user: team.people.guest.id })).user?.profile?.email).toBeUndefined();
    expect(await codeOf(own.conversations.list())).toBe('missing_scope');
  });
});
