import type { Work } from '../platform/work.ts';
import type { Question } from './question.ts';

export async function insertQuestion(
  work: Work,
  question: Pick<Question, 'id' | 'projectId' | 'contactId' | 'body'>,
): Promise<void> {
  await work.tx.question.create({ data: { ...question, workspaceId: work.workspaceId, askedAt: work.now } });
}

export async function saveAnswer(work: Work, id: string, answer: string, memberId: string): Promise<void> {
  await work.tx.question.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id } },
    data: { answer, answeredById: memberId, answeredAt: work.now },
  });
}
