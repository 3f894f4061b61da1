import { z } from 'zod';
import { line } from './term-values.ts';
import type { TermName, Terms } from './terms.ts';

/** What two sides talk about in confidence: the one thing that what they share may be used for. */
export const Purpose = line(200);
/** Whole months for which what was shared stays confidential. */
export const SecretMonths = z.int().min(1).max(240);

/** All that a contract without a price may say. Anything else would promise work or money that no clause of it has. */
const TERMS: readonly string[] = [
  ...['unpriced', 'title', 'template', 'variants', 'purpose', 'secretMonths', 'startOn', 'governingLaw'],
  ...[
    'clientName',
    'clientCompany',
    'clientEmail',
    'clientAddress',
    'clientTaxId',
    'clientKind',
    'clientCountry',
    'clientArea',
    'clientZone',
  ],
  // What a project's later invoices are in: no clause says it.
  ...['currency', 'specialTerms'],
];

const mayStandUnpriced = (name: string) => TERMS.includes(name);

/** A term that a contract without a price can't have: it would be agreed in the terms and told by no clause. */
export function strayIn(terms: Terms): TermName | undefined {
  const names = Object.keys(terms) as TermName[];
  return terms.unpriced && names.find((name) => terms[name] && !mayStandUnpriced(name));
}

/** Terms, or anything else by the names of terms, without what a contract without a price can't say. */
export function onlyUnpriced<T extends object>(terms: T): Partial<T> {
  return Object.fromEntries(Object.entries(terms).filter(([name]) => mayStandUnpriced(name))) as Partial<T>;
}
