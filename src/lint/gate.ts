import type { Client } from '../clients/client.ts';
import type { Version } from '../contracts/contract.ts';
import { type Day, dayIn } from '../shared/dates.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Business } from '../workspaces/workspace.ts';
import type { Finding, LintScene } from './finding.ts';
import { lint } from './lint.ts';

type Known = Pick<LintScene, 'template'> & { business: Business; client: Client | undefined; now: Date };

/** What lint looks at in a version: its terms and words as they are kept, and the parties as they are known now. */
export function sceneOf({ terms, clauses, state }: Version, { business, client, template, now }: Known): LintScene {
  const today: Day = dayIn(business.timeZone, now);
  return { terms, clauses, business, client, template, today, draft: state === 'draft' };
}

/**
 * The lock before the preview and before sending: a draft that lay around may name days that have passed, and what blocks is
 * never sent.
 *
 * @returns what is found and does not block.
 * @throws Refusal `contract.stale` for terms that can't stand, `contract.lint` for any other finding that blocks.
 */
export function checkFindings(scene: LintScene): Finding[] {
  const findings = lint(scene);
  const block = findings.find(({ grade }) => grade === 'blocks');
  if (!block) return findings;
  // A scale is changed from Check; the form that edits terms has no field for it.
  if (block.rule.startsWith('terms.') && !block.rule.startsWith('terms.scale-'))
    throw new Refusal('contract.stale', `${block.sentence} Edit the terms first.`);
  const press = block.fix
    ? `“${block.fix.label}” there does it.`
    : (block.edit ?? 'The button there leads to its place.');
  throw new Refusal('contract.lint', `${block.sentence} Press Check on the card. ${press}`);
}

/** What the preview says of findings that do not block: how many a careful freelancer looks at before signing. */
export function lookAgain(findings: readonly Finding[]): string[] {
  const count = findings.filter(({ grade }) => grade === 'warns').length;
  return count > 0
    ? [`Check found ${count === 1 ? 'one thing' : `${count} things`} to look at again before you sign.`]
    : [];
}
