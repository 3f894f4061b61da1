import { invoiceById } from '../invoices/read.ts';
import { StripeFailed } from '../platform/stripe-failure.ts';
import type { PortalVisit } from '../projects/link-read.ts';
import { attemptBySession } from './attempt-read.ts';
import { type Cards, lookAt } from './expire.ts';

/**
 * The client is back from the payment page: how it stands is read back at once, so that the next page shows the truth
 * without waiting for a webhook. A session that is not of this visit's project is nobody's business here.
 */
export async function comeBack(parts: Cards, visit: PortalVisit, sessionId: string): Promise<void> {
  const { core } = parts;
  const attempt = await attemptBySession(core.db, visit.workspaceId, sessionId);
  if (!attempt) return;
  const invoice = await invoiceById(core.db, visit.workspaceId, attempt.invoiceId);
  if (invoice.projectId !== visit.projectId) return;
  // Out of reach is no reason to keep a person who has paid from their page: the webhook says the same later.
  await lookAt(parts, attempt, sessionId).catch((error: unknown) => {
    if (!(error instanceof StripeFailed)) throw error;
  });
}
