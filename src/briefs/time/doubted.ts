import { dayAnswers } from '../answers.ts';
import { DAY_MEANINGS } from '../meanings/days.ts';
import type { Note } from '../passages/text.ts';
import type { Placed } from './date-roles.ts';
import type { DateMention } from './dates.ts';
import type { ScheduleReading } from './schedule.ts';

/**
 * Where a brief names several days, a rule's choice less likely than this is asked. Read with weights that know nothing of the brief,
 * two of three such days were wrong (decision 0047); a start that a word calls so is seldom one of them.
 */
const UNLIKELY = { booking: 0.4, endOn: 0.1, startOn: 0.15 };
type Field = keyof typeof UNLIKELY;
/** A shorter note has no room for somebody else's days, and too few words to speak against its own. */
const ROOM = 200;

const MEANING = {
  booking: DAY_MEANINGS.indexOf('booking'),
  endOn: DAY_MEANINGS.indexOf('end'),
  startOn: DAY_MEANINGS.indexOf('start'),
};
const ASKED = {
  booking: 'say when you have to be there, if at all',
  endOn: 'say when the work is due',
  startOn: 'say when the work begins',
};

/** Whether the words around a day speak against what a rule took it for; of a day that is named twice the likelier mention counts. */
function isDoubted(field: Field, day: DateMention, placed: readonly Placed[]): boolean {
  const those = placed.filter(({ mention, chances }) => chances && mention.day === day.day);
  const others = placed.some(({ mention }) => mention.day && mention.day !== day.day);
  if (!others || those.length === 0 || (field === 'startOn' && those.some(({ strong }) => strong))) return false;
  return those.every(({ chances }) => (chances?.[MEANING[field]] ?? 1) < UNLIKELY[field]);
}

/** What was read of the days without what may be the day of something else: that is asked, with the day as a quick answer. */
export function withoutDoubted(
  reading: ScheduleReading,
  { text, placed }: { readonly text: string; readonly placed: readonly Placed[] },
  days: Readonly<Record<Field, readonly (DateMention | undefined)[]>>,
  timeOf: (day: DateMention) => string | null,
): ScheduleReading {
  if (text.length < ROOM) return reading;
  const { found, bookings, notes } = reading;
  const read = { booking: found.booking ?? bookings[0], endOn: found.endOn, startOn: found.startOn };
  const doubts = (Object.keys(days) as Field[]).flatMap((field): Note[] => {
    const those = days[field].flatMap((day) => day ?? []);
    const doubted = read[field] && those.find((day) => isDoubted(field, day, placed));
    if (!doubted) return [];
    // A day that is named twice is offered once.
    const offered = new Map(those.flatMap((each) => (each.day ? [[each.day, each] as const] : [])));
    const answers = [...offered].flatMap(([day, each]) => dayAnswers(field, [day], timeOf(each))).slice(0, 4);
    const sentence = `“${doubted.text}” may be the day of something else; ${ASKED[field]}.`;
    return [{ code: 'brief.doubt', field, sentence, quote: doubted.text, answers }];
  });
  const asked = new Set<string>(doubts.flatMap(({ field }) => field ?? []));
  if (asked.size === 0) return reading;
  return {
    ...reading,
    found: Object.fromEntries(Object.entries(found).filter(([name]) => !asked.has(name))),
    ...(asked.has('booking') && { bookings: [], bookingsQuote: undefined }),
    notes: [...notes.filter(({ field }) => !field || !asked.has(field)), ...doubts],
  };
}
