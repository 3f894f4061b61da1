import { signedTermsOf } from '../contracts/read.ts';
import type { Database, Tx } from '../platform/database.ts';
import type { TaxReason } from '../shared/tax.ts';
import type { Business } from '../workspaces/workspace.ts';
import { taxIn } from './tax.ts';

export type TaxOfProject = { taxRateMilli: number; taxReason: TaxReason | null; clientTaxId: string | undefined };

/** What an invoice in a project has of tax: what was signed there, else what the business usually adds. */
export async function taxOfProject(
  db: Database | Tx,
  business: Business,
  projectId: string | undefined,
): Promise<TaxOfProject> {
  const terms = projectId ? await signedTermsOf(db, business.workspaceId, projectId) : undefined;
  if (terms) return { ...taxIn(terms), clientTaxId: terms.clientTaxId?.value };
  return { taxRateMilli: business.taxRateMilli, taxReason: business.taxReason, clientTaxId: undefined };
}
