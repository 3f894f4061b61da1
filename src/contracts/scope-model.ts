import { z } from 'zod';
import { WHY_NOT } from '../assistant/call.ts';
import { isQuoted } from '../briefs/passages/quote.ts';
import type { Clause } from '../clauses/clause.ts';
import { clauseById, instruction } from '../clauses/read.ts';
import type { Ask as Question } from '../platform/model.ts';
import type { Version, VersionClause } from './contract.ts';
import { sentencesOf } from './explain-answer.ts';
import type { AskModel } from './explain-model.ts';
import { type Ask, asksOf, isNotThere, quoteOf } from './scope.ts';

/** What the model is asked for (schema `contract_scope`): where the contract speaks of a thing, or that it does not. */
export const ContractScope = z.strictObject({
  asks: z.array(z.strictObject({ ask: z.int(), place: z.int(), quote: z.string() })),
});
export type ContractScope = z.infer<typeof ContractScope>;

export type Checked = {
  readonly asks: readonly Ask[];
  /** Whether what a model pointed at is part of it. */
  readonly helped: boolean;
  /** Why a model that is set up did not take part, as a sentence. */
  readonly why: string | undefined;
};

const QUOTE_MAX = 300;
/** What is done and what the client may do with it; who, how much, when and by which law is no scope. */
const ABOUT_WORK: readonly Clause['kind'][] = ['work', 'rights', 'custom'];

/**
 * The scope check with a model's help. A model can raise a doubt and nothing else: where it points at words of the contract for
 * what the rules call outside, or at words of the message that the contract does not have for what they call in, the answer
 * becomes “can’t tell” with those words beside it. What the contract settles by itself, and every price, is none of its business.
 */
export async function checkScope(
  ask: AskModel | undefined,
  message: string,
  signed: readonly Version[],
): Promise<Checked> {
  const asks = asksOf(message, signed);
  if (!ask || asks.every(({ settled }) => settled)) return { asks, helped: false, why: undefined };
  const places = placesIn(signed);
  const said = await ask(askFor(asks, places));
  if (!said.ok) return { asks, helped: false, why: `${WHY_NOT[said.failure]}, so the words alone were compared.` };
  const looked = asks.map((one, at) => {
    const points = said.value.asks.filter((point) => point.ask === at + 1);
    const [point, ...more] = points;
    return point && more.length === 0 ? doubted(one, point, { places, signed }) : one;
  });
  return { asks: looked, helped: looked.some((one, at) => one !== asks[at]), why: undefined };
}

type Place = { readonly version: Version; readonly clause: VersionClause };
type Point = ContractScope['asks'][number];

function doubted(one: Ask, { place, quote }: Point, at: { places: readonly Place[]; signed: readonly Version[] }): Ask {
  if (one.settled || quote.trim().length < 3 || quote.length > QUOTE_MAX) return one;
  if (place === 0) {
    if (one.verdict !== 'in' || !isQuoted(one.words, quote) || !isNotThere(quote, at.signed)) return one;
    return { ...one, verdict: 'unclear', why: `${one.why}, but read with AI help “${quote}” is more than that` };
  }
  const there = at.places[place - 1];
  const item = there && linesOf(there.clause).find((line) => isQuoted(line, quote));
  if (one.verdict === 'in' || !there || !item) return one;
  const cited = quoteOf({ ...there, item });
  if (one.quotes.some(({ sentence }) => sentence === cited.sentence)) return one;
  const why = `${one.why}; read with AI help it may belong to what stands here`;
  return { ...one, verdict: 'unclear', why, quotes: [cited, ...one.quotes] };
}

const linesOf = (clause: VersionClause) => sentencesOf(clause).flatMap((sentence) => sentence.split('\n'));

/** The clauses that a scope may stand in, of the contract and what was added to it. */
function placesIn(signed: readonly Version[]): Place[] {
  return signed.flatMap((version) =>
    version.clauses
      .filter(({ id }) => ABOUT_WORK.includes(clauseById(id)?.kind ?? 'custom'))
      .map((clause) => ({ version, clause })),
  );
}

function askFor(asks: readonly Ask[], places: readonly Place[]): Question<ContractScope> {
  const { text, version } = instruction('contract_scope');
  const numbered = (lines: readonly string[]) => lines.map((words, at) => `${at + 1}. ${words}`).join('\n');
  const contract = places.map(({ clause }) => `${clause.title}\n${sentencesOf(clause).join('\n')}`);
  return {
    name: 'contract_scope',
    schema: ContractScope,
    instructions: text,
    version,
    input: `The message:\n${numbered(asks.map(({ words }) => words))}\n\nThe contract:\n${numbered(contract)}`,
    maxTokens: 900,
  };
}
