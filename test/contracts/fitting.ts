import type { Template } from '../../src/clauses/clause.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { onlyUnpriced } from '../../src/contracts/unpriced.ts';

/** Terms as the form makes them for a template: one without a price keeps nothing that is about work or money. */
export function fitting(found: Terms, template: Pick<Template, 'priced'>): Terms {
  if (template.priced) return found;
  return { purpose: term('the new shop', 'form'), ...onlyUnpriced(found) };
}
