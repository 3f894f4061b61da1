import type { Id } from '../shared/ids.ts';
import { exponentOf, type Money, minus, money } from '../shared/money.ts';

export const PAYMENT_METHODS = ['card', 'debit', 'transfer', 'cash'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** Money that came in. What it pays for is its applications, which sum to at most its amount. */
export type Payment = {
  workspaceId: Id<'workspace'>;
  id: Id<'payment'>;
  clientId: Id<'client'>;
  accountId: Id<'account'>;
  /** What it was sent for. What it settles is `applied`: nothing, where the invoice was void or paid already. */
  invoiceId: Id<'invoice'>;
  /** The charge's id at the payment provider; for a transfer or cash, a key of ours. */
  externalId: string;
  method: PaymentMethod;
  amount: Money;
  receivedAt: Date;
  /** A bank took it back and nobody has decided yet, or it decided against us; null again when we won. */
  disputedAt: Date | null;
  disputeLostAt: Date | null;
  /** What of it the bank asks back, or took. */
  disputed: Money;
  /** What was given back so far. */
  refunded: Money;
  applied: { invoiceId: Id<'invoice'>; amount: Money }[];
};

/** Money on its way back to the client. */
export type Refund = {
  workspaceId: Id<'workspace'>;
  id: Id<'refund'>;
  paymentId: Id<'payment'>;
  externalId: string;
  amount: Money;
  refundedAt: Date;
  /** The client's bank sent it back to us; it does not count. */
  failedAt: Date | null;
};

export const ATTEMPT_STATES = ['open', 'processing', 'succeeded', 'failed', 'expired', 'unknown'] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** States in which money may still come of an attempt by itself; an invoice has at most one such attempt. */
export const LIVE_ATTEMPTS: readonly AttemptState[] = ['open', 'processing', 'unknown'];

/** One go at paying an invoice at the payment provider. */
export type Attempt = {
  workspaceId: Id<'workspace'>;
  id: Id<'attempt'>;
  invoiceId: Id<'invoice'>;
  accountId: Id<'account'>;
  /** Counts from 1 for each invoice. */
  number: number;
  amount: Money;
  /** What makes asking for its session twice the same as asking once. */
  requestKey: string;
  /** Null until the provider has answered. */
  sessionId: string | null;
  chargeId: string | null;
  checkoutUrl: string | null;
  /** Why it did not work, as a sentence for a person. */
  failure: string | null;
  createdAt: Date;
  /** By machine time, like everything the provider is told. */
  expiresAt: Date;
  state: AttemptState;
};

export function isLive(attempt: Pick<Attempt, 'state'>): boolean {
  return LIVE_ATTEMPTS.includes(attempt.state);
}

/** What of a payment settles nothing: the invoice was void or paid already, or more came than was owed. */
export function unappliedOf(payment: Pick<Payment, 'amount' | 'applied'>): Money {
  return payment.applied.reduce((left, { amount }) => minus(left, amount), payment.amount);
}

/** The part of a sum that an invoice with so much owed can take. */
export function applicable(paid: Money, owed: Money): Money {
  const room = owed.minor > 0n ? owed.minor : 0n;
  return money(paid.minor < room ? paid.minor : room, paid.currency);
}

/** Stripe takes eight digits, and of currencies with three decimals only sums that end in 0. */
const CARD_MAX = 99_999_999n;

export function cardsCanTake(sum: Money): boolean {
  return sum.minor > 0n && sum.minor <= CARD_MAX && (exponentOf(sum.currency) < 3 || sum.minor % 10n === 0n);
}

const METHOD_WORDS: Record<PaymentMethod, string> = {
  card: 'card',
  debit: 'bank debit',
  transfer: 'bank transfer',
  cash: 'cash',
};

/** `by card`, `in cash`. */
export function sayMethod(method: PaymentMethod): string {
  return method === 'cash' ? 'in cash' : `by ${METHOD_WORDS[method]}`;
}
