import { compareDays, type Day } from '../../shared/dates.ts';
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
  return found === today ? { ...span, day: found, today: true } : { ...span, day: found };
}

/** "By the 29th", "by 29." where the clause ends with it. */
const BARE =
  /(?<![\p{L}])by (?:on )?(?:the )?(?<d>\d{1,2})(?<nth>st|nd|rd|th)?(?= ?(?:[,;!?)\n]|\.(?:\s|$)|$| at the latest| latest))/giu;

/** A day without its month is the next such day from the one named before it. */
export function bareDays(text: string, dates: readonly DateMention[], today: Day): DateMention[] {
  return [...text.matchAll(BARE)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length, text: match[0] };
    const named = dates.filter(({ day, start }) => day && start < span.start).sort((a, b) => a.start - b.start);
    const from = named.at(-1)?.day;
    const { d, nth } = match.groups ?? {};
    // "By 5" may be an hour.
    if (!nth && (!from || Number(d) < 13)) return [];
    const [year, month] = (from ?? today).split('-').map(Number);
    const near = [0, 1, 2].map((next) => {
      const at = (month ?? 1) - 1 + next;
      return dayAt((year ?? 0) + Math.floor(at / 12), (at % 12) + 1, Number(d));
    });
    const day = near.find((one) => one !== undefined && compareDays(one, from ?? today) >= 0);
    return day ? [{ ...span, day }] : [];
  });
}
