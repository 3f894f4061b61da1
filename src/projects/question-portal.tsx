import type { VNode } from 'preact';
import { Act, Area, Button } from '../portal/controls.tsx';
import { Card, type Said, Thread } from '../portal/layout.tsx';
import { formatInstant } from '../shared/dates.ts';
import { QUESTION_MAX, type Question } from './question.ts';
import { type Refused, refusalOf, typedIn } from './session.ts';

/** What the page adds to the questions. */
export type QuestionSurface = { project: string; business: string; zone: string; refused?: Refused | undefined };

const ASK = 'question:ask';

/** Questions with their answers, oldest first, and the form for the next one. */
export function QuestionsCard({ questions, at }: { questions: readonly Question[]; at: QuestionSurface }): VNode {
  const open = questions.some((question) => question.answeredAt === null);
  return (
    <Card title={questions.length > 0 ? 'Questions' : 'Something unclear?'} id="questions">
      {questions.length > 0 && <Thread said={questions.flatMap((question) => said(question, at))} />}
      {open && <p class="small">{at.business} has been told and will answer here and by e-mail.</p>}
      <Act act={ASK} action="/portal/question" carry={{ project: at.project }} refusal={refusalOf(at.refused, ASK)}>
        <Area
          label="Your question"
          name="body"
          max={QUESTION_MAX}
          value={typedIn(at.refused, ASK, 'body')}
          refusal={refusalOf(at.refused, ASK)}
          hint={`${at.business} gets it at once; the answer comes by e-mail too.`}
        />
        <Button look="plain">Ask</Button>
      </Act>
    </Card>
  );
}

function said(question: Question, { business, zone }: QuestionSurface): Said[] {
  const asked = { by: question.askedBy, when: formatInstant(question.askedAt, zone), words: question.body };
  if (!question.answer || !question.answeredAt) return [asked];
  const by = question.answeredBy ?? business;
  return [asked, { by, when: formatInstant(question.answeredAt, zone), words: question.answer, ours: true }];
}
