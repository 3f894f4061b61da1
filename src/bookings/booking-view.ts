import { type Client, mainContact, partyName } from '../clients/client.ts';
import type { Project } from '../projects/project.ts';
import { dayIn, formatDay, formatInstant } from '../shared/dates.ts';
import type { Business } from '../workspaces/workspace.ts';
import { type Booking, dayOf, sayWhen } from './booking.ts';
import type { CalendarEntry } from './calendar.ts';

/** What every mail and file says of a slot. */
export type BookingView = {
  business: string;
  title: string;
  client: string;
  clientName: string;
  /** `Sat 12 June 2027, 15:00 (Europe/Berlin)`. */
  when: string;
  day: string;
  place: string | null;
  /** The project's other slots in the same state, as `when` says them. */
  more: string[];
  heldUntil: string;
  heldUntilDay: string;
};

export type BookingFacts = {
  booking: Booking;
  /** The project's other slots in the same state, earliest first. */
  others: Booking[];
  project: Project;
  client: Client;
  business: Business;
};

export function bookingView({ booking, others, project, client, business }: BookingFacts): BookingView {
  const end = booking.holdEndsAt ?? booking.startAt;
  return {
    business: business.name,
    title: project.title,
    client: partyName(client),
    clientName: mainContact(client).name,
    when: sayWhen(booking),
    day: formatDay(dayOf(booking)),
    place: booking.place,
    more: others.map(sayWhen),
    heldUntil: formatInstant(end, client.timeZone),
    heldUntilDay: formatDay(dayIn(client.timeZone, end)),
  };
}

/** The same slots as a calendar tells them; `at` is when the file is made. */
export function calendarEntries(
  { booking, others, project, client, business }: BookingFacts,
  at: Date,
): CalendarEntry[] {
  return [booking, ...others].map((slot) => ({
    uid: `${slot.id}@retainer`,
    sequence: 0,
    start: slot.startAt,
    end: slot.endAt,
    zone: slot.zone,
    summary: `${project.title} (${business.name} and ${partyName(client)})`,
    place: slot.place ?? '',
    organizer: { name: business.name, email: business.email },
    description: `Booked with ${business.name}.`,
    at,
  }));
}
