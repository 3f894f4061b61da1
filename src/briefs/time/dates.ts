import { Temporal } from 'temporal-polyfill';
import { addDays, compareDays, type Day } from '../../shared/dates.ts';
import { COUNT, coverage, MENTIONS_MAX, type Span, spanOf } from '../passages/text.ts';
import { sure, withBare, withoutNamed } from './bare-days.ts';
import { coming, dayAt, exact, impossible } from './calendar.ts';
import { countedDays } from './counted-days.ts';
import { relative, relativeTo, weekAfter, weekday } from './from-today.ts';
import { withMoved } from './moved-days.ts';
import { withoutLeft } from './moved-from.ts';
import { withRelative } from './relative-days.ts';
import { DATED_BY, fitting, type Match, orderIn, slashed, WEEKDAY, yearless, yearOf } from './slashed.ts';

/** A date as it stands in the brief: the day it means, or why it can't be known. */
export type DateMention = Span & {
  readonly day?: Day;
  readonly problem?: string;
  /** The days it can mean, where it can mean more than one. */
  readonly either?: readonly Day[];
  readonly part?: 'first' | 'second';
  /** A day that was and is no more, which letters and offers carry. */
  readonly past?: true;
  /** Something was moved away from it. */
  readonly left?: true;
  /** The day of writing, named in figures: it dates the brief and nothing of the work, unless a word says so. */
  readonly today?: true;
  /** A day of the next year which was a few weeks ago in this one. */
  readonly lately?: true;
  /** The day that this one is counted from: the event before which the work is there. */
  readonly anchor?: DateMention;
  /** The day of the week where nothing else names the day, `mon` to `sun`. */
  readonly weekday?: string;
  /** The day from which this one is counted, on which the work is due: "three days before". */
  readonly from?: Day;
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?:(?:january|february|march|april|may(?! (?:be|have|need|not|also|include|want))|june|july|august|september|october|november|december)(?![A-Za-zÀ-ÿ0-9_])|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![A-Za-zÀ-ÿ0-9_])\\.?)';
const YEAR = '(?:,? (?<y>\\d{4})(?!\\d))?';
const NTH = '(?:st|nd|rd|th)?';

/** "6, 7 and 8", "Monday 6 and Tuesday 7" before or behind their month. */
const ONE = `(?:${WEEKDAY},? (?:the )?)?\\d{1,2}${NTH}\\.?`;
const LIST = `${ONE}(?:, ?${ONE}){0,6}(?: ?/ ?|,? (?:and|&|\\+|und|et|y) )(?:the |on )?(?:${WEEKDAY},? (?:the )?)?\\d{1,2}(?!\\d|[:.]\\d| ?[ap]m\\b|k\\b)${NTH}`;
/** Each day of such a list. */
const LISTED = new RegExp(`(?:(?<w>${WEEKDAY}),? (?:the )?)?(?<d>\\d{1,2})`, 'giu');

/** Before figures that number a thing: "room 3.12", "No. 12-03-2027". */
const NUMBERED =
  '(?<![\\p{L}])(?:room|raum|saal|büro|zimmer|salle|bureau|sala|oficina|office|booth|kabine|version|ver|chapter|section|no\\.|nr\\.|nº|n°|#|§)';

type Form = { readonly pattern: RegExp; readonly read: (m: Match, today: Day, span: Span) => DateMention[] };
const form = (source: string, read: Form['read']): Form => ({
  pattern: new RegExp(`(?<![\\p{L}\\d./-]|\\d[:h]|${NUMBERED} ?(?=\\d+[.-]))${source}`, 'giu'),
  read,
});

const ANY_DAY = `(?:${WEEKDAY},? )?(?:\\d{1,2}${NTH}\\.? (?:of )?${MONTH}|${MONTH} \\d{1,2}${NTH})`;

const PRICED =
  '(?<![\\p{L}])(?:prices?|fees?|totals?|costs?|preise?|honorare?|prix|precios?|tarifs?|thousands?|tausend|tsd\\.?|milliers|miles)(?: \\p{L}+\\.?){0,3}';
/** In the order they are tried; what an earlier form took, a later one leaves alone. */
const FORMS: readonly Form[] = [
  form(`(?:${ANY_DAY}|\\d{1,2}${NTH}\\.?) (?:or|oder|ou|o) (?:the |on |am |le |el )?(?:${ANY_DAY})${YEAR}`, vague),
  form(
    `${ANY_DAY}\\?? (?:or|oder|ou|o) (?:the |on the |am |le |el )?\\d{1,2}(?:st|nd|rd|th)(?![\\d:]| (?:of )?${MONTH})`,
    vague,
  ),
  form(
    `(?<d1>\\d{1,2})${NTH} ?(?:-|–|to|until) ?(?<d2>\\d{1,2})${NTH} (?:of )?(?<m>${MONTH})${YEAR}`,
    (m, today, span) => [
      { ...named(m.d1, m, today, span), part: 'first' },
      { ...named(m.d2, m, today, span), part: 'second' },
    ],
  ),
  // "3 May at 10 and 5 May": the hour of one day is no day of the next one's month.
  form(`(?<!\\b(?:at|um|ab|à|a las) )(?<list>${LIST}) (?:of )?(?<m>${MONTH})${YEAR}`, listed),
  form(`(?<m>${MONTH}) (?:the )?(?<list>${LIST})${YEAR}`, listed),
  form(
    `(?:(?<w>${WEEKDAY}),? )?(?:(?:the|den|dem|le|el) )?(?<d>\\d{1,2})${NTH} (?:of )?(?<m>${MONTH})${YEAR}`,
    (m, today, span) => [named(m.d, m, today, span)],
  ),
  form(
    `(?:(?<w>${WEEKDAY}),? )?(?<m>${MONTH}) (?:the )?(?<d>\\d{1,2})(?!\\d|[:.]\\d| ?[ap]m\\b|k\\b)${NTH}${YEAR}`,
    (m, today, span) => [named(m.d, m, today, span)],
  ),
  form(
    `(?:(?<w>${WEEKDAY}),? (?:(?:on|the|den|le|el) )?)?(?<y>\\d{4})-(?<n>\\d{2})-(?<d>\\d{2})(?!\\d)`,
    (m, today, span) => [fitting(m, exact(Number(m.y), Number(m.n), Number(m.d), today, span))],
  ),
  form(
    // "All prices in thousands: 3.5." ends a sentence.
    `(?<!(?:${PRICED}) ?[:=] ?)(?:(?<w>${WEEKDAY}),? (?:(?:on|the|den|le|el) )?)?(?<d>\\d{1,2})\\.(?<n>\\d{1,2})\\.(?<y>\\d{4}|\\d{2}(?!\\d))?(?!\\d)`,
    (m, today, span) => [
      fitting(
        m,
        m.y ? exact(yearOf(m.y), Number(m.n), Number(m.d), today, span) : coming(Number(m.n), Number(m.d), today, span),
      ),
    ],
  ),
  form(
    `(?:(?<w>${WEEKDAY}),? (?:(?:on|the|den|le|el) )?)?(?<a>\\d{1,2})(?<sep>[/-])(?<b>\\d{1,2})\\k<sep>(?<y>\\d{4}|\\d{2})(?!\\d)`,
    (m, today, span) => [fitting(m, slashed(m, today, span))],
  ),
  form(
    `(?:(?:(?<w>${WEEKDAY}),? (?:the )?)|(?<=(?:${DATED_BY})(?: on)?:? ))(?<a>\\d{1,2})/(?<b>\\d{1,2})(?![\\d/]|[.,]\\d| ?(?:%|of\\b|page|cup|inch|price|day\\b|hours?\\b))`,
    (m, today, span) => yearless(m, today, span),
  ),
  form(`(?:the )?(?:end|last day) (?:of )?(?<m>${MONTH})${YEAR}`, (m, today, span) => [monthEnd(m, today, span)]),
  form('(?:the )?end of (?<which>(?:the|this|next) (?:month|year))\\b', (m, today, span) => [
    periodEnd(m.which ?? '', today, span),
  ]),
  form(
    `(?:the )?(?:early|mid|late|middle of|start of|beginning of|first week of|week of|end of the week of)[- ]?(?:the )?(?:\\d{1,2}${NTH} )?(?:of )?(?<m>${MONTH})${YEAR}`,
    vague,
  ),
  form(
    `${WEEKDAY},? (?:(?:the|le|el|den|dem) )?\\d{1,2}${NTH}\\.? (?:or|o|ou|oder) (?:(?:the|el|le|am|den|dem) )?(?:${WEEKDAY},? (?:the )?)?\\d{1,2}(?![\\d:])${NTH}`,
    vague,
  ),
  form(`(?<day>${WEEKDAY}|tomorrow|today) week(?![\\p{L}-])`, (m, today, span) => weekAfter(m, today, span)),
  // Not "twice a week on Thursday".
  form(
    `(?<!(?:once|twice|thrice|\\p{L}s) )(?:an?|one|1) (?<long>week|fortnight) (?:(?:on|this|from) )?(?<day>today|tomorrow|${WEEKDAY})(?!s\\b)`,
    (m, today, span) => weekAfter(m, today, span),
  ),
  form(
    `(?<n>${COUNT}) (?<unit>days?|weeks?|months?) from (?:now|today|(?<day>tomorrow|${WEEKDAY}))\\b`,
    (m, today, span) => relativeTo(m, today, span),
  ),
  form(
    `(?<!(?:(?<![\\p{L}])(?:an?|some|any|every|each|ein|einem|einen|un|une|o|ou|or|oder) ))(?:(?<w>next|this|coming) )?(?<day>${WEEKDAY})(?!s\\b| (?:shoot|session|call|meeting)s?\\b)`,
    (m, today, span) => weekday(m, today, span),
  ),
  form(`(?<!\\bfrom )(?:(?<after>the day after )?tomorrow|today)\\b`, ({ after }, today, span) => [
    { ...span, day: addDays(today, after ? 2 : /tomorrow/i.test(span.text) ? 1 : 0) },
  ]),
  form(
    `in (?<n>${COUNT}) (?<unit>days?|weeks?|months?)\\b(?! (?:of|after|from|before|each|advance))`,
    (m, today, span) => [relative(m, today, span)],
  ),
  form(
    `(?:in|by|during|until|before|from|start(?:ing)?|around|sometime in) (?:the )?(?<m>${MONTH})(?: \\d{4})?(?! \\d)`,
    (m, today, span) =>
      // "may" and "mar" in small letters are words before they are months.
      /^(?:may|mar)$/.test(m.m ?? '') ? [] : vague(m, today, span),
  ),
  form(
    "(?:by|before|until|till|after|around) (?:the )?(?:easter|christmas|xmas|halloween|thanksgiving|mother(?:'|’)?s(?:'|’)? day|new year(?:'|’)?s?)\\b",
    vague,
  ),
  form(
    '(?:in|by|around|about|for|during|before|this|early|late|from|por) (?:the )?(?:early |late )?(?:spring(?:time)?|summer(?:time)?|autumn|winter(?:time)?|next (?:spring|summer))\\b(?! (?:part(?:y|ies)|balls?|fairs?|f[eê]tes?|fest\\p{L}*|camps?|school|concerts?|events?|shows?|galas?|weddings?|markets?|menus?|campaigns?|collections?|catalog\\p{L}*|sales?|issue|edition|brochure|courses?|workshops?|series|lookbook|tour|gigs?|bbq|barbecue|dinner|reception|social|games|bash|range|garden)(?![\\p{L}]))',
    vague,
  ),
  form(`the \\d{1,2}(?:st|nd|rd|th) or (?:the )?\\d{1,2}(?:st|nd|rd|th)(?! of| ${MONTH})`, vague),
  form(
    '(?:(?:by|in|before|until|start(?:ing)?) )?(?:next (?:week|month|year|spring|summer|autumn|fall|winter)|(?:end of )?q[1-4](?: \\d{4})?|(?:the )?end of (?:the )?(?:week|quarter))\\b',
    vague,
  ),
];

/** Every date of the text, in order. A day without a year is the next such day from today. */
export function scanDates(text: string, today: Day): DateMention[] {
  const found: DateMention[] = [];
  const seen = coverage(text.length, []);
  const order = orderIn(text);
  for (const { pattern, read } of FORMS) {
    const most = found.length + MENTIONS_MAX;
    for (const match of text.matchAll(pattern)) {
      if (found.length >= most) break;
      const span = spanOf(match);
      const mentions = seen.has(span) ? [] : read({ ...match.groups, order }, today, span);
      if (mentions.length > 0) seen.add(span);
      found.push(...mentions);
    }
  }
  const told = withRelative(text, withMoved(text, withoutLeft(text, withBare(text, found, today))), today);
  const named = inOrder(sure(withoutNamed(text, told)));
  return inOrder([...named, ...countedDays(text, named)]).slice(0, MENTIONS_MAX);
}

const inOrder = (found: readonly DateMention[]) =>
  [...found].sort((a, b) => a.start - b.start || Number(a.part === 'second') - Number(b.part === 'second'));

const monthNumber = (name = '') => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function named(day: string | undefined, m: Match, today: Day, span: Span): DateMention {
  const month = monthNumber(m.m);
  const found = m.y ? exact(Number(m.y), month, Number(day), today, span) : coming(month, Number(day), today, span);
  return fitting(m, found);
}

/** Every day of a list that shares its month. */
function listed(m: Match, today: Day, span: Span): DateMention[] {
  const days = [...(m.list ?? '').matchAll(LISTED)];
  return days.map(({ groups }) => named(groups?.d, { ...m, w: groups?.w }, today, span));
}

function monthEnd(m: Match, today: Day, span: Span): DateMention {
  const month = monthNumber(m.m);
  const last = (year: number) => Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  const year = Number(m.y ?? today.slice(0, 4));
  if (m.y) return exact(year, month, last(year), today, span);
  const ends = [year, year + 1].map((y) => dayAt(y, month, last(y)));
  const day = ends.find((d) => d !== undefined && compareDays(d, today) >= 0);
  return day ? { ...span, day } : impossible(span);
}

function periodEnd(which: string, today: Day, span: Span): DateMention {
  const date = Temporal.PlainDate.from(today);
  const base = /next/i.test(which) ? date.add(/year/i.test(which) ? { years: 1 } : { months: 1 }) : date;
  const end = /year/i.test(which) ? base.with({ month: 12, day: 31 }) : base.with({ day: base.daysInMonth });
  return { ...span, day: end.toString() };
}

function vague(_m: Match, _today: Day, span: Span): DateMention[] {
  return [{ ...span, problem: `“${span.text}” is not one day.` }];
}
