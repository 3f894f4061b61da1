import type { RateUnit } from './rate.ts';

const COUNT = '(?<![\\p{L}\\d.,])(?:\\d{1,3}|\\p{L}{2,9}) ';
const AT =
  '(?: (?:of|de|von|à|zu|a|with|mit) (?:\\d{1,3}|\\p{L}{2,9}) ?(?:min\\p{L}*|hours?|h))?,? (?:at|@|à|zu|a)(?: (?:je|each))? ?$';
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
