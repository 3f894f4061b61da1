import { Temporal } from 'temporal-polyfill';
import { lettered } from '../passages/letters.ts';
import { countOf, coverage, type Span, spanOf } from '../passages/text.ts';
import { CUES, PAPERS } from './cues.ts';
import type { DateMention } from './dates.ts';

/** "Deux semaines avant", "trois jours plus tôt", "la veille": a day that is counted from another one, in French briefs. */
const COUNTED = lettered(
  String.raw`(?<![\p{L}\d])(?<n>\d{1,3}|a) (?<unit>days?|weeks?|months?|semaine|jour)(?:,? (?:jour (?:pour|for) jour|pile|exactement|tout juste))? (?<way>avant|plus tôt|auparavant|après|plus tard)(?![\p{L}])`,
  'giu',
);
const NEXT_TO = lettered(
  String.raw`(?<![\p{L}])(?<word>la veille|le jour d['’]avant|l['’]avant-veille|le lendemain|le surlendemain)(?![\p{L}]| de (?:la (?:saint|toussaint)|noël|pâques))`,
  'giu',
);
const UNITS: Readonly<Record<string, 'days' | 'weeks' | 'months'>> = {
  d: 'days',
  j: 'days',
  w: 'weeks',
  s: 'weeks',
  m: 'months',
};
const STEPS: Readonly<Record<string, number>> = {
  veille: -1,
  "jour d'avant": -1,
  'avant-veille': -2,
  lendemain: 1,
  surlendemain: 2,
};

/** Before such words a length is a limit, and no day. */
const LIMIT =
  /(?:less than|more than|fewer than|within|under|up to|at least|moins de|plus de|dans les|sous|jusqu['’]à|au moins|minimum|max\.?|de|à) $/i;
/** Behind them, what it is counted from is no day of the brief. */
const FROM_ELSE =
  /^(?: [\p{L}’']+){0,3} (?:factur|invoic|payable|note|réception|signature|signing|order|commande|début|start|deadline|annul|cancel|versement|validation)/iu;
const CALLED_OFF =
  /(?<![\p{L}])(?:cancel|annul|décommand|désist|renon[cç]|notice|préavis|prév(?:en|ien)|arrêt|résili|rompr|quitt|partir|avert|avis|stop|(?:le|me|nous|se) di(?:t|re|sant)(?![\p{L}])|report)/iu;
const PART = /[,;:()!?\n–—]|\.(?=\s)/;
/** How far back the other day is looked for. */
const REACH = 260;

/** Days counted from others of the brief by which the work is handed over. */
export function anchoredDays(text: string, dates: readonly DateMention[], taken: readonly Span[]): DateMention[] {
  const seen = coverage(text.length, [...taken, ...dates]);
  const found: DateMention[] = [];
  const known = dates.filter(({ day, past, today }) => day && !past && !today);
  const matches = [...text.matchAll(COUNTED), ...text.matchAll(NEXT_TO)].sort((a, b) => a.index - b.index);
  for (const match of matches) {
    const span = spanOf(match);
    const lead = text.slice(Math.max(0, span.start - 100), span.start);
    const rest = text.slice(span.end, span.end + 60);
    if (seen.has(span) || LIMIT.test(lead) || FROM_ELSE.test(rest)) continue;
    const anchor = known.filter(({ end }) => end <= span.start && span.start - end < REACH).at(-1);
    const day = anchor?.day && counted(anchor.day, match.groups ?? {});
    if (!anchor || !day) continue;
    const mention = { ...span, day, anchor };
    known.push(mention);
    if (isHandedOver(lead, rest)) found.push(mention);
  }
  return found;
}

/** "L’avant-veille" without its article and with a plain apostrophe. */
const bare = (word: string) =>
  word
    .replaceAll('’', "'")
    .replace(/^(?:la |le |l')/i, '')
    .toLowerCase();

function counted(from: string, { n, unit, way, word }: Record<string, string | undefined>): string | undefined {
  const date = Temporal.PlainDate.from(from);
  if (word) return date.add({ days: STEPS[bare(word)] ?? 0 }).toString();
  const count = countOf(n ?? '') ?? 0;
  if (count < 1 || count > 365) return undefined;
  const length = { [UNITS[(unit ?? '').charAt(0).toLowerCase()] ?? 'days']: count };
  return (/^(?:avant|plus tôt|auparavant)$/i.test(way ?? '') ? date.subtract(length) : date.add(length)).toString();
}

/** Whether the part of the sentence says that the work is there then, and speaks of no payment. */
function isHandedOver(lead: string, rest: string): boolean {
  const parts = lead.split(PART);
  const last = parts.at(-1) ?? '';
  const own = `${/\p{L}{3}/u.test(last) ? last : `${parts.at(-2) ?? ''} ${last}`} █ ${rest.split(PART)[0] ?? ''}`;
  if (own.search(PAPERS) >= 0 || CALLED_OFF.test(`${lead.split(/[.!?\n]/).at(-1)} ${rest}`)) return false;
  return CUES.some(({ role, pattern }) => role === 'end' && own.search(pattern) >= 0);
}
