import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type Stripe from 'stripe';
import { deadline } from '../../platform/deadline.ts';
import type { Faults } from '../faults.ts';
import type { Ledger } from '../ledger.ts';
import type { StripeFault } from './wire.ts';

export interface Delivery {
  event: Stripe.Event;
  state: 'withheld' | 'pending' | 'delivered' | 'failed' | 'unsent';
  /** Every answer of the app: an HTTP status, or 0 when there was none. */
  answers: number[];
}

export interface WebhookOptions {
  ledger: Ledger;
  faults: Faults<StripeFault>;
  url: () => string | undefined;
  /** The first signs this account's own events, the second (if any) those of connected accounts. */
  secrets: readonly string[];
  /** Event types the endpoint asked for; `*` for all. */
  types: readonly string[];
  /** Milliseconds before each further try. */
  retryDelays: readonly number[];
  /** Unix seconds. */
  now: () => number;
}

const ANSWER_TIME = 10_000;
/** A reordered event that no later one overtakes goes out by itself after this long. */
const OVERTAKEN_BY = 2_000;

/** Sends events to the app as signed POSTs, at least once, in no promised order. */
export class Webhooks {
  readonly #options: WebhookOptions;
  readonly #deliveries = new Map<string, Delivery>();
  readonly #running = new Set<Promise<unknown>>();
  readonly #stop = new AbortController();
  #withholding = false;
  #overtaken: { delivery: Delivery; timer: NodeJS.Timeout }[] = [];

  constructor(options: WebhookOptions) {
    this.#options = options;
  }

  /** Takes a new event and does with it what the faults say. */
  announce(event: Stripe.Event): void {
    const { types, faults } = this.#options;
    if (!types.includes('*') && !types.includes(event.type)) return;
    const delivery: Delivery = { event, state: 'pending', answers: [] };
    this.#deliveries.set(event.id, delivery);
    if (this.#withholding || faults.take(event.type, ['withhold'])) {
      delivery.state = 'withheld';
      return;
    }
    if (faults.take(event.type, ['reorder'])) {
      const timer = setTimeout(() => this.#letPass(), OVERTAKEN_BY);
      timer.unref();
      this.#overtaken.push({ delivery, timer });
      return;
    }
    let copies = 1;
    while (faults.take(event.type, ['duplicate'])) copies += 1;
    const first = this.#send(delivery);
    for (let copy = 1; copy < copies; copy += 1) this.#send(delivery);
    if (this.#overtaken.length > 0) this.#track(first.then(() => this.#letPass()));
  }

  /** Sends one event again, however its first delivery went. */
  async deliver(eventId: string, times = 1): Promise<Delivery> {
    const delivery = this.#deliveries.get(eventId);
    if (!delivery) throw new Error(`No event ${eventId} was meant for the webhook.`);
    for (let time = 0; time < times; time += 1) await this.#send(delivery);
    return delivery;
  }

  /** While on, events are kept back. Off lets them go in the order they happened. */
  async withhold(on: boolean): Promise<void> {
    this.#withholding = on;
    if (!on) await this.releaseInOrder(this.withheld().map((delivery) => delivery.event.id));
  }

  /** Sends these kept-back events one after the other, in just this order. */
  async releaseInOrder(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.deliver(id);
  }

  withheld(): Delivery[] {
    return this.deliveries().filter((delivery) => delivery.state === 'withheld');
  }

  deliveries(): Delivery[] {
    return [...this.#deliveries.values()];
  }

  /** Resolves when nothing is under way any more; what is withheld does not count. */
  async idle(): Promise<void> {
    this.#letPass();
    while (this.#running.size > 0) await Promise.allSettled([...this.#running]);
  }

  /** Lets go of what was sent and what waits; what is under way ends by itself. */
  forget(): void {
    for (const { timer } of this.#overtaken.splice(0)) clearTimeout(timer);
    this.#deliveries.clear();
    this.#withholding = false;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    for (const { timer } of this.#overtaken.splice(0)) clearTimeout(timer);
    await Promise.allSettled([...this.#running]);
  }

  #letPass(): void {
    for (const { delivery, timer } of this.#overtaken.splice(0)) {
      clearTimeout(timer);
      this.#send(delivery);
    }
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    const done = () => this.#running.delete(work);
    work.then(done, done);
    return work;
  }

  #send(delivery: Delivery): Promise<void> {
    if (this.#options.url() === undefined) {
      delivery.state = 'unsent';
      return Promise.resolve();
    }
    if (delivery.state !== 'delivered') delivery.state = 'pending';
    return this.#track(this.#persist(delivery));
  }

  async #persist(delivery: Delivery): Promise<void> {
    for (const pause of [0, ...this.#options.retryDelays]) {
      if (pause > 0) await wait(pause, undefined, { signal: this.#stop.signal, ref: false }).catch(() => undefined);
      if (this.#stop.signal.aborted) return;
      const status = await this.#post(delivery.event);
      delivery.answers.push(status);
      if (status >= 200 && status < 300) {
        delivery.state = 'delivered';
        delivery.event.pending_webhooks = 0;
        return;
      }
    }
    if (delivery.state !== 'delivered') delivery.state = 'failed';
  }

  async #post(event: Stripe.Event): Promise<number> {
    const { ledger, secrets, now } = this.#options;
    const url = this.#options.url() ?? '';
    const body = JSON.stringify(event, null, 2);
    const secret = (event.account ? secrets[1] : undefined) ?? secrets[0] ?? '';
    const { signal, clear } = deadline(ANSWER_TIME, this.#stop.signal);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      'stripe-signature': signWebhook(body, secret, now()),
    };
    const { status, error } = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' }).then(
      async (response) => {
        await response.arrayBuffer();
        return { status: response.status, error: undefined };
      },
      (fault: unknown) => ({ status: 0, error: String(fault) }),
    );
    clear();
    if (!this.#stop.signal.aborted) {
      const detail = { event: event.id, type: event.type, account: event.account, status, error };
      ledger.add({ source: 'stripe', kind: 'webhook', summary: `${event.type} → ${status || 'no answer'}`, detail });
    }
    return status;
  }
}

/** The `Stripe-Signature` header for a body: time and HMAC-SHA256 over `time.body`. */
function signWebhook(body: string, secret: string, timestamp: number): string {
  return `t=${timestamp},v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
