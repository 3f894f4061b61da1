import { afterEach, beforeAll, expect, test } from 'vitest';
import { draft, draftAndSend, sendCard } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { cardOf, cardsOf, startWorld, textOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterEach(async () => {
  const { slack, stripe, mailbox, model } = world.vendors;
  for (const vendor of [slack, stripe, mailbox, model]) vendor.faults.clear();
  await world.settle();
  await checkInvariants(world);
});

const brief = (email: string) => `Logo for Acme (${email}), EUR 900, 50% deposit, done by 30 April 2027`;

test.each([
  ['429', 1],
  ['5xx', 1],
] as const)(
  'the chat workspace answers %s while the card is posted: it comes a little later, once',
  async (kind, times) => {
    const before = cardsOf(world.team).length;
    world.vendors.slack.faults.add({ match: 'chat.postMessage', kind, times, retryAfter: 1 });
    await draft(world, brief(`slack-${kind}@acme.test`));
    expect(cardsOf(world.team)).toHaveLength(before + 1);
  },
);

test('a mail server that says “later” gets the mail later, with the same Message-ID', async () => {
  const { mailbox } = world.vendors;
  mailbox.faults.add({ match: 'later@acme.test', kind: 'smtp-4xx' });
  await draftAndSend(world, brief('later@acme.test'));
  expect(mailbox.mails({ to: 'later@acme.test', kind: 'contract.sent' })).toHaveLength(1);
  mailbox.faults.add({ match: 'dropped@acme.test', kind: 'drop-after-accept' });
  await draftAndSend(world, brief('dropped@acme.test'));
  const copies = mailbox.mails({ to: 'dropped@acme.test', kind: 'contract.sent' });
  expect(new Set(copies.map(({ messageId }) => messageId)).size).toBe(1);
});

test('a reminder whose answer is lost is not sent twice, and the thread says that it may have arrived', async () => {
  const { mailbox } = world.vendors;
  const to = 'lost@acme.test';
  await draftAndSend(world, brief(to));
  mailbox.faults.add({ match: to, kind: 'drop-after-accept' });
  await world.pass(world.days(4));
  expect(mailbox.mails({ to, kind: 'contract.reminder' })).toHaveLength(1);
  const posts = world.team.thread(cardOf(world.team).channel, cardOf(world.team).ts);
  expect(textOf(posts)).toContain('may have arrived, or not');
});

test('snooze and stop in the post about a reminder hold the next ones back', async () => {
  const { mailbox } = world.vendors;
  const to = 'snooze@acme.test';
  await draftAndSend(world, brief(to));
  const client = world.client();
  await client.openNewest(to, 'contract.sent');
  await client.sign('Dana Reed', to);
  await world.pass(world.days(4));
  const before = mailbox.mails({ to, kind: 'invoice.reminder' }).length;
  expect(before).toBeGreaterThan(0);
  const card = cardOf(world.team);
  const post = world.team
    .thread(card.channel, card.ts)
    .find((message) => textOf(message.blocks).includes('reminder:stop'));
  await world.mia.press(post!, 'reminder:snooze');
  await world.settle();
  expect(await world.db.pause.count({ where: { kind: 'snooze' } })).toBe(1);
  await world.mia.press(post!, 'reminder:stop');
  await world.settle();
  await world.pass(world.days(20));
  expect(mailbox.mails({ to, kind: 'invoice.reminder' })).toHaveLength(before);
});

test('the payment server fails while its page is made: the client is told what to do, and the next press works', async () => {
  const { stripe } = world.vendors;
  const to = 'pay@acme.test';
  await draftAndSend(world, brief(to));
  const client = world.client();
  await client.openNewest(to, 'contract.sent');
  await client.sign('Dana Reed', to);
  stripe.faults.add({ match: '*', kind: '429', times: 3 });
  await client.submit('invoice:pay');
  expect(client.page.html).toMatch(/try again|in a minute|transfer/i);
  stripe.faults.clear();
  await client.get('/portal/project');
  const session = await client.checkout();
  expect(stripe.pay(session, 'succeeds').outcome).toBe('paid');
  await world.settle();
  expect((await client.get('/portal/project')).state).toBe('started');
});

test('stopped in the middle and started again, everything owed is done', async () => {
  const { mia, vendors } = world;
  await draft(world, brief('restart@acme.test'));
  vendors.mailbox.faults.add({ match: 'restart@acme.test', kind: 'smtp-4xx', times: 2 });
  await mia.press(cardOf(world.team), 'contract:send');
  const view = await mia.waitForView('contract:send');
  await mia.fill(view, { name: 'Mia Berg', consent: ['yes'] });
  await mia.submit(view);
  await world.restart();
  await world.settle();
  expect(vendors.mailbox.mails({ to: 'restart@acme.test', kind: 'contract.sent' })).toHaveLength(1);
});

test('a model that refuses, breaks off or talks nonsense leaves the reading by rule, and the form says so', async () => {
  const modelled = await startWorld({ model: true });
  const { mia, vendors } = modelled;
  for (const kind of ['refusal', 'truncated', 'invalid-json', '5xx'] as const) {
    vendors.model.faults.add({ match: '*', kind });
    await mia.command('/contract', brief(`${kind}@acme.test`), { channel: 'projects' });
    const view = await mia.waitForView('contract:terms', 15_000);
    expect(textOf(view.blocks), kind).toContain('read by rule');
    expect(textOf(view.values), kind).toContain('900.00');
    await mia.close(undefined, { all: true });
  }
  await mia.command('/contract', brief('last@acme.test'), { channel: 'projects' });
  await mia.submit(await mia.waitForView('contract:terms', 15_000));
  await modelled.settle();
  await mia.close(undefined, { all: true });
  await sendCard(modelled);
  await checkInvariants(modelled);
}, 60_000);
