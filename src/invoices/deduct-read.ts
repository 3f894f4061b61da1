import { paymentsOf } from '../payments/read.ts';
import type { Database, Tx } from '../platform/database.ts';
import { deductionsFor } from './deduct.ts';
import type { Deduction } from './invoice.ts';
import { invoicesOf } from './read.ts';

/** What a final invoice of a project would take off now. */
export async function deductionsOf(db: Database | Tx, workspaceId: string, projectId: string): Promise<Deduction[]> {
  const [earlier, payments] = await Promise.all([
    invoicesOf(db, workspaceId, projectId),
    paymentsOf(db, workspaceId, projectId),
  ]);
  return deductionsFor(earlier, payments);
}
