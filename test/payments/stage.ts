import { randomBytes } from 'node:crypto';
import { createRetainer, HEARERS } from '../../src/app.ts';
import { issueInvoice } from '../../src/invoices/issue.ts';
import { recordPayment } from '../../src/payments/record.ts';
import type { Config } from '../../src/platform/config.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { createOutbox } from '../../src/platform/outbox.ts';
import { type Core, transact } from '../../src/platform/work.ts';
import { listen } from '../../src/portal/listen.ts';
import { mintLink } from '../../src/projects/link.ts';
import { lockProject } from '../../src/projects/read.ts';
import { startVendors } from '../../src/sandbox/vendors.ts';
import { dayIn } from '../../src/shared/dates.ts';
import { type Id, newId } from '../../src/shared/ids.ts';
import { money } from '../../src/shared/money.ts';
import { createSlackClients } from '../../src/slack/client.ts';
import { saveBank } from '../../src/workspaces/bank.ts';
import { deskLink } from '../../src/workspaces/desk.ts';
import { ensureTokenWorkspace } from '../../src/workspaces/install.ts';
import { tokenOf } from '../../src/workspaces/installation-read.ts';
import { saveBusiness } from '../../src/workspaces/save.ts';
import { visitOf } from '../../src/workspaces/visit.ts';
import { atEnd } from '../support/closing.ts';
import { testDatabase } from '../support/database.ts';
import { browser } from '../workspaces/stage.ts';

/** Business time starts in the story; machine time is real, as vendors see it. */
function handClock() {
  let shift = Date.parse('2027-03-01T10:00:00Z') - Date.now();
  const clock = {
    /** Minutes by which the machine's time is ahead. */
    ahead: 0,
    now: () => new Date(Date.now() + shift),
    machine: () => new Date(Date.now() + clock.ahead * 60_000),
    onShift: () => {},
    stop: () => {},
    forward: (hours: number) => {
      shift += hours * 3_600_000;
    },
  };
  return clock;
}

const PROFILE = {
  name: 'Studio Berg',
  address: ['Torstr. 1', '10119 Berlin'],
  email: 'mia@studio-berg.test',
  country: 'DE',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  taxId: null,
  taxReason: null,
  taxRateMilli: 0,
  depositMilli: 50_000,
  netDays: 14,
};

const BANK = {
  holder: 'Mia Berg',
  iban: 'DE89370400440532013000',
  account: null,
  routing: null,
  bic: null,
  bank: null,
};

export type Stage = Awaited<ReturnType<typeof stage>>;

/** The whole app on real HTTP, against the local chat, mail and card payments. */
export async function stage(options: { stripe?: false; bank?: false } = {}) {
  const { url } = await testDatabase();
  const handle = await openDatabase(url, 16);
  const clock = handClock();
  const log = createLog('silent');
  const vendors = await startVendors({ now: clock.now });
  const team = vendors.slack.addTeam();
  const core: Core = {
    db: handle.db,
    clock,
    log,
    keys: { current: randomBytes(32), old: [] },
    hearers: HEARERS,
    ring: () => {},
  };
  const probe = await listen({ port: 0, log });
  await probe.close();
  const config = configOf(vendors, { port: probe.port, botToken: team.token ?? '', stripe: options.stripe !== false });
  const app = createRetainer(core, config);
  const server = await listen({ port: config.port, log });
  await server.serve({ web: app.web, slack: (req, res) => void app.receiver.handle(req, res) });
  vendors.connect(config.publicUrl);
  atEnd(async () => {
    await server.close();
    await app.close();
    await vendors.stop();
    await handle.close();
  });
  const slack = createSlackClients({ slackApiUrl: vendors.slackApiUrl, tokenOf: (id) => tokenOf(core, id), log });
  const outbox = createOutbox(core.db, app.effects, log);
  /** Does what is due until nothing is, as the worker does. */
  const work = async () => {
    for (let done = 1; done > 0; ) {
      await vendors.stripe.idle();
      const counts = await Promise.all([outbox.run(), ...app.due.map((source) => source.run())]);
      done = counts.reduce((a, b) => a + b, 0);
    }
  };
  const { slack: config_ } = config;
  if (config_.mode !== 'token') throw new Error('one-token mode');
  const { id: workspaceId } = await ensureTokenWorkspace(core, config_);
  const owner = await visitOf(core, slack, { teamId: team.id, userId: team.people.owner.id });
  const business = await saveBusiness(core, workspaceId, {
    profile: PROFILE,
    by: owner.member.id,
    seen: undefined,
    stripe: config.stripe,
  });
  const visit = { ...owner, business };
  if (options.bank !== false) await saveBank(core, visit, BANK);
  return {
    core,
    db: core.db,
    clock,
    config,
    vendors,
    stripe: vendors.stripe,
    team,
    app,
    outbox,
    slack,
    work,
    workspaceId,
    visit,
  };
}

function configOf(
  vendors: Awaited<ReturnType<typeof startVendors>>,
  set: { port: number; botToken: string; stripe: boolean },
): Config {
  const { slack } = vendors;
  return {
    production: false,
    role: 'all',
    port: set.port,
    publicUrl: `http://localhost:${set.port}`,
    dataDir: '',
    databaseUrl: undefined,
    redisUrl: undefined,
    keys: { current: randomBytes(32), old: [] },
    slack: {
      mode: 'token',
      botToken: set.botToken,
      signingSecret: slack.signingSecret,
      apiUrl: vendors.slackApiUrl,
    },
    stripe: set.stripe
      ? {
          secretKey: vendors.stripeSecretKey,
          webhookSecrets: ['whsec_older', vendors.stripeWebhookSecret],
          livemode: false,
          workspace: undefined,
          apiUrl: vendors.stripeApiUrl,
        }
      : undefined,
    smtpUrl: vendors.smtpUrl,
    mailFrom: { name: 'Retainer', address: 'mail@retainer.test' },
    model: undefined,
    metrics: 'off',
    trustProxy: 0,
    clockFile: undefined,
    logLevel: 'silent',
  };
}

/** A client with a project whose card stands in the client's channel. */
export async function project(on: Stage, title = 'Brand identity') {
  const { core, workspaceId, visit, team, slack } = on;
  const now = core.clock.now();
  const own = { workspaceId };
  const clientId = newId('client', now);
  const contactId = newId('contact', now);
  const projectId = newId('project', now);
  await core.db.client.create({
    data: {
      ...own,
      id: clientId,
      name: 'Dana Reed',
      company: 'Acme Ltd',
      kind: 'business',
      country: 'GB',
      timeZone: 'Europe/London',
      language: 'en',
      currency: 'EUR',
      createdAt: now,
    },
  });
  const email = `dana@${contactId.slice(4)}.test`;
  await core.db.contact.create({
    data: { ...own, id: contactId, clientId, name: 'Dana Reed', email },
  });
  const card = await slack.post(workspaceId, team.places.acme.id, { text: 'The card' });
  await core.db.project.create({
    data: {
      ...own,
      id: projectId,
      businessId: visit.business.id,
      clientId,
      freelancerId: visit.member.id,
      title,
      currency: 'EUR',
      state: 'active',
      channelId: card.channel,
      cardTs: card.ts,
      createdAt: now,
      movedAt: now,
    },
  });
  return { clientId, contactId, projectId, email, card };
}

export type OnProject = Awaited<ReturnType<typeof project>>;

export function issue(
  on: Pick<Stage, 'core' | 'workspaceId'>,
  { projectId }: Pick<OnProject, 'projectId'>,
  minor = 200_000n,
  currency = 'EUR',
): Promise<Id<'invoice'>> {
  return transact(on.core, on.workspaceId, async (work) => {
    const locked = await lockProject(work, projectId);
    const item = { description: 'Logo', price: money(minor, currency), taxRateMilli: 0, taxIncluded: false };
    return issueInvoice(work, { project: locked, kind: 'standard', items: [item], netDays: 14, actor: 'system' });
  });
}

/** A client's browser that has come by a mailed link. */
export async function client(on: Stage, { projectId, contactId }: OnProject, subjectId: string) {
  const link = await transact(on.core, on.workspaceId, (work) => mintLink(work, { projectId, contactId, subjectId }));
  const open = browser(on.config.publicUrl);
  await open.post('/portal/open', { token: link.token });
  return { ...open, projectId };
}

/** An owner's browser at the desk. */
export async function desk(on: Stage) {
  const link = await deskLink(on.core, on.config, on.visit, 'payments');
  const open = browser(on.config.publicUrl);
  await open.post('/desk/open', { token: link.split('#')[1] ?? '' });
  return open;
}

/** The books of an invoice: what came in, what settles it, and how it stands. */
export async function books(on: Stage, invoiceId: string) {
  const where = { workspaceId: on.workspaceId, invoiceId };
  const [invoice, payments, applications, attempts] = await Promise.all([
    on.db.invoice.findFirstOrThrow({ where: { workspaceId: on.workspaceId, id: invoiceId } }),
    on.db.payment.findMany({ where, orderBy: { id: 'asc' } }),
    on.db.application.findMany({ where }),
    on.db.attempt.findMany({ where, orderBy: { number: 'asc' } }),
  ]);
  const sum = (rows: { amountMinor: bigint }[]) => rows.reduce((all, row) => all + row.amountMinor, 0n);
  return {
    state: invoice.state,
    paid: sum(payments),
    applied: sum(applications),
    owed: invoice.totalMinor - sum(applications),
    payments,
    attempts: attempts.map(({ state }) => state),
  };
}

/** What stands in the thread of the project's card, oldest first: each answer's text, and whether the channel sees it. */
export function thread(on: Stage, { card }: OnProject) {
  return on.team.thread(card.channel, card.ts).map(({ text, broadcast }) => ({ text, broadcast }));
}

/** An owner says that a transfer has arrived. */
export function record(on: Stage, invoiceId: string, amount: string) {
  return recordPayment(on.core, on.workspaceId, on.visit.member.id, {
    invoiceId,
    amount,
    method: 'transfer',
    receivedOn: dayIn('Europe/Berlin', on.clock.now()),
    key: randomBytes(8).toString('hex'),
    allTheSame: true,
  });
}

type Browser = Awaited<ReturnType<typeof client>>;

/** Presses the page's button and answers the payment page it leads to, or what the page says instead. */
export async function press(page: Browser, invoiceId: string) {
  const response = await page.post('/portal/invoice/pay', { project: page.projectId, invoice: invoiceId });
  const html = await response.text();
  const [, url = ''] = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(html) ?? [];
  return { status: response.status, url, session: url.split('/').at(-1) ?? '', words: plain(html) };
}

export function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
}

/** The client's page as words. */
export async function read(page: Browser): Promise<string> {
  return plain(await (await page.get('/portal/project')).text());
}

/** An invoice of a client of its own, and the client's browser on it. */
export async function owing(on: Stage, minor = 200_000n) {
  const acme = await project(on);
  const id = await issue(on, acme, minor);
  return { acme, id, page: await client(on, acme, id) };
}
