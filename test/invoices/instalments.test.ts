import { beforeAll, describe, expect, test } from 'vitest';
import { shownAs } from '../../src/contracts/contract.ts';
import { type Deposit, term } from '../../src/contracts/terms.ts';
import { planInstalments } from '../../src/invoices/instalments.ts';
import { invoicesOf } from '../../src/invoices/read.ts';
import { transact } from '../../src/platform/work.ts';
import { lockProject } from '../../src/projects/read.ts';
import { formatMoney } from '../../src/shared/money.ts';
import { bills, depositOf, pay, plan, seal, signed, stage, stateOf } from './stage.ts';

let on: Awaited<ReturnType<typeof stage>>;
beforeAll(async () => {
  on = await stage('2027-03-01T23:30:00Z');
});

const share = (percentMilli: number) => ({ deposit: term<Deposit>({ kind: 'share', percentMilli }, 'brief') });
const price = (minor: bigint, currency = 'EUR') => ({
  fee: term({ minor, currency }, 'brief'),
  currency: term(currency, 'brief'),
});
const taxed = (rate: number, included = false) => ({
  taxRateMilli: term(rate, 'workspace'),
  taxIncluded: term(included, 'form'),
});

describe('the signature itself issues the deposit and plans the balance', () => {
  test.each([
    ['half of 4,000', share(50_000), 'EUR 2,000.00', 200_000n],
    ['a third of 1,500', { ...price(150_000n), ...share(33_333) }, 'EUR 500.00', 100_000n],
    ['a third of 4,000', share(33_333), 'EUR 1,333.33', 266_667n],
    ['half of 4,000 plus 19 %', { ...share(50_000), ...taxed(19_000) }, 'EUR 2,380.00', 238_000n],
    ['half of 4,000 with the tax in it', { ...share(50_000), ...taxed(19_000, true) }, 'EUR 2,000.00', 200_000n],
    ['half of an odd cent', { ...price(100_001n), ...share(50_000) }, 'EUR 500.01', 50_000n],
    ['a sum', { deposit: term<Deposit>({ kind: 'sum', minor: 75_000n }, 'brief') }, 'EUR 750.00', 325_000n],
  ])('%s', async (name, terms, deposit, balance) => {
    const { at } = await signed(on.core, name, terms);
    // It is 00:30 of the next day where the client is, and the seven days count there.
    expect(await bills(at)).toEqual([`deposit ${deposit} open 2027-03-09`]);
    expect((await plan(at)).at(-1)).toBe(`balance ${balance} planned 2027-04-10`);
  });

  test('its one line names the work, and its price includes the tax', async () => {
    const { at } = await signed(on.core, 'line', { ...share(50_000), ...taxed(19_000) });
    const [invoice] = await invoicesOf(on.core.db, at.workspaceId, at.ids.project);
    const [line] = invoice?.lines ?? [];
    expect(line?.description).toBe('Deposit for “Brand identity”');
    expect([line?.net, line?.tax].map((sum) => sum && formatMoney(sum))).toEqual(['EUR 2,000.00', 'EUR 380.00']);
  });

  test('no deposit: nothing is issued, the whole price is planned', async () => {
    const { at } = await signed(on.core, 'none', { deposit: term<Deposit>({ kind: 'none' }, 'brief') });
    expect(await bills(at)).toEqual([]);
    expect(await plan(at)).toEqual(['balance 400000 planned 2027-04-10']);
  });

  test('a deposit of everything leaves nothing to bill', async () => {
    const { at } = await signed(on.core, 'all', share(100_000));
    expect(await bills(at)).toEqual(['deposit EUR 4,000.00 open 2027-03-09']);
    expect((await plan(at)).at(-1)).toBe('balance 0 planned 2027-04-10');
  });

  test('without an end day the work ends with the booking, and is invoiced the day after', async () => {
    const booking = { on: '2027-06-12', time: '15:00', minutes: 120, zone: 'Europe/Berlin', place: null };
    const { at } = await signed(on.core, 'booked', { endOn: undefined, booking: term(booking, 'brief') });
    expect((await plan(at)).at(-1)).toBe('balance 200000 planned 2027-06-13');
  });

  test('hearing it twice plans and issues nothing twice', async () => {
    const { at, version } = await signed(on.core, 'twice');
    await transact(on.core, at.workspaceId, async (work) => {
      await lockProject(work, at.ids.project);
      const happening = { event: 'contract.signed', projectId: at.ids.project, subjectId: version.id } as const;
      await planInstalments(work, { ...happening, actor: at.ids.contact, detail: { shown: shownAs(version) } });
    });
    expect(await bills(at)).toHaveLength(1);
    expect(await plan(at)).toHaveLength(2);
  });
});

describe('what settles', () => {
  test('a deposit paid in two parts is paid with the last cent, and the gate opens', async () => {
    const { at, version } = await signed(on.core, 'parts');
    await seal(at, version);
    const id = await depositOf(at);
    await pay(at, id, '1,999.99');
    expect(await bills(at)).toEqual(['deposit EUR 2,000.00 open 2027-03-09']);
    expect(await stateOf(at)).toBe('agreed');
    await pay(at, id, '0.01');
    expect(await bills(at)).toEqual(['deposit EUR 2,000.00 paid 2027-03-09']);
    expect(await stateOf(at)).toBe('active');
    expect(await on.core.db.evidence.count({ where: { workspaceId: at.workspaceId, kind: 'invoice.paid' } })).toBe(1);
  });

  test('more than is owed pays it, once', async () => {
    const { at } = await signed(on.core, 'over');
    const id = await depositOf(at);
    await Promise.all([pay(at, id, '2500'), pay(at, id, '2500')]);
    expect(await bills(at)).toEqual(['deposit EUR 2,000.00 paid 2027-03-09']);
    expect(await on.core.db.evidence.count({ where: { workspaceId: at.workspaceId, kind: 'invoice.paid' } })).toBe(1);
  });

  test('what is on its way is waited for, and owed again when it does not come', async () => {
    const { at } = await signed(on.core, 'debit');
    const invoiceId = await depositOf(at);
    const account = await on.core.db.paymentAccount.findFirstOrThrow({ where: { workspaceId: at.workspaceId } });
    const id = 'att_000000000000000000000001';
    const amount = { amountMinor: 200_000n, currency: 'EUR', requestKey: id, state: 'processing' };
    const expiresAt = new Date();
    await on.core.db.attempt.create({
      data: { ...amount, workspaceId: at.workspaceId, id, invoiceId, accountId: account.id, number: 1, expiresAt },
    });
    const hear = (event: 'payment.processing' | 'payment.failed') =>
      transact(on.core, at.workspaceId, async (work) => {
        await lockProject(work, at.ids.project);
        await work.announce({ event, projectId: at.ids.project, subjectId: id, actor: 'system' });
      });
    await hear('payment.processing');
    await hear('payment.processing');
    expect(await bills(at)).toEqual(['deposit EUR 2,000.00 processing 2027-03-09']);
    await hear('payment.failed');
    await hear('payment.failed');
    expect(await bills(at)).toEqual(['deposit EUR 2,000.00 open 2027-03-09']);
    await pay(at, invoiceId, '2000');
    await hear('payment.failed');
    expect(await bills(at)).toEqual(['deposit EUR 2,000.00 paid 2027-03-09']);
  });
});
