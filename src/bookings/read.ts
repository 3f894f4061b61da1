import { z } from 'zod';
import type { Prisma } from '../generated/client.ts';
import type { Database, Tx } from '../platform/database.ts';
import { columnToWall } from '../shared/dates.ts';
import { notFound } from '../shared/refusal.ts';
import { BOOKING_STATES, type Booking, type Slot, sayWhen } from './booking.ts';

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(db: Database | Tx, workspaceId: string, id: string) {
  return db.booking.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
}

function toBooking(row: Row): Booking {
  return {
    ...row,
    startsWall: columnToWall(row.startsWall),
    endsWall: columnToWall(row.endsWall),
    state: z.enum(BOOKING_STATES).parse(row.state),
  } as unknown as Booking;
}

export async function bookingById(db: Database | Tx, workspaceId: string, id: string): Promise<Booking> {
  const row = await findRow(db, workspaceId, id);
  if (!row) throw notFound('booking');
  return toBooking(row);
}

export async function bookingsOf(db: Database | Tx, workspaceId: string, projectId: string): Promise<Booking[]> {
  const rows = await db.booking.findMany({ where: { workspaceId, projectId }, orderBy: { startAt: 'asc' } });
  return rows.map(toBooking);
}

/** What else the same freelancer has kept or confirmed while a slot lasts, in sentences, earliest first. */
export async function bookedMeanwhile(
  db: Database | Tx,
  project: { workspaceId: string; id: string; freelancerId: string },
  { startAt, endAt }: Slot,
): Promise<string[]> {
  const { workspaceId, id, freelancerId } = project;
  const rows = await db.booking.findMany({
    where: {
      workspaceId,
      state: { in: ['held', 'confirmed'] },
      startAt: { lt: endAt },
      endAt: { gt: startAt },
      project: { freelancerId, id: { not: id } },
    },
    include: { project: { select: { title: true } } },
    orderBy: { startAt: 'asc' },
    take: 3,
  });
  return rows.map(({ project: { title }, ...row }) => {
    const booking = toBooking(row);
    const kept = booking.state === 'held' ? 'kept' : 'booked';
    return `This time is ${kept} for “${title}” too: ${sayWhen(booking)}.`;
  });
}

/**
 * A deposit that came, in part even, or is on its way (a bank debit takes days), keeps the date. Where the app was
 * removed nothing happens by itself.
 */
const UNPAID: Prisma.BookingWhereInput = {
  project: {
    business: { workspace: { state: 'installed' } },
    invoices: {
      none: { kind: 'deposit', OR: [{ state: { in: ['processing', 'paid'] } }, { applications: { some: {} } }] },
    },
  },
};

/** Held slots whose notice or end has come. */
export async function dueHolds(db: Database, now: Date, limit: number): Promise<{ workspaceId: string; id: string }[]> {
  return db.booking.findMany({
    where: {
      state: 'held',
      OR: [{ holdEndsAt: { lte: now } }, { warnedAt: null, warnAt: { lte: now } }],
      ...UNPAID,
    },
    select: { workspaceId: true, id: true },
    orderBy: { holdEndsAt: 'asc' },
    take: limit,
  });
}

export async function nextHoldAt(db: Database, now: Date): Promise<Date | undefined> {
  const [warn, end] = await Promise.all([
    db.booking.aggregate({ where: { state: 'held', warnedAt: null, warnAt: { gt: now } }, _min: { warnAt: true } }),
    db.booking.aggregate({ where: { state: 'held', holdEndsAt: { gt: now } }, _min: { holdEndsAt: true } }),
  ]);
  const times = [warn._min.warnAt, end._min.holdEndsAt].filter((at) => at !== null);
  return times.length > 0 ? new Date(Math.min(...times.map((at) => at.getTime()))) : undefined;
}
