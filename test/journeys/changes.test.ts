import { beforeAll, expect, test, vi } from 'vitest';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { draftAndSend } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { cardOf, startWorld, textOf, threadOf, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 90_000 });

let world: World;
let dana: ReturnType<World['client']>;
/** A request as it stood before it was answered. */
let answeredPost: ReturnType<typeof post>;
beforeAll(async () => {
  world = await startWorld();
  await draftAndSend(
    world,
    'Brand identity for Acme (dana@acme.test), EUR 4,000, 50% deposit, two rounds of revisions, start 2 March, done by 10 April',
  );
  dana = world.client();
  await dana.openNewest('dana@acme.test', 'contract.sent');
});

const versions = () => world.db.version.findMany({ orderBy: { number: 'asc' } });
const requests = () =>
  world.db.changeRequest.findMany({ where: { contactId: { not: null } }, orderBy: { askedAt: 'asc' } });
const termsIn = (version: { terms: unknown } | undefined) => (version?.terms ?? {}) as Record<string, unknown>;
const post = () => {
  const found = world.team.all.findLast(({ blocks }) => textOf(blocks).includes('change:counter'));
  if (!found) throw new Error('no request was posted');
  return found;
};
const requestPost = (words: string) =>
  world.team.all.findLast(
    ({ blocks }) => textOf(blocks).includes('asks for a change') && textOf(blocks).includes(words),
  );
const mailed = () => world.vendors.mailbox.mails({ to: 'dana@acme.test', kind: 'change.answered' }).length;
async function press(action: string, view: string): Promise<SandboxView> {
  await world.mia.close(undefined, { all: true });
  await world.mia.press(post(), action);
  return world.mia.waitForView(view);
}
async function sign(preview: SandboxView): Promise<void> {
  await world.mia.fill(preview, { name: 'Mia Berg', consent: ['yes'] });
  const sent = await world.mia.submit(preview);
  expect(sent.errors).toEqual({});
  await world.settle();
}

test('a client’s request is posted with what it changes, what it does and how far to give way; it pauses the reminders', async () => {
  const body = '30% deposit and 30 days to pay, and 7 days to accept the work.\n*free* <b>lunch</b>';
  await Promise.all([dana.submit('contract:change', { body }), dana.submit('contract:change', { body })]);
  await world.settle();
  expect(await requests()).toMatchObject([{ state: 'open', body }]);
  const words = textOf(post().blocks);
  expect(words).toContain('*Deposit:* EUR 2,000.00 (50%) → EUR 1,200.00 (30%)');
  expect(words).toContain('You start with EUR 800.00 less in hand.');
  expect(words).toContain('You wait up to 16 days longer');
  expect(words).toContain('How far to give way: Accepting the work');
  expect(words).toContain('Walk away');
  // What a yes is no yes to is said before it is pressed.
  expect(words).toMatch(/\*Accept in part\* leaves out “[^”]*lunch[^”]*”\. The client is told so\./);
  expect(words).toContain('∗free∗');
  expect(words).not.toContain('<b>');
  expect(textOf(cardOf(world.team).blocks)).toContain('Reminders wait for your answer');
  expect(textOf(cardOf(world.team).blocks)).toContain('*Acme asks for a change. Answer in the thread.*');
  expect((await dana.get('/portal/project')).html).toContain('has been told and will answer');
});

test('looked at and closed, accepting says nothing: the client is not told, and the request can be countered', async () => {
  const preview = await press('change:accept', 'contract:send');
  expect((await versions()).map(({ state }) => state)).toEqual(['sent', 'draft']);
  await world.mia.close(preview);
  await expect.poll(async () => (await versions()).map(({ state }) => state)).toEqual(['sent', 'discarded']);
  await world.settle();
  expect((await requests())[0]).toMatchObject({ state: 'open' });
  expect(world.vendors.mailbox.mails({ to: 'dana@acme.test', kind: 'change.answered' })).toEqual([]);
  expect((await dana.get('/portal/project')).html).toContain('has been told and will answer');
  expect(textOf(cardOf(world.team).blocks)).toContain('Reminders wait for your answer');
  await press('change:counter', 'contract:change');
});

test('accepted, it makes the next version with the client as its origin and opens what is signed anew', async () => {
  const { mia } = world;
  await mia.close(undefined, { all: true });
  await Promise.all([mia.press(post(), 'change:accept'), mia.press(post(), 'change:accept')]);
  const preview = await mia.waitForView('contract:send');
  expect(textOf(preview.blocks)).toMatch(/They also asked “[^”]*lunch[^”]*”\. This version leaves it out/);
  await world.settle();
  const [first, left, second, ...more] = await versions();
  expect([first?.state, left?.state, second?.state, more]).toEqual(['sent', 'discarded', 'draft', []]);
  expect(termsIn(second).deposit).toMatchObject({
    origin: 'client',
    value: { percentMilli: 30_000 },
  });
  expect((await requests())[0]).toMatchObject({ state: 'open', madeId: second?.id });
  await sign(preview);
  expect((await requests())[0]).toMatchObject({ state: 'accepted-in-part', madeId: second?.id });
  const mail = await world.vendors.mailbox.waitFor({ to: 'dana@acme.test', kind: 'change.answered' });
  expect(mail.html).toContain('Mia Berg has accepted part of the change.');
  expect(mail.text).toMatch(/What is different now:[^>]*Deposit: EUR 2,000\.00 \(50%\) → EUR 1,200\.00 \(30%\)/);
  expect(mail.text).toMatch(/Not part of it[^>]*> .*lunch/s);
  expect((await versions()).map(({ state }) => state)).toEqual(['superseded', 'discarded', 'sent']);
  const old = await dana.get('/portal/project');
  expect(old.state).toBe('superseded');
  expect(textOf(requestPost('lunch')?.blocks)).not.toMatch(/change:(accept|counter|decline)/);
  expect(textOf(requestPost('lunch')?.blocks)).toMatch(/Mia Berg accepted part of this\..*Left out: “[^”]*lunch/);
  const page = await dana.openNewest('dana@acme.test', 'contract.sent');
  expect(page.html).toContain('What changed since version 1');
  expect(page.html).toMatch(/<del>[^<]*2,000\.00[^<]*<\/del> <ins>[^<]*1,200\.00/);
  expect(threadOf(world.team).join('\n')).toContain('accepted part of the change');
  expect(page.html).toMatch(/Mia Berg has accepted part of the change\..*Not part of it.*lunch/s);
});

test('a request that was read whole is accepted whole', async () => {
  await dana.submit('contract:change', { body: '21 days to pay' });
  await world.settle();
  expect(textOf(post().blocks)).not.toContain('leaves out');
  await sign(await press('change:accept', 'contract:send'));
  expect((await requests()).at(-1)).toMatchObject({ state: 'accepted', left: null });
  expect(textOf(requestPost('21 days')?.blocks)).toContain('Mia Berg accepted this.');
  expect((await dana.openNewest('dana@acme.test', 'contract.sent')).html).toContain('has accepted the change.');
});

test('words that nothing could be read from still reach the freelancer, who declines with a reason', async () => {
  await dana.submit('contract:change', { body: 'Our lawyer is worried about liability' });
  await world.settle();
  expect(textOf(post().blocks)).toContain('I could read no change');
  expect(textOf(post().blocks)).not.toContain('change:accept');
  expect(textOf(post().blocks)).toContain('How far to give way: Liability');
  expect(textOf((await press('clause:wordings', 'clause:wordings')).blocks)).toContain('twice the total price');
  const form = await press('change:decline', 'change:decline');
  await world.mia.fill(form, { reason: 'Our insurance ends there.' });
  await world.mia.submit(form);
  await world.settle();
  expect((await requests()).at(-1)).toMatchObject({ state: 'declined', reason: 'Our insurance ends there.' });
  const page = await dana.get('/portal/project');
  expect([page.state, page.html.includes('Our insurance ends there.')]).toEqual(['sign', true]);
  expect(textOf(cardOf(world.team).blocks)).not.toContain('Reminders wait');
  expect(textOf(cardOf(world.team).blocks)).toContain('Sent. Waiting for the signature.');
});

test('a counter that a colleague’s answer overtook is not made', async () => {
  const { mia, jonas } = world;
  await dana.submit('contract:change', { body: 'price 2,500' });
  await world.settle();
  const before = (await versions()).length;
  const form = await press('change:counter', 'contract:change');
  await mia.fill(form, { body: 'price 3,700' });
  await mia.submit(form);
  const shown = await mia.waitForView('contract:change');
  await jonas.press(post(), 'change:decline');
  const no = await jonas.waitForView('change:decline');
  await jonas.fill(no, { reason: 'Too little.' });
  await jonas.submit(no);
  const late = await mia.submit(shown);
  expect(textOf({ ...late, ...mia.openView })).toContain('has declined this request already');
  await world.settle();
  expect(await versions()).toHaveLength(before);
  await expect.poll(() => textOf(requestPost('price 2,500')?.blocks)).toContain('declined this: Too little.');
});

test('a colleague’s counter goes by no other answer without a word', async () => {
  const { mia, jonas } = world;
  await dana.submit('contract:change', { body: 'price 2,800' });
  await world.settle();
  const jonasCounters = async (euros: number) => {
    await jonas.close(undefined, { all: true });
    await jonas.press(post(), 'change:counter');
    const form = await jonas.waitForView('contract:change');
    await jonas.fill(form, { body: `price ${euros}` });
    await jonas.submit(form);
    await jonas.submit(await jonas.waitForView('contract:change'));
    await jonas.close(await jonas.waitForView('contract:send'));
    await world.settle();
    const counter = (await versions()).at(-1);
    expect([counter?.state, termsIn(counter).fee]).toEqual([
      'draft',
      expect.objectContaining({ value: { minor: `${euros}00`, currency: 'EUR' } }),
    ]);
    return counter?.id;
  };
  const counter = await jonasCounters(3900);
  const shown = await press('change:accept', 'change:countered');
  expect(textOf(shown.blocks)).toContain('*Jonas');
  expect(textOf(shown.blocks)).toMatch(/\*Price:\* [^"]*→ EUR 3,900\.00/);
  expect(textOf(shown.blocks)).toContain('throws it away');
  await mia.close(shown);
  await world.settle();
  expect((await versions()).at(-1)).toMatchObject({ id: counter, state: 'draft' });
  expect((await requests()).at(-1)).toMatchObject({ state: 'open', madeId: counter });
  // What was drafted after the question was shown is not what was answered.
  const late = await press('change:accept', 'change:countered');
  const next = await jonasCounters(3800);
  expect(next).not.toBe(counter);
  const refused = await mia.submit(late);
  expect(textOf({ ...refused, ...mia.openView })).toContain('has drafted another version as the answer meanwhile');
  expect((await versions()).at(-1)).toMatchObject({ id: next, state: 'draft' });
  await mia.submit(await press('change:accept', 'change:countered'));
  const preview = await mia.waitForView('contract:send');
  await world.settle();
  expect((await versions()).find(({ id }) => id === next)?.state).toBe('discarded');
  expect(termsIn((await versions()).at(-1)).fee).toMatchObject({ origin: 'client', value: { minor: '280000' } });
  await mia.close(preview);
  await world.settle();
  await jonasCounters(3900);
  const no = await press('change:decline', 'change:decline');
  expect(textOf(no.blocks)).toMatch(/Jonas[^"]* has drafted version \d+ as the answer\. Declining throws it away\./);
  await mia.fill(no, { reason: 'Too little.' });
  await mia.submit(no);
  await world.settle();
  expect((await versions()).at(-1)?.state).toBe('discarded');
  expect((await requests()).at(-1)).toMatchObject({ state: 'declined' });
});

test('countered, the freelancer’s own words make the version, of which the client hears once it is sent', async () => {
  const { mia, team } = world;
  await dana.submit('contract:change', { body: 'price 3,000' });
  await world.settle();
  const told = mailed();
  // A draft from Accept gives way to the counter, and the other way round.
  await press('change:accept', 'contract:send');
  const seen = structuredClone(post());
  const form = await press('change:counter', 'contract:change');
  expect(textOf(form.blocks)).toContain('price 3,000');
  await mia.fill(form, { body: 'price 3,600' });
  await mia.submit(form);
  await mia.submit(await mia.waitForView('contract:change'));
  await mia.close(await mia.waitForView('contract:send'));
  await world.settle();
  expect((await requests()).at(-1)).toMatchObject({ state: 'open', madeId: (await versions()).at(-1)?.id });
  expect(mailed()).toBe(told);
  expect((await dana.get('/portal/project')).html).toContain('has been told and will answer');
  expect(textOf(post().blocks)).toContain('change:counter');
  await mia.press(cardOf(team), 'contract:send');
  await sign(await mia.waitForView('contract:send'));
  expect(mailed()).toBe(told + 1);
  answeredPost = seen;
  const newest = (await versions()).at(-1);
  expect(newest?.state).toBe('sent');
  expect(textOf(requestPost('price 3,000')?.blocks)).toContain('answered with another version');
  expect(textOf(requestPost('price 3,000')?.blocks)).not.toContain('change:counter');
  expect(termsIn(newest).fee).toMatchObject({ origin: 'form', value: { minor: '360000' } });
  expect((await requests()).at(-1)).toMatchObject({ state: 'countered', madeId: newest?.id });
});

test('what a colleague edited in the draft meanwhile stays when the one who looked closes it', async () => {
  const { mia, jonas, team } = world;
  await mia.close(undefined, { all: true });
  await dana.openNewest('dana@acme.test', 'contract.sent');
  await dana.submit('contract:change', { body: '30 days to pay' });
  await world.settle();
  const preview = await press('change:accept', 'contract:send');
  // The card names the draft that accepting made.
  await world.settle();
  await jonas.press(cardOf(team), 'contract:edit');
  const form = await jonas.waitForView('contract:terms');
  await jonas.fill(form, { revisions: '4' });
  expect((await jonas.submit(form)).errors).toEqual({});
  await world.settle();
  await mia.close(preview);
  await world.settle();
  const newest = (await versions()).at(-1);
  expect([newest?.state, termsIn(newest).revisions]).toEqual(['draft', expect.objectContaining({ value: 4 })]);
});

test('an answered request keeps its answer, and one whose version ended is overtaken and pauses nothing', async () => {
  await world.mia.close(undefined, { all: true });
  const told = world.mia.ephemerals.length;
  await world.mia.press(answeredPost, 'change:decline', { stale: true });
  await expect.poll(() => textOf(world.mia.ephemerals.slice(told))).toContain('countered this request already');
  await dana.openNewest('dana@acme.test', 'contract.sent');
  await dana.submit('contract:change', { body: 'no deposit' });
  await dana.submit('contract:decline', { reason: 'Too late' });
  await world.settle();
  expect((await requests()).at(-1)).toMatchObject({ state: 'overtaken' });
  expect(textOf(requestPost('no deposit')?.blocks)).toContain('The contract has gone on since');
  expect(textOf(requestPost('no deposit')?.blocks)).not.toContain('change:counter');
  expect(await world.db.pause.count({ where: { kind: 'question', endsAt: null } })).toBe(0);
});

test('another workspace’s request is as if it were not there', async () => {
  const { fern, other } = world;
  await draftAndSend(world, 'Flyer for Oak (oak@client.test), EUR 900, no deposit, done by 10 April', {}, fern);
  const oak = world.client();
  await oak.openNewest('oak@client.test', 'contract.sent');
  await oak.submit('contract:change', { body: 'price 800' });
  await world.settle();
  const theirs = (await requests()).at(-1);
  const own = (await requests())[0];
  const forged = {
    ...answeredPost,
    blocks: JSON.parse(textOf(answeredPost.blocks).replace(/chg_\w+/g, theirs?.id ?? '-')),
  };
  expect([own?.id === theirs?.id, other.all.length > 0]).toEqual([false, true]);
  for (const action of ['change:counter', 'change:decline']) {
    const before = world.mia.ephemerals.length;
    await world.mia.press(forged, action, { stale: true });
    await expect.poll(() => textOf(world.mia.ephemerals.slice(before))).toContain('is not here');
  }
  expect((await requests()).at(-1)?.state).toBe('open');
});

test('what the story left behind holds together', async () => {
  await world.settle();
  await checkInvariants(world);
  const told = async (kind: string) =>
    (await world.db.evidence.findMany({ where: { kind }, select: { subjectId: true } }))
      .map(({ subjectId }) => subjectId)
      .sort();
  const all = await requests();
  const ids = (...states: string[]) =>
    all
      .filter(({ state }) => states.includes(state))
      .map(({ id }) => id)
      .sort();
  expect(await told('change.asked')).toEqual(all.map(({ id }) => id).sort());
  expect(await told('change.answered')).toEqual(ids('accepted', 'accepted-in-part', 'countered', 'declined'));
  expect(await told('change.overtaken')).toEqual(ids('overtaken'));
  const waiting = await world.db.version.findMany({
    where: { id: { in: all.filter(({ state }) => state === 'open').map((one) => one.versionId) } },
  });
  expect(waiting.map(({ state }) => state)).toEqual(['sent']);
});
