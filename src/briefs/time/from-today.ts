import { Temporal } from 'temporal-polyfill';
import { addDays, type Day, weekdayOf } from '../../shared/dates.ts';
import { countOf, type Span } from '../passages/text.ts';
import type { DateMention } from './dates.ts';
import { type Match, WEEKDAYS } from './slashed.ts';

/** "Friday" and "next Friday" are the Friday to come; said on a Friday they may mean today or a week from today. */
export function weekday(m: Match, today: Day, span: Span): DateMention[] {
  const name = m.day ?? '';
  // Sat, Sun and Wed are also words: without "day" they need a word before them that makes them a date.
  if (!/day/i.test(name) && !m.w) return [];
  const wanted = WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const ahead = (wanted - weekdayOf(today) + 7) % 7;
  if (ahead === 0)
    return [
      {
        ...{ ...span, weekday: name.slice(0, 3).toLowerCase(), either: [today, addDays(today, 7)] },
        problem: `Today is such a day: “${span.text}” may mean today or a week from today.`,
      },
    ];
  return [{ ...span, weekday: name.slice(0, 3).toLowerCase(), day: addDays(today, ahead) }];
}

/** "Monday week", "a week on Monday", "a fortnight tomorrow": so long after the day to come. */
export function weekAfter(m: Match, today: Day, span: Span): DateMention[] {
  const later = /^f/i.test(m.long ?? '') ? 14 : 7;
  const near = ['today', 'tomorrow'].indexOf((m.day ?? '').toLowerCase());
  if (near >= 0) return [{ ...span, day: addDays(today, later + near) }];
  return weekday({ ...m, w: 'next' }, today, span).map(({ weekday: _, ...one }) =>
    one.day ? { ...one, day: addDays(one.day, later) } : { ...one, weekday: (m.day ?? '').slice(0, 3).toLowerCase() },
  );
}

/** "A week from tomorrow", "two weeks from Friday"; said on a Friday nobody knows which. */
export function relativeTo(m: Match, today: Day, span: Span): DateMention[] {
  const [base] = !m.day
    ? [{ day: today }]
    : /^tomorrow/i.test(m.day)
      ? [{ day: addDays(today, 1) }]
      : weekday({ day: m.day, w: 'this' }, today, span);
  return base?.day ? [relative(m, base.day, span)] : [{ ...span, problem: `“${span.text}” is not one day.` }];
}

export function relative(m: Match, today: Day, span: Span): DateMention {
  const count = countOf(m.n ?? '') ?? 0;
  const unit = (m.unit ?? '').toLowerCase().replace(/s$/, '');
  if (count < 1 || count > 400) return { ...span, problem: `“${span.text}” is not one day.` };
  return {
    ...span,
    day: Temporal.PlainDate.from(today)
      .add({ [`${unit}s`]: count })
      .toString(),
  };
}
