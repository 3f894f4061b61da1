import type { Happening, Work } from '../platform/work.ts';
import { type Id, newId } from '../shared/ids.ts';
import { checkMove, type Project, type ProjectState } from './project.ts';

export type NewProject = {
  businessId: Id<'business'>;
  clientId: Id<'client'>;
  freelancerId: Id<'member'>;
  title: string;
  currency: string;
  pricesIncludeTax: boolean;
  state: ProjectState;
  channelId: string | null;
};

/** Opens a project and announces it; the caller's transaction holds its row from here on. */
export async function openProject(work: Work, opened: NewProject): Promise<Id<'project'>> {
  const id = newId('project', work.now);
  await work.tx.project.create({
    data: { ...opened, workspaceId: work.workspaceId, id, createdAt: work.now, movedAt: work.now },
  });
  await work.announce({
    event: 'project.opened',
    projectId: id,
    subjectId: id,
    actor: opened.freelancerId,
    detail: { title: opened.title },
  });
  return id;
}

export async function moveProject(work: Work, project: Project, to: ProjectState): Promise<void> {
  checkMove(project.state, to);
  if (project.state === to) return;
  await work.tx.project.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id: project.id } },
    data: { state: to },
  });
}

/** Every announced change makes a new revision, so a card knows when it is behind. */
export async function touchProject(work: Work, happening: Happening): Promise<void> {
  await work.tx.project.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id: happening.projectId } },
    data: { revision: { increment: 1 }, movedAt: work.now },
  });
}
