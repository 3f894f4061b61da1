import type { Work } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import type { ChangeRequest } from './change.ts';

type NewChange = Pick<ChangeRequest, 'id' | 'projectId' | 'versionId' | 'memberId' | 'contactId' | 'body' | 'answers'>;

export async function insertChange(work: Work, change: NewChange): Promise<void> {
  await work.tx.changeRequest.create({
    data: { ...change, workspaceId: work.workspaceId, state: 'open', askedAt: work.now },
  });
}

/** What the request came to, once. */
export async function answerChange(
  work: Work,
  id: string,
  answer: { state: ChangeRequest['state']; madeId?: Id<'version'>; reason?: string; answeredById?: Id<'member'> },
): Promise<void> {
  await work.tx.changeRequest.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id } },
    data: { ...answer, answeredAt: work.now },
  });
}
