import type Stripe from 'stripe';
import type { Book, HeldSession, Till } from './books.ts';
import { CARDS, type Card, DECLINES } from './cards.ts';
import { bankCharge, intentOf, newCharge } from './charges.ts';
import { openSession, payer } from './sessions.ts';
import { invalid, newStripeId } from './wire.ts';

export interface PayOutcome {
  /** `closed`: the session is complete or expired, and nothing was tried. */
  outcome: 'paid' | 'processing' | 'declined' | 'action' | 'closed';
  session: Stripe.Checkout.Session;
  /** Where the browser goes next, when the session is complete. */
  redirect?: string;
}

/** Who pays, as typed on the hosted page. */
export interface Payer {
  email?: string;
  name?: string;
}

export function payWith(till: Till, id: string, card: Card, who: Payer = {}): PayOutcome {
  const { book, held } = openSession(till, id);
  const { session } = held;
  if (session.status !== 'open') return { outcome: 'closed', session };
  const kind = CARDS[card].kind;
  if (!held.offers.includes(kind)) throw invalid(`This Checkout Session does not offer that way to pay (${card}).`);
  const email = who.email ?? session.customer_email ?? 'client@example.test';
  session.customer_details = payer(email, who.name ?? null);
  const intent = intentOf(till, book, held, kind);
  intent.payment_method_types = [kind === 'card' ? 'card' : 'sepa_debit'];
  if (card === '3ds') {
    askBank(till, book, held, intent);
    return { outcome: 'action', session };
  }
  if (card === 'debit') return startDebit(till, book, held, intent);
  if (card === 'succeeds') return succeed(till, book, held, intent, card);
  const { declineCode, message } = DECLINES[card];
  decline(till, book, held, intent, card, { code: 'card_declined', declineCode, message });
  return { outcome: 'declined', session };
}

/** The page that "Allow" or "Deny" at the bank leads back from. */
export function answerBank(till: Till, id: string, allow: boolean): PayOutcome {
  const { book, held } = openSession(till, id);
  const { session } = held;
  const intent = intentHeld(book, held);
  if (session.status !== 'open') return { outcome: 'closed', session };
  if (intent?.status !== 'requires_action') throw invalid('This Checkout Session is not waiting for its bank.');
  intent.next_action = null;
  if (allow) return succeed(till, book, held, intent, '3ds');
  const message =
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.';
  intent.status = 'requires_payment_method';
  intent.last_payment_error = paymentError('payment_intent_authentication_failure', undefined, message);
  till.tell(book, 'payment_intent.payment_failed', intent);
  return { outcome: 'declined', session };
}

export function intentHeld(book: Book, held: HeldSession): Stripe.PaymentIntent | undefined {
  const id = held.session.payment_intent;
  return typeof id === 'string' ? book.intents.get(id) : undefined;
}

function askBank(till: Till, book: Book, held: HeldSession, intent: Stripe.PaymentIntent): void {
  intent.status = 'requires_action';
  intent.last_payment_error = null;
  intent.payment_method = newStripeId('pm');
  intent.next_action = {
    type: 'redirect_to_url',
    redirect_to_url: { return_url: held.session.success_url, url: held.session.url },
  };
  till.tell(book, 'payment_intent.requires_action', intent);
}

function succeed(till: Till, book: Book, held: HeldSession, intent: Stripe.PaymentIntent, card: Card): PayOutcome {
  const charge = newCharge(till, book, intent, { ...tried(held, card), status: 'succeeded' });
  settleIntent(intent, charge);
  const redirect = complete(held, 'paid');
  till.tell(book, 'charge.succeeded', charge);
  till.tell(book, 'payment_intent.succeeded', intent);
  till.tell(book, 'checkout.session.completed', held.session);
  return { outcome: 'paid', session: held.session, ...redirect };
}

function startDebit(till: Till, book: Book, held: HeldSession, intent: Stripe.PaymentIntent): PayOutcome {
  const charge = newCharge(till, book, intent, { ...tried(held, 'debit'), status: 'pending' });
  intent.status = 'processing';
  intent.payment_method = charge.payment_method;
  intent.last_payment_error = null;
  intent.next_action = null;
  const redirect = complete(held, 'unpaid');
  till.tell(book, 'charge.pending', charge);
  till.tell(book, 'payment_intent.processing', intent);
  till.tell(book, 'checkout.session.completed', held.session);
  return { outcome: 'processing', session: held.session, ...redirect };
}

function decline(
  till: Till,
  book: Book,
  held: HeldSession,
  intent: Stripe.PaymentIntent,
  card: Card,
  failure: { code: string; declineCode: string; message: string },
): void {
  const charge = newCharge(till, book, intent, { ...tried(held, card), status: 'failed', failure });
  intent.status = 'requires_payment_method';
  intent.next_action = null;
  intent.last_payment_error = {
    ...paymentError(failure.code, failure.declineCode, failure.message),
    charge: charge.id,
  };
  till.tell(book, 'charge.failed', charge);
  till.tell(book, 'payment_intent.payment_failed', intent);
}

/** The sessions whose bank debit has neither arrived nor bounced. */
export function debitsUnderWay(till: Till): string[] {
  return [...till.books.values()].flatMap((book) =>
    [...book.sessions.values()]
      .filter((held) => intentHeld(book, held)?.status === 'processing')
      .map((held) => held.session.id),
  );
}

/** The bank debit arrives or bounces, days after the session was complete. */
export function endDebit(till: Till, id: string, arrived: boolean): Stripe.Checkout.Session {
  const { book, held } = openSession(till, id);
  const intent = intentHeld(book, held);
  const charge = typeof intent?.latest_charge === 'string' ? book.charges.get(intent.latest_charge) : undefined;
  if (!intent || !charge || intent.status !== 'processing')
    throw invalid('No bank debit is on its way for this session.');
  if (arrived) {
    charge.status = 'succeeded';
    charge.paid = true;
    bankCharge(till, book, charge);
    settleIntent(intent, charge);
    held.session.payment_status = 'paid';
    till.tell(book, 'charge.succeeded', charge);
    till.tell(book, 'payment_intent.succeeded', intent);
    till.tell(book, 'checkout.session.async_payment_succeeded', held.session);
    return held.session;
  }
  const message = 'The customer’s bank account has insufficient funds.';
  charge.status = 'failed';
  charge.captured = false;
  charge.amount_captured = 0;
  charge.failure_code = 'insufficient_funds';
  charge.failure_message = message;
  intent.status = 'requires_payment_method';
  intent.last_payment_error = { ...paymentError('insufficient_funds', undefined, message), charge: charge.id };
  till.tell(book, 'charge.failed', charge);
  till.tell(book, 'payment_intent.payment_failed', intent);
  till.tell(book, 'checkout.session.async_payment_failed', held.session);
  return held.session;
}

function settleIntent(intent: Stripe.PaymentIntent, charge: Stripe.Charge): void {
  intent.status = 'succeeded';
  intent.amount_received = charge.amount;
  intent.payment_method = charge.payment_method;
  intent.last_payment_error = null;
  intent.next_action = null;
}

function complete(held: HeldSession, paid: 'paid' | 'unpaid'): { redirect?: string } {
  const { session } = held;
  session.status = 'complete';
  session.payment_status = paid;
  session.url = null;
  const to = session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id);
  return to ? { redirect: to } : {};
}

function tried(held: HeldSession, card: Card) {
  const { kind, number } = CARDS[card];
  const who = held.session.customer_details;
  return { kind, last4: number.slice(-4), email: who?.email ?? null, name: who?.name ?? null };
}

function paymentError(
  code: string,
  declineCode: string | undefined,
  message: string,
): Stripe.PaymentIntent.LastPaymentError {
  return {
    code,
    doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`,
    message,
    type: 'card_error',
    ...(declineCode ? { decline_code: declineCode } : {}),
  };
}
