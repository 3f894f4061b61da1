import type { Work } from '../platform/work.ts';
import { newId } from '../shared/ids.ts';

export async function saveTicket(
  work: Work,
  ticket: { memberId: string; tokenHash: Uint8Array<ArrayBuffer>; place: string; expiresAt: Date },
): Promise<void> {
  await work.tx.deskTicket.create({
    data: { workspaceId: work.workspaceId, id: newId('ticket', work.now), ...ticket },
  });
}

/** Uses a ticket up; answers whether this caller was the one to do so. */
export async function useTicket(work: Work, ticketId: string): Promise<boolean> {
  const { count } = await work.tx.deskTicket.updateMany({
    where: { workspaceId: work.workspaceId, id: ticketId, usedAt: null, expiresAt: { gt: work.now } },
    data: { usedAt: work.now },
  });
  return count === 1;
}

export async function saveSession(
  work: Work,
  session: { memberId: string; secretHash: Uint8Array<ArrayBuffer>; expiresAt: Date },
): Promise<void> {
  const { workspaceId, tx, now } = work;
  await tx.deskSession.deleteMany({ where: { workspaceId, expiresAt: { lt: now } } });
  await tx.deskSession.create({ data: { workspaceId, id: newId('session', now), ...session } });
}

export async function dropSession(work: Work, secretHash: Uint8Array<ArrayBuffer>): Promise<void> {
  await work.tx.deskSession.deleteMany({ where: { workspaceId: work.workspaceId, secretHash } });
}
