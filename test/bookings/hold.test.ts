import { expect, test } from 'vitest';
import { holdFor } from '../../src/bookings/booking.ts';

test.each([
  // signed, starts, held until, notice
  ['2027-03-01T10:00:00Z', '2027-06-12T13:00:00Z', '2027-03-08T10:00:00Z', '2027-03-07T10:00:00Z'],
  ['2027-03-01T10:00:00Z', '2027-03-06T10:00:00Z', '2027-03-04T10:00:00Z', '2027-03-03T10:00:00Z'],
  // too late for the 48 hours: a day to pay
  ['2027-03-01T10:00:00Z', '2027-03-03T10:00:00Z', '2027-03-02T10:00:00Z', '2027-03-01T10:00:00Z'],
  // too late even for a day: until it starts
  ['2027-03-01T10:00:00Z', '2027-03-01T20:00:00Z', '2027-03-01T20:00:00Z', '2027-03-01T10:00:00Z'],
])('signed %s for %s: held until %s, notice %s', (signed, starts, until, notice) => {
  const hold = holdFor(new Date(signed), new Date(starts));
  expect([hold.holdEndsAt, hold.warnAt]).toEqual([new Date(until), new Date(notice)]);
});
