import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deposit, type StripeStage, stripeStage } from './stripe-stage.ts';

let stage: StripeStage;
beforeAll(async () => {
  stage = await stripeStage({ businessName: 'Ada <script>alert(1)</script> Studio' });
});
afterAll(() => stage.stop());

const open = (more: Parameters<typeof deposit>[0] = {}) => stage.stripe.checkout.sessions.create(deposit(more));
const page = (id: string) => fetch(`${stage.url}/checkout/${id}`).then((response) => response.text());
const press = (id: string, fields: Record<string, string>) =>
  fetch(`${stage.url}/checkout/${id}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

describe('the hosted page', () => {
  test('says what is paid to whom, and offers the ways to pay without script', async () => {
    const name = '<img src=x onerror=alert(1)> & "Deposit"';
    const price_data = { currency: 'eur', unit_amount: 200_000, product_data: { name } };
    const session = await open({ line_items: [{ quantity: 2, price_data }] });
    const response = await fetch(`${stage.url}/checkout/${session.id}`);
    const html = await response.text();
    expect(html).toContain('EUR 4,000.00');
    expect(html).toContain('dana@acme.test');
    expect([...html.matchAll(/<button[^>]*value="([^"]+)"/g)].map((found) => found[1])).toEqual([
      'succeeds',
      'declined',
      '3ds',
      'debit',
    ]);
    expect(html).toContain('href="http://localhost:3000/portal/back"');
    expect(html).not.toMatch(/<script|<img/);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    // Chromium applies form-action to the redirect back to the app.
    expect(policy).not.toContain('form-action');
  });

  test('paying leads back to the app with the session in the address', async () => {
    const session = await open();
    const response = await press(session.id, { card: 'succeeds' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`http://localhost:3000/portal/paid?session=${session.id}`);
    expect(await page(session.id)).toContain('data-state="paid"');
    const again = await press(session.id, { card: 'succeeds' });
    expect(again.headers.get('location')).toBe(`/checkout/${session.id}`);
    expect(stage.server.charges()).toHaveLength(1);
  });

  test('a declined card is told, and another can be tried', async () => {
    const session = await open();
    await press(session.id, { card: 'declined' });
    expect(await page(session.id)).toMatch(/role="alert".*Your card was declined\..*Nothing was charged/s);
    const response = await press(session.id, { card: 'succeeds' });
    expect(response.headers.get('location')).toContain('/portal/paid');
  });

  test('3-D Secure asks, and takes yes or no, once', async () => {
    const session = await open();
    await press(session.id, { card: '3ds' });
    expect(await page(session.id)).toContain('data-state="bank"');
    await press(session.id, { bank: 'deny' });
    expect(await page(session.id)).toContain('role="alert"');
    const late = await press(session.id, { bank: 'allow' });
    expect(late.headers.get('location')).toBe(`/checkout/${session.id}`);
    await press(session.id, { card: '3ds' });
    expect((await press(session.id, { bank: 'allow' })).headers.get('location')).toContain('/portal/paid');
  });

  test('a debit on its way, a bounced one, an expired page and no page each say so', async () => {
    const session = await open();
    await press(session.id, { card: 'debit' });
    expect(await page(session.id)).toContain('data-state="processing"');
    stage.server.failDebit(session.id);
    expect(await page(session.id)).toContain('data-state="failed"');
    const gone = await open();
    stage.server.expire(gone.id);
    expect(await page(gone.id)).toContain('data-state="expired"');
    expect((await press(gone.id, { card: 'succeeds' })).headers.get('location')).toBe(`/checkout/${gone.id}`);
    expect((await fetch(`${stage.url}/checkout/cs_test_none`)).status).toBe(404);
  });

  test('a session for cards alone offers no debit', async () => {
    const session = await open({ excluded_payment_method_types: ['sepa_debit'] });
    expect(await page(session.id)).not.toContain('value="debit"');
    await press(session.id, { card: 'debit' });
    expect(stage.server.sessions().find(({ id }) => id === session.id)?.status).toBe('open');
  });
});

describe('the levers', () => {
  const lever = async (path: string, body: object) => {
    const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await fetch(`${stage.url}/ui/stripe${path}`, init);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  test('settle, refund, dispute and deliver again', async () => {
    const session = await open();
    stage.server.pay(session.id, 'debit');
    expect((await lever(`/sessions/${session.id}/settle`, {})).body).toMatchObject({ payment_status: 'paid' });
    expect((await lever(`/sessions/${session.id}/settle`, {})).status).toBe(400);
    const charge = stage.server.charges().at(-1)!.id;
    const refund = await lever(`/charges/${charge}/refund`, { amount: 500 });
    expect(refund.body).toMatchObject({ status: 'pending', amount: 500 });
    const dispute = await lever(`/charges/${charge}/dispute`, {});
    expect((await lever(`/disputes/${String(dispute.body.id)}/close`, { how: 'lost' })).body).toMatchObject({
      status: 'lost',
    });
    await stage.server.idle();
    const event = stage.received[0]!.event.id;
    expect((await lever(`/events/${event}/deliver`, { times: 2 })).body).toMatchObject({ state: 'delivered' });
  });

  test('take no form from another site', async () => {
    const response = await fetch(`${stage.url}/ui/stripe/withhold`, {
      method: 'POST',
      body: new URLSearchParams({ on: 'true' }),
    });
    expect(response.status).toBe(415);
  });

  test('starting over empties the till', async () => {
    stage.server.reset();
    expect([stage.server.sessions(), stage.server.charges(), stage.server.deliveries()]).toEqual([[], [], []]);
  });
});
