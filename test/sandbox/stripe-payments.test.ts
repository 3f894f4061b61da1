import type Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deposit, SECRETS, type StripeStage, stripeStage } from './stripe-stage.ts';

let stage: StripeStage;
beforeAll(async () => {
  stage = await stripeStage();
});
afterAll(() => stage.stop());
beforeEach(async () => {
  await stage.server.idle();
  stage.received.length = 0;
  stage.server.faults.clear();
  stage.answerWebhooks(() => 200);
});

const open = () => stage.stripe.checkout.sessions.create(deposit());
const code = (call: Promise<unknown>) =>
  call.then(
    () => 'accepted',
    (error: Stripe.errors.StripeError) => error.code ?? error.message,
  );

async function paid() {
  const session = await open();
  stage.server.pay(session.id, 'succeeds');
  await stage.server.idle();
  stage.received.length = 0;
  const intent = await stage.stripe.paymentIntents.retrieve(
    String((await stage.stripe.checkout.sessions.retrieve(session.id)).payment_intent),
  );
  return { session, intent: intent.id, charge: String(intent.latest_charge) };
}

describe('paying', () => {
  test('a card that works leaves a paid session, one charge and the events', async () => {
    const session = await open();
    const result = stage.server.pay(session.id, '4242 4242 4242 4242');
    expect(result).toMatchObject({
      outcome: 'paid',
      redirect: `http://localhost:3000/portal/paid?session=${session.id}`,
    });
    await stage.server.idle();
    expect(stage.types().sort()).toEqual(['checkout.session.completed', 'payment_intent.succeeded']);
    const done = await stage.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge.balance_transaction'],
    });
    expect(done).toMatchObject({ status: 'complete', payment_status: 'paid', url: null });
    const intent = done.payment_intent as Stripe.PaymentIntent;
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 200_000, metadata: { invoice: 'inv_1' } });
    const charge = intent.latest_charge as Stripe.Charge;
    expect(charge).toMatchObject({ paid: true, captured: true, amount: 200_000, metadata: { invoice: 'inv_1' } });
    expect(charge.balance_transaction).toMatchObject({ amount: 200_000, fee: 3_025, net: 196_975 });
    expect(stage.server.pay(session.id, 'succeeds').outcome).toBe('closed');
    const list = await stage.stripe.charges.list({ payment_intent: intent.id });
    expect(list.data).toHaveLength(1);
  });

  test('a declined card leaves the session open, and the next card pays it', async () => {
    const session = await open();
    expect(stage.server.pay(session.id, 'declined').outcome).toBe('declined');
    await stage.server.idle();
    expect(stage.types()).toEqual(['payment_intent.payment_failed']);
    const still = await stage.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    expect(still).toMatchObject({
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: {
        status: 'requires_payment_method',
        last_payment_error: { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline' },
      },
    });
    stage.server.pay(session.id, 'succeeds');
    const intent = (still.payment_intent as Stripe.PaymentIntent).id;
    const charges = await stage.stripe.charges.list({ payment_intent: intent });
    expect(charges.data.map((charge) => charge.status)).toEqual(['succeeded', 'failed']);
  });

  test('3-D Secure: denied leaves it open, allowed pays', async () => {
    const session = await open();
    expect(stage.server.pay(session.id, '3ds').outcome).toBe('action');
    expect(stage.server.authenticate(session.id, false).outcome).toBe('declined');
    expect(stage.server.pay(session.id, '3ds').outcome).toBe('action');
    expect(stage.server.authenticate(session.id, true).outcome).toBe('paid');
    await stage.server.idle();
    expect(stage.types().filter((type) => type === 'checkout.session.completed')).toHaveLength(1);
  });

  test('a bank debit completes unpaid and settles, or fails, later', async () => {
    const [good, bad] = [await open(), await open()];
    for (const { id } of [good, bad]) expect(stage.server.pay(id, 'debit').outcome).toBe('processing');
    await stage.server.idle();
    const first = stage.received[0]?.event.data.object as Stripe.Checkout.Session;
    expect(stage.received[0]?.event.type).toBe('checkout.session.completed');
    expect(first).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
    stage.server.settleDebit(good.id);
    stage.server.failDebit(bad.id);
    await stage.server.idle();
    expect(stage.types()).toContain('checkout.session.async_payment_succeeded');
    expect(stage.types()).toContain('checkout.session.async_payment_failed');
    expect(await stage.stripe.checkout.sessions.retrieve(good.id)).toMatchObject({ payment_status: 'paid' });
    expect(await stage.stripe.checkout.sessions.retrieve(bad.id)).toMatchObject({ payment_status: 'unpaid' });
  });

  test('an expired session takes no money', async () => {
    const session = await open();
    const expired = await stage.stripe.checkout.sessions.expire(session.id);
    expect(expired).toMatchObject({ status: 'expired', url: null });
    expect(stage.server.pay(session.id, 'succeeds').outcome).toBe('closed');
    expect(await code(stage.stripe.checkout.sessions.expire(session.id))).toMatch(/status of expired/);
    await stage.server.idle();
    expect(stage.types()).toEqual(['checkout.session.expired']);
  });
});

describe('money back', () => {
  test('refunds never exceed the charge', async () => {
    const { intent, charge } = await paid();
    const part = await stage.stripe.refunds.create({
      payment_intent: intent,
      amount: 50_000,
      reason: 'requested_by_customer',
    });
    expect(part).toMatchObject({ status: 'succeeded', amount: 50_000, charge, payment_intent: intent });
    await stage.server.idle();
    expect(stage.types().sort()).toEqual(['charge.refunded', 'refund.created']);
    expect(await code(stage.stripe.refunds.create({ charge, amount: 150_001 }))).toMatch(
      /greater than unrefunded amount/,
    );
    await stage.stripe.refunds.create({ charge });
    expect(await stage.stripe.charges.retrieve(charge)).toMatchObject({ refunded: true, amount_refunded: 200_000 });
    expect(await code(stage.stripe.refunds.create({ charge }))).toBe('charge_already_refunded');
    expect((await stage.stripe.refunds.list({ charge })).data.map((one) => one.amount)).toEqual([150_000, 50_000]);
  });

  test('a dispute blocks refunds until it is won', async () => {
    const { charge } = await paid();
    const dispute = stage.server.dispute(charge, { reason: 'product_not_received' });
    expect(await stage.stripe.disputes.retrieve(dispute.id)).toMatchObject({
      status: 'needs_response',
      amount: 200_000,
      charge,
    });
    expect(await code(stage.stripe.refunds.create({ charge }))).toBe('charge_disputed');
    stage.server.closeDispute(dispute.id, 'won');
    await stage.server.idle();
    expect(stage.types().sort()).toEqual(['charge.dispute.closed', 'charge.dispute.created']);
    expect((await stage.stripe.refunds.create({ charge })).status).toBe('succeeded');
    const lost = await paid();
    stage.server.closeDispute(stage.server.dispute(lost.charge).id, 'lost');
    expect((await stage.stripe.disputes.list({ charge: lost.charge })).data[0]?.status).toBe('lost');
  });
});

describe('webhooks', () => {
  test('are signed so that the SDK takes them, and only with the right secret and body', async () => {
    const session = await open();
    stage.server.pay(session.id, 'succeeds');
    await stage.server.idle();
    const { body, signature } = stage.received.at(-1)!;
    const event = stage.stripe.webhooks.constructEvent(body, signature, SECRETS[0]!);
    expect(event.data.object).toMatchObject({ object: 'checkout.session', id: session.id, payment_status: 'paid' });
    expect(event.account).toBeUndefined();
    expect(() => stage.stripe.webhooks.constructEvent(body, signature, SECRETS[1]!)).toThrow(/signature/);
    expect(() => stage.stripe.webhooks.constructEvent(`${body} `, signature, SECRETS[0]!)).toThrow(/signature/);
  });

  test('those of a connected account name it and bear the other secret', async () => {
    const account = stage.server.connect().id;
    const session = await stage.stripe.checkout.sessions.create(deposit(), { stripeAccount: account });
    stage.server.pay(session.id, 'succeeds');
    await stage.server.idle();
    const { body, signature } = stage.received.at(-1)!;
    expect(stage.stripe.webhooks.constructEvent(body, signature, SECRETS[1]!).account).toBe(account);
    const listed = await stage.stripe.events.list({ type: 'checkout.session.completed' }, { stripeAccount: account });
    expect(listed.data).toHaveLength(1);
  });

  test('are tried again until the app says yes, and not for ever', async () => {
    let tries = 0;
    stage.answerWebhooks(() => (++tries < 3 ? 500 : 200));
    const first = await open();
    await stage.stripe.checkout.sessions.expire(first.id);
    await stage.server.idle();
    expect(tries).toBe(3);
    stage.answerWebhooks(() => 500);
    const second = await open();
    await stage.stripe.checkout.sessions.expire(second.id);
    await stage.server.idle();
    expect(stage.server.deliveries().at(-1)).toMatchObject({ state: 'failed', answers: [500, 500, 500] });
    const failed = await stage.stripe.events.list({ delivery_success: false, types: ['checkout.session.expired'] });
    expect(failed.data[0]?.data.object).toMatchObject({ id: second.id });
  });

  test('come twice, out of order, late or again, as told', async () => {
    stage.server.faults.add({ match: 'checkout.session.completed', kind: 'duplicate', times: 9 });
    stage.server.pay((await open()).id, 'succeeds');
    await stage.server.idle();
    const completed = () => stage.received.filter(({ event }) => event.type === 'checkout.session.completed');
    expect(completed()).toHaveLength(10);
    expect(new Set(completed().map(({ event }) => event.id)).size).toBe(1);

    stage.received.length = 0;
    stage.server.faults.add({ match: 'payment_intent.succeeded', kind: 'reorder' });
    stage.server.pay((await open()).id, 'succeeds');
    await new Promise((done) => setTimeout(done, 300));
    expect(stage.types()).toEqual(['checkout.session.completed', 'payment_intent.succeeded']);

    stage.received.length = 0;
    await stage.server.withhold(true);
    stage.server.pay((await open()).id, 'succeeds');
    await stage.server.idle();
    expect(stage.received).toHaveLength(0);
    const kept = stage.server.withheld().map(({ event }) => event.id);
    expect(kept).toHaveLength(2);
    await stage.server.releaseInOrder([...kept].reverse());
    expect(stage.received.map(({ event }) => event.id)).toEqual([...kept].reverse());
    await stage.server.withhold(false);
    await stage.server.deliver(kept[0]!, 3);
    expect(stage.received).toHaveLength(5);
  });
});
