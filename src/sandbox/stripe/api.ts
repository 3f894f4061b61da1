import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Book } from './books.ts';
import { heldSession } from './books.ts';
import { closeDispute } from './disputes.ts';
import { bookFor, type Doorway, endpoint } from './endpoint.ts';
import { listed } from './expand.ts';
import * as params from './params.ts';
import { createRefund } from './refunds.ts';
import { createSession, expireDue, expireSession } from './sessions.ts';
import { ApiError, missing } from './wire.ts';

type App = Hono<{ Bindings: HttpBindings }>;

/** The API's routes under /v1. What is not here answers as an unknown address. */
export function apiRoutes(door: Doorway): App {
  const app: App = new Hono();
  sessionRoutes(app, door);
  moneyRoutes(app, door);
  recordRoutes(app, door);
  app.all(
    '/v1/*',
    endpoint(door, params.Anything, ({ url, method }) => {
      throw new ApiError(404, {
        type: 'invalid_request_error',
        message: `Unrecognized request URL (${method}: ${url.pathname}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
      });
    }),
  );
  return app;
}

function sessionRoutes(app: App, door: Doorway): void {
  const { till } = door;
  const base = '/v1/checkout/sessions';
  app.post(
    base,
    endpoint(door, params.SessionCreate, ({ book, params, url }) => createSession(till, book, params, url.origin)),
  );
  app.get(
    base,
    endpoint(door, params.SessionList, ({ book, params }) => {
      expireDue(till);
      const email = params.customer_details?.email;
      const all = [...book.sessions.values()].map((held) => held.session);
      const wanted = all.filter(
        (session) =>
          same(params.status, session.status) &&
          same(params.payment_intent, session.payment_intent) &&
          same(params.customer, session.customer) &&
          same(email, session.customer_details?.email),
      );
      return listed(wanted, params, { url: base, what: 'checkout.session' });
    }),
  );
  app.get(
    `${base}/:id`,
    endpoint(door, params.Only, ({ book, id }) => {
      expireDue(till);
      return heldSession(book, id).session;
    }),
  );
  app.get(
    `${base}/:id/line_items`,
    endpoint(door, params.LineItemList, ({ book, id, params, url }) =>
      listed([...heldSession(book, id).lines].reverse(), params, { url: url.pathname, what: 'item' }),
    ),
  );
  app.post(
    `${base}/:id/expire`,
    endpoint(door, params.Only, ({ book, id }) => {
      expireDue(till);
      return expireSession(till, book, id).session;
    }),
  );
}

function moneyRoutes(app: App, door: Doorway): void {
  const { till } = door;
  app.get(
    '/v1/payment_intents',
    endpoint(door, params.IntentList, ({ book, params, url }) =>
      listed(book.intents.values(), params, { url: url.pathname, what: 'payment_intent' }),
    ),
  );
  app.get(
    '/v1/payment_intents/:id',
    endpoint(door, params.IntentRetrieve, ({ book, id }) => pick(book, 'intents', id, 'payment_intent', 'intent')),
  );
  app.get(
    '/v1/charges',
    endpoint(door, params.ChargeList, ({ book, params, url }) => {
      const wanted = [...book.charges.values()].filter((charge) => same(params.payment_intent, charge.payment_intent));
      return listed(wanted, params, { url: url.pathname, what: 'charge' });
    }),
  );
  app.get(
    '/v1/charges/:id',
    endpoint(door, params.Only, ({ book, id }) => pick(book, 'charges', id, 'charge', 'id')),
  );
  app.post(
    '/v1/refunds',
    endpoint(door, params.RefundCreate, ({ book, params }) => createRefund(till, book, params)),
  );
  app.get(
    '/v1/refunds',
    endpoint(door, params.RefundList, ({ book, params, url }) =>
      listed([...book.refunds.values()].filter(ofCharge(params)), params, { url: url.pathname, what: 'refund' }),
    ),
  );
  app.get(
    '/v1/refunds/:id',
    endpoint(door, params.Only, ({ book, id }) => pick(book, 'refunds', id, 'refund', 'refund')),
  );
  app.get(
    '/v1/disputes',
    endpoint(door, params.DisputeList, ({ book, params, url }) =>
      listed([...book.disputes.values()].filter(ofCharge(params)), params, { url: url.pathname, what: 'dispute' }),
    ),
  );
  app.get(
    '/v1/disputes/:id',
    endpoint(door, params.Only, ({ book, id }) => pick(book, 'disputes', id, 'dispute', 'dispute')),
  );
  app.post(
    '/v1/disputes/:id/close',
    endpoint(door, params.Only, ({ book, id }) => closeDispute(till, book, id, 'lost')),
  );
  app.get(
    '/v1/balance_transactions/:id',
    endpoint(door, params.Only, ({ book, id }) => pick(book, 'transactions', id, 'balance transaction', 'id')),
  );
}

function recordRoutes(app: App, door: Doorway): void {
  app.get(
    '/v1/events',
    endpoint(door, params.EventList, ({ book, params, url }) => {
      const types = params.types ?? (params.type === undefined ? undefined : [params.type]);
      const wanted = [...book.events.values()].filter(
        (event) =>
          (!types || types.some((type) => covers(type, event.type))) &&
          (params.delivery_success === undefined || params.delivery_success === (event.pending_webhooks === 0)),
      );
      return listed(wanted, params, { url: url.pathname, what: 'event' });
    }),
  );
  app.get(
    '/v1/events/:id',
    endpoint(door, params.Only, ({ book, id }) => pick(book, 'events', id, 'event', 'id')),
  );
  app.get(
    '/v1/account',
    endpoint(door, params.Only, ({ book }) => book.account),
  );
  app.get(
    '/v1/accounts/:id',
    endpoint(door, params.Only, ({ id }) => bookFor(door, id).account),
  );
}

const same = (wanted: string | undefined, found: unknown): boolean => wanted === undefined || wanted === found;

const covers = (wanted: string, type: string): boolean =>
  wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : wanted === type;

interface OfCharge {
  charge?: string | undefined;
  payment_intent?: string | undefined;
}

const ofCharge = (params: OfCharge) => (held: { charge: unknown; payment_intent: unknown }) =>
  same(params.charge, held.charge) && same(params.payment_intent, held.payment_intent);

function pick(
  book: Book,
  shelf: 'intents' | 'charges' | 'refunds' | 'disputes' | 'transactions' | 'events',
  id: string,
  what: string,
  param: string,
): object {
  const found = book[shelf].get(id);
  if (!found) throw missing(what, id, param);
  return found;
}
