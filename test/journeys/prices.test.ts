import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { draft, sendCard, warmUp } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { cardOf, startWorld, textOf, threadOf, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 180_000 });

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await warmUp(world);
}, 60_000);
afterEach(async () => {
  await world.mia.close(undefined, { all: true });
  await world.settle();
  await checkInvariants(world);
});

type Client = ReturnType<World['client']>;
const stateOf = () => (cardOf(world.team).metadata?.event_payload as { state: string } | undefined)?.state;
const card = () => textOf(cardOf(world.team).blocks);
const terms = async () =>
  (await world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })).terms as Record<string, object>;
const sums = async () => {
  const rows = await world.db.invoice.findMany({
    where: { project: { title: (await newest()).title } },
    orderBy: { issuedAt: 'asc' },
  });
  return rows.map(({ kind, totalMinor }) => `${kind} ${totalMinor}`);
};
const newest = () => world.db.project.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
const slots = async () =>
  (await world.db.booking.findMany({ where: { projectId: (await newest()).id }, orderBy: { startAt: 'asc' } })).map(
    ({ state }) => state,
  );

/** From a typed brief to the client's signature, with what the form is given on top. */
async function signed(brief: string, email: string, filled: Record<string, unknown> = {}): Promise<Client> {
  await draft(world, brief, filled);
  await sendCard(world);
  const client = world.client();
  await client.openNewest(email, 'contract.sent');
  await client.sign('Dana Reed', email);
  await world.settle();
  return client;
}

/** `/invoice`, with the entry whose words these are chosen under What to bill. */
async function bill(words: string): Promise<SandboxView> {
  const { mia } = world;
  await mia.close(undefined, { all: true });
  await mia.command('/invoice', '', { channel: 'projects' });
  const form = await mia.waitForView('invoice:issue');
  const options = [
    ...textOf(form.blocks).matchAll(/"text":\{"type":"plain_text","text":"([^"]+)"[^}]*\},"value":"(\w+)"/g),
  ];
  const chosen = options.find(([, label = '']) => label.includes(words))?.[2];
  if (!chosen) throw new Error(`nothing to bill called ${words}: ${options.map(([, label]) => label).join('; ')}`);
  await mia.fill(form, { project: chosen });
  await world.vendors.slack.until(
    () => (textOf(mia.openView?.blocks).includes('"client"') ? undefined : true),
    'the form of what was chosen',
  );
  return mia.waitForView('invoice:issue');
}

/** The client opens the newest invoice's link and pays it by card. */
async function pay(client: Client, email: string): Promise<void> {
  await client.openNewest(email, 'invoice.issued');
  world.vendors.stripe.pay(await client.checkout(), 'succeeds');
  await world.settle();
}

test('work as worked: billed by the hour, never beyond its limit, until the last invoice is paid', async () => {
  const { mia } = world;
  const email = 'hours@acme.test';
  const client = await signed(
    `Backend development for Acme (${email}), EUR 90 an hour, no deposit, start 18 January 2027`,
    email,
    { fee: '90', unit: 'hour', cap: '900', deposit: 'none', deliverables: 'An interface for orders' },
  );
  expect((await terms()).rate).toMatchObject({
    value: { unit: 'hour', minor: '9000', quantityMilli: null, capMinor: '90000' },
  });
  expect(stateOf()).toBe('active');
  expect(card()).toContain('Bill the work with /invoice');
  const hours = async (quantity: string, more: Record<string, unknown> = {}) => {
    const form = await bill('Work on Backend development');
    await mia.fill(form, { title: 'Backend, January', quantity, netDays: '14', ...more });
    return mia.submit(await mia.waitForView('invoice:issue'));
  };
  const much = await hours('10.5');
  expect(much.fields.quantity).toBe('That is EUR 945.00; the contract’s limit leaves EUR 900.00.');
  expect(await sums()).toEqual([]);
  expect((await hours('6.5')).errors).toEqual({});
  await world.settle();
  await pay(client, email);
  expect((await hours('4')).fields.quantity).toContain('leaves EUR 315.00');
  expect(stateOf()).toBe('active');
  expect((await hours('3.5', { last: ['yes'] })).errors).toEqual({});
  await world.settle();
  expect(await sums()).toEqual(['standard 58500', 'final 31500']);
  await pay(client, email);
  expect(stateOf()).toBe('finished');
  expect(threadOf(world.team).join('\n')).toContain('Everything is paid. Done');
});

test('a fee in parts: each is issued in its turn, the deposit comes off the last, and all of them make the price', async () => {
  const { mia } = world;
  const email = 'parts@acme.test';
  const client = await signed(
    `Corporate website for Acme (${email}), EUR 999.99, 10% deposit, done by 30 April 2027`,
    email,
    { milestones: 'Concept: 30%; 1 February 2027\nDesign: 40%\nHandover: 30%', deliverables: 'Five pages' },
  );
  world.vendors.stripe.pay(await client.checkout(), 'succeeds');
  await world.settle();
  expect(stateOf()).toBe('active');
  expect(card()).toContain('To invoice when done: Design, EUR 400.00');
  await world.passTo(new Date('2027-02-01T12:00:00Z'));
  expect(await sums()).toEqual(['deposit 10000', 'standard 30000']);
  await pay(client, email);
  const form = await bill('Design, Corporate website');
  await Promise.all([mia.submit(form), mia.submit(form)]);
  await world.settle();
  expect(await sums()).toEqual(['deposit 10000', 'standard 30000', 'standard 40000']);
  await pay(client, email);
  await world.passTo(new Date('2027-04-30T12:00:00Z'));
  const all = await sums();
  expect(all).toEqual(['deposit 10000', 'standard 30000', 'standard 40000', 'final 19999']);
  expect(all.reduce((sum, line) => sum + Number(line.split(' ')[1]), 0)).toBe(99_999);
  await pay(client, email);
  expect(stateOf()).toBe('finished');
});

const SESSIONS = (email: string, title: string) =>
  `${title} for Tom Baker (${email}), EUR 1,200, 50% deposit, 12 June 2027 3pm for 2 hours`;
const DATES = { kind: 'private', place: 'Harbour', moreDates: '19 June 2027; 15:00-17:00\n26 June 2027; 10:00-12:00' };

test('several bookings: each is held, confirmed with a calendar file, and billed once the last is over', async () => {
  const email = 'tom@baker.test';
  const client = await signed(SESSIONS(email, 'Family photos'), email, DATES);
  expect(await slots()).toEqual(['held', 'held', 'held']);
  world.vendors.stripe.pay(await client.checkout(), 'succeeds');
  await world.settle();
  expect(await slots()).toEqual(['confirmed', 'confirmed', 'confirmed']);
  const files = world.vendors.mailbox.mails({ to: email, kind: 'booking.confirmed' }).map(({ calendar }) => calendar);
  expect(threadOf(world.team).join('\n')).toContain('15:00 (Europe/Berlin) and 2 more. Both');
  expect(files.join('\n').match(/DTSTART[^\n]*:202706(12|19|26)/g)).toHaveLength(3);
  await world.passTo(new Date('2027-06-19T20:00:00Z'));
  expect(await sums()).toEqual(['deposit 60000']);
  await world.passTo(new Date('2027-06-27T20:00:00Z'));
  expect(await sums()).toEqual(['deposit 60000', 'final 60000']);
  await pay(client, email);
  await world.pass(world.days(2));
  expect(stateOf()).toBe('finished');
});

test('several bookings whose deposit does not come are all free again, after one notice', async () => {
  const email = 'late@baker.test';
  await signed(SESSIONS(email, 'Portrait photos').replaceAll('2027', '2028'), email, {
    ...DATES,
    moreDates: DATES.moreDates.replaceAll('2027', '2028'),
  });
  expect(await slots()).toEqual(['held', 'held', 'held']);
  await world.pass(world.days(8));
  expect(await slots()).toEqual(['released', 'released', 'released']);
  expect(stateOf()).toBe('released');
  expect(await world.db.invoice.count({ where: { projectId: (await newest()).id, state: 'open' } })).toBe(0);
});
