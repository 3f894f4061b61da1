import { type Day, formatDay, weekdayOf } from '../../shared/dates.ts';
import type { Span } from '../passages/text.ts';
import { coming, exact } from './calendar.ts';
import type { DateMention } from './dates.ts';

export type Match = Record<string, string | undefined>;

export const WEEKDAYS = 'mon tue wed thu fri sat sun'.split(' ');
export const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b\\.?';

/** Before "9/7" it is a day and no fraction. */
export const DATED_BY =
  'by|on|due|until|till|from|before|start|starts|starting|begin|begins|deadline|live|launch|ready|delivery|delivered|done|date|latest';

export const yearOf = (digits: string) => (digits.length === 2 ? 2000 : 0) + Number(digits);

/** "Saturday, 13 June" counts only if the thirteenth is one. */
export function fitting(m: Match, found: DateMention): DateMention {
  const weekdayName = m.w && WEEKDAYS.indexOf(m.w.slice(0, 3).toLowerCase()) + 1;
  if (!found.day || !weekdayName || weekdayOf(found.day) === weekdayName) return found;
  const { day, ...span } = found;
  return { ...span, problem: `“${span.text}” does not fit: the next such day is ${formatDay(day)}.` };
}

/**
 * 25/12/2027 can only be read one way, 04/05/2027 is April in one country and May in the next: it is a day where the other
 * reading is over, or where another date of the brief shows the order.
 */
export function slashed(m: Match, today: Day, span: Span): DateMention {
  const [a, b, year] = [Number(m.a), Number(m.b), yearOf(m.y ?? '')];
  if (a > 12 || a === b || m.order === 'day') return exact(year, b, a, today, span);
  if (b > 12 || m.order === 'month') return exact(year, a, b, today, span);
  const either = [exact(year, b, a, today, span), exact(year, a, b, today, span)].flatMap(({ day }) => day ?? []);
  if (either.length < 2) return either[0] ? { ...span, day: either[0] } : exact(year, b, a, today, span);
  return { ...span, problem: `“${span.text}” can be read as two different days.`, either };
}

const ORDERED = new RegExp(`(?<=(?:${DATED_BY}|${WEEKDAY}) )(\\d{1,2})(/)(\\d{1,2})(?![\\d/%])`, 'giu');

/** "Tuesday 9/7": the reading that there is, that its day of the week fits, or that another date of the brief shows. */
export function yearless(m: Match, today: Day, span: Span): DateMention[] {
  const [a, b] = [Number(m.a), Number(m.b)];
  const read = [
    ...(m.order === 'day' ? [] : [coming(a, b, today, span)]),
    ...(m.order === 'month' || a === b ? [] : [coming(b, a, today, span)]),
  ].filter(({ day }) => day);
  const fit = m.w ? read.filter((one) => fitting(m, one).day) : read;
  const [first, second] = fit;
  if (first && !second) return [first];
  if (!first) return [];
  const either = fit.flatMap(({ day }) => day ?? []);
  return [{ ...span, problem: `“${span.text}” can be read as two different days.`, either }];
}

/** Whether the brief's own dates put the day or the month first. */
export function orderIn(text: string): 'day' | 'month' | undefined {
  const pairs = [
    ...text.matchAll(/(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/g),
    ...text.matchAll(ORDERED),
  ];
  const day = pairs.some(([, a, , b]) => Number(a) > 12 && Number(b) <= 12);
  const month = pairs.some(([, a, , b]) => Number(b) > 12 && Number(a) <= 12);
  return day === month ? undefined : day ? 'day' : 'month';
}
