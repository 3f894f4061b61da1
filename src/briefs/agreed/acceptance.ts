import { said } from '../passages/letters.ts';
import { daysIn, lengthsIn } from './lengths.ts';

/** Most days a client has to look at delivered work. */
export const MOST_DAYS = 60;

/** The days after which work counts as accepted, by words that speak of it; undefined where they name none that a contract can hold. */
export function acceptanceIn(words: string): number | undefined {
  const days = daysIn(words);
  return days !== undefined && days >= 1 && days <= MOST_DAYS ? days : undefined;
}

const ACCEPTED = said(
  'accept\\p{L}*|approv\\p{L}*|abgenommen|angenommen|abnahme\\p{L}*|akzeptiert|freigegeben|accept[ée]\\p{L}*|valid[ée]\\p{L}*|validation|recette|aceptad\\p{L}*|aceptación|aprobad\\p{L}*|revisión|validación|review|days? to object',
);
/** Whether words that may be about acceptance are: they name a length of time, and what happens in it. */
export const tellsAcceptance = (words: string): boolean => lengthsIn(words).length > 0 && ACCEPTED.test(words);
