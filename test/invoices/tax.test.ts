import { beforeAll, describe, expect, test } from 'vitest';
import { factsOf } from '../../src/clients/client.ts';
import { editClient } from '../../src/clients/edit.ts';
import { clientById } from '../../src/clients/read.ts';
import { defaultsOf } from '../../src/contracts/take-brief.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { Frozen, hashFrozen } from '../../src/invoices/frozen.ts';
import { issueNow } from '../../src/invoices/issue-now.ts';
import { frozenOf, invoicesOf } from '../../src/invoices/read.ts';
import { taxSentence } from '../../src/invoices/tax.ts';
import { newId } from '../../src/shared/ids.ts';
import { formatMoney, money } from '../../src/shared/money.ts';
import { TAX_REASONS, type TaxReason } from '../../src/shared/tax.ts';
import { businessOf } from '../../src/workspaces/read.ts';
import { pay, type Stage, seal, signed, stage } from './stage.ts';

let on: Awaited<ReturnType<typeof stage>>;
beforeAll(async () => {
  on = await stage('2027-03-01T10:00:00Z');
});

const because = (reason: TaxReason): Partial<Terms> => ({
  taxRateMilli: term(0, 'brief', 'no VAT'),
  taxReason: term(reason, 'brief', 'no VAT'),
});
const parts = term(
  [
    { label: 'Concept', percentMilli: 33_333, dueOn: '2027-03-20' },
    { label: 'Handover', percentMilli: 66_667, dueOn: '2027-04-10' },
  ],
  'brief' as const,
);
const none = term({ kind: 'none' as const }, 'brief' as const);

async function billed(name: string, terms: Partial<Terms>) {
  await on.passTo('2027-03-01T10:00:00Z');
  const { at, version } = await signed(on.core, name, terms);
  await seal(at, version);
  const [deposit] = await invoicesOf(at.core.db, at.workspaceId, at.ids.project);
  if (deposit) await pay(at, deposit.id, formatMoney(deposit.total));
  await on.passTo('2027-04-10T09:00:00Z');
  const invoices = await invoicesOf(at.core.db, at.workspaceId, at.ids.project);
  return { at, invoices };
}

const sumsOf = (invoices: Awaited<ReturnType<typeof invoicesOf>>) =>
  invoices.map(({ kind, net, tax, total }) => [kind, ...[net, tax, total].map(formatMoney)].join(' '));
const frozenIn = (at: Stage, ids: { id: string }[]) =>
  Promise.all(ids.map(({ id }) => frozenOf(at.core.db, at.workspaceId, id)));

describe.each(TAX_REASONS)('%s', (reason) => {
  test('goes with the deposit and the balance, which come to the price without a cent of tax', async () => {
    const { at, invoices } = await billed(`whole ${reason}`, because(reason));
    expect(sumsOf(invoices)).toEqual([
      'deposit EUR 2,000.00 EUR 0.00 EUR 2,000.00',
      'final EUR 2,000.00 EUR 0.00 EUR 2,000.00',
    ]);
    expect(invoices.flatMap(({ lines }) => lines.map((line) => line.taxReason))).toEqual([reason, reason]);
    for (const { taxNote } of await frozenIn(at, invoices)) expect(taxNote).toBe(taxSentence(reason, 'DE', true));
  });

  test('goes with each part of the price', async () => {
    const { at, invoices } = await billed(`parts ${reason}`, { ...because(reason), deposit: none, milestones: parts });
    expect(sumsOf(invoices)).toEqual([
      'standard EUR 1,333.33 EUR 0.00 EUR 1,333.33',
      'final EUR 2,666.67 EUR 0.00 EUR 2,666.67',
    ]);
    for (const { taxNote } of await frozenIn(at, invoices)) expect(taxNote).toBe(taxSentence(reason, 'DE', true));
  });
});

test('with a rate the same price has its tax, and no reason', async () => {
  const { at, invoices } = await billed('taxed', { taxRateMilli: term(19_000, 'brief') });
  expect(sumsOf(invoices)).toEqual([
    'deposit EUR 2,000.00 EUR 380.00 EUR 2,380.00',
    'final EUR 2,000.00 EUR 380.00 EUR 2,380.00',
  ]);
  for (const frozen of await frozenIn(at, invoices)) expect(frozen).not.toHaveProperty('taxNote');
  expect(invoices.flatMap(({ lines }) => lines.map(({ taxReason }) => taxReason))).toEqual([null, null]);
});

test('without a rate and without a reason nothing is said', async () => {
  const { at, invoices } = await billed('untaxed', { taxRateMilli: term(0, 'brief') });
  for (const frozen of await frozenIn(at, invoices)) {
    expect(frozen).not.toHaveProperty('taxNote');
    expect(frozen.to).not.toHaveProperty('taxId');
  }
});

test('a small business says it on an invoice without a contract, and in what its contracts begin with', async () => {
  await on.passTo('2027-03-01T10:00:00Z');
  const { at } = await signed(on.core, 'small', { taxRateMilli: term(0, 'workspace') });
  await at.core.db.business.updateMany({
    where: { workspaceId: at.workspaceId },
    data: { taxRateMilli: 0, taxReason: 'small-business' },
  });
  const invoice = await issueNow(at.core, at.workspaceId, {
    key: newId('invoice', at.core.clock.now()),
    memberId: at.ids.member,
    client: { name: 'Cleo', email: 'cleo@small.test', kind: 'business' },
    ...{ title: 'Retouch', price: money(50_000n, 'EUR'), taxIncluded: false, netDays: 14 },
    ...{ projectId: undefined, channelId: 'C1' },
  });
  expect(sumsOf([invoice])).toEqual(['standard EUR 500.00 EUR 0.00 EUR 500.00']);
  const [frozen] = await frozenIn(at, [invoice]);
  expect(frozen?.taxNote).toBe(taxSentence('small-business', 'DE', true));
  const business = await businessOf(at.core.db, at.workspaceId);
  expect(business && defaultsOf(business)).toMatchObject({ taxRateMilli: 0, taxReason: 'small-business' });
});

describe('an invoice besides, in a project with a contract', () => {
  const besides = async (at: Stage, projectId: string | undefined) => {
    await at.core.db.business.updateMany({ where: { workspaceId: at.workspaceId }, data: { taxRateMilli: 19_000 } });
    const invoice = await issueNow(at.core, at.workspaceId, {
      key: newId('invoice', at.core.clock.now()),
      memberId: at.ids.member,
      client: projectId ? undefined : { name: 'Cleo', email: 'cleo@besides.test', kind: 'business' },
      ...{ title: 'Banner', price: money(10_001n, 'EUR'), taxIncluded: false, netDays: 14 },
      ...{ projectId, channelId: 'C1' },
    });
    const [frozen] = await frozenIn(at, [invoice]);
    return { sums: sumsOf([invoice])[0], reason: invoice.lines[0]?.taxReason, frozen };
  };
  const number = { clientTaxId: term('ATU12345678', 'form' as const) };

  test.each(TAX_REASONS)('%s holds for it, to the cent, with the client’s number', async (reason) => {
    const { at } = await billed(`besides ${reason}`, { ...because(reason), ...number });
    const { sums, reason: why, frozen } = await besides(at, at.ids.project);
    expect([sums, why]).toEqual(['standard EUR 100.01 EUR 0.00 EUR 100.01', reason]);
    expect(frozen?.taxNote).toBe(taxSentence(reason, 'DE', true));
    expect(frozen?.to.taxId).toBe('ATU12345678');
  });

  test('the contract’s own rate goes before the usual one', async () => {
    const { at } = await billed('besides seven', { taxRateMilli: term(7_000, 'brief') });
    expect((await besides(at, at.ids.project)).sums).toBe('standard EUR 100.01 EUR 7.00 EUR 107.01');
  });

  test('a project of its own has the usual rate', async () => {
    const { at } = await billed('besides alone', because('reverse-charge'));
    const alone = await besides(at, undefined);
    expect([alone.sums, alone.reason, alone.frozen?.taxNote, alone.frozen?.to.taxId]).toEqual([
      'standard EUR 100.01 EUR 19.00 EUR 119.01',
      null,
      undefined,
      undefined,
    ]);
  });

  test('a project without a contract has the usual rate', async () => {
    const { at } = await billed('besides none', because('reverse-charge'));
    await besides(at, undefined);
    const { id } = await at.core.db.project.findFirstOrThrow({
      where: { workspaceId: at.workspaceId, contracts: { none: {} } },
      select: { id: true },
    });
    expect((await besides(at, id)).sums).toBe('standard EUR 100.01 EUR 19.00 EUR 119.01');
  });
});

describe('the client’s VAT number', () => {
  test('is the contract’s, on the deposit and the balance', async () => {
    const number = { clientTaxId: term('ATU12345678', 'form' as const) };
    const { at, invoices } = await billed('numbered', { ...because('reverse-charge'), ...number });
    expect((await frozenIn(at, invoices)).map(({ to }) => to.taxId)).toEqual(['ATU12345678', 'ATU12345678']);
  });

  test('comes from their entry where the contract has none, and is frozen with the invoice', async () => {
    await on.passTo('2027-03-01T10:00:00Z');
    const { at, version } = await signed(on.core, 'entry', because('reverse-charge'));
    const numbered = async (taxId: string) => {
      const { id } = await clientOf(at);
      const client = await clientById(at.core.db, at.workspaceId, id);
      await editClient(at.core, at.workspaceId, id, { facts: { ...factsOf(client), taxId }, by: at.ids.member });
    };
    await numbered('FR12345678901');
    await seal(at, version);
    const [deposit] = await invoicesOf(at.core.db, at.workspaceId, at.ids.project);
    await pay(at, deposit?.id ?? '', 'EUR 2,000.00');
    await on.passTo('2027-04-10T09:00:00Z');
    await numbered('IT12345678901');
    const invoices = await invoicesOf(at.core.db, at.workspaceId, at.ids.project);
    expect((await frozenIn(at, invoices)).map(({ to }) => to.taxId)).toEqual([undefined, 'FR12345678901']);
  });
});

const clientOf = async (at: Stage) => {
  const { clientId } = await at.core.db.project.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: at.workspaceId, id: at.ids.project } },
    select: { clientId: true },
  });
  return { id: clientId };
};

test('what was issued before reasons were kept reads and hashes as it did', () => {
  const old = {
    ...{ label: '2027-0001', kind: 'deposit', title: 'Logo', issuedOn: '2027-03-01', dueOn: '2027-03-08' },
    currency: 'EUR',
    from: { name: 'Studio', lines: ['Torstr. 1', 'DE'], email: 'mia@studio.test', taxId: null },
    to: { name: 'Acme', lines: ['GB'], email: 'dana@acme.test' },
    lines: [
      {
        ...{ description: 'Deposit', quantityMilli: '1000', unitPriceMicros: '2000000000' },
        ...{ taxRateMilli: 0, net: '200000', tax: '0' },
      },
    ],
    deductions: [],
    gross: { net: '200000', tax: '0', total: '200000' },
    sums: { net: '200000', tax: '0', total: '200000' },
    note: null,
    payTo: [],
  };
  expect(JSON.stringify(Frozen.parse(old))).toBe(JSON.stringify(old));
  expect(Buffer.from(hashFrozen(old)).toString('hex')).toBe(
    '5dc3ed59852c3e7dc91d9fa866c94e8b0a41c3b84f9ee67cf359973f93527e32',
  );
});

test('a small business says it in the words of its country, and reverse charge in those of the directive', () => {
  expect(taxSentence('reverse-charge', 'DE', true)).toMatch(/^Reverse charge: /);
  expect(taxSentence('small-business', 'DE', true)).toContain('Kleinunternehmer, § 19 UStG');
  expect(taxSentence('small-business', 'FR', true)).toContain('franchise en base');
  expect(taxSentence('small-business', 'IE', true)).toContain('art. 284');
  expect(taxSentence('small-business', 'GB', false)).toContain('not registered for VAT');
  expect(taxSentence('small-business', 'US', false)).toBe('No tax is charged: small business.');
});
