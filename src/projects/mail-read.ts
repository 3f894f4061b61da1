import type { Database } from '../platform/database.ts';

/** The addresses of a project to which the last mail that was tried could not be delivered. */
export async function undeliveredOf(db: Database, workspaceId: string, projectId: string): Promise<string[]> {
  const rows = await db.mail.findMany({
    where: { workspaceId, projectId, state: { in: ['sent', 'failed'] } },
    select: { address: true, state: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const addresses = [...new Set(rows.map(({ address }) => address))];
  return addresses.filter((address) => rows.find((row) => row.address === address)?.state === 'failed');
}

/** Whether a mail of this kind about this has surely left. */
export async function wasMailed(db: Database, workspaceId: string, subjectId: string, kind: string): Promise<boolean> {
  return (await db.mail.count({ where: { workspaceId, subjectId, kind, state: 'sent' } })) > 0;
}
