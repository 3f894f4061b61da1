import { z } from 'zod';
import { isQuoted } from '../briefs/passages/quote.ts';
import type { Note } from '../briefs/passages/text.ts';
import type { Clause } from '../clauses/clause.ts';
import { clauseById, library } from '../clauses/read.ts';
import { type Terms, term } from './terms.ts';

/** A wording the model would take, and the words of the brief it goes by. */
export const ClauseChoice = z.strictObject({ clause: z.string(), quote: z.string() });
export type ClauseChoice = z.infer<typeof ClauseChoice>;

/** Whose wordings a person chooses alone: who, how much, and by which law. */
const NEVER: readonly Clause['kind'][] = ['parties', 'money', 'law', 'custom'];
/** What changing the work or ending it early costs is money too, whatever its clause is about. */
const NEVER_OF: readonly string[] = ['change-requests', 'ending-early'];
/** Shorter words than these say nothing about which wording fits. */
const QUOTE_MIN = 12;

/**
 * What a model may choose among: wordings that are no worse for the freelancer than a template's own. A client's words may
 * be in the brief and steer the model, so what gives way to the client is for a person to choose.
 */
function choosable(): Clause[] {
  return [...library().clauses.values()].filter(
    ({ id, family, kind, places, variant }) =>
      id !== family &&
      variant === 'freelancer' &&
      places.length === 0 &&
      !NEVER.includes(kind) &&
      !NEVER_OF.includes(family),
  );
}

/** The choice as the model is told it: a line a wording. */
export function choiceLines(): string {
  return choosable()
    .map(({ id, title, fits }) => `- \`${id}\` (${title}): ${fits}`)
    .join('\n');
}

/** The choices that count, each with a note that says what was chosen and by which words. */
export function variantsFrom(
  text: string,
  choices: readonly ClauseChoice[],
): { variants: Terms['variants']; notes: Note[] } {
  const chosen: Record<string, string> = {};
  const notes: Note[] = [];
  let quote: string | undefined;
  for (const choice of choices) {
    const clause = choosable().find(({ id }) => id === choice.clause);
    if (!clause || chosen[clause.family] || choice.quote.trim().length < QUOTE_MIN || !isQuoted(text, choice.quote))
      continue;
    chosen[clause.family] = clause.id;
    quote ??= choice.quote;
    notes.push({
      code: 'brief.wording-chosen',
      sentence: `The model chose another wording of “${clauseById(clause.family)?.title ?? clause.title}”, since the brief says “${choice.quote.slice(0, 120)}”: ${clause.fits}`,
    });
  }
  return { variants: quote === undefined ? undefined : term(chosen, 'model', quote), notes };
}
