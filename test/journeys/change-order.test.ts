import { createHash } from 'node:crypto';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { draftAndSend } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { wordsOf } from '../support/seen.ts';
import { cardOf, startWorld, textOf, threadOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterEach(async () => {
  await world.settle();
  await checkInvariants(world);
});

const brief = (email: string, until = '30 September 2027') =>
  `Website for Acme (${email}), EUR 2,000, 50% deposit, done by ${until}`;
const LIST = { deliverables: 'Five pages\nContact form' };

/** Drafted, sent, signed; the deposit is paid unless it is left open. */
async function signed(email: string, { paid = true, until }: { paid?: boolean; until?: string } = {}) {
  await draftAndSend(world, brief(email, until), LIST);
  const client = world.client();
  await client.openNewest(email, 'contract.sent');
  await client.sign('Dana Reed', email);
  await world.settle();
  if (paid) {
    world.vendors.stripe.pay(await client.checkout(), 'succeeds');
    await world.settle();
  }
  const version = await world.db.version.findFirstOrThrow({
    where: { contract: { parentId: null }, terms: { path: ['clientEmail', 'value'], equals: email } },
    include: { seal: true },
  });
  return { client, version, projectId: (await contractOf(version.contractId)).projectId };
}

const contractOf = (id: string) => world.db.contract.findFirstOrThrow({ where: { id } });
const sha = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const stateOf = () => (cardOf(world.team).metadata?.event_payload as { state: string } | undefined)?.state;

/** The shortcut on a message in #projects, to the verdicts; of several contracts the one that is named is chosen. */
async function scopeOf(message: string, versionId: string): Promise<void> {
  const { mia } = world;
  await mia.shortcut(mia.say('projects', message), 'contract:scope');
  if (mia.openView?.callbackId === 'contract:scope') {
    const choose = await mia.waitForView('contract:scope');
    await mia.fill(choose, { contract: versionId });
    await mia.submit(choose);
  }
}

/** From the verdicts to a drafted change order. */
async function changeOrder(filled: Record<string, string>, versionId: string): Promise<void> {
  const { mia } = world;
  await scopeOf('Could you also build a web shop?', versionId);
  await mia.press(mia.openView!, 'contract:make-change');
  const form = await mia.waitForView('contract:add-change');
  await mia.fill(form, filled);
  const sent = await mia.submit(form);
  expect(sent.fields).toEqual({});
  await world.settle();
}

async function sendChange(): Promise<void> {
  const { mia } = world;
  await mia.press(cardOf(world.team), 'contract:send');
  const preview = await mia.waitForView('contract:send');
  expect(textOf(preview.blocks)).toContain('EUR 500.00');
  expect(textOf(preview.blocks)).toMatch(/Custom wording.*The extra work/s);
  await mia.fill(preview, { name: 'Mia Berg', consent: ['yes'] });
  expect((await mia.submit(preview)).fields).toHaveProperty('custom');
  await mia.fill(preview, { custom: ['yes'] });
  expect((await mia.submit(preview)).errors).toEqual({});
  await world.settle();
}

test('a client’s message is held against the signed scope, priced, signed like a small contract, and invoiced', async () => {
  const { mia, team, vendors } = world;
  const { client, version, projectId } = await signed('more@acme.test', { until: '30 April 2027' });
  const sealed = version.seal?.blobSha256;
  await scopeOf('Thanks! Could you also build a web shop? And can you send the contact form?', version.id);
  const verdicts = textOf(mia.openView?.blocks);
  expect(verdicts).toMatch(/Outside:\* .*Could you also build a web shop/);
  expect(verdicts).toMatch(/In scope:\*.*Clause \d+ \(What you receive\)/s);
  expect(team.all.some(({ text }) => text.includes('In scope'))).toBe(false);
  await mia.press(mia.openView!, 'contract:make-change');
  const form = await mia.waitForView('contract:add-change');
  // What was asked is read beside the fields; a clause says what is done, in the freelancer's words.
  expect(textOf(form.blocks)).toContain('Could you also build a web shop?');
  for (const name of ['title', 'deliverables', 'fee'])
    expect(form.values[`contract:add-change.${name}`]?.[name], name).toMatchObject({ value: null });
  const rest = { fee: '500', endOn: '2027-03-31' };
  await mia.fill(form, { title: 'Could you also build a web shop?', ...rest });
  expect((await mia.submit(form)).fields).toHaveProperty('title');
  await mia.fill(form, { title: 'Web shop', deliverables: 'Dana wrote: a shop please' });
  expect((await mia.submit(form)).fields).toHaveProperty('deliverables');
  await mia.fill(form, { title: 'Web shop', deliverables: 'A shop with 20 products', fee: '500', endOn: '2027-03-31' });
  await Promise.all([mia.submit(form), mia.submit(form)]);
  await world.settle();
  await mia.close(undefined, { all: true });
  const change = await world.db.version.findFirstOrThrow({ where: { contract: { parentId: version.contractId } } });
  expect(await world.db.contract.count({ where: { parentId: version.contractId } })).toBe(1);
  expect(change.text.replaceAll(' ', '')).toContain(sha(version.text));
  expect(change.text).toContain('Everything else stays as agreed there');
  expect(textOf(cardOf(team).blocks)).toContain('Change order:* Web shop, EUR 500.00 by Wed 31 March 2027: drafted');
  expect(stateOf()).toBe('active');

  await mia.openHome();
  expect(textOf(mia.home?.blocks)).toContain('the change order “Web shop” waits to be sent');
  await sendChange();
  expect(stateOf()).toBe('active');
  await mia.openHome();
  expect(textOf(mia.home?.blocks)).toContain('the change order “Web shop” is sent, not signed yet');
  const mail = await vendors.mailbox.waitFor({ to: 'more@acme.test', kind: 'contract.sent' });
  expect(mail.subject).toBe('Change order to sign: Web shop');
  const page = await client.open(mail);
  expect(page.state).toBe('sign');
  expect(wordsOf(page.html)).toContain('The contract: Website');
  expect(wordsOf(page.html)).toMatch(/Still to come EUR 1,000\.00/);
  expect((await client.sign('Dana Reed', 'more@acme.test')).state).toBe('started');
  await world.settle();
  expect(wordsOf((await client.get('/portal/project')).html)).toContain('Change order: Web shop');
  const after = await world.db.version.findFirstOrThrow({ where: { id: version.id }, include: { seal: true } });
  expect(after.text).toBe(version.text);
  expect(sha(after.seal?.blobSha256 ?? '')).toBe(sha(sealed ?? ''));
  expect((await world.db.version.findFirstOrThrow({ where: { id: change.id } })).state).toBe('sealed');
  const card = textOf(cardOf(team).blocks);
  expect(card).toContain('*With changes*\\nEUR 2,500.00');
  expect(card).toContain('Web shop, EUR 500.00 by Wed 31 March 2027: signed');
  await mia.openHome();
  expect(textOf(mia.home?.blocks)).not.toContain('the change order');
  const project = await world.db.project.findFirstOrThrow({ where: { id: projectId } });
  expect(project.title).toBe('Website');

  await world.passTo(new Date('2027-03-31T12:00:00Z'));
  const own = await world.db.invoice.findFirstOrThrow({ where: { projectId, kind: 'standard' } });
  expect(own.totalMinor).toBe(50_000n);
  expect(await world.db.deduction.count({ where: { invoiceId: own.id } })).toBe(0);
  await client.openNewest('more@acme.test', 'invoice.issued');
  vendors.stripe.pay(await client.checkout(), 'succeeds');
  await world.passTo(new Date('2027-04-30T12:00:00Z'));
  // The deposit was left for the contract's own last invoice.
  const final = await world.db.invoice.findFirstOrThrow({ where: { projectId, kind: 'final' } });
  expect(final.totalMinor).toBe(100_000n);
  expect(threadOf(team).join('\n')).toContain('Sealed');
}, 120_000);

test('declined, withdrawn and thrown away, a change order leaves the contract as it is', async () => {
  const { mia, team, vendors } = world;
  const { client, version } = await signed('stays@acme.test');
  const add = { title: 'Web shop', deliverables: '', fee: '500', endOn: '2027-06-30' };
  await changeOrder(add, version.id);
  await mia.close(undefined, { all: true });
  await mia.press(cardOf(team), 'contract:edit');
  const edit = await mia.waitForView('contract:add-change');
  await mia.fill(edit, { title: 'Web shop, small' });
  expect((await mia.submit(edit)).fields).toEqual({});
  await world.settle();
  expect(textOf(cardOf(team).blocks)).toContain('Web shop, small, EUR 500.00');
  await sendChange();
  const mail = await vendors.mailbox.waitFor({ to: 'stays@acme.test', kind: 'contract.sent' });
  await client.open(mail);
  expect((await client.submit('contract:decline', { reason: 'Too dear' })).state).toBe('started');
  await world.settle();
  expect(wordsOf(client.page.html)).toContain('Declined');
  expect(stateOf()).toBe('active');
  const card = textOf(cardOf(team).blocks);
  expect(card).toContain('declined by the client');
  expect(card).not.toContain('With changes');
  await changeOrder({ ...add, title: 'Newsletter' }, version.id);
  await mia.close(undefined, { all: true });
  const drafted = cardOf(team).blocks.findLast(({ type }) => type === 'actions');
  expect(textOf(drafted)).toContain('contract:discard');
  const change = await world.db.version.findFirstOrThrow({ where: { state: 'draft' }, orderBy: { createdAt: 'desc' } });
  await mia.press(cardOf(team), 'contract:discard');
  await world.settle();
  expect((await world.db.version.findFirstOrThrow({ where: { id: change.id } })).state).toBe('discarded');
  expect(stateOf()).toBe('active');
  expect(textOf(cardOf(team).blocks)).not.toContain('Newsletter');
}, 120_000);

test('signed while the deposit is still to come, a change order neither holds up nor starts the project', async () => {
  const { mia, vendors } = world;
  const { client, version, projectId } = await signed('waits@acme.test', { paid: false });
  await changeOrder({ title: 'Web shop', deliverables: '', fee: '500', endOn: '2027-06-30' }, version.id);
  await mia.close(undefined, { all: true });
  await sendChange();
  expect(stateOf()).toBe('signed');
  await client.get('/portal/project');
  vendors.stripe.pay(await client.checkout(), 'succeeds');
  await world.settle();
  // The contract starts by its own deposit, though the newest version of the project is not signed.
  expect(stateOf()).toBe('active');
  await client.openNewest('waits@acme.test', 'contract.sent');
  await client.sign('Dana Reed', 'waits@acme.test');
  await world.settle();
  expect(await world.db.instalment.count({ where: { projectId, state: 'planned' } })).toBe(2);
}, 120_000);

test('a workspace without a signed contract is told so, and another studio sees none of ours', async () => {
  const { fern } = world;
  await draftAndSend(world, brief('open@acme.test'));
  await fern.shortcut(fern.say('projects', 'Could you also build a web shop?'), 'contract:scope');
  await world.settle();
  expect(textOf([fern.ephemerals, fern.openView?.blocks])).toContain('No contract for work is signed yet');
}, 60_000);

test('a price is offered with its arithmetic, from the contract or from what is typed, and taken only by a press', async () => {
  const { mia, team } = world;
  const email = 'offer@acme.test';
  await draftAndSend(world, `Icons for Acme (${email}), EUR 1,000, no deposit, done by 30 April 2028`, {
    deliverables: '10 icons',
  });
  const client = world.client();
  await client.openNewest(email, 'contract.sent');
  await client.sign('Dana Reed', email);
  await world.settle();
  const signedOne = await world.db.version.findFirstOrThrow({
    where: { contract: { parentId: null }, terms: { path: ['clientEmail', 'value'], equals: email } },
  });
  const open = async (message: string) => {
    await mia.close(undefined, { all: true });
    await scopeOf(message, signedOne.id);
    await mia.press(mia.openView!, 'contract:make-change');
    return mia.waitForView('contract:add-change');
  };
  const offersIn = (view: { blocks: unknown[] }) =>
    view.blocks.flatMap((block) => {
      const { element } = block as { element?: { action_id: string; options?: { value: string }[] } };
      return element?.action_id === 'offer' ? (element.options ?? []) : [];
    });
  const drafted = () =>
    world.db.version.findFirstOrThrow({
      where: { contract: { parentId: signedOne.contractId } },
      orderBy: { createdAt: 'desc' },
    });

  const form = await open('Could you make 5 more icons?');
  expect(textOf(offersIn(form))).toContain('5 more: EUR 1,000.00 for 10, so EUR 1,000.00 ÷ 10 × 5');
  const rest = { title: 'Five icons', endOn: '2028-03-31' };
  await mia.fill(form, { ...rest, offer: offersIn(form)[0]?.value ?? '' });
  expect((await mia.submit(form)).fields).toEqual({});
  await world.settle();
  expect((await drafted()).terms).toMatchObject({
    fee: { value: { minor: '50000', currency: 'EUR' }, origin: 'form' },
  });
  await mia.press(cardOf(team), 'contract:discard');
  await world.settle();

  const own = await open('Could you build a web shop?');
  expect(offersIn(own)).toEqual([]);
  await mia.fill(own, { title: 'A web shop', endOn: '2028-03-31' });
  expect((await mia.submit(own)).fields).toEqual({ fee: 'Say what it costs, like 500.' });
  await mia.fill(own, { title: '3 banners at EUR 50 each' });
  await mia.submit(own);
  const again = await mia.waitForView('contract:add-change');
  expect(textOf(offersIn(again))).toContain('3 at EUR 50.00 each, as the words say');
  expect(textOf(again.values)).toContain('3 banners at EUR 50 each');
  expect((await mia.submit(again)).fields).toHaveProperty('fee');
  await mia.fill(again, { offer: offersIn(again)[0]?.value ?? '' });
  expect((await mia.submit(again)).fields).toEqual({});
  await world.settle();
  expect((await drafted()).terms).toMatchObject({ fee: { value: { minor: '15000' } } });
});
