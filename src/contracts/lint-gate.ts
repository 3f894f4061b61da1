import type { Client } from '../clients/client.ts';
import { type Day, dayIn } from '../shared/dates.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Business } from '../workspaces/workspace.ts';
import type { Version } from './contract.ts';
import type { LintScene } from './finding.ts';
import { lint } from './lint.ts';

type Known = { business: Business; client: Client | undefined; now: Date };

/** What lint looks at in a version: its terms and words as they are kept, and the parties as they are known now. */
export function sceneOf({ terms, clauses }: Version, { business, client, now }: Known): LintScene {
  const today: Day = dayIn(business.timeZone, now);
  return { terms, clauses, business, client, today };
}

/**
 * The lock before the preview and before sending: a draft that lay around may name days that have passed, and what blocks is
 * never sent.
 *
 * @throws Refusal `contract.stale` for terms that can't stand, `contract.lint` for any other finding that blocks.
 */
export function checkFindings(scene: LintScene): void {
  const block = lint(scene).find(({ grade }) => grade === 'blocks');
  if (!block) return;
  if (block.rule.startsWith('terms.')) throw new Refusal('contract.stale', `${block.sentence} Edit the terms first.`);
  const press = block.fix ? `“Fix” there does it: ${block.fix.label}.` : block.edit;
  throw new Refusal('contract.lint', `${block.sentence} Press Check on the card. ${press}`);
}
