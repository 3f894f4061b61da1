import { lettered } from '../briefs/passages/letters.ts';
import { isSame } from '../shared/same.ts';
import type { ChangeContext, Patch, Read } from './change.ts';
import { saysSomething } from './change-bare.ts';
import { isClause, SUM } from './change-deliverables.ts';
import { doubtOf, saysNo } from './change-doubts.ts';
import { goesOnMoving } from './change-moving-words.ts';
import { isCourtesy, OWN_WORDS, type Part, partOf, partsOf, TOPICS, topicsIn } from './change-parts.ts';
import { readPart } from './change-readers.ts';
import { readParts } from './change-scope.ts';
import type { Terms } from './terms.ts';

/** "Plus VAT" is what comes to a price, and no joint before it. */
const PLUS = String.raw`plus(?! (?:the )?(?:\d{1,2}(?:[.,]\d)? ?% ?(?:de )?)?(?:vat|tax|gst|hst|tva|iva|mwst|ust|(?:umsatz|mehrwert)steuer))`;
/** What joins one wish to the next, in the four languages that clients write, and what may stand beside it. */
const LINKS = `${PLUS}|and|but|as well as|und|sowie|außerdem|ausserdem|aber|et|mais|ainsi que|y|e(?= [ih])|además|así como|pero`;
const ALSO = 'also|then|dazu|dafür|aussi|también';
const JOINT = lettered(
  String.raw`\s*,(?!\d)\s*(?:(?:${LINKS}|${ALSO})\s+)*|\s+[-–—]\s+|\s+(?:${LINKS})\s+(?:(?:${LINKS}|${ALSO})\s+)*|\s+(?=plus )`,
  'giu',
);
/** Joints of one part that are tried: no person joins more in a breath. */
const JOINTS_MAX = 12;
/** Why somebody wishes for something, or how far it goes: wishes for nothing by itself. */
const ADDS = lettered(
  String.raw`^(?:only|just|nur|bloß|lediglich|seulement|juste|uniquement|s[oó]lo|solamente|because|since|as|so that|so (?:we|i|it)|due to|which|who|that|if|unless|until|weil|da|damit|denn|sodass|wegen|was|wenn|falls|bis|parce|car|afin|pour que|vu|ce qui|qui|si|porque|ya que|dado|para que|lo que)(?!\p{L})`,
  'iu',
);

const ADDS_THING = /^(?:(?:please|also|and) )*(?:add|include|plus)\b/i;

const ALONE = { theirs: false, quoted: false, question: false, refused: false };

/** What stands before and behind each joint of a part. */
function splitsOf(quote: string): (readonly [string, string])[] {
  return [...quote.matchAll(JOINT)]
    .map(({ 0: joint, index }) => [quote.slice(0, index), quote.slice(index + joint.length)] as const)
    .filter((both) => both.every((words) => saysSomething(words) && !isCourtesy(words)) && !isPriceOf(both))
    .slice(0, JOINTS_MAX);
}

/** "Add a brochure, 500 EUR": a sum alone is what the thing costs. */
const isPriceOf = ([before, behind]: readonly [string, string]) => ADDS_THING.test(before) && SUM.test(behind);

/** What a sentence asks, one thing each. */
export function wishesIn(sentence: string, terms: Terms, context: ChangeContext): Part[] {
  return partsOf(sentence).flatMap((part) => piecesOf(part, terms, context));
}

/**
 * A part taken apart where its reader heard only one side of a joint, so that no wish is lost behind another. Words that a
 * reader needs stay together.
 */
function piecesOf(part: Part, terms: Terms, context: ChangeContext): Part[] {
  if (part.kind === 'keep') return besideKept(part);
  if (part.kind !== 'change' || OWN_WORDS.test(part.quote)) return [part];
  const splits = splitsOf(part.quote);
  if (splits.length === 0) return [part];
  const whole = readPart(part, terms, context);
  // What no reader knows as a whole is parted as far behind as it can be: "web use, worldwide, for 2 years and late interest".
  const order = 'patch' in whole ? splits : splits.reverse();
  const found = order.map((sides) => {
    const both = sides.map(partOf) as [Part, Part];
    if (both.some(({ kind }) => kind !== 'change')) return undefined;
    const reads = both.map((side) => readPart(side, terms, context)) as [Read, Read];
    const which = apart(whole, reads, both, part, terms);
    return which && { both, which };
  });
  // A reader that heard what stands last leaves as much as it can before that.
  const one = found.find((each) => each?.which === 'before') ?? found.findLast((each) => each?.which === 'behind');
  if (one) return one.both.flatMap((side) => piecesOf(side, terms, context));
  return [part];
}

/** "Keep the price and our designer uses blue": what somebody does is nothing to keep. */
function besideKept(part: Part): Part[] {
  const found = splitsOf(part.quote).find(
    ([before, behind]) => partOf(before).kind === 'keep' && topicsIn(behind).length === 0 && isClause(behind),
  );
  return found ? found.map(partOf) : [part];
}

const RIGHTS = lettered('(?<!\\p{L})(?:licen[cs]|lizenz|nutzungsrecht|droits?(?!\\p{L})|derechos|copyright)', 'iu');

/** How a sentence splits the price, and what it says before and behind that. */
export function planIn(sentence: string, terms: Terms, context: ChangeContext): Plan | undefined {
  const read = readParts(sentence, terms, context);
  if (!read) return planAmong(sentence, terms, context);
  if (!('patch' in read)) return { read, said: sentence, beside: [] };
  // Of two shares one may be what calling it off costs.
  if (
    sharesOf(read.patch).flat().filter(Boolean).length < 3 &&
    CALLED_OFF.some((topic) => TOPICS[topic].test(sentence))
  )
    return undefined;
  const same = (words: string) => {
    const only = readParts(words, terms, context);
    return only && 'patch' in only && isSame(sharesOf(only.patch), sharesOf(read.patch)) ? only : undefined;
  };
  const isOwn = (words: string) =>
    wishesIn(words, terms, context).some(
      (part) =>
        isClause(part.said) ||
        // A licence is read in the words as written, which are not here.
        RIGHTS.test(part.said) ||
        plainPatch(readPart(part, terms, context), part, terms) !== undefined,
    );
  let plan: Plan = { read, said: sentence, beside: [] };
  for (const [said, behind] of splitsOf(sentence)) {
    const only = same(said);
    if (!only || !isOwn(behind)) continue;
    plan = { read: only, said, beside: [behind] };
    break;
  }
  for (const [before, said] of splitsOf(plan.said).reverse()) {
    const only = same(said);
    if (only && (/\d/.test(before) || isOwn(before))) return { read: only, said, beside: [before, ...plan.beside] };
  }
  return plan;
}
/** Characters of a sentence that is tried at every joint: nobody says a plan in more, and each try reads all of it. */
const PLAN_MAX = 400;

/** A plan of three parts or more beside another share, which together make no whole. */
function planAmong(sentence: string, terms: Terms, context: ChangeContext): Plan | undefined {
  if (sentence.length > PLAN_MAX) return undefined;
  for (const [before, behind] of splitsOf(sentence))
    for (const [said, other] of [
      [before, behind],
      [behind, before],
    ] as const) {
      const read = readParts(said, terms, context);
      if (read && 'patch' in read && sharesOf(read.patch).flat().filter(Boolean).length > 2)
        return { read, said, beside: [other] };
    }
  return undefined;
}
const CALLED_OFF = ['cancellation', 'killFee', 'rescheduling'] as const;
type Plan = { readonly read: Read; readonly said: string; readonly beside: readonly string[] };
const sharesOf = ({ deposit, milestones }: Patch) => [
  deposit,
  milestones?.map(({ label: _, dueOn: __, ...part }) => part),
];

/** Which side of a joint the reader of the whole heard. */
type Heard = 'before' | 'behind';

/** Whether each side is something of its own. */
function apart(whole: Read, reads: [Read, Read], both: [Part, Part], part: Part, terms: Terms): Heard | undefined {
  const [l, r] = reads.map((read, at) => plainPatch(read, both[at] ?? part, terms));
  const heard = plainPatch(whole, part, terms);
  const [before, behind] = both;
  if (goesOnMoving(before.said, behind.said)) return undefined;
  if (!heard) {
    if (l && r) return shares(l, r) ? undefined : 'before';
    if ('patch' in whole || isQuestion(whole)) return undefined;
    // What no reader knows together may be a wish and words beside it, unless those take it back.
    const [only, other, beside] = l ? [l, reads[1], behind] : [r, reads[0], before];
    return only !== undefined && isUnread(other) && !ADDS.test(beside.said) && !hesitates(only, part, terms)
      ? 'before'
      : undefined;
  }
  // "Include a brochure as well as 19% VAT on top" includes no tax, and "not in the portfolio as well as moving is free up to 13 days
  // before, then 10%" has no deposit: what neither side says alone was read over their joint.
  const mixed = (l: Patch, r: Patch) =>
    contradicts(l, heard) || contradicts(r, heard) || !(shares(l, heard) || shares(r, heard));
  if (l && r && !shares(l, r) && mixed(l, r)) return 'before';
  // "Price 3,600 plus we need a brochure" raises no price.
  const raised = l && 'builds' in whole && whole.builds && !('builds' in reads[0] && reads[0].builds);
  if (raised && isSame(Object.keys(l), Object.keys(heard)) && !/\d/.test(behind.said)) return 'before';
  if (l && covers(l, heard))
    return (r !== undefined || !ADDS.test(behind.said)) && !overlaps(heard, reads[1]) ? 'before' : undefined;
  if (r && covers(r, heard))
    return !(/\d/.test(before.said) && saysNo(before.said)) && !overlaps(heard, reads[0]) ? 'behind' : undefined;
  return undefined;
}

/** What plain words set, undefined where somebody would hesitate. */
function plainPatch(read: Read, { said, quote }: Part, terms: Terms): Patch | undefined {
  if (!('patch' in read) || read.beside) return undefined;
  return hesitates(read.patch, { said, quote }, terms) ? undefined : read.patch;
}

const hesitates = (patch: Patch, { said, quote }: Pick<Part, 'said' | 'quote'>, terms: Terms) =>
  doubtOf(patch, terms, { ...ALONE, said, written: quote }) !== undefined;
const isUnread = (read: Read) => 'sentence' in read && read.unread === true;
const isQuestion = (read: Read) => 'sentence' in read && read.unread !== true;

const TAX = ['taxIncluded', 'taxRateMilli', 'taxReason'] as const;
/** Whether one says all that the other does. */
const covers = (one: Patch, other: Patch) =>
  Object.entries(other).every(
    ([name, value]) =>
      isSame(one[name as keyof Patch], value) ||
      // What a price comes to with a tax follows from the tax.
      (one.taxRateMilli === other.taxRateMilli && other.taxRateMilli && (name === 'fee' || name === 'taxIncluded')),
  );
/** A reader of taxes that heard the "include" of something else. */
const contradicts = (one: Patch, other: Patch) =>
  TAX.some((name) => name in one && name in other && !isSame(one[name], other[name]));
const shares = (one: Patch, other: Patch) => Object.keys(one).some((name) => name in other);
/** A second figure for the same term is part of how the first is said. */
function overlaps(patch: Patch, read: Read): boolean {
  if ('patch' in read) return shares(patch, read.patch);
  const { field } = read;
  return (
    field !== undefined && (field in patch || (TAX.some((name) => name === field) && TAX.some((name) => name in patch)))
  );
}
