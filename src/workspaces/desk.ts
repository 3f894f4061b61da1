import type { Context } from 'hono';
import { newSecret, sha256 } from '../platform/crypto.ts';
import { type Core, transact } from '../platform/work.ts';
import { carriedIn } from '../portal/form.ts';
import { sessionCookie } from '../portal/session.ts';
import type { Id } from '../shared/ids.ts';
import { notFound, Refusal } from '../shared/refusal.ts';
import { liveSession, openTicket } from './desk-read.ts';
import { dropSession, saveSession, saveTicket, useTicket } from './desk-store.ts';
import { visitOfMember } from './read.ts';
import { noteSetting } from './store.ts';
import { requireOwner, type Slack } from './visit.ts';
import type { Business, Visit } from './workspace.ts';

const TICKET_MINUTES = 10;
export const SESSION_HOURS = 8;

/** What the desk needs besides the core: Slack, to ask for the role at every act. */
export type Desk = { core: Core; slack: Slack };

/** Unknown, used, expired, another workspace's, no longer an owner: one answer, so that none can be told from another. */
function deskClosed(): Refusal {
  return new Refusal(
    'desk.signed-out',
    'Links to this page work once, within ten minutes, and the page closes after eight hours. Type /retainer settings in Slack and press the button there for a new link.',
  );
}

/** A page below `/desk/`, for instance `bank`; it is stored with the ticket, so nobody can lead an owner elsewhere. */
export function checkPlace(place: string): string {
  if (/^[a-z][a-z0-9-]*(\/[a-z0-9_-]+)*$/.test(place)) return place;
  throw notFound('page');
}

/**
 * The link a pressed button answers an owner with, and nobody else: good for ten minutes, once, and only for this member.
 * The token is in the fragment, which no server and no log sees.
 */
export async function deskLink(
  core: Core,
  config: { publicUrl: string },
  visit: Pick<Visit, 'workspace' | 'member'>,
  place: string,
): Promise<string> {
  const token = newSecret();
  await transact(core, visit.workspace.id, (work) =>
    saveTicket(work, {
      memberId: visit.member.id,
      tokenHash: sha256(token),
      place: checkPlace(place),
      expiresAt: new Date(work.now.getTime() + TICKET_MINUTES * 60_000),
    }),
  );
  return `${config.publicUrl}/desk#${token}`;
}

/** Exchanges a ticket for a session. Throws `desk.signed-out`, whatever is wrong with the ticket or its owner. */
export async function openDesk(desk: Desk, token: string): Promise<{ secret: string; place: string }> {
  const { core } = desk;
  const ticket = await openTicket(core.db, sha256(token), core.clock.now());
  if (!ticket) throw deskClosed();
  const visit = await ownerOf(desk, ticket.workspaceId, ticket.memberId);
  const secret = newSecret();
  await transact(core, ticket.workspaceId, async (work) => {
    if (!(await useTicket(work, ticket.id))) throw deskClosed();
    const expiresAt = new Date(work.now.getTime() + SESSION_HOURS * 3_600_000);
    await saveSession(work, { memberId: ticket.memberId, secretHash: sha256(secret), expiresAt });
    await noteSetting(work, { kind: 'desk.opened', subjectId: visit.member.id, actor: visit.member.id });
  });
  return { secret, place: ticket.place };
}

/** Who holds a session, with membership and role asked from Slack now. Throws `desk.signed-out`. */
async function deskVisit(desk: Desk, secret: string | undefined): Promise<Visit> {
  const session = secret && (await liveSession(desk.core.db, sha256(secret), desk.core.clock.now()));
  if (!session) throw deskClosed();
  return ownerOf(desk, session.workspaceId, session.memberId);
}

export type DeskParts = Desk & { config: { publicUrl: string } };

export type DeskVisit = Visit & { business: Business };

/**
 * The owner behind a request for a desk page, with membership and role asked from Slack now.
 *
 * @throws Refusal `desk.signed-out`, which the pages' errors show with how to get a new link.
 */
export async function deskVisitOf(desk: DeskParts, c: Context): Promise<DeskVisit> {
  const visit = await deskVisit(desk, sessionCookie(desk.config.publicUrl).read(c, 'desk'));
  if (!visit.business) throw notFound('business');
  return { ...visit, business: visit.business };
}

/**
 * The owner who posted a form of the desk. Another tab may have opened another workspace's desk since the form was shown,
 * and the browser sends that one's cookie.
 *
 * @throws Refusal `desk.elsewhere` when the form was shown for another business.
 */
export async function deskActorOf(desk: DeskParts, c: Context): Promise<DeskVisit> {
  const visit = await deskVisitOf(desk, c);
  if ((await carriedIn(c, 'business')) === visit.business.id) return visit;
  throw new Refusal(
    'desk.elsewhere',
    'This browser has another desk open since this page was loaded, so nothing was saved. To go on with this one, type /retainer settings in its Slack and press the button there.',
  );
}

export async function closeDesk(core: Core, secret: string | undefined): Promise<void> {
  const session = secret && (await liveSession(core.db, sha256(secret), core.clock.now()));
  if (session && secret) await transact(core, session.workspaceId, (work) => dropSession(work, sha256(secret)));
}

async function ownerOf(desk: Desk, workspaceId: Id<'workspace'>, memberId: Id<'member'>): Promise<Visit> {
  const visit = await visitOfMember(desk.core.db, workspaceId, memberId);
  if (visit.workspace.state !== 'installed') throw deskClosed();
  return requireOwner(desk.core, desk.slack, visit).catch((error: unknown) => {
    // Slack out of reach is no reason to make an owner fetch another link.
    if (error instanceof Refusal && error.code !== 'slack.unreachable') throw deskClosed();
    throw error;
  });
}
