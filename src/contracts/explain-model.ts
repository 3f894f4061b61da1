import { z } from 'zod';
import { WHY_NOT } from '../assistant/call.ts';
import { clauseById, instruction } from '../clauses/read.ts';
import type { Ask, Answer as Said } from '../platform/model.ts';
import { wordsAt } from '../shared/typed.ts';
import type { Version } from './contract.ts';
import { type Answer, answerOf, type Passage, sentencesOf } from './explain-answer.ts';

/** What the model is asked for (schema `contract_explain`): where it stands, never what it means. */
export const ContractExplain = z.strictObject({
  quotes: z.array(z.strictObject({ clause: z.int(), quote: z.string() })),
});
export type ContractExplain = z.infer<typeof ContractExplain>;

/** One call to a model for one workspace; whatever goes wrong is a failure, never thrown. */
export type AskModel = <T>(ask: Ask<T>) => Promise<Said<T>>;
export type Reader = 'rule' | 'model';

type Worded = Pick<Version, 'clauses'>;

const QUOTES_MAX = 4;
const QUOTE_MAX = 600;

/**
 * An answer with a model's help. It is told the question and the clauses but for who the parties are, and says where the answer stands;
 * what is shown are the contract's whole sentences there. One quotation that does not stand in its clause and nothing of it
 * counts; then, or without a quotation, the rules answer. Judgements are asked of nobody.
 */
export async function answerWith(
  ask: AskModel | undefined,
  version: Worded,
  question: string,
): Promise<{ answer: Answer; reader: Reader; why?: string }> {
  const answer = answerOf(version, question);
  if (!ask || answer.judgement) return { answer, reader: 'rule' };
  const said = await ask(askFor(version, question));
  if (!said.ok) return { answer, reader: 'rule', why: `${WHY_NOT[said.failure]}, so the place was looked up by rule.` };
  const passages = passagesOf(version, said.value);
  if (passages.length === 0) return { answer, reader: 'rule' };
  // One's own wording may say of itself that it answers everything; the library's clauses that the rules found stay in sight.
  const kept = passages.every(({ custom }) => custom) ? answer.passages.filter(({ custom }) => !custom) : [];
  return { answer: { passages: [...passages, ...kept], near: [], judgement: false }, reader: 'model' };
}

function askFor({ clauses }: Worded, question: string): Ask<ContractExplain> {
  const { text, version } = instruction('contract_explain');
  // Names, addresses and tax numbers go to no model: what is asked of them the rules answer.
  const told = clauses.filter(({ id }) => clauseById(id)?.kind !== 'parties');
  const contract = told.map((clause) => `${clause.number}. ${clause.title}\n${sentencesOf(clause).join('\n')}`);
  return {
    name: 'contract_explain',
    schema: ContractExplain,
    instructions: text,
    version,
    input: `The question:\n${question}\n\nThe contract:\n${contract.join('\n\n')}`,
    maxTokens: 1_200,
  };
}

/** The sentences that hold the quotations, by clause; nothing when one of them stands nowhere. */
function passagesOf({ clauses }: Worded, { quotes }: ContractExplain): Passage[] {
  const found = new Map<number, Set<string>>();
  if (quotes.length > QUOTES_MAX) return [];
  for (const { clause: number, quote } of quotes) {
    const clause = clauses.find((one) => one.number === number);
    const held = clause ? sentencesWith(sentencesOf(clause), quote) : [];
    if (held.length === 0) return [];
    found.set(number, new Set([...(found.get(number) ?? []), ...held]));
  }
  return [...found].flatMap(([number, held]) => {
    const clause = clauses.find((one) => one.number === number);
    if (!clause) return [];
    const { title, custom } = clause;
    return [{ number, title, custom, sentences: sentencesOf(clause).filter((sentence) => held.has(sentence)) }];
  });
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The run of sentences that a quotation stands in, word for word: one that is cut short shows its condition as well. */
function sentencesWith(sentences: readonly string[], quote: string): string[] {
  const wanted = flat(quote);
  if (wanted.length < 3 || wanted.length > QUOTE_MAX) return [];
  let text = '';
  const spans = sentences.map((sentence) => {
    const start = text.length === 0 ? 0 : text.length + 1;
    text = text ? `${text} ${flat(sentence)}` : flat(sentence);
    return { sentence, start, end: text.length };
  });
  const at = wordsAt(text, wanted);
  if (at < 0) return [];
  return spans.filter(({ start, end }) => start < at + wanted.length && end > at).map(({ sentence }) => sentence);
}
