import { beforeAll, expect, test } from 'vitest';
import { storyBrief } from '../../src/sandbox/page/brief.ts';
import { draftAndSend } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { cardOf, cardsOf, startWorld, textOf, threadOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
const today = () => world.clock.now().toISOString().slice(0, 10);
const stateOfCard = () => cardOf(world.team).metadata?.event_payload?.state;

async function transfer(amount: string) {
  const desk = await world.desk();
  await desk.submit('payment:record', { amount, method: 'transfer', receivedOn: today() });
  await world.settle();
}

test('the balance issued early with /invoice takes the deposit off, is looked at, paid, and never issued again', async () => {
  const { mia, team, vendors } = world;
  const dana = 'dana@acme.test';
  await draftAndSend(world, storyBrief(world.clock.now()).replace('/contract ', ''));
  const client = world.client();
  await client.openNewest(dana, 'contract.sent');
  await client.sign('Dana Reed', dana);
  await world.settle();
  await transfer('2,000.00');
  expect(stateOfCard()).toBe('active');

  const deposit = await vendors.mailbox.waitFor({ to: dana, kind: 'invoice.issued' });
  await mia.command('/invoice', '', { channel: 'projects' });
  const form = await mia.waitForView('invoice:issue');
  const [, balance = ''] = /"value":"(ins_\w+)"/.exec(textOf(form.blocks)) ?? [];
  await mia.fill(form, { project: balance });
  expect(textOf(form.blocks)).toContain('EUR 2,000.00 to pay: EUR 4,000.00, less the paid deposit of EUR 2,000.00.');
  expect((await mia.submit(form)).errors).toEqual({});
  expect(textOf(mia.openView?.blocks)).toContain('is issued and on its way to dana@acme.test');
  await mia.close(undefined, { all: true });
  await world.settle();

  const mail = await vendors.mailbox.waitFor({ to: dana, kind: 'invoice.issued', after: deposit.id });
  const page = await client.open(mail);
  expect(page.state).toBe('invoice');
  expect(page.html).toMatch(/Less deposit TEST-\d+-0001/);
  await world.settle();
  expect(threadOf(team).join('\n')).toMatch(/looked at final invoice TEST-\d+-0002/);

  await transfer('2,000.00');
  expect(stateOfCard()).toBe('finished');
  await world.passTo(new Date('2027-05-20T10:00:00Z'));
  expect(vendors.mailbox.mails({ to: dana, kind: 'invoice.issued' })).toHaveLength(2);
  expect(vendors.mailbox.mails({ to: dana, kind: 'invoice.reminder' })).toEqual([]);
  expect(cardsOf(team)).toHaveLength(1);
  await checkInvariants(world);
}, 240_000);

test('an invoice for a client without a contract is reminded of by its ladder, and paid it is silent', async () => {
  const { mia, team, vendors } = world;
  await mia.command('/invoice', 'Bo Ek bo@ek.test EUR 500 logo retouch, net 14', { channel: 'projects' });
  expect((await mia.submit(await mia.waitForView('invoice:issue'))).errors).toEqual({});
  await mia.close(undefined, { all: true });
  await world.settle();
  const issued = await vendors.mailbox.waitFor({ to: 'bo@ek.test', kind: 'invoice.issued' });
  expect(cardsOf(team)).toHaveLength(2);

  await world.pass(world.days(15));
  const reminders = vendors.mailbox.mails({ to: 'bo@ek.test', kind: 'invoice.reminder' });
  expect(reminders).toHaveLength(2);
  const client = world.client();
  expect((await client.open(issued)).html).toContain('Overdue since');
  await transfer('500');
  expect((await client.get('/portal/project')).state).toBe('paid');
  await world.pass(world.days(30));
  expect(vendors.mailbox.mails({ to: 'bo@ek.test', kind: 'invoice.reminder' })).toHaveLength(2);
  await checkInvariants(world);
}, 240_000);
