/** How a reading compares with what a careful person takes from the same brief, field by field. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { readLaw } from '../src/briefs/conditions/laws.ts';
import { bareLabel } from '../src/briefs/money/part-labels.ts';
import { BriefIn, FIELDS, type Field, type TermsOut } from './exchange.ts';

const FieldName = z.enum(FIELDS);
export const Expected = BriefIn.extend({
  expect: z.partialRecord(FieldName, z.unknown()),
  /** What the brief makes unclear: it must be asked and have no value. */
  ask: z.array(FieldName),
  tags: z.array(z.string()),
});
export type Expected = z.infer<typeof Expected>;

export type Verdict = {
  field: Field;
  verdict: 'exact' | 'missing' | 'wrong' | 'invented' | 'unasked';
  got?: unknown;
  want?: unknown;
};

/** Values the brief states are exact, missing or wrong; a value from the brief that it does not state is invented. */
export function judge(expected: Expected, { terms, questions }: TermsOut): Verdict[] {
  return FIELDS.flatMap((field): Verdict[] => {
    const one = terms[field];
    const got = one?.origin === 'brief' ? one.value : undefined;
    const want = expected.expect[field];
    if (expected.ask.includes(field)) {
      if (got !== undefined) return [{ field, verdict: 'invented', got }];
      return [{ field, verdict: asks(questions, field) ? 'exact' : 'unasked' }];
    }
    if (want === undefined) return got === undefined ? [] : [{ field, verdict: 'invented', got }];
    if (got === undefined) return [{ field, verdict: 'missing', want }];
    return [{ field, verdict: same(field, got, want) ? 'exact' : 'wrong', got, want }];
  });
}

/** A deposit is asked for once, as a share or as a sum. */
const asks = (questions: readonly Field[], field: Field) =>
  questions.includes(field) || (field === 'depositMinor' && questions.includes('depositPercent'));

function same(field: Field, got: unknown, want: unknown): boolean {
  if (field === 'deliverables') return isDeepStrictEqual(list(got).map(plain), list(want).map(plain));
  if (field === 'bookings')
    return isDeepStrictEqual(
      list(got).map((each, at) => asAsked(each, list(want)[at])),
      list(want),
    );
  if (field === 'milestones') return isDeepStrictEqual(list(got).map(labelled), list(want).map(labelled));
  if (field === 'governingLaw') return placeOf(got) === placeOf(want);
  if (typeof got === 'string' && typeof want === 'string') return plain(got) === plain(want);
  return isDeepStrictEqual(got, want);
}

/** A place is the same in every language: "Suisse" is Switzerland. */
const placeOf = (value: unknown) =>
  plain(readLaw(`Governing law: ${String(value)}`).found.governingLaw?.value ?? value);

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const ARTICLE = /^(?:an?|the|eine?n?|une?|un[ao]?|les?|la|el|los|las|der|die|das) /;
const TITLE = /^(?:(?:mr|mrs|ms|dr|dra|prof|frau|herrn?|m|mme|mlle|sr|sra|lic|ing)\.? )+/;
const plain = (value: unknown) =>
  String(value)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.,;:]+$/, '')
    .trim()
    .replace(ARTICLE, '')
    .replace(TITLE, '');
/** Whether a label begins with "bei", "once the" or "à la" is no difference of substance. */
const labelled = (value: unknown) => ({
  ...(value as object),
  label: bareLabel(plain((value as { label?: string }).label)),
});

/** A zone that the brief does not name is the workspace's and not compared. */
function asAsked(got: unknown, want: unknown): unknown {
  const keys = Object.keys((want ?? {}) as object);
  return Object.fromEntries(Object.entries(got as object).filter(([key]) => key !== 'zone' || keys.includes('zone')));
}
