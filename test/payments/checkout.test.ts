import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { armFailpoint } from '../../src/platform/failpoint.ts';
import { cardAccountOf } from '../../src/workspaces/read.ts';
import { ensureStripeAccount } from '../../src/workspaces/save.ts';
import { seed } from '../contracts/scene.ts';
import {
  books,
  client,
  desk,
  issue,
  owing,
  plain,
  press,
  project,
  read,
  record,
  type Stage,
  stage,
  thread,
} from './stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
}, 60_000);
beforeEach(() => on.stripe.faults.clear());

const sessionsOf = (id: string) => on.stripe.sessions().filter((session) => session.client_reference_id === id);
const chargesOf = (id: string) =>
  on.stripe.charges().filter((charge) => charge.metadata.invoice === id && charge.status === 'succeeded');

test('a start while Slack is away gives the key its account all the same', async () => {
  const card = () => cardAccountOf(on.db, on.workspaceId, on.visit.business.id, { livemode: false });
  await ensureStripeAccount(on.core, { ...on.config.stripe!, workspace: 'TNOWHERE' });
  expect(await card()).toBeUndefined();
  const { faults } = on.vendors.slack;
  faults.add({ match: 'auth.test', kind: '5xx', times: 5 });
  await on.app.begin();
  faults.clear();
  expect(await card()).toBeDefined();
});

describe('paying by card', () => {
  test('leaves for a page over what is owed, comes back to a paid invoice, and everyone hears of it', async () => {
    const { acme, id, page } = await owing(on);
    expect(await read(page)).toContain('Pay EUR 2,000.00 by card');
    const { session, words } = await press(page, id);
    expect(words).toContain('Go to the payment page');
    const [asked, ...others] = sessionsOf(id);
    expect(others).toEqual([]);
    const attempt = await on.db.attempt.findFirstOrThrow({ where: { invoiceId: id } });
    const marks = { invoice: id, attempt: attempt.id, workspace: on.workspaceId };
    expect(asked).toMatchObject({ id: session, amount_total: 200_000, currency: 'eur', metadata: marks });
    expect(asked).toMatchObject({ customer_email: acme.email, client_reference_id: id });
    expect(asked!.success_url).toMatch(new RegExp(`^${on.config.publicUrl}/portal/`));
    await on.stripe.withhold(true);
    const { redirect } = on.stripe.pay(session, 'succeeds');
    // The browser is quicker than any webhook.
    const back = await page.get(new URL(redirect!).pathname + new URL(redirect!).search);
    expect(back.headers.get('location')).toBe('/portal/project?version=current');
    expect(await read(page)).toMatch(/Everything is paid|is settled/);
    await on.stripe.withhold(false);
    await on.work();
    expect(await books(on, id)).toMatchObject({
      state: 'paid',
      paid: 200_000n,
      applied: 200_000n,
      attempts: ['succeeded'],
    });
    const told = thread(on, acme).filter(({ text }) => text.includes('received from Dana Reed by card'));
    expect(told).toEqual([expect.objectContaining({ broadcast: true })]);
    expect(on.vendors.mailbox.mails({ to: acme.email, kind: 'payment.receipt' })).toHaveLength(1);
  });

  test('the payment page is told nothing that depends on the business’s shifted time', async () => {
    const { id, page } = await owing(on);
    await press(page, id);
    const hours = (sessionsOf(id)[0]!.expires_at - Date.now() / 1000) / 3600;
    expect(hours).toBeGreaterThan(22);
    expect(hours).toBeLessThan(24);
  });

  test('a declined card is told, and the next card on the same page pays', async () => {
    const { acme, id, page } = await owing(on);
    const { session } = await press(page, id);
    on.stripe.pay(session, 'insufficient-funds');
    await on.work();
    expect(await read(page)).toContain(
      'The bank says that there is not enough money on the account. Nothing was charged.',
    );
    expect(thread(on, acme).filter(({ text }) => text.includes('did not go through'))).toHaveLength(1);
    expect(await books(on, id)).toMatchObject({ state: 'open', attempts: ['open'] });
    const again = await press(page, id);
    expect(again.session).toBe(session);
    on.stripe.pay(session, 'succeeds');
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'paid', attempts: ['succeeded'] });
    expect(chargesOf(id)).toHaveLength(1);
    expect(await read(page)).not.toContain('did not go through');
  });

  test('3-D Secure: denied is told, allowed pays', async () => {
    const { id, page } = await owing(on);
    const { session } = await press(page, id);
    on.stripe.pay(session, '3ds');
    on.stripe.authenticate(session, false);
    await on.work();
    expect(await read(page)).toContain('The bank did not confirm the payment.');
    on.stripe.pay(session, '3ds');
    on.stripe.authenticate(session, true);
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'paid', attempts: ['succeeded'] });
  });

  test('a bank debit is on its way, nobody is asked again, and it settles days later', async () => {
    const { acme, id, page } = await owing(on);
    const { session } = await press(page, id);
    on.stripe.pay(session, 'debit');
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'processing', paid: 0n, attempts: ['processing'] });
    expect(await read(page)).toContain('is on its way from your bank');
    const refused = await press(page, id);
    expect(refused).toMatchObject({
      status: 422,
      words: expect.stringContaining('A payment for this invoice is on its way'),
    });
    const [told] = thread(on, acme).filter(({ text }) => text.includes('by bank debit'));
    expect(told?.broadcast).toBe(false);
    on.stripe.settleDebit(session);
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'paid', paid: 200_000n, attempts: ['succeeded'] });
    expect((await books(on, id)).payments[0]?.method).toBe('debit');
  });

  test('a bank debit that bounces leaves the invoice open, says why, and another attempt pays', async () => {
    const { acme, id, page } = await owing(on);
    const { session } = await press(page, id);
    on.stripe.pay(session, 'debit');
    await on.work();
    on.stripe.failDebit(session);
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'open', paid: 0n, attempts: ['failed'] });
    expect(thread(on, acme).some(({ text, broadcast }) => text.includes('did not go through') && broadcast)).toBe(true);
    const second = await press(page, id);
    expect(second.session).not.toBe(session);
    on.stripe.pay(second.session, 'succeeds');
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'paid', paid: 200_000n, attempts: ['failed', 'succeeded'] });
  });
});

describe('one charge, whatever is pressed', () => {
  test('two tabs at once, and ten more presses, lead to one page', async () => {
    const { acme, id, page } = await owing(on);
    const other = await client(on, acme, id);
    const pressed = await Promise.all([page, other, page, other].map((tab) => press(tab, id)));
    for (let again = 0; again < 10; again += 1) pressed.push(await press(page, id));
    const led = pressed.filter(({ status }) => status === 200);
    expect(led.length).toBeGreaterThan(10);
    expect(new Set(led.map(({ session }) => session)).size).toBe(1);
    expect(sessionsOf(id)).toHaveLength(1);
    expect(await books(on, id)).toMatchObject({ attempts: ['open'] });
    expect(await on.db.evidence.count({ where: { chain: acme.projectId, kind: 'payment.started' } })).toBe(1);
  });

  test('a process that dies between the page and its record asks for the same page again', async () => {
    const { id, page } = await owing(on);
    const disarm = armFailpoint('payment.before-session', () => {
      throw new Error('the process stops here');
    });
    expect((await press(page, id)).status).toBe(500);
    disarm();
    const [made] = sessionsOf(id);
    const { session } = await press(page, id);
    expect(session).toBe(made!.id);
    expect(sessionsOf(id)).toHaveLength(1);
  });

  test('a process that dies before it asks for the page leaves an attempt that the next press goes on with', async () => {
    const { id, page } = await owing(on);
    const disarm = armFailpoint('payment.before-page', () => {
      throw new Error('the process stops here');
    });
    expect((await press(page, id)).status).toBe(500);
    disarm();
    expect(sessionsOf(id)).toEqual([]);
    await press(page, id);
    expect(sessionsOf(id)).toHaveLength(1);
    expect(await books(on, id)).toMatchObject({ attempts: ['open'] });
  });

  test('an answer lost on the way is asked for again with the same key', async () => {
    const { id, page } = await owing(on);
    on.stripe.faults.add({ match: 'POST /v1/checkout/sessions', kind: 'drop-after-accept' });
    const first = await press(page, id);
    const { session } = first.status === 200 ? first : await press(page, id);
    expect(sessionsOf(id).map((made) => made.id)).toEqual([session]);
  });

  test('a press after it was paid shows that it is paid, and charges nothing', async () => {
    const { id, page } = await owing(on);
    const { session } = await press(page, id);
    await on.stripe.withhold(true);
    on.stripe.pay(session, 'succeeds');
    const answer = await page.post('/portal/invoice/pay', { project: page.projectId, invoice: id });
    expect(answer.headers.get('location')).toBe('/portal/project?version=current');
    expect(await books(on, id)).toMatchObject({ state: 'paid' });
    expect((await press(page, id)).words).toContain('This invoice is paid already.');
    await on.stripe.withhold(false);
    await on.work();
    expect(await books(on, id)).toMatchObject({ paid: 200_000n, attempts: ['succeeded'] });
  });
});

describe('when Stripe has trouble', () => {
  const create = 'POST /v1/checkout/sessions';

  test.each([
    ['429', { kind: '429', times: 9 }],
    ['a 503', { kind: '5xx', status: 503, times: 9 }],
    ['a 500, which its key keeps', { kind: '5xx', status: 500, times: 9 }],
  ] as const)('%s is a sentence that says what to do, and the next press pays', async (_, fault) => {
    const { id, page } = await owing(on);
    on.stripe.faults.add({ match: create, ...fault });
    const refused = await press(page, id);
    expect(refused.status).toBe(422);
    expect(refused.words).toContain('nothing was charged. Try again in a minute, or pay by bank transfer.');
    on.stripe.faults.clear();
    const { session } = await press(page, id);
    on.stripe.pay(session, 'succeeds');
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'paid', paid: 200_000n });
    expect(chargesOf(id)).toHaveLength(1);
  });

  test('no answer in time is the same, and no second page is opened', async () => {
    const { id, page } = await owing(on);
    on.stripe.faults.add({ match: create, kind: 'timeout-after-accept', times: 2 });
    const refused = await press(page, id);
    expect(refused).toMatchObject({ status: 422, words: expect.stringContaining('Try again in a minute') });
    const { session } = await press(page, id);
    expect(sessionsOf(id).map((made) => made.id)).toEqual([session]);
  }, 40_000);

  test('a request it will never accept ends the attempt, and the freelancer hears of it', async () => {
    const { acme, id, page } = await owing(on, 10n);
    expect((await press(page, id)).words).toContain('Card payments don’t work for this invoice right now.');
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'open', attempts: ['failed'] });
    expect(thread(on, acme).some(({ text }) => text.includes('Stripe did not accept this payment'))).toBe(true);
  });

  test('keys that Stripe has forgotten open a new page, which nobody pays twice', async () => {
    const { id, page } = await owing(on);
    const disarm = armFailpoint('payment.before-session', () => {
      throw new Error('the process stops here');
    });
    await press(page, id);
    disarm();
    on.stripe.forgetKeys();
    const { session } = await press(page, id);
    on.stripe.pay(session, 'succeeds');
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'paid', paid: 200_000n });
  });
});

describe('what else is owed or paid', () => {
  test('a transfer recorded while a page is open closes it; the rest is paid on a page of its own', async () => {
    const { id, page } = await owing(on);
    const first = await press(page, id);
    await record(on, id, '500');
    await on.work();
    expect(sessionsOf(id)[0]).toMatchObject({ status: 'expired' });
    expect(on.stripe.pay(first.session, 'succeeds').outcome).toBe('closed');
    expect(await read(page)).toContain('EUR 1,500.00 for “Brand identity”.');
    expect(await read(page)).toContain('EUR 500.00 of EUR 2,000.00 is paid.');
    const second = await press(page, id);
    on.stripe.pay(second.session, 'succeeds');
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'paid', paid: 200_000n, attempts: ['expired', 'succeeded'] });
    expect(chargesOf(id).map(({ amount }) => amount)).toEqual([150_000]);
  });

  test('a transfer and a card at once: both are booked, one settles, and the freelancer is told of the other', async () => {
    const { acme, id, page } = await owing(on);
    const { session } = await press(page, id);
    await Promise.all([record(on, id, '2000'), (async () => on.stripe.pay(session, 'succeeds'))()]);
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'paid', paid: 400_000n, applied: 200_000n });
    const told = on.team
      .thread(acme.card.channel, acme.card.ts)
      .filter(({ blocks }) => JSON.stringify(blocks).includes('settles nothing'));
    expect(told).toHaveLength(1);
  });

  test('someone else’s invoice, and one of another workspace, are not there', async () => {
    const { page } = await owing(on);
    const theirs = await issue(on, await project(on));
    const other = await seed(on.core, 'Other');
    const foreign = await issue({ ...on, workspaceId: other.workspaceId }, { projectId: other.ids.project });
    for (const id of [theirs, foreign, 'inv_000000000000000000000000', '../x'])
      expect((await press(page, id)).status).toBe(404);
    const paper = await desk(on);
    const form = { business: on.visit.business.id, amount: '2000', method: 'cash', receivedOn: '2027-03-01', key: 'k' };
    expect((await paper.post('/desk/payments', { ...form, invoice: foreign })).status).toBe(404);
    expect([...sessionsOf(theirs), ...sessionsOf(foreign)]).toEqual([]);
    expect(await on.db.attempt.count({ where: { invoiceId: { in: [theirs, foreign] } } })).toBe(0);
  });

  test('a press on the page of one project, when another tab has opened another, pays nothing', async () => {
    const [first, second] = [await owing(on), await owing(on)];
    const { status, words } = await press({ ...second.page, projectId: first.acme.projectId }, first.id);
    expect(status).toBe(409);
    expect(words).toContain('open the link in its newest mail again');
    expect(await on.db.attempt.count({ where: { invoiceId: { in: [first.id, second.id] } } })).toBe(0);
  });

  test('a forged or foreign session on the way back changes nothing', async () => {
    const { page } = await owing(on);
    const theirs = await owing(on);
    const { session } = await press(theirs.page, theirs.id);
    await on.stripe.withhold(true);
    on.stripe.pay(session, 'succeeds');
    for (const id of ['cs_test_forged', session, ''])
      expect((await page.get(`/portal/invoice/back?session=${id}`)).status).toBe(303);
    expect(await books(on, theirs.id)).toMatchObject({ state: 'open', paid: 0n });
    await on.stripe.withhold(false);
    await on.work();
    expect(await books(on, theirs.id)).toMatchObject({ state: 'paid' });
  });

  test('a receipt can be fetched by its own project only', async () => {
    const { id, page } = await owing(on);
    const payment = await record(on, id, '2000');
    const mine = await page.get(`/portal/receipt.pdf?payment=${payment.id}`);
    expect(mine.headers.get('content-type')).toBe('application/pdf');
    expect(await read(page)).toContain('by bank transfer');
    const stranger = (await owing(on)).page;
    expect((await stranger.get(`/portal/receipt.pdf?payment=${payment.id}`)).status).toBe(404);
  });

  test('bank details stand on the page as the invoice has them, with sum and reference', async () => {
    const { id, page } = await owing(on);
    const { label } = await on.db.invoice.findFirstOrThrow({ where: { id } });
    const words = plain(await (await page.get('/portal/project')).text());
    for (const part of ['DE89 3704 0044 0532 0130 00', 'Mia Berg', `Reference ${label}`]) expect(words).toContain(part);
  });
});
