import type { KnownBlock, ModalView } from '@slack/types';
import { context, divider, section, sections } from '../slack/blocks.ts';
import { checkbox, text } from '../slack/field.ts';
import { form } from '../slack/form.ts';
import { join, type Mrkdwn, md, quote } from '../slack/mrkdwn.ts';
import type { Version } from './contract.ts';
import { QUESTION_MAX } from './explain.ts';
import { type Answer, nearWords, notFoundWords } from './explain-answer.ts';
import type { Explained } from './explain-read.ts';
import { clauseWords, type PlainLine } from './explain-summary.ts';
import type { Waiting } from './waiting-slack.ts';

export const EXPLAIN = 'contract:explain';

export const explainForm = form(
  'contract:explain',
  { title: 'Explain', submit: 'Ask' },
  {
    body: text('A question about it', {
      max: QUESTION_MAX,
      placeholder: 'What happens if they cancel?',
      hint: 'Answered with the contract’s own sentences, or not at all.',
    }),
    post: checkbox('Log', 'Post question and answer into the thread').optionally(),
  },
);

export type ExplainAt = {
  version: Pick<Version, 'id' | 'number' | 'clauses'>;
  title: string;
  business: string;
  lines: readonly PlainLine[];
  explained: Explained | undefined;
  /** Grows with each answer, so that the field is empty again. */
  revision: number;
};

/** While a model looks; what it finds takes this window's place. */
export const LOOKING: Waiting = {
  id: 'explain:looking',
  skip: 'explain:skip-model',
  title: 'Explain',
  words: 'Looking it up…',
  sent: 'The model has your question and the contract.',
  sofar: (said) => {
    const numbers = [...new Set([...said.matchAll(/"clause"\s*:\s*(\d{1,3})\b/g)].map(([, number]) => number))];
    return numbers.length > 0 ? `Found so far: clause ${numbers.slice(0, 6).join(', ')}.` : undefined;
  },
};

/** The contract in plain words, and the place to ask. */
export function explainView(at: ExplainAt): ModalView {
  const { version, title, business, lines, explained } = at;
  return explainForm.view({
    intro: [
      // What was asked comes first: below the summary nobody would see that it was answered.
      ...(explained ? [...answerBlocks(explained), divider()] : []),
      section(md`*${title}*, version ${version.number}, in plain words`),
      ...sections(lines.map(({ words, clauses }) => md`• ${words} (${clauseWords(clauses)})`)),
      context(`As in the contract, “we” is ${business} and “you” is the client. The text counts, not this summary.`),
    ],
    outro: [context('Why each clause is there stands under Clauses on the card. Templates, not legal advice.')],
    values: { post: true },
    metadata: { version: version.id, revision: at.revision },
    revision: at.revision,
  });
}

/** Said wherever a model took part. */
const BY_MODEL = 'A model looked for the place; every sentence is the contract’s own.';

function answerBlocks({ question, answer, reader, why }: Explained): KnownBlock[] {
  const said = reader === 'model' ? BY_MODEL : why;
  return [section(md`*${question}*`), ...answerSections(answer), ...(said ? [context(said)] : [])];
}

function answerSections(answer: Answer): KnownBlock[] {
  if (answer.passages.length === 0) return [section(md`*${notFoundWords(answer)}*`), context(whereTo(answer))];
  return answer.passages.map(({ number, title, custom, sentences }) =>
    section(
      join([md`*Clause ${number}. ${title}*${custom ? ' (custom wording)' : ''}`, ...sentences.map(quote)], '\n'),
    ),
  );
}

function whereTo({ judgement, near }: Answer): string {
  if (judgement)
    return 'Retainer quotes the contract and judges nothing. For that, ask someone who knows the law where you are.';
  if (near.length > 0) return `See ${nearWords(near)}.`;
  return 'If it should be in, change the terms; once it is signed, make a change order.';
}

/** How a thread tells it in one line. */
export function explainedLine(who: string, { question, answer }: Explained): Mrkdwn {
  if (answer.passages.length === 0) {
    const see = answer.near.length > 0 ? ` It may be in ${nearWords(answer.near)}.` : '';
    return md`${who} asked the contract “${question}”: *${notFoundWords(answer)}*${see}`;
  }
  const said = answer.passages.map(
    ({ number, title, sentences }) => md`clause ${number} (${title}): “${sentences.join(' ')}”`,
  );
  return md`${who} asked the contract “${question}”: ${join(said, '; ')}`;
}
