import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deposit, type StripeStage, stripeStage } from './stripe-stage.ts';

let stage: StripeStage;
beforeAll(async () => {
  stage = await stripeStage();
});
afterAll(() => stage.stop());

async function refused(call: Promise<unknown>) {
  const fault = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof Stripe.errors.StripeError)) throw new Error(`Not refused: ${String(fault)}`);
  return {
    status: fault.statusCode,
    type: fault.rawType,
    code: fault.code,
    param: fault.param,
    message: fault.message,
  };
}

const raw = (path: string, init: RequestInit = {}) =>
  fetch(`${stage.url}${path}`, { ...init, headers: { authorization: 'Bearer sk_test_sandbox', ...init.headers } });

describe('what the API takes', () => {
  test('a session has the shape and the values the SDK expects', async () => {
    const { stripe } = stage;
    const session = await stripe.checkout.sessions.create(deposit());
    expect(session).toMatchObject({
      object: 'checkout.session',
      amount_total: 200_000,
      currency: 'eur',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      livemode: false,
      client_reference_id: 'inv_1',
      metadata: { invoice: 'inv_1', attempt: 'att_1', workspace: 'wsp_1' },
    });
    expect(session.id).toMatch(/^cs_test_[A-Za-z0-9]{58}$/);
    expect(session.url).toBe(`${stage.url}/checkout/${session.id}`);
    expect(session.lastResponse.requestId).toMatch(/^req_/);
    expect(session.expires_at - session.created).toBe(86_400);
    const again = await stripe.checkout.sessions.retrieve(session.id, { expand: ['line_items'] });
    expect(again.line_items?.data[0]).toMatchObject({
      description: 'Deposit 50 %',
      amount_total: 200_000,
      quantity: 1,
    });
  });

  test('an unknown parameter is refused by name, at any depth, before anything else', async () => {
    const make = (more: object) => stage.stripe.checkout.sessions.create(deposit(more));
    expect(await refused(make({ colour: 'red' }))).toMatchObject({
      status: 400,
      type: 'invalid_request_error',
      code: 'parameter_unknown',
      param: 'colour',
    });
    expect(await refused(make({ payment_method_types: ['card'] }))).toMatchObject({
      code: 'parameter_unknown',
      param: 'payment_method_types',
    });
    const nested = { payment_intent_data: { metadata: {}, wobble: 1 }, success_url: '' };
    expect(await refused(make(nested))).toMatchObject({
      code: 'parameter_unknown',
      param: 'payment_intent_data[wobble]',
    });
  });

  test('missing and ill-typed parameters say which', async () => {
    const create = (more: object) => stage.stripe.checkout.sessions.create(deposit(more));
    const priced = (price: object, quantity: unknown = 1) => ({ line_items: [{ quantity, price_data: price }] });
    const good = { currency: 'eur', unit_amount: 500, product_data: { name: 'x' } };
    const cases: [object, string | undefined, string][] = [
      [{ mode: undefined }, 'parameter_missing', 'mode'],
      [{ line_items: undefined }, 'parameter_missing', 'line_items'],
      [{ success_url: undefined }, 'parameter_missing', 'success_url'],
      [{ success_url: 'example.org/ok' }, 'url_invalid', 'success_url'],
      [{ success_url: '' }, 'parameter_invalid_empty', 'success_url'],
      [{ customer_email: 'nobody' }, 'email_invalid', 'customer_email'],
      [priced({ ...good, currency: undefined }), 'parameter_missing', 'line_items[0][price_data][currency]'],
      [priced({ ...good, unit_amount: 'ten' }), 'parameter_invalid_integer', 'line_items[0][price_data][unit_amount]'],
      [priced({ ...good, unit_amount: 1.5 }), 'parameter_invalid_integer', 'line_items[0][price_data][unit_amount]'],
      [priced({ ...good, unit_amount: -1 }), 'parameter_invalid_integer', 'line_items[0][price_data][unit_amount]'],
      [priced({ ...good, unit_amount: '١٢٣' }), 'parameter_invalid_integer', 'line_items[0][price_data][unit_amount]'],
      [priced({ ...good, currency: 'xxx' }), undefined, 'line_items[0][price_data][currency]'],
      [priced({ ...good, unit_amount: 10 }), 'amount_too_small', 'line_items'],
      [priced({ ...good, unit_amount: 100_000_000 }), 'amount_too_large', 'line_items[0][price_data][unit_amount]'],
      [priced({ ...good, currency: 'jpy', unit_amount: 49 }), 'amount_too_small', 'line_items'],
      [
        priced({ ...good, currency: 'kwd', unit_amount: 5_001 }),
        'parameter_invalid_integer',
        'line_items[0][price_data][unit_amount]',
      ],
      [
        priced({ ...good, currency: 'isk', unit_amount: 150 }),
        'parameter_invalid_integer',
        'line_items[0][price_data][unit_amount]',
      ],
      [{ client_reference_id: 'x'.repeat(201) }, 'parameter_invalid_string', 'client_reference_id'],
      [{ metadata: { a: 'x'.repeat(501) } }, undefined, 'metadata'],
      [
        { payment_intent_data: { application_fee_amount: 5 } },
        undefined,
        'payment_intent_data[application_fee_amount]',
      ],
    ];
    for (const [more, code, param] of cases) {
      expect(await refused(create(more)), JSON.stringify(more)).toMatchObject({ status: 400, code, param });
    }
    const yen = priced({ ...good, currency: 'jpy', unit_amount: 500_000 });
    expect(await create(yen)).toMatchObject({ amount_total: 500_000, currency: 'jpy' });
  });

  test('a session lives at least half an hour and at most a day', async () => {
    const now = Math.floor(Date.now() / 1000);
    const at = (expires_at: number) => stage.stripe.checkout.sessions.create(deposit({ expires_at }));
    expect(await refused(at(now + 60))).toMatchObject({ status: 400, param: 'expires_at' });
    expect(await refused(at(now + 90_000))).toMatchObject({ status: 400, param: 'expires_at' });
    expect((await at(now + 3_600)).expires_at).toBe(now + 3_600);
  });

  test('every answer that is not 2xx carries an error', async () => {
    const cases: [string, RequestInit, number][] = [
      ['/v1/charges', { headers: { authorization: '' } }, 401],
      ['/v1/charges', { headers: { authorization: 'Bearer sk_test_wrong' } }, 401],
      ['/v1/nowhere', {}, 404],
      ['/v1/checkout/sessions/cs_test_none', {}, 404],
      ['/v1/refunds', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }, 400],
      ['/v1/charges', { headers: { 'stripe-version': 'yesterday' } }, 400],
      ['/v1/charges?limit=0', {}, 400],
      ['/v1/charges', { headers: { 'stripe-account': 'acct_other' } }, 403],
    ];
    for (const [path, init, status] of cases) {
      const response = await raw(path, init);
      expect(response.status, path).toBe(status);
      expect(await response.json(), path).toMatchObject({ error: { type: 'invalid_request_error' } });
      expect(response.headers.get('request-id')).toMatch(/^req_/);
    }
  });

  test('what belongs to one account is not there for another', async () => {
    const { server, stripe } = stage;
    const account = server.connect().id;
    const session = await stripe.checkout.sessions.create(deposit(), { stripeAccount: account });
    const elsewhere = await refused(stripe.checkout.sessions.retrieve(session.id));
    const nowhere = await refused(stripe.checkout.sessions.retrieve('cs_test_0'));
    expect(elsewhere).toMatchObject({ status: nowhere.status, code: 'resource_missing', param: nowhere.param });
    const mine = await stripe.checkout.sessions.retrieve(session.id, {}, { stripeAccount: account });
    expect(mine.id).toBe(session.id);
    expect(await stripe.accounts.retrieve(account)).toMatchObject({ id: account, charges_enabled: true });
  });

  test('lists come newest first, in pages', async () => {
    const { stripe, stop } = await stripeStage();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.unshift((await stripe.checkout.sessions.create(deposit())).id);
    const first = await stripe.checkout.sessions.list({ limit: 2 });
    expect(first.has_more).toBe(true);
    const second = await stripe.checkout.sessions.list({ limit: 3, starting_after: first.data[1]?.id ?? '' });
    expect([...first.data, ...second.data].map((one) => one.id)).toEqual(ids);
    expect(second.has_more).toBe(false);
    const walked: string[] = [];
    for await (const one of stripe.checkout.sessions.list({ limit: 2 })) walked.push(one.id);
    expect(walked).toEqual(ids);
    await stop();
  });
});

describe('idempotency', () => {
  test('one key and one request make one session, however often it is sent', async () => {
    const { stripe, server } = stage;
    const before = server.sessions().length;
    const send = () => stripe.checkout.sessions.create(deposit(), { idempotencyKey: 'inv_1:att_1' });
    const first = await send();
    const second = await send();
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(server.sessions().length).toBe(before + 1);
    const other = await refused(
      stripe.checkout.sessions.create(deposit({ client_reference_id: 'inv_2' }), { idempotencyKey: 'inv_1:att_1' }),
    );
    expect(other).toMatchObject({ status: 400, type: 'idempotency_error' });
    server.forgetKeys();
    expect((await send()).id).not.toBe(first.id);
  });

  test('a second request while the first still runs is a conflict', async () => {
    const { stripe, server } = stage;
    server.faults.add({ match: 'POST /v1/checkout/sessions', kind: 'slow' });
    const send = () => stripe.checkout.sessions.create(deposit(), { idempotencyKey: 'tabs' });
    const both = await Promise.allSettled([send(), new Promise((done) => setTimeout(done, 60)).then(send)]);
    expect(both[0].status).toBe('fulfilled');
    expect(both[1]).toMatchObject({ status: 'rejected', reason: { statusCode: 409, code: 'idempotency_key_in_use' } });
  });

  test('a 500 is replayed for its key; a 503 never began', async () => {
    const { stripe, server } = stage;
    const send = (idempotencyKey: string) => stripe.checkout.sessions.create(deposit(), { idempotencyKey });
    server.faults.add({ match: '/v1/checkout/sessions', kind: '5xx', status: 500 });
    expect(await refused(send('boom'))).toMatchObject({ status: 500, type: 'api_error' });
    expect(await refused(send('boom'))).toMatchObject({ status: 500, type: 'api_error' });
    server.faults.add({ match: '/v1/checkout/sessions', kind: '5xx' });
    expect(await refused(send('later'))).toMatchObject({ status: 503 });
    expect((await send('later')).id).toMatch(/^cs_test_/);
  });

  test('validation errors leave the key free', async () => {
    const { stripe } = stage;
    const key = { idempotencyKey: 'typo' };
    expect(await refused(stripe.checkout.sessions.create(deposit({ success_url: 'x' }), key))).toMatchObject({
      status: 400,
    });
    expect((await stripe.checkout.sessions.create(deposit(), key)).status).toBe('open');
  });
});

describe('faults', () => {
  test('429 says when to come back', async () => {
    const { stripe, server } = stage;
    server.faults.add({ match: '/v1/charges', kind: '429', retryAfter: 3 });
    const fault = await stripe.charges.list().catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Stripe.errors.StripeRateLimitError);
    expect((fault as Stripe.errors.StripeError).headers?.['retry-after']).toBe('3');
  });

  test('an answer lost on the way is found again by its key', async () => {
    const { server, client } = stage;
    const before = server.sessions().length;
    server.faults.add({ match: 'POST /v1/checkout/sessions', kind: 'drop-after-accept' });
    const session = await client({ maxNetworkRetries: 1 }).checkout.sessions.create(deposit(), {
      idempotencyKey: 'lost',
    });
    expect(session.status).toBe('open');
    expect(server.sessions().length).toBe(before + 1);
  });

  test('a time-out did nothing, or everything', async () => {
    const { server, client } = stage;
    const impatient = client({ timeout: 150 });
    const before = server.sessions().length;
    server.faults.add({ match: 'POST /v1/checkout/sessions', kind: 'timeout' });
    await expect(impatient.checkout.sessions.create(deposit())).rejects.toThrow(Stripe.errors.StripeConnectionError);
    expect(server.sessions().length).toBe(before);
    server.faults.add({ match: 'POST /v1/checkout/sessions', kind: 'timeout-after-accept' });
    await expect(impatient.checkout.sessions.create(deposit())).rejects.toThrow(Stripe.errors.StripeConnectionError);
    expect(server.sessions().length).toBe(before + 1);
  });
});
