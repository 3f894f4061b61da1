import { type Core, transact } from '../platform/work.ts';
import { type Id, newId } from '../shared/ids.ts';
import { typedLines } from '../shared/typed.ts';
import type { PortalVisit } from './link-read.ts';
import { checkQuestion } from './question.ts';
import { openQuestionsOf } from './question-read.ts';
import { insertQuestion } from './question-store.ts';
import { lockProject } from './read.ts';

/** The client asks; the same open question asked twice is one question. */
export async function askQuestion(core: Core, visit: PortalVisit, typed: string): Promise<Id<'question'>> {
  const body = typedLines(typed);
  return transact(core, visit.workspaceId, async (work) => {
    const project = await lockProject(work, visit.projectId);
    const open = await openQuestionsOf(work.tx, work.workspaceId, project.id);
    const same = open.find((question) => question.body === body && question.contactId === visit.contactId);
    if (same) return same.id;
    checkQuestion(body, open.length);
    const id = newId('question', work.now);
    await insertQuestion(work, { id, projectId: project.id, contactId: visit.contactId, body });
    await work.announce({
      event: 'question.asked',
      projectId: project.id,
      subjectId: id,
      actor: visit.contactId,
      detail: { body },
    });
    return id;
  });
}
