import { Refusal } from '../shared/refusal.ts';

/** The things of a field, one a line, without list marks. */
export const linesOf = (text: string | undefined) => {
  const lines = (text ?? '')
    .split('\n')
    .map((line) => line.replace(/^[-•*]\s*/, '').trim())
    .filter(Boolean);
  if (lines.length > 40)
    throw new Refusal('terms.too-many', 'Forty things at most. Put some of them on one line.', 'deliverables');
  return lines.length > 0 ? lines.map((line) => line.slice(0, 300)) : undefined;
};

/** A small whole number somebody typed. */
export function countFrom(typed: string | undefined, max: number, field: string): number | undefined {
  if (typed === undefined) return undefined;
  const count = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  if (count <= max) return count;
  throw new Refusal('terms.bad-number', `Write a whole number from 0 to ${max}.`, field);
}
