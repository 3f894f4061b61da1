import type { Work } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import type { NewProject, ProjectFacts } from './open.ts';
import type { Project, ProjectState } from './project.ts';

export async function insertProject(work: Work, id: Id<'project'>, opened: NewProject): Promise<void> {
  await work.tx.project.create({
    data: { ...opened, workspaceId: work.workspaceId, id, createdAt: work.now, movedAt: work.now },
  });
}

export async function saveState(work: Work, project: Project, state: ProjectState): Promise<void> {
  await work.tx.project.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id: project.id } },
    data: { state },
  });
}

export async function saveFacts(work: Work, projectId: string, facts: ProjectFacts): Promise<void> {
  await work.tx.project.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id: projectId } },
    data: facts,
  });
}

/** Every announced change makes a new revision, so a card knows when it is behind. */
export async function saveRevision(work: Work, projectId: string): Promise<void> {
  await work.tx.project.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id: projectId } },
    data: { revision: { increment: 1 }, movedAt: work.now },
  });
}

/** Remembers where the card stands and which revision it shows; an older rendering never overwrites a newer one. */
export async function saveCard(
  work: Work,
  projectId: string,
  card: { channelId: string; cardTs: string; cardRevision: number },
): Promise<void> {
  await work.tx.project.updateMany({
    where: { workspaceId: work.workspaceId, id: projectId, cardRevision: { lte: card.cardRevision } },
    data: card,
  });
}
