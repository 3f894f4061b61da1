import { invoicesOf } from '../invoices/read.ts';
import { owedOnEach } from '../payments/read.ts';
import type { Database, Tx } from '../platform/database.ts';
import type { Booking } from './booking.ts';

/** Whether a deposit came, in part even, or is on its way: then the date is kept, and nobody is told that it may go. */
export async function isPaidFor(
  db: Database | Tx,
  { workspaceId, projectId }: Pick<Booking, 'workspaceId' | 'projectId'>,
): Promise<boolean> {
  const deposits = (await invoicesOf(db, workspaceId, projectId)).filter(({ kind }) => kind === 'deposit');
  const owed = await owedOnEach(db, workspaceId, deposits);
  return deposits.some(
    ({ id, state, total }) => state === 'processing' || state === 'paid' || (owed.get(id) ?? total).minor < total.minor,
  );
}
