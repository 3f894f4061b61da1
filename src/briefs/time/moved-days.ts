import { Temporal } from 'temporal-polyfill';
import { addDays } from '../../shared/dates.ts';
import { lettered } from '../passages/letters.ts';
import { COUNT, countOf } from '../passages/text.ts';
import type { DateMention } from './dates.ts';

/** "Moved by two weeks": the day that was named is no more. */
const MOVED = lettered(
  String.raw`(?<![\p{L}])(?:verschieb|verleg|verschob|schieb|rutsch)\p{L}*(?: \p{L}+){0,3} um (?:genau |exakt )?(?<n>\d{1,2}|einen?|eine|an?) (?<unit>day|week)s?(?<back> (?:nach vorne?|vor|früher|back then))?(?![\p{L}])`,
  'giu',
);
const COUNTED = `(?<n>\\d{1,2}|${COUNT}) (?<unit>day|week|month)s?(?! or more| oder mehr| ou plus| o más)`;
/** "Put off by two weeks", "um zwei Wochen verschoben", "reportée de deux semaines", "aplazada dos semanas". */
const PUT_OFF = [
  lettered(
    `(?<![\\p{L}])(?:put off|postponed|pushed back|report[ée]e?s?|repouss[ée]e?s?|aplazad[ao]s?|pospuest[ao]s?|retrasad[ao]s?)(?: by| de| en)? ${COUNTED}(?![\\p{L}])`,
    'giu',
  ),
  lettered(
    `(?<![\\p{L}])(?:um|at) ${COUNTED} (?:nach hinten )?(?:verschoben|aufgeschoben|hinausgeschoben)(?![\\p{L}])`,
    'giu',
  ),
];
/** What may happen, or did not, moves nothing. */
const MAY =
  /(?<![\p{L}])(?:if|when|unless|may|might|can(?:not)?|could|not|never|in case|wenn|falls|kann|könn\p{L}+|darf|nicht|si|peut|pourr\p{L}+|pas|puede|podr\p{L}+|no)(?![\p{L}])[^.!?]*$/iu;
/** So close behind a day, what is put off is that day, whatever others there are. */
const BESIDE = 25;

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
  for (const match of PUT_OFF.flatMap((words) => [...text.matchAll(words)])) putOff(text, days, match);
  return days;
}

/** The day that was put off is moved where there is one, or one right before; of several it is asked which. */
function putOff(text: string, days: DateMention[], { index, groups }: RegExpExecArray): void {
  const before = days
    .filter(({ end, day }) => day && end <= index && index - end < NEAR)
    .sort((a, b) => a.start - b.start);
  const from = before.at(-1);
  if (!from?.day || MAY.test(text.slice(0, index).slice(-60))) return;
  const count = countOf(groups?.n ?? '') ?? 0;
  const unit = `${(groups?.unit ?? 'day').toLowerCase()}s`;
  const moved = Temporal.PlainDate.from(from.day)
    .add({ [unit]: count })
    .toString();
  const sure = days.filter(({ day }) => day).length === 1 || index - from.end < BESIDE;
  const at = days.indexOf(from);
  const { day: _, ...asked } = from;
  days[at] = sure ? { ...from, day: moved } : { ...asked, problem: 'Something was put off. Which day is it now?' };
}
