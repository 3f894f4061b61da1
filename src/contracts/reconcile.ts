import { assembleAgain, sha256Of, textOfClauses } from '../clauses/clause.ts';
import { hex } from '../platform/crypto.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Business } from '../workspaces/workspace.ts';
import type { Version } from './contract.ts';
import { variablesOf } from './terms-wording.ts';
import { partyOfBusiness } from './wording.ts';

/** Where a text does not say what the terms say. */
export type Mismatch = { clause: string; sentence: string };

type Worded = Pick<Version, 'terms' | 'clauses' | 'text' | 'textSha256'>;

/**
 * Words against terms: every clause is worded once more from the source it was made of, with the terms and the business as
 * they are now, and must come out the same to the letter; so must the text that is signed, and its hash. A figure, a date, a
 * name or a percentage that the terms do not have can't stand in it, however it got there.
 */
export function reconcile(version: Worded, business: Business): Mismatch | undefined {
  const { clauses, text } = version;
  const wanted = assembleAgain(clauses, variablesOf(version.terms, partyOfBusiness(business)));
  for (const [index, clause] of clauses.entries())
    if (clause.markdown !== wanted[index])
      return {
        clause: `${clause.number}. ${clause.title}`,
        sentence: firstOther(clause.markdown, wanted[index] ?? ''),
      };
  const whole = textOfClauses(clauses);
  if (text !== whole) return { clause: 'The text', sentence: firstOther(text, whole) };
  if (hex(version.textSha256) !== sha256Of(text)) return { clause: 'The text', sentence: 'its fingerprint' };
  return undefined;
}

/** The first sentence of one text that the other does not have. */
function firstOther(text: string, other: string): string {
  const sentences = (words: string) => words.split(/(?<=[.!?])\s+|\n+/).map((each) => each.trim());
  const known = new Set(sentences(other));
  return sentences(text).find((sentence) => sentence && !known.has(sentence)) ?? text.slice(0, 120);
}

/** @throws Refusal `contract.words` naming the sentence. */
export function checkWords(version: Worded, business: Business): void {
  const mismatch = reconcile(version, business);
  if (!mismatch) return;
  const { clause, sentence } = mismatch;
  throw new Refusal(
    'contract.words',
    `${clause} says “${sentence.slice(0, 200)}”, which is not what the terms and your business details say now. Press Edit terms and Save: the text is made anew.`,
  );
}
