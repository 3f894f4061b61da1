import { describe, expect, test } from 'vitest';
import { type CalendarEntry, calendarFile } from '../../src/bookings/calendar.ts';

const entry: CalendarEntry = {
  uid: 'bkg_1@retainer',
  sequence: 2,
  start: new Date('2027-03-28T00:30:00Z'),
  end: new Date('2027-03-28T08:30:00Z'),
  zone: 'Europe/Berlin',
  summary: 'Shoot for Acme; day 1',
  place: 'Studio 4, Berlin',
  organizer: { name: 'Ada Löv', email: 'ada@studio-lov.test' },
  description: 'Bring the prints.\nCall first.',
  at: new Date('2027-03-01T10:00:00Z'),
};

/** The file's properties, long lines joined again (RFC 5545, 3.1). */
const properties = (file: string) => file.replace(/\r\n /g, '').trimEnd().split('\r\n');

describe('a calendar file', () => {
  test('tells the slot in UTC, under the booking’s own id and sequence, as a publication', async () => {
    const lines = properties(await calendarFile([entry]));
    for (const line of [
      'METHOD:PUBLISH',
      'UID:bkg_1@retainer',
      'SEQUENCE:2',
      'DTSTAMP:20270301T100000Z',
      'DTSTART:20270328T003000Z',
      'DTEND:20270328T083000Z',
      'SUMMARY:Shoot for Acme\\; day 1',
      'LOCATION:Studio 4\\, Berlin',
      'DESCRIPTION:Bring the prints.\\nCall first.',
      'ORGANIZER;CN="Ada Löv":mailto:ada@studio-lov.test',
      'X-WR-TIMEZONE:Europe/Berlin',
    ]) {
      expect(lines).toContain(line);
    }
  });

  test('is made of CRLF lines of at most 75 octets', async () => {
    const file = await calendarFile([{ ...entry, description: 'ünïcode '.repeat(60) }]);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('takes no property from what is typed, in any field', async () => {
    const attack = 'x"\r\nATTACH:file:///etc/passwd\r\nBEGIN:VALARM\n\u2028ATTENDEE:mailto:a@b.test\u0085X-EVIL:1';
    const hostile = {
      ...entry,
      uid: attack,
      zone: attack,
      summary: attack,
      place: attack,
      description: attack,
      organizer: { name: attack, email: attack },
    };
    const names = properties(await calendarFile([hostile])).map((line) => line.split(/[:;]/)[0]);
    expect(names).toEqual(properties(await calendarFile([entry])).map((line) => line.split(/[:;]/)[0]));
  });
});
