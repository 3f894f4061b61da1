import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '../platform/work.ts';
import { transact } from '../platform/work.ts';
import { isZone } from '../shared/dates.ts';
import { Refusal } from '../shared/refusal.ts';
import { cut, typedLine } from '../shared/typed.ts';
import type { SlackClients, SlackPerson } from '../slack/client.ts';
import type { Who } from '../slack/listen.ts';
import { installedIt } from './installation-read.ts';
import { memberBySlackUser, ownersOf, visitRow } from './read.ts';
import { saveMember } from './store.ts';
import {
  type Business,
  checkOwner,
  checkPerson,
  type Member,
  type Person,
  roleOf,
  type Visit,
  type Workspace,
} from './workspace.ts';

export type Slack = Pick<SlackClients, 'userInfo'>;

/** How long, by machine time, a process trusts what Slack said of a member before it asks again. */
const TRUST_MS = 10 * 60_000;

/** A press must be acknowledged within three seconds, and more than this question has to fit in. */
const PATIENCE_MS = 1_500;

const trusted = new WeakMap<Core, Map<string, number>>();

function trustOf(core: Core): Map<string, number> {
  const known = trusted.get(core) ?? new Map<string, number>();
  trusted.set(core, known);
  return known;
}

/**
 * Who acts, for which workspace. `teamId` is the installation's team (Bolt's `context.teamId`), never the actor's own.
 * The role is read from the database at every act; Slack is asked on first sight and then every ten minutes.
 *
 * @throws Refusal for guests, bots, people of another organisation, and workspaces that removed the app.
 */
export async function visitOf(core: Core, slack: Slack, who: Pick<Who, 'teamId' | 'userId'>): Promise<Visit> {
  const row = await visitRow(core.db, who.teamId, who.userId);
  if (row?.workspace.state !== 'installed')
    throw new Refusal('workspace.removed', 'Retainer is not installed in this workspace. Install it again to go on.');
  const { workspace, business } = row;
  const asked = row.member && trustOf(core).get(row.member.id);
  const fresh = asked !== undefined && core.clock.machine().getTime() - asked < TRUST_MS;
  const member =
    row.member && fresh ? row.member : await askSlack(core, slack, workspace, who.userId, row.member ?? undefined);
  if (member.state === 'left')
    throw new Refusal('member.left', 'Your account in this workspace has been switched off.');
  return { workspace, member, business };
}

/**
 * The same, with the role asked from Slack now: for settings, bank details, refunds and whatever else only owners do.
 *
 * @throws Refusal `member.not-owner`, or `slack.unreachable` when Slack can't confirm the role.
 */
export async function requireOwner(core: Core, slack: Slack, visit: Visit): Promise<Visit> {
  const { workspace } = visit;
  const member = await askSlack(core, slack, workspace, visit.member.slackUserId);
  if (member.role !== 'owner')
    checkOwner(
      member,
      (await ownersOf(core.db, workspace.id)).map(({ name }) => name),
    );
  return { ...visit, member };
}

/** The business, or the refusal that says who can fill in its profile. */
export function requireBusiness(visit: Visit): Business {
  if (visit.business) return visit.business;
  throw new Refusal(
    'business.missing',
    'Your business details are missing: an owner fills them in with /retainer settings.',
  );
}

async function askSlack(
  core: Core,
  slack: Slack,
  workspace: Workspace,
  slackUserId: string,
  fallback?: Member,
): Promise<Member> {
  const found = await infoOf(slack, workspace.id, slackUserId);
  if (!found) {
    // A member we know can go on while Slack has trouble; what only owners may do can't.
    if (fallback) return fallback;
    throw new Refusal('slack.unreachable', 'Slack can’t confirm who you are right now. Try again in a minute.');
  }
  const person = personFrom(found, workspace.slackTeamId);
  const known = await memberBySlackUser(core.db, workspace.id, slackUserId);
  if (known || isFullMember(person)) {
    const role = roleOf(person, known ? await installedIt(core.db, workspace.id, known.id) : false);
    const left = !isFullMember(person);
    const member = await transact(core, workspace.id, (work) =>
      saveMember(work, { ...person, hasLeft: left }, left ? 'member' : role),
    );
    if (!left) {
      trustOf(core).set(member.id, core.clock.machine().getTime());
      return member;
    }
  }
  checkPerson(person);
  throw new Refusal('member.unknown', 'Retainer can’t tell who you are in this workspace.');
}

/** What Slack says of a member; `undefined` when it can't be reached in time, or won't say. */
export function infoOf(slack: Slack, workspaceId: string, slackUserId: string): Promise<SlackPerson | undefined> {
  const asking = slack.userInfo(workspaceId, slackUserId).catch(() => undefined);
  return Promise.race([asking, sleep(PATIENCE_MS, undefined, { ref: false })]);
}

const isFullMember = (person: Person) => !(person.isBot || person.isGuest || person.isStranger || person.hasLeft);

/** What Slack says of a person, in our words. */
export function personFrom(found: SlackPerson, slackTeamId: string): Person {
  return {
    slackUserId: found.id,
    name: cut(typedLine(found.name), 80) || found.id,
    timeZone: found.zone && isZone(found.zone) ? found.zone : 'UTC',
    isAdmin: found.isAdmin,
    isGuest: found.isGuest,
    isBot: found.isBot || found.id === 'USLACKBOT',
    isStranger: found.isStranger || (found.teamId !== undefined && found.teamId !== slackTeamId),
    hasLeft: found.isDeleted,
  };
}
