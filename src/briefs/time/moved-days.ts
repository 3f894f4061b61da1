import { Temporal } from 'temporal-polyfill';
import { lettered } from '../passages/letters.ts';
import { COUNT, countOf } from '../passages/text.ts';
import type { DateMention } from './dates.ts';
import { mayMove, movesElse, sentenceBefore } from './moved-cues.ts';

const COUNTED = `(?:genau |exakt )?(?<n>\\d{1,2}|${COUNT}|einen?|eine) (?<unit>day|week|month)s?(?! or more| oder mehr| ou plus| o más)`;
/** "Verschiebt sich um eine Woche", "put off by two weeks", "um zwei Wochen verschoben", "reportée de deux semaines": a day is another. */
const MOVED = [
  `(?:verschieb|verleg|verschob|schieb|rutsch)\\p{L}*(?: \\p{L}+){0,3} (?:um|at) ${COUNTED}(?<back> (?:nach vorne?|vor|früher|back then))?`,
  `(?:put off|postponed|pushed back|report[ée]e?s?|repouss[ée]e?s?|aplazad[ao]s?|pospuest[ao]s?|retrasad[ao]s?)(?: by| de| en)? ${COUNTED}`,
  `(?:um|at) ${COUNTED} (?:nach hinten )?(?:verschoben|aufgeschoben|hinausgeschoben)`,
].map((words) => lettered(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'giu'));
/** So close behind a day, what is moved is that day, whatever others there are. */
const BESIDE = 25;
/** How far behind a day it is said that it is moved. */
const NEAR = 160;

/** The days of a brief, those that were moved by some days or weeks where they are now. */
export function withMoved(text: string, found: readonly DateMention[]): DateMention[] {
  const days = [...found];
  for (const match of MOVED.flatMap((words) => [...text.matchAll(words)])) move(text, days, match);
  return days;
}

/** What has the day that the brief names, as the subject of what was moved. */
const THE_DAY =
  /(?<![\p{L}])(?:deadline|due date|deliver\p{L}*|shoot\p{L}*|booking|date|day|session|launch|event|workshop|start|it|everything|abgabe\p{L}*|liefer\p{L}*|termin\p{L}*|buchung|frist|alles|das|sich|wir|livraison|échéance|séance|tournage|rendu|entrega|fecha|plazo|sesión|rodaje|es)(?![\p{L}])/iu;

/** The day before it is moved where it is the only one, or right before; of several it is asked which. */
function move(text: string, days: DateMention[], { index, groups, 0: words }: RegExpExecArray): void {
  const before = days
    .filter(({ end, day }) => day && end <= index && index - end < NEAR)
    .sort((a, b) => a.start - b.start);
  const from = before.at(-1);
  if (!from?.day || mayMove(sentenceBefore(text, index, 60))) return;
  const behind = text.slice(index + words.length, index + words.length + 12);
  // "Postponed by two weeks from 29 May": the day that stands is the new one.
  if (/^ (?:from|vom?|du|desde|against)(?![\p{L}])/iu.test(behind)) return;
  const lead = `${sentenceBefore(text, index, 120)}${words}`;
  const own = THE_DAY.test(lead) && !movesElse(lead);
  const alone = days.filter(({ day }) => day).length === 1;
  const sure =
    ((alone && own) || index - from.end < BESIDE) && !/^ (?:if|when|unless|wenn|falls|si)(?![\p{L}])/iu.test(behind);
  const { day, ...asked } = from;
  days[days.indexOf(from)] = sure
    ? { ...from, day: shifted(day, groups) }
    : { ...asked, problem: 'Something was put off. Which day is it now?' };
}

function shifted(day: string, groups: Record<string, string | undefined> = {}): string {
  const count = /^ein/i.test(groups.n ?? '') ? 1 : (countOf(groups.n ?? '') ?? 0);
  const unit = `${(groups.unit ?? 'day').toLowerCase()}s`;
  return Temporal.PlainDate.from(day)
    .add({ [unit]: groups.back ? -count : count })
    .toString();
}
