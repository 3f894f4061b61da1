import { isSame } from '../shared/same.ts';
import type { Patch } from './change.ts';
import { type Origin, type TermName, Terms, term, termsToJson } from './terms.ts';

/** Terms with new values; undefined when they can't hold them. */
export function patched(terms: Terms, patch: Patch, origin: Origin, quote: string): Terms | undefined {
  const next: Record<string, unknown> = { ...terms };
  for (const [name, said] of Object.entries(patch)) {
    const before = terms[name as TermName];
    // Each wording is a choice of its own: one does not take back another.
    const value = name === 'variants' && said ? { ...terms.variants?.value, ...patch.variants } : said;
    if (value === null) delete next[name];
    else if (value !== undefined && !isSame(before?.value, value)) next[name] = term(value, origin, quote);
  }
  return Terms.safeParse(termsToJson(next as Terms)).data;
}

/** The terms whose values are not the same in both. */
export function changedIn(before: Terms, after: Terms): TermName[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as TermName[];
  return names.filter((name) => !isSame(before[name]?.value, after[name]?.value));
}
