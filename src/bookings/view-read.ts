import { clientById } from '../clients/read.ts';
import type { Database } from '../platform/database.ts';
import { projectById } from '../projects/read.ts';
import { businessById } from '../workspaces/read.ts';
import type { BookingFacts } from './booking-view.ts';
import { bookingById, bookingsOf } from './read.ts';

/** A slot with everything that mails and files say of it. */
export async function bookingFactsOf(db: Database, workspaceId: string, id: string): Promise<BookingFacts> {
  const booking = await bookingById(db, workspaceId, id);
  const project = await projectById(db, workspaceId, booking.projectId);
  const [client, business, all] = await Promise.all([
    clientById(db, workspaceId, project.clientId),
    businessById(db, workspaceId, project.businessId),
    bookingsOf(db, workspaceId, project.id),
  ]);
  const others = all.filter((other) => other.id !== booking.id && other.state === booking.state);
  return { booking, others, project, client, business };
}
