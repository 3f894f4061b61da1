import { z } from 'zod';
import { INVOICE_STATES, isOverdue } from '../invoices/invoice.ts';
import type { Database } from '../platform/database.ts';
import { columnToDay, type Day } from '../shared/dates.ts';
import { type Money, money } from '../shared/money.ts';

/** What is still owed to a workspace in one currency: totals less what was applied to them. */
export type OpenMoney = { owed: Money; overdue: Money; invoices: number };

const Row = z.object({
  currency: z.string(),
  state: z.enum(INVOICE_STATES),
  dueOn: z.date().nullable(),
  owed: z.bigint(),
  invoices: z.number(),
});

/** A line for each currency, in the order of their codes. */
export async function openMoneyOf(db: Database, workspaceId: string, today: Day): Promise<OpenMoney[]> {
  const rows = z.array(Row).parse(
    await db.$queryRaw`
      SELECT i.currency, i.state, i."dueOn", count(*)::int AS invoices,
        sum(i."totalMinor" - coalesce(a.applied, 0))::bigint AS owed
      FROM "Invoice" i LEFT JOIN LATERAL (
        SELECT sum("amountMinor") AS applied FROM "Application"
        WHERE "workspaceId" = i."workspaceId" AND "invoiceId" = i.id) a ON true
      WHERE i."workspaceId" = ${workspaceId} AND i.state IN ('open', 'processing')
      GROUP BY i.currency, i.state, i."dueOn" ORDER BY i.currency`,
  );
  const byCurrency = new Map<string, OpenMoney>();
  for (const { currency, state, dueOn, owed, invoices } of rows) {
    const before = byCurrency.get(currency) ?? { owed: money(0n, currency), overdue: money(0n, currency), invoices: 0 };
    const late = isOverdue({ state, dueOn: dueOn && columnToDay(dueOn) }, today);
    byCurrency.set(currency, {
      owed: money(before.owed.minor + owed, currency),
      overdue: money(before.overdue.minor + (late ? owed : 0n), currency),
      invoices: before.invoices + invoices,
    });
  }
  return [...byCurrency.values()];
}
