import type { RateUnit } from './rate.ts';

const COUNT = '(?<![\\p{L}\\d.,])(?:\\d{1,3}|\\p{L}{2,9}) ';
const AT =
  '(?: (?:of|de|von|à|zu|a|with|mit|je|each|chacune? de) (?:\\d{1,3}|\\p{L}{2,9}) ?(?:min\\p{L}*\\.?|hours?|h|std\\.?))?,? (?:at|@|à|zu|a)(?: (?:je|each))? ?$';
const counted = (units: string) => new RegExp(`${COUNT}(?:${units})${AT}`, 'u');
/** "Six sessions of 60 minutes at €120", "sechs Termine zu 120 €": what so many units are priced at is the price of one. */
const COUNTED: readonly (readonly [RateUnit, RegExp])[] = [
  ['hour', counted('hours?|hrs?|stunden|heures?|horas?')],
  ['day', counted('days?|tage|jours?|días?|jornadas?')],
  [
    'session',
    counted('sessions?|lessons?|class(?:es)?|appointments?|termine|sitzungen|séances?|cours|leçons?|sesiones|clases'),
  ],
  ['month', counted('months?|monate|mois|meses')],
];
export const countedUnit = (before: string): RateUnit | undefined =>
  COUNTED.find(([, pattern]) => pattern.test(before))?.[0];

/** Something that comes several times, with how often; a word or two may say what kind it is. */
const SEVERAL = /(?<![\p{L}\d.,])(?:\d{1,3}|\p{L}{3,9}) (?:[\p{L}-]+ ){0,2}?(?<what>\p{L}{3,}s)(?![\p{L}])/gu;
const SESSIONS = /^(?:sessions|lessons|classes|appointments)$/;
/** "A coaching session at $1,400 each": what comes again is named once. */
const ONE_SESSION =
  /(?<![\p{L}\d])(?:session|lesson|class|sitzung|lektion|séance|leçon|sesi[oó]n|clase)(?![\p{L}])(?! (?:notes?|fotos?|photos?))/u;
const CALENDAR = /^(?:days|weeks|hours|minutes|months)$/;

/** "Three headshot sessions: 12 March, 19 March, $300 each": a price of each is that of a session where nothing else is counted. */
export function eachUnit(sentence: string, after: string): RateUnit | undefined {
  if (!/^ ?(?:each|apiece|per piece)\b/.test(after) && !/(?<!\p{L})each(?: at)? ?$/u.test(sentence)) return undefined;
  // "EUR 50 each for extra prints": each of those.
  if (/^ ?(?:each|apiece),? for\b/.test(after)) return undefined;
  const counted = [...sentence.matchAll(SEVERAL)].map(({ groups }) => groups?.what ?? '');
  const things = counted.filter((what) => !CALENDAR.test(what));
  if (things.length === 0) return ONE_SESSION.test(sentence) ? 'session' : undefined;
  return things.every((what) => SESSIONS.test(what)) ? 'session' : undefined;
}
