import type { Span } from '../passages/text.ts';
import type { Mention } from './mentions.ts';
import { TITLE } from './titles.ts';

/** A name with what speaks for it alone. */
export type Weighed = {
  readonly mention: Mention;
  readonly points: number;
  readonly aside: boolean;
  readonly kind: 'person' | 'company';
  readonly signs: number;
  readonly personal: boolean;
  /** What spoke for it, each by a name of its own. */
  readonly hints: readonly string[];
};

export function isJoined(said: string, a: Weighed, b: Weighed): boolean {
  const [first, second] = a.mention.start < b.mention.start ? [a, b] : [b, a];
  const between = said.slice(first.mention.end, second.mention.start);
  return between.length < 40 && !between.includes('\n') && JOINED.test(between);
}

/** Between who and for whom: a comma, a bracket, "of", with a role or title at most. */
const JOINED = new RegExp(
  `^(?: \\([^)\\n]{2,30}\\))?(?: ?[,;(|—–/-]+ ?| (?:of|from|at|von|vom|bei|beim|de|du|del|des|@) (?:the |der |dem |la |l['’])?)(?:(?:\\p{Lu}{2,4}|attn|attention|signs|signed|signatory|firma|signe|unterschreibt|(?:\\p{L}{3,20} ){0,2}(?:${TITLE} ?){0,2})[\\s.,:(|—–/-]{0,4}){0,2}$`,
  'u',
);

const TITLED = new RegExp(`${TITLE} ?$`, 'u');

/** Behind a name that ends what is said of somebody. */
const ENDS = /^\s*(?:[,(|)–—;]|\.?\s*(?:\n|$)|\.\s\p{Lu})/u;

/** What a name gains from the one it is joined to: "Signataire : Sylvain Archambault, Coopérative des Deux-Rives". */
export function beside(said: string, all: readonly Weighed[], at: number): number {
  const one = all[at];
  if (!one || one.aside) return 0;
  const gains = [all[at - 1], all[at + 1], all[at - 2]].map((other) =>
    other && other.kind !== one.kind && !other.aside && isJoined(said, one, other) ? gainOf(said, one, other) : 0,
  );
  return Math.max(0, ...gains);
}

function gainOf(said: string, one: Weighed, other: Weighed): number {
  const behind = other.mention.start < one.mention.start;
  const [first, second] = behind ? [other, one] : [one, other];
  const between = said.slice(first.mention.end, second.mention.start);
  const { name, shape, titled } = one.mention;
  const whole = name.includes(' ');
  const ends = behind && ENDS.test(said.slice(one.mention.end));
  const firm = one.kind === 'company';
  const sure = firm ? behind && (whole || shape === 'company') : titled || (whole && (!/^ ?,/.test(between) || ends));
  if (other.points >= 7 && sure) return 6;
  // "for Siobhán Keaveney, Larkfield Trust, 1,410 euro": who and for whom, side by side.
  if (other.points >= 4 && sure && ends) return 5;
  const works = /^ (?:\(|(?:of|from|at|von|vom|bei|beim|de|du|del|des)\b)/.test(between);
  // "Galerie Ombelle, Apolline Serres": a firm and a given name.
  const pair = firm
    ? shape === 'company' && other.mention.shape === 'person'
    : shape === 'person' && other.mention.shape === 'company';
  if (pair && !works && whole && other.mention.name.includes(' ')) return 3;
  if (firm && behind && works && other.mention.name.includes(' '))
    return other.points >= 4 ? 5 : shape === 'company' ? 3 : 0;
  if (firm) return 0;
  if (other.mention.formed && behind && TITLED.test(between)) return 5;
  if (!works || !whole) return 0;
  return other.mention.formed ? 4 : other.mention.shape === 'company' ? 3 : 0;
}

export function isBeside(text: string, { end }: Mention, email: Span): boolean {
  return (
    email.start >= end &&
    email.start - end < 50 &&
    /^[\s,(<:[|–—-]*(?:\p{L}+[\s,:|]*){0,3}[\s(<[]*$/u.test(text.slice(end, email.start)) &&
    !/\n\n/.test(text.slice(end, email.start))
  );
}
