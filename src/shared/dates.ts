import { Temporal } from 'temporal-polyfill';
import { Refusal } from './refusal.ts';

/** A calendar day, `2027-03-02`; which day it is depends on a zone only when it is made from an instant. */
export type Day = string;
/** A wall time without zone, `2027-06-12T15:00:00`. */
export type Wall = string;

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

export function isZone(zone: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

export function parseDay(text: string, field: string): Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new Refusal('date.unreadable', 'Choose a day from the calendar.', field);
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    throw new Refusal('date.unreadable', 'That day does not exist. Choose one from the calendar.', field);
  }
}

/** The calendar day it is in a zone at an instant. */
export function dayIn(zone: string, at: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

export function wallIn(zone: string, at: Date): Wall {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });
}

/** The instant of a wall time in a zone: in a spring gap the first valid instant after, in an autumn fold the first of the two. */
export function instantOf(wall: Wall, zone: string): Date {
  const zoned = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' });
  return new Date(zoned.epochMilliseconds);
}

export function wallAt(day: Day, time: string): Wall {
  return Temporal.PlainDate.from(day)
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toString({ smallestUnit: 'second' });
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The same day of the month so many months later, or the month's last day where there is none; `days` are added after. */
export function addMonths(day: Day, months: number, days = 0): Day {
  return Temporal.PlainDate.from(day).add({ months }).add({ days }).toString();
}

export function addMinutes(wall: Wall, minutes: number): Wall {
  return Temporal.PlainDateTime.from(wall).add({ minutes }).toString({ smallestUnit: 'second' });
}

/** How many minutes of a day are over at a time like 14:30. */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** How many minutes pass from one time of day to another, on the next day where that is earlier. */
export function minutesBetween(from: string, to: string): number {
  return (minuteOfDay(to) - minuteOfDay(from) + 1_440) % 1_440;
}

export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

export function compareDays(a: Day, b: Day): number {
  return Temporal.PlainDate.compare(a, b);
}

/** `Mon 2 March 2027`. */
export function formatDay(day: Day): string {
  const d = Temporal.PlainDate.from(day);
  return `${WEEKDAYS[d.dayOfWeek - 1]} ${d.day} ${MONTHS[d.month - 1]} ${d.year}`;
}

/** `Mon 2 March 2027, 09:00 (Europe/Berlin)`. */
export function formatWall(wall: Wall, zone: string): string {
  const d = Temporal.PlainDateTime.from(wall);
  return `${formatDay(d.toPlainDate().toString())}, ${d.toPlainTime().toString({ smallestUnit: 'minute' })} (${zone})`;
}

export function formatInstant(at: Date, zone: string): string {
  return formatWall(wallIn(zone, at), zone);
}

/** `2027-03-02 09:00:00 UTC`, for evidence and certificates. */
export function formatUtc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** A day as the database's `date` columns take and give it: midnight UTC. */
export function dayToColumn(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

export function columnToDay(column: Date): Day {
  return column.toISOString().slice(0, 10);
}

/** A wall time as the database's `timestamp` columns take and give it. */
export function wallToColumn(wall: Wall): Date {
  return new Date(`${wall.slice(0, 19)}.000Z`);
}

export function columnToWall(column: Date): Wall {
  return column.toISOString().slice(0, 19);
}
