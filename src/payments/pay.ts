import { contactById } from '../clients/read.ts';
import { type Invoice, nameOf } from '../invoices/invoice.ts';
import { invoiceById } from '../invoices/read.ts';
import { failpoint } from '../platform/failpoint.ts';
import type { Checkout } from '../platform/stripe-checkout.ts';
import { StripeFailed, type StripeFault } from '../platform/stripe-failure.ts';
import { transact, type Work } from '../platform/work.ts';
import type { PortalVisit } from '../projects/link-read.ts';
import type { Project } from '../projects/project.ts';
import { lockProject } from '../projects/read.ts';
import type { Money } from '../shared/money.ts';
import { notFound, Refusal } from '../shared/refusal.ts';
import { cut } from '../shared/typed.ts';
import { cardAccountOf } from '../workspaces/read.ts';
import { attemptById, attemptsOf } from './attempt-read.ts';
import { insertAttempt, moveAttempt, saveFailure, saveSession } from './attempt-store.ts';
import { type Cards, endCheckout, retireAttempt } from './expire.ts';
import { type Attempt, cardsCanTake, isLive } from './payment.ts';
import { owedOn } from './read.ts';
import { settleCheckout } from './settle.ts';

export type PayParts = Cards & { publicUrl: string };

/** Where to go on: the page at the provider, or nowhere, because a look at it showed that it is paid. */
export type WayToPay = { url: string } | 'settled';

type Begun = { attempt: Attempt; invoice: Invoice; project: Project; owed: Money };

/** The provider closes a page after 24 hours; an hour less leaves room to ask for it again with the same key. */
const PAGE_MS = 23 * 3_600_000;
/** It opens none for less than half an hour, and nobody is sent to one that is about to close. */
const TOO_LATE_MS = 35 * 60_000;
const FIRST_CHECK_S = 120;
/** What changed while we looked is looked at again; more often than this something is wrong. */
const TURNS = 3;

/**
 * Opens the page on which the client pays an invoice, or leads back to the one that is open. Two tabs, a doubled press and
 * a press after a crash all get the same page: the attempt and its key are committed before the provider is asked.
 *
 * @throws Refusal when nothing is owed, a payment is on its way, or cards can't be taken now.
 */
export async function payInvoice(parts: PayParts, visit: PortalVisit, invoiceId: string): Promise<WayToPay> {
  for (let turn = 0; turn < TURNS; turn++) {
    const begun = await beginAttempt(parts, visit, invoiceId);
    const way = begun.attempt.sessionId
      ? await resume(parts, begun, begun.attempt.sessionId)
      : await openPage(parts, visit, begun);
    if (way !== 'again') return way;
  }
  throw away();
}

function beginAttempt({ core, cards }: PayParts, visit: PortalVisit, invoiceId: string): Promise<Begun> {
  return transact(core, visit.workspaceId, async (work) => {
    const { tx, workspaceId } = work;
    const project = await lockProject(work, visit.projectId);
    const invoice = await invoiceById(tx, workspaceId, invoiceId);
    if (invoice.projectId !== project.id) throw notFound('invoice');
    checkPayable(invoice);
    const owed = await owedOn(tx, workspaceId, invoice);
    const account = await cardAccountOf(tx, workspaceId, project.businessId, cards);
    if (!account || !cardsCanTake(owed))
      throw new Refusal('payment.no-cards', 'This invoice can’t be paid by card. Please pay it by bank transfer.');
    const attempts = await attemptsOf(tx, workspaceId, invoice.id);
    const live = attempts.find(isLive);
    if (live) return { attempt: live, invoice, project, owed };
    const number = (attempts.at(-1)?.number ?? 0) + 1;
    const id = await insertAttempt(work, {
      invoiceId: invoice.id,
      accountId: account.id,
      number,
      amount: owed,
      requestKey: `${invoice.id}/${number}`,
      expiresAt: new Date(core.clock.machine().getTime() + PAGE_MS),
      checkIn: FIRST_CHECK_S,
    });
    const attempt = await attemptById(tx, workspaceId, id);
    await announce(work, project, attempt, 'payment.started', visit.contactId);
    return { attempt, invoice, project, owed };
  });
}

function checkPayable({ state }: Invoice): void {
  if (state === 'open') return;
  if (state === 'paid') throw new Refusal('invoice.paid', 'This invoice is paid already. Thank you.');
  if (state === 'processing')
    throw new Refusal(
      'payment.on-its-way',
      'A payment for this invoice is on its way. You will get a receipt by mail.',
    );
  throw new Refusal('invoice.void', 'This invoice is void: nothing is owed on it.');
}

/** Leads back to the page that is open, after looking whether it still is. */
async function resume(parts: PayParts, begun: Begun, sessionId: string): Promise<WayToPay | 'again'> {
  const { core, cards } = parts;
  const { attempt, owed } = begun;
  const checkout = await cards.readCheckout(sessionId).catch(faultOf);
  if (typeof checkout === 'string') {
    if (checkout !== 'missing') throw away();
    await retireAttempt(core, attempt);
    return 'again';
  }
  await settleCheckout(core, { workspaceId: attempt.workspaceId, id: attempt.accountId }, checkout);
  if (checkout.outcome === 'paid' || checkout.outcome === 'processing') return 'settled';
  if (checkout.outcome !== 'open') return 'again';
  if (checkout.url && attempt.amount.minor === owed.minor && !isLate(parts, attempt)) return { url: checkout.url };
  await endCheckout(parts, attempt).catch(refuseAway);
  return 'again';
}

async function openPage(parts: PayParts, visit: PortalVisit, begun: Begun): Promise<WayToPay | 'again'> {
  const { core, cards } = parts;
  const { attempt, owed } = begun;
  // Nobody was ever sent to the page of an attempt without one, so it can be given up.
  if (attempt.amount.minor !== owed.minor || isLate(parts, attempt)) {
    await retireAttempt(core, attempt);
    return 'again';
  }
  failpoint('payment.before-page');
  const checkout = await cards.openCheckout(await orderOf(parts, visit, begun)).catch(faultOf);
  if (typeof checkout === 'string') return withoutPage(parts, begun, checkout);
  failpoint('payment.before-session');
  if (checkout.url && (await keepSession(parts, begun, checkout))) return { url: checkout.url };
  await endCheckout(parts, { ...attempt, sessionId: checkout.id }).catch(refuseAway);
  return 'again';
}

async function orderOf({ core, publicUrl }: PayParts, visit: PortalVisit, { attempt, invoice, project }: Begun) {
  const { email } = await contactById(core.db, visit.workspaceId, visit.contactId);
  return {
    key: attempt.requestKey,
    reference: invoice.id,
    metadata: { invoice: invoice.id, attempt: attempt.id, workspace: attempt.workspaceId },
    amountMinor: attempt.amount.minor,
    currency: attempt.amount.currency,
    name: cut(`${nameOf(invoice)}: ${project.title}`, 200),
    email,
    successUrl: `${publicUrl}/portal/invoice/back?session={CHECKOUT_SESSION_ID}`,
    cancelUrl: `${publicUrl}/portal/project?version=current`,
    expiresAt: attempt.expiresAt,
  };
}

/** The provider has opened no page, or none that we know of. */
async function withoutPage({ core }: PayParts, begun: Begun, fault: StripeFault): Promise<'again'> {
  const { attempt, project } = begun;
  if (fault === 'away') throw away();
  if (fault === 'mismatch' || fault === 'spent') {
    await retireAttempt(core, attempt);
    if (fault === 'spent') throw away();
    return 'again';
  }
  const sentence = 'Stripe did not accept this payment as it was asked for.';
  await transact(core, attempt.workspaceId, async (work) => {
    await lockProject(work, project.id);
    if (!(await moveAttempt(work, attempt.id, ['open'], 'failed'))) return;
    await saveFailure(work, attempt.id, { sentence, chargeId: null });
    await announce(work, project, attempt, 'payment.failed', 'system');
  });
  throw new Refusal(
    'payment.cards-refused',
    'Card payments don’t work for this invoice right now. Please pay by bank transfer, or ask for another way.',
  );
}

function keepSession({ core }: PayParts, { attempt, project }: Begun, checkout: Checkout): Promise<boolean> {
  return transact(core, attempt.workspaceId, async (work) => {
    await lockProject(work, project.id);
    const now = await attemptById(work.tx, work.workspaceId, attempt.id);
    return now.state === 'open' && (await saveSession(work, attempt, checkout));
  });
}

function isLate({ core }: PayParts, attempt: Attempt): boolean {
  return attempt.expiresAt.getTime() - core.clock.machine().getTime() < TOO_LATE_MS;
}

function announce(
  work: Work,
  project: Project,
  attempt: Attempt,
  event: 'payment.started' | 'payment.failed',
  actor: string,
): Promise<void> {
  const { id, invoiceId, number, amount } = attempt;
  const detail = { invoice: invoiceId, number, amount: amount.minor.toString(), currency: amount.currency };
  return work.announce({ event, projectId: project.id, subjectId: id, actor, detail });
}

function faultOf(error: unknown): StripeFault {
  if (error instanceof StripeFailed) return error.fault;
  throw error;
}

function refuseAway(error: unknown): never {
  faultOf(error);
  throw away();
}

function away(): Refusal {
  return new Refusal(
    'payment.unreachable',
    'The card payment page can’t be opened right now, and nothing was charged. Try again in a minute, or pay by bank transfer.',
  );
}
