import { slotsIn, type Terms, slotOf as wallsOf } from '../contracts/terms.ts';
import { addMinutes, type Day, formatWall, instantOf, type Wall } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';

export const BOOKING_STATES = ['held', 'confirmed', 'released'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** A dated slot. The wall times in `zone` are the truth; `startAt` and `endAt` follow from them. */
export type Booking = {
  workspaceId: Id<'workspace'>;
  id: Id<'booking'>;
  projectId: Id<'project'>;
  startsWall: Wall;
  endsWall: Wall;
  zone: string;
  startAt: Date;
  endAt: Date;
  place: string | null;
  state: BookingState;
  warnAt: Date | null;
  warnedAt: Date | null;
  holdEndsAt: Date | null;
};

/** Days from the signature for which a slot is kept; the booking clause says so. */
export const HOLD_DAYS = 7;
const HOUR_MS = 3_600_000;
const HOLD_MS = HOLD_DAYS * 24 * HOUR_MS;
const BEFORE_START_MS = 48 * HOUR_MS;
const NOTICE_MS = 24 * HOUR_MS;

export type Hold = { holdEndsAt: Date; warnAt: Date };

/**
 * A slot is held from the signature for 7 days or until 48 hours before it starts, whichever is first, with one notice
 * 24 hours before. Signed so late that this leaves no day to pay, it is held for a day, or until it starts.
 */
export function holdFor(signedAt: Date, startAt: Date): Hold {
  const rule = Math.min(signedAt.getTime() + HOLD_MS, startAt.getTime() - BEFORE_START_MS);
  const least = Math.min(signedAt.getTime() + NOTICE_MS, startAt.getTime());
  const end = Math.max(rule, least);
  return { holdEndsAt: new Date(end), warnAt: new Date(Math.max(end - NOTICE_MS, signedAt.getTime())) };
}

/** Work that looks once an hour is still in time. */
const LATE_MS = HOUR_MS;

/**
 * The end of a hold whose notice is given now: as it was, unless that leaves no day to pay; then a day from now, or when
 * the slot starts if that is sooner.
 */
export function lateHold({ startAt }: Pick<Booking, 'startAt'>, endsAt: Date, now: Date): Date {
  const dayOn = now.getTime() + NOTICE_MS;
  if (endsAt.getTime() >= dayOn - LATE_MS) return endsAt;
  return new Date(Math.max(endsAt.getTime(), Math.min(dayOn, startAt.getTime())));
}

export type Slot = { startsWall: Wall; endsWall: Wall; zone: string; startAt: Date; endAt: Date };

function slotOf(startsWall: Wall, minutes: number, zone: string): Slot {
  const endsWall = addMinutes(startsWall, minutes);
  return { startsWall, endsWall, zone, startAt: instantOf(startsWall, zone), endAt: instantOf(endsWall, zone) };
}

/** A slot whose length nobody said, in minutes. */
const MINUTES = 60;

/** The slots that terms agree on, in order; one whose time is not known yet is none. */
export function slotsAgreed(terms: Pick<Terms, 'booking' | 'laterBookings'>): (Slot & { place: string | null })[] {
  return slotsIn(terms).flatMap((booking) => {
    const walls = wallsOf(booking);
    return walls ? [{ ...slotOf(walls.start, booking.minutes ?? MINUTES, booking.zone), place: booking.place }] : [];
  });
}

/** `Sat 12 June 2027, 15:00 (Europe/Berlin)`. */
export function sayWhen(booking: Pick<Booking, 'startsWall' | 'zone'>): string {
  return formatWall(booking.startsWall, booking.zone);
}

export function dayOf(booking: Pick<Booking, 'startsWall'>): Day {
  return booking.startsWall.slice(0, 10);
}
