import type Stripe from 'stripe';
import { type Book, newTransaction, type Till } from './books.ts';
import { invalid, missing, newStripeId } from './wire.ts';

/** What the network takes for a dispute, whoever wins. */
const DISPUTE_FEE = 2000;

export interface DisputeAsk {
  /** Minor units; the whole charge when unset. */
  amount?: number;
  reason?: string;
}

/** The cardholder's bank takes the money back until somebody decides. */
export function openDispute(till: Till, book: Book, charge: Stripe.Charge, ask: DisputeAsk = {}): Stripe.Dispute {
  if (charge.status !== 'succeeded') throw invalid(`Charge ${charge.id} has not succeeded and can't be disputed.`);
  if (charge.disputed) throw invalid(`Charge ${charge.id} is disputed already.`);
  const now = till.now();
  const amount = ask.amount ?? charge.amount;
  const id = newStripeId('dp');
  const entry = {
    type: 'adjustment',
    amount: -amount,
    fee: DISPUTE_FEE,
    currency: charge.currency,
    source: id,
  } as const;
  const dispute: Stripe.Dispute = {
    id,
    object: 'dispute',
    amount,
    balance_transactions: [newTransaction(till, book, entry)],
    charge: charge.id,
    created: now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: {} as Stripe.Dispute.Evidence,
    evidence_details: {
      due_by: now + 9 * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'manual',
    },
    intended_submission_method: 'manual',
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent as string | null,
    reason: ask.reason ?? 'fraudulent',
    status: 'needs_response',
  };
  book.disputes.set(id, dispute);
  charge.disputed = true;
  till.tell(book, 'charge.dispute.created', dispute);
  till.tell(book, 'charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

export function closeDispute(till: Till, book: Book, id: string, how: 'won' | 'lost'): Stripe.Dispute {
  const dispute = book.disputes.get(id);
  if (!dispute) throw missing('dispute', id, 'dispute');
  if (dispute.status === 'won' || dispute.status === 'lost')
    throw invalid(`This dispute is already closed (${dispute.status}).`);
  const before = dispute.status;
  dispute.status = how;
  if (how === 'won') {
    const back = {
      type: 'adjustment',
      amount: dispute.amount,
      fee: 0,
      currency: dispute.currency,
      source: id,
    } as const;
    dispute.balance_transactions.push(newTransaction(till, book, back));
    till.tell(book, 'charge.dispute.funds_reinstated', dispute);
  }
  till.tell(book, 'charge.dispute.closed', dispute, { status: before });
  return dispute;
}
