import { Temporal } from 'temporal-polyfill';
import { addDays, compareDays, type Day, weekdayOf } from '../../shared/dates.ts';
import { lettered } from '../passages/letters.ts';
import { COUNT, countOf, type Span, spanOf, wordsBefore } from '../passages/text.ts';
import { dayAt } from './calendar.ts';
import type { DateMention } from './dates.ts';
import { WEEKDAY, WEEKDAYS } from './slashed.ts';

const LENGTH = `(?:(?<n>${COUNT}) (?<unit>days?|weeks?)|a (?<fortnight>fortnight))`;
const EVENT =
  '(?:shoot|event|wedding|session|ceremony|party|evening|show|gig|concert|performance|workshop|training|visit|recording|conference|fair|f[eê]te|launch|opening|new date|big day)';
/** What a day is counted from: "that", "the shoot", "filming". */
const THAT = `(?:that(?! (?:the|is|of))(?: day| date)?|then|there|the ${EVENT}|filming|shooting|recording)`;

type Groups = Record<string, string | undefined>;
type Form = { readonly pattern: RegExp; readonly day: (groups: Groups, anchor: Day, today: Day) => Day | undefined };
const form = (source: string, day: Form['day']): Form => ({
  pattern: lettered(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, 'giu'),
  day,
});

const lengthOf = ({ n, unit = '', fortnight }: Groups) =>
  fortnight ? 14 : (countOf(n ?? '') ?? 0) * (/^w/i.test(unit) ? 7 : 1);
const wanted = (groups: Groups) => WEEKDAYS.indexOf((groups.w ?? '').slice(0, 3).toLowerCase()) + 1;
const inMonthOf = (day: Day, number: string | undefined) =>
  dayAt(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(number));

/** Days that are said by another day of the brief, or by the day of writing. */
const FORMS: readonly Form[] = [
  form("a fortnight from (?:today|now)|(?:in )?a fortnight[’']s time", (_groups, _anchor, today) => addDays(today, 14)),
  form(`${LENGTH} (?:later|afterwards|(?:on )?(?:after|from) ${THAT}|on from ${THAT})`, (groups, anchor) =>
    addDays(anchor, lengthOf(groups)),
  ),
  form(
    `${LENGTH} (?:before|ahead of|earlier than|prior to) (?:${THAT}|(?:the|our|your) (?:\\p{L}+ )?\\p{L}+ (?:shuts|closes|opens|begins))`,
    (groups, anchor) => addDays(anchor, -lengthOf(groups)),
  ),
  form('the (?:day|night|evening|afternoon) before(?: that| then| it)?', (_groups, anchor) => addDays(anchor, -1)),
  form('the (?:next|following) (?:day|morning|evening)|the day after(?! tomorrow)(?: that)?', (_groups, anchor) =>
    addDays(anchor, 1),
  ),
  form(`(?:the )?(?<w>${WEEKDAY}) of (?:that|the) (?:very )?(?:same )?week`, (groups, anchor) =>
    addDays(anchor, wanted(groups) - weekdayOf(anchor)),
  ),
  form(`(?:the )?following (?<w>${WEEKDAY})|the (?:next )?(?<v>${WEEKDAY}) after(?: that)?`, (groups, anchor) => {
    const ahead = (wanted({ w: groups.w ?? groups.v }) - weekdayOf(anchor) + 7) % 7;
    return addDays(anchor, ahead || 7);
  }),
  form(`the (?<w>${WEEKDAY}) before(?: that)?`, (groups, anchor) => {
    const back = (weekdayOf(anchor) - wanted(groups) + 7) % 7;
    return addDays(anchor, -(back || 7));
  }),
  form('(?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)? of (?:that|the same|that same) month', (groups, anchor) =>
    inMonthOf(anchor, groups.d),
  ),
  form('(?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)? of this month', (groups, _anchor, today) => inMonthOf(today, groups.d)),
  form('(?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)? (?:of )?next month', (groups, _anchor, today) =>
    inMonthOf(Temporal.PlainDate.from(today).add({ months: 1 }).toString(), groups.d),
  ),
];

/** A length in such a clause is one of paying, of calling off or of notice. */
const PAYING =
  /pay|paid|invoic|bill|settl|balance|transfer|remain|\brest\b|deposit|[€$£%]|cancel|call|notice|\bfees?\b|owe|numbers|head ?count/;
/** "The day before his 21 April interview": the day that it is counted from stands behind. */
const AHEAD = /^ (?:(?:his|her|their|our|my|your|the) )?$/;

/** The brief's days with those that are said by another one, "three days later", "the Monday of that week". */
export function withRelative(text: string, found: readonly DateMention[], today: Day): DateMention[] {
  const known = [...found].sort((a, b) => a.start - b.start);
  const relative: DateMention[] = [];
  for (const { pattern, day } of FORMS)
    for (const match of text.matchAll(pattern)) {
      const span = spanOf(match);
      if (relative.some((one) => overlap(one, span)) || isPaying(text, span)) continue;
      const anchor = anchorOf(text, span, [...known, ...relative]);
      const meant = /from (?:today|now)|(?:this|next) month|s time$/i.test(span.text) ? today : anchor?.day;
      const told = meant && day(match.groups ?? {}, meant, today);
      if (told && compareDays(told, today) >= 0) relative.push({ ...span, day: told });
    }
  // "The following Thursday, 8 June" is said in full.
  const full = (one: DateMention) => known.some((each) => overlap(each, one) && each.end > one.end);
  const kept = relative.filter((one) => !full(one));
  return [...found.filter((one) => !kept.some((each) => overlap(each, one))), ...kept];
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

function isPaying(text: string, span: Span): boolean {
  const before =
    wordsBefore(text, span, 60)
      .split(/ and | but /)
      .at(-1) ?? '';
  // "The rest on delivery, on the 20th of next month": the day of the delivery.
  return PAYING.test(before) && !/\bdeliver\w*,? (?:on )?$/.test(before);
}

/** The day behind "the day before his", or else the last one that is named. */
function anchorOf(text: string, span: Span, days: readonly DateMention[]): DateMention | undefined {
  const dated = days.filter(({ day, start, end }) => day && !overlap({ start, end, text: '' }, span));
  const ahead = dated.find(({ start }) => start >= span.end && AHEAD.test(text.slice(span.end, start)));
  if (ahead) return ahead;
  return dated
    .filter(({ end }) => end <= span.start)
    .sort((a, b) => a.end - b.end)
    .at(-1);
}
