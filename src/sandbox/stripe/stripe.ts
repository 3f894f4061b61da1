import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type Stripe from 'stripe';
import { createFaults, type Faults } from '../faults.ts';
import { apiRoutes } from './api.ts';
import { API_VERSION, type Book, emptyBook, findCharge, type HeldSession, newBook, type Till } from './books.ts';
import { cardOf } from './cards.ts';
import { checkoutRoutes } from './checkout.tsx';
import { controlRoutes } from './controls.ts';
import { closeDispute, type DisputeAsk, openDispute } from './disputes.ts';
import { RETRIES, type StripeOptions, SUBSCRIBED } from './options.ts';
import { answerBank, debitsUnderWay, endDebit, type Payer, type PayOutcome, payWith } from './payments.ts';
import { createRefund, endRefund } from './refunds.ts';
import { Replays } from './replays.ts';
import { expireDue, expireSession, openSession } from './sessions.ts';
import { type Delivery, Webhooks } from './webhooks.ts';
import { newStripeId, type StripeFault } from './wire.ts';

const EXPIRY_SWEEP = 15_000;

/** A card-payments server that the vendor's own SDK can't tell from the real one, as far as one-time payments go. */
export class SandboxStripe {
  readonly routes: Hono<{ Bindings: HttpBindings }>;
  readonly faults: Faults<StripeFault>;
  readonly #till: Till;
  readonly #replays = new Replays();
  readonly #webhooks: Webhooks;
  readonly #options: StripeOptions;
  readonly #stop = new AbortController();
  readonly #timers = new Set<NodeJS.Timeout>();
  #webhookUrl: string | (() => string | undefined) | undefined;

  constructor(options: StripeOptions) {
    const clock = options.now ?? (() => new Date());
    const now = () => Math.floor(clock().getTime() / 1000);
    this.#options = options;
    this.#webhookUrl = options.webhookUrl;
    this.faults = createFaults<StripeFault>();
    this.#webhooks = new Webhooks({
      ledger: options.ledger,
      faults: this.faults,
      url: () => (typeof this.#webhookUrl === 'function' ? this.#webhookUrl() : this.#webhookUrl),
      secrets: options.webhookSecrets,
      types: options.webhookEvents ?? SUBSCRIBED,
      retryDelays: options.webhookRetries ?? RETRIES,
      now,
    });
    const platform = newBook('acct_1SandboxPlatform', options.businessName ?? 'Sandbox business', 'DE', false, now());
    const books = new Map([[platform.account.id, platform]]);
    this.#till = { books, platform, now, tell: (...event) => this.#tell(...event) };
    this.routes = new Hono<{ Bindings: HttpBindings }>();
    const { ledger, secretKey } = options;
    const door = {
      till: this.#till,
      ledger,
      faults: this.faults,
      replays: this.#replays,
      secretKey,
      stopped: this.#stop.signal,
    };
    this.routes.route('/', apiRoutes(door));
    this.routes.route('/', checkoutRoutes(this.#till, ledger, this));
    this.routes.route('/', controlRoutes(this));
    this.#timers.add(setInterval(() => expireDue(this.#till), EXPIRY_SWEEP).unref());
  }

  /** Pays as a person on the hosted page would; `card` is a choice (`succeeds`, `declined`, `3ds`, `debit`...) or a number. */
  pay(sessionId: string, card: string, who: Payer = {}): PayOutcome {
    const choice = cardOf(card);
    if (!choice) throw new Error(`No test card ${card}.`);
    const result = payWith(this.#till, sessionId, choice, who);
    if (result.outcome === 'processing' && this.#options.debitDelay !== undefined) {
      this.#later(this.#options.debitDelay, () => endDebit(this.#till, sessionId, true));
    }
    return result;
  }

  /** Answers the bank's question that `3ds` asks. */
  authenticate(sessionId: string, allow: boolean): PayOutcome {
    return answerBank(this.#till, sessionId, allow);
  }

  /** The sessions whose bank debit is on its way. */
  debitsUnderWay = () => debitsUnderWay(this.#till);

  settleDebit(sessionId: string): Stripe.Checkout.Session {
    return endDebit(this.#till, sessionId, true);
  }

  failDebit(sessionId: string): Stripe.Checkout.Session {
    return endDebit(this.#till, sessionId, false);
  }

  expire(sessionId: string): Stripe.Checkout.Session {
    const { book } = openSession(this.#till, sessionId);
    return expireSession(this.#till, book, sessionId).session;
  }

  /** A refund made by hand in the payment provider's dashboard. Minor units; all that is left when unset. */
  refund(chargeId: string, amount?: number): Stripe.Refund {
    const { book } = findCharge(this.#till, chargeId);
    return createRefund(this.#till, book, { charge: chargeId, ...(amount === undefined ? {} : { amount }) });
  }

  /** A bank debit's refund is pending until this. */
  endRefund(refundId: string, arrived: boolean): Stripe.Refund {
    const book = [...this.#till.books.values()].find((one) => one.refunds.has(refundId)) ?? this.#till.platform;
    return endRefund(this.#till, book, refundId, arrived);
  }

  dispute(chargeId: string, ask: DisputeAsk = {}): Stripe.Dispute {
    const { book, charge } = findCharge(this.#till, chargeId);
    return openDispute(this.#till, book, charge, ask);
  }

  closeDispute(disputeId: string, how: 'won' | 'lost'): Stripe.Dispute {
    const book = [...this.#till.books.values()].find((one) => one.disputes.has(disputeId)) ?? this.#till.platform;
    return closeDispute(this.#till, book, disputeId, how);
  }

  /** Sends a recorded event to the app again. */
  deliver(eventId: string, times = 1): Promise<Delivery> {
    return this.#webhooks.deliver(eventId, times);
  }

  withhold(on: boolean): Promise<void> {
    return this.#webhooks.withhold(on);
  }

  releaseInOrder(ids: readonly string[]): Promise<void> {
    return this.#webhooks.releaseInOrder(ids);
  }

  /** Events kept back, oldest first. */
  withheld(): Delivery[] {
    return this.#webhooks.withheld();
  }

  deliveries(): Delivery[] {
    return this.#webhooks.deliveries();
  }

  /** Resolves when no webhook is under way. */
  idle(): Promise<void> {
    return this.#webhooks.idle();
  }

  setWebhookUrl(url: string | undefined): void {
    this.#webhookUrl = url;
  }

  /** Opens a connected account, reached with `Stripe-Account`. */
  connect(id = newStripeId('acct', 16), name = 'Connected business'): Stripe.Account {
    const book = newBook(id, name, 'DE', true, this.#till.now());
    this.#till.books.set(id, book);
    return book.account;
  }

  /** Forgets all Idempotency-Keys, as the API may after 24 hours. */
  forgetKeys(): void {
    this.#replays.clear();
  }

  sessions(): Stripe.Checkout.Session[] {
    expireDue(this.#till);
    return this.#all((book) => [...book.sessions.values()].map((held: HeldSession) => held.session));
  }

  intents(): Stripe.PaymentIntent[] {
    return this.#all((book) => [...book.intents.values()]);
  }

  charges(): Stripe.Charge[] {
    return this.#all((book) => [...book.charges.values()]);
  }

  refunds(): Stripe.Refund[] {
    return this.#all((book) => [...book.refunds.values()]);
  }

  disputes(): Stripe.Dispute[] {
    return this.#all((book) => [...book.disputes.values()]);
  }

  /** Oldest first. */
  events(): Stripe.Event[] {
    return this.#all((book) => [...book.events.values()]);
  }

  /** An empty till: no sessions, charges, events, faults or keys. Connected accounts stay. */
  reset(): void {
    for (const book of this.#till.books.values()) emptyBook(book);
    this.#replays.clear();
    this.faults.clear();
    this.#webhooks.forget();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#webhooks.stop();
  }

  #all<T>(read: (book: Book) => T[]): T[] {
    return structuredClone([...this.#till.books.values()].flatMap(read));
  }

  #later(delay: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, delay);
    timer.unref();
    this.#timers.add(timer);
  }

  #tell(book: Book, type: string, object: object, previous?: object): Stripe.Event {
    const event = {
      id: newStripeId('evt'),
      object: 'event',
      ...(book.connected ? { account: book.account.id } : {}),
      api_version: API_VERSION,
      created: this.#till.now(),
      data: { object: structuredClone(object), ...(previous ? { previous_attributes: previous } : {}) },
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      type,
    } as unknown as Stripe.Event;
    book.events.set(event.id, event);
    const subject = (object as { id?: string }).id ?? '';
    this.#options.ledger.add({ source: 'stripe', kind: 'event', summary: `${type} ${subject}`, detail: event });
    this.#webhooks.announce(event);
    return event;
  }
}

export function createStripe(options: StripeOptions): SandboxStripe {
  return new SandboxStripe(options);
}
