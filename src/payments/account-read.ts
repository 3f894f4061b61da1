import type { Database } from '../platform/database.ts';
import type { Id } from '../shared/ids.ts';

/** Where an event of the payment provider belongs; the account is what tells the tenant, and nothing else does. */
export type StripeAccount = { workspaceId: Id<'workspace'>; id: Id<'account'> };

export async function stripeAccount(
  db: Database,
  externalId: string,
  livemode: boolean,
): Promise<StripeAccount | undefined> {
  const row = await db.paymentAccount.findUnique({
    where: { provider_externalId_livemode: { provider: 'stripe', externalId, livemode } },
    select: { workspaceId: true, id: true },
  });
  return row ? (row as StripeAccount) : undefined;
}
