import type { Money } from '../../shared/money.ts';
import { lettered } from '../passages/letters.ts';
import { countOf, type Span } from '../passages/text.ts';
import type { DateMention } from '../time/dates.ts';
import { bareLabel, startsWithEvent } from './part-labels.ts';
import { equalParts, isAheadName, makesWhole, type Part, type PartsReading, type Worth } from './parts.ts';

type Given = {
  readonly shares: readonly Worth[];
  readonly sums: readonly Worth[];
  readonly dates: readonly DateMention[];
  readonly fee: Money | undefined;
};

/**
 * Parts that are said once and are all alike: "2,000 on 1 March, on 1 April and on 1 May", "three equal instalments: on signing, at
 * half-time and at the end". Equal parts of which nothing says when they are due stay open.
 */
export function readInstalments(text: string, given: Given): PartsReading | undefined {
  return onDays(text, given) ?? inParts(text, given);
}

const TO_DAY = lettered(String.raw`^(?: each| per piece)?,?(?: due| payable)?(?: (?:on|by|am|le|el|the))*\s*$`, 'iu');
const NEXT_DAY = lettered(String.raw`^\s*(?:[,;&]|and|und|et|y|\s)+(?:on|by|am|le|el|the|\s)*$`, 'iu');

/** One sum or share on each of several days. */
function onDays(text: string, { shares, sums, dates, fee }: Given): PartsReading | undefined {
  for (const worth of [...sums, ...shares]) {
    const days: DateMention[] = [];
    for (const date of dates) {
      const from = days.at(-1)?.end ?? worth.end;
      if (date.start < from || !date.day) continue;
      if (!(days.length === 0 ? TO_DAY : NEXT_DAY).test(text.slice(from, date.start))) break;
      days.push(date);
    }
    const { percentMilli, minor } = worth;
    const each = minor === undefined ? { percentMilli: percentMilli ?? 0 } : { minor };
    const parts = days.map(
      ({ day, text: label, start, end }): Part => ({
        ...{ label, dated: true, at: { start, end, text: label }, ...each },
        ...(day && { dueOn: day }),
      }),
    );
    const last = days.at(-1);
    if (last && parts.length > 1 && makesWhole(parts, fee?.minor)) {
      const span = spanTo(text, worth, last.end);
      return { parts, span, quote: span };
    }
  }
  return undefined;
}

const spanTo = (text: string, { start }: { start: number }, end: number): Span => ({
  ...{ start, end },
  text: text.slice(start, end),
});

const EQUAL = 'equal|even|gleich\\p{L}*|éga(?:l|ux)\\p{L}*|iguales|same';
const PARTS =
  'instal\\p{L}+|payments?|parts?|tranches?|stages|rat(?:e|en)|teil(?:e|en|betr[äa]ge?n?|zahlungen)|abschl[äa]ge?n?|versements|paiements|échéances|fois|plazos|cuotas|pagos|partes';
const COUNTED = lettered(
  String.raw`(?<![\p{L}\d])(\d{1,2}|two|three|four|five|six|eight|ten|twelve) (?:(${EQUAL}|monthly) )?(?:${PARTS})(?: (${EQUAL}))?(?![\p{L}])`,
  'giu',
);
/** What makes parts those of a price where nothing says that they are equal. */
const PAYS = lettered(
  String.raw`(?<![\p{L}])(?:pay(?:s|ing|able|ment)?|paid|split|spread|invoiced?|billed|(?:ge|be)?zahl\p{L}*|überw[ei]+s\p{L}*|aufgeteilt|pay\p{L}*|vers(?:é|er|ons|ez|ent)\p{L}*|règl\p{L}*|réglé\p{L}*|pag\p{L}*|abon\p{L}*|payable)(?![\p{L}])[^.;\n]{0,40}$|[€$£\d] ?(?:eur|euros?|usd|chf|gbp)?,?(?: (?:payable|paid|split|divided|zahlbar|aufgeteilt|payables?|pagaderos?))?,? (?:in|en|into|als) $`,
  'iu',
);

/** "In three equal instalments", with the day or the event of each behind it, or without. */
function inParts(text: string, { dates, fee, shares, sums }: Given): PartsReading | undefined {
  if (!fee) return undefined;
  for (const match of text.matchAll(COUNTED)) {
    const count = countOf(match[1] ?? '') ?? 0;
    const equal = match[2] ?? match[3];
    const before = text.slice(Math.max(0, match.index - 70), match.index);
    if (count < 2 || count > 12 || !(equal || PAYS.test(before))) continue;
    const end = match.index + match[0].length;
    const listed = listAfter(text, end, count, dates);
    const lead = end + leadOf(text, end).length;
    const each = sums.find(({ start }) => start >= end && start < lead)?.minor;
    const worths =
      each === undefined ? equalParts(count, fee.minor) : Array.from({ length: count }, () => ({ minor: each }));
    const span = spanTo(text, { start: match.index }, listed?.end ?? end);
    const parts = worths.map((worth, at): Part => ({ label: '', ...listed?.names[at], ...worth }));
    // Shares beside it are what the parts come to, and not each the same.
    if (shares.filter(({ start }) => Math.abs(start - end) < 60).length > 1) continue;
    // "In three parts of 1,500" of 6,000: one of the figures is wrong.
    if (!makesWhole(parts, fee.minor)) return { parts, span, quote: span, open: 'sum' };
    return { parts, span, quote: span, ...(!listed && { open: 'names' }) };
  }
  return undefined;
}

const LIST_MAX = 200;
const MONEY = '(?:[€$£]|eur|euros?|usd|chf|gbp|cad|pounds|dollars|pesos|franken|francs?)';
const FIGURE = "\\d[\\d.,'’ ]*\\d|\\d";
/** "Of 1,400", "1,400 € each": what one part comes to; without a word before it only money. */
const EACH = `(?:(?:(?:of|de|von|à|zu|je|each) )+(?:${MONEY} ?)?(?:${FIGURE})(?: ?${MONEY})?|${MONEY} ?(?:${FIGURE})|(?:${FIGURE}) ?${MONEY})`;
const LEAD = lettered(
  String.raw`^[\s:,(–—-]*(?:(?:each|per piece|apiece|chacune?|cada un[oa]|due|payable|paid|zahlbar|fällig|jeweils|payables?|(?:und|and) zwar|namely|à savoir|a saber|${EACH})[\s:,(–—-]+)*`,
  'iu',
);

const leadOf = (text: string, from: number) => LEAD.exec(text.slice(from, from + LIST_MAX))?.[0] ?? '';

/** As many days or events as there are parts, one after the other. */
function listAfter(text: string, from: number, count: number, dates: readonly DateMention[]) {
  const window = text.slice(from, from + LIST_MAX);
  const lead = leadOf(text, from).length;
  const names: Omit<Part, 'minor' | 'percentMilli'>[] = [];
  let at = from + lead;
  for (const item of window.slice(lead).split(/(, and |, und |, et |, y |,|;| and | und | et | y |\.(?=\s|$)|\n)/)) {
    const start = at;
    at += item.length;
    if (/^[.\n]/.test(item)) break;
    if (/^(?:[,; ]|and|und|et|y)+$/.test(item) || item.trim() === '') continue;
    const date = dates.find((each) => each.start >= start && each.end <= at);
    const words = item.trim().replace(/[)\s]+$/, '');
    const label = bareLabel(words);
    const own = { start: text.indexOf(label, start), end: text.indexOf(label, start) + label.length, text: label };
    const before = date && text.slice(start, date.start).replace(/[\s(,–-]+$/, '');
    // "On approval of the sketches (6 December)"
    if (date?.day && before && startsWithEvent(` ${before.trim()}`) && /\p{L}{4}/u.test(bareLabel(before.trim()))) {
      const called = bareLabel(before.trim());
      const from = text.indexOf(called, start);
      names.push({ label: called, dueOn: date.day, at: { start: from, end: from + called.length, text: called } });
    } else if (date?.day)
      names.push({
        label: date.text,
        dated: true,
        dueOn: date.day,
        at: { start: date.start, end: date.end, text: date.text },
      });
    else if (startsWithEvent(` ${words}`) && /\p{L}{3}/u.test(label))
      names.push({ label, at: own, ...(names.length === 0 && isAheadName(label) && { ahead: true }) });
    else break;
    if (names.length === count) return { names, end: at };
  }
  return undefined;
}
