import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../src/sandbox/ports.ts';
import { answerQuestion, draft, draftAndSend, giveBank } from '../support/acts.ts';
import { type AppProcess, spawnApp, startProcess } from '../support/child.ts';
import { gateTo } from '../support/gate.ts';
import { checkInvariants } from '../support/invariants.ts';
import { cardOf, startWorld, type World } from '../support/world.ts';

let world: World;
let app: AppProcess | undefined;
beforeAll(async () => {
  world = await startWorld();
  await world.stop();
});
afterEach(async () => {
  await app?.kill();
  app = undefined;
});

const brief = (email: string) => `Logo for Acme (${email}), EUR 900, 50% deposit, done by 30 April 2027`;
const ready = async (url = world.appUrl) => {
  const answer = await fetch(`${url}/readyz`);
  return { status: answer.status, ...((await answer.json()) as Record<string, unknown>) };
};

/** As the preview's button does, without waiting for what it causes. */
async function send(): Promise<void> {
  const { mia } = world;
  await mia.press(cardOf(world.team), 'contract:send');
  const preview = await mia.waitForView('contract:send');
  await mia.fill(preview, { name: 'Mia Berg', consent: ['yes'] });
  await mia.submit(preview);
}

/** A form that is sent slowly: its end comes when it is told to. */
async function slowPage(): Promise<{ finish(): Promise<number | undefined> }> {
  const { port } = new URL(world.appUrl);
  const sending = request({
    host: '127.0.0.1',
    port,
    path: '/portal/open',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': 11, origin: world.appUrl },
  });
  const answered = new Promise<number | undefined>((resolve, reject) => {
    sending.once('response', (response) => resolve(response.statusCode)).once('error', reject);
  });
  await new Promise<void>((resolve) => sending.write('token=', () => resolve()));
  await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    finish: () => {
      sending.end('guess');
      return answered;
    },
  };
}

describe('told to stop', () => {
  test('while a mail is stuck and a page is asked for, it ends within ten seconds, and the next start sends the mail once', async () => {
    const { mailbox, slack } = world.vendors;
    app = await startProcess(world);
    await draft(world, brief('stuck@acme.test'));
    mailbox.faults.add({ match: 'stuck@acme.test', kind: 'timeout' });
    slack.faults.add({ match: 'chat.*', kind: 'timeout', times: 3 });
    await send();
    const page = await slowPage();
    const began = performance.now();
    const over = app.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 500));
    // The token is a guess; what counts is that it is answered.
    expect(await page.finish()).toBe(404);
    await over;
    expect(performance.now() - began).toBeLessThan(10_500);
    mailbox.faults.clear();
    slack.faults.clear();
    await world.db.$executeRaw`UPDATE "Outbox" SET "leaseUntil" = now() - interval '1 second' WHERE state = 'claimed'`;
    app = await startProcess(world);
    await world.settle();
    expect(mailbox.mails({ to: 'stuck@acme.test', kind: 'contract.sent' })).toHaveLength(1);
    await checkInvariants(world);
  }, 120_000);

  test('with nothing stuck it ends in order, with what is under way done', async () => {
    app = await startProcess(world);
    await draft(world, brief('order@acme.test'));
    await send();
    expect(await app.kill('SIGTERM')).toBe(0);
    expect(await world.db.outbox.count({ where: { state: 'claimed' } })).toBe(0);
    expect(await world.db.version.count({ where: { state: 'sent' } })).toBe(2);
    app = await startProcess(world);
    await world.settle();
    expect(world.vendors.mailbox.mails({ to: 'order@acme.test', kind: 'contract.sent' })).toHaveLength(1);
    await checkInvariants(world);
  }, 120_000);
});

describe('when something is away', () => {
  test('without its database it says so and serves nothing; with it back it goes on by itself', async () => {
    const gate = await gateTo(world.databaseUrl);
    app = await startProcess(world, { env: { DATABASE_URL: gate.url } });
    expect(await ready()).toMatchObject({ status: 200, ready: true, slack: 'ok', mail: 'ok', stripe: 'ok' });
    gate.cut();
    expect(await ready()).toEqual({ status: 503, ready: false, reason: 'the database does not answer' });
    expect((await fetch(`${world.appUrl}/healthz`)).status).toBe(200);
    const told = await world.mia.command('/client', 'list');
    expect(JSON.stringify(told.body)).toMatch(/went wrong|try again|not be/i);
    await gate.mend();
    await expect.poll(ready, { timeout: 15_000 }).toMatchObject({ status: 200 });
    await draftAndSend(world, brief('back@acme.test'));
    expect(world.vendors.mailbox.mails({ to: 'back@acme.test', kind: 'contract.sent' })).toHaveLength(1);
    await checkInvariants(world);
  }, 120_000);

  test('with no vendor in reach it starts, serves its pages and says who is away', async () => {
    const nobody = `localhost:${await freePort(45_000)}`;
    app = await startProcess(world, {
      env: {
        SLACK_API_URL: `http://${nobody}/api/`,
        STRIPE_API_URL: `http://${nobody}`,
        SMTP_URL: `smtp://${nobody}`,
        OPENAI_BASE_URL: `http://${nobody}/v1`,
        OPENAI_MODEL: 'none',
      },
    });
    expect(await ready()).toMatchObject({
      status: 200,
      ready: true,
      slack: 'unreachable',
      stripe: 'unreachable',
      mail: 'unreachable',
      model: 'unreachable',
    });
    expect((await fetch(`${world.appUrl}/portal`)).status).toBe(200);
  }, 60_000);

  test('without a database at its start it says in one line what is missing', async () => {
    const { databaseUrl, environment } = world;
    const url = new URL(databaseUrl);
    url.port = String(await freePort(46_000));
    app = await spawnApp({ ...environment(await freePort(47_000), 'all'), DATABASE_URL: url.href });
    expect(await app.died).toBe(1);
    expect(app.said().trim().split('\n')).toHaveLength(1);
    expect(app.said()).toContain('DATABASE_URL');
    expect(app.said()).not.toContain(url.password);
  }, 60_000);
});

test('a second start in the same folder ends with one line that says who holds it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'retainer-ground-'));
  const env = (port: number) => ({ ...world.environment(port, 'all'), DATABASE_URL: '', DATA_DIR: folder });
  const port = await freePort(48_000);
  app = await spawnApp(env(port));
  const url = `http://localhost:${port}`;
  await expect
    .poll(() => ready(url).catch(() => undefined), { timeout: 60_000, interval: 200 })
    .toMatchObject({ status: 200 });
  const second = await spawnApp(env(await freePort(port + 1)));
  expect(await second.died).toBe(1);
  expect(second.said().trim().split('\n')).toHaveLength(1);
  expect(second.said()).toContain(folder);
  expect((await ready(url)).status).toBe(200);
  await app.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

test('the log of a whole story, at its most talkative, names nobody and holds no secret', async () => {
  const { mailbox, slack, stripe } = world.vendors;
  app = await startProcess(world, { env: { LOG_LEVEL: 'trace' } });
  const to = 'canary.dana@acme.test';
  await draft(world, `Canarylogo for Canaryacme (${to}), EUR 900, 50% deposit, done by 30 April 2027`);
  await giveBank(world, world.mia);
  mailbox.faults.add({ match: to, kind: 'smtp-4xx' });
  slack.faults.add({ match: 'chat.*', kind: '5xx', times: 2 });
  stripe.faults.add({ match: '*', kind: '5xx', times: 1, status: 503 });
  await send();
  await world.settle();
  const client = world.client();
  await client.openNewest(to, 'contract.sent');
  await client.submit('question:ask', { body: 'Canaryquestion?' });
  await world.settle();
  await answerQuestion(world, 'Canaryanswer.');
  await client.get('/portal/project');
  await client.submit('contract:code');
  await mailbox.waitFor({ to, kind: 'signature.code' });
  await client.submit('contract:sign', { name: 'Canarydana Reed', code: '000000', consent: 'yes' });
  await client.sign('Canarydana Reed', to);
  const session = await client.checkout();
  stripe.pay(session, 'declined');
  stripe.pay(session, 'succeeds');
  await world.settle();
  mailbox.faults.add({ match: to, kind: 'data-5xx' });
  await world.pass(world.days(120));
  await world.mia.command('/client', `add ${to} Canarydana`);
  await world.mia.command('/contract', `for Canaryacme ${'x'.repeat(50_000)}`);
  await client.post('/portal/open', { token: 'canarytoken' });
  await fetch(`${world.appUrl}/portal/Canarypath?canary=1`);
  const log = app.said();
  expect(log.split('\n').length).toBeGreaterThan(100);
  const links = mailbox.mails({ to }).flatMap((mail) => /#([\w-]{20,})/.exec(mail.text)?.[1] ?? []);
  const codes = mailbox.mails({ to, kind: 'signature.code' }).map((mail) => mailbox.code(mail));
  const tokens = [...slack.world.teams.values()].flatMap(({ token }) => token ?? []);
  expect([links.length > 2, codes.length > 1, tokens.length > 1]).toEqual([true, true, true]);
  for (const secret of [
    ...links,
    ...codes,
    ...tokens,
    'DE89370400440532013000',
    'sk_test_',
    'whsec_',
    'xoxb-',
    'Berg',
    'Lindenstra',
    '__Host-',
  ])
    expect(log, secret).not.toContain(secret);
  expect(log).not.toMatch(/canary/i);
  expect(log).not.toMatch(/[\w.]+@[\w-]+\.test/);
}, 180_000);
