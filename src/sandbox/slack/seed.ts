import { slackId } from './ids.ts';
import type { SandboxChannel, SandboxUser } from './shapes.ts';
import type { NewChannel, NewUser, SandboxTeam } from './team.ts';

export interface TeamPlan {
  id?: string;
  name?: string;
  /** False for a workspace that will install by OAuth. */
  installed?: boolean;
  /** More people and channels than the standard ones. */
  people?: NewUser[];
  channels?: NewChannel[];
}

export type SeededTeam = SandboxTeam & {
  readonly people: { owner: SandboxUser; member: SandboxUser; guest: SandboxUser; colleague: SandboxUser };
  readonly places: {
    /** Public; everyone of the team; the app is in. */
    projects: SandboxChannel;
    /** The client's channel: Dana is a guest here; the app is in. */
    acme: SandboxChannel;
    /** Private; the app is not in. */
    finance: SandboxChannel;
    /** Shared with another organisation; the app is in. */
    shared: SandboxChannel;
  };
};

/** The people every story needs: an owner, a member, the client as guest, a colleague from elsewhere. */
export function seedTeam(team: SandboxTeam, plan: TeamPlan): SeededTeam {
  const owner = team.addUser({ name: 'mia', realName: 'Mia Berg', isOwner: true, tz: 'Europe/Berlin' });
  const member = team.addUser({ name: 'jonas', realName: 'Jonas Lind', tz: 'Europe/Berlin' });
  const guest = team.addUser({
    name: 'dana',
    realName: 'Dana Reed',
    email: 'dana@acme.test',
    isRestricted: true,
    tz: 'Europe/London',
  });
  const colleague = team.addUser({
    name: 'priya',
    realName: 'Priya Nair',
    email: 'priya@northwind.test',
    strangerFrom: slackId('T'),
    tz: 'America/New_York',
  });
  for (const person of plan.people ?? []) team.addUser(person);
  const both = [owner.id, member.id];
  const places = {
    projects: team.addChannel({ name: 'projects', members: both }),
    acme: team.addChannel({ name: 'acme', members: [...both, guest.id] }),
    finance: team.addChannel({ name: 'finance', kind: 'private', members: both, app: false }),
    shared: team.addChannel({ name: 'shared-northwind', members: [...both, colleague.id], isExtShared: true }),
  };
  for (const channel of plan.channels ?? []) team.addChannel(channel);
  for (const user of [owner, member]) team.dm(user.id);
  return Object.assign(team, { people: { owner, member, guest, colleague }, places });
}
