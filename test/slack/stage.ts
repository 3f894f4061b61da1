import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '@slack/bolt';
import { createLog } from '../../src/platform/log.ts';
import { listen } from '../../src/sandbox/listen.ts';
import type { SeededTeam } from '../../src/sandbox/slack/seed.ts';
import { createSlack, type SandboxSlack } from '../../src/sandbox/slack/slack.ts';
import { createSlackApp } from '../../src/slack/bolt.ts';
import { createSlackClients, type SlackClients } from '../../src/slack/client.ts';
import { createSlackReceiver, type Delivery } from '../../src/slack/receiver.ts';

export type Stage = {
  slack: SandboxSlack;
  team: SeededTeam;
  app: App;
  clients: SlackClients;
  /** What the receiver kept, by external id, and how it ended. */
  kept: Map<string, { delivery: Delivery; outcome?: string }>;
  appUrl: string;
  /** The next `remember` fails. */
  breakOnce(): void;
  stop(): Promise<void>;
};

/** The kit's receiver, Bolt and clients against the sandbox, all on loopback. */
export async function openStage(): Promise<Stage> {
  const slack = createSlack();
  const api = await listen(slack.routes.fetch);
  slack.listensAt(api.url);
  const slackApiUrl = `${api.url}/api/`;
  const team = slack.addTeam({ id: 'T0STUDIO1' });
  const log = createLog('silent');
  const kept: Stage['kept'] = new Map();
  let broken = false;
  const receiver = createSlackReceiver({
    signingSecret: slack.signingSecret,
    slackApiUrl,
    machine: () => new Date(),
    remember: async (delivery) => {
      if (broken) {
        broken = false;
        throw new Error('no database');
      }
      const known = kept.get(delivery.externalId);
      if (known && known.outcome !== 'failed') return 'seen';
      kept.set(delivery.externalId, { delivery });
      return 'new';
    },
    settle: async (delivery, outcome) => {
      kept.set(delivery.externalId, { delivery, outcome });
    },
    log,
  });
  const app = createSlackApp({
    receiver,
    slackApiUrl,
    log,
    authorize: async ({ teamId }) => {
      const found = teamId ? slack.world.teams.get(teamId) : undefined;
      if (!found?.token) throw new Error('not installed');
      return { botToken: found.token, botId: found.botId, botUserId: found.botUserId, teamId: found.id };
    },
  });
  const server: Server = createServer((req, res) => void receiver.handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  slack.connect(appUrl);
  const clients = createSlackClients({
    slackApiUrl,
    tokenOf: async (id) => slack.world.teams.get(id)?.token,
    log,
  });
  return {
    slack,
    team,
    app,
    clients,
    kept,
    appUrl,
    breakOnce: () => {
      broken = true;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await api.close();
    },
  };
}
