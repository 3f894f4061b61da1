import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { start } from '../../src/main.ts';
import { readConfig } from '../../src/platform/config.ts';
import { type DatabaseHandle, openDatabase } from '../../src/platform/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { ClockFile } from '../../src/sandbox/clock-file.ts';
import { appEnvironment } from '../../src/sandbox/environment.ts';
import { readGauges } from '../../src/sandbox/metrics.ts';
import { fillProfile, installApp } from '../../src/sandbox/onboard.ts';
import { passTime } from '../../src/sandbox/pass-time.ts';
import { freePort } from '../../src/sandbox/ports.ts';
import type { SandboxPerson } from '../../src/sandbox/slack/person.ts';
import type { SandboxMessage } from '../../src/sandbox/slack/shapes.ts';
import type { SandboxTeam } from '../../src/sandbox/slack/team.ts';
import { startVendors, type Vendors } from '../../src/sandbox/vendors.ts';
import { clientBrowser } from './browser.ts';
import { atEnd } from './closing.ts';
import { testDatabase } from './database.ts';

export type WorldOptions = {
  payments?: boolean;
  model?: boolean;
  redisUrl?: string;
  /** Which processes run; all in one by default. */
  roles?: readonly ('all' | 'web' | 'worker')[];
  /** More variables for the app. */
  env?: Record<string, string>;
};

export type World = Awaited<ReturnType<typeof startWorld>>;

/** A Monday morning, so that no story depends on the day on which it is told. */
const START = new Date('2027-01-11T09:00:00Z');
const HOUR = 3_600_000;
/** The app is given this long, in milliseconds; the machine may be doing other things. */
const PATIENCE = 60_000;
let lastPort = 20_000 + Math.floor(Math.random() * 20_000);

async function nextPort(): Promise<number> {
  lastPort = (await freePort(lastPort + 1)) + 0;
  return lastPort;
}

/** The whole app as it runs, on a database of the test's own, against vendors on loopback, in two installed workspaces. */
export async function startWorld(options: WorldOptions = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'retainer-world-'));
  const { url: databaseUrl } = await testDatabase();
  const clock = new ClockFile(path.join(folder, 'clock'));
  clock.moveTo(START);
  const vendors = await startVendors({ now: () => clock.now() });
  const appPort = await nextPort();
  const appUrl = `http://localhost:${appPort}`;
  vendors.connect(appUrl);
  const [team, other] = [
    vendors.slack.addTeam({ name: 'Studio Berg', installed: false }),
    vendors.slack.addTeam({ name: 'Studio Fern', installed: false }),
  ];
  const environment = (port: number, role: string): Record<string, string> => ({
    ...appEnvironment(vendors, {
      appPort: port,
      dataDir: path.join(folder, 'data'),
      clockFile: clock.path,
      databaseUrl,
      team: team.id,
      payments: options.payments ?? true,
      model: options.model ?? false,
    }),
    PUBLIC_URL: appUrl,
    ROLE: role,
    LOG_LEVEL: 'silent',
    ...(options.redisUrl && { REDIS_URL: options.redisUrl }),
    ...options.env,
  });
  const roles = options.roles ?? ['all'];
  const running: { role: string; url: string; stop(): Promise<void> }[] = [];
  const startApp = async (role: string, first: boolean) => {
    const port = first ? appPort : await nextPort();
    const stop = await start(readConfig(environment(port, role)), createLog(process.env.WORLD_LOG ?? 'silent'));
    running.push({ role, url: `http://localhost:${port}`, stop });
  };
  for (const [index, role] of roles.entries()) await startApp(role, index === 0);
  const handle = await openDatabase(databaseUrl, 3);
  for (const each of [team, other]) {
    await installApp(vendors.slack, each);
    await fillProfile(each);
  }
  const passage = { clock, appUrl, onStep: () => undefined, patience: PATIENCE };
  const world = {
    vendors,
    team,
    other,
    mia: team.as(team.people.owner.id),
    jonas: team.as(team.people.member.id),
    fern: other.as(other.people.owner.id),
    appUrl,
    /** Where each process listens, in the order of the roles. */
    urls: () => running.map(({ url }) => url),
    databaseUrl,
    db: handle.db,
    clock,
    folder,
    environment,
    settle: () => settle(appUrl, vendors),
    /** Moves business time on, hour by hour, and waits in each for what falls due. */
    pass: (ms: number) => passTime(passage, new Date(clock.now().getTime() + ms)),
    passTo: (moment: Date) => passTime(passage, moment),
    nextDue: async () => (await readGauges(appUrl))?.nextDue,
    days: (count: number) => count * 24 * HOUR,
    client: () => clientBrowser(appUrl, vendors),
    /** An owner's browser, in by the button on the card or, where nothing is owed, by the one in the settings. */
    desk: async (person: SandboxPerson = team.as(team.people.owner.id)) => {
      const token = await deskToken(vendors, person);
      const browser = clientBrowser(appUrl, vendors);
      await browser.post('/desk/open', { token });
      return browser;
    },
    /** Stops the app's processes, and starts them again: nothing may be lost. */
    restart: async () => {
      for (const { stop } of running.splice(0)) await stop();
      for (const [index, role] of roles.entries()) await startApp(role, index === 0);
    },
    stop: async () => {
      for (const { stop } of running.splice(0)) await stop();
    },
  };
  atEnd(() => close(world, handle));
  return world;
}

async function deskToken({ slack }: Vendors, person: SandboxPerson): Promise<string> {
  const [card] = cardsOf(person.team);
  const before = person.ephemerals.length;
  if (card && textOf(card.blocks).includes('desk:open')) await person.press(card, 'desk:open');
  else {
    await person.command('/retainer', 'settings');
    await person.press(await person.waitForView('workspace:profile'), 'desk:open');
  }
  const shown = () => textOf([person.ephemerals[before]?.blocks, person.openView?.blocks]);
  const token = await slack.until(() => /\/desk#([\w-]{43})/.exec(shown())?.[1], 'the link to the desk');
  await person.close(undefined, { all: true });
  return token;
}

async function close(world: { stop(): Promise<void>; vendors: Vendors; folder: string }, handle: DatabaseHandle) {
  await world.stop();
  await handle.close();
  await world.vendors.stop();
  rmSync(world.folder, { recursive: true, force: true });
}

/** Waits until the app owes nothing and no webhook is under way. */
async function settle(appUrl: string, vendors: Vendors, patience = PATIENCE): Promise<void> {
  const end = Date.now() + patience;
  for (let quiet = 0; quiet < 2; ) {
    await vendors.stripe.idle();
    const gauges = await readGauges(appUrl);
    quiet = gauges?.owed === 0 ? quiet + 1 : 0;
    if (Date.now() > end) throw new Error(`the app still owes ${gauges?.owed} after ${patience} ms`);
    if (quiet < 2) await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** The project's card as it stands, newest first. */
export function cardsOf(team: SandboxTeam): SandboxMessage[] {
  return team.all.filter((message) => message.metadata?.event_type === 'retainer_card').reverse();
}

export function cardOf(team: SandboxTeam): SandboxMessage {
  const [card] = cardsOf(team);
  if (!card) throw new Error(`no card in ${team.name}`);
  return card;
}

export const textOf = (thing: object | undefined) => JSON.stringify(thing ?? {});

/** What the thread under a card says, oldest first. */
export function threadOf(team: SandboxTeam, card = cardOf(team)): string[] {
  return team.thread(card.channel, card.ts).map((message) => message.text);
}
