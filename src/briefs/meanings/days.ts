import { wordsAfter, wordsBefore } from '../passages/text.ts';
import type { Placed } from '../time/date-roles.ts';
import type { DateMention } from '../time/dates.ts';
import type { Owned } from '../time/owned.ts';
import type { Role } from '../time/role-words.ts';
import { evidenceAround } from './evidence.ts';
import { learned } from './learned.ts';
import { chancesIn, likeliest, outstanding } from './weights.ts';

/** The meanings a day can have. */
export const DAY_MEANINGS = ['none', 'end', 'start', 'booking'] as const;

/** From here on a day that the rules leave open is what was learned; more is needed to say that it has no meaning. */
const SURE = 0.65;
const SURE_OF_NONE = 0.9;
/** Below this a day that a rule has somebody be somewhere is none; where the work is not done on a day, that takes more. */
const UNLIKELY = { attended: 0.05, made: 0.35 };
const NEARLY_SURE = 0.93;
/** The end or start of the work: likely by itself, and by so much more than the next day. */
const OUTSTANDING = { end: { sure: 0.45, odds: 3 }, start: { sure: 0.5, odds: 4 } };
/** Where the rules found several. */
const FAR_AHEAD = { sure: 0.8, odds: 15 };

const ROLES: readonly Role[] = ['other', 'end', 'start', 'booking'];
const MEANING: Partial<Record<Role, number>> = { end: 1, final: 1, start: 2, booking: 3 };

const MS_A_DAY = 86_400_000;
const GAPS = [4, 15, 46, 120];
const ATTENDED =
  /wedding|photo|portrait|headshot|shoot|film|concert|workshop|session|talk|event|party|gig|conference|interpret|dj|band|choir|dinner|lesson|duo|trio|quartet|perform|rehears|ceremony|moderat|emcee|yoga|birthday|hochzeit|konzert|fest|feier|tagung|schulung|dolmetsch|mariage|soirée|anniversaire|séance|spectacle|formation|baptême|boda|fiesta|taller|bautizo|charla|cumple|quince/i;

/** The days of a brief, and its times of day with the days they are said with. */
type Days = { readonly text: string; readonly dates: readonly DateMention[]; readonly clocks: readonly Owned[] };

/** A time said with a day, and the word before it. */
function addTime(found: Set<string>, text: string, date: DateMention, clocks: readonly Owned[]): void {
  const time = clocks.find(({ days }) => days.includes(date));
  if (!time) return;
  found.add(time.ends ? 'time-of-end' : time.start > date.end ? 'time' : 'time-before');
  if (text.slice(date.end, time.start).includes('\n')) found.add('time-below');
  const word = /(\p{L}+)(?: (?:at|um|from|à|a las?))?[^\p{L}]*$/u.exec(
    text.slice(Math.max(0, time.start - 24), time.start),
  );
  if (word?.[1]) found.add(`time:${word[1].slice(0, 5).toLowerCase()}`);
}

/** What speaks for the meaning of each day of a brief, in the order of the days. `today` is an ISO day. */
export function evidenceOfDays({ text, dates, clocks }: Days, today: string): Set<string>[] {
  const ahead = [...new Set(dates.flatMap(({ day, past }) => (day && !past && day > today ? day : [])))].sort();
  const attended = ATTENDED.test(text);
  return dates.map((date) => {
    const found = evidenceAround(text, date, dates);
    addTime(found, text, date, clocks);
    found.add(`days:${Math.min(4, ahead.length)}`);
    if (date.day && ahead.includes(date.day)) {
      if (date.day === ahead[0]) found.add('earliest');
      if (date.day === ahead.at(-1)) found.add('latest');
      const gap = Math.round((Date.parse(date.day) - Date.parse(today)) / MS_A_DAY);
      found.add(`gap:${GAPS.findIndex((limit) => gap < limit)}`);
    }
    for (const mark of ['past', 'today', 'problem', 'part', 'weekday'] as const) if (date[mark]) found.add(mark);
    if (date.part) found.add(date.part);
    if (/day/i.test(date.text)) found.add('named');
    if (attended) found.add('attended');
    return found.add('any');
  });
}

/** The days with their meaning corrected by what was learned, where that is surer than the rules. */
export function weighDays({ text, dates, clocks }: Days, placed: readonly Placed[], today: string): Placed[] {
  const evidence = evidenceOfDays({ text, dates, clocks }, today);
  return placed.map((one) => {
    const pieces = evidence[dates.indexOf(one.mention)];
    if (!pieces || standsAlone(text, one.mention)) return one;
    const chances = chancesIn(learned('days'), pieces);
    const unlikely = pieces.has('attended') ? UNLIKELY.attended : UNLIKELY.made;
    const timed = pieces.has('time') || pieces.has('time-before');
    return { ...one, chances, ...(timed ? attended(one, chances) : {}), ...corrected(one, chances, unlikely) };
  });
}

/** "Logo, EUR 900, 10 April": what no word beside it speaks of is nobody's guess. */
function standsAlone(text: string, mention: DateMention): boolean {
  const line = text.slice(text.lastIndexOf('\n', mention.start - 1) + 1, mention.start);
  return !/\p{L}/u.test(wordsBefore(text, mention) + wordsAfter(text, mention)) && !/[:|=?]/.test(line);
}

/** A day with a time is one to be somewhere, whatever else its words are like, where that is nearly sure. */
function attended({ role, strong, mention }: Placed, chances: readonly number[]): Partial<Placed> {
  const [booking = 0, said = 0] = [chances[DAY_MEANINGS.indexOf('booking')], chances[MEANING[role] ?? 0]];
  const sure = booking >= NEARLY_SURE && (role === 'other' || role === 'open' || said < 1 - NEARLY_SURE);
  const refused = role === 'other' && strong;
  return sure && !refused && mention.day && !mention.past ? { role: 'booking', bare: false } : {};
}

/** What a rule says in so many words stands, and what it sets aside stays there. */
function corrected(
  { role, strong, bare, mention }: Placed,
  chances: readonly number[],
  unlikely: number,
): Partial<Placed> {
  const { at, chance } = likeliest(chances);
  const said = MEANING[role] ?? 0;
  if (at === said || strong || mention.problem || mention.past || mention.today) return {};
  // Where somebody is to be there, a day that the rules take for theirs needs more to be another.
  const sure = role === 'booking' && unlikely === UNLIKELY.attended ? NEARLY_SURE : SURE;
  if (bare && chance >= (at === 0 ? SURE_OF_NONE : sure))
    return { role: ROLES[at] ?? role, strong: at > 0, bare: false };
  if (role !== 'booking') return {};
  if (chance >= sure) return { role: ROLES[at] ?? role, bare: false };
  return (chances[said] ?? 0) < unlikely ? { role: 'open', bare: false } : {};
}

/**
 * The one day that stands out as the end, or the start, of the work; undefined where none does or it can't be known. What is
 * attended on a day begins and ends then, and the work does not. */
export function likeliestDay(
  placed: readonly Placed[],
  meaning: 'end' | 'start',
  { taken, several }: { taken: readonly (string | undefined)[]; several: boolean },
): DateMention | undefined {
  const at = DAY_MEANINGS.indexOf(meaning);
  const those = placed.map(({ mention, chances, role, bare, strong }) => ({
    of: mention,
    key: mention.day ?? mention.text,
    // What a rule sets aside in so many words ("around", "we met on") stays there.
    chance:
      mention.past || taken.includes(mention.day) || (!bare && !MEANING[role]) || (strong && MEANING[role] !== at)
        ? 0
        : (chances?.[at] ?? 0),
  }));
  const day = outstanding(those, several ? FAR_AHEAD : OUTSTANDING[meaning]);
  return day?.problem ? undefined : day;
}
