import type { TaxReason } from '../../shared/tax.ts';
import { clauseAround, type Span } from '../passages/text.ts';
import {
  ABOUT,
  DENIED_AFTER,
  DENIED_BEFORE,
  DOUBTED_AFTER,
  DOUBTED_BEFORE,
  LATER,
  ONESELF,
  OTHERS,
  OWES,
  PAST,
  PLEASE,
  SEVERAL,
  TITLED,
  TOPIC_AFTER,
  UNSURE,
  WISHED,
} from './tax-cues.ts';

/** Who is exempt, rather than what: a client's own exemption may leave the tax on the price. */
const BODY =
  /^ (?:charit|ngo|non-?profit|organi[sz]|institut|school|church|foundation|body|entity|compan|client|verein|stiftung|träger|associat|fondation|asocia|fundaci)/i;

/** "Make it reverse charge": nobody. */
const IT = /(?<!\p{L})(?:it|es)(?:['’]s| is| ist)? ?$/iu;

/** How words on tax stand in a brief: as agreed, open, refused or what the work is about, or about somebody else. */
export type How = 'said' | 'asked' | 'denied' | 'theirs';

/**
 * @param reason what the words name; `none` where they say only that there is no tax.
 * @param pasted whether they stand in a letter: "I" and "please" may be the client's then.
 */
export function howSaid(spoken: string, span: Span, reason: TaxReason | 'none', pasted: boolean): How {
  const { before, after } = clauseAround(spoken, span.start, span.end);
  const near = before.slice(before.lastIndexOf(',') + 1);
  const owes = reason === 'reverse-charge' && (OWES.test(near) || IT.test(near));
  if ((!owes && ABOUT.test(near)) || TITLED.test(before) || TOPIC_AFTER.test(after)) return 'denied';
  if (DENIED_BEFORE.test(before) || (reason !== 'none' && DENIED_AFTER.test(after))) return 'denied';
  const end = spoken.slice(span.end + after.length, span.end + after.length + 1);
  if (end === '?' || UNSURE.test(before) || UNSURE.test(after.slice(0, 40))) return 'asked';
  if (isOpen(near, after, reason, pasted)) return 'asked';
  if (reason === 'exempt' && BODY.test(after)) return 'asked';
  if (owes) return 'said';
  if (OTHERS.test(near)) return reason === 'small-business' ? 'theirs' : 'asked';
  // "We charge no VAT" says what is charged, whoever writes it.
  if (reason !== 'none' && SEVERAL.test(near)) return 'asked';
  return pasted && ONESELF.test(near) ? 'asked' : 'said';
}

/** Wanted, thought, over, yet to come, or refused in a way that could mean something else. */
function isOpen(near: string, after: string, reason: TaxReason | 'none', pasted: boolean): boolean {
  const [behind = ''] = after.split(',');
  if (WISHED.test(near) || (pasted && PLEASE.test(near)) || PAST.test(near) || LATER.test(near)) return true;
  if (/^ (?:until|till|bis|jusqu|hasta|war|was|any ?more)(?!\p{L})/iu.test(behind) || LATER.test(behind)) return true;
  return reason !== 'none' && (DOUBTED_BEFORE.test(near) || DOUBTED_AFTER.test(behind));
}
