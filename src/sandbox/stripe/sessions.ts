import type Stripe from 'stripe';
import { type Book, findSession, type HeldSession, heldSession, type PayKind, type Till } from './books.ts';
import { checkTotal } from './currencies.ts';
import { newLine } from './line-items.ts';
import type { SessionCreate } from './params.ts';
import { invalid, missing, newStripeId } from './wire.ts';

const HALF_HOUR = 30 * 60;
const DAY = 24 * 60 * 60;

/** Opens a Checkout Session. `origin` is where the hosted page lives. */
export function createSession(till: Till, book: Book, params: SessionCreate, origin: string): Stripe.Checkout.Session {
  checkShape(book, params);
  const now = till.now();
  const lines = params.line_items.map((item, index) => newLine(item, index, now));
  const currency = lines[0]?.currency ?? 'usd';
  const stray = lines.findIndex((line) => line.currency !== currency);
  if (stray > 0) {
    throw invalid('The currencies of all line items must match.', `line_items[${stray}][price_data][currency]`);
  }
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  checkTotal(total, currency);
  const id = newStripeId('cs_test', 58);
  const session = newSession(id, params, { now, currency, total, origin });
  const data = params.payment_intent_data;
  book.sessions.set(id, {
    session,
    lines,
    offers: offersOf(params),
    submitMessage: params.custom_text?.submit?.message,
    intent: {
      metadata: data?.metadata ?? {},
      description: data?.description ?? null,
      receiptEmail: data?.receipt_email ?? null,
      setupFutureUsage: data?.setup_future_usage ?? null,
      applicationFee: data?.application_fee_amount ?? null,
      statementDescriptor: data?.statement_descriptor ?? null,
      transferGroup: data?.transfer_group ?? null,
    },
  });
  return session;
}

function checkShape(book: Book, params: SessionCreate): void {
  if (params.customer && params.customer_email) {
    throw invalid('You may only specify one of these parameters: customer, customer_email.', 'customer');
  }
  if (params.customer) throw missing('customer', params.customer, 'customer');
  const data = params.payment_intent_data;
  if (data?.application_fee_amount !== undefined && !book.connected && !data.transfer_data) {
    throw invalid(
      'Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).',
      'payment_intent_data[application_fee_amount]',
    );
  }
  const descriptor = data?.statement_descriptor;
  if (
    descriptor !== undefined &&
    (descriptor.length < 5 || !/[A-Za-z]/.test(descriptor) || /[<>\\'"*]/.test(descriptor))
  ) {
    throw invalid(
      'The statement descriptor must be 5 to 22 characters, contain a letter, and none of < > \\ \' " *.',
      'payment_intent_data[statement_descriptor]',
    );
  }
}

function expiry(given: number | undefined, now: number): number {
  if (given === undefined) return now + DAY;
  if (given < now + HALF_HOUR) {
    throw invalid(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      'expires_at',
    );
  }
  if (given > now + DAY) {
    throw invalid(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      'expires_at',
    );
  }
  return given;
}

/** The one bank debit offered here is SEPA's. */
function offersOf(params: SessionCreate): PayKind[] {
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded = [] } = params;
  const may = (type: string) => (!allowed || allowed.includes(type)) && !excluded.includes(type);
  const offers: PayKind[] = [];
  if (may('card')) offers.push('card');
  if (may('sepa_debit')) offers.push('debit');
  if (offers.length === 0) {
    throw invalid('No valid payment method types for this Checkout Session.', 'allowed_payment_method_types');
  }
  return offers;
}

function newSession(
  id: string,
  params: SessionCreate,
  facts: { now: number; currency: string; total: number; origin: string },
): Stripe.Checkout.Session {
  return {
    ...BLANK,
    id,
    amount_subtotal: facts.total,
    amount_total: facts.total,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created: facts.now,
    currency: facts.currency,
    customer_details: params.customer_email ? payer(params.customer_email, null) : null,
    customer_email: params.customer_email ?? null,
    expires_at: expiry(params.expires_at, facts.now),
    integration_identifier: params.integration_identifier ?? null,
    locale: params.locale ?? null,
    metadata: params.metadata ?? {},
    payment_method_types: offersOf(params).map((kind) => (kind === 'card' ? 'card' : 'sepa_debit')),
    submit_type: params.submit_type ?? null,
    success_url: params.success_url,
    url: `${facts.origin}/checkout/${id}`,
  };
}

/** The fields a one-time hosted session always has with the same value here. */
const BLANK = {
  object: 'checkout.session',
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
  customer: null,
  customer_account: null,
  customer_creation: 'if_required',
  discounts: [],
  invoice: null,
  invoice_creation: null,
  livemode: false,
  managed_payments: null,
  mode: 'payment',
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_collection: 'if_required',
  payment_method_configuration_details: null,
  payment_method_options: {},
  payment_status: 'unpaid',
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  status: 'open',
  subscription: null,
  total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  ui_mode: 'hosted_page',
  wallet_options: null,
} as const satisfies Partial<Stripe.Checkout.Session>;

export function payer(email: string, name: string | null): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  };
}

export function expireSession(till: Till, book: Book, id: string): HeldSession {
  const held = heldSession(book, id);
  if (held.session.status !== 'open') {
    throw invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${held.session.status}.`,
    );
  }
  close(till, book, held);
  return held;
}

function close(till: Till, book: Book, held: HeldSession): void {
  held.session.status = 'expired';
  held.session.url = null;
  till.tell(book, 'checkout.session.expired', held.session);
}

/** Sessions past their time close by themselves. Called before any look at one. */
export function expireDue(till: Till): void {
  const now = till.now();
  for (const book of till.books.values()) {
    for (const held of book.sessions.values()) {
      if (held.session.status === 'open' && held.session.expires_at <= now) close(till, book, held);
    }
  }
}

export function openSession(till: Till, id: string): { book: Book; held: HeldSession } {
  expireDue(till);
  const found = findSession(till, id);
  if (!found) throw missing('checkout.session', id, 'session');
  return found;
}
