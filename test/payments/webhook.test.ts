import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Stripe from 'stripe';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { HEARD } from '../../src/payments/hear.ts';
import { armFailpoint } from '../../src/platform/failpoint.ts';
import { books, owing, press, type Stage, stage, thread } from './stage.ts';

let on: Stage;
let sdk: Stripe;
beforeAll(async () => {
  on = await stage();
  const { hostname, port } = new URL(on.vendors.stripeApiUrl);
  sdk = new Stripe(on.vendors.stripeSecretKey, { host: hostname, port, protocol: 'http', telemetry: false });
}, 60_000);
beforeEach(async () => {
  on.stripe.faults.clear();
  await on.stripe.withhold(false);
});

const inbox = (externalId: string) => on.db.inbox.findFirst({ where: { source: 'stripe', externalId } });
const eventsOf = (session: string) =>
  on.stripe.events().filter((event) => JSON.stringify(event.data.object).includes(session));

/** A webhook as Stripe would send it, signed with any secret and dated at any time. */
async function send(
  event: object,
  { secret = on.vendors.stripeWebhookSecret, at = Math.floor(Date.now() / 1000), tamper = false } = {},
): Promise<Response> {
  const payload = JSON.stringify(event);
  const signature = sdk.webhooks.generateTestHeaderString({ payload, secret, timestamp: at });
  return fetch(`${on.config.publicUrl}/stripe/webhook`, {
    method: 'POST',
    body: tamper ? payload.replace('"object"', '"Object"') : payload,
    headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
  });
}

function made(type: string, objectId: string, more: object = {}) {
  return {
    id: `evt_${randomBytes(12).toString('hex')}`,
    object: 'event',
    type,
    livemode: false,
    data: { object: { id: objectId } },
    ...more,
  };
}

/** A client who has paid, with every webhook kept back. */
async function paidInSilence(card = 'succeeds') {
  const owed = await owing(on);
  const { session } = await press(owed.page, owed.id);
  await on.stripe.withhold(true);
  on.stripe.pay(session, card);
  return { ...owed, session };
}

/** Lets go of what is kept back, in the order given. */
async function release(ids: readonly string[]) {
  await on.stripe.releaseInOrder(ids);
  await on.work();
}

const kept = () => on.stripe.withheld().map(({ event }) => event.id);

describe('every delivery ends in the same books', () => {
  test('ten times each, in both orders, and two workers at once: one payment, one post, one receipt', async () => {
    const { acme, id } = await paidInSilence();
    const ids = kept();
    await on.stripe.withhold(false);
    await on.stripe.releaseInOrder(ids.toReversed());
    await Promise.all([...ids, ...ids].map((event) => on.stripe.deliver(event, 5)));
    await Promise.all([on.work(), on.work()]);
    expect(await books(on, id)).toMatchObject({
      state: 'paid',
      paid: 200_000n,
      applied: 200_000n,
      attempts: ['succeeded'],
    });
    expect((await books(on, id)).payments).toHaveLength(1);
    expect(thread(on, acme).filter(({ text }) => text.includes('received'))).toHaveLength(1);
    expect(on.vendors.mailbox.mails({ to: acme.email, kind: 'payment.receipt' })).toHaveLength(1);
  });

  test('heard of three days late, a card payment has the day it was made, and a debit the day it arrived', async () => {
    const [card, debit] = [await paidInSilence(), await paidInSilence('debit')];
    const paidAt = on.clock.now().getTime();
    const hours = 72;
    on.clock.forward(hours);
    on.clock.ahead = hours * 60;
    onTestFinished(() => {
      on.clock.forward(-hours);
      on.clock.ahead = 0;
    });
    on.stripe.settleDebit(debit.session);
    for (const event of [card, debit].flatMap(({ session }) => eventsOf(session)))
      expect((await send(event, { at: Math.floor(on.clock.machine().getTime() / 1000) })).status).toBe(200);
    await on.work();
    const receivedAt = async (id: string) => (await books(on, id)).payments[0]?.receivedAt.getTime() ?? 0;
    expect(Math.abs((await receivedAt(card.id)) - paidAt)).toBeLessThan(60_000);
    expect(Math.abs((await receivedAt(debit.id)) - paidAt - hours * 3_600_000)).toBeLessThan(60_000);
    const receipt = on.vendors.mailbox.mails({ to: card.acme.email, kind: 'payment.receipt' });
    expect(receipt).toHaveLength(1);
  });

  test('a debit heard of backwards, its end before its beginning, ends paid', async () => {
    const { id, session } = await paidInSilence('debit');
    on.stripe.settleDebit(session);
    await release(kept().toReversed());
    expect(await books(on, id)).toMatchObject({ state: 'paid', paid: 200_000n, attempts: ['succeeded'] });
  });

  test('a decline heard of after the payment it came before changes nothing', async () => {
    const { acme, id, page } = await owing(on);
    const { session } = await press(page, id);
    await on.stripe.withhold(true);
    on.stripe.pay(session, 'declined');
    on.stripe.pay(session, 'succeeds');
    await release(kept().toReversed());
    expect(await books(on, id)).toMatchObject({ state: 'paid', attempts: ['succeeded'] });
    expect(thread(on, acme).some(({ text }) => text.includes('did not go through'))).toBe(false);
  });

  test('the webhook that is quicker than our own record of the page settles it', async () => {
    const { id, page } = await owing(on);
    const disarm = armFailpoint('payment.before-session', () => {
      throw new Error('the process stops here');
    });
    await press(page, id);
    disarm();
    const session = on.stripe.sessions().find((made) => made.client_reference_id === id);
    on.stripe.pay(session!.id, 'succeeds');
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'paid', paid: 200_000n, attempts: ['succeeded'] });
  });

  test('a worker that dies after settling and before saying so leaves it to the next, who changes nothing', async () => {
    const { acme, id } = await paidInSilence();
    const disarm = armFailpoint('payment.after-hear', () => {
      throw new Error('the process stops here');
    });
    await release(kept());
    disarm();
    expect(await books(on, id)).toMatchObject({ state: 'paid' });
    await on.db.inbox.updateMany({ where: { state: 'new' }, data: { availableAt: new Date(0) } });
    await on.work();
    expect(await on.db.inbox.count({ where: { source: 'stripe', state: 'new' } })).toBe(0);
    expect((await books(on, id)).payments).toHaveLength(1);
    expect(thread(on, acme).filter(({ text }) => text.includes('received'))).toHaveLength(1);
  });

  test('an expired page is an expired attempt, and the next press opens another', async () => {
    const { id, page } = await owing(on);
    const { session } = await press(page, id);
    on.stripe.expire(session);
    await on.work();
    expect(await books(on, id)).toMatchObject({ attempts: ['expired'] });
    expect((await press(page, id)).session).not.toBe(session);
  });

  test('Stripe out of reach while a webhook is acted on: it is acted on later, and lost is nothing', async () => {
    const { id, session } = await paidInSilence();
    on.stripe.faults.add({ match: /GET \/v1\/checkout/, kind: '5xx', times: 50 });
    await release(kept());
    expect(await books(on, id)).toMatchObject({ state: 'open' });
    const [event] = eventsOf(session).filter(({ type }) => type === 'checkout.session.completed');
    expect(await inbox(event!.id)).toMatchObject({
      state: 'new',
      attempts: 1,
      failure: expect.stringContaining('stripe'),
    });
    on.stripe.faults.clear();
    await on.db.inbox.updateMany({ where: { state: 'new' }, data: { availableAt: new Date(0) } });
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'paid', paid: 200_000n });
  });
});

describe('what is not ours changes nothing', () => {
  test.each([
    ['another secret', { secret: 'whsec_wrong' }],
    ['an empty secret', { secret: ' ' }],
    ['a date of six minutes ago', { at: Math.floor(Date.now() / 1000) - 360 }],
    ['a date six minutes ahead', { at: Math.floor(Date.now() / 1000) + 360 }],
    ['another body', { tamper: true }],
  ])('a webhook signed with %s is refused and not kept', async (_, how) => {
    const event = made('checkout.session.completed', 'cs_test_1');
    expect((await send(event, how)).status).toBe(400);
    expect(await inbox(event.id)).toBeNull();
  });

  test('no signature at all, or nonsense in its place, is refused', async () => {
    for (const signature of [undefined, '', 'v1=abc', 't=,v1=', 't=NaN,v1=00']) {
      const headers = signature === undefined ? {} : { 'stripe-signature': signature };
      const answer = await fetch(`${on.config.publicUrl}/stripe/webhook`, { method: 'POST', body: '{}', headers });
      expect(answer.status).toBe(400);
    }
  });

  test('the secret before the change still counts, a replay is answered and forgotten, other types are not kept', async () => {
    const event = made('checkout.session.completed', 'cs_test_unknown');
    expect((await send(event, { secret: 'whsec_older' })).status).toBe(200);
    expect((await send(event)).status).toBe(200);
    expect(await on.db.inbox.count({ where: { externalId: event.id } })).toBe(1);
    const other = made('customer.created', 'cus_1');
    expect((await send(other)).status).toBe(200);
    expect(await inbox(other.id)).toBeNull();
  });

  test('a page nobody here opened is set aside with the reason', async () => {
    const event = made('checkout.session.completed', 'cs_test_nobody');
    await send(event);
    await on.work();
    expect(await inbox(event.id)).toMatchObject({
      state: 'parked',
      failure: expect.stringContaining('resource_missing'),
    });
  });

  test('an event of someone else’s account, or of live mode, is set aside unread', async () => {
    const { session, id } = await paidInSilence();
    const foreign = made('checkout.session.completed', session, { account: on.stripe.connect().id });
    const live = made('checkout.session.completed', session, { livemode: true });
    for (const event of [foreign, live]) await send(event);
    await on.work();
    expect(await inbox(foreign.id)).toMatchObject({
      state: 'parked',
      failure: expect.stringContaining('no business here'),
    });
    expect(await inbox(live.id)).toMatchObject({ state: 'parked', failure: expect.stringContaining('a live event') });
    expect(await books(on, id)).toMatchObject({ state: 'open', paid: 0n });
  });

  type Wrong = { minor?: number; currency?: string; reference?: string; workspace?: string; attempt?: string };

  test.each([
    ['another sum', { minor: 100 }, 'is not over 200000'],
    ['another currency', { currency: 'usd' }, 'is not in EUR'],
    ['another invoice', { reference: 'inv_000000000000000000000000' }, 'another invoice'],
    ['another workspace', { workspace: 'wsp_000000000000000000000000' }, 'no attempt'],
    ['an attempt that is not there', { attempt: 'att_000000000000000000000000' }, 'no attempt'],
  ] as [string, Wrong, string][])(
    'a paid page that names our invoice with %s is set aside',
    async (_, wrong, reason) => {
      const { id, page } = await owing(on);
      const disarm = armFailpoint('payment.before-session', () => {
        throw new Error('the process stops here');
      });
      await press(page, id);
      disarm();
      const attempt = await on.db.attempt.findFirstOrThrow({ where: { invoiceId: id } });
      const metadata = {
        invoice: id,
        attempt: wrong.attempt ?? attempt.id,
        workspace: wrong.workspace ?? on.workspaceId,
      };
      const price = {
        currency: wrong.currency ?? 'eur',
        unit_amount: wrong.minor ?? 200_000,
        product_data: { name: 'x' },
      };
      const forged = await sdk.checkout.sessions.create({
        mode: 'payment',
        client_reference_id: wrong.reference ?? id,
        metadata,
        line_items: [{ quantity: 1, price_data: price }],
        success_url: 'http://localhost/x',
      });
      on.stripe.pay(forged.id, 'succeeds');
      await on.work();
      const [event] = eventsOf(forged.id).filter(({ type }) => type === 'checkout.session.completed');
      expect(await inbox(event!.id)).toMatchObject({ state: 'parked', failure: expect.stringContaining(reason) });
      expect(await books(on, id)).toMatchObject({ state: 'open', paid: 0n, attempts: ['open'] });
    },
  );

  test('a second page for an attempt that has one is set aside', async () => {
    const { id, page } = await owing(on);
    await press(page, id);
    const attempt = await on.db.attempt.findFirstOrThrow({ where: { invoiceId: id } });
    const twin = await sdk.checkout.sessions.create({
      mode: 'payment',
      client_reference_id: id,
      metadata: { invoice: id, attempt: attempt.id, workspace: on.workspaceId },
      line_items: [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 200_000, product_data: { name: 'x' } } }],
      success_url: 'http://localhost/x',
    });
    on.stripe.pay(twin.id, 'succeeds');
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'open', paid: 0n });
  });
});

describe('without Stripe', () => {
  test('there is no webhook, and the page offers a transfer only', async () => {
    const bare = await stage({ stripe: false });
    const answer = await fetch(`${bare.config.publicUrl}/stripe/webhook`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(404);
    const { id, page } = await owing(bare);
    const html = await (await page.get('/portal/project')).text();
    expect(html).not.toContain('invoice:pay');
    expect(html).toContain('DE89 3704 0044 0532 0130 00');
    expect((await press(page, id)).words).toContain('Please pay by bank transfer.');
  }, 60_000);
});

test('the README names every event that a webhook endpoint has to be subscribed to, and no other', () => {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
  const named = [...readme.matchAll(/`((?:checkout|payment_intent|charge|refund)\.[a-z_.]+)`/g)].map(
    ([, name]) => name,
  );
  expect(named.sort()).toEqual([...HEARD].sort());
});
