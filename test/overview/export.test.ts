import { beforeAll, expect, test } from 'vitest';
import { invoicesCsv, paymentsCsv } from '../../src/overview/export.ts';
import { invoiceRows, paymentRows } from '../../src/overview/export-read.ts';
import { money } from '../../src/shared/money.ts';
import { desk, issue, type OnProject, project, type Stage, stage } from '../payments/stage.ts';

let on: Stage;
let acme: OnProject;
let page: Awaited<ReturnType<typeof desk>>;
beforeAll(async () => {
  on = await stage({ stripe: false });
  acme = await project(on);
  page = await desk(on);
}, 60_000);

const rowsOf = (bytes: Uint8Array) =>
  new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
const get = async (path: string) => {
  const response = await page.get(path);
  return { response, rows: rowsOf(new Uint8Array(await response.arrayBuffer())) };
};

test('an owner downloads invoices and payments; sums are plain decimals and add up', async () => {
  const paid = await issue(on, acme);
  const open = await issue(on, acme);
  const html = await (await page.get(`/desk/payments?invoice=${paid}`)).text();
  const key = /name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const typed = {
    business: on.visit.business.id,
    invoice: paid,
    amount: '500',
    method: 'cash',
    receivedOn: '2027-03-01',
    key,
  };
  expect((await page.post('/desk/payments', typed)).status).toBe(303);
  const invoices = await get('/desk/invoices.csv');
  expect(invoices.response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(invoices.response.headers.get('content-disposition')).toContain('filename="invoices.csv"');
  const labels = await on.db.invoice.findMany({ where: { id: { in: [paid, open] } }, orderBy: { issuedAt: 'asc' } });
  expect(invoices.rows[0]).toMatch(/^Number,Kind,State,Issued on,/);
  expect(invoices.rows.slice(1)).toEqual(
    labels.map(({ label, id }) =>
      expect.stringContaining(
        `${label},standard,open,2027-03-01,2027-03-15,,Acme Ltd,Brand identity,EUR,2000.00,0.00,2000.00,${id === paid ? '500.00,1500.00' : '0.00,2000.00'}`,
      ),
    ),
  );
  const payments = await get('/desk/payments.csv');
  expect(payments.rows).toHaveLength(2);
  expect(payments.rows[1]).toMatch(
    /^2027-03-01,cash,Acme Ltd,Brand identity,\d{4}-\d{4},EUR,500\.00,500\.00,0\.00,0\.00,/,
  );
});

test('nobody without a desk session gets a table', async () => {
  for (const path of ['/desk/invoices.csv', '/desk/payments.csv', '/desk/export']) {
    const answer = await fetch(new URL(path, on.config.publicUrl), { redirect: 'manual' });
    expect(answer.status, path).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain('Acme');
  }
});

test('words that look like formulas stay words, on one line and in one cell', () => {
  const EVIL = ["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '\t=1', '＝1+1', 'a","b\r\n=1', '\u202e=1'];
  const sum = money(100n, 'EUR');
  const invoices = EVIL.map((words) => ({
    ...{ number: '2027-0001', kind: 'standard' as const, state: 'open', issuedOn: null, dueOn: null, paidAt: null },
    ...{ client: words, project: words, net: sum, tax: money(0n, 'EUR'), total: sum, settled: money(0n, 'EUR') },
  }));
  const payments = EVIL.map((words) => ({
    ...{ receivedAt: new Date('2027-03-01T10:00:00Z'), method: 'cash', client: words, project: words, invoice: words },
    ...{ amount: sum, applied: sum, refunded: sum, disputed: sum, reference: words },
  }));
  for (const rows of [rowsOf(invoicesCsv(invoices, 'Europe/Berlin')), rowsOf(paymentsCsv(payments, 'Europe/Berlin'))]) {
    expect(rows).toHaveLength(EVIL.length + 1);
    for (const row of rows) for (const cell of cellsOf(row)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  }
});

/** The cells of a line of RFC 4180. */
function cellsOf(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

test('the tables hold the workspace of the session alone', async () => {
  const { rows } = await get('/desk/invoices.csv');
  const foreign = rows.length - 1 - (await on.db.invoice.count({ where: { workspaceId: on.workspaceId } }));
  expect(foreign).toBe(0);
  expect(await invoiceRows(on.db, 'wsp_other', on.visit.business.id)).toEqual([]);
  expect(await paymentRows(on.db, 'wsp_other', on.visit.business.id)).toEqual([]);
});
