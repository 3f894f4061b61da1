import { LETTERS, lettered } from '../passages/letters.ts';

/** Longest condition that is a term. */
export const ACCEPTED_MAX = 120;

const SIGNED_OFF =
  '(?:(?:to be |being |as |once |when |until |if )*(?:approved|signed off|accepted in writing) by|(?:subject to|on|after|upon) (?:the )?(?:approval|sign-?off) (?:by|of)|(?:freigegeben|abgenommen|genehmigt) (?:von|durch)|(?:nach|bei|mit) (?:Freigabe|Abnahme) (?:von|durch)|(?:Freigabe|Abnahme) durch|(?:validée?s?|approuvée?s?|acceptée?s?) par|après (?:validation|accord) (?:de|du|par)|(?:aprobad[oa]s?|validad[oa]s?|aceptad[oa]s?) por|(?:previa|tras la) (?:aprobación|validación) (?:de|del|por))';
const TESTED =
  '(?:(?:that |which |and |must |has to |have to |needs? to )*pass(?:es)? (?:the |an? |all )?[^,;()]{0,50}?(?:validator|validation|tests?|checks?|checker|audit|review|inspection)|(?:that |which |and |must |has to |have to |needs? to )*loads? in (?:under|less than|at most|no more than) \\d+(?:[.,]\\d+)? ?(?:seconds?|secs?|s|ms|milliseconds?))';
const WHEN =
  '(?:accepted (?:when|if|once|as soon as)|abgenommen,? (?:wenn|sobald)|acceptée?s? (?:quand|lorsque|si|dès que)|aceptad[oa]s? (?:cuando|si|en cuanto)):?';

/** The end of what somebody has to say, or do, for a thing to count as done. */
const REST = '[^;()\\n]{2,110}?(?=$|[;()\\n]|, |\\. |\\.$| (?:for|für|pour|por) [€$£\\d])';
const CONDITION = `(?:${WHEN} (?<when>${REST})|(?<signed>${SIGNED_OFF} (?!\\d|(?:the )?\\d|e-?mail|mail|post|phone|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|(?:early |mid |late |end of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![\\p{L}]))${REST})|(?<tested>${TESTED})(?![\\p{L}]))`;
const ANYWHERE = lettered(`(?<=[\\p{L}\\d)”"»]|,|;|\\(|–|-)(?:,|;)? ?(?:\\(|[–-] )?${CONDITION}`, 'giu');
const NOT = lettered('(?<![\\p{L}])(?:not|no|never|without|need not|nicht|ohne|kein\\p{L}*|pas|sans|sin) ?$', 'iu');

/** Words that join a condition to its thing, and are none of it. */
const JOINED = /^(?:that|which|and|to be|being|once|when|until|if|as) /i;

/**
 * What a line of words says a thing is accepted by or when, as it is written: `approved by the editor`, `passes the W3C validator`.
 * Undefined where nothing is said of it, or two things are.
 */
export function acceptedIn(words: string): string | undefined {
  const found = [...words.matchAll(ANYWHERE)].filter(({ index }) => !NOT.test(words.slice(0, index)));
  const [first] = found;
  return first && found.length === 1 ? bare(first.groups) : undefined;
}

/** The condition right behind a thing, with where it ends. */
export function acceptedAt(behind: string): { accepted: string; length: number } | undefined {
  const match = RIGHT_BEHIND.exec(behind);
  const accepted = match && bare(match.groups);
  return match && accepted ? { accepted, length: match[0].length } : undefined;
}
const RIGHT_BEHIND = lettered(`^(?:,|;)? ?(?:\\(|[–-] )?${CONDITION}`, 'iu');

function bare(groups: RegExpMatchArray['groups'] = {}): string | undefined {
  let words = (groups.when ?? groups.signed ?? groups.tested ?? '').replace(/[\s.,;]+$/, '');
  while (!groups.when && JOINED.test(words)) words = words.replace(JOINED, '');
  return words.length > 2 && words.length <= ACCEPTED_MAX && new RegExp(`[${LETTERS}]`).test(words) ? words : undefined;
}
