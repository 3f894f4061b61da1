import { SIDES } from '../clauses/ladder.ts';
import { familyOf, ladderOf } from '../clauses/read.ts';
import { rungOf, type ValueLadder, valueLadders } from '../clauses/value-ladders-read.ts';
import type { ShownChange } from './change-show.ts';
import { measured } from './ladder-values.ts';
import { CLAUSE_WORDS, VALUE_WORDS } from './ladder-words.ts';
import type { Terms } from './terms.ts';

/** One step of giving way, from the best for the freelancer to what should not be signed. */
export type Rung = {
  readonly side: string;
  /** The value in words, where a value gives way and not a wording. */
  readonly says: string | undefined;
  readonly fits: string;
  /** Whether the contract stands here now, and whether it would after what is asked. */
  readonly stands: 'now' | 'asked' | 'both' | undefined;
};
/** `family` is that of a clause's wordings, and undefined where a value gives way. */
export type Ladder = { readonly family: string | undefined; readonly clause: string; readonly rungs: readonly Rung[] };

/** What a request is about: the version's terms, what they would become, and where the freelancer is. */
export type Given = {
  readonly before: Terms;
  readonly shown: Pick<ShownChange, 'clauses' | 'terms'>;
  /** Families of the clauses that stand. */
  readonly families: readonly string[];
  /** ISO 3166-1. */
  readonly country: string;
};

/** Read on a phone between two other things: what is more is under Clauses. */
const LADDERS_MAX = 4;
const WORDINGS_MAX = 3;

/** How far what a request is about can give way, values before wordings, as the library's playbook has it. */
export function ladderFor(words: string, given: Given): Ladder[] {
  const values = valueLadders()
    .filter((ladder) => isMoved(ladder, given) || VALUE_WORDS[ladder.id]?.test(words))
    .map((ladder) => valueLadder(ladder, given))
    .slice(0, LADDERS_MAX - 1);
  return [...values, ...wordings(words, given)].slice(0, LADDERS_MAX);
}

function wordings(words: string, { shown, families }: Given): Ladder[] {
  const touched = shown.clauses.map(({ id }) => familyOf(id));
  const named = CLAUSE_WORDS.filter(([, pattern]) => pattern.test(words)).map(([family]) => family);
  return [...new Set([...touched, ...named.flatMap((family) => meant(family, families))])]
    .map((family) => ladderOf(family))
    .filter((clauses) => clauses.length > 1)
    .slice(0, WORDINGS_MAX)
    .map((clauses) => ({
      family: clauses[0]?.family,
      clause: clauses.find(({ variant }) => variant === 'balanced')?.title ?? clauses[0]?.title ?? '',
      rungs: clauses.map(({ variant, fits, why }) => ({
        ...{ side: SIDES[variant], says: undefined, fits: fits ?? why, stands: undefined },
      })),
    }));
}

const RIGHTS = ['ip-assignment', 'licence'];

/** The family that words are about in this contract: photographs have one of their own, and rights may change from one to the other. */
function meant(family: string, families: readonly string[]): string[] {
  if (RIGHTS.includes(family) && families.includes('photo-licence')) return ['photo-licence'];
  const rights = RIGHTS.includes(family) && families.some((each) => RIGHTS.includes(each));
  return rights || families.includes(family) ? [family] : [];
}

/** Where the terms stand on a ladder before and after what is asked. */
function standing({ asks }: ValueLadder, { before, shown, country }: Given) {
  if (!asks) return { now: undefined, asked: undefined };
  return { now: measured(asks, before, country), asked: measured(asks, shown.terms, country) };
}

function isMoved(ladder: ValueLadder, given: Given): boolean {
  const { now, asked } = standing(ladder, given);
  return now !== asked;
}

function valueLadder(ladder: ValueLadder, given: Given): Ladder {
  const { now, asked } = standing(ladder, given);
  const at = (value: number | undefined) => (value === undefined ? undefined : rungOf(ladder, value));
  const [first, next] = [at(now), now === asked ? undefined : at(asked)];
  return {
    family: undefined,
    clause: ladder.title,
    rungs: ladder.rungs.map((rung) => {
      const { side, says, fits } = rung;
      const stands = rung === first ? (rung === next ? 'both' : 'now') : rung === next ? 'asked' : undefined;
      return { side: SIDES[side], says, fits, stands };
    }),
  };
}
