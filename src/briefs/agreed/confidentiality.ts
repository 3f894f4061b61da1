import { lengthsIn, monthsOf } from './lengths.ts';
import { REFUSED } from './words.ts';

/** Most years that a duty to keep things confidential is agreed for; a longer one is a thing to talk about. */
const MOST_YEARS = 10;

/**
 * For how many years both sides keep things confidential, by words that speak of it; 0 is no duty. Undefined where they say no
 * length, several, or one that is no whole number of years.
 */
export function secrecyYearsIn(words: string): number | undefined {
  const [length, ...more] = lengthsIn(words);
  if (!length) return REFUSED.test(words) ? 0 : undefined;
  const years = (monthsOf(length) ?? 0) / 12;
  return more.length === 0 && Number.isInteger(years) && years >= 1 && years <= MOST_YEARS ? years : undefined;
}
