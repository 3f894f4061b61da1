import type { Version } from '../contracts/contract.ts';
import { editTerms } from '../contracts/edit.ts';
import type { Core } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { lint } from './lint.ts';
import { newestScene } from './read.ts';

export type Fixing = {
  /** The version that was looked at when the fix was offered. */
  versionId: string;
  rule: string;
  /** What the button said it would do; a press does nothing else. */
  label: string;
  memberId: Id<'member'>;
};

/**
 * Makes the change that a finding offers, as the next version. It is made on the contract as it is now: where the finding
 * still stands with the same fix it is done, whoever changed something else meanwhile; where it does not, by a second press
 * or in another window, nothing is.
 *
 * @throws Refusal as `editTerms` does: for a contract that is signed, discarded, or changed at the same moment.
 */
export async function fixFinding(
  core: Core,
  workspaceId: Id<'workspace'>,
  fixing: Fixing,
): Promise<Version | undefined> {
  const { version, scene } = await newestScene(core.db, workspaceId, fixing.versionId, core.clock.now());
  const fix = lint(scene)
    .filter(({ rule }) => rule === fixing.rule)
    .flatMap(({ fix, also = [] }) => [...(fix ? [fix] : []), ...also])
    .find(({ label }) => label === fixing.label);
  if (!fix) return undefined;
  const { memberId } = fixing;
  return editTerms(core, workspaceId, { versionId: version.id, memberId, terms: fix.terms });
}
