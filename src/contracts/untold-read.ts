import type { AssembledClause } from '../clauses/clause.ts';
import type { TermName, Terms } from './terms.ts';

type Untold = { readonly name: TermName; readonly words: string; readonly told: (terms: Terms) => readonly string[] };

/** What a kind of work may have no clause for, and the values of which one has to stand in a clause; none where silence says it. */
const MAY_BE_UNTOLD: readonly Untold[] = [
  { name: 'acceptanceDays', words: 'when delivered work counts as accepted', told: () => ['acceptanceSpan'] },
  {
    name: 'portfolio',
    words: 'whether you may show the work',
    told: () => ['portfolioYes', 'portfolioLater', 'portfolioNo'],
  },
  { name: 'startOn', words: 'the day the work starts', told: () => ['startOn'] },
  { name: 'killFee', words: 'a kill fee', told: () => ['killFeeShare'] },
  {
    name: 'rights',
    words: 'what the work may be used for',
    told: ({ rights }) => (rights?.value.kind === 'licence' ? ['licenceUse'] : []),
  },
  {
    name: 'confidentialityYears',
    words: 'how long things stay confidential',
    told: ({ confidentialityYears }) => (confidentialityYears?.value ? ['confidentialSpan'] : []),
  },
];

/** Terms that somebody agreed on and no clause of a contract says. */
export function untoldIn(
  terms: Terms,
  clauses: readonly Pick<AssembledClause, 'source'>[],
): Pick<Untold, 'name' | 'words'>[] {
  if (clauses.length === 0) return [];
  return MAY_BE_UNTOLD.filter(({ name, told }) => {
    const values = told(terms);
    const says = ({ source }: Pick<AssembledClause, 'source'>) =>
      values.some((value) => new RegExp(`\\b${value}\\b`).test(source));
    return values.length > 0 && terms[name] && terms[name].origin !== 'template' && !clauses.some(says);
  });
}
