import { addDays, compareDays, type Day, weekdayOf } from '../../shared/dates.ts';
import { lettered } from '../passages/letters.ts';
import { coverage, type Span } from '../passages/text.ts';
import { dayAt } from './calendar.ts';
import type { DateMention } from './dates.ts';
import { WEEKDAY, WEEKDAYS } from './slashed.ts';

/** Behind the number of a day that has no month: the clause ends, or goes on about something else. */
const BEHIND = String.raw`(?= ?(?:[,;:!?)\n…–—]|\.(?:\s|$)|$|- )| (?:at|by|latest|and|und|et|y|but|aber|mais|pero|because|since|as|so|for|if|when|then|is|was|or|in|of (?:that|this|the same) month|um|ab|weil|denn|dann|nach|im|ist|wäre|à|car|parce|pour|si|c['’]est|ça|saute|ne|ouvert|a las|a la|porque|que|por|es|sería|está|imposible|imposible|no|de (?:ese|este|ese mismo|este mismo|dicho) mes|desselben monats|du même mois|desde|on|with|mit|avec|con|fertig|done|ready|free|frei|libre|(?:ver|ge)?sch[io]e?b\p{L}*|verleg\p{L}*|nehmen)(?![\p{L}]))`;
const WEEKLY = `(?<w>${WEEKDAY}),? (?:(?:the|den|dem|le|el|d[ií]a) )?`;
const NOT_HOURS = String.raw`(?! ?(?:[ap]\.?m\b|uhr|h\b|hs\b|hrs|to\b|a \d|bis \d|[-–/:] ?\d|[.,:]\d|%|€|\$|x\b|%))`;

/** "The 20th", "am 31.", "el 14", "Monday the 19th": a day whose month another day names, or the calendar. */
const BARE: readonly RegExp[] = [
  lettered(String.raw`(?<![\p{L}\d])${WEEKLY}(?<d>\d{1,2})(?:st|nd|rd|th|\.(?!\d))?${NOT_HOURS}${BEHIND}`, 'giu'),
  lettered(
    String.raw`(?<![\p{L}\d])(?<by>by |until |till )?(?:on )?(?:the )?(?<d>\d{1,2})(?<nth>st|nd|rd|th)${BEHIND}`,
    'giu',
  ),
  lettered(
    String.raw`(?<![\p{L}\d])(?<by>by|until|till)? ?(?<![\p{L}])(?:on|am|zum|den|dem|ab|from|vom|statt|le|el|el d[ií]a|by) (?:the |on |le |el )?(?<d>\d{1,2})(?:\.(?=\s|$|,)|er)?${NOT_HOURS}${BEHIND}`,
    'giu',
  ),
];
/** Among hours "from 6" is one of them. */
const HOURS_NEAR = /(?<![\d.:])\d{1,2}[.:][0-5]\d(?!\d|[.:]\d)|\d ?[ap]\.?m\b/i;
/** "The 15th or the 22nd" is neither. */
const EITHER = /(?:^|[ \d])(?:or|oder|ou|o|u)(?: (?:on|the|am|den|dem|le|el))* ?$/i;
/** Behind a number in order: "28. Tag", "3. Stock". */
const NUMBERED =
  /^\.? ?(?:tag(?:e|es)?|days?|stock|og|etage|floor|woche|weeks?|monat|months?|jahr\w*|geburtstag|mal|auflage|klasse|kapitel|runde|rounds?|version|advent|platz|quartal|quarter|lebensjahr|jahrestag|anniversary|birthday|of (?:each|every)|jede[sn]|de cada|de chaque)(?![a-zà-ÿ])/i;
/** Before a number that no day has. */
const COUNTED = /(?:page|seite|nr|no|number|week|woche|kw|semaine|semana|floor|stock|room|raum)\.? $/i;

/** A day without its month: one that is named before with its month, or the nearest that fits. */
function bareDays(text: string, dates: readonly DateMention[], today: Day): DateMention[] {
  const found = BARE.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): DateMention[] => {
      const { d, w, nth } = match.groups ?? {};
      if (EITHER.test(text.slice(match.index - 12, match.index))) return [];
      const skipped = w ? 0 : match[0].search(/\d/);
      const span = { start: match.index + skipped, end: match.index + match[0].length, text: match[0].slice(skipped) };
      const number = Number(d);
      if (
        number < 1 ||
        number > 31 ||
        NUMBERED.test(text.slice(span.end, span.end + 30)) ||
        COUNTED.test(text.slice(Math.max(0, span.start - 10), span.start))
      )
        return [];
      const wanted = w ? WEEKDAYS.indexOf(w.slice(0, 3).toLowerCase()) + 1 : 0;
      const anchor = anchorOf(dates, span);
      // "By 5" may be an hour.
      if (!nth && !wanted && number < 13 && (!anchor || HOURS_NEAR.test(text.slice(match.index - 45, span.end + 30))))
        return [];
      const day = meant(number, wanted, { anchor, dates, today, text });
      return day ? [{ ...span, day }] : [];
    }),
  );
  return found;
}

/** The day that the number is said after, or else the one that follows. */
function anchorOf(dates: readonly DateMention[], span: Span): DateMention | undefined {
  const dated = dates.filter(({ day, weekday, past, lately }) => day && !weekday && !past && !lately);
  return (
    dated
      .filter(({ start }) => start < span.start)
      .sort((a, b) => a.start - b.start)
      .at(-1) ??
    dated.filter(({ start }) => start - span.end < 30 && start >= span.end).sort((a, b) => a.start - b.start)[0]
  );
}

type Known = { anchor: DateMention | undefined; dates: readonly DateMention[]; today: Day; text: string };

function meant(number: number, wanted: number, { anchor, dates, today, text }: Known): Day | undefined {
  const fits = (day: Day | undefined): day is Day =>
    day !== undefined && compareDays(day, today) >= 0 && (wanted === 0 || weekdayOf(day) === wanted);
  const said = [...new Set(dates.flatMap(({ day }) => (day && Number(day.slice(8)) === number ? day : [])))];
  if (said.length === 1 && fits(said[0])) return said[0];
  const from = anchor?.day ?? today;
  const [year, month] = from.split('-').map(Number);
  const near = [0, 1, 2, 3].map((next) => {
    const at = (month ?? 1) - 1 + next;
    return dayAt((year ?? 0) + Math.floor(at / 12), (at % 12) + 1, number);
  });
  // What begins on the 28th is done on the 5th of the month that follows.
  const begun = anchor !== undefined && BEGUN.test(text.slice(Math.max(0, anchor.start - 60), anchor.start));
  const day = near.find((one) => fits(one) && (!begun || compareDays(one, from) >= 0));
  if (day !== undefined || wanted === 0) return day;
  return [...Array(70).keys()]
    .map((next) => addDays(today, next))
    .find((one) => Number(one.slice(8)) === number && fits(one));
}
const BEGUN =
  /(?<![a-zà-ÿ])(?:start|begin|kick|from|ab|anfang|commenc|démarr|empez|empiez|arranc|comienz|depuis|du|desde)[a-zà-ÿ]*/i;

/** "Friday" of "Friday the 11th" is no Friday of its own. */
export function withBare(text: string, found: readonly DateMention[], today: Day): DateMention[] {
  const firm = coverage(
    text.length,
    found.filter(({ weekday }) => !weekday),
  );
  const bare: DateMention[] = [];
  for (const one of bareDays(text, found, today)) {
    if (!firm.has(one)) bare.push(one);
    firm.add(one);
  }
  return [
    ...found.filter(({ weekday, start, end }) => !weekday || !bare.some((one) => one.start < end && start < one.end)),
    ...bare,
  ];
}

/** "After Easter, 18 April": a vague day right before an exact one is that day. */
export function withoutNamed(text: string, found: readonly DateMention[]): DateMention[] {
  const exactAt = found.filter(({ day }) => day).map(({ start }) => start);
  const isTold = (end: number) =>
    exactAt.some((start) => start > end && start - end < 30 && THAT_IS.test(text.slice(end, start)));
  return found.filter(
    ({ day, either, past, weekday, end, text: said }) =>
      (day && !FROM_TODAY.test(said)) || either || past || weekday || !isTold(end),
  );
}
/** "In 2 weeks", "a week from Friday": whoever goes on with the day itself says it once. */
const FROM_TODAY = /^in \d|\bfrom\b/i;
/** Between a vague day and the exact one that is meant. */
const THAT_IS =
  /^[,:( –-]{1,3}(?:(?:and zwar|nämlich|genauer(?: gesagt)?|sprich|das (?:ist|wäre?)|(?:das )?wäre|also|that is|i\.e\.|c['’]est-à-dire|soit|es decir|o sea)(?: (?:on|by|am|der|den|the|le|el))* ?)?$/;

/** "05/07/2027 ... 5 July": a day that is said again in words can be read one way only. */
export function sure(found: readonly DateMention[]): DateMention[] {
  return found.map((mention) => {
    const told = mention.either?.find((day) => found.some((other) => other.day === day));
    return told && !mention.weekday
      ? { start: mention.start, end: mention.end, text: mention.text, day: told }
      : mention;
  });
}
