import * as chrono from 'chrono-node';
import { describe, expect, it } from 'vitest';
import { scanDates } from '../../src/briefs/time/dates.ts';
import { CONTEXT, parse, short } from './cases.ts';

const W = 'Website for Acme, EUR 4,000, ';

describe('start and end', () => {
  it.each([
    ['start 2 March, done by 10 April', '2027-03-02', '2027-04-10'],
    ['starting on the 2nd of March, due 10th April', '2027-03-02', '2027-04-10'],
    ['kick-off March 2nd, 2027; deadline: April 10, 2027', '2027-03-02', '2027-04-10'],
    ['start date: 2027-03-02, end date: 2027-04-10', '2027-03-02', '2027-04-10'],
    ['from 02.03.2027 until 10.04.2027', '2027-03-02', '2027-04-10'],
    ['2 March to 10 April', '2027-03-02', '2027-04-10'],
    ['between 2 March and 10 April', '2027-03-02', '2027-04-10'],
    ['2-10 April', '2027-04-02', '2027-04-10'],
    ['28 December to 5 January', '2026-12-28', '2027-01-05'],
    ['start tomorrow, ready in three weeks', '2026-11-24', '2026-12-14'],
    ['begin today', '2026-11-23', undefined],
    ['by end of March', undefined, '2027-03-31'],
    ['done by the end of February 2028', undefined, '2028-02-29'],
    ['finished by end of next month', undefined, '2026-12-31'],
    ['done by the end of the year', undefined, '2026-12-31'],
    ['done by next Friday', undefined, '2026-11-27'],
    ['deliver by Friday', undefined, '2026-11-27'],
    ['due on Fri 27 November', undefined, '2026-11-27'],
    ['due 23 November', undefined, '2026-11-23'],
    ['due 22 November', undefined, '2027-11-22'],
    ['due 25/12/2026', undefined, '2026-12-25'],
    ['due 12/25/2026', undefined, '2026-12-25'],
    ['due 05/05/2027', undefined, '2027-05-05'],
    ['due 25.12.', undefined, '2026-12-25'],
    ['draft by 1 March, final files by 1 April', undefined, '2027-04-01'],
    ['needed in 10 days', undefined, '2026-12-03'],
    ['done by 10 Apr. 2027', undefined, '2027-04-10'],
    ['launch by 30 April. 2 rounds', undefined, '2027-04-30'],
  ])('%s', (words, start, end) => {
    const parsed = parse(W + words);
    expect(short(parsed, 'startOn')).toBe(start);
    expect(short(parsed, 'endOn')).toBe(end);
    expect(parsed.notes).toEqual([]);
  });

  it.each([
    ['done by 04/05/2027', 'endOn', /two different days/],
    ['done by 4-5-2027', 'endOn', /two different days/],
    ['done by next Monday', 'endOn', /today or a week from today/],
    ['done by 31 February', 'endOn', /no such day/],
    ['done by 30.02.2027', 'endOn', /no such day/],
    ['done by 2027-13-01', 'endOn', /no such day/],
    ['done by 1 March 2020', 'endOn', /in the past/],
    ['done by Friday 10 April 2027', 'endOn', /does not fit/],
    ['done in March', 'endOn', /not one day/],
    ['done by mid-March', 'endOn', /not one day/],
    ['start early April', 'startOn', /not one day/],
    ['done by Q2 2027', 'endOn', /not one day/],
    ['start 10 April, done by 2 March 2027', 'startOn', /would be after the end/],
    ['done by 10 April, deadline 12 April', 'endOn', /more than one day/],
    ['10 April', 'endOn', /does not say what happens/],
    ['around 10 April', 'endOn', /does not say what happens/],
  ])('“%s” is asked', (words, field, why) => {
    const parsed = parse(W + words);
    expect(parsed.found[field as 'endOn']).toBeUndefined();
    expect(parsed.questions).toContain(field);
    expect(parsed.notes.map((n) => n.sentence).join('\n')).toMatch(why);
  });

  it.each([
    ['the offer is valid until 10 April'],
    ['invoice on 10 April'],
    ['we met on 1 December'],
    ['draft by 1 March'],
  ])('“%s” is neither', (words) => {
    const parsed = parse(W + words);
    expect([parsed.found.startOn, parsed.found.endOn, parsed.found.booking]).toEqual([undefined, undefined, undefined]);
  });
});

describe('a booking', () => {
  it.each([
    [
      'Wedding photography on 12 June 2027 3pm-9pm at Schloss Charlottenburg for Anna Miller',
      '2027-06-12 15:00 +360 @Schloss Charlottenburg',
    ],
    ['Wedding photography on 12 June 2027, 15:00-21:00', '2027-06-12 15:00 +360'],
    ['Wedding photography, 12 June 2027 from 3 to 9pm in Potsdam', '2027-06-12 15:00 +360 @Potsdam'],
    ['Photos of a party on 12 June 2027, 8pm to 1am', '2027-06-12 20:00 +300'],
    ['Headshots on 12.06.2027 at 10:30 for 2 hours', '2027-06-12 10:30 +120'],
    ['Headshots on 12 June at noon', '2027-06-12 12:00'],
    ['Coaching session this Friday at 9am for 90 minutes', '2026-11-27 09:00 +90'],
    ['Workshop on 12 March 2027 10am-4pm', '2027-03-12 10:00 +360'],
    ['Workshop on 12 March 2027 10-2pm', '2027-03-12 10:00 +240'],
    ['Photo shoot on 12 June 2027', '2027-06-12'],
  ])('%s', (brief, booking) => {
    expect(short(parse(brief), 'booking')).toBe(booking);
  });

  it('is asked for its time, when the brief has only the day or “at 7”', () => {
    for (const words of ['on 12 June 2027', 'on 12 June 2027 at 7']) {
      const parsed = parse(`Portraits for Zoe ${words}`);
      expect(parsed.found.booking?.value).toMatchObject({ on: '2027-06-12', time: null });
      expect(parsed.questions).toContain('booking');
    }
    expect(parse('Portraits for Zoe on 12 June 2027 at 15:00').questions).not.toContain('booking');
  });

  it('is asked of a photographer who says no day', () => {
    expect(parse('Wedding photography for Anna Miller').questions).toContain('booking');
  });

  it('is in the zone the brief names, else the workspace’s', () => {
    const brief = 'Talk on 5 May 2027 at 14:30';
    expect(parse(brief).found.booking?.value.zone).toBe('Europe/Berlin');
    expect(parse(`${brief} (America/New_York)`).found.booking?.value.zone).toBe('America/New_York');
  });
});

describe('dates read as a widely used reader reads them', () => {
  it.each([
    ['2 March 2027'],
    ['March 2, 2027'],
    ['2nd of March 2027'],
    ['2027-03-02'],
    ['10 Apr 2027'],
    ['tomorrow'],
    ['in three weeks'],
    ['in 10 days'],
    ['25 December'],
    ['3 January'],
    ['this Friday'],
    ['Sunday 29 November 2026'],
  ])('%s', (words) => {
    const reference = new Date(`${CONTEXT.today}T12:00:00`);
    const theirs = chrono.en.GB.parseDate(words, reference, { forwardDate: true });
    const day =
      theirs &&
      `${theirs.getFullYear()}-${String(theirs.getMonth() + 1).padStart(2, '0')}-${String(theirs.getDate()).padStart(2, '0')}`;
    expect(scanDates(words, CONTEXT.today)).toMatchObject([{ day }]);
  });
});
