import { describe, expect, it } from 'vitest';
import { withoutDoubted } from '../../src/briefs/time/doubted.ts';
import { parse } from './cases.ts';

const FAIR =
  'Hi Nora, the poster is yours: EUR 620 for the design and the print file, final file with us by 11 June 2027, invoice paid in 14 days. The fair itself is on 25 June, our coach leaves the station at 16:40 that day, and the caterer comes at noon. Best, Ines Kolb, Kolb Events Ltd';
const FESTIVAL =
  'Hello, we hold our harvest festival from 12 to 16 August 2027 and the opening speech is on the 12th at 20:30, which you need not attend. Before we ask for a price I want to tell you how the committee works: there is a treasurer, and nothing has been settled with you yet. Genevieve Artis, Elm Tree Association';

describe('a day whose words speak against what a rule took it for', () => {
  it('is asked with itself as a quick answer where the brief has room for other people’s days', () => {
    const { found, beyond, notes, questions } = parse(FAIR);
    expect([found.booking, beyond.bookings]).toEqual([undefined, []]);
    expect(found.endOn?.value).toBe('2027-06-11');
    expect(questions).toContain('booking');
    expect(notes).toContainEqual({
      ...{ code: 'brief.doubt', field: 'booking', quote: '25 June' },
      sentence: '“25 June” may be the day of something else; say when you have to be there, if at all.',
      answers: [{ label: 'Fri 25 June 2027, 12:00', set: { bookingAt: '2027-06-25T12:00' } }],
    });
  });

  it('is offered once where it is named twice', () => {
    const day = (start: number, of: string) => ({ start, end: start + 5, text: of, day: of });
    const [first, again, other] = [day(0, '2027-06-25'), day(60, '2027-06-25'), day(120, '2027-06-11')];
    const chances = [0.9, 0.05, 0, 0.05];
    const placed = [first, again, other].map((mention) => ({
      mention,
      role: 'booking' as const,
      strong: false,
      bare: false,
      chances,
    }));
    const slot = { on: '2027-06-25', time: '12:00', minutes: null, zone: 'Europe/Berlin', place: null };
    const reading = { found: {}, bookings: [slot], bookingsQuote: undefined, notes: [], spans: [] };
    const days = { booking: [first, again], startOn: [], endOn: [] };
    const { notes } = withoutDoubted(reading, { text: '-'.repeat(200), placed }, days, () => '12:00');
    expect(notes.flatMap(({ answers }) => answers?.map(({ label }) => label) ?? [])).toEqual([
      'Fri 25 June 2027, 12:00',
    ]);
  });

  it('is asked for the first and the last day of the work as well', () => {
    const { found, questions } = parse(FESTIVAL);
    expect([found.startOn, found.endOn]).toEqual([undefined, undefined]);
    expect(questions).toEqual(expect.arrayContaining(['startOn', 'endOn']));
  });

  it('is taken in a short note, which speaks of its own days', () => {
    const { found } = parse('Bar at our harvest festival from 12 to 16 August 2027, EUR 900, for Elm Tree Association');
    expect([found.startOn?.value, found.endOn?.value]).toEqual(['2027-08-12', '2027-08-16']);
  });
});
