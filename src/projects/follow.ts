import type { Happening, Work } from '../platform/work.ts';
import type { EventName } from '../shared/events.ts';
import { checkMove, type ProjectState } from './project.ts';
import { projectById } from './read.ts';
import { saveRevision, saveState } from './store.ts';

/** Where a project stands after something happened to a part of it. */
const LEADS_TO: Partial<Record<EventName, ProjectState>> = {
  'contract.sent': 'offered',
  'contract.declined': 'declined',
  'contract.discarded': 'discarded',
  'contract.signed': 'agreed',
  'booking.released': 'released',
  'project.started': 'active',
  'project.finished': 'finished',
};

/** Within everything: the project's state follows, and its revision grows so that a card knows when it is behind. */
export async function followProject(work: Work, happening: Happening): Promise<void> {
  const state = LEADS_TO[happening.event] ?? (happening.event === 'invoice.issued' ? 'active' : undefined);
  if (state) {
    const project = await projectById(work.tx, work.workspaceId, happening.projectId);
    // A new invoice opens a finished project again; any other project it leaves where it is.
    if (happening.event === 'invoice.issued' && project.state !== 'finished') return saveRevision(work, project.id);
    // A draft discarded while an older version is out leaves the offer standing.
    const stands = state === 'discarded' && project.state !== 'drafting' && project.state !== 'declined';
    if (stands) return saveRevision(work, happening.projectId);
    checkMove(project.state, state);
    if (project.state !== state) await saveState(work, project, state);
  }
  await saveRevision(work, happening.projectId);
}
