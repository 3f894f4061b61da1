import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { isPriced, Terms } from './terms.ts';

const Row = z.object({ id: z.string(), title: z.string(), client: z.string(), channelId: z.string().nullable() });
/** A signed contract that still goes on: its version, and whose it is. */
export type SignedContract = z.infer<typeof Row>;

const READ = 60;

/** The contracts of a workspace about work, signed and not over, those that moved last first. */
export async function signedContracts(db: Database, workspaceId: string): Promise<SignedContract[]> {
  const rows = await db.version.findMany({
    where: {
      workspaceId,
      state: { in: ['signed', 'sealed'] },
      contract: { parentId: null, project: { state: { not: 'released' } } },
    },
    select: {
      id: true,
      terms: true,
      contract: {
        select: {
          project: { select: { title: true, channelId: true, client: { select: { name: true, company: true } } } },
        },
      },
    },
    orderBy: { contract: { project: { movedAt: 'desc' } } },
    take: READ,
  });
  return rows
    .filter(({ terms }) => isPriced(Terms.parse(terms)))
    .map(({ id, contract: { project } }) => ({
      id,
      title: project.title,
      client: project.client.company ?? project.client.name,
      channelId: project.channelId,
    }));
}
