import { beforeAll, expect, test } from 'vitest';
import { homeViewOf } from '../../src/overview/home-view.ts';
import { issue, project, record, type Stage, stage } from './stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
}, 60_000);

const money = async () => (await homeViewOf(on.db, on.workspaceId, on.visit.business, on.clock.now())).money;

async function projectIn(currency: string) {
  const made = await project(on, `Paid in ${currency}`);
  await on.db.project.updateMany({ where: { id: made.projectId }, data: { currency } });
  return made;
}

test('open money is what is still owed, of every project, and overdue is what is past its day', async () => {
  expect(await money()).toEqual([]);
  const acme = await project(on);
  const part = await issue(on, acme, 200_000n);
  await record(on, part, '1,500');
  expect(await money()).toEqual(['EUR 500.00 open on one invoice']);
  on.clock.forward(15 * 24);
  const other = await project(on, 'Website');
  await issue(on, other, 100_000n);
  await issue(on, await projectIn('USD'), 70_000n, 'USD');
  const paid = await issue(on, other, 30_000n);
  await record(on, paid, '300');
  expect(await money()).toEqual([
    'EUR 1,500.00 open on 2 invoices, EUR 500.00 of it overdue',
    'USD 700.00 open on one invoice',
  ]);
  // Many projects that moved later: the Home looks at the last ones, the money is everyone's.
  const later = new Date(on.clock.now().getTime() + 3_600_000);
  const row = await on.db.project.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: on.workspaceId, id: acme.projectId } },
  });
  await on.db.project.createMany({
    data: Array.from({ length: 70 }, (_, n) => ({
      ...row,
      id: `${row.id.slice(0, -3)}x${String(n).padStart(2, '0')}`,
      cardTs: null,
      state: 'drafting',
      movedAt: later,
    })),
  });
  expect((await money())[0]).toContain('EUR 1,500.00 open on 2 invoices');
});

test('an invoice that a debit is on its way for is open and not overdue', async () => {
  const id = await issue(on, await projectIn('GBP'), 40_000n, 'GBP');
  on.clock.forward(20 * 24);
  expect(await money()).toContain('GBP 400.00 open on one invoice, GBP 400.00 of it overdue');
  await on.db.invoice.updateMany({ where: { id }, data: { state: 'processing' } });
  expect(await money()).toContain('GBP 400.00 open on one invoice');
});
