import { setImmediate } from 'node:timers/promises';
import { type Clause, type Template, type Variables, wordClause } from '../clauses/clause.ts';
import { Refusal } from '../shared/refusal.ts';
import { sampleVariables } from './sample.ts';

/** What keeps a clause from being filled with the terms of some contract, by the clause's id. */
export type TrialProblem = { readonly id: string; readonly line: number; readonly sentence: string };

/** Longest words that one clause may make, in characters, with the longest lists a form takes. */
const WORDS_MAX = 20_000;
const TOO_LONG = 'It becomes too long. Make two of it.';

/**
 * Fills clauses of a template with contracts of every kind, so that one which can't be filled is found when it is saved and
 * never when a contract is to go out.
 */
export async function tryClauses(template: Template, ids: readonly string[]): Promise<TrialProblem[]> {
  const samples = await sampleVariables();
  const found: TrialProblem[] = [];
  for (const clause of template.clauses.filter(({ id }) => ids.includes(id))) {
    found.push(...(tryClause(template, clause, samples) ?? []));
    await setImmediate();
  }
  return found;
}

function tryClause(
  template: Template,
  clause: Clause,
  samples: readonly Variables[],
): readonly [TrialProblem] | undefined {
  const tried = new Set<string>();
  for (const variables of samples) {
    // Most samples differ only in what this clause does not ask for.
    const when = clause.when?.replace(/^not /, '');
    const asked = JSON.stringify([...clause.uses, ...(when ? [when] : [])].map((name) => variables[name]));
    if (tried.has(asked)) continue;
    tried.add(asked);
    try {
      const words = wordClause(template, clause, variables) ?? '';
      if (words.length > WORDS_MAX) return [{ id: clause.id, line: 1, sentence: TOO_LONG }];
    } catch (error) {
      if (error instanceof Refusal) return [{ id: clause.id, line: 1, sentence: TOO_LONG }];
      return [{ id: clause.id, ...whyNot(error) }];
    }
  }
  return undefined;
}

/** LiquidJS names the piece of the text that it could not fill. */
type Piece = { token?: { content?: string; getPosition?: () => number[] } };

function whyNot(error: unknown): { line: number; sentence: string } {
  const { token } = error as Piece;
  const name = /^[a-z][A-Za-z]*/.exec(token?.content?.trim() ?? '')?.[0];
  const [line = 1] = token?.getPosition?.() ?? [];
  if (!name)
    return {
      line,
      sentence:
        'In some contracts it says nothing at all. Write words outside the conditions, or choose when it stands.',
    };
  return {
    line,
    sentence: `“${name}” is empty in some contracts. Write {% if ${name} %} … {% endif %} around it, or choose when the clause stands.`,
  };
}
