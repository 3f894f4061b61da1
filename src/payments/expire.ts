import { invoiceById } from '../invoices/read.ts';
import type { CardPayments } from '../platform/stripe.ts';
import { StripeFailed } from '../platform/stripe-failure.ts';
import { type Core, transact } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import { attemptById, liveAttemptOf } from './attempt-read.ts';
import { moveAttempt } from './attempt-store.ts';
import { type Attempt, isLive } from './payment.ts';
import { owedOn } from './read.ts';
import { settleCheckout } from './settle.ts';

export type Cards = { core: Core; cards: CardPayments };

/** Ends an attempt whose page nobody was sent to, or whose page is not there any more. */
export async function retireAttempt(core: Core, attempt: Attempt): Promise<void> {
  const { workspaceId } = attempt;
  const { projectId } = await invoiceById(core.db, workspaceId, attempt.invoiceId);
  await transact(core, workspaceId, async (work) => {
    await lockProject(work, projectId);
    const now = await attemptById(work.tx, workspaceId, attempt.id);
    // Somebody may have been given a page meanwhile.
    if (now.sessionId === attempt.sessionId) await moveAttempt(work, attempt.id, ['open', 'unknown'], 'expired');
  });
}

/** Closes the page of an attempt. If somebody has just paid on it, the payment is booked instead. */
export async function endCheckout(parts: Cards, attempt: Attempt): Promise<void> {
  const { core, cards } = parts;
  if (!attempt.sessionId) return retireAttempt(core, attempt);
  const ended = await cards.expireCheckout(attempt.sessionId).catch(faultOf);
  if (ended === 'missing') return retireAttempt(core, attempt);
  await lookAt(parts, attempt, attempt.sessionId);
}

/** Reads the page of an attempt back and takes over how it stands. */
export async function lookAt({ core, cards }: Cards, attempt: Attempt, sessionId: string): Promise<void> {
  const checkout = await cards.readCheckout(sessionId).catch(faultOf);
  if (checkout === 'missing') return retireAttempt(core, attempt);
  if (checkout === 'refused') return;
  const account = { workspaceId: attempt.workspaceId, id: attempt.accountId };
  const settled = await settleCheckout(core, account, checkout);
  if (settled !== 'settled') core.log.error({ attempt: attempt.id, reason: settled.parked }, 'payment page set aside');
}

/** A definite no is an answer; everything else is for whoever asks again. */
function faultOf(error: unknown): 'missing' | 'refused' {
  if (error instanceof StripeFailed && (error.fault === 'missing' || error.fault === 'refused')) return error.fault;
  throw error;
}

/**
 * Closes the open page of an invoice when it asks for another sum than is owed: the invoice is void, paid, or paid in
 * part by other means.
 */
export async function expireStale(parts: Cards, workspaceId: string, invoiceId: string): Promise<void> {
  const attempt = await liveAttemptOf(parts.core.db, workspaceId, invoiceId);
  if (attempt?.state === 'open' && (await isStale(parts.core, attempt))) await endCheckout(parts, attempt);
}

/** Asks what became of an attempt, in case the webhook that would have said so never comes. */
export async function checkAttempt(parts: Cards, attempt: Attempt): Promise<void> {
  const { core } = parts;
  if (!isLive(attempt)) return;
  if (attempt.state === 'open' && (await isStale(core, attempt))) return endCheckout(parts, attempt);
  if (attempt.sessionId) return lookAt(parts, attempt, attempt.sessionId);
  if (attempt.expiresAt <= core.clock.machine()) await retireAttempt(core, attempt);
}

async function isStale(core: Core, attempt: Attempt): Promise<boolean> {
  const invoice = await invoiceById(core.db, attempt.workspaceId, attempt.invoiceId);
  if (invoice.state !== 'open') return true;
  return (await owedOn(core.db, attempt.workspaceId, invoice)).minor !== attempt.amount.minor;
}
