import { z } from 'zod';
import type { Database, Tx } from '../platform/database.ts';
import type { Version } from './contract.ts';
import type { Answer } from './explain-answer.ts';

/** A question about a contract, and what was shown as the answer. */
export type Explained = {
  question: string;
  answer: Answer;
  reader: 'rule' | 'model';
  /** Why a model that is set up did not take part, as a sentence for the freelancer. */
  why?: string | undefined;
};

const Passage = z.object({
  number: z.number(),
  title: z.string(),
  custom: z.boolean(),
  sentences: z.array(z.string()),
});
const Asked = z.object({
  question: z.string(),
  judgement: z.boolean(),
  passages: z.array(Passage),
  /** Answers written down before there was such a thing have none. */
  near: z.array(Passage.pick({ number: true, title: true })).default([]),
  reader: z.enum(['rule', 'model']),
  why: z.string().optional(),
});
const Plain = z.object({ plain: z.array(z.string()) });

type Of = Pick<Version, 'workspaceId' | 'projectId' | 'id'>;

/** What somebody asked about a version, oldest first; what was erased since is left out. */
export async function explainedTo(db: Database | Tx, version: Of, actor: string): Promise<Explained[]> {
  return (await detailsOf(db, version, actor)).flatMap((body) => explainedIn(body) ?? []);
}

/** Question and answer as the evidence keeps them; undefined where it keeps something else, or nothing any more. */
export function explainedIn(detail: unknown): Explained | undefined {
  const { data } = Asked.safeParse(detail);
  return (
    data && {
      question: data.question,
      answer: { passages: data.passages, near: data.near, judgement: data.judgement },
      reader: data.reader,
      why: data.why,
    }
  );
}

/** Whether somebody was shown a version's plain lines before. */
export async function wasShownPlain(db: Database | Tx, version: Of, actor: string): Promise<boolean> {
  return (await detailsOf(db, version, actor)).some((body) => Plain.safeParse(body).success);
}

async function detailsOf(db: Database | Tx, { workspaceId, projectId, id }: Of, actor: string): Promise<unknown[]> {
  const links = await db.evidence.findMany({
    where: { workspaceId, chain: projectId, kind: 'contract.explained', subjectId: id, actor },
    select: { detailSha256: true },
    orderBy: { seq: 'asc' },
    take: 500,
  });
  const details = await db.evidenceDetail.findMany({
    where: { workspaceId, sha256: { in: links.map(({ detailSha256 }) => detailSha256) } },
    select: { sha256: true, body: true },
  });
  const bodies = new Map(details.map(({ sha256, body }) => [Buffer.from(sha256).toString('hex'), body]));
  return links.map(({ detailSha256 }) => bodies.get(Buffer.from(detailSha256).toString('hex')));
}
