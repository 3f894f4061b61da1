import { isChangeOrder } from '../contracts/change-order.ts';
import { versionById, versionsOf } from '../contracts/read.ts';
import type { Happening, Work } from '../platform/work.ts';
import { EVENTS, type EventName } from '../shared/events.ts';
import { checkMove, type Project, type ProjectState } from './project.ts';
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
  const state = await leadsTo(work, happening);
  if (state) {
    const project = await projectById(work.tx, work.workspaceId, happening.projectId);
    // A new invoice opens a finished project again; any other project it leaves where it is.
    if (happening.event === 'invoice.issued' && project.state !== 'finished') return saveRevision(work, project.id);
    const next = state === 'discarded' ? await stateWithout(work, project) : state;
    checkMove(project.state, next);
    if (project.state !== next) await saveState(work, project, next);
  }
  await saveRevision(work, happening.projectId);
}

/** A change order moves nothing: its contract goes on. Signed on work that was done and paid, it opens the project again. */
async function leadsTo(work: Work, { event, projectId, subjectId }: Happening): Promise<ProjectState | undefined> {
  if (
    event in LEADS_TO &&
    EVENTS[event] === 'version' &&
    isChangeOrder(await versionById(work.tx, work.workspaceId, subjectId))
  ) {
    const { state } = await projectById(work.tx, work.workspaceId, projectId);
    return event === 'contract.signed' && state === 'finished' ? 'active' : undefined;
  }
  return LEADS_TO[event] ?? (event === 'invoice.issued' ? 'active' : undefined);
}

/** A version was thrown away or taken back: what is left of the contract says where the project stands. */
async function stateWithout(work: Work, project: Project): Promise<ProjectState> {
  const left = (await versionsOf(work.tx, work.workspaceId, project.id)).map(({ state }) => state);
  // A draft that was left over says nothing about what the client was sent or has signed.
  if (left.some((state) => state === 'sent' || state === 'signed' || state === 'sealed')) return project.state;
  if (left.includes('declined')) return 'declined';
  return left.includes('draft') ? 'drafting' : 'discarded';
}
