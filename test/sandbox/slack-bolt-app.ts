import { App, type Authorize, HTTPReceiver, LogLevel, type types } from '@slack/bolt';
import { listen } from '../../src/sandbox/listen.ts';
import type { SeededTeam } from '../../src/sandbox/slack/seed.ts';
import { createSlack, type SandboxSlack } from '../../src/sandbox/slack/slack.ts';

const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text });

/** The form the sample app opens: one input of each kind that matters here. */
const form = (note?: string): types.ModalView => ({
  type: 'modal',
  callback_id: 'contract:terms',
  private_metadata: JSON.stringify({ v: 1 }),
  notify_on_close: true,
  title: plain('New contract'),
  submit: plain('Draft'),
  blocks: [
    ...(note ? [{ type: 'section', text: plain(note) } satisfies types.SectionBlock] : []),
    {
      type: 'input',
      block_id: 'email',
      label: plain('E-mail'),
      element: { type: 'email_text_input', action_id: 'email' },
    },
    {
      type: 'input',
      block_id: 'note',
      optional: true,
      label: plain('Note'),
      element: { type: 'plain_text_input', action_id: 'note' },
    },
    {
      type: 'input',
      block_id: 'currency',
      label: plain('Currency'),
      element: {
        type: 'static_select',
        action_id: 'currency',
        options: ['EUR', 'USD'].map((each) => ({ text: plain(each), value: each })),
      },
    },
    {
      type: 'input',
      block_id: 'start',
      optional: true,
      label: plain('Start'),
      element: { type: 'datepicker', action_id: 'startOn' },
    },
  ],
});

export interface Running {
  slack: SandboxSlack;
  team: SeededTeam;
  app: App;
  seen: Record<string, unknown>[];
  stop(): Promise<void>;
}

/** A real Bolt app against the sandbox, both on loopback. */
export async function startBoltApp(): Promise<Running> {
  const slack = createSlack();
  const server = await listen(slack.routes.fetch);
  slack.listensAt(server.url);
  const team = slack.addTeam({ id: 'T0STUDIO1' });
  const bolt = await boltAppFor(slack);
  return {
    ...bolt,
    slack,
    team,
    async stop() {
      await bolt.app.stop();
      await server.close();
    },
  };
}

/** The sample app for a chat workspace that listens already. */
export async function boltAppFor(slack: SandboxSlack) {
  const seen: Record<string, unknown>[] = [];
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    endpoints: ['/slack/events'],
    logLevel: LogLevel.ERROR,
  });
  const authorize: Authorize<boolean> = async ({ teamId }) => {
    const found = teamId ? slack.world.teams.get(teamId) : undefined;
    if (!found?.token) throw new Error(`not installed in ${teamId}`);
    return { botToken: found.token, botId: found.botId, botUserId: found.botUserId };
  };
  const app = new App({
    receiver,
    authorize,
    logLevel: LogLevel.ERROR,
    convoStore: false,
    clientOptions: {
      slackApiUrl: `${slack.world.origin}/api/`,
      timeout: 2000,
      retryConfig: { retries: 3, minTimeout: 20, maxTimeout: 50 },
    },
  });
  app.use(async ({ body, context, next }) => {
    seen.push({ ...body, retryNum: context.retryNum });
    await next();
  });
  listeners(app);
  await app.start(0);
  const address = (receiver as unknown as { server: { address(): { port: number } } }).server.address();
  const url = `http://localhost:${address.port}`;
  slack.connect(url);
  return { app, seen, url };
}

function listeners(app: App) {
  app.error(async () => {});
  app.command('/contract', async ({ ack, body, client, command }) => {
    if (command.text === 'help') return await ack({ text: `Try \`/contract\` with a brief, ${body.user_name}` });
    if (command.text === 'slow') await new Promise((resolve) => setTimeout(resolve, 400));
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: form(command.text || undefined) });
  });
  app.view('contract:terms', async ({ ack, view, client, body }) => {
    const email = view.state.values.email?.email?.value ?? '';
    if (email.endsWith('@nowhere.test'))
      return await ack({ response_action: 'errors', errors: { email: 'We can’t write there' } });
    if (email.endsWith('@more.test')) return await ack({ response_action: 'update', view: form('One more thing') });
    if (email.endsWith('@deeper.test')) return await ack({ response_action: 'push', view: form('Deeper') });
    if (email.endsWith('@broken.test'))
      return await ack({ response_action: 'errors', errors: { nothing: 'no such block' } });
    await ack();
    await client.chat.postMessage({
      channel: body.user.id,
      text: `Draft for ${email}`,
      metadata: { event_type: 'retainer_card', event_payload: { project: 'prj_1', state: 'draft', revision: 1 } },
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `*Draft* for ${email}` } },
        {
          type: 'actions',
          block_id: 'acts',
          elements: [
            {
              type: 'button',
              action_id: 'contract:send',
              style: 'primary',
              text: plain('Sign and send'),
              value: 'ctr_1',
            },
            { type: 'button', action_id: 'contract:discard', style: 'danger', text: plain('Discard') },
            { type: 'overflow', action_id: 'contract:more', options: [{ text: plain('PDF'), value: 'pdf' }] },
          ],
        },
      ],
    });
  });
  app.view({ callback_id: 'contract:terms', type: 'view_closed' }, async ({ ack }) => await ack());
  app.action('contract:send', async ({ ack, body, respond, client }) => {
    await ack();
    if (body.type === 'block_actions' && body.message && body.channel) {
      await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: 'Sent', blocks: [] });
      await client.chat.postMessage({ channel: body.channel.id, thread_ts: body.message.ts, text: 'Sent to Dana' });
    }
    await respond({ text: 'On its way', replace_original: false });
  });
  app.action('contract:discard', async ({ ack, respond }) => {
    await ack();
    await respond({ delete_original: true });
  });
  app.action(/contract:more|home:refresh/, async ({ ack }) => await ack());
  app.shortcut('contract:from-message', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({
      trigger_id: shortcut.trigger_id,
      view: form('message' in shortcut ? String(shortcut.message.text) : ''),
    });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: {
        type: 'home',
        blocks: [
          { type: 'header', text: plain('Needs attention') },
          { type: 'actions', elements: [{ type: 'button', action_id: 'home:refresh', text: plain('Look again') }] },
        ],
      },
    });
  });
}
