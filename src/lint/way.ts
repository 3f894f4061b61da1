import type { TermName } from '../contracts/terms.ts';
import type { AskedTerm, LintScene, Way } from './finding.ts';

/** What a change order has from the contract that it changes: who the client is stands in the client's own entry. */
const OF_CLIENT: readonly AskedTerm[] = [
  'clientName',
  'clientCompany',
  'clientEmail',
  'clientAddress',
  'clientTaxId',
  'clientKind',
];
const IN_CHANGE: readonly AskedTerm[] = ['title', 'deliverables', 'fee', 'endOn'];
const WITHOUT_FIELD: { readonly [K in TermName]?: Way } = {
  variants: { opens: 'wordings' },
  clientCountry: { opens: 'client' },
  clientZone: { opens: 'client' },
};

/** Where a term is typed; undefined where nothing that a person could open has it. */
export function wayTo(field: AskedTerm | undefined, { terms }: Pick<LintScene, 'terms'>): Way | undefined {
  if (!field) return undefined;
  const other = WITHOUT_FIELD[field as TermName];
  if (other) return other;
  if (!terms.changeOf || IN_CHANGE.includes(field)) return { opens: 'terms', field };
  return OF_CLIENT.includes(field) ? { opens: 'client' } : undefined;
}
