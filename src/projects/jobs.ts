import { isInUse } from '../clients/client.ts';
import { contactById } from '../clients/read.ts';
import type { Effects, Owed } from '../platform/outbox.ts';
import type { Core } from '../platform/work.ts';
import type { SlackClients } from '../slack/client.ts';
import { businessById, memberById } from '../workspaces/read.ts';
import { type Post, sendLetter } from './letter.ts';
import { questionMessage } from './question-cards.ts';
import { answerMail } from './question-mail.tsx';
import { questionById } from './question-read.ts';
import { projectById } from './read.ts';
import { postToThread } from './thread.ts';

export type ProjectParts = { core: Core; post: Post; slack: Pick<SlackClients, 'post'> };

/** A question asked goes to Slack, its answer to the client; both once or twice rather than never. */
export function projectEffects({ core, post, slack }: ProjectParts): Effects {
  return {
    'question.post': {
      once: 'at-least',
      perform: async (owed) => {
        const question = await questionById(core.db, owed.workspaceId, owed.subjectId);
        const project = await projectById(core.db, owed.workspaceId, question.projectId);
        const { slackUserId } = await memberById(core.db, owed.workspaceId, project.freelancerId);
        await postToThread(slack, project, slackUserId, questionMessage(question, project.title, slackUserId));
      },
    },
    'question.mail-answer': { once: 'at-least', perform: (owed) => mailAnswer(post, owed) },
  };
}

/** The page and the thread show the answer; an address that was replaced since may be a stranger's and is not written to. */
async function mailAnswer(post: Post, owed: Owed): Promise<void> {
  const { db } = post.core;
  const question = await questionById(db, owed.workspaceId, owed.subjectId);
  const project = await projectById(db, owed.workspaceId, question.projectId);
  const [contact, business] = await Promise.all([
    contactById(db, owed.workspaceId, question.contactId),
    businessById(db, owed.workspaceId, project.businessId),
  ]);
  if (!isInUse(contact, project.clientId)) return;
  await sendLetter(
    post,
    owed,
    {
      projectId: project.id,
      subjectId: question.id,
      kind: 'question.answered',
      to: { name: contact.name, address: contact.email },
      contactId: contact.id,
      business,
    },
    (wayIn) => answerMail({ question, title: project.title, business: business.name, wayIn }),
  );
}
