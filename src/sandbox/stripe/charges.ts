import type Stripe from 'stripe';
import { type Book, type HeldSession, newTransaction, type PayKind, type Till } from './books.ts';
import { newStripeId } from './wire.ts';

/** The intent behind a session, made at the first attempt to pay, as the API does since 2022. */
export function intentOf(till: Till, book: Book, held: HeldSession, kind: PayKind): Stripe.PaymentIntent {
  const { session } = held;
  const known = typeof session.payment_intent === 'string' ? book.intents.get(session.payment_intent) : undefined;
  if (known) return known;
  const intent = newIntent(till, held, kind);
  book.intents.set(intent.id, intent);
  session.payment_intent = intent.id;
  till.tell(book, 'payment_intent.created', intent);
  return intent;
}

function newIntent(till: Till, held: HeldSession, kind: PayKind): Stripe.PaymentIntent {
  const { session, intent } = held;
  const id = newStripeId('pi');
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: session.amount_total ?? 0,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: intent.applicationFee,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: null,
    confirmation_method: 'automatic',
    created: till.now(),
    currency: session.currency ?? 'usd',
    customer: null,
    customer_account: null,
    description: intent.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: { ...intent.metadata },
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: [kind === 'card' ? 'card' : 'sepa_debit'],
    payment_record: null,
    processing: null,
    receipt_email: intent.receiptEmail,
    review: null,
    setup_future_usage: intent.setupFutureUsage,
    shipping: null,
    source: null,
    statement_descriptor: intent.statementDescriptor,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: intent.transferGroup,
  };
}

export interface Tried {
  kind: PayKind;
  last4: string;
  status: 'succeeded' | 'pending' | 'failed';
  failure?: { code: string; declineCode: string; message: string };
  email: string | null;
  name: string | null;
}

/** One attempt at the bank. A failed one is a charge too, with `paid: false`. */
export function newCharge(till: Till, book: Book, intent: Stripe.PaymentIntent, tried: Tried): Stripe.Charge {
  const id = newStripeId(tried.kind === 'card' ? 'ch' : 'py');
  const failed = tried.status === 'failed';
  const charge: Stripe.Charge = {
    ...BLANK,
    id,
    amount: intent.amount,
    amount_captured: failed ? 0 : intent.amount,
    amount_refunded: 0,
    application_fee_amount: intent.application_fee_amount,
    billing_details: { address: null, email: tried.email, name: tried.name, phone: null, tax_id: null },
    captured: !failed,
    created: till.now(),
    currency: intent.currency,
    description: intent.description,
    disputed: false,
    failure_code: tried.failure?.code ?? null,
    failure_message: tried.failure?.message ?? null,
    fraud_details: {},
    metadata: { ...intent.metadata },
    outcome: outcomeOf(tried),
    paid: tried.status === 'succeeded',
    payment_intent: intent.id,
    payment_method: newStripeId('pm'),
    payment_method_details: methodDetails(tried),
    receipt_email: intent.receipt_email,
    refunded: false,
    statement_descriptor: intent.statement_descriptor,
    status: tried.status,
    transfer_group: intent.transfer_group,
  };
  book.charges.set(id, charge);
  intent.latest_charge = id;
  if (tried.status === 'succeeded') bankCharge(till, book, charge);
  return charge;
}

/** Enters a charge that went through on the balance: 1.5 % and 0.25 as fee, near what European cards cost. */
export function bankCharge(till: Till, book: Book, charge: Stripe.Charge): void {
  const fee = Math.min(charge.amount, Math.round(charge.amount * 0.015) + 25);
  const entry = { type: 'charge', amount: charge.amount, fee, currency: charge.currency, source: charge.id } as const;
  charge.balance_transaction = newTransaction(till, book, entry).id;
}

const BLANK = {
  object: 'charge',
  application: null,
  application_fee: null,
  balance_transaction: null,
  calculated_statement_descriptor: 'SANDBOX',
  customer: null,
  failure_balance_transaction: null,
  livemode: false,
  on_behalf_of: null,
  receipt_number: null,
  receipt_url: null,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
} as const satisfies Partial<Stripe.Charge>;

function outcomeOf(tried: Tried): Stripe.Charge.Outcome {
  const failed = tried.status === 'failed';
  return {
    advice_code: failed ? 'try_again_later' : null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: failed ? 'declined_by_network' : 'approved_by_network',
    reason: failed ? (tried.failure?.declineCode ?? 'generic_decline') : null,
    risk_level: 'normal',
    risk_score: 12,
    seller_message: failed ? 'The bank did not return any further details with this decline.' : 'Payment complete.',
    type: failed ? 'issuer_declined' : 'authorized',
  };
}

function methodDetails(tried: Tried): Stripe.Charge.PaymentMethodDetails {
  if (tried.kind === 'card') {
    const card = { brand: 'visa', country: 'US', exp_month: 12, exp_year: 2034, funding: 'credit', last4: tried.last4 };
    return { type: 'card', card: card as Stripe.Charge.PaymentMethodDetails.Card };
  }
  const debit = { bank_code: '19043', branch_code: '', country: 'AT', fingerprint: null, last4: tried.last4 };
  return { type: 'sepa_debit', sepa_debit: { ...debit, mandate: newStripeId('mandate') } };
}
