import { isIn } from '../shared/places.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Clause, type Template, VARIANTS } from './clause.ts';

/** Whose side a wording takes, as a freelancer is told it. */
export const SIDES: Readonly<Record<Clause['variant'], string>> = {
  freelancer: 'Best for you',
  balanced: 'Balanced',
  fallback: 'If the client insists',
  'walk-away': 'Walk away',
};

/** A family's wordings, from the best for the freelancer to the one to walk away from. */
export function inLadderOrder(clauses: Iterable<Clause>): Clause[] {
  return [...clauses].sort(
    (a, b) => VARIANTS.indexOf(a.variant) - VARIANTS.indexOf(b.variant) || a.id.localeCompare(b.id, 'en'),
  );
}

/** Whether a clause is for one of these countries: those of the two sides. */
export function fitsPlaces({ places }: Pick<Clause, 'places'>, countries: readonly string[]): boolean {
  return places.length === 0 || places.some((place) => countries.some((country) => isIn(country, place)));
}

export type Choice = {
  /** Family to clause id, where another wording than the template's own is wanted. */
  readonly variants: Readonly<Record<string, string>>;
  /** ISO codes of where the two sides are. */
  readonly countries: readonly string[];
};

/**
 * The template with the chosen wording of each family in the place of its own, and without the clauses that are for other
 * places. A choice for a family the template does not have changes nothing: the kind of work may have been changed since.
 *
 * @throws Refusal `clause.no-variant` when a choice is not of its family, is one to walk away from, or is for other places.
 */
export function withVariants(
  template: Template,
  { variants, countries }: Choice,
  library: ReadonlyMap<string, Clause>,
): Template {
  const clauses = template.clauses.map((own) => {
    const id = variants[own.family];
    if (id === undefined || id === own.id) return own;
    const chosen = library.get(id);
    if (chosen?.family !== own.family || chosen.variant === 'walk-away' || !fitsPlaces(chosen, countries))
      throw new Refusal('clause.no-variant', whyNot(own, chosen, countries), 'variants');
    return chosen;
  });
  return { ...template, clauses: clauses.filter((clause) => fitsPlaces(clause, countries)) };
}

function whyNot(own: Clause, chosen: Clause | undefined, countries: readonly string[]): string {
  if (chosen?.family !== own.family)
    return `“${own.title}” has no such wording in the library. Choose another under Clauses.`;
  if (chosen.variant === 'walk-away')
    return `This wording of “${own.title}” is kept to be recognised, not to be signed. Choose another under Clauses.`;
  return `This wording of “${own.title}” is for ${chosen.places.join(', ')}, and the two sides are in ${countries.join(' and ')}. Choose another under Clauses.`;
}

const POINTER = /"([a-z-]+)"\s*\|\s*clause(?:\s*:\s*((?:"[a-z-]+"\s*,?\s*)+))?/g;

/** The clauses a source points at; of each list, one must stand. */
export function pointersOf(source: string): string[][] {
  return [...source.matchAll(POINTER)].map(([, first = '', more = '']) => [
    first,
    ...[...more.matchAll(/"([a-z-]+)"/g)].map(([, id = '']) => id),
  ]);
}

/**
 * What is wrong with clauses in this order, in words, or undefined: a family that stands twice, a wording to walk away from,
 * or a pointer at a clause that is not there or may be left out because of where the two sides are.
 */
export function flawIn(clauses: readonly Clause[]): string | undefined {
  const families = new Set<string>();
  for (const { id, family, variant } of clauses) {
    if (families.has(family)) return `a clause stands twice: ${id}`;
    if (variant === 'walk-away') return `nobody signs a walk-away: ${id}`;
    families.add(family);
  }
  const everywhere = clauses.filter(({ places }) => places.length === 0);
  for (const { id, source } of clauses)
    for (const pointer of pointersOf(source))
      if (!everywhere.some((there) => pointer.includes(there.id) || pointer.includes(there.family)))
        return `${id} points at ${pointer.join(' or ')}, which is not there`;
  return undefined;
}

/** What is wrong with the families of a library, in words, or undefined. */
export function flawInFamilies(clauses: ReadonlyMap<string, Clause>): string | undefined {
  for (const clause of clauses.values()) {
    const head = clauses.get(clause.family);
    if (!head || head.family !== clause.family) return `${clause.id}: no clause is named ${clause.family}`;
    // One may stand where another did only if the same terms call for both.
    for (const fact of ['when', 'kind', 'protected', 'custom'] as const)
      if (clause[fact] !== head[fact]) return `${clause.id}: ${fact} is not that of ${head.id}`;
    if (clause !== head && !(clause.fits && head.fits)) return `${clause.id} or ${head.id}: say when it fits`;
  }
  return undefined;
}
