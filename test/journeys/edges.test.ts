import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { draft, draftAndSend, sendCard } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { cardOf, cardsOf, startWorld, textOf, threadOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterEach(async () => {
  await world.settle();
  await checkInvariants(world);
});

const stateOf = () => cardOf(world.team).metadata?.event_payload as { state: string };
const brief = (email: string, more = '') =>
  `Logo for Acme (${email}), EUR 900, 50% deposit, done by 30 April 2027${more}`;

test('a client who declines says why, and is not reminded', async () => {
  await draftAndSend(world, brief('no@acme.test'));
  const client = world.client();
  await client.openNewest('no@acme.test', 'contract.sent');
  const page = await client.submit('contract:decline', { reason: 'Too expensive <!channel> for us' });
  expect(page.state).toBe('declined');
  await world.settle();
  expect(stateOf().state).toBe('declined');
  expect(textOf(cardOf(world.team).blocks)).not.toContain('<!channel>');
  expect(threadOf(world.team).join()).not.toContain('<!channel>');
  await world.pass(world.days(8));
  expect(world.vendors.mailbox.mails({ to: 'no@acme.test', kind: 'contract.reminder' })).toEqual([]);
});

test('a brief without a price opens the form with the question, and drafts once it is answered', async () => {
  const { mia } = world;
  await mia.command('/contract', 'Logo for Acme (price@acme.test), done by 30 April 2027', { channel: 'projects' });
  const view = await mia.waitForView('contract:terms');
  expect(textOf(view.blocks)).toContain('what it costs');
  expect((await mia.submit(view)).fields).toHaveProperty('fee');
  for (const fee of ['1e9', '-5', '0.005', '١٢٣']) {
    await mia.fill(view, { fee });
    expect((await mia.submit(view)).fields, fee).toHaveProperty('fee');
  }
  await mia.fill(view, { fee: '1,234.50', deposit: '120%' });
  expect((await mia.submit(view)).fields).toHaveProperty('deposit');
  await mia.fill(view, { deposit: 'a third' });
  expect((await mia.submit(view)).errors).toEqual({});
  await world.settle();
  expect(textOf(cardOf(world.team).blocks)).toContain('EUR 411.50');
  await mia.close(undefined, { all: true });
});

test('the same form sent twenty times at once makes one contract and one card', async () => {
  const { mia } = world;
  const before = cardsOf(world.team).length;
  await mia.command('/contract', brief('twenty@acme.test'), { channel: 'projects' });
  const view = await mia.waitForView('contract:terms');
  await Promise.all(Array.from({ length: 20 }, () => mia.submit(view)));
  await world.settle();
  expect(cardsOf(world.team)).toHaveLength(before + 1);
  expect(await world.db.contact.count({ where: { email: 'twenty@acme.test' } })).toBe(1);
  await mia.close(undefined, { all: true });
});

test('sent again after an edit: the old link says superseded, and the new version is signed', async () => {
  const { mia, vendors } = world;
  await draftAndSend(world, brief('again@acme.test'));
  const first = await vendors.mailbox.waitFor({ to: 'again@acme.test', kind: 'contract.sent' });
  await mia.press(cardOf(world.team), 'contract:edit');
  const view = await mia.waitForView('contract:terms');
  await mia.fill(view, { fee: '1,000' });
  expect((await mia.submit(view)).errors).toEqual({});
  await world.settle();
  expect(stateOf().state).toBe('editing');
  const old = world.client();
  expect((await old.open(first)).state).toBe('sign');
  await sendCard(world);
  const second = await vendors.mailbox.waitFor({ to: 'again@acme.test', kind: 'contract.sent', after: first.id });
  expect(second.subject).toContain('Changed');
  expect((await old.open(first)).state).toBe('superseded');
  const client = world.client();
  expect((await client.open(second)).html).toContain('EUR 1,000.00');
  expect((await client.sign('Dana Reed', 'again@acme.test')).state).toBe('deposit');
});

test('two tabs that sign and pay at once make one signature and one charge', async () => {
  const { vendors } = world;
  await draftAndSend(world, brief('tabs@acme.test'));
  const mail = await vendors.mailbox.waitFor({ to: 'tabs@acme.test', kind: 'contract.sent' });
  const [one, two] = [world.client(), world.client()];
  await one.open(mail);
  await two.open(mail);
  await one.submit('contract:code');
  const code = vendors.mailbox.code(await vendors.mailbox.waitFor({ to: 'tabs@acme.test', kind: 'signature.code' }));
  await one.get('/portal/project');
  await two.get('/portal/project');
  const signing = { name: 'Dana Reed', code, consent: 'yes' };
  await Promise.all([one.submit('contract:sign', signing), two.submit('contract:sign', signing)]);
  await one.get('/portal/project');
  await two.get('/portal/project');
  const before = vendors.stripe.sessions().length;
  const [a, b] = await Promise.all([one.checkout(), two.checkout()]);
  expect(a).toBe(b);
  expect(vendors.stripe.sessions()).toHaveLength(before + 1);
  const paid = [vendors.stripe.pay(a, 'succeeds').outcome, vendors.stripe.pay(b, 'succeeds').outcome];
  expect(paid.sort()).toEqual(['closed', 'paid']);
  await world.settle();
  expect(stateOf().state).toBe('active');
});

describe('webhooks', () => {
  test('ten times each, and out of order, book a payment once', async () => {
    const { vendors } = world;
    await draftAndSend(world, brief('webhook@acme.test'));
    const client = world.client();
    await client.openNewest('webhook@acme.test', 'contract.sent');
    await client.sign('Dana Reed', 'webhook@acme.test');
    const session = await client.checkout();
    await vendors.stripe.withhold(true);
    vendors.stripe.pay(session, 'succeeds');
    const ids = vendors.stripe.withheld().map(({ event }) => event.id);
    await vendors.stripe.releaseInOrder([...ids].reverse());
    await vendors.stripe.withhold(false);
    for (const id of ids) await vendors.stripe.deliver(id, 10);
    await world.settle();
    expect(stateOf().state).toBe('active');
    expect(
      await world.db.payment.count({
        where: { invoice: { project: { client: { contacts: { some: { email: 'webhook@acme.test' } } } } } },
      }),
    ).toBe(1);
  });

  test('a bank debit is on its way for days, and settles then', async () => {
    const { vendors } = world;
    await draftAndSend(world, brief('debit@acme.test'));
    const client = world.client();
    await client.openNewest('debit@acme.test', 'contract.sent');
    await client.sign('Dana Reed', 'debit@acme.test');
    const session = await client.checkout();
    expect(vendors.stripe.pay(session, 'debit').outcome).toBe('processing');
    await world.settle();
    expect((await client.get('/portal/project')).state).toBe('processing');
    await world.pass(world.days(4));
    expect(vendors.mailbox.mails({ to: 'debit@acme.test', kind: 'invoice.reminder' })).toEqual([]);
    vendors.stripe.settleDebit(session);
    await world.settle();
    // The session of four days ago has ended; the mail opens another.
    expect((await client.openNewest('debit@acme.test', 'payment.receipt')).state).toBe('started');
  });
});

test('a dated slot: kept, one notice, and free again when the deposit does not come', async () => {
  const { vendors, team } = world;
  const to = 'wed@acme.test';
  const on = new Date(world.clock.now().getTime() + world.days(60)).toISOString().slice(0, 10);
  await draftAndSend(
    world,
    `Wedding photography for Tom Baker (${to}), EUR 1,800, 50% deposit, on ${on} at 15:00 for 6 hours`,
    {
      kind: 'private',
    },
  );
  const client = world.client();
  await client.openNewest(to, 'contract.sent');
  await client.sign('Tom Baker', to);
  await world.settle();
  expect(client.page.html).toContain('Kept for you');
  await world.pass(world.days(8));
  expect(vendors.mailbox.mails({ to, kind: 'booking.warned' })).toHaveLength(1);
  expect(vendors.mailbox.mails({ to, kind: 'booking.released' })).toHaveLength(1);
  expect(stateOf().state).toBe('released');
  expect((await client.open(vendors.mailbox.mails({ to, kind: 'booking.released' })[0]!)).state).toBe('released');
  const reminders = vendors.mailbox.mails({ to, kind: 'invoice.reminder' }).length;
  await world.pass(world.days(10));
  expect(vendors.mailbox.mails({ to, kind: 'invoice.reminder' })).toHaveLength(reminders);
  expect(threadOf(team).join('\n')).toContain('free again');
});

test('a dated slot with its deposit paid is booked, with a calendar file for both', async () => {
  const { vendors } = world;
  const to = 'booked@acme.test';
  const on = new Date(world.clock.now().getTime() + world.days(90)).toISOString().slice(0, 10);
  await draftAndSend(
    world,
    `Wedding photography for Tom Baker (${to}), EUR 1,800, 50% deposit, on ${on} at 15:00 for 6 hours`,
    {
      kind: 'private',
    },
  );
  const client = world.client();
  await client.openNewest(to, 'contract.sent');
  await client.sign('Tom Baker', to);
  vendors.stripe.pay(await client.checkout(), 'succeeds');
  await world.settle();
  expect((await client.get('/portal/project')).state).toBe('booked');
  const [mail] = vendors.mailbox.mails({ to, kind: 'booking.confirmed' });
  expect(mail?.calendar).toContain('BEGIN:VEVENT');
  expect(vendors.mailbox.mails({ to: 'mia@studio-berg.test', kind: 'booking.confirmed' })).toHaveLength(1);
});

test('a draft that is discarded is gone, and one that is withdrawn can’t be signed', async () => {
  const { mia, team } = world;
  await draft(world, brief('gone@acme.test'));
  await mia.press(cardOf(team), 'contract:discard');
  await world.settle();
  expect(stateOf().state).toBe('discarded');
  await draftAndSend(world, brief('back@acme.test'));
  const client = world.client();
  await client.openNewest('back@acme.test', 'contract.sent');
  await mia.press(cardOf(team), 'contract:discard');
  await world.settle();
  expect((await client.get('/portal/project')).state).toBe('withdrawn');
  await world.pass(world.days(8));
  expect(world.vendors.mailbox.mails({ to: 'back@acme.test', kind: 'contract.reminder' })).toEqual([]);
});

test('after its date a booking is over: the work is invoiced then, and the card and the page say what is paid', async () => {
  const { vendors, team } = world;
  const to = 'booked@acme.test';
  const [mail] = vendors.mailbox.mails({ to, kind: 'booking.confirmed' });
  const on =
    /DTSTART[^:]*:(\d{4})(\d{2})(\d{2})/
      .exec(mail?.calendar ?? '')
      ?.slice(1)
      .join('-') ?? '';
  const client = world.client();
  const invoices = () => vendors.mailbox.mails({ to, kind: 'invoice.issued' }).length;
  await world.passTo(new Date(`${on}T12:00:00Z`));
  expect(invoices()).toBe(0);
  await world.passTo(new Date(Date.parse(`${on}T12:00:00Z`) + world.days(1)));
  expect(invoices()).toBe(1);
  const card = team.all.findLast(({ blocks, metadata }) => metadata && textOf(blocks).includes('Tom Baker'));
  expect(textOf(card?.blocks)).toContain('The date is over. Invoiced.');
  await client.openNewest(to, 'invoice.issued');
  vendors.stripe.pay(await client.checkout(), 'succeeds');
  await world.settle();
  const page = await client.get('/portal/project');
  expect(page.state).toBe('paid');
  expect(page.html).not.toContain('Your date is booked');
});
