import { lettered } from '../passages/letters.ts';
import { countOf } from '../passages/text.ts';

/** A stretch of days, in the readers' words and in those of a brief too short for its language to be told. */
const LENGTH = lettered(
  String.raw`(?<![\p{L}€$£/-]|\d[.,]?)(?<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|une?|eine[nr]?|una)(?: (?:calendar|business|working|clear|full))?[ -](?<unit>days?|weeks?|months?|fortnights?|tagen?|wochen?|jours?|semaines?|d[ií]as?|semanas?)(?![\p{L}-])`,
  'giu',
);
const FORTNIGHT = lettered(String.raw`(?<![\p{L}])an? fortnight(?![\p{L}])`, 'giu');
const ONE = lettered(String.raw`^(?:une?|ein\p{L}*|una)$`, 'iu');

/** How many days a unit has, by its first letter in four languages; a month counts as thirty. */
const DAYS: Readonly<Record<string, number>> = { d: 1, j: 1, t: 1, w: 7, s: 7, m: 30 };
export const daysInUnit = (unit: string): number => DAYS[unit.charAt(0).toLowerCase()] ?? 1;

/** Every length of time, with its count in the group `n` and its unit in `unit`, where it has them. */
export const lengthsIn = (text: string): RegExpExecArray[] => [...text.matchAll(LENGTH), ...text.matchAll(FORTNIGHT)];

/** What a length comes to in days; not a number where its count is none. */
export function daysOf({ 0: words, groups }: RegExpExecArray): number {
  if (/fortnight/i.test(words)) return 14;
  const count = ONE.test(groups?.n ?? '') ? 1 : countOf(groups?.n ?? '');
  return (count ?? Number.NaN) * daysInUnit(groups?.unit ?? 'd');
}
