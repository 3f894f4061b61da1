import { isInUse } from '../clients/client.ts';
import { contactById } from '../clients/read.ts';
import { type Core, transact } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { typedLines } from '../shared/typed.ts';
import { checkAnswer, type Question } from './question.ts';
import { questionById } from './question-read.ts';
import { saveAnswer } from './question-store.ts';
import { lockProject } from './read.ts';

export type Answer = { questionId: string; memberId: Id<'member'>; answer: string };

/** The freelancer answers, once: a question that has its answer keeps it, and that answer is what comes back. */
export async function answerQuestion(core: Core, workspaceId: Id<'workspace'>, given: Answer): Promise<Question> {
  const answer = typedLines(given.answer);
  return transact(core, workspaceId, async (work) => {
    const found = await questionById(work.tx, workspaceId, given.questionId);
    const { clientId } = await lockProject(work, found.projectId);
    const question = await questionById(work.tx, workspaceId, given.questionId);
    if (question.answeredAt) return question;
    checkAnswer(answer);
    const contact = await contactById(work.tx, workspaceId, question.contactId);
    await saveAnswer(work, question.id, answer, given.memberId);
    await work.announce({
      event: 'question.answered',
      projectId: question.projectId,
      subjectId: question.id,
      actor: given.memberId,
      detail: { answer, mailed: isInUse(contact, clientId) },
    });
    return questionById(work.tx, workspaceId, question.id);
  });
}
