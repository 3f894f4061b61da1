import { Refusal } from '../shared/refusal.ts';
import { DELIVERABLE_MAX, type Deliverable, deliverableFrom } from './deliverable.ts';

/**
 * The things of a field, one a line, without list marks.
 *
 * @throws Refusal when there are too many, or one is longer than a contract holds.
 */
export const thingsOf = (text: string | undefined): Deliverable[] | undefined => {
  const lines = (text ?? '')
    .split('\n')
    .map((line) => line.replace(/^[-•*]\s*/, '').trim())
    .filter(Boolean);
  if (lines.length > 40)
    throw new Refusal('terms.too-many', 'Forty things at most. Put some of them on one line.', 'deliverables');
  const things = lines.map((line) => deliverableFrom(line));
  if (things.some(({ text }) => text.length > DELIVERABLE_MAX))
    throw new Refusal('terms.long-line', `Keep each line to ${DELIVERABLE_MAX} characters.`, 'deliverables');
  return things.length > 0 ? things : undefined;
};

/** A small whole number somebody typed. */
export function countFrom(typed: string | undefined, max: number, field: string): number | undefined {
  if (typed === undefined) return undefined;
  const count = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  if (count <= max) return count;
  throw new Refusal('terms.bad-number', `Write a whole number from 0 to ${max}.`, field);
}
