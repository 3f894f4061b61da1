import { wordsAfter, wordsBefore } from '../passages/text.ts';
import type { Placed } from '../time/date-roles.ts';
import type { DateMention } from '../time/dates.ts';
import type { Role } from '../time/role-words.ts';
import { evidenceAround } from './evidence.ts';
import weights from './learned/days.json' with { type: 'json' };
import { chancesIn, likeliest, outstanding, type Weights } from './weights.ts';

/** The meanings a day can have. */
export const DAY_MEANINGS = ['none', 'end', 'start', 'booking'] as const;

/** From here on a day that the rules leave open is what was learned; more is needed to say that it has no meaning. */
const SURE = 0.65;
const SURE_OF_NONE = 0.9;
/** Below this a day that a rule has somebody be somewhere is none. */
const UNLIKELY = 0.15;
/** The end or start of the work: likely by itself, and by so much more than the next day. */
const OUTSTANDING = { sure: 0.5, odds: 4 };
/** Where the rules found several. */
const FAR_AHEAD = { sure: 0.8, odds: 15 };

const ROLES: readonly Role[] = ['other', 'end', 'start', 'booking'];
const MEANING: Partial<Record<Role, number>> = { end: 1, final: 1, start: 2, booking: 3 };

const MS_A_DAY = 86_400_000;
const GAPS = [4, 15, 46, 120];
const TIMED = /\b\d{1,2}(?:[:.h]\d{2}|h\b| ?[ap]\.?m\b| ?uhr\b| o.clock)/i;
const ATTENDED =
  /wedding|photo|shoot|concert|workshop|session|talk|event|party|gig|conference|interpret|dj|band|choir|dinner|lesson|duo|trio|quartet/i;

/** What speaks for the meaning of each day of a brief, in the order of the days. `today` is an ISO day. */
export function evidenceOfDays(text: string, dates: readonly DateMention[], today: string): Set<string>[] {
  const ahead = [...new Set(dates.flatMap(({ day, past }) => (day && !past && day > today ? day : [])))].sort();
  const attended = ATTENDED.test(text);
  return dates.map((date) => {
    const found = evidenceAround(text, date, dates);
    const rest = text.slice(date.end, date.end + 40).split('\n', 1)[0] ?? '';
    if (TIMED.test(rest)) found.add('time');
    if (TIMED.test(text.slice(Math.max(0, date.start - 30), date.start))) found.add('time-before');
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
export function weighDays(
  text: string,
  dates: readonly DateMention[],
  placed: readonly Placed[],
  today: string,
): Placed[] {
  const evidence = evidenceOfDays(text, dates, today);
  return placed.map((one) => {
    const pieces = evidence[dates.indexOf(one.mention)];
    if (!pieces || standsAlone(text, one.mention)) return one;
    const chances = chancesIn(weights as Weights, pieces);
    return { ...one, chances, ...corrected(one, chances) };
  });
}

/** "Logo, EUR 900, 10 April": what no word beside it speaks of is nobody's guess. */
function standsAlone(text: string, mention: DateMention): boolean {
  const line = text.slice(text.lastIndexOf('\n', mention.start - 1) + 1, mention.start);
  return !/\p{L}/u.test(wordsBefore(text, mention) + wordsAfter(text, mention)) && !/[:|=?]/.test(line);
}

/** What a rule says in so many words stands, and what it sets aside stays there. */
function corrected({ role, strong, bare, mention }: Placed, chances: readonly number[]): Partial<Placed> {
  const { at, chance } = likeliest(chances);
  const said = MEANING[role] ?? 0;
  if (at === said || strong || mention.problem || mention.past || mention.today) return {};
  if (bare && chance >= (at === 0 ? SURE_OF_NONE : SURE))
    return { role: ROLES[at] ?? role, strong: at > 0, bare: false };
  if (role !== 'booking') return {};
  if (chance >= SURE) return { role: ROLES[at] ?? role, bare: false };
  return (chances[said] ?? 0) < UNLIKELY ? { role: 'open', bare: false } : {};
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
  const those = placed.map(({ mention, chances, role, bare }) => ({
    of: mention,
    key: mention.day ?? mention.text,
    // What a rule sets aside in so many words ("around", "we met on") stays there.
    chance: mention.past || taken.includes(mention.day) || (!bare && !MEANING[role]) ? 0 : (chances?.[at] ?? 0),
  }));
  const day = outstanding(those, several ? FAR_AHEAD : OUTSTANDING);
  return day?.problem ? undefined : day;
}
