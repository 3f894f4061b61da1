import type { ComponentChildren } from 'preact';
import type { PayKind } from './books.ts';
import { CARDS, type Card } from './cards.ts';
import { CHECKOUT_CSS } from './checkout-style.ts';
import { showAmount } from './currencies.ts';

export interface CheckoutView {
  business: string;
  state: 'open' | 'bank' | 'paid' | 'processing' | 'failed' | 'expired';
  /** Minor units. */
  total: number;
  currency: string;
  lines: { name: string; note: string | null; quantity: number; total: number }[];
  email: string | null;
  offers: PayKind[];
  complaint: string | null;
  message: string | null;
  backUrl: string | null;
  doneUrl: string | null;
}

export function CheckoutPage({ view }: { view: CheckoutView }) {
  return (
    <Page title={`Pay ${view.business}`}>
      <div class="sheet" data-state={view.state}>
        <Summary view={view} />
        <main>
          {view.state === 'open' && <Choices view={view} />}
          {view.state === 'bank' && <Bank view={view} />}
          {view.state === 'paid' && (
            <Ending title="Paid" href={view.doneUrl} link={`Back to ${view.business}`}>
              This payment is complete. There is nothing left to do here.
            </Ending>
          )}
          {view.state === 'processing' && (
            <Ending title="Bank debit on its way" href={view.doneUrl} link={`Back to ${view.business}`}>
              The debit was accepted and has not settled yet. Banks take a few working days.
            </Ending>
          )}
          {view.state === 'failed' && (
            <Ending title="The bank debit did not go through" href={view.backUrl} link={`Back to ${view.business}`}>
              The bank returned it. No money has moved.
            </Ending>
          )}
          {view.state === 'expired' && (
            <Ending title="This payment page has expired" href={view.backUrl} link={`Back to ${view.business}`}>
              Nothing was charged. Go back and start the payment again.
            </Ending>
          )}
        </main>
      </div>
    </Page>
  );
}

export function MissingPage() {
  return (
    <Page title="Payment page not found">
      <div class="sheet lone">
        <main>
          <h1>There is no such payment page</h1>
          <p>Check the link, or go back to where you came from and start the payment again.</p>
        </main>
      </div>
    </Page>
  );
}

function Page({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: CHECKOUT_CSS }} />
      </head>
      <body>{children}</body>
    </html>
  );
}

function Summary({ view }: { view: CheckoutView }) {
  const { business, currency } = view;
  return (
    <header>
      {view.backUrl && view.state === 'open' && (
        <a class="back" href={view.backUrl}>
          <span aria-hidden="true">←</span>
          <span>Back to {business}</span>
        </a>
      )}
      <p class="who">Pay {business}</p>
      <p class="total">{showAmount(view.total, currency)}</p>
      <ul class="lines">
        {view.lines.map((line) => (
          <li>
            <span>
              {line.name}
              {line.quantity > 1 && <small> × {line.quantity}</small>}
            </span>
            <span class="sum">{showAmount(line.total, currency)}</span>
            {line.note && <small class="note">{line.note}</small>}
          </li>
        ))}
      </ul>
    </header>
  );
}

/** The sandbox's page shows what each test number does instead of asking for it to be typed. */
const OFFERED: { card: Card; icon: string }[] = [
  { card: 'succeeds', icon: '✓' },
  { card: 'declined', icon: '✕' },
  { card: '3ds', icon: '?' },
  { card: 'debit', icon: '◷' },
];

function Choices({ view }: { view: CheckoutView }) {
  const offered = OFFERED.filter(({ card }) => view.offers.includes(CARDS[card].kind));
  return (
    <form method="post">
      <h1>Choose a test payment</h1>
      <p class="hint">This is a sandbox: no money moves. Press one to see what follows.</p>
      {view.complaint && (
        <p class="complaint" role="alert">
          <strong>{view.complaint}</strong> Nothing was charged. Choose another way to pay.
        </p>
      )}
      {view.email ? (
        <p class="email">
          Receipt to <strong>{view.email}</strong>
        </p>
      ) : (
        <label class="email">
          E-mail for the receipt
          <input type="email" name="email" autocomplete="email" required value="client@example.test" />
        </label>
      )}
      <ul class="choices">
        {offered.map(({ card, icon }) => (
          <li>
            <button type="submit" name="card" value={card} class={card}>
              <span class="icon" aria-hidden="true">
                {icon}
              </span>
              <span class="what">
                <strong>{CARDS[card].label}</strong>
                <span class="number">{CARDS[card].number}</span>
              </span>
              <span class="effect">{CARDS[card].effect}</span>
            </button>
          </li>
        ))}
      </ul>
      {view.message && <p class="hint">{view.message}</p>}
    </form>
  );
}

function Bank({ view }: { view: CheckoutView }) {
  return (
    <form method="post" class="bank">
      <h1>Your bank asks: is this you?</h1>
      <p>
        {view.business} wants to charge <strong>{showAmount(view.total, view.currency)}</strong> to the card ending in
        3155. This step stands for the one your bank would show (3-D Secure).
      </p>
      <div class="answers">
        <button type="submit" name="bank" value="allow" class="main">
          Yes, allow it
        </button>
        <button type="submit" name="bank" value="deny">
          No, deny it
        </button>
      </div>
    </form>
  );
}

function Ending(props: { title: string; href: string | null; link: string; children: ComponentChildren }) {
  return (
    <section class="ending">
      <h1>{props.title}</h1>
      <p>{props.children}</p>
      {props.href && (
        <a class="button" href={props.href}>
          {props.link}
        </a>
      )}
    </section>
  );
}
