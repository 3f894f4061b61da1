import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextAllowed, pickLast, planLadder, sayDue } from '../../src/reminders/step.ts';
import { addDays, dayIn, daysBetween, wallIn, weekdayOf } from '../../src/shared/dates.ts';

const long = new Date('2020-01-01T00:00:00Z');

describe('the ladder', () => {
  test.each([
    // due on a Wednesday: -3 falls on Sunday and moves to Friday
    ['2027-03-10', ['2027-03-05', '2027-03-10', '2027-03-15', '2027-03-17', '2027-03-24']],
    // due on a Saturday: the day itself moves to Monday, and +3 (Tuesday) makes room
    ['2027-03-13', ['2027-03-10', '2027-03-15', '2027-03-17', '2027-03-22', '2027-03-29']],
    // due on a Friday: +3 falls on Monday
    ['2027-03-12', ['2027-03-09', '2027-03-12', '2027-03-15', '2027-03-19', '2027-03-26']],
    // due on a Thursday: -3 Monday, 0, +3 Sunday -> Monday, +7, +14
    ['2027-03-11', ['2027-03-08', '2027-03-11', '2027-03-15', '2027-03-18', '2027-03-25']],
  ])('for an invoice due on %s reminds on %j', (dueOn, days) => {
    expect(planLadder('invoice', dueOn, 'Europe/Berlin', long).map((step) => step.wall.slice(0, 10))).toEqual(days);
  });

  test('keeps the later of two steps that a weekend pushes onto one day', () => {
    // signed on a Thursday: +2 is Saturday -> Monday, +4 is Monday
    const steps = planLadder('deposit', '2027-03-11', 'Europe/Berlin', long);
    expect(steps.map((step) => [step.position, step.wall])).toEqual([
      [2, '2027-03-15T09:00:00'],
      [3, '2027-03-17T09:00:00'],
    ]);
  });

  test('does not plan what has already passed', () => {
    const steps = planLadder('invoice', '2027-03-11', 'Europe/Berlin', new Date('2027-03-10T12:00:00Z'));
    expect(steps.map((step) => step.position)).toEqual([2, 3, 4, 5]);
  });

  test('stays at 09:00 on the client’s wall clock on both sides of a clock change', () => {
    const steps = planLadder('invoice', '2027-03-26', 'Europe/Berlin', long);
    expect(steps.map((step) => step.dueAt.toISOString())).toEqual([
      '2027-03-23T08:00:00.000Z',
      '2027-03-26T08:00:00.000Z',
      '2027-03-29T07:00:00.000Z',
      '2027-04-02T07:00:00.000Z',
      '2027-04-09T07:00:00.000Z',
    ]);
  });

  test('leaves a day to pay a deposit before it reminds of it', () => {
    const [first] = planLadder('deposit', '2027-03-09', 'Europe/Berlin', long);
    expect(first?.wall).toBe('2027-03-11T09:00:00');
  });

  test('is never on a weekend, never on two days running, always at 09:00, in any zone and year', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'Africa/Casablanca',
      'America/Sao_Paulo',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6000 }),
        fc.constantFrom(...zones),
        fc.constantFrom('unsigned', 'deposit', 'invoice'),
        (offset, zone, kind) => {
          const steps = planLadder(kind as 'unsigned', addDays('2024-01-01', offset), zone, long);
          const days = steps.map((step) => dayIn(zone, step.dueAt));
          for (const [index, day] of days.entries())
            if (index > 0) expect(daysBetween(days[index - 1] ?? day, day)).toBeGreaterThan(1);
          for (const step of steps) {
            expect(weekdayOf(dayIn(zone, step.dueAt))).toBeLessThan(6);
            expect(wallIn(zone, step.dueAt).slice(11, 16)).toBe('09:00');
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['2027-03-10T09:30:00Z', '2027-03-10T09:30:00.000Z'], // Wednesday 10:30 in Berlin: at once
  ['2027-03-10T18:30:00Z', '2027-03-11T08:00:00.000Z'], // evening: next morning
  ['2027-03-10T05:00:00Z', '2027-03-10T08:00:00.000Z'], // early: 09:00 that day
  ['2027-03-12T20:00:00Z', '2027-03-15T08:00:00.000Z'], // Friday night: Monday
  ['2027-03-13T11:00:00Z', '2027-03-15T08:00:00.000Z'], // Saturday: Monday
])('a late step found at %s goes at %s', (now, at) => {
  expect(nextAllowed('Europe/Berlin', new Date(now)).toISOString()).toBe(at);
});

test('of several late steps only the last goes', () => {
  const steps = planLadder('invoice', '2027-03-11', 'Europe/Berlin', long);
  const picked = pickLast(steps);
  expect(picked?.last.position).toBe(5);
  expect(picked?.others.map((step) => step.position)).toEqual([1, 2, 3, 4]);
});

test.each([
  ['2027-03-11', '2027-03-11', 'due today'],
  ['2027-03-11', '2027-03-12', '1 day overdue'],
  ['2027-03-11', '2027-03-08', 'due in 3 days'],
])('an invoice due on %s is on %s %s', (dueOn, today, said) => {
  expect(sayDue(dueOn, today)).toBe(said);
});
