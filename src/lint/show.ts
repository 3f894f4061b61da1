import type { ViewOutput } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Core } from '../platform/work.ts';
import { reasonOf } from '../slack/failure.ts';
import { updateModal } from '../slack/modal.ts';
import { newestScene } from './read.ts';
import { type LintSaid, lintView } from './view.ts';

type At = { workspaceId: string; versionId: string };

/** What lint finds in the newest version of a contract, as a list. */
async function listOf({ db, clock }: Core, { workspaceId, versionId }: At, said: LintSaid = {}) {
  const { version, scene } = await newestScene(db, workspaceId, versionId, clock.now());
  return lintView(version, scene, said);
}

/** Draws a list anew that somebody has open. */
export async function redraw(core: Core, client: WebClient, viewId: string, at: At, said: LintSaid): Promise<void> {
  await updateModal(client, viewId, await listOf(core, at, said)).catch((error: unknown) => {
    // Closed meanwhile: it is done all the same, and the card says so.
    if (reasonOf(error) !== 'not_found') throw error;
  });
}

/** What a form that was opened from Check has saved is gone from the list below it. */
export async function checkAgain(
  core: Core,
  client: WebClient,
  { view, ...at }: At & { view: Pick<ViewOutput, 'previous_view_id'> },
): Promise<void> {
  if (view.previous_view_id)
    await redraw(core, client, view.previous_view_id, at, {
      note: { level: 'success', sentence: 'Saved. This is how the contract stands now.' },
    });
}
