import type { Database } from '../platform/database.ts';
import type { Work } from '../platform/work.ts';
import { type Id, newId } from '../shared/ids.ts';
import type { Money } from '../shared/money.ts';
import type { Attempt, AttemptState } from './payment.ts';

export type NewAttempt = {
  invoiceId: Id<'invoice'>;
  accountId: Id<'account'>;
  number: number;
  amount: Money;
  requestKey: string;
  expiresAt: Date;
  /** Seconds until the provider is asked what became of it. */
  checkIn: number;
};

export async function insertAttempt(work: Work, made: NewAttempt): Promise<Id<'attempt'>> {
  const { amount, checkIn, ...row } = made;
  const id = newId('attempt', work.now);
  await work.tx.attempt.create({
    data: {
      ...row,
      workspaceId: work.workspaceId,
      id,
      amountMinor: amount.minor,
      currency: amount.currency,
      state: 'open',
      createdAt: work.now,
    },
  });
  await work.tx.$executeRaw`
    UPDATE "Attempt" SET "checkAt" = now() + make_interval(secs => ${checkIn}) WHERE "workspaceId" = ${work.workspaceId} AND id = ${id}`;
  return id;
}

/** Remembers the session of an attempt that has none yet; answers whether it is this attempt's session now. */
export async function saveSession(
  work: Work,
  attempt: Pick<Attempt, 'id'>,
  session: { id: string; url: string | null },
): Promise<boolean> {
  const { count } = await work.tx.attempt.updateMany({
    where: {
      workspaceId: work.workspaceId,
      id: attempt.id,
      OR: [{ sessionId: null }, { sessionId: session.id }],
    },
    data: { sessionId: session.id, ...(session.url && { checkoutUrl: session.url }) },
  });
  return count === 1;
}

/** Moves an attempt; one that ended is not asked about any more. Answers false when it was in none of the states. */
export async function moveAttempt(
  work: Work,
  id: string,
  from: readonly AttemptState[],
  to: AttemptState,
  more: { chargeId?: string; failure?: string | null } = {},
): Promise<boolean> {
  const ended = to !== 'open' && to !== 'processing';
  const { count } = await work.tx.attempt.updateMany({
    where: { workspaceId: work.workspaceId, id, state: { in: [...from] } },
    data: { state: to, ...more, ...(ended && { checkAt: null }) },
  });
  return count === 1;
}

/** Why the last try in an attempt did not work; it goes on if it is open. */
export async function saveFailure(
  work: Work,
  id: string,
  failure: { sentence: string; chargeId: string | null },
): Promise<void> {
  await work.tx.attempt.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id } },
    data: { failure: failure.sentence, chargeId: failure.chargeId },
  });
}

/** Often enough that a lost webhook is made good within a quarter of an hour, and for debits, which take days, hourly. */
const CHECK_AGAIN = { open: 600, processing: 3600 } as const;

/**
 * Takes attempts about which the provider is to be asked, and puts their next turn off in the same step, so that neither
 * a second worker nor a provider out of reach makes it ask more often. By the database's clock.
 */
export async function claimChecks(
  db: Database,
  limit: number,
): Promise<{ workspaceId: Id<'workspace'>; id: Id<'attempt'> }[]> {
  return db.$queryRaw<{ workspaceId: Id<'workspace'>; id: Id<'attempt'> }[]>`
    UPDATE "Attempt" SET "checkAt" = now() + make_interval(secs => CASE state WHEN 'processing' THEN ${CHECK_AGAIN.processing}::int ELSE ${CHECK_AGAIN.open}::int END)
    WHERE ("workspaceId", id) IN (
      SELECT "workspaceId", id FROM "Attempt" WHERE "checkAt" <= now() ORDER BY "checkAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING "workspaceId", id`;
}
