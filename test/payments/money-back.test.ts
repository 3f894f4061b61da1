import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { voidReleasedDeposit } from '../../src/invoices/issue.ts';
import type { StripeAccount } from '../../src/payments/account-read.ts';
import { bookDispute } from '../../src/payments/dispute.ts';
import { bookRefunds } from '../../src/payments/refund.ts';
import { transact } from '../../src/platform/work.ts';
import { books, owing, press, type Stage, stage, thread } from './stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
}, 60_000);
beforeEach(() => on.stripe.withhold(false));

async function paid(card = 'succeeds') {
  const owed = await owing(on);
  const { session } = await press(owed.page, owed.id);
  on.stripe.pay(session, card);
  if (card === 'debit') on.stripe.settleDebit(session);
  const charge = on.stripe.charges().find(({ metadata }) => metadata.invoice === owed.id);
  return { ...owed, session, charge: charge!.id };
}

/** Delivers everything of a kind twice more. */
async function again(kind: string) {
  const { stripe } = on;
  for (const { event } of stripe.deliveries().filter(({ event }) => event.type.includes(kind)))
    await stripe.deliver(event.id, 2);
}

const refundsOf = async (id: string) => {
  const rows = await on.db.refund.findMany({ where: { payment: { invoiceId: id } }, orderBy: { id: 'asc' } });
  return rows.map(({ amountMinor, failedAt }) => (failedAt ? 0n : amountMinor));
};

describe('refunds', () => {
  test('in parts and whole, each once, however many events tell of it', async () => {
    const { acme, id, charge } = await paid();
    await on.work();
    on.stripe.refund(charge, 50_000);
    await on.work();
    on.stripe.refund(charge, 30_000);
    on.stripe.refund(charge);
    await on.work();
    await again('refund');
    await on.work();
    expect(await refundsOf(id)).toEqual([50_000n, 30_000n, 120_000n]);
    const told = thread(on, acme).filter(({ text }) => text.includes('given back'));
    expect(told.map(({ text }) => text.slice(0, 14))).toEqual(['*EUR 500.00* g', '*EUR 300.00* g', '*EUR 1,200.00*']);
    // The client was paid back; that a debt comes to life again is for people to say.
    expect(await books(on, id)).toMatchObject({ state: 'paid', owed: 0n });
  });

  test('heard of before its own payment, books the payment first', async () => {
    const owed = await owing(on);
    const { session } = await press(owed.page, owed.id);
    await on.stripe.withhold(true);
    on.stripe.pay(session, 'succeeds');
    const charge = on.stripe.charges().find(({ metadata }) => metadata.invoice === owed.id);
    on.stripe.refund(charge!.id, 50_000);
    const events = on.stripe.withheld().map(({ event }) => event);
    await on.stripe.releaseInOrder(events.toReversed().map(({ id }) => id));
    await on.work();
    expect(await refundsOf(owed.id)).toEqual([50_000n]);
    expect(await books(on, owed.id)).toMatchObject({ state: 'paid', paid: 200_000n });
  });

  test('of a debit is booked when it has arrived, and not when it bounced', async () => {
    const { id, charge } = await paid('debit');
    await on.work();
    const [first, second] = [on.stripe.refund(charge, 10_000), on.stripe.refund(charge, 20_000)];
    await on.work();
    expect(await refundsOf(id)).toEqual([]);
    on.stripe.endRefund(first.id, true);
    on.stripe.endRefund(second.id, false);
    await on.work();
    expect(await refundsOf(id)).toEqual([10_000n]);
  });

  test('that the client’s bank sends back does not count any more, and the freelancer is asked to act', async () => {
    const { acme, id, charge } = await paid();
    await on.work();
    const refund = on.stripe.refund(charge, 50_000);
    await on.work();
    on.stripe.endRefund(refund.id, false);
    await on.work();
    expect(await refundsOf(id)).toEqual([0n]);
    expect(thread(on, acme).some(({ text }) => text.includes('did not reach Dana Reed'))).toBe(true);
  });
});

describe('disputes', () => {
  test.each([
    ['won', 'the money stays with you', { disputedAt: null, disputeLostAt: null }],
    ['lost', 'keeps the money', { disputedAt: expect.any(Date), disputeLostAt: expect.any(Date) }],
  ] as const)('opened and %s: both are told, once', async (how, words, row) => {
    const { acme, id, charge } = await paid();
    await on.work();
    const dispute = on.stripe.dispute(charge);
    await on.work();
    expect((await books(on, id)).payments[0]).toMatchObject({ disputedAt: expect.any(Date), disputeLostAt: null });
    on.stripe.closeDispute(dispute.id, how);
    await on.work();
    await again('dispute');
    await on.work();
    expect((await books(on, id)).payments[0]).toMatchObject(row);
    const told = thread(on, acme).filter(({ text }) => text.includes('dispute'));
    expect(told.map(({ broadcast }) => broadcast)).toEqual([true, true]);
    expect(told[1]?.text).toContain(words);
  });

  test('over a part: the books lose that part, and the words say which', async () => {
    const { acme, id, charge } = await paid();
    await on.work();
    on.stripe.closeDispute(on.stripe.dispute(charge, { amount: 12_345 }).id, 'lost');
    await on.work();
    expect((await books(on, id)).payments[0]).toMatchObject({
      disputeLostAt: expect.any(Date),
      disputedMinor: 12_345n,
    });
    const told = thread(on, acme).flatMap(({ text }) => (text.includes('dispute') ? [text] : []));
    expect(told[0]).toContain('EUR 123.45');
    expect(told[0]).toContain('paid for');
    expect(told[1]).toContain('The dispute over *EUR 123.45*');
  });

  test('lost, with its end heard of before its beginning, is lost', async () => {
    const { id, charge } = await paid();
    await on.work();
    await on.stripe.withhold(true);
    on.stripe.closeDispute(on.stripe.dispute(charge).id, 'lost');
    await on.stripe.releaseInOrder(
      on.stripe
        .withheld()
        .map(({ event }) => event.id)
        .toReversed(),
    );
    await on.work();
    expect((await books(on, id)).payments[0]).toMatchObject({ disputeLostAt: expect.any(Date) });
  });
});

describe('money for an invoice that takes none', () => {
  /** What the end of a hold does to a deposit. */
  async function voided(id: string, projectId: string) {
    await on.db.$executeRaw`ALTER TABLE "Invoice" DISABLE TRIGGER invoice_frozen`;
    await on.db.invoice.updateMany({ where: { id }, data: { kind: 'deposit' } });
    await on.db.$executeRaw`ALTER TABLE "Invoice" ENABLE TRIGGER invoice_frozen`;
    await transact(on.core, on.workspaceId, (work) =>
      voidReleasedDeposit(work, {
        event: 'booking.released',
        projectId: projectId as never,
        subjectId: '',
        actor: 'system',
      }),
    );
  }

  test('a void invoice’s page is closed, so nobody pays on it', async () => {
    const { acme, id, page } = await owing(on);
    const { session } = await press(page, id);
    await voided(id, acme.projectId);
    await on.work();
    expect(on.stripe.pay(session, 'succeeds').outcome).toBe('closed');
    expect(await books(on, id)).toMatchObject({ state: 'void', paid: 0n, attempts: ['expired'] });
    expect((await press(page, id)).words).toContain('This invoice is void');
  });

  test('a payment that was quicker than the closing is booked, settles nothing, and the freelancer is told plainly', async () => {
    const { acme, id, page } = await owing(on);
    const { session } = await press(page, id);
    await voided(id, acme.projectId);
    on.stripe.pay(session, 'succeeds');
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'void', paid: 200_000n, applied: 0n, attempts: ['succeeded'] });
    const told = on.team.thread(acme.card.channel, acme.card.ts).map(({ blocks }) => JSON.stringify(blocks));
    expect(told.some((blocks) => blocks.includes('Give it back in your Stripe dashboard'))).toBe(true);
    const [mail] = on.vendors.mailbox.mails({ to: acme.email, kind: 'payment.receipt' });
    expect(mail?.text).toContain('Studio Berg will settle that with you.');
  });
});

describe('the janitor', () => {
  const later = () => on.db.attempt.updateMany({ where: { checkAt: { not: null } }, data: { checkAt: new Date(0) } });
  const waiting = async () => (await Promise.all(on.app.due.map((source) => source.owed()))).reduce((a, b) => a + b, 0);

  test('finds a payment whose webhook never came, and waiting for one is no debt', async () => {
    const { id, page } = await owing(on);
    const { session } = await press(page, id);
    await on.stripe.withhold(true);
    on.stripe.pay(session, 'succeeds');
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'open' });
    expect(await waiting()).toBe(0);
    await later();
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'paid', paid: 200_000n });
  });

  test('asks about a debit until it has arrived, and not every time somebody looks', async () => {
    const { id, page } = await owing(on);
    const { session } = await press(page, id);
    await on.stripe.withhold(true);
    on.stripe.pay(session, 'debit');
    await later();
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'processing' });
    const asked = on.vendors.ledger.list({ source: 'stripe' }).length;
    await on.work();
    expect(on.vendors.ledger.list({ source: 'stripe' }).length).toBe(asked);
    on.stripe.settleDebit(session);
    await later();
    await on.work();
    expect(await books(on, id)).toMatchObject({ state: 'paid' });
  });

  test('gives up an attempt that never got a page, once no page could be left', async () => {
    const { id, page } = await owing(on);
    on.stripe.faults.add({ match: 'POST /v1/checkout/sessions', kind: '429', times: 5 });
    await press(page, id);
    on.stripe.faults.clear();
    await later();
    await on.work();
    expect(await books(on, id)).toMatchObject({ attempts: ['open'] });
    await on.db.attempt.updateMany({ where: { invoiceId: id }, data: { expiresAt: new Date(0) } });
    await later();
    await on.work();
    expect(await books(on, id)).toMatchObject({ attempts: ['expired'] });
    await press(page, id);
    expect(await books(on, id)).toMatchObject({ attempts: ['expired', 'open'] });
  });

  test('puts its next look off while Stripe is out of reach', async () => {
    const { id, page } = await owing(on);
    await press(page, id);
    on.stripe.faults.add({ match: /GET /, kind: '5xx', times: 20 });
    await later();
    await on.work();
    on.stripe.faults.clear();
    expect(await books(on, id)).toMatchObject({ attempts: ['open'] });
    expect(await waiting()).toBe(0);
  });
});

test('refunds and disputes whose webhooks never came are found by themselves', async () => {
  const { id, charge } = await paid();
  await on.work();
  await on.stripe.withhold(true);
  on.stripe.refund(charge, 50_000);
  on.stripe.dispute(charge);
  await on.work();
  expect(await refundsOf(id)).toEqual([]);
  on.clock.ahead = 75;
  await on.work();
  on.clock.ahead = 0;
  expect(await refundsOf(id)).toEqual([50_000n]);
  expect((await books(on, id)).payments[0]).toMatchObject({ disputedAt: expect.any(Date) });
});

test('after all of this every charge is one payment over the same sum, and nothing is applied twice', async () => {
  const charges = on.stripe.charges().filter(({ status }) => status === 'succeeded');
  const payments = await on.db.payment.findMany({ include: { applications: true } });
  expect(payments.map((row) => `${row.externalId} ${row.amountMinor}`).sort()).toEqual(
    charges.map(({ id, amount }) => `${id} ${amount}`).sort(),
  );
  const over = payments.filter(
    (row) => row.applications.reduce((all, one) => all + one.amountMinor, 0n) > row.amountMinor,
  );
  expect(over).toEqual([]);
});

describe('an answer that was overtaken on its way', () => {
  const accountOf = async (id: string) => {
    const { workspaceId, accountId, externalId } = await on.db.payment.findFirstOrThrow({ where: { invoiceId: id } });
    return { account: { workspaceId, id: accountId } as StripeAccount, chargeId: externalId };
  };
  /** A provider whose first answer is held back until newer ones were booked, and is then what it was when asked. */
  function slowly<T>(first: T, later: T) {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let asked = 0;
    const read = async () => {
      asked += 1;
      if (asked > 2) return later;
      if (asked === 2) await gate;
      return first;
    };
    return { read, release: () => release() };
  }

  test('does not bring a dispute back that was won meanwhile', async () => {
    const { id } = await paid();
    await on.work();
    const { account, chargeId } = await accountOf(id);
    const dispute = (state: 'open' | 'won') => ({ chargeId, amount: 200_000n, state });
    const slow = slowly(dispute('open'), dispute('won'));
    const cards = (readDispute: () => Promise<unknown>) => ({ core: on.core, cards: { readDispute } as never });
    const late = bookDispute(cards(slow.read), account, 'dp_1');
    await bookDispute(
      cards(async () => dispute('open')),
      account,
      'dp_1',
    );
    await bookDispute(
      cards(async () => dispute('won')),
      account,
      'dp_1',
    );
    slow.release();
    await late;
    expect(await on.db.payment.findFirstOrThrow({ where: { invoiceId: id } })).toMatchObject({ disputedAt: null });
  });

  test('does not count a refund that failed meanwhile', async () => {
    const { id } = await paid();
    await on.work();
    const { account, chargeId } = await accountOf(id);
    const refund = (state: 'arrived' | 'failed') => [{ id: 're_1', amountMinor: 200_000n, state }];
    let asked = 0;
    const read = async () => refund(asked++ === 0 ? 'arrived' : 'failed');
    await bookRefunds({ core: on.core, cards: { refundsOf: read } as never }, account, chargeId);
    expect(await refundsOf(id)).toEqual([0n]);
  });
});
