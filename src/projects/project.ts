import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';

export const PROJECT_STATES = [
  'drafting',
  'offered',
  'agreed',
  'active',
  'finished',
  'declined',
  'discarded',
  'released',
] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];

/** One piece of work for one client. Everything about it happens in one currency. */
export type Project = {
  workspaceId: Id<'workspace'>;
  id: Id<'project'>;
  businessId: Id<'business'>;
  clientId: Id<'client'>;
  freelancerId: Id<'member'>;
  title: string;
  currency: string;
  pricesIncludeTax: boolean;
  state: ProjectState;
  channelId: string | null;
  cardTs: string | null;
  cardRevision: number;
  revision: number;
  createdAt: Date;
  movedAt: Date;
};

const NEXT: Record<ProjectState, readonly ProjectState[]> = {
  drafting: ['offered', 'discarded'],
  // Taking an offer back leaves the draft that was to replace it.
  offered: ['agreed', 'declined', 'drafting', 'discarded'],
  agreed: ['active', 'released'],
  active: ['finished', 'offered'],
  finished: ['active', 'offered'],
  declined: ['offered', 'discarded'],
  discarded: [],
  released: ['active'],
};

/** Projects move only along these edges; staying where one is, is not a move and always allowed. */
export function checkMove(from: ProjectState, to: ProjectState): void {
  if (from === to || NEXT[from].includes(to)) return;
  throw new Refusal('project.cannot-move', `This project is ${from}, so it can't become ${to}.`);
}
