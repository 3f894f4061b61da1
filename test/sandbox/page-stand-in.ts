/** A small program in place of the built app: installs by OAuth, has a profile form, gauges, and falls when told to. */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { App, type Authorize, HTTPReceiver, LogLevel, type types } from '@slack/bolt';
import webapi from '@slack/web-api';

const env = process.env as Record<string, string>;
const slackApiUrl = env.SLACK_API_URL!;
const tokens = new Map<string, string>();
const receiver = new HTTPReceiver({
  signingSecret: env.SLACK_SIGNING_SECRET!,
  endpoints: ['/slack/events'],
  logLevel: LogLevel.ERROR,
});
const authorize: Authorize<boolean> = async ({ teamId }) => ({ botToken: tokens.get(teamId ?? '') ?? 'none' });
const app = new App({
  receiver,
  authorize,
  convoStore: false,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl },
  deferInitialization: true,
});
await app.init();

const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text });
const field = (name: string): types.InputBlock => ({
  type: 'input',
  block_id: name,
  label: plain(name),
  element: { type: 'plain_text_input', action_id: name },
});
app.command('/retainer', async ({ ack, client, body }) => {
  await ack();
  await client.views.open({
    trigger_id: body.trigger_id,
    view: {
      type: 'modal',
      callback_id: 'workspace:profile',
      title: plain('Your business'),
      submit: plain('Save'),
      blocks: ['name', 'country', 'deposit'].map(field),
    },
  });
});
app.view('workspace:profile', async ({ ack, client, view, body }) => {
  await ack();
  await client.chat.postMessage({ channel: body.user.id, text: `Saved ${view.state.values.name?.name?.value}` });
});

/** Three things are due, every thirty hours from the start of the clock. */
function gauges(): string {
  const shift = Number(readFileSync(env.CLOCK_FILE!, 'utf8'));
  const due = [30, 60, 90].map((hours) => started + hours * 3_600_000).find((each) => each > Date.now() + shift);
  return `# HELP x\nretainer_owed{kind="effect"} 0\n${due ? `retainer_next_due_timestamp_seconds ${Math.floor(due / 1000)}\n` : ''}`;
}
const started = Date.now();

async function installed(url: URL): Promise<string> {
  const answer = await new webapi.WebClient(undefined, { slackApiUrl }).oauth.v2.access({
    client_id: env.SLACK_CLIENT_ID!,
    client_secret: env.SLACK_CLIENT_SECRET!,
    code: url.searchParams.get('code') ?? '',
    redirect_uri: `${env.PUBLIC_URL}/slack/oauth_redirect`,
  });
  tokens.set(answer.team!.id!, answer.access_token!);
  return 'installed';
}

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', env.PUBLIC_URL);
  if (url.pathname === '/slack/events') return receiver.requestListener(request, response);
  if (url.pathname === '/fall') process.exit(3);
  if (url.pathname === '/slack/install') {
    const consent = new URL('/oauth/v2/authorize', slackApiUrl);
    consent.search = new URLSearchParams({
      client_id: env.SLACK_CLIENT_ID!,
      scope: 'chat:write,im:write,commands',
      state: 's',
      redirect_uri: `${env.PUBLIC_URL}/slack/oauth_redirect`,
    }).toString();
    return response.writeHead(302, { location: consent.href }).end();
  }
  const pages: Record<string, () => Promise<string> | string> = {
    '/readyz': () => 'ready',
    '/metrics': gauges,
    '/slack/oauth_redirect': () => installed(url),
    '/env': () => JSON.stringify(env),
  };
  response.end(await pages[url.pathname]?.());
});
server.listen(Number(env.PORT), 'localhost');
process.on('SIGTERM', () => process.exit(0));
