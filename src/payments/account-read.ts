import type { Database, Tx } from '../platform/database.ts';
import type { Id } from '../shared/ids.ts';
import { type PaymentAccount, paymentAccountsOf } from '../workspaces/read.ts';

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

/** The account on which a business takes cards, if the key in the configuration is its key. */
export async function cardAccountOf(
  db: Database | Tx,
  workspaceId: string,
  businessId: string,
  cards: { livemode: boolean } | undefined,
): Promise<PaymentAccount | undefined> {
  if (!cards) return undefined;
  const accounts = await paymentAccountsOf(db, workspaceId, businessId);
  return accounts.find(({ provider, livemode }) => provider === 'stripe' && livemode === cards.livemode);
}
