import { SIDES } from '../clauses/ladder.ts';
import { familyOf, ladderOf } from '../clauses/read.ts';
import type { ShownChange } from './change-show.ts';

/** One wording of a clause that gives way, from the best for the freelancer to what should not be signed. */
export type Rung = { readonly side: string; readonly fits: string };
export type Ladder = { readonly family: string; readonly clause: string; readonly rungs: readonly Rung[] };

/** Words that speak of a clause that no term of the contract holds. */
const WORDS: readonly (readonly [string, RegExp])[] = [
  ['liability', /\bliab\w+|\bdamages\b|\bindemn\w+/i],
  ['late-payment-business', /\blate (?:payment|fee|interest)/i],
  ['confidentiality', /\bconfidential\w*|\bnda\b|\bnon-?disclosure\b/i],
  ['ip-assignment', /\bcopyright\b|\bownership\b|\bbuy-?out\b|\ball rights\b|\bassign\w*/i],
  ['licence', /\blicen[cs]e/i],
  ['portfolio', /\bportfolio\b|\bcase stud/i],
  ['acceptance', /\baccept\w*|\bapprov\w*/i],
];
const LADDERS_MAX = 3;

/** How far each clause that a request is about can give way, as the library's playbook has it. */
export function ladderFor(words: string, shown: Pick<ShownChange, 'clauses'>): Ladder[] {
  const touched = shown.clauses.map(({ id }) => familyOf(id));
  const named = WORDS.filter(([, pattern]) => pattern.test(words)).map(([family]) => family);
  return [...new Set([...touched, ...named])]
    .map((family) => ladderOf(family))
    .filter((clauses) => clauses.length > 1)
    .slice(0, LADDERS_MAX)
    .map((clauses) => ({
      family: clauses[0]?.family ?? '',
      clause: clauses.find(({ variant }) => variant === 'balanced')?.title ?? clauses[0]?.title ?? '',
      rungs: clauses.map(({ variant, fits, why }) => ({ side: SIDES[variant], fits: fits ?? why })),
    }));
}
