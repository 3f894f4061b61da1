import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../src/shared/refusal.ts';
import { actions, button, modal, section, summary } from '../../src/slack/blocks.ts';
import { email, text } from '../../src/slack/field.ts';
import { form } from '../../src/slack/form.ts';
import { onAction, onCommand, onEvent, onShortcut, onView } from '../../src/slack/listen.ts';
import { md } from '../../src/slack/mrkdwn.ts';
import { openStage, type Stage } from './stage.ts';

const terms = form(
  'contract:terms',
  { title: 'Terms', submit: 'Draft' },
  { client: text('Client'), email: email('E-mail') },
);
const plainModal = modal('Preview', [section('Nothing to fill in')], { callbackId: 'contract:plain', submit: 'Send' });

let stage: Stage;
/** What the listeners heard, and what they do next. */
const heard: unknown[] = [];
let fail: Error | undefined;
const act = (what: unknown) => {
  heard.push(what);
  if (fail) throw fail;
};

beforeAll(async () => {
  stage = await openStage();
  const { app } = stage;
  onCommand(app, '/contract', async ({ text: typed, who, client, body }) => {
    act({ typed, who });
    if (typed === 'form') await client.views.open({ trigger_id: body.trigger_id, view: terms.view() });
    else if (typed === 'plain') await client.views.open({ trigger_id: body.trigger_id, view: plainModal });
    else return 'Here is help';
  });
  onCommand(app, '/late', async ({ ack }) => {
    await ack();
    act('late');
  });
  onAction(app, 'contract:edit', async ({ value }) => act(value));
  onShortcut(app, 'contract:from-message', async () => act('shortcut'));
  onView(app, 'contract:terms', async ({ view }) => {
    act(terms.read(view));
    return { response_action: 'update', view: plainModal };
  });
  onView(app, 'contract:plain', async () => act('plain'));
  onEvent(app, 'app_home_opened', async ({ event }) => act(event.user));
});
afterAll(() => stage.stop());
beforeEach(() => {
  heard.length = 0;
  fail = undefined;
});

const mia = () => stage.team.as(stage.team.people.owner.id);
const no = new Refusal('contract.not-sent', 'This contract has not been sent yet, <!channel>.');
const outcomes = () => [...stage.kept.values()].map((entry) => entry.outcome);

describe('a command', () => {
  test('is kept before it is heard, and answered with what its listener returned', async () => {
    const answer = await mia().command('/contract', 'A & B <dana@acme.test>', { channel: 'projects' });
    expect(answer).toMatchObject({ status: 200, body: 'Here is help' });
    expect(heard).toEqual([
      { typed: 'A & B <dana@acme.test>', who: { teamId: 'T0STUDIO1', userId: mia().id, userTeamId: undefined } },
    ]);
    expect(outcomes().at(-1)).toBe('done');
  });

  test('that is refused says so to one person, and a mention in it stays text', async () => {
    fail = no;
    await mia().command('/contract', '', { channel: 'projects' });
    expect(mia().ephemerals.at(-1)?.text).toBe('This contract has not been sent yet, &lt;!channel&gt;.');
    await mia().command('/late', '', { channel: 'projects' });
    await expect
      .poll(() => mia().ephemerals.filter((message) => message.text.includes('not been sent')))
      .toHaveLength(2);
  });

  test('that fails apologises with a reference and shows nothing of the fault', async () => {
    fail = new Error('password=hunter2');
    await mia().command('/contract', '', { channel: 'projects' });
    const said = mia().ephemerals.at(-1)?.text;
    expect(said).toMatch(/reference: [0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(said).not.toContain('hunter2');
  });

  test('nobody listens to, or that cannot be kept, is answered in words', async () => {
    await mia().command('/unknown', '', { channel: 'projects' });
    expect(mia().ephemerals.at(-1)?.text).toContain('does not know this command');
    stage.breakOnce();
    await mia().command('/contract', '', { channel: 'projects' });
    expect(mia().ephemerals.at(-1)?.text).toContain('cannot save anything right now');
    expect(heard).toEqual([]);
  });

  test('from a workspace without installation is heard by nobody, and its writer told so', async () => {
    const answer = await mia().command('/contract', '', { channel: 'projects', teamId: 'T0OTHER00' });
    expect(answer.status).toBe(200);
    expect(heard).toEqual([]);
    await expect.poll(() => mia().ephemerals.at(-1)?.text).toContain('not installed');
  });
});

describe('a modal', () => {
  const open = async (what: string) => {
    await mia().close(undefined, { all: true });
    await mia().command('/contract', what, { channel: 'projects' });
    return await mia().waitForView();
  };

  test('shows each refused field its sentence and keeps what was typed', async () => {
    const view = await open('form');
    mia().set(view, 'client', 'Acme');
    mia().set(view, 'email', 'dana@');
    await mia().submit(view, { force: true });
    expect(mia().openView?.errors).toEqual({
      'contract:terms.email': expect.stringContaining('not an e-mail address'),
    });
  });

  test('shows the sentence of a rule at its field, and at the first when it has none', async () => {
    const view = await open('form');
    mia().set(view, 'client', 'Acme');
    mia().set(view, 'email', 'dana@acme.test');
    fail = new Refusal('client.exists', 'There is a client with this address.', 'email');
    await mia().submit(view);
    expect(mia().openView?.errors).toEqual({ 'contract:terms.email': 'There is a client with this address.' });
    fail = new Error('boom');
    await mia().submit(view);
    expect(mia().openView?.errors).toEqual({ 'contract:terms.client': expect.stringContaining('reference') });
    fail = undefined;
    await mia().submit(view);
    expect(heard.at(-1)).toEqual({ client: 'Acme', email: 'dana@acme.test' });
    expect(mia().openView?.callbackId).toBe('contract:plain');
  });

  test('without fields gives way to the sentence', async () => {
    const view = await open('plain');
    fail = no;
    await mia().submit(view);
    expect(JSON.stringify(mia().openView?.blocks)).toContain('has not been sent yet');
  });
});

describe('a button', () => {
  test('that is refused answers beside its message, to whoever pressed it', async () => {
    const place = await stage.clients.post('T0STUDIO1', stage.team.places.projects.id, {
      text: summary('A card'),
      blocks: [actions([button('Edit', 'contract:edit', 'ctr_1'), button('Old', 'contract:old', 'x')])],
    });
    const message = stage.team.message(place.channel, place.ts);
    if (!message) throw new Error('no message');
    await mia().press(message, 'contract:edit');
    expect(heard).toEqual(['ctr_1']);
    fail = no;
    await mia().press(message, 'contract:edit');
    await expect.poll(() => mia().ephemerals.at(-1)?.text).toContain('has not been sent yet');
    expect((await mia().press(message, 'contract:old')).status).toBe(404);
    const before = mia().ephemerals.length;
    expect((await mia().shortcut(message, 'contract:from-message')).status).toBe(200);
    await expect.poll(() => mia().ephemerals.length).toBe(before + 1);
  });

  test('in a modal or on the home tab is answered by a small modal', async () => {
    const blocks = [actions([button('Edit', 'contract:edit', 'ctr_1')])];
    await stage.clients.publishHome('T0STUDIO1', mia().id, { type: 'home', blocks });
    fail = no;
    await mia().press('home', 'contract:edit');
    await expect.poll(() => JSON.stringify(mia().openView?.blocks)).toContain('has not been sent yet');
    await mia().close(undefined, { all: true });
  });
});

describe('an event', () => {
  test('is answered when its listener has ended, and sent again until that went well', async () => {
    fail = new Error('database gone');
    expect((await mia().openHome('home', { eventId: 'Ev1' })).status).toBe(500);
    expect(stage.kept.get('Ev1')?.outcome).toBe('failed');
    fail = undefined;
    const again = await mia().openHome('home', { eventId: 'Ev1', retry: { num: 1, reason: 'http_error' } });
    expect(again.status).toBe(200);
    expect(heard).toHaveLength(2);
    expect((await mia().openHome('home', { eventId: 'Ev1', retry: { num: 2, reason: 'http_error' } })).status).toBe(
      200,
    );
    expect(heard).toHaveLength(2);
  });

  test('that is refused is done with', async () => {
    fail = no;
    expect((await mia().openHome()).status).toBe(200);
  });
});

describe('what a call to Slack means', () => {
  const post = (channel = stage.team.places.projects.id) =>
    stage.clients.post('T0STUDIO1', channel, { text: summary(md`*Hi* ${'<!here>'}`) });

  test('sent, updated and uploaded', async () => {
    const place = await post();
    await stage.clients.update('T0STUDIO1', place, { text: 'Changed' });
    expect(stage.team.message(place.channel, place.ts)?.text).toBe('Changed');
    const file = {
      channel: place.channel,
      threadTs: place.ts,
      filename: 'a.pdf',
      title: 'A',
      content: new Uint8Array([37, 80]),
    };
    expect(await stage.clients.upload('T0STUDIO1', file)).toMatch(/^F/);
    expect(await stage.clients.userInfo('T0STUDIO1', stage.team.people.guest.id)).toMatchObject({
      name: expect.any(String),
      email: 'dana@acme.test',
      isGuest: true,
      zone: 'Europe/London',
    });
  });

  test('a channel that is not there is final, and says which error', async () => {
    await expect(post('CNOPE')).rejects.toMatchObject({ outcome: 'dead', reason: 'channel_not_found' });
    await expect(stage.clients.post('TNOPE', 'C1', { text: '' })).rejects.toMatchObject({ outcome: 'dead' });
  });

  test('a rate limit is tried again when Slack says', async () => {
    stage.slack.faults.add({ match: 'chat.postMessage', kind: '429', retryAfter: 7 });
    await expect(post()).rejects.toMatchObject({ outcome: 'retry', retryAfterMs: 7000 });
  });

  test('a line that broke leaves a post open, and an update to be done again', async () => {
    const place = await post();
    stage.slack.faults.add({ match: 'chat.postMessage', kind: 'drop-after-accept' });
    await expect(post()).rejects.toMatchObject({ outcome: 'unknown' });
    stage.slack.faults.add({ match: 'chat.update', kind: '5xx' });
    await expect(stage.clients.update('T0STUDIO1', place, { text: 'x' })).rejects.toMatchObject({ outcome: 'retry' });
  });
});
