import { z } from 'zod';
import { Rate } from '../contracts/terms.ts';
import type { Database } from '../platform/database.ts';
import { money } from '../shared/money.ts';
import type { Billable, Offered } from './offer.ts';

const PLANNED_MAX = 20;
const PROJECTS_MAX = 60;

const Row = z.object({
  planned: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['milestone', 'balance', 'worked']),
      title: z.string(),
      label: z.string().nullable(),
      rate: Rate.nullable(),
      minor: z.string(),
      currency: z.string(),
      dueOn: z.string().nullable(),
    }),
  ),
  projects: z.array(z.object({ id: z.string(), title: z.string(), client: z.string() })),
});

/**
 * What `/invoice` offers to bill: what started projects still plan, the next one first, and projects that may get another
 * invoice, those that moved last first. One round trip, since Slack's trigger is running out.
 */
export async function offeredTo(
  db: Database,
  workspaceId: string,
): Promise<{ planned: Offered[]; projects: Billable[] }> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT
      (SELECT coalesce(jsonb_agg(to_jsonb(b)), '[]') FROM (
        SELECT i.id, i.kind, p.title, i.label, i."totalMinor"::text AS minor, p.currency, i."dueOn"::text AS "dueOn",
          CASE WHEN i.kind = 'worked' THEN v.terms->'rate'->'value' END AS rate
        FROM "Instalment" i JOIN "Project" p ON p."workspaceId" = i."workspaceId" AND p.id = i."projectId"
        LEFT JOIN "Version" v ON v."workspaceId" = i."workspaceId" AND v.id = i."versionId"
        WHERE i."workspaceId" = ${workspaceId} AND i.state = 'planned' AND p.state = 'active'
          AND (i.kind = 'worked' OR (i.kind IN ('milestone', 'balance') AND i."totalMinor" > 0))
        ORDER BY i."dueOn" NULLS LAST, i.id LIMIT ${PLANNED_MAX}) b) AS planned,
      (SELECT coalesce(jsonb_agg(to_jsonb(o)), '[]') FROM (
        SELECT p.id, p.title, coalesce(c.company, c.name) AS client
        FROM "Project" p JOIN "Client" c ON c."workspaceId" = p."workspaceId" AND c.id = p."clientId"
        WHERE p."workspaceId" = ${workspaceId} AND p.state IN ('active', 'finished')
        ORDER BY p."movedAt" DESC LIMIT ${PROJECTS_MAX}) o) AS projects`;
  const [found] = z.tuple([Row]).parse(rows);
  return {
    planned: found.planned.map(({ minor, currency, ...rest }) => ({ ...rest, total: money(BigInt(minor), currency) })),
    projects: found.projects,
  };
}
