import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ClockFile } from '../../src/sandbox/clock-file.ts';
import { freePort } from '../../src/sandbox/ports.ts';
import { Run } from '../../src/sandbox/run.ts';
import { startVendors, type Vendors } from '../../src/sandbox/vendors.ts';

let dataDir: string;
let vendors: Vendors;
let run: Run;
let appUrl: string;
let clock: ClockFile;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'sandbox-'));
  clock = new ClockFile(path.join(dataDir, 'clock'));
  vendors = await startVendors({ now: () => clock.now() });
  const appPort = await freePort(41_000 + Math.floor(Math.random() * 8000));
  appUrl = `http://localhost:${appPort}`;
  const command = ['--import', 'tsx', fileURLToPath(new URL('./page-stand-in.ts', import.meta.url))];
  run = new Run(vendors, { root: process.cwd(), command, dataDir, clock, appPort, tell: () => {} });
  await run.open();
});

afterAll(async () => {
  await run.stop();
  await vendors.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const environment = async () => (await (await fetch(`${appUrl}/env`)).json()) as Record<string, string>;

test('opens with two installed workspaces, the first with its profile saved', async () => {
  const [studio, fresh] = run.teams();
  expect(studio?.token).toMatch(/^xoxb-/);
  expect(fresh?.token).toMatch(/^xoxb-/);
  const dm = studio?.dm(studio.people.owner.id).id ?? '';
  await vendors.slack.until(() => studio?.messages(dm).at(-1)?.text === 'Saved Studio Berg', 'the saved profile');
  expect((await environment()).STRIPE_WORKSPACE).toBe(studio?.id);
});

test('time passes in hours, to the next event and by days', async () => {
  const before = run.now().getTime();
  await vendors.slack.until(() => run.nextDue(), 'the next event');
  await run.pass('next');
  expect((run.now().getTime() - before) / 3_600_000).toBeCloseTo(30, 1);
  await run.pass('day');
  expect((run.now().getTime() - before) / 3_600_000).toBeCloseTo(54, 1);
  expect(Number(await readFile(clock.path, 'utf8'))).toBeGreaterThan(50 * 3_600_000);
  expect(run.moving()).toBeUndefined();
});

test('a bank debit settles as time passes, three days after it was sent', async () => {
  const stripe = new Stripe(vendors.stripeSecretKey, {
    host: new URL(vendors.stripeApiUrl).hostname,
    port: new URL(vendors.stripeApiUrl).port,
    protocol: 'http',
  });
  const { id } = await stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: 'http://localhost/done',
    line_items: [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 500, product_data: { name: 'Logo' } } }],
  });
  vendors.stripe.pay(id, 'debit');
  const in3Days = run.now().getTime() + 3 * 86_400_000;
  await vendors.slack.until(() => (run.nextDue()?.getTime() ?? 0) <= in3Days + 5_000, 'the debit as the next event');
  const stateOf = () => vendors.stripe.sessions().find((session) => session.id === id)?.payment_status;
  await run.pass('day');
  await run.pass('day');
  expect(stateOf()).toBe('unpaid');
  await run.pass('day');
  expect(stateOf()).toBe('paid');
});

test('a switch starts the app again with other variables', async () => {
  await run.turn('payments', false);
  await run.turn('model', true);
  const now = await environment();
  expect(now.STRIPE_SECRET_KEY).toBeUndefined();
  expect(now.OPENAI_MODEL).toBe('sandbox-model');
  expect(vendors.model.person).toBe(true);
});

test('starting over gives new workspaces at real time', async () => {
  const [old] = run.teams();
  await run.startOver();
  const [studio] = run.teams();
  expect(studio?.id).not.toBe(old?.id);
  expect((await environment()).STRIPE_WORKSPACE).toBeUndefined();
  expect(Math.abs(run.now().getTime() - Date.now())).toBeLessThan(1000);
});

test('an app that falls is started again, and the page says so meanwhile', async () => {
  await fetch(`${appUrl}/fall`).catch(() => undefined);
  await vendors.slack.until(() => run.app().state === 'down', 'the fall');
  expect(run.app().note).toContain('exit 3');
  await vendors.slack.until(() => run.app().state === 'up', 'the new start', 20_000);
});
