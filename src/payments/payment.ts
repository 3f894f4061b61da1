import type { Id } from '../shared/ids.ts';
import type { Money } from '../shared/money.ts';

export const PAYMENT_METHODS = ['card', 'debit', 'transfer', 'cash'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** Money that came in. What it pays for is its applications, which sum to at most its amount. */
export type Payment = {
  workspaceId: Id<'workspace'>;
  id: Id<'payment'>;
  clientId: Id<'client'>;
  accountId: Id<'account'>;
  /** The charge's id at the payment provider; for a transfer or cash, a key of ours. */
  externalId: string;
  method: PaymentMethod;
  amount: Money;
  receivedAt: Date;
  disputedAt: Date | null;
  disputeLostAt: Date | null;
  /** What was given back so far. */
  refunded: Money;
  applied: { invoiceId: Id<'invoice'>; amount: Money }[];
};
