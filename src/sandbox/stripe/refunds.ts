import type Stripe from 'stripe';
import { type Book, newTransaction, type Till } from './books.ts';
import { showAmount } from './currencies.ts';
import type { RefundCreate } from './params.ts';
import { invalid, missing, newStripeId } from './wire.ts';

/** Gives money back. Cards at once; a bank debit's refund stays `pending` until `endRefund`. */
export function createRefund(till: Till, book: Book, params: RefundCreate): Stripe.Refund {
  const charge = chargeOf(book, params);
  const amount = allowedAmount(book, charge, params.amount);
  const pending = charge.payment_method_details?.type !== 'card';
  const id = newStripeId('re');
  const taken = { type: 'refund', amount: -amount, fee: 0, currency: charge.currency, source: id } as const;
  const refund: Stripe.Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: newTransaction(till, book, taken).id,
    charge: charge.id,
    created: till.now(),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    metadata: params.metadata ?? {},
    payment_intent: charge.payment_intent as string | null,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: pending ? 'pending' : 'succeeded',
    transfer_reversal: null,
  };
  book.refunds.set(id, refund);
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  till.tell(book, 'refund.created', refund);
  till.tell(book, 'charge.refunded', charge, { amount_refunded: charge.amount_refunded - amount });
  return refund;
}

/** A pending refund goes through, or comes back: the customer's bank account is closed. */
export function endRefund(till: Till, book: Book, id: string, arrived: boolean): Stripe.Refund {
  const refund = book.refunds.get(id);
  if (!refund) throw missing('refund', id, 'refund');
  const before = refund.status;
  if (arrived) {
    refund.status = 'succeeded';
    till.tell(book, 'refund.updated', refund, { status: before });
    return refund;
  }
  refund.status = 'failed';
  refund.failure_reason = 'declined';
  const charge = book.charges.get(String(refund.charge));
  const returned = { type: 'refund', amount: refund.amount, fee: 0, currency: refund.currency, source: id } as const;
  refund.failure_balance_transaction = newTransaction(till, book, returned).id;
  if (charge) {
    charge.amount_refunded -= refund.amount;
    charge.refunded = false;
  }
  till.tell(book, 'refund.updated', refund, { status: before });
  till.tell(book, 'refund.failed', refund, { status: before });
  return refund;
}

function chargeOf(book: Book, params: RefundCreate): Stripe.Charge {
  if (params.charge && params.payment_intent) {
    throw invalid('You may only specify one of these parameters: charge, payment_intent.', 'charge');
  }
  if (params.charge) {
    const charge = book.charges.get(params.charge);
    if (!charge) throw missing('charge', params.charge, 'charge');
    return charge;
  }
  if (!params.payment_intent) {
    const message = 'One of the following params should be provided for this request: payment_intent or charge.';
    throw invalid(message, undefined, 'parameter_missing');
  }
  const intent = book.intents.get(params.payment_intent);
  if (!intent) throw missing('payment_intent', params.payment_intent, 'payment_intent');
  const charge = typeof intent.latest_charge === 'string' ? book.charges.get(intent.latest_charge) : undefined;
  if (!charge || charge.status === 'failed') {
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, 'payment_intent');
  }
  return charge;
}

function allowedAmount(book: Book, charge: Stripe.Charge, asked: number | undefined): number {
  if (charge.status !== 'succeeded') {
    throw invalid(`Charge ${charge.id} has not succeeded and can't be refunded.`, 'charge', 'charge_not_refundable');
  }
  if ([...book.disputes.values()].some((dispute) => dispute.charge === charge.id && dispute.status !== 'won')) {
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, undefined, 'charge_disputed');
  }
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, undefined, 'charge_already_refunded');
  }
  const amount = asked ?? left;
  if (amount > left) {
    const sums = [amount, left].map((minor) => showAmount(minor, charge.currency));
    throw invalid(`Refund amount (${sums[0]}) is greater than unrefunded amount on charge (${sums[1]})`, 'amount');
  }
  return amount;
}
