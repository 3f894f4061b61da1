import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../src/platform/postgres.ts';
import { appEnvironment } from '../src/sandbox/environment.ts';
import { readGauges } from '../src/sandbox/metrics.ts';
import { fillProfile, installApp } from '../src/sandbox/onboard.ts';
import type { SeededTeam } from '../src/sandbox/slack/seed.ts';
import { startVendors, type Vendors } from '../src/sandbox/vendors.ts';
import { clientBrowser } from '../test/support/browser.ts';
import { BUILT, serving } from './child.ts';

const quiet = { info: () => {}, warn: () => {}, error: console.error };

export type Ground = Awaited<ReturnType<typeof layGround>>;

/**
 * What the questions stand on: a PostgreSQL that keeps what it says it keeps, and in it a studio with a business profile
 * and one issued invoice, both made through the app's own door. Each question gets copies of that database.
 */
export async function layGround() {
  const folder = mkdtempSync(path.join(tmpdir(), 'retainer-bench-'));
  const postgres = await startPostgres({ dataDir: path.join(folder, 'data'), log: quiet });
  const admin = new pg.Pool({ connectionString: postgres.url, max: 1 });
  admin.on('error', () => {});
  const urlOf = (name: string) => Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
  let count = 0;
  const database = async (template?: string) => {
    count += 1;
    const name = `bench_${count}`;
    await admin.query(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`);
    return { name, url: urlOf(name) };
  };
  const vendors = await startVendors();
  const key = randomBytes(32).toString('base64');
  const environment = (databaseUrl: string, team: string, more: Record<string, string> = {}) => {
    const setting = {
      appPort: 0,
      dataDir: path.join(folder, 'app'),
      clockFile: path.join(folder, 'clock'),
      databaseUrl,
      team,
      payments: true,
      model: false,
    };
    // Whoever starts the app knows its port.
    const { PORT: _, PUBLIC_URL: __, ...rest } = appEnvironment(vendors, setting);
    return { ...rest, ENCRYPTION_KEY: key, ...more };
  };
  const studio = await makeStudio(vendors, await database(), environment);
  return {
    folder,
    vendors,
    team: studio.team,
    /** A copy of the studio's database. */
    studio: async () => (await database(studio.template)).url,
    emptyDatabase: async () => (await database()).url,
    environment: (databaseUrl: string, more: Record<string, string> = {}) =>
      environment(databaseUrl, studio.team.id, more),
    stop: async () => {
      await vendors.stop();
      await admin.end();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeStudio(
  vendors: Vendors,
  database: { name: string; url: string },
  environment: (databaseUrl: string, team: string) => Record<string, string>,
): Promise<{ template: string; team: SeededTeam }> {
  const team = vendors.slack.addTeam({ name: 'Studio Berg', installed: false });
  const app = await serving(BUILT, environment(database.url, team.id));
  vendors.connect(`http://localhost:${app.port}`);
  await installApp(vendors.slack, team);
  await fillProfile(team);
  await issueInvoice(team);
  await untilSettled(app.port);
  await giveBankDetails(vendors, team, `http://localhost:${app.port}`);
  await untilSettled(app.port);
  await app.stop();
  return { template: database.name, team };
}

/** Typed at the desk, as an owner does who comes by the button on the card. */
async function giveBankDetails(vendors: Vendors, team: SeededTeam, appUrl: string): Promise<void> {
  const owner = team.as(team.people.owner.id);
  const card = team.all.find((message) => message.metadata?.event_type === 'retainer_card');
  if (!card) throw new Error('the invoice has no card');
  await owner.press(card, 'desk:open');
  const linkIn = (message: object) => /\/desk#([\w-]{43})/.exec(JSON.stringify(message))?.[1];
  const token = await vendors.slack.until(
    () => owner.ephemerals.map(linkIn).find((link) => link !== undefined),
    'the link to the desk',
  );
  const browser = clientBrowser(appUrl, vendors);
  await browser.post('/desk/open', { token });
  await browser.get('/desk/bank');
  const page = await browser.submit('bank:save', { holder: 'Mia Berg', iban: 'DE89370400440532013000' });
  if (page.status !== 200) throw new Error(`no bank details: ${page.status} ${page.html.slice(0, 300)}`);
}

async function untilSettled(port: number): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(100)) {
    if ((await readGauges(`http://localhost:${port}`))?.owed === 0) return;
  }
  throw new Error('the app still owes something after 30 s');
}

/** Types `/invoice` and sends its form. */
export async function issueInvoice(team: SeededTeam): Promise<void> {
  const owner = team.as(team.people.owner.id);
  await owner.command('/invoice');
  const view = await owner.waitForView('invoice:issue', 10_000);
  await owner.fill(view, { client: 'Acme GmbH', email: 'dana@acme.test', title: 'Logo retouch', fee: '500' });
  const sent = await owner.submit(view);
  if (!sent.sent || Object.keys(sent.errors).length > 0) throw new Error(`not issued: ${JSON.stringify(sent)}`);
  await owner.close(undefined, { all: true });
}
