import type { Database } from '../platform/database.ts';
import { columnToDay } from '../shared/dates.ts';
import { money } from '../shared/money.ts';
import type { Balance, Billable } from './offer.ts';

const CLIENT = { select: { name: true, company: true } } as const;

/** Balances that started projects still plan, the next one first. */
export async function plannedBalances(db: Database, workspaceId: string, limit: number): Promise<Balance[]> {
  const rows = await db.instalment.findMany({
    where: { workspaceId, state: 'planned', kind: 'balance', totalMinor: { gt: 0 }, project: { state: 'active' } },
    select: { id: true, dueOn: true, totalMinor: true, project: { select: { currency: true, title: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(({ id, dueOn, totalMinor, project }) => ({
    id,
    title: project.title,
    total: money(totalMinor, project.currency),
    dueOn: dueOn && columnToDay(dueOn),
  }));
}

/** Projects that may get another invoice, those that moved last first. */
export async function billableProjects(db: Database, workspaceId: string, limit: number): Promise<Billable[]> {
  const rows = await db.project.findMany({
    where: { workspaceId, state: { in: ['active', 'finished'] } },
    select: { id: true, title: true, client: CLIENT },
    orderBy: { movedAt: 'desc' },
    take: limit,
  });
  return rows.map(({ id, title, client }) => ({ id, title, client: client.company ?? client.name }));
}
