import { beforeAll, expect, test } from 'vitest';
import { hashFrozen } from '../../src/invoices/frozen.ts';
import { issuerLines, recipientLines } from '../../src/invoices/invoice.ts';
import { issueInvoice, type Order } from '../../src/invoices/issue.ts';
import { frozenOf, invoiceById, invoicesOf } from '../../src/invoices/read.ts';
import { moveInvoice } from '../../src/invoices/store.ts';
import { transact } from '../../src/platform/work.ts';
import { lockProject } from '../../src/projects/read.ts';
import { type Id, newId } from '../../src/shared/ids.ts';
import { formatMoney, money } from '../../src/shared/money.ts';
import { ensureStripeAccount } from '../../src/workspaces/save.ts';
import { saveBankDetails } from '../../src/workspaces/store.ts';
import { type Scene, scene } from '../contracts/scene.ts';
import { pay } from './stage.ts';

let stage: Scene;
beforeAll(async () => {
  stage = await scene();
  const own = { workspaceId: stage.workspaceId, businessId: stage.ids.business, provider: 'manual', livemode: true };
  const id = newId('account', new Date());
  await stage.core.db.paymentAccount.create({ data: { ...own, id, externalId: id } });
});

const issue = (kind: Order['kind'], minor: bigint, fail = false) =>
  transact(stage.core, stage.workspaceId, async (work) => {
    const project = await lockProject(work, stage.ids.project);
    const item = {
      description: 'Brand identity',
      price: money(minor, 'EUR'),
      taxRateMilli: 19_000,
      taxIncluded: false,
    };
    const id = await issueInvoice(work, { project, kind, items: [item], netDays: 14, actor: 'system' });
    if (fail) throw new Error('the process stops here');
    return id;
  });

/** An invoice that a transfer has paid in full. */
async function paid(invoiceId: Id<'invoice'>): Promise<void> {
  const { core, workspaceId, ids } = stage;
  const { total } = await invoiceById(core.db, workspaceId, invoiceId);
  await pay({ core, workspaceId, ids }, invoiceId, formatMoney(total));
  await transact(core, workspaceId, (work) => moveInvoice(work, invoiceId, ['open'], 'paid'));
}

test('numbers are unique and without gaps, though thirty issue at once and every third fails', async () => {
  await Promise.allSettled(Array.from({ length: 30 }, (_, n) => issue('standard', 10_000n, n % 3 === 0)));
  const rows = await stage.core.db.invoice.findMany({ orderBy: { number: 'asc' }, select: { number: true } });
  expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
}, 30_000);

test('a final invoice takes a paid deposit off, net and tax, once', async () => {
  const deposit = await issue('deposit', 200_000n);
  const unpaid = await invoiceById(stage.core.db, stage.workspaceId, await issue('final', 400_000n));
  expect(unpaid.deductions).toEqual([]);
  await paid(deposit);
  const final = await invoiceById(stage.core.db, stage.workspaceId, await issue('final', 400_000n));
  expect([final.net, final.tax, final.total].map(formatMoney)).toEqual(['EUR 2,000.00', 'EUR 380.00', 'EUR 2,380.00']);
  const again = await invoiceById(stage.core.db, stage.workspaceId, await issue('final', 400_000n));
  expect(again.deductions).toEqual([]);
});

test('deposits that cover it all leave nothing to invoice, and no number is used', async () => {
  const deposit = await issue('deposit', 50_000n);
  await paid(deposit);
  const before = await stage.core.db.series.findFirstOrThrow();
  await expect(issue('final', 50_000n)).rejects.toThrow('invoice.nothing-due');
  expect((await stage.core.db.series.findFirstOrThrow()).next).toBe(before.next);
});

test('an issued invoice can’t be changed, and hashes to what was frozen', async () => {
  const [invoice] = await invoicesOf(stage.core.db, stage.workspaceId, stage.ids.project);
  const where = { workspaceId_id: { workspaceId: stage.workspaceId, id: invoice!.id } };
  await expect(
    stage.core.db.invoice.update({ where, data: { totalMinor: 1n, netMinor: 1n, taxMinor: 0n } }),
  ).rejects.toThrow('frozen');
  await expect(stage.core.db.invoice.update({ where, data: { dueOn: new Date(0) } })).rejects.toThrow('frozen');
  const row = await stage.core.db.invoice.findUniqueOrThrow({ where });
  expect(Buffer.from(hashFrozen(row.frozen))).toEqual(Buffer.from(row.frozenSha256!));
});

test('an invoice keeps the account it was issued with, whatever the business changes later', async () => {
  const { core, workspaceId, ids } = stage;
  const before = await issue('standard', 10_000n);
  const bank = {
    holder: 'New holder',
    iban: 'AT611904300234573201',
    account: null,
    routing: null,
    bic: null,
    bank: null,
  };
  await transact(core, workspaceId, (work) => saveBankDetails(work, ids.business, bank));
  const after = await issue('standard', 10_000n);
  const ibanOf = async (id: string) =>
    (await frozenOf(core.db, workspaceId, id)).payTo.find(({ label }) => label === 'IBAN')?.value;
  expect(await ibanOf(before)).toBe('DE89 3704 0044 0532 0130 00');
  expect(await ibanOf(after)).toBe('AT61 1904 3002 3457 3201');
});

test('what is issued while cards are taken with a test key has numbers of its own, and leaves no gap among the real ones', async () => {
  const { core, workspaceId } = stage;
  const key = { secretKey: 'sk_test_x', webhookSecrets: [], workspace: undefined, apiUrl: undefined };
  const numberOf = async () => {
    const { label } = await invoiceById(core.db, workspaceId, await issue('standard', 10_000n));
    return label ?? '';
  };
  const after = (label: string, by: number) =>
    label.replace(/\d+$/, (last) => String(Number(last) + by).padStart(4, '0'));
  const real = await numberOf();
  await ensureStripeAccount(core, { ...key, livemode: false });
  expect(await numberOf()).toMatch(/^TEST-\d{4}-0001$/);
  await ensureStripeAccount(core, { ...key, livemode: true });
  expect(await numberOf()).toBe(after(real, 1));
  await ensureStripeAccount(core, { ...key, livemode: false });
  await ensureStripeAccount(core, undefined);
  expect(await numberOf()).toBe(after(real, 2));
});

test('an address ends with the country’s name, and a tax number says that it is one', () => {
  const lines = ['Torstr. 1', '10119 Berlin', 'DE'];
  const [email, taxId] = ['mia@studio.test', 'DE123'];
  expect(issuerLines({ lines, taxId, email })).toEqual([...lines.slice(0, 2), 'Germany', 'Tax number DE123', email]);
  expect(recipientLines({ lines, email: '' })).toEqual([...lines.slice(0, 2), 'Germany']);
  for (const said of [
    '12 rue de la Paix, 75002 Paris, France',
    'Friedrichstraße 1, 10117 Berlin, Deutschland',
    'Germany',
  ])
    expect(recipientLines({ lines: [said, said.includes('Paris') ? 'FR' : 'DE'], email: '' })).toEqual([said]);
  expect(recipientLines({ lines: ['Paris, Texas', 'US'], email: '' })).toEqual(['Paris, Texas', 'United States']);
});

test('a name the PDF can’t print is refused before a number is taken', async () => {
  const { db } = stage.core;
  const where = { workspaceId: stage.workspaceId };
  const next = async () => (await db.series.findMany({ where, orderBy: { id: 'asc' } })).map((series) => series.next);
  const before = await next();
  for (const [names, data] of [
    ['/client', () => db.client.updateMany({ where, data: { address: '東京都千代田区1-1' } })],
    ['/retainer settings', () => db.business.updateMany({ where, data: { name: '工房' } })],
  ] as const) {
    await data();
    await expect(issue('standard', 10_000n)).rejects.toMatchObject({
      code: 'invoice.letters',
      sentence: expect.stringContaining(names),
    });
    await db.client.updateMany({ where, data: { address: null } });
  }
  expect(await next()).toEqual(before);
});
