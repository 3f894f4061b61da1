import { printable } from '../documents/fonts.ts';

/** A slot as a calendar file tells it. `uid` and `sequence` stay the booking's: a later file updates the same entry. */
export type CalendarEntry = {
  readonly uid: string;
  readonly sequence: number;
  readonly start: Date;
  readonly end: Date;
  /** The booking's zone by its IANA name; a hint for display, the times are UTC. */
  readonly zone: string;
  readonly summary: string;
  readonly place: string;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly description: string;
  /** When the file is made. */
  readonly at: Date;
};

/** One line of text: a line break in a calendar file would begin a property of the typist's choice. */
function line(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}

/** What may stand unescaped in a property's value: nothing that ends it or the line. */
function token(text: string): string {
  return text.replace(/[^\w@.+/-]/g, '');
}

/** Printable text with its line breaks, which the library writes as `\n` within the value. */
function paragraph(text: string): string {
  return printable(text).trim();
}

/**
 * An iCalendar file (RFC 5545) with an event for each entry, METHOD PUBLISH: "put this into your calendar", no reply asked.
 * Times are in UTC, which every reader understands without a VTIMEZONE block of ours that could be wrong.
 */
export async function calendarFile(entries: readonly CalendarEntry[]): Promise<string> {
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator');
  const calendar = ical({
    prodId: { company: 'Retainer', product: 'bookings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    x: [{ key: 'X-WR-TIMEZONE', value: token(entries[0]?.zone ?? 'UTC') }],
  });
  for (const entry of entries)
    calendar.createEvent({
      id: token(entry.uid),
      sequence: entry.sequence,
      stamp: entry.at,
      start: entry.start,
      end: entry.end,
      summary: line(entry.summary),
      location: line(entry.place) || null,
      description: paragraph(entry.description) || null,
      organizer: { name: line(entry.organizer.name).replaceAll('"', "'"), email: token(entry.organizer.email) },
      status: ICalEventStatus.CONFIRMED,
    });
  return `${calendar.toString()}\r\n`;
}
