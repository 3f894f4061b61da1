import { z } from 'zod';
import { ACCEPTED_MAX, acceptedIn } from '../briefs/scope/accepted.ts';
import { FORMAT_MAX, formatIn } from '../briefs/scope/formats.ts';
import { countApart, quantityIn, withoutBound } from '../briefs/scope/quantities.ts';
import { line } from './term-values.ts';

/** Longest description of one thing, in characters. */
export const DELIVERABLE_MAX = 300;

const Count = z.int().min(1).max(99_999);
const Quantity = z.strictObject({
  least: Count.optional(),
  most: Count.optional(),
  per: z.enum(['week', 'month']).optional(),
});

/** What a thing comes as, and what it is accepted by or when, where its own words do not say so. */
type Besides = { readonly format?: string | undefined; readonly accepted?: string | undefined };

/**
 * One thing the client receives: its words as they were written and, where somebody said so, how many, in what format, and what
 * it is accepted by or when. A contract from before things had parts has only the words, and they are read again.
 */
const Parts = z.strictObject({
  text: line(DELIVERABLE_MAX),
  quantity: Quantity.optional(),
  format: line(FORMAT_MAX).optional(),
  accepted: line(ACCEPTED_MAX).optional(),
});
export type Deliverable = z.infer<typeof Parts>;
export const Deliverable = z.preprocess(
  (stored) => (typeof stored === 'string' ? deliverableFrom(stored) : stored),
  Parts,
);

/** As `deliverableWords` says what stands besides the words of a thing. */
const BESIDES = /^(?<text>.+?)(?:\. Format: (?<format>.+?))?(?:\. Accepted when: (?<accepted>.+))?$/s;
const LABELLED_FORMAT =
  /(?:^|[.,;:(–-] ?|\s)formato?: ?([^;()\n]{2,80}?)(?=$|[;()\n]|\. |\.$|, ?(?:accept|abnahme|acept))/iu;
const LABELLED_ACCEPTED =
  /(?:^|[.,;:(–-] ?|\s)(?:accepted (?:when|if|once)|acceptance|abgenommen,? wenn|abnahme|acceptée?s? (?:quand|si|lorsque)|acceptation|aceptad[oa]s? (?:cuando|si)|aceptación) ?: ?([^;()\n]{2,120}?)(?=$|[;()\n]|\. |\.$|, ?format)/iu;

const labelled = (pattern: RegExp, words: string) => pattern.exec(words)?.[1]?.trim();

/** The thing a line of words names; `deliverableWords` gives the same line back. */
export function deliverableFrom(words: string): Deliverable {
  const whole = words.trim();
  const { text = whole, format, accepted } = BESIDES.exec(whole)?.groups ?? {};
  const apart = deliverableOf(text, { format, accepted });
  const fits = (format ?? '').length <= FORMAT_MAX && (accepted ?? '').length <= ACCEPTED_MAX;
  return fits && deliverableWords(apart) === whole ? apart : deliverableOf(whole);
}

/** A thing with its words, read for their parts; what is said besides counts where the words say nothing of it. */
export function deliverableOf(words: string, besides: Besides = {}): Deliverable {
  const text = besides.format || besides.accepted ? words.replace(/[.,;\s]+$/, '') : words;
  const quantity = quantityIn(text);
  const format = formatSaid(text) ?? besides.format;
  const accepted = acceptedSaid(text) ?? besides.accepted;
  return { text, ...(quantity && { quantity }), ...(format && { format }), ...(accepted && { accepted }) };
}

const formatSaid = (text: string) => labelled(LABELLED_FORMAT, text) ?? formatIn(text);
const acceptedSaid = (text: string) => labelled(LABELLED_ACCEPTED, text) ?? acceptedIn(text);

/** A thing on one line: its words, then format and acceptance where the words don't say them. */
export function deliverableWords({ text, format, accepted }: Deliverable): string {
  return [
    text,
    ...(format && formatSaid(text) !== format ? [`Format: ${format}`] : []),
    ...(accepted && acceptedSaid(text) !== accepted ? [`Accepted when: ${accepted}`] : []),
  ].join('. ');
}

/** What a thing is called, whatever its number and format: the same for `20 photos` and `30 photos as JPEG`. */
export function thingName({ text, format, accepted }: Deliverable): string {
  const { name = text } = countApart(text) ?? {};
  const bare = [format, accepted].reduce(
    (left: string, part) => (part ? left.replace(part, '') : left),
    withoutBound(name),
  );
  const words = bare.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => !/^(?:an?|the|one|as|in|als|en|format|accepted|when)$/.test(word))
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word))
    .join(' ');
}

/** The pairs of a thing before and after a change that stayed the same thing, each the only one of its name on its side. */
export function changedThings(
  before: readonly Deliverable[],
  after: readonly Deliverable[],
): [Deliverable, Deliverable][] {
  const [old, next] = [before.map(deliverableWords), after.map(deliverableWords)];
  const gone = before.filter((_, at) => !next.includes(old[at] ?? ''));
  return after.flatMap((thing, at): [Deliverable, Deliverable][] => {
    if (old.includes(next[at] ?? '')) return [];
    const same = (all: readonly Deliverable[]) => all.filter((one) => thingName(one) === thingName(thing));
    const [was, ...others] = same(gone);
    return was && others.length === 0 && same(after).length === 1 ? [[was, thing]] : [];
  });
}

/** How many there are at most; undefined where nobody said, or the count has no end. */
export const mostOf = ({ quantity }: Deliverable): number | undefined => quantity?.most;

export const deliverablesFrom = (lines: readonly string[]): Deliverable[] => lines.map((each) => deliverableFrom(each));

/** Everything the client receives, a line each. */
export function deliverableLines({
  deliverables,
}: {
  deliverables?: { value: readonly Deliverable[] } | undefined;
}): string[] {
  return (deliverables?.value ?? []).map(deliverableWords);
}
