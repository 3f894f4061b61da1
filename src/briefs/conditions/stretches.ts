import { lettered } from '../passages/letters.ts';
import { countOf, type Span, spanOf } from '../passages/text.ts';

/**
 * A stretch of days, in the readers' words and in those of a brief too short for its language to be told. Lengths of any unit, in the
 * words as written, are `agreed/lengths.ts`.
 */
const LENGTH = lettered(
  String.raw`(?<![\p{L}€$£/-]|\d[.,]?)(?<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|une?|eine[nr]?|una)(?: (?:calendar|business|working|clear|full))?[ -](?<unit>days?|weeks?|months?|fortnights?|tagen?|wochen?|jours?|semaines?|d[ií]as?|semanas?)(?![\p{L}-])`,
  'giu',
);
const FORTNIGHT = lettered(String.raw`(?<![\p{L}])an? fortnight(?![\p{L}])`, 'giu');
const ONE = lettered(String.raw`^(?:une?|ein\p{L}*|una)$`, 'iu');

const NUMBER =
  '\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty-four|forty-eight|une?|eine[nr]?|una|zwölf|vierundzwanzig|achtundvierzig|douze|vingt-quatre|quarante-huit|doce|veinticuatro|cuarenta y ocho';
const HOURS = lettered(
  `(?<![\\p{L}€$£/:-]|\\d[.,]?)(?<n>${NUMBER})(?: (?:full|clear|volle))?[ -]?(?:hours?|hrs?|hs|h|stunden|std|heures?|horas)(?![\\p{L}\\d-])`,
  'giu',
);
const SPELT_HOURS: Readonly<Record<string, number>> = {
  ...{ 'twenty-four': 24, vierundzwanzig: 24, 'vingt-quatre': 24, veinticuatro: 24, zwölf: 12, douze: 12, doce: 12 },
  ...{ 'forty-eight': 48, achtundvierzig: 48, 'quarante-huit': 48, 'cuarenta y ocho': 48 },
};
/** "In the last week": as long as it is. */
const LAST = lettered(
  String.raw`(?<![\p{L}\d])(?:last|final|letzte[nrms]?|derni[eè]re?|últim[oa])(?: the)? (?<unit>weeks?|months?|fortnight|woche|monat|semaine|mois|semana|mes)(?![\p{L}])|(?<![\p{L}\d])(?:weeks|months?|semana|mes) final(?![\p{L}])`,
  'giu',
);

/** A stretch of hours, with its count in the group `n`. */
export const hoursIn = (text: string): (Span & { readonly hours: number })[] =>
  [...text.matchAll(HOURS)].flatMap((match) => {
    const said = match.groups?.n?.toLowerCase() ?? '';
    const hours = SPELT_HOURS[said] ?? countOf(said);
    return hours ? [{ ...spanOf(match), hours }] : [];
  });

/** The last week, fortnight or month before something. */
export const lastOnesIn = (text: string): (Span & { readonly days: number })[] =>
  [...text.matchAll(LAST)].map((match) => ({
    ...spanOf(match),
    days: /fortnight/i.test(match[0]) ? 14 : daysInUnit((match.groups?.unit ?? match[0]).toLowerCase()),
  }));

/** How many days a unit has, by its first letter in four languages; a month counts as thirty. */
const DAYS: Readonly<Record<string, number>> = { d: 1, j: 1, t: 1, w: 7, s: 7, f: 14, m: 30 };
export const daysInUnit = (unit: string): number => DAYS[unit.charAt(0).toLowerCase()] ?? 1;

/** Every stretch, with its count in the group `n` and its unit in `unit`, where it has them. */
export const stretchesIn = (text: string): RegExpExecArray[] => [...text.matchAll(LENGTH), ...text.matchAll(FORTNIGHT)];

const NET = lettered(String.raw`(?<![\p{L}\d])net[ -]?(?<n>\d{1,3})(?:[ -]days?)?(?![\p{L}\d%])`, 'giu');
/** The same, and "net 30". */
export const daysNamedIn = (text: string): RegExpExecArray[] => [...stretchesIn(text), ...text.matchAll(NET)];

/** What a length comes to in days; not a number where its count is none. */
export function daysOf({ 0: words, groups }: RegExpExecArray): number {
  if (/fortnight/i.test(words)) return 14;
  const count = ONE.test(groups?.n ?? '') ? 1 : countOf(groups?.n ?? '');
  return (count ?? Number.NaN) * daysInUnit(groups?.unit ?? 'd');
}
