import { templateFor } from '../clauses/template-read.ts';
import type { Database, Tx } from '../platform/database.ts';
import { dayIn } from '../shared/dates.ts';
import { FormRefusal, Refusal } from '../shared/refusal.ts';
import type { Business } from '../workspaces/workspace.ts';
import type { ChangeRequest, Open } from './change.ts';
import { effectsOf } from './change-effects.ts';
import { readChange } from './change-words.ts';
import type { Version } from './contract.ts';
import { type ClauseRedline, clauseRedlines, type TermLine, termLines } from './redline.ts';
import type { Terms } from './terms.ts';
import { wordContract } from './wording.ts';

/** What words would make of a version: the terms first, then the clauses, what it does to the freelancer, and what is open. */
export type ShownChange = {
  readonly terms: Terms;
  /** Whether a version can be made of it. */
  readonly makes: boolean;
  readonly lines: readonly TermLine[];
  readonly clauses: readonly ClauseRedline[];
  readonly effects: readonly string[];
  readonly open: readonly Open[];
  /** Why the terms can't be put together like this. */
  readonly problems: readonly string[];
};

type Asked = Pick<ChangeRequest, 'body' | 'answers' | 'askedAt' | 'contactId'>;

/** The same words about the same version always show the same, so what is saved is what was shown. */
export async function showChange(
  db: Database | Tx,
  version: Pick<Version, 'workspaceId' | 'terms' | 'clauses'>,
  asked: Asked,
  business: Business,
): Promise<ShownChange> {
  const today = dayIn(business.timeZone, asked.askedAt);
  const { terms, changed, open } = readChange({
    words: asked.body,
    terms: version.terms,
    context: { today, zone: business.timeZone },
    origin: asked.contactId ? 'client' : 'form',
    answers: asked.answers,
  });
  const none = { terms, makes: false, lines: [], clauses: [], effects: [], open, problems: [] };
  if (changed.length === 0) return none;
  const shown = { lines: termLines(version.terms, terms), effects: effectsOf(version.terms, terms) };
  try {
    const template = await templateFor(db, version.workspaceId, terms.template?.value ?? '');
    const { clauses } = wordContract(terms, business, today, template);
    return { ...none, ...shown, makes: true, clauses: clauseRedlines(version.clauses, [...clauses]) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problems = error instanceof FormRefusal ? Object.values(error.errors) : [error.sentence];
    return { ...none, ...shown, problems };
  }
}

/** What the second of two versions that stand changed. */
export function showVersions(before: Version, after: Version): Pick<ShownChange, 'lines' | 'clauses'> {
  return {
    lines: termLines(before.terms, after.terms),
    clauses: clauseRedlines(before.clauses, after.clauses),
  };
}
