import { describe, expect, it } from 'vitest';
import { parse, short } from './cases.ts';

const OWN = 'Website for Acme Ltd (dana@acme.test), EUR 4,000, 50% deposit, net 14.';
const INNER = 'From: Jo Hill <jo@acme.test>\nWe take the logo at EUR 400. Payment within 90 days.';
const MARK = '---------- Forwarded message ---------';

describe('what somebody pastes below never takes the place of terms that stand above it', () => {
  it.each([
    ['the bare word', `${OWN}\n\nHi, all agreed! I have forwarded it to our lawyers, see below.\n\n${INNER}`],
    ['a subject that is no head of a mail', `${OWN}\n\nSubject: Fwd: terms\n\n${INNER}`],
    ['a real mark', `${OWN}\n\n${MARK}\n${INNER}`],
    ['the word in German', `${OWN}\n\nIch habe es weitergeleitet, siehe unten.\n\n${INNER}`],
  ])('%s', (_, brief) => {
    const parsed = parse(brief);
    expect(short(parsed, 'fee')).toBeUndefined();
    expect(parsed.questions).toEqual(expect.arrayContaining(['fee', 'netDays']));
  });

  it('days to pay without a price count as terms too', () => {
    const parsed = parse(`Please draft this, 50% deposit, net 14.\n\n${MARK}\n${INNER}`);
    expect(short(parsed, 'netDays')).toBeUndefined();
    expect(parsed.questions).toContain('netDays');
  });
});

it.each([
  ['a mail program’s line', `Please draft this, half up front as always. Silke\n\n${MARK}\n${INNER}`],
  [
    'a forwarded subject in the head',
    `From: Silke <silke@agency.test>\nTo: me\nSubject: WG: Logo\n\nPlease draft this, half up front as always. Silke\n\n-----\n${INNER}`,
  ],
])('of a forwarded mail only the mail is read, and the words above it are told: %s', (_, brief) => {
  const parsed = parse(brief);
  expect([short(parsed, 'fee'), short(parsed, 'netDays'), short(parsed, 'deposit')]).toEqual([
    'EUR 40000',
    '90',
    undefined,
  ]);
  expect(parsed.notes).toContainEqual({
    code: 'brief.forwarded',
    sentence:
      '“Please draft this, half up front as always. Silke” stands above a forwarded mail. Only the mail was read.',
  });
});

it('a forwarded mail with nothing above it is told of in no note', () => {
  expect(parse(`${MARK}\n${INNER}`).notes.map(({ code }) => code)).not.toContain('brief.forwarded');
});
