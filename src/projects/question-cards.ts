import type { KnownBlock, ModalView } from '@slack/types';
import { cut } from '../shared/typed.ts';
import { actions, button, context, notice, section, summary } from '../slack/blocks.ts';
import type { SlackMessage } from '../slack/client.ts';
import { choice, textarea } from '../slack/field.ts';
import { form } from '../slack/form.ts';
import { escaped, type Mrkdwn, md, member, quote } from '../slack/mrkdwn.ts';
import { ANSWER_MAX, type Question } from './question.ts';

export const ANSWER_BUTTON = 'question:answer';
export const SEND_AS_ANSWER = 'question:send-as-answer';

/** The question as it stands in the thread of the project's card. */
export function questionMessage(question: Question, title: string, freelancer: string): SlackMessage {
  return {
    text: summary(md`${question.askedBy} asks about “${title}”: ${cut(question.body, 300)}`),
    blocks: [
      section(md`${member(freelancer)}, *${question.askedBy}* asks:`),
      section(quote(question.body)),
      actions([
        button('Answer', ANSWER_BUTTON, question.id, { style: 'primary', label: `Answer ${question.askedBy}` }),
      ]),
      context(
        'Only Answer reaches the client; what is typed in this thread stays in Slack. Their reminders wait until then.',
      ),
    ],
  };
}

/** `question` is asked for only where the answer could belong to several. */
export const answerForm = form(
  'question:answer',
  { title: 'Answer the client', submit: 'Send answer' },
  {
    question: choice('Which question').optionally(),
    answer: textarea('Your answer', {
      max: ANSWER_MAX,
      hint: 'It goes to the client by e-mail and stands on their page.',
    }),
  },
);

export function answerView(question: Question, answer = ''): ModalView {
  return answerForm.view({
    without: ['question'],
    intro: asked(question),
    metadata: { question: question.id },
    values: { answer: answer || undefined },
  });
}

/** A message of the thread as the answer to one of several open questions. */
export function chooseView(questions: readonly Question[], answer: string): ModalView {
  return answerForm.view({
    choices: { question: Object.fromEntries(questions.map(({ id, body }) => [id, cut(body, 75)])) },
    values: { question: questions[0]?.id, answer },
    metadata: { question: questions[0]?.id ?? '' },
  });
}

function asked(question: Question): KnownBlock[] {
  return [section(md`*${question.askedBy}* asks:`), section(quote(question.body))];
}

/** Somebody was quicker. */
export function answeredView(question: Question): ModalView {
  return notice(
    'Answered already',
    md`${question.answeredBy ?? 'A colleague'} has answered ${question.askedBy} already:`,
    quote(question.answer ?? ''),
  );
}

export function sentAsAnswer(question: Question): Mrkdwn {
  return { mrkdwn: `Sent to ${escaped(question.askedBy)} as the answer:\n${quote(question.answer ?? '').mrkdwn}` };
}
