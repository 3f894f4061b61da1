import type { App, MessageShortcut } from '@slack/bolt';
import { z } from 'zod';
import type { Core } from '../platform/work.ts';
import { Refusal } from '../shared/refusal.ts';
import { section, summary } from '../slack/blocks.ts';
import { metadataOf } from '../slack/form.ts';
import { onAction, onShortcut, onView, type Shortcut, type Who } from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import { written } from '../slack/mrkdwn.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { answerQuestion } from './answer.ts';
import {
  ANSWER_BUTTON,
  answeredView,
  answerForm,
  answerView,
  chooseView,
  SEND_AS_ANSWER,
  sentAsAnswer,
} from './question-cards.ts';
import { openQuestionsOf, projectIdOfThread, questionById } from './question-read.ts';

type Parts = { core: Core; visit: (who: Who) => Promise<Visit> };

const About = z.object({ question: z.string() });

/** The two ways a freelancer answers, since the app can't read threads: a button, and a message sent as the answer. */
export function listenToQuestions(app: App, { core, visit }: Parts): void {
  onAction(app, ANSWER_BUTTON, async ({ who, value, client, body }) => {
    const { workspace } = await visit(who);
    const question = await questionById(core.db, workspace.id, value);
    const view = question.answeredAt ? answeredView(question) : answerView(question);
    await openModal(client, body, view);
  });

  onView(app, answerForm.id, async ({ who, view }) => {
    const { workspace, member } = await visit(who);
    const typed = answerForm.read(view);
    const questionId = typed.question ?? metadataOf(view, About).question;
    const given = { questionId, memberId: member.id, answer: typed.answer };
    const question = await answerQuestion(core, workspace.id, given);
    if (question.answer === typed.answer) return undefined;
    return { response_action: 'update', view: answeredView(question) };
  });

  onShortcut<MessageShortcut>(app, SEND_AS_ANSWER, (args) => sendAsAnswer(core, visit, args));
}

async function sendAsAnswer(core: Core, visit: Parts['visit'], args: Shortcut<MessageShortcut>): Promise<void> {
  const { body, client, who, respond } = args;
  const { workspace, member } = await visit(who);
  const answer = written(String(body.message.text ?? ''));
  const thread = String(body.message.thread_ts ?? body.message.ts);
  const projectId = await projectIdOfThread(core.db, workspace.id, body.channel.id, thread);
  if (!projectId)
    throw new Refusal('question.no-thread', 'Use this on a message in the thread under a project’s card.');
  const open = await openQuestionsOf(core.db, workspace.id, projectId);
  const [only] = open;
  if (!only) throw new Refusal('question.none', 'The client has no open question in this project.');
  if (open.length > 1) {
    await openModal(client, body, chooseView(open, answer));
    return;
  }
  const given = { questionId: only.id, memberId: member.id, answer };
  const words = sentAsAnswer(await answerQuestion(core, workspace.id, given));
  await args.ack();
  await respond({
    response_type: 'ephemeral',
    replace_original: false,
    text: summary(words),
    blocks: [section(words)],
  });
}
