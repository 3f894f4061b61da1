import type { Work } from '../platform/work.ts';
import { type Id, newId } from '../shared/ids.ts';
import type { Project } from './project.ts';
import { insertProject, saveCard, saveFacts } from './store.ts';

export type NewProject = Pick<
  Project,
  'businessId' | 'clientId' | 'freelancerId' | 'title' | 'currency' | 'pricesIncludeTax' | 'state' | 'channelId'
>;

/** Opens a project and announces it; the caller's transaction holds its row from here on. */
export async function openProject(work: Work, opened: NewProject): Promise<Id<'project'>> {
  const id = newId('project', work.now);
  await insertProject(work, id, opened);
  await work.announce({
    event: 'project.opened',
    projectId: id,
    subjectId: id,
    actor: opened.freelancerId,
    detail: { title: opened.title },
  });
  return id;
}

export type ProjectFacts = Pick<Project, 'clientId' | 'title' | 'currency' | 'pricesIncludeTax'>;

/** What new terms say of the project as a whole; only while nothing is signed. The caller holds the project's lock. */
export function changeProject(work: Work, projectId: Id<'project'>, facts: ProjectFacts): Promise<void> {
  return saveFacts(work, projectId, facts);
}

/** Remembers where the card stands and what it shows. */
export function keepCard(
  work: Work,
  projectId: Id<'project'>,
  card: { channelId: string; cardTs: string; cardRevision: number },
): Promise<void> {
  return saveCard(work, projectId, card);
}
