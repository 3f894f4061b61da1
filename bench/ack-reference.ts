/**
 * The reference for acknowledging: a bare Bolt app behind the same receiver. It keeps the request with the same insert,
 * acknowledges as Bolt's own guide does, looks up whether the person may act, and opens the modal it was given.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { App } from '@slack/bolt';
import { openDatabase } from '../src/platform/database.ts';
import { remember, settle } from '../src/platform/inbox.ts';
import { createLog } from '../src/platform/log.ts';
import { createSlackReceiver } from '../src/slack/receiver.ts';
import { visitRow } from '../src/workspaces/read.ts';

const { PORT, DATABASE_URL = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '', VIEW_FILE = '' } = process.env;
const { db } = await openDatabase(DATABASE_URL);
const receiver = createSlackReceiver({
  signingSecret: SLACK_SIGNING_SECRET,
  machine: () => new Date(),
  slackApiUrl: SLACK_API_URL,
  remember: ({ team, externalId }) => remember(db, 'slack', team, externalId),
  settle: ({ team, externalId }, outcome) => settle(db, 'slack', team, externalId, outcome),
  log: createLog('warn'),
});
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench', botUserId: 'U0BOT' }),
  clientOptions: { slackApiUrl: SLACK_API_URL },
  convoStore: false,
});
const view = JSON.parse(readFileSync(VIEW_FILE, 'utf8'));
app.command('/invoice', async ({ ack, client, body }) => {
  await ack();
  const known = await visitRow(db, body.team_id, body.user_id);
  if (known?.workspace.state !== 'installed' || known.member?.state !== 'active') throw new Error('not a member');
  await client.views.open({ trigger_id: body.trigger_id, view });
});
process.once('SIGTERM', () => process.exit(0));
createServer((req, res) => {
  if (req.method === 'POST') void receiver.handle(req, res);
  else res.end('ok');
}).listen(Number(PORT));
