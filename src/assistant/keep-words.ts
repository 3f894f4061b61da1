import { appendEvidence } from '../platform/evidence.ts';
import { type Core, transact } from '../platform/work.ts';
import { lockWorkspace } from '../workspaces/read.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { dropAllWords, saveKeeping } from './store.ts';

/**
 * An owner says whether what models are told and say is kept. Turned off, what was kept is deleted at once. The choice is
 * written on the workspace's chain, with who made it.
 */
export async function keepModelWords(core: Core, { workspace, member }: Visit, keep: boolean): Promise<void> {
  await transact(core, workspace.id, async (work) => {
    await lockWorkspace(work);
    if (!(await saveKeeping(work, keep))) return;
    if (!keep) await dropAllWords(work);
    await appendEvidence(work.tx, {
      workspaceId: workspace.id,
      chain: workspace.id,
      kind: keep ? 'model.words-kept' : 'model.words-dropped',
      subjectId: workspace.id,
      actor: member.id,
      at: work.now,
      detail: {},
    });
  });
}
