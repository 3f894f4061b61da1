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

/** What has the day that the brief names, as the subject of what was put off, and what else may be put off. */
const THE_DAY =
  /(?<![\p{L}])(?:deadline|due date|deliver\p{L}*|shoot\p{L}*|booking|date|day|session|launch|event|workshop|start|it|everything|abgabe\p{L}*|liefer\p{L}*|termin\p{L}*|buchung|frist|livraison|échéance|séance|tournage|rendu|entrega|fecha|plazo|sesión|rodaje|es)(?![\p{L}])/iu;
const OTHER_THING =
  /(?<![\p{L}])(?:pay\p{L}*|invoice\p{L}*|meeting|call|their|other|zahl\p{L}*|rechnung\p{L}*|besprechung|paiement|règlement|facture|réunion|leur|autre|pago|factura|reunión|otr[oa]|su)(?![\p{L}])/iu;

/** The day that was put off is moved where there is one, or one right before; of several it is asked which. */
function putOff(text: string, days: DateMention[], { index, groups, 0: words }: RegExpExecArray): void {
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
  const behind = text.slice(index + words.length, index + words.length + 12);
  // "Postponed by two weeks from 29 May": the day that stands is the new one.
  if (/^ (?:from|vom?|du|desde|against)(?![\p{L}])/iu.test(behind)) return;
  const lead = /[^.;!?\n]*$/.exec(text.slice(Math.max(0, index - 120), index))?.[0] ?? '';
  const own = THE_DAY.test(lead) && !OTHER_THING.test(lead);
  const alone = days.filter(({ day }) => day).length === 1;
  const sure =
    ((alone && own) || index - from.end < BESIDE) && !/^ (?:if|when|unless|wenn|falls|si)(?![\p{L}])/iu.test(behind);
  const at = days.indexOf(from);
  const { day: _, ...asked } = from;
  days[at] = sure ? { ...from, day: moved } : { ...asked, problem: 'Something was put off. Which day is it now?' };
}
