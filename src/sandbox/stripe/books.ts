import type Stripe from 'stripe';
import { missing, newStripeId } from './wire.ts';

export const API_VERSION = '2026-10-28.endive';

export type PayKind = 'card' | 'debit';

/** A session with what the API keeps beside it. */
export interface HeldSession {
  session: Stripe.Checkout.Session;
  lines: Stripe.LineItem[];
  intent: {
    metadata: Record<string, string>;
    description: string | null;
    receiptEmail: string | null;
    setupFutureUsage: 'off_session' | 'on_session' | null;
    applicationFee: number | null;
    statementDescriptor: string | null;
    transferGroup: string | null;
  };
  offers: PayKind[];
  submitMessage: string | undefined;
}

/** Everything one account owns. Another account's key never sees it: an id from elsewhere is "No such ...". */
export interface Book {
  account: Stripe.Account;
  connected: boolean;
  sessions: Map<string, HeldSession>;
  intents: Map<string, Stripe.PaymentIntent>;
  charges: Map<string, Stripe.Charge>;
  refunds: Map<string, Stripe.Refund>;
  disputes: Map<string, Stripe.Dispute>;
  transactions: Map<string, Stripe.BalanceTransaction>;
  events: Map<string, Stripe.Event>;
}

/** What every act of the payments server works with. */
export interface Till {
  books: Map<string, Book>;
  platform: Book;
  /** Unix seconds. */
  now(): number;
  /** Records an event with a snapshot of the object and sends it to the app. */
  tell(book: Book, type: string, object: object, previous?: object): Stripe.Event;
}

export function newBook(id: string, name: string, country: string, connected: boolean, now: number): Book {
  return {
    account: newAccount(id, name, country, now),
    connected,
    sessions: new Map(),
    intents: new Map(),
    charges: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    transactions: new Map(),
    events: new Map(),
  };
}

function newAccount(id: string, name: string, country: string, now: number): Stripe.Account {
  return {
    id,
    object: 'account',
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: null,
      minority_owned_business_designation: null,
      name,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: null,
    },
    business_type: 'individual',
    capabilities: { card_payments: 'active', sepa_debit_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    country,
    created: now,
    default_currency: 'eur',
    details_submitted: true,
    email: null,
    metadata: {},
    payouts_enabled: true,
    type: 'standard',
  };
}

export function emptyBook(book: Book): void {
  const { sessions, intents, charges, refunds, disputes, transactions, events } = book;
  for (const shelf of [sessions, intents, charges, refunds, disputes, transactions, events]) shelf.clear();
}

export function heldSession(book: Book, id: string): HeldSession {
  const held = book.sessions.get(id);
  if (!held) throw missing('checkout.session', id, 'session');
  return held;
}

/** The session wherever it lives; only the hosted page and tests look across accounts. */
export function findSession(till: Till, id: string): { book: Book; held: HeldSession } | undefined {
  for (const book of till.books.values()) {
    const held = book.sessions.get(id);
    if (held) return { book, held };
  }
  return undefined;
}

export function findCharge(till: Till, id: string): { book: Book; charge: Stripe.Charge } {
  for (const book of till.books.values()) {
    const charge = book.charges.get(id);
    if (charge) return { book, charge };
  }
  throw missing('charge', id, 'id');
}

/** Money that moved on the account's balance, net of a fee that real accounts also pay. */
export function newTransaction(
  till: Till,
  book: Book,
  entry: { type: 'charge' | 'refund' | 'adjustment'; amount: number; fee: number; currency: string; source: string },
): Stripe.BalanceTransaction {
  const now = till.now();
  const transaction: Stripe.BalanceTransaction = {
    id: newStripeId('txn'),
    object: 'balance_transaction',
    amount: entry.amount,
    available_on: now + 2 * 86_400,
    balance_type: 'payments',
    created: now,
    currency: entry.currency,
    description: null,
    exchange_rate: null,
    fee: entry.fee,
    fee_details: entry.fee
      ? [
          {
            amount: entry.fee,
            application: null,
            currency: entry.currency,
            description: 'Processing fee',
            type: 'stripe_fee',
          },
        ]
      : [],
    net: entry.amount - entry.fee,
    reporting_category: entry.type === 'adjustment' ? 'dispute' : entry.type,
    source: entry.source,
    status: 'pending',
    type: entry.type,
  };
  book.transactions.set(transaction.id, transaction);
  return transaction;
}
