import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createLedger, type Ledger } from './ledger.ts';
import { listen } from './listen.ts';
import { createMailbox, type SandboxMailbox } from './mailbox/mailbox.ts';
import { createModel, type SandboxModel } from './model/model.ts';
import { createSlack, type SandboxSlack, type SlackOptions } from './slack/slack.ts';
import { createStripe, type SandboxStripe } from './stripe/stripe.ts';

type Routes = Hono<{ Bindings: HttpBindings }>;

export interface VendorOptions {
  /** 0 takes a free one. */
  port?: number;
  /** Business time, for the ledger and for what the page shows. */
  now?: () => Date;
  slack?: Omit<SlackOptions, 'ledger' | 'now'>;
  /** More routes on the same port, put there before it listens: the page. */
  mount?: (vendors: Omit<Vendors, 'stop'>) => Promise<Routes>;
}

/** All vendors of the app, on one loopback port. */
export interface Vendors {
  slack: SandboxSlack;
  stripe: SandboxStripe;
  mailbox: SandboxMailbox;
  model: SandboxModel;
  ledger: Ledger;
  /** `http://localhost:<port>`, without a slash at the end. */
  url: string;
  slackApiUrl: string;
  stripeApiUrl: string;
  stripeSecretKey: string;
  stripeWebhookSecret: string;
  modelBaseUrl: string;
  smtpUrl: string;
  /** Tells every vendor where the app listens. */
  connect(url: string): void;
  stop(): Promise<void>;
}

const STRIPE_KEY = 'sk_test_sandbox';
const STRIPE_WEBHOOK_SECRET = 'whsec_sandbox';

export async function startVendors(options: VendorOptions = {}): Promise<Vendors> {
  const ledger = createLedger(options.now ? { now: options.now } : {});
  const slack = createSlack({ ...options.slack, ledger, ...(options.now ? { now: options.now } : {}) });
  const stripe = createStripe({
    ledger,
    secretKey: STRIPE_KEY,
    webhookSecrets: [STRIPE_WEBHOOK_SECRET],
    businessName: 'Studio Berg',
  });
  const model = createModel({ ledger });
  let appUrl: string | undefined;
  const mailbox = await createMailbox({
    ledger,
    portalBase: () => appUrl,
    ...(options.now ? { now: options.now } : {}),
  });
  let routes: Routes | undefined;
  const server = await listen(
    (request, env) => routes?.fetch(request, env) ?? new Response('starting', { status: 503 }),
    options.port,
  );
  slack.listensAt(server.url);
  const vendors = {
    slack,
    stripe,
    mailbox,
    model,
    ledger,
    url: server.url,
    slackApiUrl: `${server.url}/api/`,
    stripeApiUrl: server.url,
    stripeSecretKey: STRIPE_KEY,
    stripeWebhookSecret: STRIPE_WEBHOOK_SECRET,
    modelBaseUrl: `${server.url}/model/v1`,
    smtpUrl: mailbox.smtpUrl,
    connect(url: string) {
      appUrl = url.replace(/\/$/, '');
      slack.connect(appUrl);
      stripe.setWebhookUrl(`${appUrl}/stripe/webhook`);
    },
  };
  const all = new Hono<{ Bindings: HttpBindings }>();
  for (const vendor of [slack, stripe, mailbox, model]) all.route('/', vendor.routes);
  if (options.mount) all.route('/', await options.mount(vendors));
  routes = all;
  return {
    ...vendors,
    async stop() {
      await Promise.all([stripe.stop(), mailbox.stop(), model.stop()]);
      await server.close();
    },
  };
}
