import { z } from 'zod';
import type { Booking } from '../bookings/booking.ts';
import { bookingById } from '../bookings/read.ts';
import { clientById, contactById } from '../clients/read.ts';
import type { Version } from '../contracts/contract.ts';
import { versionById } from '../contracts/read.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { invoiceById } from '../invoices/read.ts';
import type { Database } from '../platform/database.ts';
import type { Owed } from '../platform/outbox.ts';
import { projectById } from '../projects/read.ts';
import { EVENTS, type EventName } from '../shared/events.ts';
import { businessById, memberById } from '../workspaces/read.ts';

const Details = z.record(z.string(), z.unknown()).catch({});

/** One announced change with everything its line in the log says. */
export type Logged = {
  event: EventName;
  at: Date;
  /** The business's zone, in which the log tells the time. */
  zone: string;
  client: string;
  /** Who did it: a member's or contact's name, or undefined when it happened by itself. */
  who: string | undefined;
  detail: Record<string, unknown>;
  version?: Version;
  invoice?: Invoice;
  booking?: Booking;
};

/** What an owed line is about, read from the link of the evidence chain that its key names. */
export async function happeningOf(db: Database, owed: Owed): Promise<Logged | undefined> {
  const { workspaceId, projectId, subjectId } = owed;
  const seq = Number(owed.onceKey.slice(owed.onceKey.lastIndexOf('/') + 1));
  if (!projectId || !(owed.event in EVENTS) || !Number.isInteger(seq)) return undefined;
  const link = await db.evidence.findUnique({
    where: { workspaceId_chain_seq: { workspaceId, chain: projectId, seq } },
    select: { at: true, actor: true, detailSha256: true },
  });
  if (!link) return undefined;
  const [detail, project] = await Promise.all([
    db.evidenceDetail.findUnique({
      where: { workspaceId_sha256: { workspaceId, sha256: link.detailSha256 } },
      select: { body: true },
    }),
    projectById(db, workspaceId, projectId),
  ]);
  const [business, client] = await Promise.all([
    businessById(db, workspaceId, project.businessId),
    clientById(db, workspaceId, project.clientId),
  ]);
  const event = owed.event as EventName;
  return {
    event,
    at: link.at,
    zone: business.timeZone,
    client: client.name,
    who: await nameOf(db, workspaceId, link.actor),
    detail: Details.parse(detail?.body),
    ...(await subjectOf(db, workspaceId, event, subjectId)),
  };
}

async function nameOf(db: Database, workspaceId: string, actor: string): Promise<string | undefined> {
  if (actor.startsWith('mbr_')) return (await memberById(db, workspaceId, actor)).name;
  return actor.startsWith('cnt_') ? (await contactById(db, workspaceId, actor)).name : undefined;
}

async function subjectOf(
  db: Database,
  workspaceId: string,
  event: EventName,
  id: string,
): Promise<Pick<Logged, 'version' | 'invoice' | 'booking'>> {
  const kind = EVENTS[event];
  if (kind === 'version') return { version: await versionById(db, workspaceId, id) };
  if (kind === 'invoice') return { invoice: await invoiceById(db, workspaceId, id) };
  return kind === 'booking' ? { booking: await bookingById(db, workspaceId, id) } : {};
}
