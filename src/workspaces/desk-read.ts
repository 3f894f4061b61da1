import type { Database } from '../platform/database.ts';
import type { Id } from '../shared/ids.ts';

type Held = { workspaceId: Id<'workspace'>; memberId: Id<'member'> };

/** A ticket that is neither used nor expired. The hash of a secret is the one way to a row without its workspace. */
export async function openTicket(
  db: Database,
  tokenHash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<(Held & { id: string; place: string }) | undefined> {
  const row = await db.deskTicket.findUnique({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    select: { workspaceId: true, memberId: true, id: true, place: true },
  });
  return row ? (row as Held & typeof row) : undefined;
}

export async function liveSession(
  db: Database,
  secretHash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<Held | undefined> {
  const row = await db.deskSession.findUnique({
    where: { secretHash, expiresAt: { gt: now } },
    select: { workspaceId: true, memberId: true },
  });
  return row ? (row as Held) : undefined;
}
