import { beforeAll, expect, test } from 'vitest';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { sendCard, warmUp } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { wordsOf } from '../support/seen.ts';
import { cardOf, cardsOf, startWorld, textOf, threadOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await warmUp(world);
});

const dana = 'dana@acme.test';
const BRIEF = `nda with Acme Ltd (${dana}) about their new shop`;
const fieldsOf = (view: SandboxView) =>
  view.blocks.flatMap((block) => (block.type === 'input' ? [(block.element as { action_id: string }).action_id] : []));
/** What each field of a form holds now. */
function held(view: SandboxView): Record<string, unknown> {
  const fields = Object.values(view.values).flatMap((block) => Object.entries(block));
  return Object.fromEntries(fields.map(([name, state]) => [name, state.value]));
}

/** Chooses another kind of contract, and waits for the fields that it has. */
async function turned(template: string, field: string): Promise<SandboxView> {
  const { mia } = world;
  await mia.choose(mia.openView as SandboxView, 'template', template);
  await expect.poll(() => mia.openView && fieldsOf(mia.openView), { timeout: 10_000 }).toContain(field);
  return mia.openView as SandboxView;
}

const stateOf = () => (cardOf(world.team).metadata?.event_payload as { state: string } | undefined)?.state;

test('an NDA goes from one line to the seal, and nothing is ever owed under it', async () => {
  const { mia, team, vendors } = world;
  await mia.command('/contract', BRIEF, { channel: 'projects' });
  const form = await mia.waitForView('contract:terms', 20_000);
  expect(fieldsOf(form)).toEqual(
    expect.arrayContaining(['template', 'client', 'email', 'purpose', 'secretFor', 'startOn', 'law', 'specialTerms']),
  );
  for (const gone of ['title', 'fee', 'currency', 'taxIncluded', 'deposit', 'revisions', 'endOn', 'netDays'])
    expect(fieldsOf(form)).not.toContain(gone);
  expect(textOf(form.blocks)).not.toMatch(/price|deposit|invoice/i);
  await mia.fill(form, { contact: 'Dana Reed' });
  expect((await mia.submit(form)).errors).toEqual({});
  await world.settle();
  expect(stateOf()).toBe('drafting');
  const card = textOf(cardOf(team).blocks);
  for (const words of ['Mutual NDA with Acme Ltd', 'the new shop', 'For 3 years from the day it is shared'])
    expect(card).toContain(words);
  expect(card).not.toMatch(/Price|Deposit|EUR/);

  await mia.press(cardOf(team), 'contract:send');
  const preview = textOf((await mia.waitForView('contract:send', 20_000)).blocks);
  expect(preview).toContain('No invoice follows, because there is nothing to pay');
  expect(preview).not.toMatch(/EUR|goes out/);
  await mia.close(undefined, { all: true });
  await sendCard(world);
  const mail = await vendors.mailbox.waitFor({ to: dana, kind: 'contract.sent' });
  expect(mail.text).toContain('About: the new shop');
  await world.pass(world.days(4));
  expect(vendors.mailbox.mails({ kind: 'contract.reminder' })).toHaveLength(1);

  const client = world.client();
  expect((await client.openNewest(dana, 'contract.sent')).state).toBe('sign');
  expect(wordsOf(client.page.html)).not.toMatch(/Price|Deposit|EUR|Work next/);
  await client.submit('contract:explain', { question: 'How long?' });
  expect(wordsOf(client.page.html)).toContain('3 years from the day it was shared');
  await client.sign('Dana Reed', dana);
  await world.settle();
  expect((await client.get('/portal/project')).state).toBe('signed');
  expect(wordsOf(client.page.html)).toContain('It is in force, and there is nothing to pay.');
  const sealed = await vendors.mailbox.waitFor({ to: dana, kind: 'contract.sealed' });
  expect(sealed.text).toContain('There is nothing to pay and nothing else to do.');
  expect(sealed.attachments[0]?.bytes.subarray(0, 5).toString()).toBe('%PDF-');

  expect(stateOf()).toBe('active');
  expect(textOf(cardOf(team).blocks)).toContain('Signed and in force. Nothing is to be paid.');
  expect(threadOf(team).join('\n')).toContain('In force; there is nothing to pay');
  await world.pass(world.days(60));
  expect(await world.db.invoice.count()).toBe(0);
  expect(await world.db.instalment.count()).toBe(0);
  expect(vendors.mailbox.mails({ kind: 'invoice.issued' })).toEqual([]);
  await checkInvariants(world);
}, 180_000);

test('an invoice for the same client still works, in a project of its own', async () => {
  const { mia, team, vendors } = world;
  await mia.command('/invoice', `Acme Ltd (${dana}) EUR 300 for a workshop`, { channel: 'projects' });
  const form = await mia.waitForView('invoice:issue', 20_000);
  expect((await mia.submit(form)).errors).toEqual({});
  await world.settle();
  await mia.close(undefined, { all: true });
  const mail = await vendors.mailbox.waitFor({ to: dana, kind: 'invoice.issued' });
  expect(mail.text).toContain('EUR 300.00');
  const nda = await world.db.project.findFirstOrThrow({ where: { title: 'Mutual NDA with Acme Ltd' } });
  expect(await world.db.invoice.count({ where: { projectId: nda.id } })).toBe(0);
  expect(cardsOf(team)).toHaveLength(2);
  await checkInvariants(world);
}, 60_000);

test('the form goes to another kind of work and back, and nothing typed gets lost on the way', async () => {
  const { mia } = world;
  await mia.command('/contract', 'Website for Acme (shop@acme.test), EUR 4,000, 30% deposit, done by 10 April', {
    channel: 'projects',
  });
  const work = await mia.waitForView('contract:terms', 20_000);
  const list = 'A shop with 20 products\nA newsletter';
  await mia.fill(work, { fee: '4,500', deliverables: list, revisions: '', specialTerms: 'Files as SVG.' });
  const nda = await turned('nda', 'purpose');
  expect(fieldsOf(nda)).not.toContain('fee');
  expect(held(nda)).toMatchObject({ client: 'Acme', email: 'shop@acme.test', specialTerms: 'Files as SVG.' });
  await mia.fill(nda, { purpose: 'the new shop', secretFor: '18 months' });
  const back = await turned('web', 'fee');
  expect(held(back)).toMatchObject({ fee: '4,500', deliverables: list, deposit: '30%', specialTerms: 'Files as SVG.' });
  expect(held(back).revisions).toBeFalsy();
  const again = await turned('nda', 'purpose');
  expect(held(again)).toMatchObject({ purpose: 'the new shop', secretFor: '18 months' });
  await mia.submit(again);
  await world.settle();
  await mia.close(undefined, { all: true });
  const { terms } = await world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  expect(terms).toMatchObject({ purpose: { value: 'the new shop' }, secretMonths: { value: 18 } });
  for (const gone of ['fee', 'deposit', 'deliverables', 'endOn', 'netDays', 'cancellation'])
    expect(terms).not.toHaveProperty(gone);

  await mia.press(cardOf(world.team), 'contract:edit');
  const edit = await mia.waitForView('contract:terms', 20_000);
  await mia.fill(edit, { purpose: 'the newer shop' });
  const priced = await turned('web', 'fee');
  await mia.fill(priced, { fee: '900', deposit: 'none', endOn: '2027-09-01', deliverables: 'A shop' });
  expect((await mia.submit(priced)).errors).toEqual({});
  await world.settle();
  await mia.close(undefined, { all: true });
  expect(textOf(cardOf(world.team).blocks)).toContain('EUR 900.00');
  await checkInvariants(world);
}, 120_000);

test('a change of the span or the law is made, a price is refused in plain words, and extra work has nothing to hang on', async () => {
  const { mia, team } = world;
  await mia.command('/contract', 'Mutual NDA with Oak Ltd (oak@client.test) about a bike app', { channel: 'projects' });
  await mia.submit(await mia.waitForView('contract:terms', 20_000));
  await world.settle();
  await mia.close(undefined, { all: true });
  await mia.press(cardOf(team), 'contract:change');
  const ask = await mia.waitForView('contract:change', 20_000);
  await mia.fill(ask, { body: 'make it 5 years and the law of Ireland. The price is 4,000' });
  await mia.submit(ask);
  const shown = await mia.waitForView('contract:change', 20_000);
  const words = textOf(shown.blocks);
  expect(words).toContain('For 3 years from the day it is shared → For 5 years from the day it is shared');
  expect(words).toContain('Ireland');
  expect(words).toContain('Nothing is paid under this contract');
  await mia.submit(shown);
  await world.settle();
  await mia.close(undefined, { all: true });
  expect(textOf(cardOf(team).blocks)).toContain('For 5 years');
  await sendCard(world);
  await world.client().openNewest('oak@client.test', 'contract.sent');
  const client = world.client();
  await client.openNewest('oak@client.test', 'contract.sent');
  await client.sign('Ola Oak', 'oak@client.test');
  await world.settle();
  const message = mia.say('projects', 'Could you also build a web shop?');
  await mia.shortcut(message, 'contract:scope');
  await world.settle();
  expect(textOf([mia.openView?.blocks, ...mia.ephemerals.map(({ blocks }) => blocks)])).toMatch(
    /no work in it|No contract for work is signed yet/,
  );
  await checkInvariants(world);
}, 120_000);
