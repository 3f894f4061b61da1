import { Hono } from 'hono';
import { createFaults } from '../faults.ts';
import { createLedger, type Ledger } from '../ledger.ts';
import { type Answer, Deliver, type DeliveryOptions } from './deliver.ts';
import { fileRoutes } from './file-routes.ts';
import { secret, slackId } from './ids.ts';
import { installToken, oauthRoutes } from './oauth.ts';
import { responseRoutes } from './response-url.ts';
import { type SeededTeam, seedTeam, type TeamPlan } from './seed.ts';
import { SandboxTeam } from './team.ts';
import { type Env, webApi } from './web-api.ts';
import type { Offer, SlackFault, SlackWorld } from './world.ts';

export interface SlackOptions {
  ledger?: Ledger;
  /** Business time, for what the page shows; machine time when unset. */
  now?: () => Date;
  signingSecret?: string;
  clientId?: string;
  clientSecret?: string;
  offer?: Offer;
}

export type SandboxSlack = ReturnType<typeof createSlack>;

/** A chat workspace server that speaks Slack's protocol: `routes` for the app, the rest for whoever drives it. */
export function createSlack(options: SlackOptions = {}) {
  const listeners = new Set<() => void>();
  const world = newWorld(options, listeners);
  const routes = new Hono<Env>();
  routes
    .route('/', webApi(world))
    .route('/', oauthRoutes(world))
    .route('/', responseRoutes(world))
    .route('/', fileRoutes(world));

  return {
    routes,
    world,
    ledger: world.ledger,
    faults: world.faults,
    get signingSecret() {
      return world.signingSecret;
    },
    get clientId() {
      return world.clientId;
    },
    get clientSecret() {
      return world.clientSecret;
    },
    /** Where this server is reached; `startVendors` sets it. */
    listensAt(origin: string) {
      world.origin = origin;
    },
    /** Where the app listens: deliveries go to `<appUrl>/slack/events`. */
    connect(appUrl: string) {
      world.appUrl = appUrl.replace(/\/$/, '');
    },
    /** A workspace with four people and four channels; `installed` (the default) gives it a bot token at once. */
    addTeam(plan: TeamPlan = {}): SeededTeam {
      const team = new SandboxTeam(world, plan.id ?? slackId('T'), plan.name ?? 'Studio Berg');
      world.teams.set(team.id, team);
      if (plan.installed ?? true) installToken(team, 'all');
      return seedTeam(team, plan);
    },
    removeTeam(id: string) {
      world.teams.delete(id);
      world.changed();
    },
    team(id: string): SandboxTeam {
      const found = world.teams.get(id);
      if (!found) throw new Error(`no workspace ${id}`);
      return found;
    },
    /** Installs by OAuth, as a browser would: `/slack/install`, the consent page, the app's redirect. */
    install: (teamId: string, userId: string) => install(world, teamId, userId),
    event: (
      teamId: string,
      event: Record<string, unknown>,
      how?: DeliveryOptions & { eventId?: string },
    ): Promise<Answer> => {
      const team = world.teams.get(teamId);
      if (!team) throw new Error(`no workspace ${teamId}`);
      return world.deliver.event(team, event, how);
    },
    onChange(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Waits until the finder finds something, looking at every change. */
    until: world.until,
  };
}

function newWorld(options: SlackOptions, listeners: Set<() => void>): SlackWorld {
  const ledger = options.ledger ?? createLedger(options.now ? { now: options.now } : {});
  const world: SlackWorld = {
    ledger,
    faults: createFaults<SlackFault>(),
    deliver: new Deliver(() => world),
    appId: slackId('A'),
    clientId: options.clientId ?? '1000000000.2000000000',
    clientSecret: options.clientSecret ?? secret(16),
    signingSecret: options.signingSecret ?? secret(16),
    origin: 'http://localhost:4000',
    appUrl: 'http://localhost:3000',
    offer: options.offer,
    triggerLife: 3000,
    now: options.now ?? (() => new Date()),
    teams: new Map(),
    triggers: new Map(),
    targets: new Map(),
    files: new Map(),
    codes: new Map(),
    changed() {
      for (const listener of listeners) listener();
    },
    until: (found, what, ms) => until(listeners, found, what, ms),
  };
  return world;
}

async function until<T>(
  listeners: Set<() => void>,
  found: () => T | undefined | false | null,
  what: string,
  ms = 5000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const result = found();
    if (result) return result;
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await new Promise<void>((resolve) => {
      const go = () => {
        clearTimeout(timer);
        listeners.delete(go);
        resolve();
      };
      const timer = setTimeout(go, 25);
      listeners.add(go);
    });
  }
}

async function install(world: SlackWorld, teamId: string, userId: string): Promise<Response> {
  const start = await fetch(`${world.appUrl}/slack/install`, { redirect: 'manual' });
  const cookies = start.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
  const location = start.headers.get('location') ?? linkIn(await start.text(), `${world.origin}/oauth/v2/authorize`);
  if (!location) throw new Error(`/slack/install led nowhere (${start.status})`);
  const consent = new URL(location);
  consent.searchParams.set('team', teamId);
  consent.searchParams.set('user', userId);
  const approved = await fetch(consent, { redirect: 'manual' });
  const back = approved.headers.get('location');
  if (!back) throw new Error(`the consent page answered ${approved.status}: ${await approved.text()}`);
  return await fetch(back, { headers: { cookie: cookies }, redirect: 'manual' });
}

/** Bolt's own install page is a page with a link. */
function linkIn(page: string, start: string): string | undefined {
  const links = [...page.matchAll(/href="([^"]+)"/g)].map((match) => match[1]?.replaceAll('&amp;', '&') ?? '');
  return links.find((link) => link.startsWith(start));
}
