import { readConditions } from './brief-conditions.ts';
import { scanDates } from './brief-dates.ts';
import { readMoney } from './brief-money.ts';
import { readParties } from './brief-parties.ts';
import { readSchedule } from './brief-schedule.ts';
import { readShares, scanShares } from './brief-shares.ts';
import { type BriefContext, type Note, readableBrief } from './brief-text.ts';
import { readWork } from './brief-work.ts';
import { partyOf, type TermName, Terms } from './terms.ts';
import { present } from './terms-defaults.ts';

export type ParsedBrief = {
  /** What the brief says and nothing else: each value with origin `brief` and the words it was read from. */
  readonly found: Terms;
  /** What must be asked: it is needed and missing, or the brief is unclear about it. */
  readonly questions: TermName[];
  readonly notes: Note[];
  /** Words to show in the form for a term that was read in part, such as a figure whose currency is open. */
  readonly hints: Partial<Record<TermName, string>>;
};

/**
 * Reads terms from a brief by rule, in time linear in its length. It never invents: what is not stated, or stated in a way
 * that can mean two things, becomes a question. Refuses a brief of more than 12,000 characters (`brief.too-long`).
 */
export function parseBrief(brief: string, context: BriefContext): ParsedBrief {
  const text = readableBrief(brief);
  const conditions = readConditions(text);
  const dates = scanDates(text, context.today);
  const shares = scanShares(text, [...conditions.spans, ...dates]);
  const firm = [...conditions.spans, ...dates];
  const money = readMoney(text, [...firm, ...shares], context);
  const schedule = readSchedule(text, dates, [...conditions.spans, ...shares, ...money.spans], context);
  const share = readShares(text, shares, money);
  const figures = [...firm, ...money.spans, ...schedule.spans, ...shares, ...share.spans];
  const parties = readParties(text, figures);
  const work = readWork(text, [...figures, ...parties.spans], parties.client);
  const readings = [conditions, schedule, money, share, parties, work];
  const notes = readings.flatMap((reading) => reading.notes);
  const found = checked(Object.assign({}, ...readings.map((reading) => reading.found)));
  const hints = money.feeText ? { fee: money.feeText } : {};
  return { found, questions: questionsFor(found, notes), notes, hints };
}

/** Drops a value the terms would not take (a name of 200 characters), so that it is asked instead of failing the form. */
export function checked(found: Terms): Terms {
  const kept = Object.entries(present(found)).filter(([name, value]) => Terms.safeParse({ [name]: value }).success);
  return Object.fromEntries(kept);
}

/** What a contract needs and a brief should say; everything else has a default or may stay open. */
export function questionsFor(found: Terms, notes: readonly Note[]): TermName[] {
  const asked = new Set<TermName>();
  if (!found.title) asked.add('title');
  if (!partyOf(found)) asked.add('clientName');
  if (!found.clientEmail) asked.add('clientEmail');
  if (!found.fee) asked.add('fee');
  const dated = found.booking ?? (found.template?.value === 'photography' ? null : undefined);
  if (dated === null || dated?.value.time === null) asked.add('booking');
  if (dated === undefined && !found.endOn) asked.add('endOn');
  for (const { field } of notes) if (field && (field === 'booking' || !found[field])) asked.add(field);
  return [...asked];
}
