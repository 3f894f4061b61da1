import { lettered } from '../passages/letters.ts';
import type { Placed } from './date-roles.ts';
import { mayMove, movesElse, sentenceBefore } from './moved-cues.ts';

/** Right before a day that something is moved to: "put off to", "aplazado al". */
const MOVED_TO = lettered(
  String.raw`(?<![\p{L}])(?:(?:put off|postpon\p{L}*|pushed(?: back)?|push(?: it)?(?: back)?|mov(?:e|ed|es|ing)|shift\p{L}*|re-?schedul\p{L}*|delay\p{L}*|bumped)(?: it| this)?(?: (?:to|until))|(?:ver)?(?:schieb|schob|leg)\p{L}* (?:\p{L}+ )?(?:auf|to|on)|(?:report|décal|repouss|déplac)\p{L}* (?:au|à|at|to)|(?:aplaz|posp|posterg|mov|traslad|pas|cambi)\p{L}* (?:al?|to|para))(?: (?:the|den|dem|el|le))? ?$`,
  'iu',
);
const DELIVERY = lettered(
  String.raw`(?<![\p{L}])(?:deadline|deliver\p{L}*|due|abgabe\p{L}*|liefer\p{L}*|livraison|échéance|entrega|plazo)(?![\p{L}])`,
  'iu',
);

/** How far before a day it is said that something is moved to it. */
const LEAD = 90;

/**
 * "12 June. Put off to 19 June": the new day is what the only one before it was. Of several before it nobody knows which was
 * moved, so they are asked; and where it only may be moved ("if it rains"), the other day is none of the work.
 */
export function withMovedTo(placed: readonly Placed[], text: string): Placed[] {
  const all = [...placed];
  for (const [at, one] of all.entries()) {
    const { start, day } = one.mention;
    const lead = sentenceBefore(text, start, LEAD);
    if (!day || !MOVED_TO.test(lead) || movesElse(lead)) continue;
    const before = all
      .slice(0, at)
      .filter(({ mention, role }) => mention.day && mention.day !== day && !mention.past && role !== 'other');
    const last = before.at(-1);
    if (!last || (DELIVERY.test(lead) && last.role === 'booking')) continue;
    all[at] = mayMove(lead) ? { ...one, role: 'other', strong: true, bare: false } : { ...last, mention: one.mention };
    if (mayMove(lead) || new Set(before.map(({ mention }) => mention.day)).size > 1) continue;
    for (const old of before) all[all.indexOf(old)] = { ...old, role: 'other', strong: true, bare: false };
  }
  return all;
}
