import type { Documents } from '../documents/render.ts';
import { Refusal } from '../shared/refusal.ts';
import type { DeskParts, DeskVisit } from '../workspaces/desk.ts';
import type { Template } from './clause.ts';
import type { OwnTemplate } from './template.ts';
import type { ContentProblem } from './template-check.ts';
import type { Difference } from './template-diff.ts';
import type { TemplateDraft } from './template-draft.ts';

/** What the pages of templates need besides what every page of the desk does. */
export type TemplateDeskParts = DeskParts & { documents: Documents };

/** The clause that was just acted on, and the part of it that the keyboard goes on from. */
export type Focus = { id: string; on: 'up' | 'down' | 'title' };

export type EditorView = {
  visit: DeskVisit;
  own: OwnTemplate;
  base: Template;
  draft: TemplateDraft;
  problems: readonly ContentProblem[];
  /** Figures that were typed into own clauses. */
  figures: readonly ContentProblem[];
  refusal: Refusal | undefined;
  saved: boolean;
  focus: Focus | undefined;
  /** What somebody else saved while this was edited. */
  meanwhile: { by: string; number: number; differences: Difference[] } | undefined;
};

/** What stands against a field, as its field shows it. */
export function refusalAt(problems: readonly ContentProblem[], at: string, name: string): Refusal | undefined {
  const found = problems.filter((problem) => problem.at === at);
  if (found.length === 0) return undefined;
  const sentences = found.map(({ line, sentence }) => (line === undefined ? sentence : `Line ${line}: ${sentence}`));
  return new Refusal('template.refused', sentences.join(' '), name);
}
