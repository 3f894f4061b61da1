import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createLedger, type Ledger } from './ledger.ts';
import { listen } from './listen.ts';
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
  mount?: (vendors: Omit<Vendors, 'stop'>) => Routes;
}

/** All vendors of the app, on one loopback port. */
export interface Vendors {
  slack: SandboxSlack;
  stripe: SandboxStripe;
  ledger: Ledger;
  /** `http://localhost:<port>`, without a slash at the end. */
  url: string;
  slackApiUrl: string;
  stripeApiUrl: string;
  stripeSecretKey: string;
  stripeWebhookSecret: string;
  /** Tells every vendor where the app listens. */
  connect(appUrl: string): void;
  stop(): Promise<void>;
}

const STRIPE_KEY = 'sk_test_sandbox';
const STRIPE_WEBHOOK_SECRET = 'whsec_sandbox';

export async function startVendors(options: VendorOptions = {}): Promise<Vendors> {
  const ledger = createLedger(options.now ? { now: options.now } : {});
  const slack = createSlack({ ...options.slack, ledger, ...(options.now ? { now: options.now } : {}) });
  const stripe = createStripe({ ledger, secretKey: STRIPE_KEY, webhookSecrets: [STRIPE_WEBHOOK_SECRET] });
  let routes: Routes | undefined;
  const server = await listen(
    (request, env) => routes?.fetch(request, env) ?? new Response('starting', { status: 503 }),
    options.port,
  );
  slack.listensAt(server.url);
  const vendors = {
    slack,
    stripe,
    ledger,
    url: server.url,
    slackApiUrl: `${server.url}/api/`,
    stripeApiUrl: server.url,
    stripeSecretKey: STRIPE_KEY,
    stripeWebhookSecret: STRIPE_WEBHOOK_SECRET,
    connect(appUrl: string) {
      slack.connect(appUrl);
      stripe.setWebhookUrl(`${appUrl}/stripe/webhook`);
    },
  };
  routes = new Hono<{ Bindings: HttpBindings }>();
  routes.route('/', slack.routes).route('/', stripe.routes);
  if (options.mount) routes.route('/', options.mount(vendors));
  return {
    ...vendors,
    async stop() {
      await stripe.stop();
      await server.close();
    },
  };
}
