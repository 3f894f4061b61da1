import { sha256Of } from '../clauses/clause.ts';
import type { Detail } from '../platform/evidence.ts';
import { type Core, transact } from '../platform/work.ts';
import type { PortalVisit } from '../projects/link-read.ts';
import { lockProject } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { notFound, Refusal } from '../shared/refusal.ts';
import { typedLine } from '../shared/typed.ts';
import { shownAs, type Version, versionShown } from './contract.ts';
import { type Answer, nearWords, notFoundWords } from './explain-answer.ts';
import { type AskModel, answerWith } from './explain-model.ts';
import { type Explained, explainedTo, wasShownPlain } from './explain-read.ts';
import { clauseWords, type PlainLine, plainLines } from './explain-summary.ts';
import { versionById } from './read.ts';

/** Characters; more is a letter, which goes to a person. */
export const QUESTION_MAX = 300;

export type Asking = {
  version: Version;
  question: string;
  /** The member or contact who asks. */
  actor: Id<'member'> | Id<'contact'>;
  /** Whether the thread of the card tells it. */
  posted: boolean;
  /** A model that may help to find the place; left out, the rules find it alone. */
  ask?: AskModel | undefined;
};

/**
 * Answers a question with the contract's own words and writes down what was shown, as a link of the evidence: ids and hashes
 * in the chain, question and words in its detail. The same question of the same person about the same text is answered with
 * what stands.
 */
export async function explainContract(
  core: Core,
  { version, question: typed, actor, posted, ask }: Asking,
): Promise<Explained> {
  const question = checkQuestion(typed);
  const { workspaceId, projectId } = version;
  const before = await answeredBefore(core.db, version, { actor, question });
  if (before) return before;
  // A model takes seconds, in which nothing is locked.
  const { answer, reader, why } = await answerWith(ask, version, question);
  return transact(core, workspaceId, async (work) => {
    await lockProject(work, projectId);
    const standing = await answeredBefore(work.tx, version, { actor, question });
    if (standing) return standing;
    await work.announce({
      event: 'contract.explained',
      projectId,
      subjectId: version.id,
      actor,
      detail: {
        shown: shownAs(version),
        question,
        judgement: answer.judgement,
        passages: answer.passages.map(toDetail),
        ...(answer.near.length > 0 && { near: answer.near.map(({ number, title }) => ({ number, title })) }),
        reader,
        words: sha256Of(answerWords(answer)),
        posted,
        ...(why && { why }),
      },
    });
    return { question, answer, reader, why };
  });
}

async function answeredBefore(
  db: Parameters<typeof explainedTo>[0],
  version: Version,
  { actor, question }: Pick<Asking, 'actor' | 'question'>,
): Promise<Explained | undefined> {
  return (await explainedTo(db, version, actor)).find((one) => one.question === question);
}

/** The client's question about the version that the page showed. */
export async function explainToClient(
  core: Core,
  visit: PortalVisit,
  form: { question: string; shown: string },
  ask?: AskModel,
): Promise<Explained> {
  const { versionId, sha256 } = versionShown(form.shown);
  const version = await versionById(core.db, visit.workspaceId, versionId);
  if (version.projectId !== visit.projectId || version.sentAt === null) throw notFound('contract');
  if (version.state === 'superseded' || shownAs(version) !== `${versionId}.${sha256}`)
    throw new Refusal(
      'contract.changed',
      'This contract has changed since you opened it. Ask again about the one you see now.',
    );
  return explainContract(core, { version, question: form.question, actor: visit.contactId, posted: true, ask });
}

/** The plain lines as somebody saw them; written down once for each person and version. */
export async function showPlain(core: Core, version: Version, actor: Id<'member'>): Promise<PlainLine[]> {
  const lines = plainLines(version);
  if (await wasShownPlain(core.db, version, actor)) return lines;
  await transact(core, version.workspaceId, async (work) => {
    await lockProject(work, version.projectId);
    if (await wasShownPlain(work.tx, version, actor)) return;
    const { projectId, id: subjectId } = version;
    const detail = { shown: shownAs(version), ...plainDetail(lines) };
    await work.announce({ event: 'contract.explained', projectId, subjectId, actor, detail });
  });
  return lines;
}

/** What the evidence keeps of plain lines: their words, and the hash of what was shown. */
export function plainDetail(lines: readonly PlainLine[]): { plain: string[]; words: string } {
  const plain = lines.map(({ words, clauses }) => `${words} (${clauseWords(clauses)})`);
  return { plain, words: sha256Of(plain.join('\n')) };
}

const toDetail = ({ number, title, custom, sentences }: Answer['passages'][number]): Detail => ({
  number,
  title,
  custom,
  sentences: [...sentences],
});

/** An answer as text: what is hashed is what any surface shows of it. */
function answerWords(answer: Answer): string {
  const { passages, near } = answer;
  if (passages.length === 0) return [notFoundWords(answer), ...(near.length > 0 ? [nearWords(near)] : [])].join('\n');
  return passages.map(({ number, title, sentences }) => [`${number}. ${title}`, ...sentences].join('\n')).join('\n\n');
}

function checkQuestion(typed: string): string {
  const question = typedLine(typed);
  if (question.length < 3) throw new Refusal('contract.no-question', 'Write what you want to know.', 'body');
  if (question.length > QUESTION_MAX)
    throw new Refusal('contract.long-question', `Keep a question under ${QUESTION_MAX} characters.`, 'body');
  return question;
}
