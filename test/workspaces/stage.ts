import { randomBytes } from 'node:crypto';
import type { App } from '@slack/bolt';
import { clientForm } from '../../src/clients/form.ts';
import { listenToClients } from '../../src/clients/slack.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { createOutbox } from '../../src/platform/outbox.ts';
import type { Core } from '../../src/platform/work.ts';
import { listen } from '../../src/portal/listen.ts';
import { createWeb } from '../../src/portal/web.ts';
import { startVendors, type Vendors } from '../../src/sandbox/vendors.ts';
import { notice } from '../../src/slack/blocks.ts';
import { createSlackApp } from '../../src/slack/bolt.ts';
import { createSlackClients } from '../../src/slack/client.ts';
import type { Who } from '../../src/slack/listen.ts';
import { createSlackReceiver } from '../../src/slack/receiver.ts';
import { authorizeOf } from '../../src/workspaces/authorize.ts';
import { deskRoutes } from '../../src/workspaces/desk-portal.tsx';
import { installRoutes } from '../../src/workspaces/install-portal.tsx';
import { tokenOf } from '../../src/workspaces/installation-read.ts';
import { workspaceEffects } from '../../src/workspaces/jobs.ts';
import { listenToWorkspaces } from '../../src/workspaces/slack.ts';
import { visitOf } from '../../src/workspaces/visit.ts';
import { atEnd } from '../support/closing.ts';
import { testDatabase } from '../support/database.ts';

/** A clock a test sets by hand; business time and machine time are shifted apart like under CLOCK_FILE. */
function handClock() {
  let shift = 0;
  const listeners: (() => void)[] = [];
  return {
    now: () => new Date(Date.now() + shift),
    machine: () => new Date(),
    onShift: (listener: () => void) => void listeners.push(listener),
    stop: () => {},
    forward: (minutes: number) => {
      shift += minutes * 60_000;
      for (const listener of listeners) listener();
    },
  };
}

export type Stage = Awaited<ReturnType<typeof startStage>>;

/** The slices of workspaces and clients alone, on a real database, against the chat workspace on loopback. */
export async function startStage(options: { stripeTeam?: string } = {}) {
  const { url } = await testDatabase();
  const { db, close } = await openDatabase(url, 4);
  const clock = handClock();
  const log = createLog('silent');
  const core: Core = {
    db,
    clock,
    log,
    keys: { current: randomBytes(32), old: [] },
    hearers: { withinAny: [], within: {}, afterAny: [], after: {} },
    ring: () => {},
  };
  const vendors = await startVendors({ now: clock.now });
  const { slack: chat } = vendors;
  const slackConfig = {
    mode: 'oauth' as const,
    signingSecret: chat.signingSecret,
    clientId: chat.clientId,
    clientSecret: chat.clientSecret,
    apiUrl: vendors.slackApiUrl,
  };
  const config = {
    publicUrl: '',
    slack: slackConfig,
    stripe: options.stripeTeam
      ? {
          secretKey: 'sk_test_x',
          webhookSecrets: ['w'],
          livemode: false,
          workspace: options.stripeTeam,
          apiUrl: undefined,
        }
      : undefined,
  };
  const slack = createSlackClients({ slackApiUrl: vendors.slackApiUrl, tokenOf: (id) => tokenOf(core, id), log });
  const receiver = createSlackReceiver({
    signingSecret: chat.signingSecret,
    machine: clock.machine,
    slackApiUrl: vendors.slackApiUrl,
    remember: async () => 'new',
    log,
  });
  const app: App = createSlackApp({ receiver, authorize: authorizeOf(core), slackApiUrl: vendors.slackApiUrl, log });
  const wanted: { command: string; text: string; channelId: string | undefined }[] = [];
  listenToWorkspaces(app, {
    core,
    config,
    slack,
    goOn: {
      '/contract': async (_visit, text, channelId) => {
        wanted.push({ command: '/contract', text, channelId });
        return notice('New contract', text || 'What did you agree on?');
      },
    },
  });
  listenToClients(app, { core, visit: (who: Who) => visitOf(core, slack, who) });
  // The port is known only once it listens, and the routes need it, so it is taken first.
  const probe = await listen({ port: 0, log });
  await probe.close();
  config.publicUrl = `http://localhost:${probe.port}`;
  const web = createWeb({ publicUrl: config.publicUrl, trustProxy: 0, log });
  installRoutes(web, { core, config });
  deskRoutes(web, { core, slack, config });
  const server = await listen({ port: probe.port, log });
  await server.serve({ web, slack: (req, res) => void receiver.handle(req, res) });
  vendors.connect(config.publicUrl);
  const outbox = createOutbox(db, workspaceEffects({ core, slack }), log);
  atEnd(async () => {
    await server.close();
    await vendors.stop();
    await close();
  });
  return { core, clock, chat, config, slack, vendors: vendors as Vendors, outbox, wanted, clientForm };
}

/** A browser in as much as it keeps cookies and says where a form comes from. */
export function browser(base: string) {
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    jar,
    get: async (path: string) =>
      keep(await fetch(new URL(path, base), { headers: { cookie: cookie() }, redirect: 'manual' })),
    post: async (path: string, form: Record<string, string>) =>
      keep(
        await fetch(new URL(path, base), {
          method: 'POST',
          headers: { cookie: cookie(), origin: new URL(base).origin, 'sec-fetch-site': 'same-origin' },
          body: new URLSearchParams(form),
          redirect: 'manual',
        }),
      ),
  };
}

export const profile = {
  name: 'Studio Berg',
  address: 'Torstr. 1\n10119 Berlin',
  country: 'DE',
  email: 'mia@studio-berg.test',
  zone: 'Europe/Berlin',
  currency: 'EUR',
  taxRate: '19',
  deposit: '50',
  netDays: '14',
};
