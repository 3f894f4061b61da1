import { z } from 'zod';
import { WHY_NOT } from '../assistant/call.ts';
import { isQuoted } from '../briefs/passages/quote.ts';
import { familyOf, instruction } from '../clauses/read.ts';
import type { Ask } from '../platform/model.ts';
import { POINT_MAX, type Said } from './change.ts';
import { choosableWordings } from './change-points.ts';
import { type ChangeAsk, readChange } from './change-words.ts';
import type { Version } from './contract.ts';
import type { AskModel } from './explain-model.ts';

/** What the model is asked for (schema `contract_change`): the request's words said again, never what becomes of the terms. */
export const ContractChange = z.strictObject({
  restated: z.array(z.strictObject({ quote: z.string(), words: z.string() })),
  wordings: z.array(z.strictObject({ quote: z.string(), clause: z.string() })),
});
export type ContractChange = z.infer<typeof ContractChange>;

const RESTATED_MAX = 6;
const WORDINGS_MAX = 3;

type Asked = Omit<ChangeAsk, 'said' | 'answers'> & Pick<Version, 'clauses'>;

/**
 * What a model says to the words that no rule read, to be kept beside the request; undefined where it was not asked, because
 * there is none or the rules read everything. It is told the request and nothing of the contract but the names of wordings.
 * Whatever goes wrong is a reason, and the rules' reading stands.
 */
export async function pointOut(ask: AskModel | undefined, asked: Asked): Promise<Said | undefined> {
  if (!ask) return undefined;
  const left = readChange(asked).open.filter((open) => open.left);
  if (left.length === 0) return undefined;
  const said = await ask(
    askFor(
      asked,
      left.map(({ quote }) => quote),
    ),
  );
  if (!said.ok)
    return { restated: [], wordings: [], why: `${WHY_NOT[said.failure]}, so these words were read by rule.` };
  const { restated, wordings } = said.value;
  const stands = ({ quote }: { quote: string }) =>
    quote.trim().length > 0 && quote.length <= POINT_MAX.quote && left.some((open) => isQuoted(open.quote, quote));
  const fits = (words: string, max: number) => words.trim().length > 0 && words.length <= max;
  const families = familiesIn(asked);
  return {
    restated: restated.filter((one) => stands(one) && fits(one.words, POINT_MAX.words)).slice(0, RESTATED_MAX),
    wordings: wordings
      .filter((one) => stands(one) && choosableWordings(families).some(({ id }) => id === one.clause))
      .slice(0, WORDINGS_MAX),
    why: null,
  };
}

function askFor(asked: Asked, left: readonly string[]): Ask<ContractChange> {
  const { text, version } = instruction('contract_change');
  const lines = choosableWordings(familiesIn(asked)).map(
    ({ id, title, fits }) => `- \`${id}\` (${title}): ${fits ?? ''}`,
  );
  return {
    name: 'contract_change',
    schema: ContractChange,
    instructions: `${text}\n\nToday is ${asked.context.today}.\n\nWordings:\n${lines.join('\n')}`,
    version,
    input: `The request:\n${asked.words}\n\nNot understood:\n${left.map((words) => `- ${words}`).join('\n')}`,
    maxTokens: 900,
  };
}

/** The families of the contract's clauses that have more than one wording to choose. */
function familiesIn({ clauses }: Pick<Asked, 'clauses'>): string[] {
  const families = [...new Set(clauses.map(({ id }) => familyOf(id)))];
  return families.filter((family) => choosableWordings([family]).length > 1);
}
