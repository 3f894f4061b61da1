import { invoiceById } from '../invoices/read.ts';
import type { Checkout } from '../platform/stripe-checkout.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import type { Project } from '../projects/project.ts';
import { lockProject } from '../projects/read.ts';
import { isId } from '../shared/ids.ts';
import type { StripeAccount } from './account-read.ts';
import { attemptById, attemptBySession, findAttempt } from './attempt-read.ts';
import { moveAttempt, saveFailure, saveSession } from './attempt-store.ts';
import { failureSentence } from './failure.ts';
import { type Attempt, LIVE_ATTEMPTS } from './payment.ts';
import { receivePayment } from './receive.ts';

/** What became of something read back from the provider: taken over, or set aside with the reason, changing nothing. */
export type Settled = 'settled' | { parked: string };

/**
 * Takes over how a payment page stands, as it was just read back. Every webhook, the way back from the page and the
 * janitor end here, in any order, twice or at once: the attempt only moves on, and a charge is booked once.
 */
export async function settleCheckout(core: Core, account: StripeAccount, checkout: Checkout): Promise<Settled> {
  const { workspaceId } = account;
  const found = await attemptOf(core, account, checkout);
  if (!found) return { parked: `no attempt of this account has the session ${checkout.id}` };
  const { projectId } = await invoiceById(core.db, workspaceId, found.invoiceId);
  return transact(core, workspaceId, async (work) => {
    const project = await lockProject(work, projectId);
    const attempt = await attemptById(work.tx, workspaceId, found.id);
    const wrong = mismatch(attempt, checkout);
    if (wrong) return { parked: wrong };
    // The webhook may be quicker than our own commit of the session's id.
    await saveSession(work, attempt, checkout);
    await follow(work, project, attempt, { ...checkout, age: ageOf(checkout, core.clock.machine()) });
    return 'settled';
  });
}

async function attemptOf(core: Core, account: StripeAccount, checkout: Checkout): Promise<Attempt | undefined> {
  const { workspaceId } = account;
  const known = await attemptBySession(core.db, workspaceId, checkout.id);
  if (known) return known.accountId === account.id ? known : undefined;
  const named = checkout.metadata.attempt ?? '';
  if (!isId('attempt', named) || checkout.metadata.workspace !== workspaceId) return undefined;
  const attempt = await findAttempt(core.db, workspaceId, named);
  return attempt?.accountId === account.id && attempt.sessionId === null ? attempt : undefined;
}

/** What was read back must be the page we asked for, to the cent. */
function mismatch(attempt: Attempt, checkout: Checkout): string | undefined {
  const { amount } = attempt;
  if (attempt.sessionId !== null && attempt.sessionId !== checkout.id) return 'the attempt has another session';
  if (checkout.reference !== attempt.invoiceId) return 'the session is for another invoice';
  const sums = [checkout, ...(checkout.charge ? [checkout.charge] : [])];
  if (sums.some(({ currency }) => currency !== amount.currency)) return `the session is not in ${amount.currency}`;
  if (sums.some(({ amountMinor }) => amountMinor !== amount.minor)) return `the session is not over ${amount.minor}`;
  return undefined;
}

/** A payment page as it was read back, and how many milliseconds ago its money came in. */
type Heard = Checkout & { age: number };

/**
 * A webhook may come days after a card paid. An age and not a moment, because the provider's times are machine time and
 * the books are in business time. A debit's money comes in long after its charge was made: that is when we hear of it.
 */
function ageOf({ charge }: Checkout, machine: Date): number {
  return charge?.kind === 'card' ? Math.max(0, machine.getTime() - charge.createdAt.getTime()) : 0;
}

async function follow(work: Work, project: Project, attempt: Attempt, checkout: Heard): Promise<void> {
  switch (checkout.outcome) {
    case 'paid':
      return paid(work, project, attempt, checkout);
    case 'processing':
      if (await moveAttempt(work, attempt.id, ['open', 'unknown'], 'processing', { failure: null }))
        await announce(work, project, attempt, 'payment.processing');
      return;
    case 'failed':
      if (await moveAttempt(work, attempt.id, LIVE_ATTEMPTS, 'failed')) await failed(work, project, attempt, checkout);
      return;
    case 'expired':
      await moveAttempt(work, attempt.id, ['open', 'unknown'], 'expired');
      return;
    case 'open':
      if (checkout.failure && attempt.state === 'open' && !isTold(attempt, checkout))
        await failed(work, project, attempt, checkout);
  }
}

async function paid(work: Work, project: Project, attempt: Attempt, { charge, age }: Heard): Promise<void> {
  if (!charge || attempt.state === 'succeeded') return;
  // Before the payment is announced, so that what hears of it finds no attempt open any more.
  await moveAttempt(work, attempt.id, [...LIVE_ATTEMPTS, 'failed', 'expired'], 'succeeded', {
    chargeId: charge.id,
    failure: null,
  });
  await receivePayment(
    work,
    project,
    {
      accountId: attempt.accountId,
      invoiceId: attempt.invoiceId,
      externalId: charge.id,
      method: charge.kind,
      amount: attempt.amount,
      receivedAt: new Date(work.now.getTime() - age),
      recordedById: null,
    },
    'system',
  );
}

/** Each card that a bank declined on a page that stays open is told once, however many webhooks and looks say so. */
function isTold(attempt: Attempt, { failure }: Checkout): boolean {
  return attempt.failure === failureSentence(failure?.code ?? '') && attempt.chargeId === (failure?.chargeId ?? null);
}

async function failed(work: Work, project: Project, attempt: Attempt, { failure }: Checkout): Promise<void> {
  const sentence = failureSentence(failure?.code ?? '');
  const chargeId = failure?.chargeId ?? null;
  await saveFailure(work, attempt.id, { sentence, chargeId });
  await announce(work, project, attempt, 'payment.failed', { reason: failure?.code ?? 'unknown' });
}

async function announce(
  work: Work,
  project: Project,
  attempt: Attempt,
  event: 'payment.processing' | 'payment.failed',
  more: Record<string, string> = {},
): Promise<void> {
  await work.announce({
    event,
    projectId: project.id,
    subjectId: attempt.id,
    actor: 'system',
    detail: {
      invoice: attempt.invoiceId,
      amount: attempt.amount.minor.toString(),
      currency: attempt.amount.currency,
      ...more,
    },
  });
}
