import { beforeAll, expect, test, vi } from 'vitest';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { draft, sendCard } from '../support/acts.ts';
import { cardOf, cardsOf, startWorld, textOf, threadOf, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

const brief = (name: string, more = '') =>
  `Brand identity for ${name} (${name.toLowerCase()}@client.test), EUR 4,000, 50% deposit, done by 10 April${more}`;
const states = async () => {
  const project = await world.db.project.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  const versions = await world.db.version.findMany({
    where: { contract: { projectId: project.id } },
    orderBy: { number: 'asc' },
  });
  return { project: project.state, versions: versions.map(({ state }) => state) };
};
const newest = () => world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });

async function openEdit(): Promise<SandboxView> {
  const { mia, team } = world;
  await mia.close(undefined, { all: true });
  await mia.press(cardOf(team), 'contract:edit');
  return mia.waitForView('contract:terms');
}

async function edit(filled: Record<string, unknown>) {
  const view = await openEdit();
  await world.mia.fill(view, filled);
  const sent = await world.mia.submit(view);
  await world.settle();
  return sent;
}

/** Presses a button of the card and answers with what only the presser is told. */
async function pressed(id: string, card = cardOf(world.team)): Promise<string> {
  const { mia } = world;
  const told = mia.ephemerals.length;
  await mia.press(card, id, { stale: true });
  await expect.poll(() => mia.ephemerals.length).toBeGreaterThan(told);
  await world.settle();
  return textOf(mia.ephemerals[told]?.blocks);
}

test('an edit is the next version: the draft gives way, the one card shows the new terms, the rest stays as read', async () => {
  const { team } = world;
  await draft(world, brief('Oak'));
  const first = await newest();
  expect((await edit({ fee: '5,000', specialTerms: 'Files as SVG.' })).errors).toEqual({});
  const second = await newest();
  expect(await states()).toEqual({ project: 'drafting', versions: ['superseded', 'draft'] });
  expect(second).toMatchObject({ number: 2, reading: 'form' });
  const terms = second.terms as Record<string, { origin: string; quote?: string }>;
  expect(terms.fee).toMatchObject({ value: { minor: '500000' }, origin: 'form' });
  expect(terms.clientEmail).toEqual((first.terms as typeof terms).clientEmail);
  expect(terms.deposit).toMatchObject({ origin: 'brief', quote: expect.stringContaining('50%') });
  expect(cardsOf(team)).toHaveLength(1);
  expect(textOf(cardOf(team).blocks)).toContain('EUR 5,000.00');
  expect(threadOf(team).join('\n')).toContain('version 2 is drafted');
  expect((await world.db.version.findFirstOrThrow({ where: { id: first.id } })).text).toBe(first.text);
});

test('an edit that changes nothing makes no version, and the same form sent twice makes one', async () => {
  const before = await newest();
  await edit({});
  expect((await newest()).terms).toEqual(before.terms);
  expect((await newest()).number).toBe(2);
  const view = await openEdit();
  await world.mia.fill(view, { deposit: 'a third' });
  await Promise.all([world.mia.submit(view), world.mia.submit(view)]);
  await world.settle();
  expect((await newest()).number).toBe(3);
});

test('a form that was open while someone else edited is refused, and says what to do', async () => {
  const { jonas, mia, team } = world;
  const mine = await openEdit();
  await jonas.press(cardOf(team), 'contract:edit');
  const theirs = await jonas.waitForView('contract:terms');
  await jonas.fill(theirs, { fee: '4,500' });
  await jonas.submit(theirs);
  await world.settle();
  await mia.fill(mine, { fee: '6,000' });
  expect(textOf((await mia.submit(mine)).errors)).toContain('Someone changed this contract');
  expect((await newest()).terms).toMatchObject({ fee: { value: { minor: '450000' } } });
});

test('an address put right before anything went out is put right on the client, who stays one', async () => {
  const clients = await world.db.client.count();
  await edit({ email: 'ada@client.test', client: 'Oak Trees Ltd' });
  expect(await world.db.client.count()).toBe(clients);
  expect(textOf(cardOf(world.team).blocks)).toContain('Oak Trees Ltd (ada@client.test)');
  expect(textOf(cardOf(world.team).blocks)).not.toContain('invoices to');
  await sendCard(world);
  expect((await world.vendors.mailbox.waitFor({ to: 'ada@client.test', kind: 'contract.sent' })).subject).toMatch(
    /^Contract to sign/,
  );
});

test('a version that is out stays out until the next is sent; then its link says so and the mail says changed', async () => {
  const { team, vendors } = world;
  const client = world.client();
  await client.openNewest('ada@client.test', 'contract.sent');
  await edit({ fee: '4,800', client: 'Somebody Else', email: 'else@client.test' });
  expect((await states()).versions.slice(-2)).toEqual(['sent', 'draft']);
  expect(cardOf(team).metadata?.event_payload).toMatchObject({ state: 'editing' });
  const page = await client.get('/portal/project');
  expect(page.state).toBe('sign');
  expect(page.html).toContain('Oak Trees Ltd');
  expect(page.html).toContain('4,500.00');
  const project = await world.db.project.findFirstOrThrow({ include: { client: { include: { contacts: true } } } });
  expect(project.client.contacts.map(({ email }) => email)).not.toContain('else@client.test');

  await edit({ client: 'Oak Trees Ltd', email: 'ada@client.test' });
  await sendCard(world);
  expect((await states()).versions.slice(-3)).toEqual(['superseded', 'superseded', 'sent']);
  const mail = await vendors.mailbox.waitFor({ to: 'ada@client.test', kind: 'contract.sent' });
  expect(mail.subject).toContain('Changed contract to sign');
  expect((await client.get('/portal/project')).state).toBe('superseded');
  const steps = await world.db.step.groupBy({ by: ['state'], _count: true, where: { kind: 'unsigned' } });
  expect(Object.fromEntries(steps.map(({ state, _count }) => [state, _count]))).toEqual({ planned: 2, skipped: 2 });
});

test('the PDF is promised at once and comes into the thread, once for two presses', async () => {
  const { team } = world;
  const card = cardOf(team);
  const [told] = await Promise.all([pressed('contract:pdf'), pressed('contract:pdf')]);
  expect(told).toContain('The PDF comes into the thread');
  const files = team.thread(card.channel, card.ts).flatMap((message) => message.files);
  expect(files.map(({ name }) => name)).toEqual([expect.stringMatching(/^Brand identity \(version \d+, sent\)\.pdf$/)]);
  expect(files[0]?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

test('a signed contract keeps its terms: edit, withdraw and send are refused in words', async () => {
  const { mia, team } = world;
  const before = structuredClone(cardOf(team));
  const open = await openEdit();
  const client = world.client();
  await client.openNewest('ada@client.test', 'contract.sent');
  expect((await client.sign('Ada Oak', 'ada@client.test')).state).toBe('deposit');
  await world.settle();
  await mia.fill(open, { fee: '1' });
  expect(textOf((await mia.submit(open)).errors)).toContain('has signed this contract');
  await mia.close(undefined, { all: true });
  expect(await pressed('contract:edit', before)).toContain('has signed this contract');
  expect(await pressed('contract:discard', before)).toContain('has signed this contract');
  expect((await states()).versions.at(-1)).toBe('sealed');
  expect(textOf(cardOf(team).blocks)).not.toMatch(/contract:(edit|send|discard)/);
});

test('a discarded draft is over, twice as once, and its form can’t bring it back', async () => {
  const { mia, team } = world;
  await draft(world, brief('Elm'));
  const card = structuredClone(cardOf(team));
  const form = await openEdit();
  expect(await pressed('contract:discard')).toContain('Discarded.');
  expect(await states()).toEqual({ project: 'discarded', versions: ['discarded'] });
  expect(await pressed('contract:discard', card)).toContain('Discarded.');
  await mia.fill(form, { fee: '1' });
  expect(textOf((await mia.submit(form)).errors)).toContain('was discarded');
  expect(await states()).toEqual({ project: 'discarded', versions: ['discarded'] });
  expect(await pressed('contract:send', card)).toContain('no draft any more');
});

test('a withdrawn contract can’t be signed, its page says so, and nobody is reminded of it', async () => {
  const { mia, team, vendors } = world;
  await mia.close(undefined, { all: true });
  await draft(world, brief('Fir'));
  await sendCard(world);
  const client = world.client();
  expect((await client.openNewest('fir@client.test', 'contract.sent')).state).toBe('sign');
  expect(await pressed('contract:discard')).toContain('Withdrawn');
  expect(await states()).toEqual({ project: 'discarded', versions: ['discarded'] });
  expect(cardOf(team).metadata?.event_payload).toMatchObject({ state: 'discarded' });
  expect(textOf(cardOf(team).blocks)).toContain('Withdrawn');
  expect((await client.get('/portal/project')).state).toBe('withdrawn');
  await world.pass(world.days(8));
  expect(vendors.mailbox.mails({ to: 'fir@client.test', kind: 'contract.reminder' })).toEqual([]);
});

test('a draft discarded or an offer withdrawn leaves the other as it is', async () => {
  const { team, mia } = world;
  await draft(world, brief('Ash'));
  await sendCard(world);
  const sent = structuredClone(cardOf(team));
  await edit({ fee: '4,100' });
  expect(await pressed('contract:discard')).toContain('Discarded.');
  expect(await states()).toEqual({ project: 'offered', versions: ['sent', 'discarded'] });
  expect((await edit({ fee: '4,200' })).errors).toEqual({});
  expect(await states()).toEqual({ project: 'offered', versions: ['sent', 'discarded', 'draft'] });
  expect(await pressed('contract:discard', sent)).toContain('Withdrawn');
  expect(await states()).toEqual({ project: 'drafting', versions: ['discarded', 'discarded', 'draft'] });
  await mia.close(undefined, { all: true });
  await sendCard(world);
  expect(await states()).toEqual({ project: 'offered', versions: ['discarded', 'discarded', 'sent'] });
});

test('after a no the page keeps saying so until the next version is sent', async () => {
  const { team } = world;
  await draft(world, brief('Yew'));
  await sendCard(world);
  const client = world.client();
  await client.openNewest('yew@client.test', 'contract.sent');
  await client.submit('contract:decline', { reason: 'Too dear.' });
  await world.settle();
  await edit({ fee: '3,500' });
  expect(cardOf(team).metadata?.event_payload).toMatchObject({ state: 'editing' });
  expect((await client.get('/portal/project')).state).toBe('declined');
  await sendCard(world);
  expect(await states()).toEqual({ project: 'offered', versions: ['superseded', 'sent'] });
  expect((await client.get('/portal/project')).state).toBe('superseded');
});

test('signed while a draft of the next version waits: the draft gives way, and card and thread say what was signed', async () => {
  const { team } = world;
  await draft(world, brief('Yew'));
  await sendCard(world);
  await edit({ fee: '5,000' });
  expect(await states()).toEqual({ project: 'offered', versions: ['sent', 'draft'] });
  const client = world.client();
  await client.openNewest('yew@client.test', 'contract.sent');
  await client.sign('Dana', 'yew@client.test');
  await world.settle();
  expect(await states()).toEqual({ project: 'agreed', versions: ['sealed', 'superseded'] });
  const card = textOf(cardOf(team).blocks);
  expect(card).toContain('EUR 4,000.00');
  expect(card).not.toContain('EUR 5,000.00');
  expect(threadOf(team).join('\n')).toContain('so the draft that was not sent is dropped');
  expect(card).not.toMatch(/contract:(edit|send|discard)/);
});
