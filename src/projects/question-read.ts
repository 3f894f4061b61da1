import type { Database, Tx } from '../platform/database.ts';
import { notFound } from '../shared/refusal.ts';
import type { Question } from './question.ts';

const SELECT = {
  workspaceId: true,
  id: true,
  projectId: true,
  contactId: true,
  body: true,
  answer: true,
  answeredById: true,
  askedAt: true,
  answeredAt: true,
  contact: { select: { name: true } },
  answeredBy: { select: { name: true } },
} as const;

type Row = Omit<
  Question,
  'workspaceId' | 'id' | 'projectId' | 'contactId' | 'answeredById' | 'askedBy' | 'answeredBy'
> & {
  contact: { name: string };
  answeredBy: { name: string } | null;
};

function toQuestion({ contact, answeredBy, ...row }: Row): Question {
  return { ...row, askedBy: contact.name, answeredBy: answeredBy?.name ?? null } as Question;
}

export async function questionById(db: Database | Tx, workspaceId: string, id: string): Promise<Question> {
  const row = await db.question.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: SELECT });
  if (!row) throw notFound('question');
  return toQuestion(row);
}

/** A project's questions, oldest first. */
export async function questionsOf(db: Database | Tx, workspaceId: string, projectId: string): Promise<Question[]> {
  const rows = await db.question.findMany({
    where: { workspaceId, projectId },
    select: SELECT,
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: 200,
  });
  return rows.map(toQuestion);
}

export async function openQuestionsOf(db: Database | Tx, workspaceId: string, projectId: string): Promise<Question[]> {
  const questions = await questionsOf(db, workspaceId, projectId);
  return questions.filter((question) => question.answeredAt === null);
}

/** The project whose card heads a thread in Slack, undefined for any other thread. */
export async function projectIdOfThread(
  db: Database | Tx,
  workspaceId: string,
  channelId: string,
  threadTs: string,
): Promise<string | undefined> {
  const row = await db.project.findFirst({ where: { workspaceId, channelId, cardTs: threadTs }, select: { id: true } });
  return row?.id;
}
