import { templateOf } from '../clauses/read.ts';
import { partyOf, type TermName, Terms } from '../contracts/terms.ts';
import { present } from '../contracts/terms-defaults.ts';
import { holdsLink } from '../shared/typed.ts';
import type { ParsedBrief } from './brief.ts';
import type { Note } from './passages/text.ts';

const NAMES: readonly string[] = ['title', 'clientName', 'clientCompany'] satisfies TermName[];

/**
 * Drops a value the terms would not take (a name of 200 characters, a title with a link), so that it is asked instead of
 * failing the form.
 */
export function checked(found: Terms): Terms {
  const kept = Object.entries(present(found)).filter(
    ([name, value]) =>
      Terms.safeParse({ [name]: value }).success && !(NAMES.includes(name) && holdsLink(String(value?.value))),
  );
  return Object.fromEntries(kept);
}

/** Whether the kind of work can't do without a date in the diary. */
const needsBooking = ({ template }: Terms) => templateOf(template?.value ?? '')?.requires.includes('booking') ?? false;

/** What a contract needs and a brief should say; everything else has a default or may stay open. */
export function questionsFor(found: Terms, notes: readonly Note[]): TermName[] {
  const asked = new Set<TermName>();
  if (!partyOf(found)) asked.add('clientName');
  if (!found.clientEmail) asked.add('clientEmail');
  if (templateOf(found.template?.value ?? '')?.priced === false)
    return found.purpose ? [...asked] : [...asked, 'purpose'];
  if (!found.title) asked.add('title');
  if (!found.fee) asked.add('fee');
  const dated = found.booking ?? (needsBooking(found) ? null : undefined);
  if (dated === null || dated?.value.time === null) asked.add('booking');
  if (dated === undefined && !found.endOn) asked.add('endOn');
  for (const { field } of notes) if (field && (field === 'booking' || !found[field])) asked.add(field);
  // Parts that are open leave open what is paid ahead.
  if (asked.has('milestones') && !found.deposit) asked.add('deposit');
  return [...asked];
}

/** Whether a question about somebody else's figures is worth asking: nothing else settles or asks the same. */
export function isOpen({ field }: Note, { found, beyond, hints, notes }: Omit<ParsedBrief, 'questions'>): boolean {
  const template = templateOf(found.template?.value ?? '');
  if (template?.priced === false || notes.some((note) => note.field === field)) return false;
  if (field === 'fee') return !found.fee && !beyond.rate && !beyond.milestones && !hints.fee;
  return !found.endOn && !found.booking && !needsBooking(found);
}
