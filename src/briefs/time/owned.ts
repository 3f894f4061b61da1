import type { Language } from '../languages/language.ts';
import type { Told } from '../meanings/times.ts';
import { coverage, type Span } from '../passages/text.ts';
import { clocksIn } from './clocks.ts';
import { isEcho, isJoined, weekdayName } from './date-roles.ts';
import type { DateMention } from './dates.ts';
import { isRefused } from './refused.ts';

/** A time of day and the day it is said with, where it is with one. */
export type Owned = Told & {
  readonly of: DateMention | undefined;
  /** That day and those of its list: "5, 6 and 7 April at 9". */
  readonly days: readonly DateMention[];
};

/** The brief in its own words, and where they stand in the readers'. */
export type Written = {
  readonly said: string;
  readonly language: Language;
  readonly source: (span: Span) => Span;
  readonly placed: (span: Span) => Span;
};

/** The times of day of a brief, in the readers' words. */
export const clocksOf = ({ said, language, placed }: Written): Told[] =>
  clocksIn(said, language).map((clock) => ({ ...clock, ...placed(clock) }));

/** How far behind a day, in its own line or the one below, a time is still its own. */
const BEHIND = 170;
const AHEAD = 45;

/** The times of a brief that are read as nothing else, each with its day. */
export function ownedTimes(
  text: string,
  clocks: readonly Told[],
  all: readonly DateMention[],
  taken: readonly Span[],
  written: Written,
): Owned[] {
  const dates = all.filter((date) => !isRefused(written.said, written.source(date)));
  const seen = coverage(text.length, [...taken, ...all]);
  return clocks.flatMap((clock) => {
    if (seen.has(clock)) return [];
    const of = sameDay(ownerOf(text, clock, dates), dates);
    return [{ ...clock, of, days: of ? listOf(text, of, dates) : [] }];
  });
}

function listOf(text: string, of: DateMention, dates: readonly DateMention[]): DateMention[] {
  let [first, last] = [dates.indexOf(of), dates.indexOf(of)];
  const joined = (at: number) => {
    const [one, next] = [dates[at], dates[at + 1]];
    return one !== undefined && next !== undefined && isJoined(text, one, next);
  };
  while (joined(first - 1)) first -= 1;
  while (joined(last)) last += 1;
  return dates.slice(first, last + 1);
}

/** The day before a time in its sentence, or the one right behind it. */
function ownerOf(text: string, clock: Span, dates: readonly DateMention[]): DateMention | undefined {
  const before = dates.findLast(({ end }) => end <= clock.start);
  const behind = dates.find(({ start }) => start >= clock.end);
  const lead = before ? text.slice(before.end, clock.start) : '';
  const tail = behind ? text.slice(clock.end, behind.start) : '';
  const right = behind && tail.length < 14 && !/[.;\n]/.test(tail);
  if (right && !(before && lead.length <= tail.length + (tail.includes(',') ? 12 : 0))) return behind;
  if (before && lead.length < BEHIND && (lead.match(/\n/g)?.length ?? 0) < 2) return before;
  return behind && tail.length < AHEAD && !/[.;\n]/.test(tail) ? behind : undefined;
}

/** "21 January, Friday, from 7": the day of the week is no other day. */
function sameDay(of: DateMention | undefined, dates: readonly DateMention[]): DateMention | undefined {
  if (!of?.weekday || !isEcho(of, dates)) return of;
  return dates.find(({ day, text }) => day && /\d/.test(text) && weekdayName(day) === of.weekday) ?? of;
}

/** Whether a time is said with a day, in its own line, at which something begins. */
export const isTimed = (text: string, times: readonly Owned[], day: DateMention): boolean =>
  times.some(
    ({ of, days, start, ends }) => of && days.includes(day) && !ends && !text.slice(of.end, start).includes('\n'),
  );
