import { addDays, compareDays, type Day } from '../../shared/dates.ts';
import type { Span } from '../passages/text.ts';
import type { DateMention } from './dates.ts';

/** The day of a year, month and day of the month; undefined where there is no such day. */
export function dayAt(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1900) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export const impossible = (span: Span): DateMention => ({
  ...span,
  problem: `There is no such day as “${span.text}”.`,
});

/** A day with its year: what is over is a day that was. */
export function exact(year: number, month: number, day: number, today: Day, span: Span): DateMention {
  const found = dayAt(year, month, day);
  if (!found) return impossible(span);
  if (compareDays(found, today) < 0) return { ...span, past: true, problem: `“${span.text}” is in the past.` };
  return found === today ? { ...span, day: found, today: true } : { ...span, day: found };
}

/** The next such day from today. */
export function coming(month: number, day: number, today: Day, span: Span): DateMention {
  const year = Number(today.slice(0, 4));
  const found = [year, year + 1]
    .map((y) => dayAt(y, month, day))
    .find((d) => d !== undefined && compareDays(d, today) >= 0);
  if (!found) return impossible(span);
  if (found === today) return { ...span, day: found, today: true };
  const last = dayAt(Number(found.slice(0, 4)) - 1, month, day);
  const lately = last !== undefined && compareDays(addDays(last, LATELY), today) >= 0;
  return { ...span, day: found, ...(lately && { lately }) };
}

/** On 28 March "25 March" is last week more often than next year. */
const LATELY = 40;
