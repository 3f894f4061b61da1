import { lettered } from '../briefs/passages/letters.ts';
import { isSame } from '../shared/same.ts';
import type { ChangeContext, Patch, Read } from './change.ts';
import { saysSomething } from './change-bare.ts';
import { doubtOf, saysNo } from './change-doubts.ts';
import { isCourtesy, type Part, partOf, partsOf } from './change-parts.ts';
import { readPart } from './change-readers.ts';
import type { Terms } from './terms.ts';

/** "Plus VAT" is what comes to a price, and no joint before it. */
const PLUS = String.raw`plus(?! (?:the )?(?:\d{1,2}(?:[.,]\d)? ?% ?(?:de )?)?(?:vat|tax|gst|hst|tva|iva|mwst|ust|(?:umsatz|mehrwert)steuer))`;
/** What joins one wish to the next, in the four languages that clients write. */
const LINKS = `${PLUS}|and|but|as well as|also|then|und|sowie|außerdem|ausserdem|dazu|dafür|aber|et|mais|ainsi que|aussi|y|e(?= [ih])|además|también|así como|pero`;
const JOINT = lettered(String.raw`\s*,(?!\d)\s*(?:(?:${LINKS})\s+)*|\s+[-–—]\s+|(?:\s+(?:${LINKS}))+\s+`, 'giu');
/** Joints of one part that are tried: no person joins more in a breath. */
const JOINTS_MAX = 12;
/** Why somebody wishes for something, or how far it goes: wishes for nothing by itself. */
const ADDS = lettered(
  String.raw`^(?:only|just|nur|bloß|lediglich|seulement|juste|uniquement|s[oó]lo|solamente|because|since|as|so that|so (?:we|i|it)|due to|which|who|that|if|unless|until|weil|da|damit|denn|sodass|wegen|was|wenn|falls|bis|parce|car|afin|pour que|vu|ce qui|qui|si|porque|ya que|dado|para que|lo que|que)(?!\p{L})`,
  'iu',
);

const ALONE = { theirs: false, quoted: false, question: false, refused: false };

/** What stands before and behind each joint of a part. */
function splitsOf(quote: string): (readonly [string, string])[] {
  return [...quote.matchAll(JOINT)]
    .map(({ 0: joint, index }) => [quote.slice(0, index), quote.slice(index + joint.length)] as const)
    .filter((both) => both.every((words) => saysSomething(words) && !isCourtesy(words)))
    .slice(0, JOINTS_MAX);
}

/** What a sentence asks, one thing each. */
export function wishesIn(sentence: string, terms: Terms, context: ChangeContext): Part[] {
  return partsOf(sentence).flatMap((part) => piecesOf(part, terms, context));
}

/**
 * A part taken apart where its reader heard only one side of a joint, so that no wish is lost behind another. Words that a
 * reader needs stay together.
 */
function piecesOf(part: Part, terms: Terms, context: ChangeContext): Part[] {
  if (part.kind !== 'change') return [part];
  const splits = splitsOf(part.quote);
  if (splits.length === 0) return [part];
  const whole = readPart(part, terms, context);
  for (const sides of splits) {
    const both = sides.map(partOf) as [Part, Part];
    if (both.some(({ kind }) => kind !== 'change')) continue;
    const reads = both.map((side) => readPart(side, terms, context)) as [Read, Read];
    if (apart(whole, reads, both, part, terms)) return both.flatMap((side) => piecesOf(side, terms, context));
  }
  return [part];
}

/** Whether each side is something of its own. */
function apart(whole: Read, reads: [Read, Read], both: [Part, Part], part: Part, terms: Terms): boolean {
  const [l, r] = reads.map((read, at) => plainPatch(read, both[at] ?? part, terms));
  const heard = plainPatch(whole, part, terms);
  if (!heard) return l !== undefined && r !== undefined && !shares(l, r);
  const [before, behind] = both;
  if (l && isSame(l, heard)) return !ADDS.test(behind.said) && !overlaps(heard, reads[1]);
  if (r && isSame(r, heard)) return !(/\d/.test(before.said) && saysNo(before.said)) && !overlaps(heard, reads[0]);
  return false;
}

/** What plain words set, undefined where somebody would hesitate. */
function plainPatch(read: Read, { said, quote }: Part, terms: Terms): Patch | undefined {
  if (!('patch' in read) || read.beside) return undefined;
  return doubtOf(read.patch, terms, { ...ALONE, said, written: quote }) ? undefined : read.patch;
}

const TAX = ['taxIncluded', 'taxRateMilli', 'taxReason'];
const shares = (one: Patch, other: Patch) => Object.keys(one).some((name) => name in other);
/** A second figure for the same term is part of how the first is said. */
function overlaps(patch: Patch, read: Read): boolean {
  if ('patch' in read) return shares(patch, read.patch);
  const { field } = read;
  return field !== undefined && (field in patch || (TAX.includes(field) && TAX.some((name) => name in patch)));
}
