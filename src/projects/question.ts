import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';

/** What a client asked on the page, and what the freelancer answered. An open question pauses the reminders. */
export type Question = {
  workspaceId: Id<'workspace'>;
  id: Id<'question'>;
  projectId: Id<'project'>;
  contactId: Id<'contact'>;
  /** Who asked, as the contact is named now. */
  askedBy: string;
  body: string;
  answer: string | null;
  answeredById: Id<'member'> | null;
  /** Who answered, as the member is named now. */
  answeredBy: string | null;
  askedAt: Date;
  answeredAt: Date | null;
};

/** Characters. A question of more is a mail, and a Slack section holds 3,000. */
export const QUESTION_MAX = 1500;
export const ANSWER_MAX = 2500;
/** A freelancer who has this many to answer is not helped by one more, nor is the client. */
export const OPEN_MAX = 5;

export function checkQuestion(body: string, open: number): void {
  if (body.length < 2) throw new Refusal('question.empty', 'Write your question.', 'body');
  if (body.length > QUESTION_MAX)
    throw new Refusal('question.too-long', `Keep a question under ${QUESTION_MAX} characters.`, 'body');
  if (open >= OPEN_MAX)
    throw new Refusal(
      'question.too-many',
      `${OPEN_MAX} questions are waiting for an answer. Wait for those, or reply to the mail.`,
      'body',
    );
}

export function checkAnswer(answer: string): void {
  if (!answer) throw new Refusal('answer.empty', 'Write an answer.', 'answer');
  if (answer.length > ANSWER_MAX)
    throw new Refusal('answer.too-long', `Keep an answer under ${ANSWER_MAX} characters.`, 'answer');
}
