import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { holdDue } from '../../src/bookings/jobs.ts';
import { type Deposit, depositOf as depositSum, term, totals } from '../../src/contracts/terms.ts';
import { deductionsFor } from '../../src/invoices/deduct.ts';
import type { Invoice } from '../../src/invoices/invoice.ts';
import { issueInvoice } from '../../src/invoices/issue.ts';
import { issueInstalment } from '../../src/invoices/planned.ts';
import { finishDue, plannedDue } from '../../src/invoices/planned-jobs.ts';
import { invoicesOf } from '../../src/invoices/read.ts';
import { cardViewOf } from '../../src/overview/card-view.ts';
import { paymentsOf } from '../../src/payments/read.ts';
import { insertRefund, saveDispute } from '../../src/payments/store.ts';
import { transact } from '../../src/platform/work.ts';
import { lockProject } from '../../src/projects/read.ts';
import { formatMoney, minus, money, plus } from '../../src/shared/money.ts';
import { insideTax, sumsOf } from '../../src/shared/tax.ts';
import { bills, depositOf, pay, plan, type Stage, seal, settle, signed, stage, stateOf } from './stage.ts';

let on: Awaited<ReturnType<typeof stage>>;
let scenes = 0;
beforeEach(async () => {
  on = await stage('2027-03-01T10:00:00Z');
});

/** Nine in the morning of the end day, where the business is. */
const END = '2027-04-10T07:00:00Z';
const BEFORE = '2027-04-10T06:59:59Z';
const none = { deposit: term<Deposit>({ kind: 'none' }, 'brief') };
const all = { deposit: term<Deposit>({ kind: 'share', percentMilli: 100_000 }, 'brief') };

async function started(terms: Parameters<typeof signed>[2] = {}): Promise<Stage> {
  scenes += 1;
  const { at, version } = await signed(on.core, `case ${scenes}`, terms);
  await seal(at, version);
  const owed = (await invoicesOf(at.core.db, at.workspaceId, at.ids.project))[0];
  if (owed) await pay(at, owed.id, formatMoney(owed.total));
  expect(await stateOf(at)).toBe('active');
  return at;
}

/** One payment that pays an invoice in full and stays. */
const paidFor = ({ id, total }: Pick<Invoice, 'id' | 'total'>) => ({
  ...{ invoiceId: id, amount: total, disputedAt: null },
  ...{ refunded: money(0n, total.currency), disputed: money(0n, total.currency) },
});

const due = async () => ({
  owed: await plannedDue(on.core).owed(),
  next: (await plannedDue(on.core).nextAt())?.toISOString(),
});

describe('the balance issues itself', () => {
  test('at nine in the morning of the end day where the business is, and not a second before', async () => {
    const at = await started();
    expect(await due()).toEqual({ owed: 0, next: '2027-04-10T07:00:00.000Z' });
    await on.passTo(BEFORE);
    expect(await bills(at)).toHaveLength(1);
    await on.passTo(END);
    expect((await bills(at))[1]).toBe('final EUR 2,000.00 open 2027-04-24');
    expect(await plan(at)).toEqual(['deposit 200000 issued', 'balance 200000 issued 2027-04-10']);
    expect(await due()).toEqual({ owed: 0, next: undefined });
  });

  test('with the whole price as its line and the paid deposit taken off openly', async () => {
    const at = await started({ taxRateMilli: term(19_000, 'workspace') });
    await on.passTo(END);
    const [deposit, final] = await invoicesOf(at.core.db, at.workspaceId, at.ids.project);
    expect(final?.lines.map(({ description, net, tax }) => [description, formatMoney(net), formatMoney(tax)])).toEqual([
      ['Brand identity', 'EUR 4,000.00', 'EUR 760.00'],
    ]);
    expect(final?.deductions.map(({ depositId, net, tax }) => [depositId, formatMoney(net), formatMoney(tax)])).toEqual(
      [[deposit?.id, 'EUR 2,000.00', 'EUR 380.00']],
    );
    expect(final && formatMoney(final.total)).toBe('EUR 2,380.00');
  });

  test('once, with two workers and twenty looks at the same moment', async () => {
    const at = await started();
    on.rest(60 * 24 * 60);
    const workers = [plannedDue(on.core), plannedDue({ ...on.core })];
    await Promise.all(Array.from({ length: 20 }, (_, n) => workers[n % 2]?.run()));
    expect(await bills(at)).toHaveLength(2);
    expect(await on.core.db.outbox.count({ where: { workspaceId: at.workspaceId, effect: 'invoice.mail' } })).toBe(2);
  });

  test('late, after a stop of weeks, with its days to pay counted from then', async () => {
    const at = await started();
    await on.passTo('2027-05-03T22:30:00Z');
    expect((await bills(at))[1]).toBe('final EUR 2,000.00 open 2027-05-18');
  });

  test('not when the transaction dies in the middle, and then once, with the number that was not used', async () => {
    const at = await started();
    on.rest(60 * 24 * 60);
    const dying = {
      ...on.core,
      hearers: {
        ...on.core.hearers,
        within: {
          ...on.core.hearers.within,
          'invoice.issued': [
            async () => {
              throw new Error('the process stops here');
            },
          ],
        },
      },
    };
    expect(await plannedDue(dying).run()).toBe(0);
    expect(await bills(at)).toHaveLength(1);
    expect((await due()).owed).toBe(1);
    await settle(on.core);
    const issued = await invoicesOf(at.core.db, at.workspaceId, at.ids.project);
    expect(issued.map(({ label }) => label)).toEqual(['2027-0001', '2027-0002']);
  });

  test('and one that fails holds up no other', async () => {
    const [broken, whole] = [await started(), await started()];
    await on.core.db.$executeRaw`ALTER TABLE "Version" DISABLE TRIGGER version_frozen`;
    await on.core.db.version.updateMany({ where: { workspaceId: broken.workspaceId }, data: { terms: {} } });
    await on.passTo(END);
    expect(await bills(broken)).toHaveLength(1);
    expect(await bills(whole)).toHaveLength(2);
  });
});

describe('the balance waits', () => {
  test('while the deposit is unpaid, owes nothing meanwhile, and goes out as soon as it is paid', async () => {
    const { at, version } = await signed(on.core, 'unpaid');
    await seal(at, version);
    await on.passTo('2027-04-20T10:00:00Z');
    expect(await bills(at)).toEqual(['deposit EUR 2,000.00 open 2027-03-08']);
    expect(await due()).toEqual({ owed: 0, next: undefined });
    await pay(at, await depositOf(at), '2000');
    expect((await due()).owed).toBe(1);
    await settle(on.core);
    expect((await bills(at))[1]).toBe('final EUR 2,000.00 open 2027-05-04');
  });

  test('until the contract is sealed, when no deposit was asked', async () => {
    const { at, version } = await signed(on.core, 'unsealed', none);
    await on.passTo(END);
    expect(await bills(at)).toEqual([]);
    await seal(at, version);
    await settle(on.core);
    expect(await bills(at)).toEqual(['final EUR 4,000.00 open 2027-04-24']);
  });

  test('for ever, once the date was released: what was planned is dropped', async () => {
    const booking = { on: '2027-06-12', time: '15:00', minutes: 120, zone: 'Europe/Berlin', place: null };
    const { at, version } = await signed(on.core, 'released', { endOn: undefined, booking: term(booking, 'brief') });
    await seal(at, version);
    await transact(on.core, at.workspaceId, async (work) => {
      await lockProject(work, at.ids.project);
      const slot = await work.tx.booking.findFirstOrThrow({ where: { workspaceId: at.workspaceId } });
      await work.tx.booking.updateMany({ where: { id: slot.id }, data: { state: 'released' } });
      const subject = { projectId: at.ids.project, subjectId: slot.id, actor: 'system' };
      await work.announce({ ...subject, event: 'booking.released' });
    });
    expect(await bills(at)).toEqual(['deposit EUR 2,000.00 void 2027-03-08']);
    expect((await plan(at)).at(-1)).toBe('balance 200000 dropped 2027-06-13');
    await on.passTo('2027-07-01T10:00:00Z');
    expect(await bills(at)).toHaveLength(1);
  });
});

test('a deposit that came in part keeps the date beyond the hold, and is not void', async () => {
  const booking = { on: '2027-06-12', time: '15:00', minutes: 120, zone: 'Europe/Berlin', place: null };
  const [part, unpaid] = [
    await signed(on.core, 'in part', { endOn: undefined, booking: term(booking, 'brief') }),
    await signed(on.core, 'nothing', { endOn: undefined, booking: term(booking, 'brief') }),
  ];
  await pay(part.at, await depositOf(part.at), '500');
  for (const moment of ['2027-03-07T10:30:00Z', '2027-03-08T10:30:00Z']) {
    await on.passTo(moment);
    while ((await holdDue(on.core).run()) > 0);
  }
  expect(await holdDue(on.core).owed()).toBe(0);
  expect(await bills(part.at)).toEqual(['deposit EUR 2,000.00 open 2027-03-08']);
  expect([await stateOf(part.at), await stateOf(unpaid.at)]).toEqual(['agreed', 'released']);
  await pay(part.at, await depositOf(part.at), '1500');
  await seal(part.at, part.version);
  expect(await stateOf(part.at)).toBe('active');
});

describe('a member issues it early', () => {
  const early = async (at: Stage) => {
    const row = await on.core.db.instalment.findFirstOrThrow({
      where: { workspaceId: at.workspaceId, kind: 'balance' },
    });
    return issueInstalment(on.core, at.workspaceId, row.id, at.ids.member);
  };

  test('once, however often it is pressed, and the end day adds nothing', async () => {
    const at = await started();
    const ids = await Promise.all([early(at), early(at), early(at)]);
    expect(new Set(ids).size).toBe(1);
    await on.passTo('2027-04-12T10:00:00Z');
    expect(await bills(at)).toHaveLength(2);
  });

  test('not before the project has started, and is told what comes first', async () => {
    const { at } = await signed(on.core, 'eager');
    await expect(early(at)).rejects.toThrow('invoice.not-started');
  });

  test('not with the id of another workspace', async () => {
    const [mine, theirs] = [await started(), await started()];
    const row = await on.core.db.instalment.findFirstOrThrow({
      where: { workspaceId: theirs.workspaceId, kind: 'balance' },
    });
    await expect(issueInstalment(on.core, mine.workspaceId, row.id, mine.ids.member)).rejects.toThrow('not-found');
    expect(await bills(theirs)).toHaveLength(1);
  });
});

describe('the project is finished', () => {
  test('when its balance is paid', async () => {
    const at = await started();
    await on.passTo(END);
    const [, final] = await invoicesOf(at.core.db, at.workspaceId, at.ids.project);
    await pay(at, final?.id ?? '', '2000');
    expect(await stateOf(at)).toBe('finished');
  });

  test('on the end day, when the deposit was everything; no second invoice goes out', async () => {
    const at = await started(all);
    await on.passTo(BEFORE);
    expect(await stateOf(at)).toBe('active');
    await on.passTo(END);
    expect(await bills(at)).toHaveLength(1);
    expect(await stateOf(at)).toBe('finished');
  });

  test('only once the last slot is over and its day is done, though it was paid before', async () => {
    const booking = { on: '2027-04-10', time: '15:00', minutes: 120, zone: 'Europe/Berlin', place: null };
    const at = await started({ ...all, endOn: undefined, booking: term(booking, 'brief') });
    await on.passTo(END);
    expect(await stateOf(at)).toBe('active');
    expect(await finishDue(on.core).owed()).toBe(0);
    await on.passTo('2027-04-10T15:00:00Z');
    expect(await stateOf(at)).toBe('active');
    await on.passTo('2027-04-11T07:00:00Z');
    expect(await stateOf(at)).toBe('finished');
    const where = { workspaceId: at.workspaceId, kind: 'project.finished' };
    expect(await on.core.db.evidence.count({ where })).toBe(1);
    expect(await finishDue(on.core).nextAt()).toBeUndefined();
  });

  test('and active again when another invoice is issued to it', async () => {
    const at = await started(all);
    await on.passTo(END);
    await transact(on.core, at.workspaceId, async (work) => {
      const project = await lockProject(work, at.ids.project);
      const item = { description: 'Extra', price: money(5_000n, 'EUR'), taxRateMilli: 0, taxIncluded: false };
      await issueInvoice(work, { project, kind: 'standard', items: [item], netDays: 7, actor: at.ids.member });
    });
    expect(await stateOf(at)).toBe('active');
    await pay(at, (await invoicesOf(at.core.db, at.workspaceId, at.ids.project))[1]?.id ?? '', '50');
    expect(await stateOf(at)).toBe('finished');
  });
});

test.each([
  ['JPY', 500_001n, 'JPY 250,001', 'JPY 250,000'],
  ['KWD', 1_234_567n, 'KWD 617.284', 'KWD 617.283'],
])('in %s deposit and balance make the price to the last unit', async (currency, minor, deposit, balance) => {
  const at = await started({ fee: term({ minor, currency }, 'brief'), currency: term(currency, 'brief') });
  await on.passTo(END);
  expect((await bills(at)).map((bill) => bill.split(' ').slice(1, 3).join(' '))).toEqual([deposit, balance]);
});

describe('a deposit that was given back', () => {
  const takenBack = async (at: Stage, how: 'refund' | 'part' | 'dispute') => {
    const [payment] = await paymentsOf(at.core.db, at.workspaceId, at.ids.project);
    if (!payment) throw new Error('nothing was paid');
    await transact(at.core, at.workspaceId, async (work) => {
      const amount = money(how === 'part' ? 50_000n : 200_000n, 'EUR');
      if (how === 'dispute') await saveDispute(work, payment.id, { disputedAt: work.now, disputedMinor: amount.minor });
      else await insertRefund(work, { paymentId: payment.id, externalId: `re_${at.workspaceId}`, amount });
    });
  };
  const planned = async (at: Stage) =>
    on.core.db.instalment.findFirstOrThrow({ where: { workspaceId: at.workspaceId, kind: 'balance' } });

  test.each([
    ['refund', 'final EUR 4,000.00 open 2027-04-24'],
    ['part', 'final EUR 2,500.00 open 2027-04-24'],
    ['dispute', 'final EUR 4,000.00 open 2027-04-24'],
  ] as const)('(%s) keeps the balance for a person to issue, who takes off what stayed', async (how, final) => {
    const at = await started();
    await takenBack(at, how);
    await on.passTo(END);
    expect(await bills(at)).toHaveLength(1);
    expect((await due()).owed).toBe(0);
    const { lines, warnings } = await cardViewOf(on.core.db, at.workspaceId, at.ids.project, on.core.clock.now());
    expect(warnings.join()).toContain('the balance does not go out by itself');
    expect(lines.join()).not.toContain('Next invoice');
    await issueInstalment(at.core, at.workspaceId, (await planned(at)).id, 'mbr_x');
    expect((await bills(at))[1]).toBe(final);
  });

  test('what stayed is taken off per rate, to the last unit', () => {
    const of = (net: bigint, tax: bigint) => ({ net: money(net, 'EUR'), tax: money(tax, 'EUR') });
    const lines = [
      { taxRateMilli: 19_000, ...of(10_000n, 1_900n) },
      { taxRateMilli: 7_000, ...of(5_001n, 350n) },
    ];
    const deposit = { id: 'inv_1', kind: 'deposit', state: 'paid', currency: 'EUR', deductions: [], lines };
    const invoice = { ...deposit, total: money(17_251n, 'EUR') } as unknown as Invoice;
    const part = { ...paidFor(invoice), refunded: money(7_252n, 'EUR') };
    const off = deductionsFor([invoice], [part]);
    expect(off.reduce((all, { net, tax }) => all + net.minor + tax.minor, 0n)).toBe(9_999n);
    expect(off.every(({ net, tax }) => net.minor > 0n && tax.minor >= 0n)).toBe(true);
    expect(deductionsFor([invoice], [{ ...part, refunded: invoice.total }])).toEqual([]);
  });
});

test('deposit and final make the agreed price, per rate and to the cent, whatever the price, rate and share', () => {
  fc.assert(
    fc.property(
      fc.bigInt(1n, 10n ** 11n),
      fc.integer({ min: 0, max: 100_000 }),
      fc.integer({ min: 1, max: 100_000 }),
      fc.boolean(),
      fc.constantFrom('EUR', 'JPY', 'KWD'),
      (minor, taxRateMilli, percentMilli, taxIncluded, currency) => {
        const terms = {
          fee: term({ minor, currency }, 'form'),
          taxRateMilli: term(taxRateMilli, 'form'),
          taxIncluded: term(taxIncluded, 'form'),
          deposit: term<Deposit>({ kind: 'share', percentMilli }, 'form'),
        };
        const agreed = totals(terms);
        const line = insideTax(depositSum(terms), taxRateMilli);
        const deposit = { id: 'inv_1', kind: 'deposit', state: 'paid', currency, deductions: [], lines: [line] };
        const invoice = { ...deposit, total: line.total, lines: [{ ...line, taxRateMilli }] } as unknown as Invoice;
        const [off] = deductionsFor([invoice], [paidFor(invoice)]);
        const gross = sumsOf(money(minor, currency), taxRateMilli, taxIncluded);
        const net = minus(gross.net, off?.net ?? money(0n, currency));
        const tax = minus(gross.tax, off?.tax ?? money(0n, currency));
        expect(plus(net, tax)).toEqual(minus(agreed.total, depositSum(terms)));
        expect(net.minor >= 0n && tax.minor >= 0n).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
