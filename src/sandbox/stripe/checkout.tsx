import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { renderToString } from 'preact-render-to-string';
import type { Ledger } from '../ledger.ts';
import type { Book, HeldSession, Till } from './books.ts';
import { isCard } from './cards.ts';
import { CheckoutPage, type CheckoutView, MissingPage } from './checkout-page.tsx';
import { intentHeld, type Payer, type PayOutcome } from './payments.ts';
import { openSession } from './sessions.ts';
import { ApiError } from './wire.ts';

/** What the page needs of the payments server; tests call the same functions. */
export interface Acts {
  pay(id: string, card: string, who: Payer): PayOutcome;
  authenticate(id: string, allow: boolean): PayOutcome;
}

type C = Context<{ Bindings: HttpBindings }>;

/** The hosted payment page: plain forms, no script. */
export function checkoutRoutes(till: Till, ledger: Ledger, acts: Acts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>().basePath('/checkout/:id');
  app.use(async (c, next) => {
    await next();
    // No form-action: Chromium applies it to the redirect that leads back to the shop.
    c.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    );
    c.header('cache-control', 'no-store');
    c.header('referrer-policy', 'no-referrer');
    c.header('x-content-type-options', 'nosniff');
  });
  app.onError((fault, c) => {
    if (!(fault instanceof ApiError)) throw fault;
    // An act the session no longer takes, as from a second tab: the page says how things stand.
    if (fault.status !== 404) return c.redirect(`/checkout/${c.req.param('id') ?? ''}`, 303);
    return c.html(`<!doctype html>${renderToString(<MissingPage />)}`, 404);
  });
  app.get('/', (c) => {
    const { book, held } = openSession(till, c.req.param('id') ?? '');
    return c.html(`<!doctype html>${renderToString(<CheckoutPage view={checkoutView(book, held)} />)}`);
  });
  app.post('/', async (c) => {
    const id = c.req.param('id') ?? '';
    const form = await c.req.formData();
    const answer = String(form.get('bank') ?? '');
    const card = String(form.get('card') ?? '');
    const email = String(form.get('email') ?? '').trim();
    if (answer === '' && !isCard(card)) return c.redirect(`/checkout/${id}`, 303);
    const result =
      answer === '' ? acts.pay(id, card, email ? { email } : {}) : acts.authenticate(id, answer === 'allow');
    const summary = `${answer || card} → ${result.outcome}`;
    ledger.add({ source: 'stripe', kind: 'checkout', summary, detail: { session: id, outcome: result.outcome } });
    return after(c, id, result);
  });
  return app;
}

function after(c: C, id: string, result: PayOutcome): Response {
  return c.redirect(result.redirect ?? `/checkout/${id}`, 303);
}

function checkoutView(book: Book, held: HeldSession): CheckoutView {
  const { session, lines, offers } = held;
  const intent = intentHeld(book, held);
  return {
    business: book.account.business_profile?.name ?? 'Sandbox business',
    state:
      session.status === 'expired'
        ? 'expired'
        : session.status === 'complete'
          ? session.payment_status === 'paid'
            ? 'paid'
            : intent?.status === 'processing'
              ? 'processing'
              : 'failed'
          : intent?.status === 'requires_action'
            ? 'bank'
            : 'open',
    total: session.amount_total ?? 0,
    currency: session.currency ?? 'usd',
    lines: lines.map((line) => ({
      name: line.description ?? '',
      note: line.price?.nickname ?? null,
      quantity: line.quantity ?? 1,
      total: line.amount_total,
    })),
    email: session.customer_email,
    offers,
    complaint: intent?.last_payment_error?.message ?? null,
    message: held.submitMessage ?? null,
    backUrl: session.cancel_url,
    doneUrl: session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id) ?? null,
  };
}
