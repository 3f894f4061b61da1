import { addDays } from '../../shared/dates.ts';
import { lettered } from '../passages/letters.ts';
import { countOf } from '../passages/text.ts';
import type { DateMention } from './dates.ts';

/** "Moved by two weeks": the day that was named is no more. */
const MOVED = lettered(
  String.raw`(?<![\p{L}])(?:verschieb|verleg|verschob|schieb|rutsch)\p{L}*(?: \p{L}+){0,3} um (?:genau |exakt )?(?<n>\d{1,2}|einen?|eine|an?) (?<unit>day|week)s?(?<back> (?:nach vorne?|vor|früher|back then))?(?![\p{L}])`,
  'giu',
);
/** How far behind a day it is said that it is moved. */
const NEAR = 160;

/** The days of a brief, those that were moved by some days or weeks where they are now. */
export function withMoved(text: string, found: readonly DateMention[]): DateMention[] {
  const days = [...found];
  for (const { index, groups } of text.matchAll(MOVED)) {
    const from = days
      .filter(({ start, end, day }) => day && start < index && index - end < NEAR)
      .sort((a, b) => a.start - b.start)
      .at(-1);
    if (!from?.day) continue;
    const count = /^ein/i.test(groups?.n ?? '') ? 1 : (countOf(groups?.n ?? '') ?? 0);
    const by = count * (/^w/i.test(groups?.unit ?? '') ? 7 : 1) * (groups?.back ? -1 : 1);
    days[days.indexOf(from)] = { ...from, day: addDays(from.day, by) };
  }
  return days;
}
