import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { money } from '../shared/money.ts';
import type { Balance, Billable } from './offer.ts';

const BALANCES_MAX = 20;
const PROJECTS_MAX = 60;

const Row = z.object({
  balances: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      minor: z.string(),
      currency: z.string(),
      dueOn: z.string().nullable(),
    }),
  ),
  projects: z.array(z.object({ id: z.string(), title: z.string(), client: z.string() })),
});

/**
 * What `/invoice` offers to bill: balances that started projects still plan, the next one first, and projects that may get
 * another invoice, those that moved last first. One round trip, since Slack's trigger is running out.
 */
export async function offeredTo(
  db: Database,
  workspaceId: string,
): Promise<{ balances: Balance[]; projects: Billable[] }> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT
      (SELECT coalesce(jsonb_agg(to_jsonb(b)), '[]') FROM (
        SELECT i.id, p.title, i."totalMinor"::text AS minor, p.currency, i."dueOn"::text AS "dueOn"
        FROM "Instalment" i JOIN "Project" p ON p."workspaceId" = i."workspaceId" AND p.id = i."projectId"
        WHERE i."workspaceId" = ${workspaceId} AND i.state = 'planned' AND i.kind = 'balance' AND i."totalMinor" > 0
          AND p.state = 'active'
        ORDER BY i."dueOn", i.id LIMIT ${BALANCES_MAX}) b) AS balances,
      (SELECT coalesce(jsonb_agg(to_jsonb(o)), '[]') FROM (
        SELECT p.id, p.title, coalesce(c.company, c.name) AS client
        FROM "Project" p JOIN "Client" c ON c."workspaceId" = p."workspaceId" AND c.id = p."clientId"
        WHERE p."workspaceId" = ${workspaceId} AND p.state IN ('active', 'finished')
        ORDER BY p."movedAt" DESC LIMIT ${PROJECTS_MAX}) o) AS projects`;
  const [found] = z.tuple([Row]).parse(rows);
  return {
    balances: found.balances.map(({ minor, currency, ...rest }) => ({
      ...rest,
      total: money(BigInt(minor), currency),
    })),
    projects: found.projects,
  };
}
