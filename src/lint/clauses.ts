import type { Clause } from '../clauses/clause.ts';
import { clauseById, ladderOf } from '../clauses/read.ts';
import { untoldIn } from '../contracts/untold-read.ts';
import { changed, type Found, type LintScene, quoteOf, type Rule } from './finding.ts';

/** Rules about which wording of a family stands, and what none of them says. */
export const CLAUSE_RULES: readonly Rule[] = [
  { id: 'clauses.untold', title: 'Agreed, but in no clause', grade: 'warns', check: untold },
  { id: 'clauses.fallback', title: 'A clause that gives way', grade: 'suggests', check: fallback },
];

/** A wording to give way with is for the second round of a negotiation; before that it gives away for nothing. */
function fallback(scene: LintScene): Found | undefined {
  // What the template itself chose for its kind of work gives nothing away.
  const chosen = Object.values(scene.terms.variants?.value ?? {});
  const weak = scene.clauses.find(({ id }) => chosen.includes(id) && clauseById(id)?.variant === 'fallback');
  const clause = weak && clauseById(weak.id);
  if (!weak || !clause) return undefined;
  const better = balancedFor(clause);
  return {
    sentence: `“${clause.title}” stands in a wording made for giving way.${clause.fits ? ` It fits when: ${clause.fits}` : ''}`,
    field: 'variants',
    quote: quoteOf(scene, /./, weak.id),
    ...(better && {
      fix: {
        label: 'Use the balanced wording',
        terms: changed(scene.terms, { variants: { ...scene.terms.variants?.value, [clause.family]: better.id } }),
      },
    }),
    edit: 'Or leave it, if the client asked for it.',
  };
}

/** The card and the form show a term that whoever reads the contract will not find in it. */
function untold({ terms, clauses }: LintScene): Found | undefined {
  const [found] = untoldIn(terms, clauses);
  if (!found) return undefined;
  return {
    sentence: `You agreed on ${found.words}, but no clause of this contract says it.`,
    field: found.name,
    // A shoot is held to its own day.
    ...(found.name === 'startOn' && { grade: 'suggests' }),
    fix: { label: 'Leave it out', terms: changed(terms, { [found.name]: undefined }) },
    way: { opens: 'terms', field: 'specialTerms' },
    edit: 'Or say it in the special terms, and then leave it out here.',
  };
}

/** The balanced wording of the same family that is for the same places. */
function balancedFor({ family, places }: Clause): Clause | undefined {
  return ladderOf(family).find(
    (each) => each.variant === 'balanced' && each.places.every((place) => places.includes(place)),
  );
}
