import { Prisma } from '../generated/client.ts';
import type { Work } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import type { ChangeRequest, Said } from './change.ts';

type NewChange = Pick<ChangeRequest, 'id' | 'projectId' | 'versionId' | 'memberId' | 'contactId' | 'body' | 'answers'> &
  Partial<Pick<ChangeRequest, 'said'>>;

export async function insertChange(work: Work, { said, ...change }: NewChange): Promise<void> {
  await work.tx.changeRequest.create({
    data: { ...change, ...(said && { said }), workspaceId: work.workspaceId, state: 'open', askedAt: work.now },
  });
}

/** Keeps what a model said to a request; the first to say it counts. */
export async function keepSaid(work: Work, id: string, said: Said): Promise<void> {
  await work.tx.changeRequest.updateMany({
    where: { workspaceId: work.workspaceId, id, said: { equals: Prisma.DbNull } },
    data: { said },
  });
}

/** The draft that may become the answer, and the answers it was made with. */
export async function linkDraft(
  work: Work,
  id: string,
  draft: { madeId: Id<'version'>; answers: Record<string, string> },
): Promise<void> {
  await work.tx.changeRequest.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id } },
    data: draft,
  });
}

/** What the request came to, once. */
export async function answerChange(
  work: Work,
  id: string,
  answer: {
    state: ChangeRequest['state'];
    madeId?: Id<'version'>;
    reason?: string;
    left?: string[];
    answeredById?: Id<'member'>;
  },
): Promise<void> {
  await work.tx.changeRequest.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id } },
    data: { ...answer, answeredAt: work.now },
  });
}

/** Where the message of a request stands; posted twice, the later one is kept. */
export async function keepPost(work: Work, id: string, post: { channel: string; ts: string }): Promise<void> {
  await work.tx.changeRequest.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id } },
    data: { postChannel: post.channel, postTs: post.ts },
  });
}
