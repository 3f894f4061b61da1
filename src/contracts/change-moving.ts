import { movingIn } from '../briefs/conditions/moving-terms.ts';
import { ask, type Reader } from './change.ts';
import { currencyIn, type Terms } from './terms.ts';
import type { Rescheduling } from './tiers.ts';

/** What is said of moving but which day it is to be. */
const AGREES =
  /\b(?:free|no charge|no cost|fees?|charged?|costs?|notice|otherwise|any time|penalt\w+|not possible|allowed)\b|%|^no\b/i;

const CALLED_OFF = /\bcancel\w*|\bcall(?:ed|s|ing)? (?:it )?off\b/i;

/** By how much, or a share of something else than the price: what it comes to is not said. */
const RELATIVE =
  /\b(?:increas|rais|lower|reduc|cut|decreas)\w*\b[^.;]{0,40}\bby\b|\bby (?:EUR|€|\$|£)? ?\d|\b(?:one|two|three|\d+) (?:more|less|fewer)\b|\bpercentage points?\b|\bof the (?:deposit|balance|day rate|remaining)\b|\bum \d|\binstead of the full\b/i;

/** "One free reschedule with 30 days' notice, otherwise 25%". A new day of the booking is another thing. */
export const readRescheduling: Reader = (part, terms) => {
  // What counts for calling off as well is read with it.
  if (CALLED_OFF.test(part)) return undefined;
  const said = RELATIVE.test(part) ? undefined : movingIn(part, currencyIn(terms));
  // A fee alone would take the later steps away unseen.
  const steps = terms.rescheduling?.value.tiers && said?.fee !== undefined && said.tiers === undefined;
  if (said && !steps) return { patch: { rescheduling: together(said, terms) } };
  if (!AGREES.test(part)) return undefined;
  return ask(
    'Say how often moving the date is free, with how much notice, and what it costs otherwise, like “once free with 14 days’ notice, otherwise 25%”.',
    [],
    'rescheduling',
  );
};

/** A part of what was agreed takes the place of that part: another fee leaves how often it is free. */
function together(said: Rescheduling, { rescheduling }: Terms): Rescheduling {
  const stands = rescheduling?.value;
  if (!stands) return said;
  const barred = said.free === 0 && !said.fee;
  if (barred || stands.free === 0) return said;
  const { tiers, ...rest } = stands;
  const { free, ...fee } = said;
  const feeAlone = free === 0 && said.notice === undefined;
  return { ...rest, ...(said.fee === undefined && { tiers }), ...(feeAlone ? fee : said) };
}
